import { degreeOnEllipsoid } from '../geodesy.ts';
import { firstIndex } from '../geometry/lower-bound.ts';
import { squareToSegment } from '../geometry/point-to-segment.ts';
import type { Position } from '../geometry.ts';
import { alignChains } from './align-chains.ts';
import { type Anchor, type Sample, soundCoasts } from './chain-anchors.ts';
import { ChainIndex } from './chain-index.ts';
import { chainLength, edgeAt, type ShoreChain } from './shore-chain.ts';

/** Two stations of one chain, in metres; `to` is less than `from` where it is followed backwards. */
export type Reach = { readonly from: number; readonly to: number };

/** A stretch of one chain and the stretch of the other that is its counterpart. */
export type Span = {
  /** `before` always rises; `after` falls when the two coasts are drawn in opposite directions. */
  readonly before: Reach;
  readonly after: Reach;
  /** False where the two leave the tolerance between two places at which they keep it. */
  readonly isMatched: boolean;
  /** The distance in metres at its start and its end. */
  readonly startM: number;
  readonly endM: number;
};

/** Spans that follow each other along two chains. */
export type MatchedRun = {
  readonly before: number;
  readonly after: number;
  readonly spans: readonly Span[];
};

/** Two coasts, matched. Every metre of a chain is in one span or in one of the stretches left. */
export type MatchedCoasts = {
  readonly runs: readonly MatchedRun[];
  readonly before: readonly LeftReach[];
  readonly after: readonly LeftReach[];
};

/** A stretch of a chain without a counterpart. */
export type LeftReach = Reach & {
  readonly chain: number;
  /** Whether coast on both sides of it goes on in one chain of the other coast: it moved, it is not missing. */
  readonly isBetween: boolean;
};

/** A span shorter than this on one side, in metres, and half as long as on the other, is where that side stands still. */
const STANDING_M = 1e-3;

/**
 * Matches two coasts along the shore. The pair of chains that agrees over most metres is matched first;
 * what is left of both is matched with the others. So segments may be split, merged, reversed or have
 * other corners, and a chain of one may be several of the other.
 */
export function matchCoasts(
  before: readonly ShoreChain[],
  after: readonly ShoreChain[],
  toleranceM: number,
): MatchedCoasts {
  const soundings = soundCoasts(new ChainIndex(before), new ChainIndex(after), toleranceM);
  const used = { before: new UsedReaches(), after: new UsedReaches() };
  const runs: MatchedRun[] = [];
  const open = new Map<string, readonly Anchor[]>(soundings.anchors);
  const weights = new Map<string, ReturnType<typeof alignChains>>();
  for (;;) {
    let heaviest: { key: string; alignment: ReturnType<typeof alignChains> } | undefined;
    for (const [key, anchors] of open) {
      const alignment = weights.get(key) ?? alignChains(anchors);
      weights.set(key, alignment);
      if (heaviest === undefined || alignment.weightM > heaviest.alignment.weightM)
        heaviest = { key, alignment };
    }
    if (heaviest === undefined) break;
    const [one = -1, other = -1] = heaviest.key.split(' ').map(Number);
    const pair = { before: before[one], after: after[other] };
    if (pair.before === undefined || pair.after === undefined) break;
    const leastM = Math.min(toleranceM, chainLength(pair.before) / 2, chainLength(pair.after) / 2);
    const found = spansOf(heaviest.alignment.anchors, {
      ...{ before: pair.before, after: pair.after, toleranceM, used, one, other },
      samples: { before: soundings.before[one] ?? [], after: soundings.after[other] ?? [] },
    }).filter((spans) => matchedM(spans) >= leastM);
    if (found.length === 0) {
      open.delete(heaviest.key);
      continue;
    }
    for (const spans of found) {
      runs.push({ before: one, after: other, spans });
      for (const span of spans) {
        if (!span.isMatched) continue;
        used.before.add(one, span.before);
        used.after.add(other, span.after);
      }
    }
    for (const [key, anchors] of open) {
      const [first = -1, second = -1] = key.split(' ').map(Number);
      if (first !== one && second !== other) continue;
      const left = anchors.filter(
        (anchor) =>
          !used.before.holds(first, anchor.before) && !used.after.holds(second, anchor.after),
      );
      weights.delete(key);
      if (left.length < 2) open.delete(key);
      else open.set(key, left);
    }
  }
  return settle(runs, { before, after, used });
}

type PairToSpan = {
  readonly before: ShoreChain;
  readonly after: ShoreChain;
  readonly one: number;
  readonly other: number;
  readonly toleranceM: number;
  readonly samples: { readonly before: readonly Sample[]; readonly after: readonly Sample[] };
  readonly used: { readonly before: UsedReaches; readonly after: UsedReaches };
};

/** The spans between the anchors of one alignment, in runs that are interrupted by coast matched earlier. */
function spansOf(anchors: readonly Anchor[], pair: PairToSpan): readonly (readonly Span[])[] {
  const runs: Span[][] = [[]];
  for (const [number, end] of anchors.entries()) {
    const start = anchors[number - 1];
    if (start === undefined) continue;
    const [before, after] = [
      { from: start.before, to: end.before },
      { from: start.after, to: end.after },
    ];
    if (lengthOf(before) === 0 && lengthOf(after) === 0) continue;
    if (pair.used.before.meets(pair.one, before) || pair.used.after.meets(pair.other, after)) {
      runs.push([]);
      continue;
    }
    const isMatched =
      staysNear(pair.samples.before, before, { chain: pair.after, reach: after, ...pair }) &&
      staysNear(pair.samples.after, after, { chain: pair.before, reach: before, ...pair });
    runs.at(-1)?.push({
      ...{ before, after, isMatched },
      ...{ startM: start.distanceM, endM: end.distanceM },
    });
  }
  const found = runs.map((spans) => withGapsJoined(spans, pair)).filter(({ length }) => length > 0);
  return found.length === 1 ? found.map((spans) => withSeam(spans, pair)) : found;
}

/** Adds the rest of two rings where both begin: as short as it is, no anchor may fall on it. */
function withSeam(spans: readonly Span[], pair: PairToSpan): readonly Span[] {
  const { before, after, toleranceM, samples, used, one, other } = pair;
  const [first, last] = [spans[0], spans.at(-1)];
  if (!before.isClosed || !after.isClosed || first === undefined || last === undefined)
    return spans;
  const isReversed = spans.some((span) => span.after.to < span.after.from);
  const [start, end] = isReversed ? [chainLength(after), 0] : [0, chainLength(after)];
  const head = {
    ...{ before: { from: 0, to: first.before.from }, after: { from: start, to: first.after.from } },
    ...{ isMatched: true, startM: first.startM, endM: first.startM },
  };
  const tail = {
    before: { from: last.before.to, to: chainLength(before) },
    after: { from: last.after.to, to: end },
    ...{ isMatched: true, startM: last.endM, endM: last.endM },
  };
  const isRest = (span: Span): boolean =>
    lengthOf(span.before) < toleranceM &&
    lengthOf(span.after) < toleranceM &&
    !used.before.meets(one, span.before) &&
    !used.after.meets(other, span.after) &&
    staysNear(samples.before, span.before, { chain: after, reach: span.after, toleranceM }) &&
    staysNear(samples.after, span.after, { chain: before, reach: span.before, toleranceM });
  const hasLength = (span: Span): boolean => lengthOf(span.before) + lengthOf(span.after) > 0;
  return isRest(head) && isRest(tail) ? [head, ...spans, tail].filter(hasLength) : spans;
}

/** Length of a reach in metres. */
export function lengthOf({ from, to }: Reach): number {
  return Math.abs(to - from);
}

function matchedM(spans: readonly Span[]): number {
  const sum = (side: 'before' | 'after'): number =>
    spans.reduce((total, span) => total + (span.isMatched ? lengthOf(span[side]) : 0), 0);
  return Math.min(sum('before'), sum('after'));
}

/** Whether the samples inside a reach are within the tolerance of the other reach. */
function staysNear(
  samples: readonly Sample[],
  inside: Reach,
  {
    chain,
    reach,
    toleranceM,
  }: { readonly chain: ShoreChain; readonly reach: Reach; readonly toleranceM: number },
): boolean {
  const [low, high] = [Math.min(inside.from, inside.to), Math.max(inside.from, inside.to)];
  const first = firstIndex(samples.length, (at) => (samples[at]?.station ?? 0) > low + STANDING_M);
  for (let at = first; at < samples.length; at += 1) {
    const sample = samples[at];
    if (sample === undefined || sample.station >= high - STANDING_M) return true;
    if (!isNearReach(sample.position, chain, reach, toleranceM)) return false;
  }
  return true;
}

function isNearReach(
  [x, y]: Position,
  chain: ShoreChain,
  { from, to }: Reach,
  toleranceM: number,
): boolean {
  const { east, north } = degreeOnEllipsoid(y);
  const [first, last] = [edgeAt(chain, Math.min(from, to)), edgeAt(chain, Math.max(from, to))];
  const most = toleranceM * toleranceM * (1 + 1e-9);
  for (let edge = first; edge <= last; edge += 1) {
    const [a, b] = [chain.points[edge], chain.points[edge + 1]];
    if (a === undefined || b === undefined) continue;
    const square = squareToSegment(
      (x - a[0]) * east,
      (y - a[1]) * north,
      (b[0] - a[0]) * east,
      (b[1] - a[1]) * north,
    );
    if (square <= most) return true;
  }
  return false;
}

/**
 * Joins gaps that follow each other, with the spans beside them in which one side stands still: the feet
 * of a new mole. Spans at the ends of a run in which one side stands still are left out, unless both chains end there.
 */
function withGapsJoined(
  spans: readonly Span[],
  { before, after }: Pick<PairToSpan, 'before' | 'after'>,
): readonly Span[] {
  const isStanding = (span: Span | undefined): boolean => {
    if (span === undefined) return false;
    const [one, other] = [lengthOf(span.before), lengthOf(span.after)];
    return Math.min(one, other) < STANDING_M && Math.max(one, other) > 2 * Math.min(one, other);
  };
  const kinds = spans.map(({ isMatched }) => isMatched);
  for (const at of kinds.keys()) {
    if (spans[at]?.isMatched !== false) continue;
    for (let next = at + 1; kinds[next] === true && isStanding(spans[next]); next += 1)
      kinds[next] = false;
    for (let last = at - 1; kinds[last] === true && isStanding(spans[last]); last -= 1)
      kinds[last] = false;
  }
  const joined: Span[] = [];
  for (const [at, span] of spans.entries()) {
    const isMatched = kinds[at] ?? false;
    const last = joined.at(-1);
    if (isMatched || last === undefined || last.isMatched) joined.push({ ...span, isMatched });
    else
      joined[joined.length - 1] = {
        before: { from: last.before.from, to: span.before.to },
        after: { from: last.after.from, to: span.after.to },
        ...{ isMatched, startM: last.startM, endM: span.endM },
      };
  }
  const isTip = (chain: ShoreChain, station: number): boolean =>
    station === 0 || station === chainLength(chain);
  const isKept = (span: Span, end: 'from' | 'to'): boolean =>
    span.isMatched &&
    (!isStanding(span) || (isTip(before, span.before[end]) && isTip(after, span.after[end])));
  const first = joined.findIndex((span) => isKept(span, 'from'));
  const last = joined.findLastIndex((span) => isKept(span, 'to'));
  return first < 0 ? [] : joined.slice(first, last + 1);
}

/** Dissolves gaps in which other coast was matched, and gives what is left of each coast. */
function settle(
  runs: readonly MatchedRun[],
  {
    before,
    after,
    used,
  }: {
    readonly before: readonly ShoreChain[];
    readonly after: readonly ShoreChain[];
    readonly used: PairToSpan['used'];
  },
): MatchedCoasts {
  const held = { before: new UsedReaches(), after: new UsedReaches() };
  const between = { before: new UsedReaches(), after: new UsedReaches() };
  const settled: MatchedRun[] = [];
  for (const run of runs) {
    let spans: Span[] = [];
    for (const span of run.spans) {
      const isParted =
        !span.isMatched &&
        (used.before.meets(run.before, span.before) ||
          used.after.meets(run.after, span.after) ||
          held.before.meets(run.before, span.before) ||
          held.after.meets(run.after, span.after));
      if (isParted) {
        between.before.add(run.before, span.before);
        between.after.add(run.after, span.after);
        settled.push({ ...run, spans });
        spans = [];
        continue;
      }
      held.before.add(run.before, span.before);
      held.after.add(run.after, span.after);
      spans.push(span);
    }
    settled.push({ ...run, spans });
  }
  const leftOf = (chains: readonly ShoreChain[], side: 'before' | 'after'): readonly LeftReach[] =>
    chains.flatMap((chain, number) =>
      held[side].left(number, chainLength(chain)).map((reach) => ({
        ...reach,
        chain: number,
        isBetween: between[side].meets(number, reach),
      })),
    );
  return {
    runs: settled.filter(({ spans }) => spans.length > 0),
    before: leftOf(before, 'before'),
    after: leftOf(after, 'after'),
  };
}

/** Reaches of chains that are taken, joined where they meet. */
class UsedReaches {
  readonly #taken = new Map<number, { from: number; to: number }[]>();

  add(chain: number, { from, to }: Reach): void {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const known = this.#taken.get(chain) ?? [];
    const apart = known.filter((reach) => reach.to < low || reach.from > high);
    const joined = known.filter((reach) => !(reach.to < low || reach.from > high));
    this.#taken.set(chain, [
      ...apart,
      {
        from: Math.min(low, ...joined.map((reach) => reach.from)),
        to: Math.max(high, ...joined.map((reach) => reach.to)),
      },
    ]);
  }

  /** Whether a station is inside a taken reach, not at its end. */
  holds(chain: number, station: number): boolean {
    return (this.#taken.get(chain) ?? []).some(({ from, to }) => station > from && station < to);
  }

  /** Whether a reach has more in common with a taken one than an end. */
  meets(chain: number, { from, to }: Reach): boolean {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    return (this.#taken.get(chain) ?? []).some(
      (reach) => Math.min(high, reach.to) > Math.max(low, reach.from),
    );
  }

  /** What is left of a chain, ascending. */
  left(chain: number, lengthM: number): readonly Reach[] {
    const taken = (this.#taken.get(chain) ?? []).toSorted((a, b) => a.from - b.from);
    const left: Reach[] = [];
    let at = 0;
    for (const { from, to } of taken) {
      if (from > at) left.push({ from: at, to: from });
      at = Math.max(at, to);
    }
    if (at < lengthM) left.push({ from: at, to: lengthM });
    return left;
  }
}
