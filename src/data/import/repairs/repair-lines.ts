import type { Geometry, Position as GeoPosition } from 'geojson';
import { ellipsoidDistance, metresPerDegree } from '../../../domain/geodesy.ts';
import type { Position } from '../../../domain/geometry.ts';
import { REPAIRS, type Repair, type RepairCount } from '../../../domain/own-data/dataset-card.ts';

/** The repairs that are asked for. */
export type RepairChoices = {
  readonly repairs: readonly Repair[];
  /** How far in metres an end may be moved onto the end of another line. */
  readonly snapM?: number;
};

type Located = { readonly geometry?: Geometry };

/** Vertices nearer than this in metres are the same place. */
const SAME_PLACE = 0.001;
/** The distance in metres within which ends are snapped where the user states none. */
const SNAP_M = 0.5;

/**
 * Makes the repairs that are asked for, in the order of `REPAIRS`, and counts the places that each one changed.
 * Geometries are in degrees; those that need nothing stay the same objects.
 */
export function repair<F extends Located>(
  features: readonly F[],
  { repairs, snapM = SNAP_M }: RepairChoices,
): { readonly features: readonly F[]; readonly applied: readonly RepairCount[] } {
  let repaired = features;
  const applied: RepairCount[] = [];
  for (const code of REPAIRS) {
    if (!repairs.includes(code)) continue;
    const made = applyOne(repaired, code, snapM);
    repaired = made.features;
    if (made.count > 0) applied.push({ code, count: made.count });
  }
  return { features: repaired, applied };
}

/** The repairs that would change something, each counted on the features as they are. */
export function offeredRepairs(
  features: readonly Located[],
  snapM: number = SNAP_M,
): readonly RepairCount[] {
  return REPAIRS.flatMap((code) => {
    const { count } = applyOne(features, code, snapM);
    return count === 0 ? [] : [{ code, count }];
  });
}

type Repaired<F> = { readonly features: readonly F[]; readonly count: number };

function applyOne<F extends Located>(
  features: readonly F[],
  code: Repair,
  snapM: number,
): Repaired<F> {
  switch (code) {
    case 'close-rings':
      return mapRuns(features, (run, kind) => (kind === 'ring' ? closed(run) : undefined));
    case 'doubled-vertices':
      return mapRuns(features, withoutDoubles);
    case 'spikes':
      return mapRuns(features, withoutSpikes);
    case 'snap-ends':
      return snapped(features, snapM);
  }
}

type RunKind = 'line' | 'ring';
type Change = { readonly run: GeoPosition[]; readonly count: number };

/** Changes lines and rings one by one; a change of `undefined` leaves a run as it is. */
function mapRuns<F extends Located>(
  features: readonly F[],
  change: (run: readonly GeoPosition[], kind: RunKind) => Change | undefined,
): Repaired<F> {
  let count = 0;
  const of =
    (kind: RunKind) =>
    (run: GeoPosition[]): GeoPosition[] => {
      const changed = change(run, kind);
      if (changed === undefined) return run;
      count += changed.count;
      return changed.run;
    };
  const mapped = features.map((feature): F => {
    const before = count;
    const geometry = feature.geometry && mapGeometry(feature.geometry, of);
    return count === before ? feature : { ...feature, geometry };
  });
  return { features: count === 0 ? features : mapped, count };
}

function mapGeometry(
  geometry: Geometry,
  of: (kind: RunKind) => (run: GeoPosition[]) => GeoPosition[],
): Geometry {
  switch (geometry.type) {
    case 'LineString':
      return { ...geometry, coordinates: of('line')(geometry.coordinates) };
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map(of('line')) };
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(of('ring')) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((rings) => rings.map(of('ring'))),
      };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => mapGeometry(part, of)) };
    default:
      return geometry;
  }
}

function closed(run: readonly GeoPosition[]): Change | undefined {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length < 3) return undefined;
  if (first[0] === last[0] && first[1] === last[1]) return undefined;
  // Nearly closed: the last vertex becomes the first, so that no edge of a hair's breadth is left.
  const isNear = metresBetween(first, last) <= SAME_PLACE;
  return { run: [...(isNear ? run.slice(0, -1) : run), [...first]], count: 1 };
}

function withoutDoubles(run: readonly GeoPosition[], kind: RunKind): Change | undefined {
  const kept: GeoPosition[] = [];
  for (const position of run) {
    const last = kept.at(-1);
    if (last === undefined || metresBetween(last, position) > SAME_PLACE) kept.push(position);
  }
  const count = run.length - kept.length;
  if (count === 0 || kept.length < (kind === 'ring' ? 4 : 2)) return undefined;
  const end = run.at(-1);
  // The end of a run keeps its place: another line may begin there.
  if (end !== undefined && kept.length > 1) kept[kept.length - 1] = end;
  return { run: kept, count };
}

/** The cosine of the angle, one degree, below which a line that turns back is a spike. */
const SPIKE = Math.cos(Math.PI / 180);

function withoutSpikes(run: readonly GeoPosition[], kind: RunKind): Change | undefined {
  const kept: GeoPosition[] = [];
  let count = 0;
  for (const position of run) {
    kept.push(position);
    while (kept.length >= 3 && isSpike(kept.at(-3), kept.at(-2), kept.at(-1))) {
      kept.splice(-2, 1);
      count += 1;
      // Out and back to the same vertex.
      if (kept.length >= 2 && metresBetween(kept.at(-2), kept.at(-1)) <= SAME_PLACE) kept.pop();
    }
  }
  return count === 0 || kept.length < (kind === 'ring' ? 4 : 2) ? undefined : { run: kept, count };
}

function isSpike(
  before: GeoPosition | undefined,
  tip: GeoPosition | undefined,
  after: GeoPosition | undefined,
): boolean {
  if (before === undefined || tip === undefined || after === undefined) return false;
  const { east, north } = metresPerDegree(tip[1] ?? 0);
  const leg = (to: GeoPosition): readonly [number, number] => [
    ((to[0] ?? 0) - (tip[0] ?? 0)) * east,
    ((to[1] ?? 0) - (tip[1] ?? 0)) * north,
  ];
  const [[ax, ay], [bx, by]] = [leg(before), leg(after)];
  const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by);
  return lengths > 0 && (ax * bx + ay * by) / lengths > SPIKE;
}

function metresBetween(one: GeoPosition | undefined, other: GeoPosition | undefined): number {
  if (one === undefined || other === undefined) return Infinity;
  return ellipsoidDistance(plain(one), plain(other));
}

function plain([x = 0, y = 0]: GeoPosition): Position {
  return [x, y];
}

/** Moves ends of lines onto an end of another line within a distance; the earlier line keeps its place. */
function snapped<F extends Located>(features: readonly F[], withinM: number): Repaired<F> {
  const places = new Map<string, GeoPosition[]>();
  const [cellX, cellY] = cellSize(features, withinM);
  const cellsAround = ([x = 0, y = 0]: GeoPosition): readonly string[] => {
    const [column, row] = [Math.floor(x / cellX), Math.floor(y / cellY)];
    return [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((up) => `${column + right}/${row + up}`));
  };
  const settle = (end: GeoPosition): GeoPosition => {
    let nearest: { readonly at: GeoPosition; readonly metres: number } | undefined;
    for (const cell of cellsAround(end))
      for (const at of places.get(cell) ?? []) {
        const metres = metresBetween(at, end);
        if (metres <= withinM && metres < (nearest?.metres ?? Infinity)) nearest = { at, metres };
      }
    if (nearest !== undefined) return nearest.at;
    const [x = 0, y = 0] = end;
    const own = `${Math.floor(x / cellX)}/${Math.floor(y / cellY)}`;
    places.set(own, [...(places.get(own) ?? []), end]);
    return end;
  };
  return mapRuns(features, (run, kind) => {
    const [first, last] = [run[0], run.at(-1)];
    if (kind === 'ring' || first === undefined || last === undefined || run.length < 2)
      return undefined;
    const [start, end] = [settle(first), settle(last)];
    const moved = [
      [first, start],
      [last, end],
    ].filter(([from, to]) => metresBetween(from, to) > 0).length;
    // A line shorter than the distance would vanish.
    if (moved === 0 || (run.length === 2 && metresBetween(start, end) === 0)) return undefined;
    return { run: [[...start], ...run.slice(1, -1), [...end]], count: moved };
  });
}

/** Cells at least as large as the distance, in degrees at the latitude of the first position. */
function cellSize(features: readonly Located[], withinM: number): readonly [number, number] {
  const first = features.find(({ geometry }) => geometry !== undefined)?.geometry;
  const [, latitude = 0] =
    first === undefined || first.type === 'GeometryCollection'
      ? []
      : first.coordinates.flat(3).filter((value): value is number => typeof value === 'number');
  const { east, north } = metresPerDegree(latitude);
  return [(2 * Math.max(withinM, 0.001)) / east, (2 * Math.max(withinM, 0.001)) / north];
}
