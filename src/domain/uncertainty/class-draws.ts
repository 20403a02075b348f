import { EQUAL_SHARES } from '../audit/headroom.ts';
import type { Steps } from '../steps.ts';
import { type ClassError, conditionalRate } from './class-errors.ts';
import { normalDeviate, type Random } from './random.ts';

/** A ratio to be simulated. */
export type DrawnRatio = {
  /** Metres in the numerator as classified, and in the denominator. */
  readonly keptM: number;
  readonly totalM: number;
  readonly target: number;
  /** By how many metres an error of a segment, by its index, changes the numerator. */
  readonly shifts: readonly (readonly [segment: number, shiftM: number])[];
};

/** What the errors of classes make of a ratio: shares from 0 to 1. */
export type ClassSpread = {
  readonly median: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** The ends of the interval that holds 90 % of the draws. */
  readonly low: number;
  readonly high: number;
  /** The share of draws in which the target is kept. */
  readonly chance: number;
};

/** How many draws are made unless told otherwise; the ends of an interval then vary by 0.05 of its standard deviation. */
export const DRAWS = 10_000;

/** The number of draws made in one step. */
const STEP_DRAWS = 500;

/**
 * Draws which classes are wrong and gives what that makes of each ratio; undefined for a ratio without coast. A
 * segment is right or wrong as a whole, in all ratios at once. Errors of one group hang together by a Gaussian
 * copula: see `conditionalRate`.
 */
export function* drawingErrors(
  errors: readonly ClassError[],
  ratios: readonly DrawnRatio[],
  how: { readonly correlation: number; readonly random: Random; readonly draws?: number },
): Steps<readonly (ClassSpread | undefined)[]> {
  const { correlation, random, draws = DRAWS } = how;
  const { groups, slots, slotOf, drawn } = grouped(errors, ratios, correlation);
  const { firstOf, ratioOf, shiftOf } = effectsOf(drawn, ratios);
  const classified = Float64Array.from(ratios, ({ keptM }) => keptM);
  const kept = new Float64Array(ratios.length);
  const found = ratios.map(() => new Float64Array(draws));
  const rates = new Float64Array(slots.length);
  const common = new Float64Array(groups);
  for (let draw = 0; draw < draws; draw += 1) {
    if (draw % STEP_DRAWS === 0) yield draw / draws;
    for (let group = 0; group < groups; group += 1) common[group] = normalDeviate(random);
    for (let slot = 0; slot < rates.length; slot += 1) {
      const ofSlot = slots[slot];
      if (ofSlot !== undefined) rates[slot] = ofSlot.rateAt(common[ofSlot.group] ?? 0);
    }
    kept.set(classified);
    for (let number = 0; number < drawn.length; number += 1) {
      if (random() >= (rates[slotOf[number] ?? -1] ?? 0)) continue;
      const last = firstOf[number + 1] ?? 0;
      for (let effect = firstOf[number] ?? 0; effect < last; effect += 1) {
        const ratio = ratioOf[effect] ?? 0;
        kept[ratio] = (kept[ratio] ?? 0) + (shiftOf[effect] ?? 0);
      }
    }
    for (let ratio = 0; ratio < kept.length; ratio += 1) {
      const values = found[ratio];
      if (values !== undefined) values[draw] = kept[ratio] ?? 0;
    }
  }
  const spreads: (ClassSpread | undefined)[] = [];
  for (const [ratio, { totalM, target }] of ratios.entries()) {
    yield 1;
    const values = found[ratio] ?? new Float64Array();
    spreads.push(totalM > 0 ? spreadOf(values, { totalM, target }) : undefined);
  }
  return spreads;
}

/** Segments of one group and one rate share a slot, whose rate is worked out once a draw. */
type Slot = { readonly group: number; readonly rateAt: (common: number) => number };

function grouped(
  errors: readonly ClassError[],
  ratios: readonly DrawnRatio[],
  correlation: number,
): {
  readonly groups: number;
  readonly slots: readonly Slot[];
  /** The segments whose errors change any ratio, and the slot of each of them. */
  readonly slotOf: Int32Array;
  readonly drawn: readonly number[];
} {
  const groups = new Map<string, number>();
  const slots = new Map<string, Slot & { readonly number: number }>();
  const touched = new Set(ratios.flatMap(({ shifts }) => shifts.map(([segment]) => segment)));
  const drawn = [...touched].toSorted((one, other) => one - other);
  const slotOf = new Int32Array(drawn.length);
  for (const [number, segment] of drawn.entries()) {
    const error = errors[segment];
    if (error === undefined) throw new RangeError(`there is no segment ${segment}`);
    const group = groups.get(error.group) ?? groups.size;
    groups.set(error.group, group);
    const key = `${error.rate} ${error.group}`;
    const slot = slots.get(key) ?? {
      ...{ number: slots.size, group },
      rateAt: conditionalRate(error.rate, correlation),
    };
    slots.set(key, slot);
    slotOf[number] = slot.number;
  }
  return { groups: groups.size, slots: [...slots.values()], slotOf, drawn };
}

/**
 * The effects of errors as a table, those of one segment after those of the one before it: the ratio that changes,
 * and by how many metres. `firstOf` tells where the effects of a segment begin.
 */
function effectsOf(
  drawn: readonly number[],
  ratios: readonly DrawnRatio[],
): {
  readonly firstOf: Int32Array;
  readonly ratioOf: Int32Array;
  readonly shiftOf: Float64Array;
} {
  const effects = new Map<number, [ratio: number, shiftM: number][]>(
    drawn.map((segment) => [segment, []]),
  );
  for (const [ratio, { shifts }] of ratios.entries())
    for (const [segment, shiftM] of shifts) effects.get(segment)?.push([ratio, shiftM]);
  const table = [...effects.values()];
  const firstOf = new Int32Array(table.length + 1);
  for (const [number, ofOne] of table.entries())
    firstOf[number + 1] = (firstOf[number] ?? 0) + ofOne.length;
  return {
    firstOf,
    ratioOf: Int32Array.from(table.flat(), ([ratio]) => ratio),
    shiftOf: Float64Array.from(table.flat(), ([, shiftM]) => shiftM),
  };
}

/** Sums up the metres in the numerator that were drawn; sorts them. */
function spreadOf(
  values: Float64Array,
  { totalM, target }: Pick<DrawnRatio, 'totalM' | 'target'>,
): ClassSpread {
  values.sort();
  const count = values.length;
  const leastM = (target - EQUAL_SHARES) * totalM;
  let sum = 0;
  let reached = 0;
  for (let draw = 0; draw < count; draw += 1) {
    const value = values[draw] ?? 0;
    sum += value;
    if (value >= leastM) reached += 1;
  }
  const mean = sum / count;
  let squares = 0;
  for (let draw = 0; draw < count; draw += 1) squares += ((values[draw] ?? 0) - mean) ** 2;
  return {
    median: quantile(values, 0.5) / totalM,
    mean: mean / totalM,
    standardDeviation: Math.sqrt(squares / (count - 1)) / totalM,
    low: quantile(values, 0.05) / totalM,
    high: quantile(values, 0.95) / totalM,
    chance: reached / count,
  };
}

/** A quantile of sorted values: definition 7 of Hyndman & Fan, The American Statistician 50 (1996) 361–365. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const [low = 0, high = low] = [sorted[below], sorted[below + 1]];
  return low + (at - below) * (high - low);
}
