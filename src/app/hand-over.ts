import { csvText } from '../data/csv-text.ts';
import { parseWork, writeWork } from '../data/work-file.ts';
import { writeCoastline } from '../data/write-coastline.ts';
import type { AuditAnswer } from '../domain/audit-question.ts';
import { auditSentence, type DataVersion } from '../ui/audit-sentence.ts';
import type { Words } from '../ui/words.tsx';
import { evidenceRows } from './evidence-rows.ts';
import { fingerprint } from './fingerprint.ts';
import type { Model } from './model.ts';
import { saveFile } from './save-file.ts';

/** Today as people write it in a file name and on a page: ISO 8601, local time. */
export function today(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${now.getFullYear()}-${month}-${day}`;
}

/** The datasets and the rule behind the audit, with their SHA-256. */
export function dataVersions(model: Model): Promise<readonly DataVersion[]> {
  return Promise.all(
    [...model.sources.peek().values()].map(async ({ file, text }) => ({
      file,
      sha256: await fingerprint(text),
    })),
  );
}

/** Puts the headline on the clipboard as a sentence, and returns it. */
export async function copySentence(
  model: Model,
  answer: AuditAnswer,
  words: Words,
): Promise<string> {
  const sentence = auditSentence({
    answer,
    versions: await dataVersions(model),
    date: today(new Date()),
    isSurveyed: model.isSurveyed.peek(),
    words,
  });
  await navigator.clipboard.writeText(sentence);
  return sentence;
}

/** Saves the stretches behind the figures as CSV. Returns the file's name. */
export function saveEvidence(model: Model, answer: AuditAnswer, words: Words): string {
  const file = `coastline-evidence-${today(new Date())}.csv`;
  saveFile(file, evidenceCsv(model, answer, words), 'text/csv');
  return file;
}

/** The evidence as CSV text. */
function evidenceCsv(model: Model, answer: AuditAnswer, words: Words): string {
  const [zones, segments, isSurveyed] = [
    model.zones.peek(),
    model.segments.peek(),
    model.isSurveyed.peek(),
  ];
  return csvText(evidenceRows({ answer, zones, segments, isSurveyed, words }));
}

/** Saves the coastline as edited, with its change log. Returns the file's name. */
export function saveEdited(model: Model): string {
  const file = `coastline-edited-${today(new Date())}.geojson`;
  const [isSurveyed, log] = [model.isSurveyed.peek(), model.log.peek()];
  saveFile(
    file,
    writeCoastline(model.segments.peek(), { isSurveyed, log }),
    'application/geo+json',
  );
  return file;
}

/** The largest work file that is opened, in bytes: 16 MiB, some 50 000 changes. */
const LARGEST_WORK = 16 * 1024 * 1024;

/** Saves all changes as one file that opens again here. Returns the file's name. */
export function saveWork(model: Model): string {
  const now = new Date();
  const file = `coastplan-work-${today(now)}.json`;
  saveFile(file, writeWork(model.work.peek(), now.toISOString()), 'application/json');
  return file;
}

/** Takes up the changes of a work file in place of those at hand; a refused file costs nothing. */
export async function openWork(model: Model, file: File): Promise<void> {
  const refuse = (reason: string): void =>
    model.showMessage({ kind: 'failure', key: 'workNotOpened', values: { reason } });
  if (file.size > LARGEST_WORK) {
    refuse(`${file.name}: ${Math.ceil(file.size / 2 ** 20)} MiB > 16 MiB`);
    return;
  }
  const work = await parseWork(await file.text(), file.name);
  if (!work.ok) {
    const { message, cure } = work.error;
    refuse(`${message[model.language.peek()]} ${cure[model.language.peek()]}`);
    return;
  }
  model.takeUpWork(work.value);
  const { log, scenarios, decks } = work.value;
  const counts = { changes: log.length, scenarios: scenarios.length, decks: decks.length };
  const values = { file: file.name, ...counts };
  model.showMessage({ kind: 'done', key: 'workOpened', values });
}
