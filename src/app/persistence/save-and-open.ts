import { batch } from '@preact/signals';
import { csvText } from '../../data/csv-text.ts';
import { decodeText, readBytes } from '../../data/text/decode-text.ts';
import { parseWorkspace, writeWorkspace } from '../../data/views/workspace-file.ts';
import type { StatisticalArea } from '../../domain/audit/area-statistics.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { MAX_WORK_FILE } from '../../domain/views/workspace.ts';
import { auditSentence } from '../../ui/audit/audit-sentence.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { Model } from '../state/model.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import { answerProvenance } from './answer-provenance.ts';
import { evidenceRows } from './evidence-rows.ts';
import { editedCoastline } from './made-files.ts';
import { saveFile } from './save-file.ts';
import { takeActivity } from './take-activity.ts';

/** Today as people write it in a file name and on a page: ISO 8601, local time. */
export function today(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${now.getFullYear()}-${month}-${day}`;
}

/** The headline as a sentence to sign. */
export async function headlineSentence(
  model: Pick<Model, 'plan' | 'audit'>,
  answer: AuditAnswer,
  words: I18n,
): Promise<string> {
  return auditSentence({
    answer,
    provenance: await answerProvenance(model, answer),
    date: today(new Date()),
    coastStatus: model.plan.coastStatus.peek(),
    words,
  });
}

/** Saves the stretches behind the figures as CSV. Returns the file's name. */
export async function saveEvidence(
  model: Pick<Model, 'plan' | 'audit'>,
  answer: AuditAnswer,
  words: I18n,
): Promise<string> {
  const file = `coastline-evidence-${today(new Date())}.csv`;
  const rows = evidenceRows({
    answer,
    zones: model.plan.zones.peek(),
    segments: model.plan.segments.peek(),
    coastStatus: model.plan.coastStatus.peek(),
    provenance: await answerProvenance(model, answer),
    words,
  });
  saveFile(file, csvText(rows), 'text/csv');
  return file;
}

/** Saves the stretches of a coast counted by other areas than its zones. Returns the file's name. */
export async function saveAreaEvidence(
  model: Pick<Model, 'plan' | 'audit'>,
  answer: AuditAnswer,
  areas: readonly Pick<StatisticalArea, 'id' | 'name'>[],
  words: I18n,
): Promise<string> {
  const file = `coastline-by-area-${today(new Date())}.csv`;
  const rows = evidenceRows({
    answer,
    zones: areas,
    segments: model.plan.segments.peek(),
    coastStatus: model.plan.coastStatus.peek(),
    provenance: await answerProvenance(model, answer),
    words,
  });
  saveFile(file, csvText(rows), 'text/csv');
  return file;
}

/** Saves the coastline as edited, with its change log. Returns the file's name. */
export function saveEdited(
  model: Pick<Model, 'plan'>,
  answer: Pick<AuditAnswer, 'log' | 'settings' | 'reasons'>,
): string {
  const file = `coastline-edited-${today(new Date())}.geojson`;
  const [segments, coastStatus] = [model.plan.segments.peek(), model.plan.coastStatus.peek()];
  saveFile(file, editedCoastline({ answer, segments, coastStatus }), 'application/geo+json');
  return file;
}

/** Saves all changes as one file that opens again here. Returns the file's name. */
export function saveWork(model: Pick<Model, 'workspace'>): string {
  const now = new Date();
  const file = `coastplan-work-${today(now)}.json`;
  saveFile(
    file,
    writeWorkspace(model.workspace.current.peek(), now.toISOString(), {
      activity: model.workspace.activity.peek(),
    }),
    'application/json',
  );
  model.workspace.noteInFile(model.workspace.current.peek());
  return file;
}

/**
 * Takes up the changes of a work file in place of those at hand; a refused file costs nothing, and one
 * whose reading is stopped neither.
 */
export async function openWork(
  model: Pick<Model, 'page' | 'workspace'>,
  file: Pick<File, 'name' | 'size' | 'stream'>,
  { onProgress, signal }: TaskOptions = {},
): Promise<void> {
  const refuse = (reason: string): void =>
    model.page.showMessage({ kind: 'failure', key: 'workNotOpened', values: { reason } });
  if (file.size > MAX_WORK_FILE) {
    const mebibytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);
    refuse(`${file.name}: ${mebibytes(file.size)} MiB > ${mebibytes(MAX_WORK_FILE)} MiB`);
    return;
  }
  const onBytes = (read: number): boolean => {
    onProgress?.(read / file.size);
    return signal?.aborted !== true;
  };
  const bytes = await readBytes(file.stream(), onBytes).catch((cause: unknown) => {
    // A disk that is gone, or a file that changed since it was chosen.
    refuse(`${file.name}: ${cause}`);
  });
  const text = bytes === undefined ? undefined : await decodeText(bytes, file.name);
  const work = text?.ok === true ? await parseWorkspace(text.value, file.name) : text;
  if (signal?.aborted) {
    model.page.showMessage({ kind: 'done', key: 'openWorkCancelled' });
    return;
  }
  if (work === undefined) return;
  if (!work.ok) {
    const { message, cure } = work.error;
    refuse(`${message[model.page.language.peek()]} ${cure[model.page.language.peek()]}`);
    return;
  }
  const { savedAt: _, activity = [], ...kept } = work.value;
  batch(() => {
    model.workspace.restore(kept);
    takeActivity(model, { activity }, { what: 'work-opened', to: file.name });
  });
  const { log, scenarios, decks } = work.value;
  const counts = { changes: log.length, scenarios: scenarios.length, decks: decks.length };
  const values = { file: file.name, ...counts };
  model.page.showMessage({ kind: 'done', key: 'workOpened', values });
}
