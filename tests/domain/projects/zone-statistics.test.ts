import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Project } from '../../../src/domain/project.ts';
import {
  countingByZone,
  type ZoneStatistics,
} from '../../../src/domain/projects/zone-statistics.ts';
import { finish } from '../../../src/domain/steps.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { projectOf } from '../../app/plan.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, EQUATOR_DEGREE, polygon } from '../build.ts';

/**
 * Area in m² of a degree by a degree at the equator, for boxes so small that it is flat there: a degree of the equator
 * by one of the meridian, whose radius there is a(1 − e²) = 6 335 439.327 m on CGCS2000. Within 1e-6 for 0.01°.
 */
const SQUARE_DEGREE = EQUATOR_DEGREE.ellipsoid * ((6_335_439.327 * Math.PI) / 180);

function zone(id: string, [west, east]: readonly [number, number]): Zone {
  return {
    ...{ id, name: { zh: id, en: id }, articles: [] },
    geometry: polygon(boxRing([west, -0.1, east, 0.1])),
  };
}
const ZONES = [zone('a', [0, 1]), zone('b', [1, 2]), zone('empty', [40, 41])];

function line(...longitudes: readonly number[]): Geometry {
  return { type: 'LineString', coordinates: longitudes.map((longitude) => [longitude, 0]) };
}

function site(
  id: string,
  geometry: Geometry | undefined,
  status: Project['status'] = 'build',
): Project {
  const { geometry: _, ...rest } = projectOf(id, 'any');
  return { ...rest, status, ...(geometry && { geometry }) };
}

function count(projects: readonly Project[], zones: readonly Zone[] = ZONES): ZoneStatistics {
  return finish(countingByZone({ projects, zones }));
}

/** 0.01° north to south about the equator. */
function box(west: number, east: number): Geometry {
  return polygon(boxRing([west, -0.005, east, 0.005]));
}

describe('a line through two zones and beyond', () => {
  // From 0.5 to 3: half a degree in a, one in b, one outside.
  const { zones, outside, total, sharedIds } = count([site('road', line(0.5, 3), 'expand')]);

  test('counts in each with what lies inside, and once in the total', () => {
    const [a, b, empty] = zones;
    closeTo(a?.all.lengthM ?? 0, 0.5 * EQUATOR_DEGREE.ellipsoid, 1e-3);
    closeTo(b?.all.lengthM ?? 0, EQUATOR_DEGREE.ellipsoid, 1e-3);
    closeTo(outside.all.lengthM, EQUATOR_DEGREE.ellipsoid, 1e-3);
    closeTo(total.all.lengthM, 2.5 * EQUATOR_DEGREE.ellipsoid, 1e-3);
    expect([a, b, empty, outside, total].map((row) => row?.all.count)).toEqual([1, 1, 0, 1, 1]);
    expect(sharedIds).toEqual(['road']);
  });

  test('is under its status, and under no other', () => {
    expect([...total.byStatus.keys()]).toEqual(['expand']);
    expect(zones[0]?.byStatus.get('expand')).toEqual(zones[0]?.all);
    expect(zones[2]?.byStatus.size).toBe(0);
  });
});

describe('an area across the border of two zones', () => {
  const { zones, outside, total, sharedIds } = count([site('park', box(0.99, 1.02))]);

  test('is clipped: a third in the one, two thirds in the other, nothing outside', () => {
    const [a, b] = zones;
    closeTo((a?.all.areaM2 ?? 0) / (0.01 * 0.01 * SQUARE_DEGREE), 1, 1e-5);
    closeTo((b?.all.areaM2 ?? 0) / (0.02 * 0.01 * SQUARE_DEGREE), 1, 1e-5);
    closeTo(total.all.areaM2 / (0.03 * 0.01 * SQUARE_DEGREE), 1, 1e-5);
    expect(outside.all).toEqual({ count: 0, points: 0, lengthM: 0, areaM2: 0 });
    expect(sharedIds).toEqual(['park']);
    // An outline is no length.
    expect(total.all.lengthM).toBe(0);
  });
});

test('points have a count only, in their zone or outside', () => {
  const { zones, outside, total, sharedIds } = count([
    site('pier', { type: 'Point', coordinates: [0.5, 0] }, 'existing'),
    site('buoys', {
      type: 'MultiPoint',
      coordinates: [
        [10, 0],
        [11, 0],
      ],
    }),
  ]);
  expect(zones[0]?.all).toEqual({ count: 1, points: 1, lengthM: 0, areaM2: 0 });
  expect(outside.all).toEqual({ count: 1, points: 1, lengthM: 0, areaM2: 0 });
  expect(total.all).toEqual({ count: 2, points: 2, lengthM: 0, areaM2: 0 });
  expect(sharedIds).toEqual([]);
});

test('projects without a site are in no row and listed apart', () => {
  const { total, outside, unlocated, unlocatedIds } = count([site('nowhere', undefined, 'expand')]);
  expect(unlocatedIds).toEqual(['nowhere']);
  expect([total.all.count, outside.all.count]).toEqual([0, 0]);
  const one = { count: 1, points: 0, lengthM: 0, areaM2: 0 };
  expect(unlocated).toEqual({ all: one, byStatus: new Map([['expand', one]]) });
});

describe('where zones overlap', () => {
  // From 0.5 to 1.5 over both: ground from 0.5 to 1 belongs to a and to c.
  const overlapping = [zone('a', [0, 1]), zone('c', [0.5, 1.5])];

  test('a line has what is outside of both, with the shared ground inside once', () => {
    const { zones, outside } = count([site('road', line(0, 2))], overlapping);
    closeTo(zones[0]?.all.lengthM ?? 0, EQUATOR_DEGREE.ellipsoid, 1e-3);
    closeTo(zones[1]?.all.lengthM ?? 0, EQUATOR_DEGREE.ellipsoid, 1e-3);
    closeTo(outside.all.lengthM, 0.5 * EQUATOR_DEGREE.ellipsoid, 1e-3);
  });

  test('so has an area', () => {
    const { zones, outside, sharedIds } = count([site('park', box(0.98, 1.51))], overlapping);
    closeTo((zones[0]?.all.areaM2 ?? 0) / (0.02 * 0.01 * SQUARE_DEGREE), 1, 1e-4);
    closeTo((zones[1]?.all.areaM2 ?? 0) / (0.52 * 0.01 * SQUARE_DEGREE), 1, 1e-4);
    closeTo(outside.all.areaM2 / (0.01 * 0.01 * SQUARE_DEGREE), 1, 1e-3);
    expect(sharedIds).toEqual(['park']);
  });
});

test('a line along the border of two zones is in both, and inside once', () => {
  // On the meridian of 1° from the equator to 0.2° north; the zones end at 0.1°. A degree of the meridian is
  // π / 180 · 6 335 439.327 m = 110 574 m there: 22 115 m in all, half of it outside.
  const degree = (6_335_439.327 * Math.PI) / 180;
  const border: Geometry = {
    type: 'LineString',
    coordinates: [
      [1, 0],
      [1, 0.2],
    ],
  };
  const { zones, outside, total, sharedIds } = count([site('wall', border)]);
  closeTo(zones[0]?.all.lengthM ?? 0, 0.1 * degree, 0.1);
  closeTo(zones[1]?.all.lengthM ?? 0, 0.1 * degree, 0.1);
  closeTo(outside.all.lengthM, 0.1 * degree, 0.1);
  closeTo(total.all.lengthM, 0.2 * degree, 0.2);
  expect([outside.all.count, sharedIds]).toEqual([1, ['wall']]);
});

test('an area whose parts overlap has its ground once', () => {
  // 0.3 to 0.5 and 0.4 to 0.6, both inside zone a: together 0.3 by 0.01 square degrees, none of it outside.
  const parts: Geometry = {
    type: 'MultiPolygon',
    coordinates: [[boxRing([0.3, -0.005, 0.5, 0.005])], [boxRing([0.4, -0.005, 0.6, 0.005])]].map(
      (rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])),
    ),
  };
  const { zones, outside, total } = count([site('park', parts)]);
  closeTo(total.all.areaM2 / (0.3 * 0.01 * SQUARE_DEGREE), 1, 1e-4);
  closeTo((zones[0]?.all.areaM2 ?? 0) / (0.3 * 0.01 * SQUARE_DEGREE), 1, 1e-4);
  expect(outside.all.count).toBe(0);
});

test('a site that lies wholly in one zone is not outside by a rounding', () => {
  const { outside, sharedIds } = count([
    site('park', box(0.2, 0.9)),
    site('road', line(0.2, 0.5, 0.9)),
  ]);
  expect(outside.all.count).toBe(0);
  expect(sharedIds).toEqual([]);
});

test('without zones all is outside', () => {
  const { zones, outside } = count([site('road', line(0, 1))], []);
  expect(zones).toEqual([]);
  closeTo(outside.all.lengthM, EQUATOR_DEGREE.ellipsoid, 1e-3);
});
