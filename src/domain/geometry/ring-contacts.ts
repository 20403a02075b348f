import Flatbush from 'flatbush';
import { ellipsoidDistance } from '../geodesy.ts';
import { type ArealGeometry, along, type Position, polygonsOf } from '../geometry.ts';
import { edgeIndex } from './edge-index.ts';
import { boxAround, endsOf, layOutEdges, NEAR_LINE, ON_LINE, withoutRepeats } from './edges.ts';
import { type JoinedNumbers, joinedNumbers } from './joined-numbers.ts';
import { nearestShare } from './point-to-segment.ts';
import { LAST_DECIMAL } from './ring-checks.ts';

/**
 * Where rings of one geometry meet although the ground is clear: they run along each other, or touch so
 * often that the inside of a part hangs together nowhere else (OGC Simple Features, 6.1.11).
 */
export type RingContact = {
  readonly kind: 'hole-on-rim' | 'holes-share-rim' | 'inside-parted';
  /** The later ring of the two, by the index of its polygon and its index there. */
  readonly part: number;
  readonly ring: number;
  /** Where they begin to meet and, for a stretch, where they part again. */
  readonly at: Position;
  readonly to?: Position;
  /** The metres that they run along each other, in all. */
  readonly lengthM: number;
};

type RingOf = { readonly part: number; readonly ring: number };
/** A stretch that two rings share; its ends are one place when they only touch. */
type Meeting = { readonly one: number; readonly other: number; readonly ends: Line };
type Line = readonly [Position, Position];

/**
 * Finds where rings of one part run along each other, and where their touching parts the inside. Parts
 * may share a border: their ground is the same then.
 */
export function ringContacts(geometry: ArealGeometry): readonly RingContact[] {
  const parts = polygonsOf(geometry);
  const rings = parts.flatMap((of, part) =>
    of.map((positions, ring) => ({ part, ring, positions: withoutRepeats(positions) })),
  );
  if (rings.length < 2) return [];
  const met = meetings(rings.map(({ positions }) => positions)).filter(
    ({ one, other }) => rings[one]?.part === rings[other]?.part,
  );
  return [...sharedStretches(rings, met), ...partedInsides(rings, met)];
}

function meetings(rings: readonly (readonly Position[])[]): readonly Meeting[] {
  const ends = layOutEdges(rings);
  const ringOf = rings.flatMap((positions, ring) => positions.slice(1).map(() => ring));
  const index = edgeIndex(ends);
  const found: Meeting[] = [];
  for (const [edge, one] of ringOf.entries()) {
    const near = index?.search(
      ...boxAround(ends, [edge, edge + 1], LAST_DECIMAL),
      (other) => other > edge && ringOf[other] !== one,
    );
    for (const otherEdge of near ?? []) {
      const other = ringOf[otherEdge];
      const shared = sharedBy(endsOf(ends, edge), endsOf(ends, otherEdge));
      if (other !== undefined && shared !== undefined) found.push({ one, other, ends: shared });
    }
  }
  return found;
}

/** A stretch shorter than this, in degrees, is a place where edges meet: 1 m. */
const SHORTEST = 1e-5;

/**
 * What two edges share: the stretch along which they lie on each other to the last decimal, or the place where
 * an end of one lies on the other; undefined when they cross or are apart.
 */
function sharedBy(line: Line, other: Line): Line | undefined {
  const stretch = endsOnEachOther(line, other, LAST_DECIMAL);
  if (stretch !== undefined && squareBetween(...stretch) > SHORTEST * SHORTEST) return stretch;
  const touching = endsOnEachOther(line, other, ON_LINE);
  return touching && [touching[0], touching[0]];
}

/** The two ends that are farthest apart of those that lie on the other edge, within a distance in degrees. */
function endsOnEachOther(line: Line, other: Line, within: number): Line | undefined {
  const on = [
    ...other.filter((place) => isOnLine(place, line, within)),
    ...line.filter((place) => isOnLine(place, other, within)),
  ];
  const [first] = on;
  if (first === undefined) return undefined;
  const last = on.toSorted((a, b) => squareBetween(b, first) - squareBetween(a, first))[0];
  return [first, last ?? first];
}

function isOnLine([x, y]: Position, [from, to]: Line, within: number): boolean {
  const share = nearestShare(x - from[0], y - from[1], to[0] - from[0], to[1] - from[1]);
  return squareBetween([x, y], along(from, to, share)) <= within * within;
}

function squareBetween([ax, ay]: Position, [bx, by]: Position): number {
  return (bx - ax) ** 2 + (by - ay) ** 2;
}

function* sharedStretches(
  rings: readonly RingOf[],
  met: readonly Meeting[],
): Generator<RingContact> {
  const byPair = new Map<string, Meeting[]>();
  for (const meeting of met) {
    if (meeting.ends[0] === meeting.ends[1]) continue;
    const key = `${meeting.one} ${meeting.other}`;
    const known = byPair.get(key);
    if (known === undefined) byPair.set(key, [meeting]);
    else known.push(meeting);
  }
  for (const stretches of byPair.values()) {
    const [{ one, other } = { one: -1, other: -1 }] = stretches;
    const [first, later] = [rings[one], rings[other]];
    const places = stretches.flatMap(({ ends }) => ends);
    const at = farthestFrom(places[0], places);
    const to = farthestFrom(at, places);
    if (first === undefined || later === undefined || at === undefined || to === undefined)
      continue;
    yield {
      kind: first.ring === 0 ? 'hole-on-rim' : 'holes-share-rim',
      part: later.part,
      ring: later.ring,
      ...{ at, to },
      lengthM: stretches.reduce(
        (sum, { ends: [from, end] }) => sum + ellipsoidDistance(from, end),
        0,
      ),
    };
  }
}

function farthestFrom(
  from: Position | undefined,
  places: readonly Position[],
): Position | undefined {
  if (from === undefined) return undefined;
  return places.toSorted((a, b) => squareBetween(b, from) - squareBetween(a, from))[0];
}

/**
 * Finds rings that close a circle of contacts within a part: rings and the places where they meet are a
 * graph, and a cycle in it cuts some ground off.
 */
function* partedInsides(rings: readonly RingOf[], met: readonly Meeting[]): Generator<RingContact> {
  if (met.length < 2) return;
  const places = joinedPlaces(met);
  const graph = joinedNumbers(rings.length + 2 * met.length);
  const known = new Set<string>();
  const told = new Set<number>();
  for (const [number, { one, other, ends }] of met.entries()) {
    const place = places.setOf(2 * number);
    for (const ring of [one, other]) {
      const key = `${ring} ${place}`;
      if (known.has(key)) continue;
      known.add(key);
      const [node, { part, ring: index } = { part: -1, ring: -1 }] = [
        graph.setOf(rings.length + place),
        rings[other],
      ];
      if (graph.setOf(ring) !== node) graph.join(ring, node);
      else if (!told.has(other)) {
        told.add(other);
        yield { kind: 'inside-parted', part, ring: index, at: ends[0], lengthM: 0 };
      }
    }
  }
}

/** Numbers both ends of each meeting; ends at one place, and the ends of a stretch, have one number. */
function joinedPlaces(met: readonly Meeting[]): JoinedNumbers {
  const places = joinedNumbers(2 * met.length);
  const index = new Flatbush(2 * met.length);
  for (const { ends } of met) for (const [x, y] of ends) index.add(x, y, x, y);
  index.finish();
  for (const [number, { ends }] of met.entries()) {
    places.join(2 * number, 2 * number + 1);
    for (const [end, [x, y]] of ends.entries())
      for (const near of index.search(x - NEAR_LINE, y - NEAR_LINE, x + NEAR_LINE, y + NEAR_LINE))
        places.join(2 * number + end, near);
  }
  return places;
}
