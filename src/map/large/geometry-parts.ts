import type { Geometry, Position } from 'geojson';

/**
 * Cuts a geometry into parts of at most so many vertices, which together draw the same: lines are cut at vertices,
 * and lines, areas and points of one geometry are dealt out. A single area is never cut, however many it has.
 */
export function geometryParts(geometry: Geometry, most: number): readonly Geometry[] {
  switch (geometry.type) {
    case 'Point':
    case 'Polygon':
      return [geometry];
    case 'GeometryCollection':
      return geometry.geometries.flatMap((member) => geometryParts(member, most));
    case 'MultiPoint':
      return batches(geometry.coordinates, most, () => 1).map((coordinates) => ({
        type: 'MultiPoint',
        coordinates,
      }));
    case 'LineString':
    case 'MultiLineString': {
      const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
      const cut = lines.flatMap((line) => lineParts(line, most));
      if (cut.length === 1 && geometry.type === 'LineString') return [geometry];
      return batches(cut, most, ({ length }) => length).map((coordinates) => ({
        type: 'MultiLineString',
        coordinates,
      }));
    }
    case 'MultiPolygon':
      return batches(geometry.coordinates, most, ringVertices).map((coordinates) => ({
        type: 'MultiPolygon',
        coordinates,
      }));
  }
}

/** Each part begins where the one before it ends. */
function lineParts(line: Position[], most: number): readonly Position[][] {
  if (line.length <= most) return [line];
  const parts: Position[][] = [];
  for (let from = 0; from < line.length - 1; from += most - 1)
    parts.push(line.slice(from, from + most));
  return parts;
}

/** The number of vertices of a geometry. */
export function vertexCount(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return 1;
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates.length;
    case 'MultiLineString':
    case 'Polygon':
      return ringVertices(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.reduce((sum, rings) => sum + ringVertices(rings), 0);
    case 'GeometryCollection':
      return geometry.geometries.reduce((sum, member) => sum + vertexCount(member), 0);
  }
}

function ringVertices(rings: readonly (readonly Position[])[]): number {
  return rings.reduce((sum, { length }) => sum + length, 0);
}

/** Members in order, in groups that weigh no more than given; a heavier member stands alone. */
function batches<Member>(
  members: readonly Member[],
  most: number,
  weightOf: (member: Member) => number,
): readonly Member[][] {
  const groups: Member[][] = [];
  let last: Member[] = [];
  let weight = 0;
  for (const member of members) {
    const own = weightOf(member);
    if (last.length > 0 && weight + own > most) {
      groups.push(last);
      [last, weight] = [[], 0];
    }
    last.push(member);
    weight += own;
  }
  if (last.length > 0) groups.push(last);
  return groups;
}
