import type { Geometry, MultiPolygon, Polygon } from 'geojson';

/** [longitude, latitude], degrees, OGC:CRS84 (RFC 7946 §3.1.1, §4). */
export type Position = readonly [longitude: number, latitude: number];
/** [west, south, east, north], degrees (RFC 7946 §5). */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];
/** A closed line: first position equals the last. Exterior counterclockwise (RFC 7946 §3.1.6). */
export type Ring = readonly Position[];
/** An area: exterior ring first, then interior rings (holes). */
export type PolygonRings = readonly Ring[];
/** A polygon or multipolygon geometry. */
export type ArealGeometry = Polygon | MultiPolygon;

/** Yields every position of a geometry in file order, including those of the members of a collection. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') {
    for (const member of geometry.geometries) yield* positionsOf(member);
    return;
  }
  yield* flatPositions(geometry.coordinates);
}

type NestedPositions = readonly (number | NestedPositions)[];

function* flatPositions(nested: NestedPositions): Generator<Position> {
  const [longitude, latitude] = nested;
  if (typeof longitude === 'number') {
    if (typeof latitude === 'number') yield [longitude, latitude];
    return;
  }
  for (const member of nested) if (typeof member !== 'number') yield* flatPositions(member);
}

/** The smallest box around the positions; `undefined` when there are none. */
export function boundingBox(positions: Iterable<Position>): BoundingBox | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    south = Math.min(south, latitude);
    east = Math.max(east, longitude);
    north = Math.max(north, latitude);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/** The position at a share of the straight line between two positions; 0 and 1 give the ends exactly. */
export function along(from: Position, to: Position, share: number): Position {
  if (share === 0) return from;
  if (share === 1) return to;
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}

/** The rings of each polygon in an areal geometry. */
export function polygonsOf(geometry: ArealGeometry): readonly PolygonRings[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) =>
    rings.map((ring) =>
      ring.map(
        ([longitude = Number.NaN, latitude = Number.NaN]): Position => [longitude, latitude],
      ),
    ),
  );
}
