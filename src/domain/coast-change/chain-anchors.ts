import { areApart, boxAround, endsOf } from '../geometry/edges.ts';
import { along, type Position } from '../geometry.ts';
import type { ChainIndex, NearPlace } from './chain-index.ts';
import { placeAtStation } from './shore-chain.ts';

/** Two stations at which two chains are near each other. */
export type Anchor = {
  readonly before: number;
  readonly after: number;
  readonly distanceM: number;
  /** Metres of coast that speak for this anchor. */
  readonly weightM: number;
};

/** A place of a chain at which the other coast was sought. */
export type Sample = { readonly station: number; readonly position: Position };

/** What is known of two coasts before they are matched. */
type Soundings = {
  /** Samples of each chain, ascending. */
  readonly before: readonly (readonly Sample[])[];
  readonly after: readonly (readonly Sample[])[];
  /** The anchors between two chains, by their numbers with a blank between them. */
  readonly anchors: ReadonlyMap<string, readonly Anchor[]>;
};

/** The weight in metres of an anchor that stands for no length, so that it is taken where it fits. */
const SLIGHT_M = 1e-3;
/** A place is a counterpart unless its own coast comes nearer to it than this share of the distance. */
const MUTUAL_SHARE = 0.5;
/** Halvings of a stretch to find where a chain leaves the tolerance: 25 m to 0.1 mm. */
const HALVINGS = 18;

/**
 * Sounds each coast from the other: at every corner, at least every half tolerance, where a chain leaves
 * the tolerance, and where the two cross.
 */
export function soundCoasts(before: ChainIndex, after: ChainIndex, toleranceM: number): Soundings {
  const anchors = new Map<string, Anchor[]>();
  const add = (one: number, other: number, anchor: Anchor): void => {
    const key = `${one} ${other}`;
    const known = anchors.get(key);
    if (known === undefined) anchors.set(key, [anchor]);
    else known.push(anchor);
  };
  const weigh = (metres: number, distanceM: number): number =>
    SLIGHT_M + metres * (1 - distanceM / toleranceM);
  const beforeSamples = [...before.chains.keys()].map((number) =>
    sound(number, [before, after], toleranceM, ({ station }, metres, { chain: other, ...place }) =>
      add(number, other, {
        before: station,
        after: place.station,
        distanceM: place.distanceM,
        weightM: weigh(metres, place.distanceM),
      }),
    ),
  );
  const afterSamples = [...after.chains.keys()].map((number) =>
    sound(number, [after, before], toleranceM, ({ station }, metres, { chain: other, ...place }) =>
      add(other, number, {
        before: place.station,
        after: station,
        distanceM: place.distanceM,
        weightM: weigh(metres, place.distanceM),
      }),
    ),
  );
  addCrossings(before, after, add);
  return { before: beforeSamples, after: afterSamples, anchors };
}

/**
 * Visits the places of the other coast near each sample of a chain, with half the way to its neighbours.
 * A place that is much nearer to another part of the sample's own coast belongs there: the foot of a new
 * quay's side is near the beach before it, but is the end of the beach beside it.
 */
function sound(
  number: number,
  [own, other]: readonly [ChainIndex, ChainIndex],
  toleranceM: number,
  visit: (sample: Sample, metres: number, place: NearPlace) => void,
): readonly Sample[] {
  const sampleAt = (edge: number, share: number): Sounding => {
    const position = along(...endsOf(own.ends, edge), share);
    const { station } = own.stationOn(edge, share);
    return { edge, share, station, position, near: other.near(position, toleranceM) };
  };
  const samples = soundedPlaces(own, number, toleranceM / 2).map((place) => sampleAt(...place));
  const all = samples.flatMap((sample, at) => {
    const next = samples[at + 1];
    if (next === undefined || sample.near.length > 0 === next.near.length > 0) return [sample];
    // One of the two is within reach of the other coast: the last place that is.
    const isFirst = sample.near.length > 0;
    const end = next.edge === sample.edge ? next.share : 1;
    let [inside, outside] = isFirst ? [sample.share, end] : [end, sample.share];
    let found: Sounding | undefined;
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = sampleAt(sample.edge, (inside + outside) / 2);
      if (middle.near.length > 0) [inside, found] = [(inside + outside) / 2, middle];
      else outside = (inside + outside) / 2;
    }
    return found === undefined ? [sample] : [sample, found];
  });
  for (const [at, sample] of all.entries()) {
    const [last, next] = [all[at - 1] ?? sample, all[at + 1] ?? sample];
    for (const place of sample.near)
      if (isMutual(place, [own, other])) visit(sample, (next.station - last.station) / 2, place);
  }
  return all.map(({ station, position }) => ({ station, position }));
}

type Sounding = Sample & {
  readonly edge: number;
  readonly share: number;
  readonly near: readonly NearPlace[];
};

/** Corners of a chain and places between them, at most a step in metres apart, as shares of its edges. */
function soundedPlaces(
  own: ChainIndex,
  number: number,
  stepM: number,
): readonly (readonly [edge: number, share: number])[] {
  const { stations, pieces } = own.chains[number] ?? { stations: [], pieces: [] };
  const found: (readonly [number, number])[] = [];
  for (const at of pieces.keys()) {
    const lengthM = (stations[at + 1] ?? 0) - (stations[at] ?? 0);
    const parts = Math.max(1, Math.ceil(lengthM / stepM));
    for (let part = 0; part < parts; part += 1) found.push([own.edgeOf(number, at), part / parts]);
  }
  if (pieces.length > 0) found.push([own.edgeOf(number, pieces.length - 1), 1]);
  return found;
}

function isMutual(
  { chain: number, station, distanceM }: NearPlace,
  [own, other]: readonly [ChainIndex, ChainIndex],
): boolean {
  const chain = other.chains[number];
  if (chain === undefined || distanceM < SLIGHT_M) return true;
  const leastM = distanceM * MUTUAL_SHARE;
  return own.near(placeAtStation(chain, station), leastM).length === 0;
}

function addCrossings(
  before: ChainIndex,
  after: ChainIndex,
  add: (one: number, other: number, anchor: Anchor) => void,
): void {
  for (let edge = 0; 4 * edge < before.ends.length; edge += 1) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = before.ends.subarray(4 * edge, 4 * edge + 4);
    for (const otherEdge of after.edgesIn(boxAround(before.ends, [edge, edge + 1]))) {
      if (areApart({ ends: before.ends, edge }, { ends: after.ends, edge: otherEdge })) continue;
      const [cx = 0, cy = 0, dx = 0, dy = 0] = after.ends.subarray(
        4 * otherEdge,
        4 * otherEdge + 4,
      );
      const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      if (across === 0) continue;
      const share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
      const otherShare = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across;
      if (!(share > 0 && share < 1 && otherShare > 0 && otherShare < 1)) continue;
      const [one, other] = [before.stationOn(edge, share), after.stationOn(otherEdge, otherShare)];
      add(one.chain, other.chain, {
        before: one.station,
        after: other.station,
        distanceM: 0,
        weightM: SLIGHT_M,
      });
    }
  }
}
