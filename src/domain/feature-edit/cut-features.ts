import type { Feature, Geometry, Position } from 'geojson';
import { failed, ok, type Result } from '../result.ts';
import { cutArea, type Rings } from './cut-area.ts';
import {
  crossesItself,
  type EdgeNodes,
  edgeKey,
  type NodedLine,
  nodeLine,
  vertexKey,
  withNodes,
} from './node-line.ts';
import { lineGeometry, linePartsOf } from './split-line.ts';

/** Why nothing is cut. */
export type CutRefusal = 'not-cut' | 'crosses-itself';

/** A feature that was cut: the first part takes its place, the others are new. */
export type CutFeatures<F> = ReadonlyMap<F, readonly Geometry[]>;

/**
 * Cuts lines and areas along a line. A feature that the line does not divide stays as it is. Returns the parts of the
 * others, and the vertices that features beside them get on shared borders.
 */
export function cutFeatures<F extends Feature<Geometry | null>>(
  chosen: readonly F[],
  line: readonly Position[],
): Result<{ readonly parts: CutFeatures<F>; readonly nodes: EdgeNodes }, CutRefusal> {
  if (crossesItself(line)) return failed('crosses-itself');
  const noded = nodeLine(
    line,
    chosen.flatMap(({ geometry }) => (geometry === null ? [] : pathsOf(geometry))),
  );
  const parts = new Map<F, readonly Geometry[]>();
  const nodes = new Map<string, readonly Position[]>();
  for (const feature of chosen) {
    const cut = feature.geometry === null ? undefined : cutGeometry(feature.geometry, noded);
    if (feature.geometry === null || cut === undefined) continue;
    parts.set(feature, cut);
    for (const key of pathsOf(feature.geometry).flatMap(edgeKeysOf)) {
      const places = noded.nodes.get(key);
      if (places !== undefined) nodes.set(key, places);
    }
  }
  return parts.size === 0 ? failed('not-cut') : ok({ parts, nodes });
}

/** A geometry with new vertices on its edges; the same object where it gets none. */
export function geometryWithNodes(geometry: Geometry, nodes: EdgeNodes): Geometry {
  const add = (line: readonly Position[]): Position[] => [...withNodes(line, nodes)];
  const isSpared = pathsOf(geometry).every((line) => withNodes(line, nodes) === line);
  if (isSpared) return geometry;
  switch (geometry.type) {
    case 'LineString':
      return { ...geometry, coordinates: add(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(add) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(add)) };
    default:
      return geometry;
  }
}

function cutGeometry(geometry: Geometry, cut: NodedLine): readonly Geometry[] | undefined {
  const lines = linePartsOf(geometry);
  if (lines !== undefined)
    return joined(lines.map((part) => cutLine(part, cut)))?.map(lineGeometry);
  const areas =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return joined(areas.map((rings) => cutArea(rings, cut) ?? [withRingNodes(rings, cut)]))?.map(
    areaGeometry,
  );
}

/** A part that the line does not divide; it may share a border with one that it does. */
function withRingNodes(rings: Rings, { nodes }: NodedLine): Rings {
  return rings.map((ring) => withNodes(ring, nodes));
}

/** The parts of several pieces: first parts stay together, each other part is one of its own. */
function joined<T>(pieces: readonly (readonly T[])[]): readonly (readonly T[])[] | undefined {
  const others = pieces.flatMap(([, ...rest]) => rest);
  if (others.length === 0) return undefined;
  return [
    pieces.flatMap(([first]) => (first === undefined ? [] : [first])),
    ...others.map((each) => [each]),
  ];
}

function cutLine(
  part: readonly Position[],
  { nodes, met }: NodedLine,
): readonly (readonly Position[])[] {
  const pieces: Position[][] = [[]];
  const noded = withNodes(part, nodes);
  for (const [index, at] of noded.entries()) {
    pieces.at(-1)?.push(at);
    const isBetween = index > 0 && index < noded.length - 1;
    if (isBetween && met.has(vertexKey(at))) pieces.push([at]);
  }
  const [first = [], ...others] = pieces;
  const isClosed = vertexKey(part[0] ?? []) === vertexKey(part.at(-1) ?? []);
  if (!isClosed || others.length === 0 || met.has(vertexKey(part[0] ?? []))) return pieces;
  // Where a closed line begins it is not cut: its last piece goes on in the first.
  return [[...(others.at(-1) ?? []), ...first.slice(1)], ...others.slice(0, -1)];
}

function areaGeometry(areas: readonly Rings[]): Geometry {
  const coordinates = areas.map((rings) => rings.map((ring) => [...ring]));
  const [only] = coordinates;
  return only !== undefined && coordinates.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates };
}

/** All lines and closed rings of a geometry. */
function pathsOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return linePartsOf(geometry) ?? [];
  }
}

function edgeKeysOf(path: readonly Position[]): readonly string[] {
  return path.slice(1).map((at, index) => edgeKey(path[index] ?? at, at));
}
