import { auditReport, type InputFile } from '../../data/audit/audit-report.ts';
import { csvText } from '../../data/csv-text.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Provenance } from '../../domain/audit/provenance.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import type { Zone } from '../../domain/zone.ts';
import { auditSentence } from '../../ui/audit/audit-sentence.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { evidenceRows } from '../persistence/evidence-rows.ts';
import {
  editedCoastline,
  generalisedCoastline,
  MADE_NAMES,
  ruleInForce,
} from '../persistence/made-files.ts';
import { sha256 } from '../persistence/sha256.ts';
import { bundleReadme } from './bundle-readme.ts';
import { lineageFiles } from './lineage-files.ts';
import type { PhotoFiles } from './photo-files.ts';

/** The inputs of a bundle. */
export type BundleSource = {
  readonly answer: AuditAnswer;
  readonly provenance: Provenance;
  /** The coast as edited. */
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly coastStatus: CoastStatus;
  /** The user's data among them, with their lineage. */
  readonly datasets: readonly OwnDataset[];
  /** Photos from the field; undefined without any. */
  readonly photos: PhotoFiles | undefined;
  readonly planTitle: string;
  /** The files as they were read. */
  readonly inputs: readonly (InputFile & { readonly text: string })[];
  /** The files that were counted in place of them. */
  readonly made: readonly InputFile[];
  /** The number of their features that could not be used. */
  readonly setAside: number;
  /** The date, ISO 8601. */
  readonly date: string;
  readonly words: I18n;
};

/** Returns the texts of a bundle by their file name in it; pictures of photos are not among them. */
export async function bundleFiles(source: BundleSource): Promise<ReadonlyMap<string, string>> {
  const { answer, provenance, segments, zones, coastStatus, inputs, setAside, date, words } =
    source;
  const generalised = generalisedCoastline(source);
  const files = inputs.map(({ role, file, sha256 }): InputFile => ({ role, file, sha256 }));
  const named = inputs.map((input) => ({ ...input, name: inputName(input.file) }));
  const result = auditReport({
    ...{ audit: answer.audit, segments, zones, coastStatus, setAside, provenance },
    files: [...files, ...source.made],
    reasons: answer.reasons ?? [],
    language: words.language,
  });
  const texts = new Map([
    ['result.json', `${JSON.stringify(result, undefined, 2)}\n`],
    [MADE_NAMES.rule, ruleInForce(answer)],
    ['evidence.csv', csvText(evidenceRows(source))],
    [MADE_NAMES.edited, editedCoastline(source)],
    ...(generalised === undefined ? [] : [[MADE_NAMES.generalised, generalised] as const]),
    ...named.map(({ name, text }) => [name, text] as const),
    ...source.datasets.flatMap((dataset) =>
      lineageFiles(dataset, inputName(`${dataset.id}.geojson`)),
    ),
    ...(source.photos === undefined ? [] : [['photos.json', source.photos.list] as const]),
  ]);
  const pictures = [...(source.photos?.pictures ?? [])];
  const pictureLines = pictures.map(([name, picture]) => `${picture.sha256}  ${name}\n`);
  texts.set(CHECKSUMS, (await checksums(texts)) + pictureLines.join(''));
  const readme = bundleReadme({
    answer,
    planTitle: source.planTitle,
    sentence: auditSentence({ answer, provenance, date, coastStatus, words }),
    versions: await Promise.all(
      [...texts].map(async ([name, text]) => ({ name, sha256: await sha256(text) })),
    ),
    coastline: generalised === undefined ? MADE_NAMES.edited : MADE_NAMES.generalised,
    zones: named.filter(({ role }) => role === 'zones').map(({ name }) => name),
    zoneName: (id) => words.pick(zones.find((zone) => zone.id === id)?.name ?? { zh: id, en: id }),
    setAside,
    hasLineage: source.datasets.length > 0,
    hasPhotos: source.photos !== undefined,
    counted: {
      realm: words.t(`realm_${answer.settings.realm}`),
      numerator: words.t(`numerator_${answer.settings.numerator}`),
      estuary: words.t(`estuary_${answer.settings.estuary}`),
    },
    language: words.language,
  });
  return new Map([['README.md', readme], ...texts]);
}

/** The file by which `sha256sum -c` checks all others but the README. */
const CHECKSUMS = 'SHA256SUMS';

/** Hashes and names as `sha256sum` writes them. */
async function checksums(texts: ReadonlyMap<string, string>): Promise<string> {
  const lines = await Promise.all(
    [...texts].map(async ([name, text]) => `${await sha256(text)}  ${name}\n`),
  );
  return lines.join('');
}

/** The path of an input in the bundle: it keeps its folders, so that no two files share a name. */
function inputName(file: string): string {
  const steps = file
    .split(/[/\\:?#]+/)
    .filter((step) => !['', '.', '..', 'geodata'].includes(step));
  return ['inputs', ...steps].join('/');
}
