import type { AuditSettings } from '../audit/audit-settings.ts';
import { type Reclassification, reclassified } from '../audit/reclassification.ts';
import type { CoastlineSegment } from '../coastline.ts';
import type { FieldPhoto } from '../field-photo/field-photo.ts';
import { editCount } from '../own-data/edit-codes.ts';
import type { OwnDataset } from '../own-data/own-dataset.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { NamedVersion } from './named-version.ts';
import { type Deck, textIn } from './saved-view.ts';

/** What a user may have done. */
export const ACTIVITIES = [
  'data-accepted',
  'data-replaced',
  'data-edited',
  'data-counted',
  'data-uncounted',
  'data-removed',
  'class-changed',
  'setting-changed',
  'scenario-added',
  'scenario-changed',
  'scenario-removed',
  'deck-added',
  'deck-changed',
  'deck-removed',
  'photo-added',
  'photo-changed',
  'photo-removed',
  'version-added',
  'version-changed',
  'version-removed',
  'version-opened',
  'undone',
  'redone',
  'work-opened',
  'work-resumed',
] as const;
/** What a user has done. */
export type Activity = (typeof ACTIVITIES)[number];

/** An entry of the activity log: when, what, from what to what. */
export type ActivityEntry = {
  /** ISO 8601. */
  readonly at: string;
  readonly what: Activity;
  /** Names, ids and values before and after; empty where there was nothing. */
  readonly from: string;
  readonly to: string;
};

/** What the log tells changes of. Lists that did not change are the same objects. */
export type ActivityState = {
  readonly log: readonly Reclassification[];
  readonly scenarios: readonly Scenario[];
  readonly decks: readonly Deck[];
  readonly datasets: readonly OwnDataset[];
  readonly photos: readonly FieldPhoto[];
  readonly versions: readonly NamedVersion[];
  /** The settings in force, or those chosen while the rule is not there. */
  readonly settings: Partial<AuditSettings>;
};

/** Entries that are kept; the oldest go first. */
const MOST_ENTRIES = 5000;
/** What may be changed bit by bit: by a slider, by typing, by dragging corners. */
const ONE_MOVE: readonly Activity[] = ['setting-changed', 'scenario-changed', 'deck-changed'];
/** Changes of one thing that follow within this many milliseconds are one: a slider, a corner that is dragged. */
const ONE_MOVE_MS = 3000;
/** Stretches that an entry names; the others are counted. */
const MOST_STRETCHES = 10;

/** The settings of the audit that the log tells. */
export const SETTINGS = ['realm', 'numerator', 'estuary', 'target', 'toleranceM'] as const;

/** What was done between two states. */
export function activitiesBetween(
  before: ActivityState,
  after: ActivityState,
  { at, segments }: { readonly at: string; readonly segments: readonly CoastlineSegment[] },
): readonly ActivityEntry[] {
  const entry = (what: Activity, from: string, to: string): ActivityEntry => ({
    ...{ at, what, from, to },
  });
  const settings = SETTINGS.flatMap((name) => {
    const [from, to] = [before.settings[name], after.settings[name]];
    return from === to ? [] : [entry('setting-changed', setting(name, from), setting(name, to))];
  });
  return [
    ...changes(before.datasets, after.datasets, datasetInWords, {
      ...{ added: 'data-accepted', changed: datasetChange, removed: 'data-removed' },
    }).map((change) => entry(...change)),
    ...classChanges(before.log, after.log, segments).map((change) => entry(...change)),
    ...settings,
    ...changes(before.scenarios, after.scenarios, scenarioInWords, {
      ...{ added: 'scenario-added', changed: 'scenario-changed', removed: 'scenario-removed' },
    }).map((change) => entry(...change)),
    ...changes(before.decks, after.decks, deckInWords, {
      ...{ added: 'deck-added', changed: 'deck-changed', removed: 'deck-removed' },
    }).map((change) => entry(...change)),
    ...changes(before.photos, after.photos, photoInWords, {
      ...{ added: 'photo-added', changed: 'photo-changed', removed: 'photo-removed' },
    }).map((change) => entry(...change)),
    ...changes(before.versions, after.versions, ({ name }) => name, {
      ...{ added: 'version-added', changed: 'version-changed', removed: 'version-removed' },
    }).map((change) => entry(...change)),
  ];
}

/**
 * The log with further entries; a change that goes on from the last one within seconds is one with it.
 * @param sinceLastMs milliseconds since the last entry
 */
export function withActivities(
  log: readonly ActivityEntry[],
  entries: readonly ActivityEntry[],
  sinceLastMs: number,
): readonly ActivityEntry[] {
  const next = [...log];
  for (const entry of entries) {
    const last = next.at(-1);
    const goesOn =
      last !== undefined &&
      last.what === entry.what &&
      ONE_MOVE.includes(entry.what) &&
      // There and back again are two changes.
      (last.from !== entry.to || entry.from === entry.to) &&
      last.to === entry.from &&
      sinceLastMs <= ONE_MOVE_MS;
    if (goesOn) next.pop();
    next.push(goesOn ? { ...entry, from: last.from } : entry);
  }
  return next.slice(-MOST_ENTRIES);
}

/** Two logs as one, in order of time, each entry once. */
export function mergedActivities(
  one: readonly ActivityEntry[],
  other: readonly ActivityEntry[],
): readonly ActivityEntry[] {
  const all = new Map([...one, ...other].map((entry) => [JSON.stringify(entry), entry]));
  return [...all.values()]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(-MOST_ENTRIES);
}

type Change = readonly [what: Activity, from: string, to: string];

function changes<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  inWords: (of: T) => string,
  what: {
    readonly added: Activity;
    readonly changed: Activity | ((was: T, item: T) => Activity);
    readonly removed: Activity;
  },
): readonly Change[] {
  if (before === after) return [];
  const [known, now] = [mapOf(before), mapOf(after)];
  return [
    ...after.flatMap((item): readonly Change[] => {
      const was = known.get(item.id);
      if (was === item) return [];
      if (was === undefined) return [[what.added, '', inWords(item)]];
      const changed = typeof what.changed === 'string' ? what.changed : what.changed(was, item);
      return [[changed, inWords(was), inWords(item)]];
    }),
    ...before
      .filter(({ id }) => !now.has(id))
      .map((item): Change => [what.removed, inWords(item), '']),
  ];
}

function mapOf<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** One change for all stretches that are judged otherwise than before. */
function classChanges(
  before: readonly Reclassification[],
  after: readonly Reclassification[],
  segments: readonly CoastlineSegment[],
): readonly Change[] {
  if (before === after) return [];
  const touched = [
    ...before.filter((entry) => !after.includes(entry)),
    ...after.filter((entry) => !before.includes(entry)),
  ];
  const ids = new Set(touched.flatMap(({ segmentIds }) => segmentIds));
  const concerned = segments.filter(({ id }) => ids.has(id));
  const inWords = (log: readonly Reclassification[]): string => {
    const judged = reclassified(concerned, log);
    const named = judged
      .slice(0, MOST_STRETCHES)
      .map(
        ({ id, class: shoreClass = 'unclassified', confidence }) =>
          `${id}: ${shoreClass}, ${confidence}`,
      );
    const rest = judged.length - named.length;
    return [...named, ...(rest > 0 ? [`+ ${rest}`] : [])].join('; ');
  };
  return [['class-changed', inWords(before), inWords(after)]];
}

function setting(name: string, value: string | number | undefined): string {
  return value === undefined ? name : `${name}: ${value}`;
}

/** Edited data are those accepted at the same moment, with an edit more in their lineage. */
function datasetChange(before: OwnDataset, after: OwnDataset): Activity {
  if (before.isCounted !== after.isCounted && before.sha256 === after.sha256)
    return after.isCounted === false ? 'data-uncounted' : 'data-counted';
  const [{ lineage: was }, { lineage: is }] = [before, after];
  const isEdited =
    was.acceptedAt === is.acceptedAt && editCount(is.repairs) > editCount(was.repairs);
  return isEdited ? 'data-edited' : 'data-replaced';
}

function datasetInWords({ name, role, sha256 }: OwnDataset): string {
  return `${name} (${role}, SHA-256 ${sha256.slice(0, 12)})`;
}

function scenarioInWords({ name, sites }: Scenario): string {
  return `${name} (${sites.length})`;
}

function deckInWords({ id, title, views }: Deck): string {
  return `${textIn(title, 'zh') || id} (${views.length})`;
}

function photoInWords({ file, sha256, segmentId }: FieldPhoto): string {
  return `${file}, SHA-256 ${sha256.slice(0, 12)}${segmentId === undefined ? '' : ` → ${segmentId}`}`;
}
