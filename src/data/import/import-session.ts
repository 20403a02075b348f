import type { BoundingBox, Position } from '../../domain/geometry.ts';
import type {
  CheckedDataset,
  CrsOutline,
  EncodingPreview,
  ImportProgress,
  SessionDataset,
} from '../../domain/own-data/dataset-card.ts';
import type {
  DatasetLineage,
  OwnDataset,
  SourceFileHash,
} from '../../domain/own-data/own-dataset.ts';
import { reasonOf } from '../../domain/result.ts';
import { type ReferenceLines, referenceLines } from '../datum/reference-lines.ts';
import { checkDataset } from './check-dataset.ts';
import {
  type DatasetChoices,
  type DecidedDataset,
  decideDataset,
  firstOutline,
  inspectDataset,
} from './inspect-dataset.ts';
import type { PlanTextOptions } from './plan-text.ts';
import { fieldOf, type ImportFile, type RawDataset, type RefusedFile } from './raw-dataset.ts';
import { readFiles } from './read-files.ts';

/** A file that the user gave, read when it is its turn. */
export type FileSource = { readonly name: string; readonly bytes: () => Promise<Uint8Array> };

/** The most bytes that are read at once: 512 MiB. */
export const MAX_IMPORT_BYTES = 512 * 2 ** 20;

/** What opening files gave. */
export type OpenedFiles = {
  readonly datasets: readonly SessionDataset[];
  readonly refused: readonly RefusedFile[];
};

/** What of an accepted dataset the worker knows; id and time come from the page. */
export type AcceptedDataset = Omit<OwnDataset, 'id'>;

/** SHA-256 of bytes or of a text in UTF-8, as 64 hexadecimal digits. */
export type Hash = (of: Uint8Array | string) => string;

/** The plan that a session imports into. */
export type SessionPlan = {
  /** The plan's extent in degrees. */
  readonly frame: BoundingBox;
  /** The plan's own coast, against which readings of coordinates are compared. */
  readonly coast: readonly (readonly Position[])[];
};

/** What a session rests on. */
export type SessionOptions = SessionPlan & { readonly sha256: Hash };

type Held = {
  raw: RawDataset;
  choices: DatasetChoices;
  encoding: string | undefined;
  previews: readonly EncodingPreview[];
  readonly given: readonly FileSource[];
};

/** A dataset as it was decided, under the choices that decide it so. */
type Decided = {
  readonly raw: RawDataset;
  readonly questions: readonly string[];
  readonly answer: DecidedDataset;
};

/** Hears how far an import is, and of each dataset's outline as soon as it can be drawn. */
export type ImportListener = {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly onOutline?: (outline: CrsOutline) => void;
};

/** Encodings that are tried beside the one taken. */
const OTHER_ENCODINGS = ['UTF-8', 'GB18030'] as const;

/**
 * The files of one drop on their way into the plan. It lives in a worker, holds what was read, and answers with
 * plain data.
 */
export class ImportSession {
  readonly #frame: BoundingBox;
  readonly #coast: ReferenceLines | undefined;
  readonly #held = new Map<string, Held>();
  /** The dataset that was decided last: placing and measuring a large one takes seconds. */
  #decided: Decided | undefined;
  #count = 0;

  readonly #sha256: Hash;

  constructor({ frame, coast, sha256 }: SessionOptions) {
    this.#frame = frame;
    this.#coast = referenceLines(coast);
    this.#sha256 = sha256;
  }

  /** Reads files; what cannot be read is refused by name, and the others go on. */
  async open(
    given: readonly FileSource[],
    { onProgress, onOutline }: ImportListener = {},
  ): Promise<OpenedFiles> {
    const { files, refused } = await this.#bytesOf(given, (share) =>
      onProgress?.({ share: share / 2 }),
    );
    const read = await readFiles(files, {
      onProgress: (reading) => onProgress?.({ share: 0.5, reading }),
    });
    for (const raw of read.datasets) {
      const outline = onOutline && firstOutline(raw, this.#frame);
      if (outline !== undefined) onOutline?.(outline);
    }
    const datasets: SessionDataset[] = [];
    for (const [index, raw] of read.datasets.entries()) {
      onProgress?.({
        share: 0.5 + index / read.datasets.length / 2,
        reading: { file: raw.file, features: raw.features.length },
      });
      this.#count += 1;
      const key = `dataset-${this.#count}`;
      const sources = given.filter(({ name }) => belongsTo(raw.file, name));
      const held: Held = {
        ...{ raw, choices: {}, encoding: undefined },
        previews: await previewsOf(raw, files),
        given: sources.length > 0 ? sources : given,
      };
      this.#held.set(key, held);
      datasets.push(this.#show(key, held));
    }
    return { datasets, refused: [...refused, ...read.refused] };
  }

  /** Decides anew. Another encoding reads the files again. @throws Error when they are gone. */
  async choose(
    key: string,
    choices: DatasetChoices & { readonly encoding?: string },
  ): Promise<SessionDataset> {
    const held = this.#heldAs(key);
    const { encoding, ...decided } = choices;
    if (encoding !== held.encoding) {
      const { files } = await this.#bytesOf(held.given);
      const { datasets } = await readFiles(files, encoding === undefined ? {} : { encoding });
      const again = datasets.find(
        ({ file, name }) => file === held.raw.file && name === held.raw.name,
      );
      if (again === undefined) throw new Error(`${held.raw.file} could not be read again`);
      held.raw = again;
      held.encoding = encoding;
    }
    held.choices = decided;
    return this.#show(key, held);
  }

  /** Checks a dataset as `validate` does. */
  async check(key: string, options: PlanTextOptions): Promise<CheckedDataset> {
    const held = this.#heldAs(key);
    const { dataset } = this.#decide(held, { ...held.choices, role: options.role });
    const { text: _, ...checked } = await checkDataset(dataset, options, this.#frame);
    return checked;
  }

  /** Everything of a dataset that the plan keeps. @throws Error when it is not decided yet. */
  async accept(
    key: string,
    options: PlanTextOptions & { readonly name: string; readonly acceptedAt: string },
  ): Promise<AcceptedDataset> {
    const held = this.#heldAs(key);
    const { role } = options;
    const { dataset, applied } = this.#decide(held, { ...held.choices, role });
    const checked = await checkDataset(dataset, options, this.#frame);
    const { raw, crs } = dataset;
    if (crs.how !== 'declared' && crs.how !== 'confirmed')
      throw new Error('the coordinate reference system is not decided');
    const { report } = this.#show(key, held);
    const lineage: DatasetLineage = {
      files: await this.#hashesOf(held.given),
      format: raw.format,
      layer: raw.name,
      encoding: { name: raw.encoding.name, how: raw.encoding.how },
      ...(crs.reading !== undefined && {
        crs: {
          code: crs.reading.code,
          ...(crs.reading.isSwapped === true && { isSwapped: true as const }),
          how: crs.how,
        },
      }),
      mapping: dataset.mapping,
      read: report.read,
      kept: checked.kept,
      setAside: report.read - checked.kept,
      repairs: applied,
      issues: checked.findings
        .filter(({ severity }) => severity !== 'note')
        .slice(0, MOST_ISSUES)
        .map(({ code, severity, message }) => ({ code, severity, message })),
      acceptedAt: options.acceptedAt,
      ...(options.statement !== undefined && { statement: options.statement }),
      ...(options.confidence !== undefined && { confidence: options.confidence }),
    };
    const { text } = checked;
    return { name: options.name, role, text, sha256: this.#sha256(text), lineage };
  }

  #show(key: string, held: Held): SessionDataset {
    const { raw, choices, previews } = held;
    const decided = this.#decide(held, choices);
    const [frame, coast] = [this.#frame, this.#coast];
    return { ...inspectDataset(raw, { frame, coast, choices, decided }), key, previews };
  }

  /** Decides a dataset, or returns what the same choices gave the last time. */
  #decide({ raw }: Pick<Held, 'raw'>, choices: DatasetChoices): DecidedDataset {
    const question = questionOf(choices);
    const known = this.#decided;
    if (known?.raw === raw && known.questions.includes(question)) return known.answer;
    const answer = decideDataset(raw, this.#frame, choices);
    // Whoever asks with the role that was proposed asks the same.
    const { role } = answer.dataset;
    this.#decided = { raw, questions: [question, questionOf({ ...choices, role })], answer };
    return answer;
  }

  #heldAs(key: string): Held {
    const held = this.#held.get(key);
    if (held === undefined) throw new Error(`no dataset is held as ${key}`);
    return held;
  }

  async #hashesOf(given: readonly FileSource[]): Promise<readonly SourceFileHash[]> {
    const hashes: SourceFileHash[] = [];
    for (const { name, bytes } of given) hashes.push({ name, sha256: this.#sha256(await bytes()) });
    return hashes;
  }

  async #bytesOf(
    given: readonly FileSource[],
    onProgress: (share: number) => void = () => undefined,
  ): Promise<{ readonly files: readonly ImportFile[]; readonly refused: readonly RefusedFile[] }> {
    const files: ImportFile[] = [];
    const refused: RefusedFile[] = [];
    let total = 0;
    for (const [index, { name, bytes }] of given.entries()) {
      onProgress(index / given.length);
      try {
        const content = await bytes();
        if (total + content.length > MAX_IMPORT_BYTES) {
          refused.push({ file: name, ...TOO_MUCH });
          continue;
        }
        total += content.length;
        files.push({ name, bytes: content });
      } catch (cause) {
        refused.push({ file: name, ...gone(reasonOf(cause)) });
      }
    }
    return { files, refused };
  }
}

/** Choices as one text, in one order. */
function questionOf({ role, repairs = [], ...others }: DatasetChoices): string {
  return JSON.stringify([role, repairs, Object.entries(others).sort()]);
}

/** Findings kept in the lineage; the report says how many more there were. */
const MOST_ISSUES = 200;

/** Whether a dataset came from a file as given: it is the file, a member of it, or a part of the same stem. */
function belongsTo(file: string, given: string): boolean {
  const stem = (name: string): string => name.replace(/\.[^./]+$/, '').toLowerCase();
  return (
    file === given ||
    file.startsWith(`${given}/`) ||
    given.startsWith(`${file}/`) ||
    stem(file) === stem(given)
  );
}

/** The first rows under other encodings, for a dataset whose encoding may be in doubt. */
async function previewsOf(
  raw: RawDataset,
  files: readonly ImportFile[],
): Promise<readonly EncodingPreview[]> {
  const { encoding } = raw;
  const isInDoubt = encoding.contradicted !== undefined || encoding.how === 'proposed';
  if (!isInDoubt || encoding.name === 'binary') return [];
  const own = files.filter(({ name }) => belongsTo(raw.file, name));
  const others = OTHER_ENCODINGS.filter((name) => name.toLowerCase() !== encoding.name);
  const previews: EncodingPreview[] = [];
  for (const name of others) {
    const { datasets } = await readFiles(own, { encoding: name });
    const same = datasets.find(
      (each) => each.features.length === raw.features.length && each.format === raw.format,
    );
    const rows = same && firstRows(same);
    // Bytes that another encoding cannot read leave no doubt, unless the file itself names it.
    const isReadable = rows?.every((row) => row.every((cell) => !cell.includes('\uFFFD')));
    if (rows !== undefined && (isReadable || encoding.contradicted !== undefined))
      previews.push({ encoding: name, rows });
  }
  return previews;
}

function firstRows({ fields, features }: RawDataset): readonly (readonly string[])[] {
  return features
    .slice(0, 5)
    .map(({ properties }) => fields.map(({ name }) => String(fieldOf(properties, name) ?? '')));
}

/** Why files beyond the limit are not read. */
export const TOO_MUCH = {
  code: 'too-large',
  message: { zh: '一次选入的文件超过 512 MB。', en: 'the files together are larger than 512 MB.' },
  cure: {
    zh: '分几次选入，或只导出需要的图层。',
    en: 'Choose fewer at once, or export only the layers needed.',
  },
};

function gone(reason: string): Omit<RefusedFile, 'file'> {
  return {
    code: 'file-unreadable',
    message: {
      zh: `文件读不出来，可能已移动、改动或没有权限（${reason}）。`,
      en: `the file cannot be read: it may have been moved or changed, or access is refused (${reason}).`,
    },
    cure: { zh: '再选一次。', en: 'Choose it again.' },
  };
}
