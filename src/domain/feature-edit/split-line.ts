import type { Geometry, Position as GeoPosition } from 'geojson';
import { degreeOnEllipsoid } from '../geodesy.ts';
import { nearestOn } from '../geometry/nearest-points.ts';
import type { Position } from '../geometry.ts';
import { failed, ok, type Result } from '../result.ts';

/** Why a line is not split. */
export type SplitRefusal = 'not-a-line' | 'at-an-end';

/** Degrees are kept to 10 digits, as in the files: a hundredth of a millimetre. */
const ROUND = 1e10;

type Parts = readonly (readonly GeoPosition[])[];
/** Where a line is cut: the edge after this vertex of a part, and the point on it. */
type Cut = { readonly part: number; readonly edge: number; readonly at: GeoPosition };

/** Splits a line at the point of it that is nearest to a position; a multi-line keeps its whole parts on either side. */
export function splitLine(
  geometry: Geometry | null,
  position: Position,
): Result<readonly [Geometry, Geometry], SplitRefusal> {
  const parts = linePartsOf(geometry);
  const cut = parts && nearestCut(parts, position);
  if (parts === undefined || cut === undefined) return failed('not-a-line');
  const line = parts[cut.part] ?? [];
  const head = withoutDouble([...line.slice(0, cut.edge + 1), cut.at]);
  const tail = withoutDouble([cut.at, ...line.slice(cut.edge + 1)]);
  const before = [...parts.slice(0, cut.part), ...(head.length > 1 ? [head] : [])];
  const after = [...(tail.length > 1 ? [tail] : []), ...parts.slice(cut.part + 1)];
  if (before.length === 0 || after.length === 0) return failed('at-an-end');
  return ok([lineGeometry(before), lineGeometry(after)]);
}

/** The lines of a line geometry; undefined for any other. */
export function linePartsOf(geometry: Geometry | null): Parts | undefined {
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  return geometry?.type === 'MultiLineString' ? geometry.coordinates : undefined;
}

/** One line, or several as a multi-line. */
export function lineGeometry(parts: Parts): Geometry {
  const [only] = parts;
  return only !== undefined && parts.length === 1
    ? { type: 'LineString', coordinates: [...only] }
    : { type: 'MultiLineString', coordinates: parts.map((part) => [...part]) };
}

function nearestCut(parts: Parts, [longitude, latitude]: Position): Cut | undefined {
  const scale = degreeOnEllipsoid(latitude);
  let nearest = Infinity;
  let found: Cut | undefined;
  for (const [part, line] of parts.entries())
    for (const [edge, start] of line.entries()) {
      const end = line[edge + 1];
      if (end === undefined) continue;
      const { planeM, to } = nearestOn([longitude, latitude], [flat(start), flat(end)], scale);
      if (planeM >= nearest) continue;
      nearest = planeM;
      found = { part, edge, at: onEdge(start, end, to) };
    }
  return found;
}

/** The point in the digits of the file; an end of the edge where it is the same there. */
function onEdge(start: GeoPosition, end: GeoPosition, to: Position): GeoPosition {
  const at = to.map((value) => Math.round(value * ROUND) / ROUND);
  return [start, end].find((vertex) => isSamePlace(vertex, at)) ?? at;
}

/** Without a point that is drawn twice in a row, which the cut at a vertex makes. */
function withoutDouble(line: readonly GeoPosition[]): readonly GeoPosition[] {
  return line.filter((at, index) => index === 0 || !isSamePlace(at, line[index - 1] ?? []));
}

function isSamePlace(one: GeoPosition, other: GeoPosition): boolean {
  return [0, 1].every((axis) => Math.abs((one[axis] ?? 0) - (other[axis] ?? 0)) < 1 / ROUND);
}

function flat([longitude = 0, latitude = 0]: GeoPosition): Position {
  return [longitude, latitude];
}
