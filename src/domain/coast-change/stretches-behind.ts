import {
  type ChangeKind,
  type ChangeScope,
  isInScope,
  type ShoreKey,
  type StretchLedger,
  shoreKey,
  stretchLedger,
} from './change-ledger.ts';
import type { ChangeStretch } from './change-stretches.ts';
import type { RatioChange } from './ratio-change.ts';

/** A figure of a comparison whose stretches can be listed. */
export type ChangeFigure =
  /** A cell of the matrix of coast in one place, or of the coast that gave way beyond the tolerance. */
  | { readonly kind: 'matched' | 'replaced'; readonly from: ShoreKey; readonly to: ShoreKey }
  /** Coast only before or only after, by its class. */
  | { readonly kind: 'lost' | 'gained'; readonly of: ShoreKey }
  /** Land won or lost between the lines. */
  | { readonly kind: 'reclaimed' | 'eroded' }
  /** A reason for the change of the ratio. */
  | { readonly kind: 'reason'; readonly of: ChangeKind };

/** A stretch with what it adds to a figure. */
export type ListedStretch = {
  /** Its place among all stretches of the comparison. */
  readonly index: number;
  readonly stretch: ChangeStretch;
  /**
   * Metres that it adds: of the cell, of lost or gained coast, of coast that changed class; of the coast before that
   * land was won or lost at; for other reasons the coast after less the coast before.
   */
  readonly lengthM: number;
  /** Land won at it less land lost, in m². */
  readonly areaM2: number;
  /** What it adds to the change of the ratio: all of it, for a reason that reason's part; undefined without a ratio. */
  readonly ratio: number | undefined;
};

/** Reasons that are a change of class, in metres of coast that both have. */
const CLASS_REASONS: readonly ChangeKind[] = ['consumed', 'restored', 'reclassified'];

/** How metres become a part of a change: `ratioChange`, with the means of both coasts. */
export type RatioMeans = { readonly ratio: number | undefined; readonly totalM: number };

/** The means of two coasts by which `ratioChange` splits their change. */
export function ratioMeans(
  before: { readonly ratio: number | undefined; readonly totalM: number },
  after: { readonly ratio: number | undefined; readonly totalM: number },
): RatioMeans {
  return {
    ratio:
      before.ratio === undefined || after.ratio === undefined
        ? undefined
        : (before.ratio + after.ratio) / 2,
    totalM: (before.totalM + after.totalM) / 2,
  };
}

/**
 * Lists the stretches that a figure is the sum of: Σ `lengthM` is the metres of a cell and of lost or gained coast,
 * Σ `ratio` the part of a reason. The longest is first; where land was won or lost, that with most of it.
 */
export function stretchesBehind(
  figure: ChangeFigure,
  stretches: readonly ChangeStretch[],
  { scope, means }: { readonly scope: ChangeScope; readonly means: RatioMeans },
): readonly ListedStretch[] {
  return stretches
    .flatMap((stretch, index): readonly ListedStretch[] => {
      const ledger = stretchLedger(stretch, scope);
      const lengthM =
        ledger === undefined ? undefined : lengthIn(figure, stretch, { ...ledger, scope });
      if (ledger === undefined || lengthM === undefined) return [];
      const entries =
        figure.kind === 'reason'
          ? ledger.entries.filter(({ kind }) => kind === figure.of)
          : ledger.entries;
      const areaM2 = stretch.reclaimedM2 - stretch.erodedM2;
      return [{ index, stretch, lengthM, areaM2, ratio: ratioOf(entries, means) }];
    })
    .sort((a, b) => sizeFor(figure, b) - sizeFor(figure, a));
}

/** Lists all stretches that add to the change of the ratio or to the matrix's lost and gained coast, in their order. */
export function changedStretches(
  stretches: readonly ChangeStretch[],
  { scope, means }: { readonly scope: ChangeScope; readonly means: RatioMeans },
): readonly ListedStretch[] {
  return stretches.flatMap((stretch, index): readonly ListedStretch[] => {
    const ledger = stretchLedger(stretch, scope);
    if (ledger === undefined || ledger.entries.length === 0) return [];
    const areaM2 = stretch.reclaimedM2 - stretch.erodedM2;
    const ratio = ratioOf(ledger.entries, means);
    return [{ index, stretch, lengthM: ledger.gainedM - ledger.lostM, areaM2, ratio }];
  });
}

function sizeFor({ kind }: ChangeFigure, { stretch, lengthM }: ListedStretch): number {
  if (kind === 'reclaimed') return stretch.reclaimedM2;
  return kind === 'eroded' ? stretch.erodedM2 : Math.abs(lengthM);
}

/** The metres that a stretch adds to a figure; undefined where it adds none. */
function lengthIn(
  figure: ChangeFigure,
  { kind, before, after, reclaimedM2, erodedM2 }: ChangeStretch,
  { commonM, lostM, gainedM, entries, scope }: StretchLedger & { readonly scope: ChangeScope },
): number | undefined {
  switch (figure.kind) {
    case 'matched':
    case 'replaced': {
      const isOfKind = kind === figure.kind && commonM > 0;
      if (!isOfKind || before === undefined || after === undefined) return undefined;
      return shoreKey(before) === figure.from && shoreKey(after) === figure.to
        ? commonM
        : undefined;
    }
    case 'lost':
      return before !== undefined && shoreKey(before) === figure.of && lostM > 0
        ? lostM
        : undefined;
    case 'gained':
      return after !== undefined && shoreKey(after) === figure.of && gainedM > 0
        ? gainedM
        : undefined;
    case 'reclaimed':
      return isInScope(before, scope) && reclaimedM2 > 0 ? before?.lengthM : undefined;
    case 'eroded':
      return isInScope(before, scope) && erodedM2 > 0 ? before?.lengthM : undefined;
    case 'reason':
      if (!entries.some((entry) => entry.kind === figure.of)) return undefined;
      return CLASS_REASONS.includes(figure.of) ? commonM : gainedM - lostM;
  }
}

function ratioOf(
  entries: StretchLedger['entries'],
  { ratio, totalM }: RatioMeans,
): number | undefined {
  if (ratio === undefined) return undefined;
  return entries.reduce(
    (sum, entry) => sum + (entry.numeratorM - ratio * entry.totalM) / totalM,
    0,
  );
}

/**
 * The reason that a stretch is drawn by: a change of class before coast that moved or is in one survey alone. Undefined
 * outside the scope, and for coast that is the same but for its detail.
 */
export function mainReason(stretch: ChangeStretch, scope: ChangeScope): ChangeKind | undefined {
  const entries = stretchLedger(stretch, scope)?.entries ?? [];
  const kinds = entries.map(({ kind }) => kind).filter((kind) => kind !== 'detail');
  return kinds.find((kind) => CLASS_REASONS.includes(kind)) ?? kinds[0];
}

/**
 * The reason that decides a change of the ratio: the largest part of its direction. Undefined where nothing changes by
 * as much as rounding (1e-9), or one of the two coasts has no ratio.
 */
export function decisiveReason({ ratio, parts }: RatioChange): ChangeKind | undefined {
  if (ratio === undefined || Math.abs(ratio) < ROUNDING) return undefined;
  const [largest] = parts
    .filter((part) => (part.ratio ?? 0) * ratio > 0)
    .toSorted((a, b) => Math.abs(b.ratio ?? 0) - Math.abs(a.ratio ?? 0));
  return largest?.kind;
}

/** A change of the ratio below this is none. */
const ROUNDING = 1e-9;

/** Coast that left the tolerance to one side: metres of the coast before, and how far it moved on average. */
export type Displacement = { readonly lengthM: number; readonly meanM: number | undefined };

/** How far replaced coast of a scope moved, seaward and landward apart: area over mean length. */
export function displacements(
  stretches: readonly ChangeStretch[],
  scope: ChangeScope,
): { readonly seaward: Displacement; readonly landward: Displacement } {
  const sums = {
    seaward: { lengthM: 0, meanLengthM: 0, areaM2: 0 },
    landward: { lengthM: 0, meanLengthM: 0, areaM2: 0 },
  };
  for (const stretch of stretches) {
    const { kind, before, after, reclaimedM2, erodedM2 } = stretch;
    if (kind !== 'replaced' || before === undefined || after === undefined) continue;
    if (!isInScope(before, scope)) continue;
    const sum = sums[reclaimedM2 >= erodedM2 ? 'seaward' : 'landward'];
    sum.lengthM += before.lengthM;
    sum.meanLengthM += (before.lengthM + after.lengthM) / 2;
    sum.areaM2 += Math.abs(reclaimedM2 - erodedM2);
  }
  const of = ({ lengthM, meanLengthM, areaM2 }: typeof sums.seaward): Displacement => ({
    lengthM,
    meanM: meanLengthM > 0 ? areaM2 / meanLengthM : undefined,
  });
  return { seaward: of(sums.seaward), landward: of(sums.landward) };
}
