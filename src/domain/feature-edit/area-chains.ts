import type { Position as GeoPosition } from 'geojson';
import { ON_LINE } from '../geometry/edges.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import type { Position } from '../geometry.ts';
import { isSamePlace } from './edge-nodes.ts';
import { PlaceMap } from './place-map.ts';

/** The rings of one polygon, the exterior first. */
export type Rings = readonly (readonly GeoPosition[])[];

/** A run of vertices from one place where borders meet to the next; a whole ring where there is none. */
export type Chain = readonly GeoPosition[];

/** A ring that chains make up. */
export type TracedRing = { readonly ring: Chain; readonly chains: readonly Chain[] };

/** A ring with its polygon on the left: exteriors run counterclockwise and holes clockwise, as RFC 7946 has them. */
export function withGroundLeft(ring: Chain, number: number): Chain {
  return twiceArea(ring) > 0 === (number === 0) ? ring : ring.toReversed();
}

/** The chains of a ring between some of its vertices. */
export function chainsOfRing(ring: Chain, places: PlaceMap<unknown>): readonly Chain[] {
  const met: number[] = [];
  for (let index = 1; index < ring.length; index += 1)
    if (places.has(ring[index] ?? [])) met.push(index);
  const [first, last] = [met[0], met.at(-1)];
  if (first === undefined || last === undefined) return [ring];
  return [
    ...met.slice(1).map((index, number) => ring.slice(met[number] ?? 0, index + 1)),
    // Over the place where the ring begins.
    ring.slice(last).concat(ring.slice(1, first + 1)),
  ].filter(hasLength);
}

/** The chains of a line between places on a border, with the vertices that stand there; loose ends are left out. */
export function chainsBetween(line: Chain, places: PlaceMap<GeoPosition>): readonly Chain[] {
  const chains: GeoPosition[][] = [[]];
  for (const at of line) {
    const place = places.get(at);
    chains.at(-1)?.push(place ?? at);
    if (place !== undefined) chains.push([place]);
  }
  return chains.slice(1, -1).filter(hasLength);
}

/** The middle of the longest edge of a chain: what is farthest from where its ends are rounded. */
export function middleOf(chain: Chain): Position {
  let longest = -1;
  let middle: Position = [0, 0];
  for (let index = 1; index < chain.length; index += 1) {
    const length = edgeLength(chain, index);
    if (length <= longest) continue;
    longest = length;
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [chain[index - 1] ?? [], chain[index] ?? []];
    middle = [(ax + bx) / 2, (ay + by) / 2];
  }
  return middle;
}

/**
 * The rings that chains make up which have the ground on their left; where several leave a place, the ring takes the
 * one that turns left most. Undefined where chains do not close.
 */
export function tracedRings(chains: readonly Chain[]): readonly TracedRing[] | undefined {
  const leaving = new PlaceMap<Chain[]>();
  for (const chain of chains) {
    const [start = []] = chain;
    const known = leaving.get(start);
    if (known === undefined) leaving.set(start, [chain]);
    else known.push(chain);
  }
  const used = new Set<Chain>();
  const rings: TracedRing[] = [];
  for (const first of chains) {
    if (used.has(first)) continue;
    const parts: Chain[] = [];
    let chain = first;
    for (;;) {
      used.add(chain);
      parts.push(chain);
      const next = nextOf(chain, leaving);
      if (next === first) break;
      if (next === undefined || used.has(next)) return undefined;
      chain = next;
    }
    const others = parts.slice(1).map((part) => part.slice(1));
    rings.push({ ring: (parts[0] ?? []).concat(...others), chains: parts });
  }
  return rings;
}

function nextOf(chain: Chain, leaving: PlaceMap<readonly Chain[]>): Chain | undefined {
  const [at = [], before = []] = [
    chain.at(-1),
    chain.findLast((each) => !isSameAsEnd(each, chain)),
  ];
  const choices = leaving.get(at) ?? [];
  if (choices.length < 2) return choices[0];
  const back = angle(at, before);
  const turnTo = (choice: Chain): number => {
    const turn = back - angle(at, choice.find((each) => !isSamePlace(each, at)) ?? []);
    // To turn back is the last choice.
    return turn > 0 ? turn : turn + 2 * Math.PI;
  };
  return choices.reduce((best, choice) => (turnTo(choice) < turnTo(best) ? choice : best));
}

function isSameAsEnd(at: GeoPosition, chain: Chain): boolean {
  return isSamePlace(at, chain.at(-1) ?? []);
}

function angle([x = 0, y = 0]: GeoPosition, [toX = 0, toY = 0]: GeoPosition): number {
  return Math.atan2(toY - y, toX - x);
}

/**
 * The polygons of rings that have the ground on their left, the largest first: each hole is in the smallest exterior
 * around it.
 */
export function polygonsOfRings(rings: readonly TracedRing[]): readonly Rings[] {
  const sized = rings.map(({ ring }) => ({ ring, size: twiceArea(ring) }));
  const exteriors = sized
    .filter(({ size }) => size > 0)
    .toSorted((one, other) => one.size - other.size)
    .map(({ ring }) => ({ rings: [ring], ground: indexOnce([ring]) }));
  const [only] = exteriors.length === 1 ? exteriors : [];
  for (const { ring, size } of sized) {
    if (size >= 0) continue;
    (only ?? exteriors.find(({ ground }) => isWithin(ring, ground())))?.rings.push(ring);
  }
  return exteriors
    .map((each) => ({ rings: each.rings, size: sizeOf([each.rings]) }))
    .toSorted((one, other) => other.size - one.size)
    .map(({ rings: ofPart }) => ofPart);
}

/** Whether a ring that may touch the border of an area lies within it. */
function isWithin(ring: Chain, area: PreparedPolygon): boolean {
  const places = ring.map((at, index) => middleOf([ring[index - 1] ?? at, at]));
  const clear = places.find((place) => !area.isOnBoundary(place));
  return clear !== undefined && area.contains(clear);
}

/** An index of the ground of a polygon, made when it is first asked for. */
function indexOnce(rings: Rings): () => PreparedPolygon {
  let made: PreparedPolygon | undefined;
  return () => {
    made ??= new PreparedPolygon(
      { type: 'Polygon', coordinates: rings.map((ring) => [...ring]) },
      'area',
    );
    return made;
  };
}

/** With more questions than this, an index answers sooner than a look at all edges each time. */
const FEW_QUESTIONS = 32;

/** Tells whether places that are clear of its border lie in a polygon. */
export function groundTest(rings: Rings, questions: number): (place: Position) => boolean {
  if (questions <= FEW_QUESTIONS) return (place) => isInside(place, rings);
  const ground = indexOnce(rings);
  return (place) => ground().contains(place);
}

/** Whether a ray from a place eastwards crosses the rings an odd number of times. */
function isInside([x, y]: Position, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings)
    for (let index = 1; index < ring.length; index += 1) {
      const from = ring[index - 1];
      const to = ring[index];
      const ay = from?.[1] ?? 0;
      const by = to?.[1] ?? 0;
      if (ay > y === by > y) continue;
      const ax = from?.[0] ?? 0;
      if (x < ax + ((y - ay) / (by - ay)) * ((to?.[0] ?? 0) - ax)) inside = !inside;
    }
  return inside;
}

/** Tells of a chain whether it is an edge of a border as well, and whether it runs the same way. */
export function edgeTest(
  chains: readonly Chain[],
): (chain: Chain) => 'along' | 'against' | undefined {
  const ends = new PlaceMap<PlaceMap<true>>();
  for (const chain of chains) {
    const [from, to, more] = chain;
    if (from === undefined || to === undefined || more !== undefined) continue;
    const known = ends.get(from) ?? new PlaceMap<true>();
    known.set(to, true);
    ends.set(from, known);
  }
  return ([from = [], to = [], more]) => {
    if (more !== undefined) return undefined;
    if (ends.get(from)?.has(to)) return 'along';
    return ends.get(to)?.has(from) ? 'against' : undefined;
  };
}

/** Twice the area of some polygons, in square degrees. */
function sizeOf(polygons: readonly Rings[]): number {
  let sum = 0;
  for (const rings of polygons)
    for (const [number, ring] of rings.entries())
      sum += (number === 0 ? 1 : -1) * Math.abs(twiceArea(ring));
  return sum;
}

/** Whether parts are as large as a polygon, but for the rounding of places on its border. */
export function areWhole(parts: readonly Rings[], whole: Rings): boolean {
  let length = 0;
  for (const ring of whole)
    for (let index = 1; index < ring.length; index += 1) length += edgeLength(ring, index);
  return Math.abs(sizeOf(parts) - sizeOf([whole])) <= 4 * ON_LINE * length;
}

/** Twice the area of a ring in square degrees, positive when it runs counterclockwise. */
function twiceArea(ring: Chain): number {
  // Relative to the first corner: the sums of small rings keep their digits.
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const from = ring[index - 1];
    const to = ring[index];
    sum +=
      ((from?.[0] ?? 0) - x0) * ((to?.[1] ?? 0) - y0) -
      ((to?.[0] ?? 0) - x0) * ((from?.[1] ?? 0) - y0);
  }
  return sum;
}

/** The length of the edge that ends at a vertex, in degrees. */
function edgeLength(line: Chain, index: number): number {
  const from = line[index - 1];
  const to = line[index];
  return Math.hypot((to?.[0] ?? 0) - (from?.[0] ?? 0), (to?.[1] ?? 0) - (from?.[1] ?? 0));
}

/** Whether a chain leads anywhere: a vertex that is drawn twice makes one that does not. */
export function hasLength(chain: Chain): boolean {
  return chain.some((at) => !isSamePlace(at, chain[0] ?? []));
}
