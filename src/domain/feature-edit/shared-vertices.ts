import type { Feature, Geometry, Position } from 'geojson';

type Line = readonly Position[];

/** What happened along one line: this run of vertices became that one, between the two that stayed. */
type Change = {
  readonly before: Position | undefined;
  readonly old: Line;
  readonly next: Line;
  readonly after: Position | undefined;
};

/**
 * Gives one feature a new geometry and takes along the vertices that others share with it: a border of two zones
 * stays one. A vertex that moves is moved wherever it stands; one that is set on a shared edge, or removed between
 * two shared vertices, is set or removed in the neighbour as well. Other features stay the same objects.
 */
export function moveSharedVertices<F extends Feature<Geometry | null>>(
  features: readonly F[],
  edited: F,
  geometry: Geometry,
): readonly F[] {
  const [were, are] = [linesIn(edited.geometry), linesIn(geometry)];
  const changes =
    were.length === are.length
      ? were.flatMap((line, index) => changeOf(line, are[index] ?? []) ?? [])
      : [];
  return features.map((feature) => {
    if (feature === edited) return { ...feature, geometry };
    if (feature.geometry === null) return feature;
    const moved = changes.reduce(follow, feature.geometry);
    return moved === feature.geometry ? feature : { ...feature, geometry: moved };
  });
}

/** All lines and rings of a geometry; a ring without its last vertex, which repeats the first. */
function linesIn(geometry: Geometry | null): readonly Line[] {
  switch (geometry?.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates.map((ring) => ring.slice(0, -1));
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring) => ring.slice(0, -1)));
    default:
      return [];
  }
}

function changeOf(were: Line, are: Line): Change | undefined {
  let start = 0;
  while (start < were.length && start < are.length && isSame(were[start], are[start])) start += 1;
  let end = 0;
  const shorter = Math.min(were.length, are.length) - start;
  while (end < shorter && isSame(were[were.length - 1 - end], are[are.length - 1 - end])) end += 1;
  const [old, next] = [were.slice(start, were.length - end), are.slice(start, are.length - end)];
  if (old.length === 0 && next.length === 0) return undefined;
  // A ring goes on from its end to its start.
  return {
    before: were[start - 1] ?? were.at(-1),
    after: were[were.length - end] ?? were[0],
    ...{ old, next },
  };
}

function follow(geometry: Geometry, change: Change): Geometry {
  switch (geometry.type) {
    case 'Point': {
      const [at] = followed([geometry.coordinates], change, false);
      return at === undefined || at === geometry.coordinates
        ? geometry
        : { ...geometry, coordinates: at };
    }
    case 'LineString': {
      const line = followed(geometry.coordinates, change, false);
      return line === geometry.coordinates || line.length < 2
        ? geometry
        : { ...geometry, coordinates: [...line] };
    }
    case 'MultiLineString': {
      const lines = geometry.coordinates.map((line) => followed(line, change, false));
      const isKept = lines.every((line, index) => line === geometry.coordinates[index]);
      return isKept || lines.some((line) => line.length < 2)
        ? geometry
        : { ...geometry, coordinates: lines.map((line) => [...line]) };
    }
    case 'Polygon': {
      const rings = followedRings(geometry.coordinates, change);
      return rings === undefined ? geometry : { ...geometry, coordinates: rings };
    }
    case 'MultiPolygon': {
      const polygons = geometry.coordinates.map((rings) => followedRings(rings, change));
      return polygons.every((rings) => rings === undefined)
        ? geometry
        : {
            ...geometry,
            coordinates: polygons.map((rings, index) => rings ?? geometry.coordinates[index] ?? []),
          };
    }
    default:
      return geometry;
  }
}

/** The rings of a polygon after a change; undefined where it does not concern them, or would leave no ring. */
function followedRings(rings: Position[][], change: Change): Position[][] | undefined {
  const open = rings.map((ring) => ring.slice(0, -1));
  const next = open.map((ring) => followed(ring, change, true));
  if (next.every((ring, index) => ring === open[index])) return undefined;
  if (next.some((ring) => ring.length < 3)) return undefined;
  return next.map((ring) => [...ring, ...ring.slice(0, 1)]);
}

/** A line after a change; the same object where the change does not concern it. */
function followed(line: Line, { before, old, next, after }: Change, isRing: boolean): Line {
  if (old.length === next.length) {
    const moved = line.map((at) => {
      const index = old.findIndex((vertex) => isSame(vertex, at));
      return next[index] ?? at;
    });
    return moved.some((at, index) => at !== line[index]) ? moved : line;
  }
  // Vertices that came or went: the whole run must stand in the neighbour, in either direction.
  for (const isForward of [true, false]) {
    const run = isForward ? [before, ...old, after] : [after, ...old.toReversed(), before];
    const at = indexOfRun(line, run, isRing);
    if (at === undefined) continue;
    const between = isForward ? next : next.toReversed();
    const turned = isRing ? [...line.slice(at), ...line.slice(0, at)] : line;
    const start = isRing ? 0 : at;
    return [...turned.slice(0, start + 1), ...between, ...turned.slice(start + run.length - 1)];
  }
  return line;
}

function indexOfRun(
  line: Line,
  run: readonly (Position | undefined)[],
  isRing: boolean,
): number | undefined {
  if (run.length > line.length) return undefined;
  const last = isRing ? line.length - 1 : line.length - run.length;
  for (let start = 0; start <= last; start += 1)
    if (run.every((at, step) => isSame(at, line[(start + step) % line.length]))) return start;
  return undefined;
}

function isSame(one: Position | undefined, other: Position | undefined): boolean {
  return one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];
}
