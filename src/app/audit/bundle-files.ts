import { auditReport, type InputFile } from '../../data/audit/audit-report.ts';
import { writeCoastline } from '../../data/coast/write-coastline.ts';
import { csvText } from '../../data/csv-text.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { linesOf } from '../../domain/geodesy.ts';
import { generalise } from '../../domain/geometry/generalise.ts';
import type { Zone } from '../../domain/zone.ts';
import { auditSentence } from '../../ui/audit/audit-sentence.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { evidenceRows } from '../persistence/evidence-rows.ts';
import { bundleReadme } from './bundle-readme.ts';

/** The inputs of a bundle. */
export type BundleSource = {
  readonly answer: AuditAnswer;
  /** The coast as edited, and the edits. */
  readonly segments: readonly CoastlineSegment[];
  readonly log: readonly Reclassification[];
  readonly zones: readonly Zone[];
  readonly isSurveyed: boolean;
  /** The files as they were read. */
  readonly inputs: readonly (InputFile & { readonly text: string })[];
  /** The number of their features that could not be used. */
  readonly setAside: number;
  /** The date, ISO 8601. */
  readonly date: string;
  readonly words: I18n;
};

const [EDITED, GENERALISED] = ['coastline-edited.geojson', 'coastline-generalised.geojson'];

/** Returns the texts of a bundle by their file name in it. */
export function bundleFiles(source: BundleSource): ReadonlyMap<string, string> {
  const { answer, segments, log, zones, isSurveyed, inputs, setAside, date, words } = source;
  const { target, counting, sensitivity } = answer.audit.rule;
  const { toleranceM } = answer.settings;
  const files = inputs.map(({ role, file, sha256 }): InputFile => ({ role, file, sha256 }));
  const named = inputs.map((input) => ({ ...input, name: inputName(input.file) }));
  const readme = bundleReadme({
    answer,
    sentence: auditSentence({ answer, versions: files, date, isSurveyed, words }),
    inputs: named,
    coastline: toleranceM === 0 ? EDITED : GENERALISED,
    zones: named.filter(({ role }) => role === 'zones').map(({ name }) => name),
    setAside,
    language: words.language,
  });
  const result = auditReport({
    ...{ audit: answer.audit, segments, zones, isSurveyed, files, setAside },
    reasons: answer.reasons ?? [],
    language: words.language,
  });
  const texts = new Map([
    ['README.md', readme],
    ['result.json', inLines(result)],
    ['rule.json', inLines({ target, counting, sensitivity })],
    ['evidence.csv', csvText(evidenceRows({ answer, zones, segments, isSurveyed, words }))],
    [EDITED, writeCoastline(segments, { isSurveyed, log })],
  ]);
  if (toleranceM > 0)
    texts.set(GENERALISED, writeCoastline(coarser(segments, toleranceM), { isSurveyed, log }));
  for (const { name, text } of named) texts.set(name, text);
  return texts;
}

/** The path of an input in the bundle: it keeps its folders, so that no two files share a name. */
function inputName(file: string): string {
  const steps = file
    .split(/[/\\:?#]+/)
    .filter((step) => !['', '.', '..', 'geodata'].includes(step));
  return ['inputs', ...steps].join('/');
}

function coarser(
  segments: readonly CoastlineSegment[],
  toleranceM: number,
): readonly CoastlineSegment[] {
  return segments.map((segment) => ({
    ...segment,
    geometry: {
      type: 'MultiLineString',
      coordinates: linesOf(segment.geometry).map((line) =>
        generalise(line, toleranceM).map(([x, y]) => [x, y]),
      ),
    },
  }));
}

function inLines(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
