import type { Bilingual } from '../bilingual.ts';
import type { BoundingBox } from '../geometry.ts';

/** What may differ between two states of the work, in the order of lists and tables. */
export const CHANGED_PARTS = [
  'dataset',
  'feature',
  'stretch',
  'scenario',
  'site',
  'deck',
  'view',
  'note',
  'photo',
] as const;
/** A part of the work that may differ. */
export type ChangedPart = (typeof CHANGED_PARTS)[number];

/** How a part differs between two states. */
export const VERSION_CHANGES = ['added', 'removed', 'changed'] as const;
/** How a part differs, from `VERSION_CHANGES`. */
export type VersionChangeKind = (typeof VERSION_CHANGES)[number];

/** What differs of something that both states have: what it says, or where it is. */
export type ChangedAspect = 'attributes' | 'geometry';

/** One difference between two states of the work. */
export type VersionChange = {
  readonly part: ChangedPart;
  readonly kind: VersionChangeKind;
  /** The id within what holds it; the number of a view. */
  readonly id: string;
  /** The id of the dataset, scenario or deck that holds it; empty for what nothing holds. */
  readonly ownerId: string;
  /** The name of what holds it, as in the later state that has it. */
  readonly owner: Bilingual;
  /** Its name, as in the later state that has it; empty where it has none. */
  readonly name: Bilingual;
  /** What differs, for what both have. */
  readonly aspects: readonly ChangedAspect[];
  /** Names of the attributes that differ. */
  readonly attributes: readonly string[];
  /** Where it is, or was before it was removed. */
  readonly box?: BoundingBox;
};

/** A name that is the same in both languages. */
export function oneName(text: string): Bilingual {
  return { zh: text, en: text };
}

/** Whether values of work are the same: plain data, whose members may have another order after reading. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  );
}

/** The number of differences, by part and kind. */
export type ChangeCounts = Readonly<
  Record<ChangedPart, Readonly<Record<VersionChangeKind, number>>>
>;

/** Counts differences by part and kind. */
export function countChanges(changes: readonly VersionChange[]): ChangeCounts {
  const none = () => ({ added: 0, removed: 0, changed: 0 });
  const counts = {
    ...{ dataset: none(), feature: none(), stretch: none(), scenario: none() },
    ...{ site: none(), deck: none(), view: none(), note: none(), photo: none() },
  };
  for (const { part, kind } of changes) counts[part][kind] += 1;
  return counts;
}
