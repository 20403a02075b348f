import * as v from 'valibot';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import { COASTLINE_CLASSES, COASTLINE_USES, CONFIDENCES } from '../../domain/coastline.ts';
import type { FieldPhoto } from '../../domain/field-photo/field-photo.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import type { WorkState } from '../../domain/views/work-state.ts';
import type { JsonPath } from '../text/json-text.ts';
import { DatasetEntry, fromDataset, type TextOf, toDataset } from './dataset-entry.ts';
import { DeckEntry, fromDeck, misfitInDecks, toDeck } from './deck-entry.ts';
import { misfitInNotes, NoteEntry } from './note-entry.ts';
import { fromPhoto, PhotoEntry, toPhoto } from './photo-entry.ts';
import {
  fromScenario,
  type Misfit,
  misfitIn,
  repeatedId,
  ScenarioEntry,
  toScenario,
} from './scenario-entry.ts';

const LogEntry = v.object({
  segmentIds: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
  class: v.optional(v.picklist(COASTLINE_CLASSES)),
  use: v.optional(v.picklist(COASTLINE_USES)),
  confidence: v.optional(v.picklist(CONFIDENCES)),
  reason: v.string(),
  date: v.pipe(v.string(), v.isoTimestamp()),
});

/** The schemas of the parts of a state of the work, by their names in files. */
export const STATE_ENTRIES = {
  log: v.array(LogEntry),
  scenarios: v.optional(v.array(ScenarioEntry), []),
  decks: v.optional(v.array(DeckEntry), []),
  datasets: v.optional(v.array(DatasetEntry), []),
  notes: v.optional(v.array(NoteEntry), []),
  photos: v.optional(v.array(PhotoEntry), []),
};
const StateEntry = v.object(STATE_ENTRIES);
type StateEntry = v.InferOutput<typeof StateEntry>;

/** A state as read, or the first part of it that is well formed but unusable. */
export type ReadState =
  | { readonly work: WorkState; readonly misfit?: undefined }
  | { readonly misfit: Misfit };

/** The parts of a state as they are written; it is said of each dataset and photo whether its content goes with it. */
export function fromState(
  { log, scenarios, decks, datasets, notes, photos }: WorkState,
  withText: (dataset: OwnDataset) => boolean,
  withPicture: (photo: FieldPhoto) => boolean,
): Readonly<Record<keyof WorkState, readonly unknown[]>> {
  return {
    log,
    scenarios: scenarios.map(fromScenario),
    decks: decks.map(fromDeck),
    datasets: datasets.map((dataset) => fromDataset(dataset, { withText: withText(dataset) })),
    notes,
    photos: photos.map((photo) => fromPhoto(photo, { withPicture: withPicture(photo) })),
  };
}

/** Converts checked entries to a state; the texts of datasets come with them, or from `textOf`. */
export async function toState(
  { log, scenarios, decks, datasets, notes, photos }: StateEntry,
  textOf: TextOf,
  path: JsonPath = [],
): Promise<ReadState> {
  const found = await Promise.all(datasets.map((entry) => toDataset(entry, textOf)));
  const missing = found.indexOf(undefined);
  const work: WorkState = {
    log: log.map(toReclassification),
    scenarios: scenarios.map(toScenario),
    decks: decks.map(toDeck),
    datasets: found.filter((dataset) => dataset !== undefined),
    notes,
    photos: await Promise.all(photos.map((entry) => toPhoto(entry, textOf))),
  };
  const misfit =
    misfitIn(work.scenarios, [...path, 'scenarios']) ??
    misfitInDecks(work.decks, [...path, 'decks']) ??
    misfitInNotes(work.notes, [...path, 'notes']) ??
    repeatedId(work.photos, [...path, 'photos']) ??
    (missing < 0 ? undefined : withoutText([...path, 'datasets', missing]));
  return misfit === undefined ? { work } : { misfit };
}

function toReclassification({
  segmentIds,
  reason,
  date,
  class: shoreClass,
  use,
  confidence,
}: StateEntry['log'][number]): Reclassification {
  return {
    segmentIds,
    ...(shoreClass !== undefined && { class: shoreClass }),
    ...(use !== undefined && { use }),
    ...(confidence !== undefined && { confidence }),
    reason,
    date,
  };
}

/** The cure for a file that was changed by other means than the app. */
export const DAMAGED_WORK = {
  zh: '文件已损坏，请改用较早保存的文件。',
  en: 'The file is damaged: use one that was saved earlier.',
};

function withoutText(path: JsonPath): Misfit {
  return {
    path,
    message: {
      zh: '自有数据的内容不在文件里。',
      en: 'the contents of a dataset of the user are missing.',
    },
    cure: DAMAGED_WORK,
  };
}
