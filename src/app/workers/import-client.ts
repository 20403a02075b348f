import type {
  AcceptedDataset,
  ImportListener,
  OpenedFiles,
  SessionPlan,
} from '../../data/import/import-session.ts';
import type { DatasetChoices } from '../../data/import/inspect-dataset.ts';
import type { PlanTextOptions } from '../../data/import/plan-text.ts';
import type { RefusedFile } from '../../data/import/raw-dataset.ts';
import type { ProjectFault } from '../../data/project-file/read-project.ts';
import type { FieldSheet } from '../../domain/audit/field-sheet.ts';
import type {
  CheckedDataset,
  DatasetFinding,
  SessionDataset,
} from '../../domain/own-data/dataset-card.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { FilesToRead, ImportReply, ImportRequest, OpenedProject } from './import-worker.ts';
import ImportWorker from './import-worker.ts?worker';
import { addPiece, eachState, type TextPiece, textGiver } from './work-texts.ts';
import { workerFault } from './worker-fault.ts';

type Settle = (reply: ImportReply) => void;
type Listener = ImportListener & {
  readonly onText?: (piece: TextPiece) => void;
  readonly onFindings?: (findings: CheckedDataset['findings']) => void;
};
type Waiting = Listener & { readonly settle: Settle };

/**
 * Asks a worker of its own to read the user's files. The worker holds what it read until `destroy`; nothing but
 * ending it stops a reader, so a cancelled import starts anew.
 */
export class ImportClient {
  readonly #worker = new ImportWorker();
  readonly #waiting = new Map<number, Waiting>();
  readonly #started: Promise<ImportReply>;
  #lastId = 0;
  #fault: string | undefined;

  /** @param onBroken called when the worker has broken down, and what it held is gone with it */
  constructor(plan: SessionPlan, onBroken?: (reason: string) => void) {
    const end = (fault: { readonly message?: string }): void => {
      if (this.#fault !== undefined) return;
      this.#worker.terminate();
      const reason = workerFault(fault);
      onBroken?.(reason);
      this.#fail(reason);
    };
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      const waiting = this.#waiting.get(data.id);
      if (data.kind === 'progress') waiting?.onProgress?.(data.progress);
      else if (data.kind === 'outline') waiting?.onOutline?.(data.outline);
      else if (data.kind === 'findings') waiting?.onFindings?.(data.findings);
      else if (data.kind === 'text') waiting?.onText?.(data);
      else waiting?.settle(data);
    });
    this.#worker.addEventListener('error', end);
    this.#worker.addEventListener('messageerror', () => end({ message: 'messageerror' }));
    this.#started = this.#ask({ kind: 'start', plan });
  }

  /** @throws Error when the worker fails, with the reason. */
  async open(files: FilesToRead, listener: ImportListener = {}): Promise<OpenedFiles> {
    await this.#started;
    const reply = await this.#ask({ kind: 'open', files }, listener);
    if (reply.kind !== 'opened') throw refusal(reply);
    return reply.opened;
  }

  /** @throws Error when the file is gone or the worker fails, with the reason. */
  async readFieldSheet(file: FilesToRead[number]): Promise<Result<FieldSheet, RefusedFile>> {
    const reply = await this.#ask({ kind: 'field-sheet', file });
    if (reply.kind !== 'field-sheet-read') throw refusal(reply);
    return reply.read;
  }

  /**
   * @param running the files of the plan that is shown, to tell whether the project is on it
   * @throws Error when the file is gone or the worker fails, with the reason.
   */
  async readProject(
    file: FilesToRead[number],
    running: ReadonlyMap<string, Uint8Array>,
  ): Promise<Result<OpenedProject, ProjectFault>> {
    const texts: string[] = [];
    const onText = (piece: TextPiece): void => addPiece(texts, piece);
    const reply = await this.#ask({ kind: 'project', file, running }, { onText });
    if (reply.kind !== 'project-read') throw refusal(reply);
    const { read } = reply;
    if (!read.ok) return read;
    return ok({ ...read.value, work: eachState(read.value.work, textGiver(texts)) });
  }

  /** @throws Error when the files are gone or the worker fails, with the reason. */
  async choose(
    key: string,
    choices: DatasetChoices & { readonly encoding?: string },
  ): Promise<SessionDataset> {
    const reply = await this.#ask({ kind: 'choose', key, choices });
    if (reply.kind !== 'chosen') throw refusal(reply);
    return reply.dataset;
  }

  /** @throws Error when the worker fails, with the reason. */
  async check(key: string, options: PlanTextOptions): Promise<CheckedDataset> {
    const findings: DatasetFinding[] = [];
    const reply = await this.#ask(
      { kind: 'check', key, options },
      { onFindings: (portion) => findings.push(...portion) },
    );
    if (reply.kind !== 'checked') throw refusal(reply);
    return { ...reply.checked, findings };
  }

  /** @throws Error when the dataset is not decided, its files are gone or the worker fails, with the reason. */
  async accept(
    key: string,
    options: PlanTextOptions & { readonly name: string; readonly acceptedAt: string },
  ): Promise<AcceptedDataset> {
    const reply = await this.#ask({ kind: 'accept', key, options });
    if (reply.kind !== 'accepted') throw refusal(reply);
    return { ...reply.dataset, text: new TextDecoder().decode(reply.text) };
  }

  /** Ends the worker with all that it holds. */
  destroy(): void {
    this.#worker.terminate();
    this.#fail('the import was ended');
  }

  #fail(reason: string): void {
    this.#fault = reason;
    for (const [id, { settle }] of this.#waiting) settle({ kind: 'failed', id, reason });
  }

  #ask(request: ImportRequest, listener: Listener = {}): Promise<ImportReply> {
    this.#lastId += 1;
    const id = this.#lastId;
    if (this.#fault !== undefined)
      return Promise.resolve({ kind: 'failed', id, reason: this.#fault });
    return new Promise((resolve) => {
      this.#waiting.set(id, {
        settle: (reply) => {
          this.#waiting.delete(id);
          resolve(reply);
        },
        ...listener,
      });
      this.#worker.postMessage({ ...request, id });
    });
  }
}

function refusal(reply: ImportReply): Error {
  return new Error(reply.kind === 'failed' ? reply.reason : `unexpected reply: ${reply.kind}`);
}
