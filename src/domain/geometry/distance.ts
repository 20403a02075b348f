import type { Geometry } from 'geojson';
import { linesOf } from '../geodesy.ts';
import { type ArealGeometry, type Position, positionsOf } from '../geometry.ts';
import { EdgeTree, edgeTreeDistance, leastBetween } from './edge-tree.ts';
import { layOutEdges } from './edges.ts';
import { isAreal } from './intersects.ts';
import { PreparedPolygon } from './prepared-polygon.ts';

/** The extent of an object, prepared for distance measurements to other extents. */
export type DistanceIndex = {
  readonly edges: EdgeTree;
  /**
   * One position of each line, ring and point; an area that contains the object must contain all of them.
   */
  readonly starts: readonly Position[];
  readonly areas: readonly PreparedPolygon[];
};

/** The extent of a geometry; `undefined` when it has no position. */
export function distanceIndex(geometry: Geometry): DistanceIndex | undefined {
  const parts = partsOf(geometry);
  return distanceIndexOfLines(
    parts.flatMap((part) =>
      part.type === 'Point' || part.type === 'MultiPoint'
        ? [...positionsOf(part)].map((position) => [position, position])
        : linesOf(part),
    ),
    parts.filter(isAreal).filter(hasEdge),
  );
}

/** The extent of lines and of areas whose rings are among them; `undefined` without an edge. */
export function distanceIndexOfLines(
  lines: readonly (readonly Position[])[],
  areas: readonly ArealGeometry[] = [],
): DistanceIndex | undefined {
  const ends = layOutEdges(lines);
  if (ends.length === 0) return undefined;
  return {
    edges: new EdgeTree(ends),
    starts: lines.flatMap((line) => line.slice(0, 1)),
    areas: areas.map((area) => new PreparedPolygon(area, 'area')),
  };
}

/**
 * Metres along the geodesic between the nearest points of two extents, if that is less than a bound, else
 * the bound; 0 when they touch or one contains any part of the other.
 */
export function distanceBetween(
  one: DistanceIndex,
  other: DistanceIndex,
  bound = Infinity,
): number {
  const leastM = leastBetween(one.edges.box, other.edges.box);
  if (leastM > bound) return bound;
  if (leastM === 0 && (holds(one, other) || holds(other, one))) return 0;
  return edgeTreeDistance(one.edges, other.edges, bound);
}

/**
 * Finds the nearest of several objects to an extent, and its distance in metres; returns `undefined` for
 * none.
 */
export function nearestOf<T extends { readonly extent: DistanceIndex }>(
  from: DistanceIndex,
  things: readonly T[],
): { readonly thing: T; readonly distanceM: number } | undefined {
  const byLeast = things
    .map((thing) => ({ thing, leastM: leastBetween(from.edges.box, thing.extent.edges.box) }))
    .sort((a, b) => a.leastM - b.leastM);
  let nearest: { readonly thing: T; readonly distanceM: number } | undefined;
  for (const { thing, leastM } of byLeast) {
    const bound = nearest?.distanceM ?? Infinity;
    if (leastM >= bound) break;
    const distanceM = distanceBetween(from, thing.extent, bound);
    if (distanceM < bound) nearest = { thing, distanceM };
  }
  return nearest;
}

function holds({ areas }: DistanceIndex, { starts }: DistanceIndex): boolean {
  return areas.some((area) => starts.some((start) => area.contains(start)));
}

type Part = Exclude<Geometry, { type: 'GeometryCollection' }>;

function partsOf(geometry: Geometry): readonly Part[] {
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(partsOf) : [geometry];
}

function hasEdge(area: ArealGeometry): boolean {
  return linesOf(area).some((ring) =>
    ring.some(([x, y]) => x !== ring[0]?.[0] || y !== ring[0]?.[1]),
  );
}
