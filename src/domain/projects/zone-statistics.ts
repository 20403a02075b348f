import type { Geometry } from 'geojson';
import { lengthInside, measureSharedArea } from '../conflicts/shared-area.ts';
import { intersects, isAreal } from '../geometry/intersects.ts';
import { overlappingPairs } from '../geometry/polygon-overlap.ts';
import { measureDissolved, sharedGroundArea } from '../geometry/polygon-union.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { type ArealGeometry, polygonsOf } from '../geometry.ts';
import type { Project, ProjectStatus } from '../project.ts';
import type { Steps } from '../steps.ts';
import type { Zone } from '../zone.ts';
import { siteKind } from './project-sizes.ts';

/** Projects and how much of them: lines have a length, areas an area, points a count only. */
export type SizeTally = {
  readonly count: number;
  /** How many of them are points. */
  readonly points: number;
  /** Metres on the ellipsoid. */
  readonly lengthM: number;
  /** m² on the ellipsoid. */
  readonly areaM2: number;
};

/** The tally of a zone, of what lies outside every zone, or of the whole, in all and by status. */
export type StatusTally = {
  readonly all: SizeTally;
  /** Only statuses that some project has. */
  readonly byStatus: ReadonlyMap<ProjectStatus, SizeTally>;
};

/** How many projects each zone has, and how much of them lies in it. */
export type ZoneStatistics = {
  /** All zones in their order, also those without a project. */
  readonly zones: readonly (StatusTally & { readonly zoneId: string })[];
  /** What lies outside every zone. */
  readonly outside: StatusTally;
  /** Each located project once, with its whole size. */
  readonly total: StatusTally;
  /** Ids of projects with parts in several zones, or in a zone and outside. */
  readonly sharedIds: readonly string[];
  /** Projects without a site, which are in no other row: neither length nor area, and no points. */
  readonly unlocated: StatusTally;
  readonly unlocatedIds: readonly string[];
};

/** The input of `countingByZone`. */
export type ZoneStatisticsQuestion = {
  readonly projects: readonly Pick<Project, 'id' | 'status' | 'geometry'>[];
  readonly zones: readonly Zone[];
};

/**
 * The part of a line or an area outside all zones below which there is none, as a share of the whole: areas that are cut
 * and whole differ by the bulge of geodesics over straight edges, up to some 1e-5 on edges of 10 km.
 */
const LEAST_OUTSIDE = 1e-4;

/**
 * Counts projects by zone and status, in one step per project. A project counts in every zone that it touches, with the
 * length or area that lies inside: in two zones it counts in both, and the total has it once. Zones that overlap or
 * meet each have the shared ground or border, which is inside once for what lies outside.
 * @throws RangeError if a zone has no exterior ring, which a parser should have rejected.
 */
export function* countingByZone({
  projects,
  zones,
}: ZoneStatisticsQuestion): Steps<ZoneStatistics> {
  const grounds = zones.map(({ id, geometry }) => ({
    ...{ id, geometry, boundary: new PreparedPolygon(geometry, id) },
    tally: newTally(),
  }));
  const overlapping = overlappingPairs(grounds.map(({ boundary }) => boundary));
  const [outside, total, unlocated] = [newTally(), newTally(), newTally()];
  const [sharedIds, unlocatedIds]: [string[], string[]] = [[], []];
  for (const [index, { id, status, geometry }] of projects.entries()) {
    yield index / projects.length;
    if (geometry === undefined) {
      unlocatedIds.push(id);
      add(unlocated, status, NOTHING);
      continue;
    }
    const whole = wholeSize(geometry);
    const touched = grounds.filter(({ boundary }) => intersects(geometry, boundary));
    const inside = touched.map((ground) => sizeInside(geometry, ground));
    for (const [number, { tally }] of touched.entries())
      add(tally, status, inside[number] ?? NOTHING);
    // A line may run along the border of two zones, which have no ground in common.
    const isShared =
      siteKind({ geometry }) === 'line'
        ? touched.length > 1
        : overlapping.some((pair) =>
            pair.every((one) => touched.some((ground) => ground === grounds[one])),
          );
    const covered = isShared ? coveredSize(geometry, touched) : sumOf(inside);
    const rest = {
      lengthM: whole.lengthM - covered.lengthM,
      areaM2: whole.areaM2 - covered.areaM2,
    };
    const hasRest =
      rest.lengthM > LEAST_OUTSIDE * whole.lengthM || rest.areaM2 > LEAST_OUTSIDE * whole.areaM2;
    const isOutside = touched.length === 0 || hasRest;
    if (isOutside) add(outside, status, { ...rest, points: whole.points });
    if (touched.length + (isOutside ? 1 : 0) > 1) sharedIds.push(id);
    add(total, status, whole);
  }
  return {
    zones: grounds.map(({ id, tally }) => ({ zoneId: id, ...tally })),
    ...{ outside, total, sharedIds, unlocated, unlocatedIds },
  };
}

type Size = Omit<SizeTally, 'count'>;
type Ground = { readonly geometry: ArealGeometry; readonly boundary: PreparedPolygon };

const NOTHING: Size = { points: 0, lengthM: 0, areaM2: 0 };

function wholeSize(geometry: Geometry): Size {
  const { lengthM, areaM2 } = measureDissolved(geometry);
  switch (siteKind({ geometry })) {
    case 'line':
      return { ...NOTHING, lengthM: lengthM.ellipsoid };
    case 'area':
      return { ...NOTHING, areaM2: areaM2.ellipsoid };
    default:
      return { ...NOTHING, points: 1 };
  }
}

function sizeInside(geometry: Geometry, { geometry: zone, boundary }: Ground): Size {
  switch (siteKind({ geometry })) {
    case 'line':
      return { ...NOTHING, lengthM: lengthInside(geometry, boundary) };
    case 'area':
      return { ...NOTHING, areaM2: measureSharedArea(geometry, zone).areaM2 ?? 0 };
    default:
      return { ...NOTHING, points: 1 };
  }
}

/** What several zones together cover of a site, each metre once although the zones overlap or meet. */
function coveredSize(geometry: Geometry, zones: readonly Ground[]): Size {
  const ground: ArealGeometry = {
    type: 'MultiPolygon',
    coordinates: zones.flatMap((zone) =>
      polygonsOf(zone.geometry).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
    ),
  };
  if (isAreal(geometry))
    return { ...NOTHING, areaM2: sharedGroundArea(geometry, ground).ellipsoid };
  return sizeInside(geometry, { geometry: ground, boundary: new PreparedPolygon(ground, 'zones') });
}

function sumOf(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (sum, { points, lengthM, areaM2 }) => ({
      points: sum.points + points,
      lengthM: sum.lengthM + lengthM,
      areaM2: sum.areaM2 + areaM2,
    }),
    NOTHING,
  );
}

type GrowingTally = { all: SizeTally; readonly byStatus: Map<ProjectStatus, SizeTally> };

function newTally(): GrowingTally {
  return { all: { ...NOTHING, count: 0 }, byStatus: new Map() };
}

function add(tally: GrowingTally, status: ProjectStatus, size: Size): void {
  tally.all = withProject(tally.all, size);
  const own = tally.byStatus.get(status) ?? { ...NOTHING, count: 0 };
  tally.byStatus.set(status, withProject(own, size));
}

function withProject(tally: SizeTally, size: Size): SizeTally {
  return { ...sumOf([tally, size]), count: tally.count + 1 };
}
