import * as v from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';
import { COASTLINE_CLASSES, COASTLINE_USES, CONFIDENCES } from '../../domain/coastline.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { ACTIVITIES, type ActivityEntry } from '../../domain/views/activity.ts';
import type { Workspace } from '../../domain/views/workspace.ts';
import { entryError, structureError } from '../geojson/structure-error.ts';
import { parseJsonText } from '../text/json-text.ts';
import { DatasetEntry, fromDataset, type TextOf, toDataset } from './dataset-entry.ts';
import { DeckEntry, fromDeck, misfitInDecks, toDeck } from './deck-entry.ts';
import { misfitInNotes, NoteEntry } from './note-entry.ts';
import { fromScenario, misfitIn, ScenarioEntry, toScenario } from './scenario-entry.ts';

/** The marker of a work file. The app writes the version below, and reads it and all earlier ones. */
const FORMAT = 'coastplan-work';
/** Version 2 added the scenarios, version 3 the decks of views, version 4 the user's own data, version 5 the notes on the map. */
const VERSION = 5;

/** Work as a file holds it: when it was saved (ISO 8601), and what was done until then. */
export type SavedWork = Workspace & {
  readonly savedAt: string;
  readonly activity?: readonly ActivityEntry[];
};

const DAMAGED: Bilingual = {
  zh: '文件已损坏，请改用较早保存的文件。',
  en: 'The file is damaged: use one that was saved earlier.',
};

const Entry = v.object({
  segmentIds: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
  class: v.optional(v.picklist(COASTLINE_CLASSES)),
  use: v.optional(v.picklist(COASTLINE_USES)),
  confidence: v.optional(v.picklist(CONFIDENCES)),
  reason: v.string(),
  date: v.pipe(v.string(), v.isoTimestamp()),
});
const ActivityItem = v.object({
  at: v.pipe(v.string(), v.isoTimestamp()),
  what: v.picklist(ACTIVITIES),
  from: v.string(),
  to: v.string(),
});
const Head = v.object({ format: v.literal(FORMAT), version: v.number() });
const File = v.object({
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  log: v.array(Entry),
  scenarios: v.optional(v.array(ScenarioEntry), []),
  decks: v.optional(v.array(DeckEntry), []),
  datasets: v.optional(v.array(DatasetEntry), []),
  notes: v.optional(v.array(NoteEntry), []),
  lastViewNumber: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  activity: v.optional(v.array(ActivityItem), []),
});

/**
 * Returns a work file's text: JSON with format, version and the time of saving (ISO 8601). Without texts, the data
 * of the user are named by their SHA-256 alone, for a store that keeps them apart.
 */
export function writeWorkspace(
  work: Workspace,
  savedAt: string,
  {
    withTexts = true,
    activity = [],
  }: { readonly withTexts?: boolean; readonly activity?: readonly ActivityEntry[] } = {},
): string {
  const { log, scenarios, decks, datasets, notes, lastViewNumber } = work;
  const head = { format: FORMAT, version: VERSION, savedAt };
  const file = {
    ...head,
    log,
    scenarios: scenarios.map(fromScenario),
    decks: decks.map(fromDeck),
    datasets: datasets.map((dataset) => fromDataset(dataset, { withText: withTexts })),
    notes,
    lastViewNumber,
    ...(activity.length > 0 && { activity }),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Reads a work file. A damaged file, a newer version and a file of another kind have different errors, each
 * with its place and a cure; no part of such a file is used.
 */
export async function parseWorkspace(
  text: string,
  file: string,
  textOf: TextOf = async () => undefined,
): Promise<Result<SavedWork, LoadError>> {
  const json = await parseJsonText(text, file);
  if (!json.ok) return json;
  const head = v.safeParse(Head, json.value);
  if (!head.success) {
    return failed(
      await structureError({
        text,
        file,
        path: [],
        message: { zh: '这不是岸线规划图的工作文件。', en: 'this is not a Coastplan work file.' },
        cure: {
          zh: '请选择由“保存工作文件”得到的文件。',
          en: 'Choose a file that “Save work file” has written.',
        },
      }),
    );
  }
  const { version } = head.output;
  if (!Number.isInteger(version) || version < 1) {
    return failed(
      await structureError({
        text,
        file,
        path: ['version'],
        message: {
          zh: `文件版本为 ${version}，应为不小于 1 的整数。`,
          en: `it has version ${version}; versions are whole numbers from 1.`,
        },
        cure: DAMAGED,
      }),
    );
  }
  if (version > VERSION) {
    return failed(
      await structureError({
        text,
        file,
        path: ['version'],
        message: {
          zh: `文件版本为 ${version}，本程序只能读到版本 ${VERSION}。`,
          en: `it has version ${version}; this app reads up to version ${VERSION}.`,
        },
        cure: { zh: '请更新本程序后再打开。', en: 'Update the app, then open the file again.' },
      }),
    );
  }
  const parsed = v.safeParse(File, json.value);
  if (parsed.success) {
    const datasets = await Promise.all(
      parsed.output.datasets.map((entry) => toDataset(entry, textOf)),
    );
    const missing = datasets.indexOf(undefined);
    const work = {
      ...toWork(parsed.output),
      datasets: datasets.filter((dataset) => dataset !== undefined),
    };
    const misfit =
      misfitIn(work.scenarios, ['scenarios']) ??
      misfitInDecks(work.decks, ['decks']) ??
      misfitInNotes(work.notes, ['notes']) ??
      (missing < 0 ? undefined : withoutText(missing));
    return misfit === undefined
      ? ok(work)
      : failed(await structureError({ text, file, ...misfit }));
  }
  return failed(await entryError(parsed.issues[0], { text, file, cure: DAMAGED }));
}

function withoutText(index: number): Omit<Parameters<typeof structureError>[0], 'text' | 'file'> {
  return {
    path: ['datasets', index],
    message: {
      zh: '自有数据的内容不在文件里。',
      en: 'the contents of a dataset of the user are missing.',
    },
    cure: DAMAGED,
  };
}

function toWork({
  savedAt,
  log,
  scenarios,
  decks,
  notes,
  lastViewNumber,
  activity,
}: v.InferOutput<typeof File>): Omit<SavedWork, 'datasets'> {
  return {
    savedAt,
    log: log.map(({ segmentIds, reason, date, class: shoreClass, use, confidence }) => ({
      segmentIds,
      ...(shoreClass !== undefined && { class: shoreClass }),
      ...(use !== undefined && { use }),
      ...(confidence !== undefined && { confidence }),
      reason,
      date,
    })),
    scenarios: scenarios.map(toScenario),
    decks: decks.map(toDeck),
    notes,
    lastViewNumber,
    ...(activity.length > 0 && { activity }),
  };
}
