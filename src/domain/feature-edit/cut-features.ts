import type { Feature, Geometry, Position } from 'geojson';
import { failed, ok, type Result } from '../result.ts';
import { hasLength, type Rings } from './area-chains.ts';
import { cutArea } from './cut-area.ts';
import { EdgeNodes, withNodes } from './edge-nodes.ts';
import { areaGeometry, areasOf, pathsOf } from './geometry-parts.ts';
import { crossesItself, isRing, type NodedLines, nodeLines } from './node-line.ts';
import { lineGeometry, linePartsOf } from './split-line.ts';

/** Why nothing is cut. */
export type CutRefusal =
  | 'not-cut'
  | 'crosses-itself'
  /** Borders meet so closely that parts cannot be told apart. */
  | 'unclear';

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
  const noded = nodeLines(
    [line],
    chosen.flatMap(({ geometry }) => (geometry === null ? [] : pathsOf(geometry))),
  );
  const parts = new Map<F, readonly Geometry[]>();
  for (const feature of chosen) {
    const cut = feature.geometry === null ? ok(undefined) : cutGeometry(feature.geometry, noded);
    if (!cut.ok) return cut;
    if (cut.value !== undefined) parts.set(feature, cut.value);
  }
  return parts.size === 0 ? failed('not-cut') : ok({ parts, nodes: nodesOf(chosen, parts, noded) });
}

/** The new vertices on edges of those features that have changed. */
export function nodesOf<F extends Feature<Geometry | null>>(
  features: readonly F[],
  changed: ReadonlyMap<F, unknown>,
  { nodes }: Pick<NodedLines, 'nodes'>,
): EdgeNodes {
  if (changed.size === features.length) return nodes;
  const own = new EdgeNodes();
  for (const { geometry } of changed.keys())
    for (const path of geometry === null ? [] : pathsOf(geometry))
      for (let index = 1; index < path.length; index += 1) {
        const from = path[index - 1];
        const to = path[index];
        if (from === undefined || to === undefined) continue;
        for (const place of nodes.along(from, to) ?? []) own.add(from, to, place);
      }
  return own;
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

function cutGeometry(
  geometry: Geometry,
  cut: NodedLines,
): Result<readonly Geometry[] | undefined, 'unclear'> {
  const lines = linePartsOf(geometry);
  if (lines !== undefined)
    return ok(joined(lines.map((part) => cutLine(part, cut)))?.map(lineGeometry));
  const pieces: (readonly Rings[])[] = [];
  for (const rings of areasOf(geometry)) {
    const parts = cutArea(rings, cut);
    if (!parts.ok) return parts;
    // A part that the line does not divide may share a border with one that it does.
    pieces.push(parts.value ?? [rings.map((ring) => withNodes(ring, cut.nodes))]);
  }
  return ok(joined(pieces)?.map(areaGeometry));
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

/** The pieces of a line between the places where others meet it. */
export function cutLine(
  part: readonly Position[],
  { nodes, met }: Pick<NodedLines, 'nodes' | 'met'>,
): readonly (readonly Position[])[] {
  const pieces: Position[][] = [[]];
  const noded = withNodes(part, nodes);
  for (const [index, at] of noded.entries()) {
    pieces.at(-1)?.push(at);
    const isBetween = index > 0 && index < noded.length - 1;
    if (isBetween && met.has(at)) pieces.push([at]);
  }
  const [first = [], ...others] = pieces;
  const goesOn = isRing(part) && others.length > 0 && !met.has(part[0] ?? []);
  // Where a closed line begins it is not cut: its last piece goes on in the first.
  const all = goesOn
    ? [[...(others.at(-1) ?? []), ...first.slice(1)], ...others.slice(0, -1)]
    : pieces;
  return all.filter(hasLength);
}
