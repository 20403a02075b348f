import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type AcceptedDataset,
  type FileSource,
  ImportSession,
  MAX_IMPORT_BYTES,
  type OpenedFiles,
  type SessionPlan,
  TOO_MUCH,
} from '../../data/import/import-session.ts';
import type { DatasetChoices } from '../../data/import/inspect-dataset.ts';
import type { PlanTextOptions } from '../../data/import/plan-text.ts';
import type { RefusedFile } from '../../data/import/raw-dataset.ts';
import { readFieldSheet } from '../../data/import/read-field-sheet.ts';
import type { PlanPackage } from '../../data/plan-package/read-plan-package.ts';
import type { ProjectWork } from '../../data/project-file/project-content.ts';
import type { ProjectFault } from '../../data/project-file/read-project.ts';
import type { FieldSheet } from '../../domain/audit/field-sheet.ts';
import type {
  CheckedDataset,
  CrsOutline,
  ImportProgress,
  SessionDataset,
} from '../../domain/own-data/dataset-card.ts';
import { failed, type Result, reasonOf } from '../../domain/result.ts';
import { portionsOf } from './portions.ts';
import { postAnswer } from './post-answer.ts';
import { eachState, type TextPiece, textPieces, textTaker } from './work-texts.ts';

/** What the page asks of the worker. */
export type ImportRequest = StartRequest | FieldSheetRequest | ProjectRequest | SessionRequest;

/** Reads a field sheet, which has no part in a session. */
type FieldSheetRequest = { readonly kind: 'field-sheet'; readonly file: FilesToRead[number] };

/** Reads a project, which has no part in a session; `running` are the files of the plan that is shown. */
type ProjectRequest = {
  readonly kind: 'project';
  readonly file: FilesToRead[number];
  readonly running: ReadonlyMap<string, Uint8Array>;
};

/** Begins a session, before anything else. */
type StartRequest = { readonly kind: 'start'; readonly plan: SessionPlan };

/** What is asked of a session. */
type SessionRequest =
  | { readonly kind: 'open'; readonly files: FilesToRead }
  | {
      readonly kind: 'choose';
      readonly key: string;
      readonly choices: DatasetChoices & { readonly encoding?: string };
    }
  | { readonly kind: 'check'; readonly key: string; readonly options: PlanTextOptions }
  | {
      readonly kind: 'accept';
      readonly key: string;
      readonly options: PlanTextOptions & { readonly name: string; readonly acceptedAt: string };
    };

/** Files with their names, and paths in a folder; the page never reads their bytes. */
export type FilesToRead = readonly { readonly name: string; readonly blob: Blob }[];

/** What the worker answers, under the number of the request. */
export type ImportReply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ImportProgress }
  | { readonly kind: 'outline'; readonly id: number; readonly outline: CrsOutline }
  | ({ readonly id: number } & TextPiece)
  | { readonly kind: 'started'; readonly id: number }
  | { readonly kind: 'opened'; readonly id: number; readonly opened: OpenedFiles }
  | { readonly kind: 'chosen'; readonly id: number; readonly dataset: SessionDataset }
  | {
      readonly kind: 'findings';
      readonly id: number;
      readonly findings: CheckedDataset['findings'];
    }
  /** After its findings. */
  | {
      readonly kind: 'checked';
      readonly id: number;
      readonly checked: Omit<CheckedDataset, 'findings'>;
    }
  | {
      readonly kind: 'accepted';
      readonly id: number;
      readonly dataset: Omit<AcceptedDataset, 'text'>;
      /** In UTF-8, which passes between threads without a copy. */
      readonly text: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly kind: 'field-sheet-read';
      readonly id: number;
      readonly read: Result<FieldSheet, RefusedFile>;
    }
  | {
      readonly kind: 'project-read';
      readonly id: number;
      readonly read: Result<OpenedProject, ProjectFault>;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

/** A project as it was read; with its plan where that is another than the one that is shown. */
export type OpenedProject = ProjectWork & { readonly plan?: PlanPackage };

let session: ImportSession | undefined;

/** One request at a time, in order: a choice is never answered before the files are read. */
let turn: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest & { id: number }>) => {
  turn = turn.then(async () => {
    post(await answer(data, data.id), data.id);
  });
});

async function answer(request: ImportRequest, id: number): Promise<ImportReply> {
  try {
    if (request.kind === 'start') {
      session = new ImportSession({ ...request.plan, sha256: hash });
      return { kind: 'started', id };
    }
    if (request.kind === 'field-sheet')
      return { kind: 'field-sheet-read', id, read: await fieldSheet(request.file) };
    if (request.kind === 'project')
      return { kind: 'project-read', id, read: await project(request, id) };
    if (session === undefined) throw new Error('no import has been started');
    return await answerIn(session, request, id);
  } catch (cause) {
    return { kind: 'failed', id, reason: reasonOf(cause) };
  }
}

function post(reply: ImportReply, id: number): void {
  postAnswer<ImportReply>(
    reply,
    (reason) => ({ kind: 'failed', id, reason }),
    reply.kind === 'accepted' ? [reply.text.buffer] : [],
  );
}

async function answerIn(
  current: ImportSession,
  request: SessionRequest,
  id: number,
): Promise<ImportReply> {
  switch (request.kind) {
    case 'open': {
      const opened = await current.open(request.files.map(given), {
        onProgress: seldom((progress) => post({ kind: 'progress', id, progress }, id)),
        onOutline: (outline) => post({ kind: 'outline', id, outline }, id),
      });
      return { kind: 'opened', id, opened };
    }
    case 'choose':
      return { kind: 'chosen', id, dataset: await current.choose(request.key, request.choices) };
    case 'check': {
      const { findings, ...checked } = await current.check(request.key, request.options);
      for (const portion of portionsOf(findings))
        post({ kind: 'findings', id, findings: portion }, id);
      return { kind: 'checked', id, checked };
    }
    case 'accept': {
      const { text, ...dataset } = await current.accept(request.key, request.options);
      return { kind: 'accepted', id, dataset, text: new TextEncoder().encode(text) };
    }
  }
}

async function fieldSheet(file: FilesToRead[number]): Promise<Result<FieldSheet, RefusedFile>> {
  if (file.blob.size > MAX_IMPORT_BYTES) return failed({ file: file.name, ...TOO_MUCH });
  const { name, bytes } = given(file);
  return readFieldSheet({ name, bytes: await bytes() });
}

/** Reads a project; its code is fetched with the first one. Texts of own data go ahead, piece by piece. */
async function project(
  { file: { name, blob }, running }: ProjectRequest,
  id: number,
): Promise<Result<OpenedProject, ProjectFault>> {
  const [{ readProject }, { heldPlanFiles }] = await Promise.all([
    import('../../data/project-file/read-project.ts'),
    import('../../data/project-file/project-content.ts'),
  ]);
  const read = await readProject(new Uint8Array(await blob.arrayBuffer()), name, hash);
  if (!read.ok) return read;
  const { plan, planHashes, ...whole } = read.value;
  const { take, texts } = textTaker();
  const work = { ...whole, work: eachState(whole.work, take) };
  for (const piece of textPieces(texts)) self.postMessage({ ...piece, id } satisfies ImportReply);
  const shown = heldPlanFiles(running);
  const isShown =
    shown.size === planHashes.size &&
    [...shown].every(([path, bytes]) => planHashes.get(path) === hash(bytes));
  return { ok: true, value: isShown ? work : { ...work, plan } };
}

/** The least time between two reports of progress, in milliseconds. */
const PAUSE = 250;

/** Passes on the first report, and then a few a second. */
function seldom(tell: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (now < next) return;
    next = now + PAUSE;
    tell(progress);
  };
}

/** Not `crypto.subtle`, which plain http inside an office lacks. */
function hash(of: Uint8Array | string): string {
  return bytesToHex(sha256(typeof of === 'string' ? utf8ToBytes(of) : of));
}

function given({ name, blob }: FilesToRead[number]): FileSource {
  return { name, bytes: async () => new Uint8Array(await blob.arrayBuffer()) };
}
