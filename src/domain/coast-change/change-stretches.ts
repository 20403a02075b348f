import { areaUnder } from '../geodesy.ts';
import { firstIndex } from '../geometry/lower-bound.ts';
import type { Position } from '../geometry.ts';
import {
  type LeftReach,
  lengthOf,
  type MatchedCoasts,
  type MatchedRun,
  type Reach,
} from './match-coasts.ts';
import {
  type MeasuredShore,
  pieceAt,
  type StretchSide,
  sideOf,
  stretchKey,
} from './measured-shore.ts';
import { lineBetween, type ShoreChain } from './shore-chain.ts';

/**
 * A stretch of coast, compared. `matched`: in both coasts, within the tolerance. `replaced`: the coast left
 * the tolerance between two matched places, and the two stretches are each other's counterparts, share by
 * share. `lost` and `gained`: only in one of the two.
 */
export type ChangeStretch = {
  readonly kind: 'matched' | 'replaced' | 'lost' | 'gained';
  readonly before: StretchSide | undefined;
  readonly after: StretchSide | undefined;
  /** Whether lost or gained coast lies between matched coast: it moved. False where one survey has none. */
  readonly isBetween: boolean;
  /**
   * Whether it is shorter than the tolerance and lies where one class borders on another in both coasts: the
   * border was drawn elsewhere along the shore, or moved by less than can be told.
   */
  readonly isBorder: boolean;
  /**
   * Whether the two lines are drawn in opposite directions, so that one of them has its land on the right:
   * seaward is then by the coast before. False for islands, whose land is inside.
   */
  readonly isOpposed: boolean;
  /** Land won and lost between the two lines, in m². */
  readonly reclaimedM2: number;
  readonly erodedM2: number;
  /** How far the coast moved seaward on average, in metres; negative is landward. Area over mean length. */
  readonly displacementM: number | undefined;
  /** The greatest distance in metres between the two where they are matched. */
  readonly apartM: number | undefined;
};

/** Lines nearer than this, in metres, touch. */
const TOUCH_M = 1e-3;

/** Corners of the two coasts nearer to each other than this, in metres, are one: rounding parts them. */
const SAME_CORNER_M = 1e-7;

/** Less coast than this, in metres, is rounding. */
const SLIVER_M = 1e-8;

type Cell = {
  readonly isMatched: boolean;
  readonly before: Reach;
  readonly after: Reach;
  readonly apartM: number;
  /** Signed area in m² between the two lines: positive where the coast moved seaward. */
  readonly areaM2: number;
  /** The number of the stretch of coast between two places where the lines touch. */
  readonly lobe: number;
};

/** Turns matched chains into stretches of one segment and one set of zones on each side. */
export function changeStretches(
  { runs, before: lost, after: gained }: MatchedCoasts,
  [before, after]: readonly [MeasuredShore, MeasuredShore],
  toleranceM: number,
): readonly ChangeStretch[] {
  return [
    ...runs.flatMap((run) => withBorders(stretchesOf(run, before, after), toleranceM)),
    ...lost.flatMap((reach) =>
      partsOf(reach, before).map((side) =>
        alone('lost', reach, { before: side, after: undefined }),
      ),
    ),
    ...gained.flatMap((reach) =>
      partsOf(reach, after).map((side) =>
        alone('gained', reach, { before: undefined, after: side }),
      ),
    ),
  ];
}

function alone(
  kind: 'lost' | 'gained',
  { isBetween }: LeftReach,
  sides: Pick<ChangeStretch, 'before' | 'after'>,
): ChangeStretch {
  return {
    ...{
      kind,
      ...sides,
      isBetween,
      isBorder: false,
      isOpposed: false,
      reclaimedM2: 0,
      erodedM2: 0,
    },
    ...{ displacementM: undefined, apartM: undefined },
  };
}

/** The parts of a reach by segment and zones. */
function partsOf({ chain: number, from, to }: LeftReach, shore: MeasuredShore): StretchSide[] {
  const chain = shore.chains[number];
  if (chain === undefined) return [];
  const stops = [from, ...cornersInside(chain, { from, to }), to];
  const parts: { from: number; to: number; key: string }[] = [];
  for (const [at, start] of stops.entries()) {
    const end = stops[at + 1];
    if (end === undefined) break;
    const key = stretchKey(shore, pieceAt(chain, (start + end) / 2));
    const open = parts.at(-1);
    if (open?.key === key) open.to = end;
    else parts.push({ from: start, to: end, key });
  }
  return parts.map((part) => sideOf(shore, chain, part));
}

/** The stations of corners inside a reach, in its order. */
function cornersInside({ stations }: ShoreChain, { from, to }: Reach): readonly number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const inside: number[] = [];
  const first = firstIndex(stations.length, (at) => (stations[at] ?? 0) > low);
  for (let at = first; at < stations.length; at += 1) {
    const station = stations[at] ?? Infinity;
    if (station >= high) break;
    inside.push(station);
  }
  return from > to ? inside.toReversed() : inside;
}

function stretchesOf(
  run: MatchedRun,
  before: MeasuredShore,
  after: MeasuredShore,
): readonly ChangeStretch[] {
  const [chain, other] = [before.chains[run.before], after.chains[run.after]];
  if (chain === undefined || other === undefined) return [];
  const cells = cellsOf(run, chain, other);
  const lobes = new Map<number, number>();
  for (const { lobe, areaM2 } of cells) lobes.set(lobe, (lobes.get(lobe) ?? 0) + areaM2);
  const stretches: ChangeStretch[] = [];
  let open: { key: string; cells: Cell[] } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    stretches.push(joined(open.cells, { before, after, chain, other, lobes }));
  };
  for (const cell of cells) {
    const key = [
      cell.isMatched,
      stretchKey(before, pieceAt(chain, (cell.before.from + cell.before.to) / 2)),
      stretchKey(after, pieceAt(other, (cell.after.from + cell.after.to) / 2)),
    ].join();
    if (open?.key === key) open.cells.push(cell);
    else {
      close();
      open = { key, cells: [cell] };
    }
  }
  close();
  return stretches;
}

/** Marks the stretches of a run at which only the border between two classes differs. */
function withBorders(
  stretches: readonly ChangeStretch[],
  toleranceM: number,
): readonly ChangeStretch[] {
  /** The class of a matched stretch that has kept it; undefined for any other. */
  const keptClass = (stretch: ChangeStretch | undefined): string | undefined =>
    stretch?.kind === 'matched' && stretch.before?.class === stretch.after?.class
      ? stretch.before?.class
      : undefined;
  return stretches.map((stretch, at) => {
    const { before, after, kind } = stretch;
    const isShort = Math.max(before?.lengthM ?? 0, after?.lengthM ?? 0) < toleranceM;
    if (kind !== 'matched' || before?.class === after?.class || !isShort) return stretch;
    const beside = [keptClass(stretches[at - 1]), keptClass(stretches[at + 1])];
    const isBorder =
      before?.class !== undefined &&
      after?.class !== undefined &&
      beside.includes(before.class) &&
      beside.includes(after.class);
    return isBorder ? { ...stretch, isBorder } : stretch;
  });
}

function joined(
  cells: readonly Cell[],
  {
    before,
    after,
    chain,
    other,
    lobes,
  }: {
    readonly before: MeasuredShore;
    readonly after: MeasuredShore;
    readonly chain: ShoreChain;
    readonly other: ShoreChain;
    readonly lobes: ReadonlyMap<number, number>;
  },
): ChangeStretch {
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a stretch without a cell');
  const was = sideOf(before, chain, { from: first.before.from, to: last.before.to });
  const is = sideOf(after, other, { from: first.after.from, to: last.after.to });
  let [reclaimedM2, erodedM2, apartM] = [0, 0, 0];
  for (const cell of cells) {
    if ((lobes.get(cell.lobe) ?? 0) >= 0) reclaimedM2 += cell.areaM2;
    else erodedM2 -= cell.areaM2;
    apartM = Math.max(apartM, cell.apartM);
  }
  const meanM = (was.lengthM + is.lengthM) / 2;
  return {
    kind: first.isMatched ? 'matched' : 'replaced',
    ...{ before: was, after: is, isBetween: true, isBorder: false, reclaimedM2, erodedM2 },
    isOpposed: !chain.isClosed && last.after.to < first.after.from,
    displacementM: meanM > 0 ? (reclaimedM2 - erodedM2) / meanM : undefined,
    apartM: first.isMatched ? apartM : undefined,
  };
}

/** The spans of a run, cut at every corner of both chains; shares of a span correspond to each other. */
function cellsOf({ spans }: MatchedRun, chain: ShoreChain, other: ShoreChain): readonly Cell[] {
  const seaward = landSide(chain);
  const cells: Cell[] = [];
  let lobe = 0;
  for (const [number, span] of spans.entries()) {
    if (number === 0 || span.startM < TOUCH_M) lobe += 1;
    const longestM = Math.max(lengthOf(span.before), lengthOf(span.after));
    const stops = distinct(
      [...sharesOf(chain, span.before), ...sharesOf(other, span.after)],
      SAME_CORNER_M / longestM,
    );
    for (const [at, start] of stops.entries()) {
      const end = stops[at + 1];
      if (end === undefined) break;
      const [before, after] = [partOf(span.before, start, end), partOf(span.after, start, end)];
      if (Math.max(lengthOf(before), lengthOf(after)) < SLIVER_M) continue;
      cells.push({
        ...{ isMatched: span.isMatched, before, after, lobe },
        apartM: Math.max(span.startM, span.endM),
        areaM2: seaward * areaBetween(chain, before, other, after),
      });
    }
  }
  return cells;
}

/** From 0 to 1 over the shares between them, ascending, without those nearer to another than the least. */
function distinct(shares: readonly number[], least: number): readonly number[] {
  const stops = [0];
  for (const share of shares.toSorted((a, b) => a - b))
    if (share - (stops.at(-1) ?? 0) > least && 1 - share > least) stops.push(share);
  return [...stops, 1];
}

function sharesOf(chain: ShoreChain, reach: Reach): readonly number[] {
  const lengthM = reach.to - reach.from;
  return cornersInside(chain, reach).map((station) => (station - reach.from) / lengthM);
}

function partOf({ from, to }: Reach, start: number, end: number): Reach {
  const at = (share: number): number =>
    share === 0 ? from : share === 1 ? to : from + share * (to - from);
  return { from: at(start), to: at(end) };
}

/** Signed area in m² between two lines: positive where the second is on the right of the first. */
function areaBetween(chain: ShoreChain, before: Reach, other: ShoreChain, after: Reach): number {
  const ring = [
    ...lineBetween(chain, before.from, before.to),
    ...lineBetween(other, after.to, after.from),
  ];
  return ringArea(ring);
}

/** Signed area in m² of a ring, positive clockwise; its first position need not be repeated. */
function ringArea(ring: readonly Position[]): number {
  let area = 0;
  for (const [at, from] of ring.entries()) {
    const to = ring[(at + 1) % ring.length];
    if (to === undefined || (to[0] === from[0] && to[1] === from[1])) continue;
    area += areaUnder(from, to).ellipsoid;
  }
  return area;
}

/**
 * 1 where the land is on the left of a chain, else −1. An island has its land inside; other coast has it on
 * the left as it is drawn, which the data promise.
 */
function landSide({ isClosed, points }: ShoreChain): 1 | -1 {
  return isClosed && ringArea(points) > 0 ? -1 : 1;
}
