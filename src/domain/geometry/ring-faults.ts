import { type ArealGeometry, along, type Position, polygonsOf, type Ring } from '../geometry.ts';
import { overlappingPairs } from './polygon-overlap.ts';
import { PreparedPolygon } from './prepared-polygon.ts';
import { hasNoArea, LAST_DECIMAL, signedArea } from './ring-checks.ts';

/** A fault in the relation of the rings of one geometry (OGC Simple Features, 6.1.11). */
export type RingFault = {
  readonly kind: 'hole-outside' | 'holes-overlap' | 'part-without-ground' | 'parts-overlap';
  /** The ring at fault, by the index of its polygon and its index there. */
  readonly part: number;
  readonly ring: number;
  readonly at: Position;
};

/**
 * Finds faults in the relation of the rings of an area, each of which is valid by itself: a hole that
 * reaches outside its exterior, holes of a part that overlap or leave no ground, parts that overlap. An area of one ring has
 * none. Faults are yielded one by one, so that a caller that only needs to know whether there is one does
 * not wait.
 */
export function* ringFaults(geometry: ArealGeometry): Generator<RingFault> {
  const parts = polygonsOf(geometry).map((rings) => rings.filter(hasEdge));
  if (parts.flat().length < 2) return;
  for (const [part, [exterior, ...holes]] of parts.entries()) {
    if (exterior === undefined || holes.length === 0) continue;
    const shell = areaOf([exterior]);
    let isOutside = false;
    for (const [hole, ring] of holes.entries()) {
      const at = reachesOutside(ring, shell);
      isOutside ||= at !== undefined;
      if (at !== undefined) yield { kind: 'hole-outside', part, ring: hole + 1, at };
    }
    const together = overlaps(holes.map((ring) => [ring]));
    for (const { later, at } of together)
      yield { kind: 'holes-overlap', part, ring: later + 1, at };
    const [at] = exterior;
    if (!isOutside && together.length === 0 && at !== undefined && isFilled(exterior, holes))
      yield { kind: 'part-without-ground', part, ring: 1, at };
  }
  for (const { later, at } of overlaps(parts))
    yield { kind: 'parts-overlap', part: later, ring: 0, at };
}

function hasEdge(ring: Ring): boolean {
  return ring.some(([x, y]) => x !== ring[0]?.[0] || y !== ring[0]?.[1]);
}

/** Whether holes that do not overlap take all ground of an exterior, but for rounding. */
function isFilled(exterior: Ring, holes: readonly Ring[]): boolean {
  const taken = holes.reduce((sum, hole) => sum + Math.abs(signedArea(hole)), 0);
  return hasNoArea(exterior, taken);
}

function areaOf(rings: readonly Ring[]): PreparedPolygon {
  const coordinates = rings.map((ring) => ring.map(([x, y]) => [x, y]));
  return new PreparedPolygon({ type: 'Polygon', coordinates }, 'ring');
}

/** Finds a place of the ring that lies clearly outside an area. */
function reachesOutside(ring: Ring, area: PreparedPolygon): Position | undefined {
  return placesOf(ring, area).find(
    ([x, y]) =>
      !area.contains([x, y]) &&
      !AROUND.some(([east, north]) =>
        // A hole may reach over its exterior ring by rounding.
        area.contains([x + east * LAST_DECIMAL, y + north * LAST_DECIMAL]),
      ),
  );
}

const AROUND = Array.from({ length: 8 }, (_, eighth) => {
  const angle = (eighth * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/** Finds every polygon that overlaps an earlier one, with a place that both contain. */
function overlaps(
  polygons: readonly (readonly Ring[])[],
): readonly { readonly later: number; readonly at: Position }[] {
  const known = polygons.flatMap((rings, number) =>
    rings.length === 0 ? [] : [{ rings, number, area: areaOf(rings) }],
  );
  return overlappingPairs(known.map(({ area }) => area)).flatMap(([one, other]) => {
    const [earlier, later] = [known[one], known[other]];
    if (earlier === undefined || later === undefined) return [];
    const at =
      strictlyInside(later.rings, earlier.area) ??
      strictlyInside(earlier.rings, later.area) ??
      later.rings[0]?.[0];
    return at === undefined ? [] : [{ later: later.number, at }];
  });
}

function strictlyInside(rings: readonly Ring[], area: PreparedPolygon): Position | undefined {
  for (const ring of rings) {
    const found = placesOf(ring, area).find(
      (place) => area.contains(place) && !area.isOnBoundary(place),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The corners of a ring, then the middles of the parts that a boundary cuts its edges into. */
function placesOf(ring: Ring, area: PreparedPolygon): readonly Position[] {
  const middles = ring.flatMap((to, index): readonly Position[] => {
    const from = ring[index - 1];
    if (from === undefined) return [];
    const stops = [0, ...area.crossings(from, to).toSorted((a, b) => a - b), 1];
    return stops.slice(1).map((stop, number) => along(from, to, (stop + (stops[number] ?? 0)) / 2));
  });
  return [...ring, ...middles];
}
