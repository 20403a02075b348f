import { type ClassCounting, countingOf, isInNumerator } from '../audit/audit.ts';
import { COASTLINE_CLASSES, type CoastlineClass, type RealmChoice } from '../coastline.ts';
import type { ChangeStretch } from './change-stretches.ts';
import type { StretchSide } from './measured-shore.ts';

/**
 * Why the ratio changed, in the order in which it is told. `consumed`: natural coast is artificial now.
 * `restored`: the reverse. `reclassified`: any other class, or a class that the data say was judged anew.
 * `moved`: coast longer or shorter where it left the tolerance, or in another zone. `detail`: the same
 * coast, longer or shorter within the tolerance. `extent`: only one of the two has this coast.
 */
export const CHANGE_KINDS = [
  'consumed',
  'restored',
  'reclassified',
  'moved',
  'detail',
  'extent',
] as const;
/** One reason for a change of the ratio, from `CHANGE_KINDS`. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A class, or none. */
export const SHORE_KEYS = [...COASTLINE_CLASSES, 'unclassified'] as const;
/** A row or column of the matrix, from `SHORE_KEYS`. */
export type ShoreKey = (typeof SHORE_KEYS)[number];

/** Metres of a matrix of class before and class after. */
export type ClassMatrix = Readonly<Record<ShoreKey, Readonly<Record<ShoreKey, number>>>>;
/** Metres by class. */
export type ByShoreKey = Readonly<Record<ShoreKey, number>>;

/** Metres that a reason adds to the numerator and to the denominator of the ratio. */
export type LedgerEntry = {
  readonly kind: ChangeKind;
  readonly numeratorM: number;
  readonly totalM: number;
  /** Metres of it at a border between two classes that differs by less than the tolerance along the shore. */
  readonly borderM: number;
};

/** What is counted, and how. */
export type ChangeScope = {
  readonly counting: ClassCounting;
  readonly realm: RealmChoice;
  /** Index of the zone; absent for the whole coast. */
  readonly zone?: number;
  /** Ids of segments of the coast after whose class is a stated reclassification, not a change of the coast. */
  readonly judged?: ReadonlySet<string>;
};

/** What one stretch adds to the figures of a scope. */
export type StretchLedger = {
  /** Metres in one place in both coasts; the shorter of the two lengths. */
  readonly commonM: number;
  /** Metres only before and only after: all of lost, gained or replaced coast, else the difference of length. */
  readonly lostM: number;
  readonly gainedM: number;
  readonly entries: readonly LedgerEntry[];
};

/** The key of a side's class. */
export function shoreKey(side: { readonly class?: CoastlineClass | undefined }): ShoreKey {
  return side.class ?? 'unclassified';
}

/**
 * What a stretch adds to a scope; undefined when neither side is in it. The common metres change class; the
 * rest of the longer side comes or goes. So Σ entries is what the stretch adds after less what it added
 * before, whichever coast is called the first.
 */
export function stretchLedger(
  { kind, before, after, isBetween, isBorder }: ChangeStretch,
  scope: ChangeScope,
): StretchLedger | undefined {
  const was = isInScope(before, scope) ? before : undefined;
  const is = isInScope(after, scope) ? after : undefined;
  if (was === undefined && is === undefined) return undefined;
  const entries: LedgerEntry[] = [];
  const add = (reason: ChangeKind, side: StretchSide, metres: number): void => {
    const { natural, total } = weights(side, scope);
    if (metres !== 0)
      entries.push({
        ...{ kind: reason, numeratorM: natural * metres, totalM: total * metres, borderM: 0 },
      });
  };
  if (was === undefined || is === undefined) {
    const isOtherRealm =
      before !== undefined && after !== undefined && before.realm !== after.realm;
    const reason = isBetween && !isOtherRealm ? 'moved' : 'extent';
    if (was !== undefined) add(reason, was, -was.lengthM);
    if (is !== undefined) add(reason, is, is.lengthM);
    return { commonM: 0, lostM: was?.lengthM ?? 0, gainedM: is?.lengthM ?? 0, entries };
  }
  const commonM = Math.min(was.lengthM, is.lengthM);
  const [from, to] = [weights(was, scope), weights(is, scope)];
  if (was.class !== is.class && commonM > 0)
    entries.push({
      kind: reasonFor(was, is, scope),
      numeratorM: (to.natural - from.natural) * commonM,
      totalM: (to.total - from.total) * commonM,
      borderM: isBorder ? commonM : 0,
    });
  const reason = kind === 'replaced' ? 'moved' : 'detail';
  add(reason, was, commonM - was.lengthM);
  add(reason, is, is.lengthM - commonM);
  return kind === 'replaced'
    ? { commonM, lostM: was.lengthM, gainedM: is.lengthM, entries }
    : { commonM, lostM: was.lengthM - commonM, gainedM: is.lengthM - commonM, entries };
}

/** Whether coast of one survey is in a scope; false without coast. */
export function isInScope(side: StretchSide | undefined, { realm, zone }: ChangeScope): boolean {
  return (
    side !== undefined &&
    (realm === 'all' || side.realm === realm) &&
    (zone === undefined || side.zones.includes(zone))
  );
}

function weights(
  side: StretchSide,
  { counting }: ChangeScope,
): { readonly natural: number; readonly total: number } {
  const how = countingOf(side.class, counting);
  return { natural: Number(isInNumerator(how)), total: Number(how !== 'excluded') };
}

function reasonFor(was: StretchSide, is: StretchSide, scope: ChangeScope): ChangeKind {
  if (scope.judged?.has(is.segmentId) === true) return 'reclassified';
  if (weights(was, scope).natural === 1 && is.class === 'artificial') return 'consumed';
  if (was.class === 'artificial' && weights(is, scope).natural === 1) return 'restored';
  return 'reclassified';
}

/** The figures of a scope: matrix, coast lost and gained, land won and lost, and the ledger. */
export type ChangeFigures = {
  /** Metres in one place in both coasts, by class before and class after. */
  readonly transitions: ClassMatrix;
  /** Metres of lost coast by class, and the class of the gained coast that took their place. */
  readonly replaced: ClassMatrix;
  readonly lostM: number;
  readonly gainedM: number;
  readonly lostByClass: ByShoreKey;
  readonly gainedByClass: ByShoreKey;
  /** Land between the lines, in m². New and vanished islands are not in it. */
  readonly reclaimedM2: number;
  readonly erodedM2: number;
  /** One for each of `CHANGE_KINDS`. */
  readonly ledger: readonly LedgerEntry[];
};

/** Adds up the stretches of a scope. */
export function changeFigures(
  stretches: readonly ChangeStretch[],
  scope: ChangeScope,
): ChangeFigures {
  const [transitions, replaced] = [emptyMatrix(), emptyMatrix()];
  const [lostByClass, gainedByClass] = [noMetres(), noMetres()];
  const sums = { lostM: 0, gainedM: 0, reclaimedM2: 0, erodedM2: 0 };
  const ledger = CHANGE_KINDS.map((kind) => ({ kind, numeratorM: 0, totalM: 0, borderM: 0 }));
  for (const stretch of stretches) {
    const { before, after, kind } = stretch;
    const found = stretchLedger(stretch, scope);
    if (found === undefined) continue;
    if (before !== undefined && after !== undefined && found.commonM > 0)
      (kind === 'matched' ? transitions : replaced)[shoreKey(before)][shoreKey(after)] +=
        found.commonM;
    sums.lostM += found.lostM;
    sums.gainedM += found.gainedM;
    if (before !== undefined) lostByClass[shoreKey(before)] += found.lostM;
    if (after !== undefined) gainedByClass[shoreKey(after)] += found.gainedM;
    if (isInScope(before, scope)) {
      sums.reclaimedM2 += stretch.reclaimedM2;
      sums.erodedM2 += stretch.erodedM2;
    }
    for (const { kind: reason, numeratorM, totalM, borderM } of found.entries) {
      const sum = ledger.find((entry) => entry.kind === reason);
      if (sum === undefined) continue;
      sum.numeratorM += numeratorM;
      sum.totalM += totalM;
      sum.borderM += borderM;
    }
  }
  return { transitions, replaced, ...sums, lostByClass, gainedByClass, ledger };
}

function emptyMatrix(): Record<ShoreKey, Record<ShoreKey, number>> {
  return {
    ...{ bedrock: noMetres(), sandy: noMetres(), muddy: noMetres(), biogenic: noMetres() },
    ...{ natural: noMetres(), estuary: noMetres(), restored: noMetres(), artificial: noMetres() },
    unclassified: noMetres(),
  };
}

function noMetres(): Record<ShoreKey, number> {
  return {
    ...{ bedrock: 0, sandy: 0, muddy: 0, biogenic: 0, natural: 0 },
    ...{ estuary: 0, restored: 0, artificial: 0, unclassified: 0 },
  };
}
