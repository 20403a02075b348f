import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import {
  type DistanceIndex,
  distanceBetween,
  distanceIndex,
  distanceIndexOfLines,
  nearestOf,
} from '../../../src/domain/geometry/distance.ts';
import { edgeTreeDistance } from '../../../src/domain/geometry/edge-tree.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { districtBox, districtLine, districtPosition } from '../arbitraries.ts';
import { boxRing, polygon } from '../build.ts';

function extent(geometry: Geometry): DistanceIndex {
  const found = distanceIndex(geometry);
  if (found === undefined) throw new Error('there is no extent');
  return found;
}

function line(...positions: readonly Position[]): Geometry {
  return { type: 'LineString', coordinates: positions.map((position) => [...position]) };
}

function point([longitude, latitude]: Position): Geometry {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

const SITE = polygon(boxRing([120.1, 35.9, 120.12, 35.92]));

/**
 * Least of the geodesics (GRS 80, pyproj 3.4.1) between points spaced evenly in degrees, 400 an edge:
 * python3: min(min(Geod(a=6378137, rf=298.257222101).inv([x] * len(B), [y] * len(B), *zip(*B))[2]) for x, y in A)
 * What lies nearest are corners of the site, exact, and points at most 45 m off along a line: 0.1 m.
 */
describe('the distance between a site and something else is the shortest geodesic', () => {
  test.each([
    ['a line beside it', line([120.2, 35.8], [120.25, 36.1]), 8648.2958, 0.2],
    ['a line far away', line([119.3, 36.2], [119.5, 36.25]), 65277.1488, 0.2],
    ['an area off its corner', polygon(boxRing([120.13, 35.93, 120.14, 35.95])), 1430.2612, 0.001],
    ['a point at sea', point([121.5, 35.2]), 147269.9035, 0.2],
  ] as const)('to %s', (_, other, expected, tolerance) => {
    closeTo(distanceBetween(extent(SITE), extent(other)), expected, tolerance);
    closeTo(distanceBetween(extent(other), extent(SITE)), expected, tolerance);
  });
});

describe('the distance is none', () => {
  test.each([
    ['to what crosses it', line([120, 35.91], [120.2, 35.91])],
    ['to what touches a side', line([120.12, 35.91], [120.2, 35.91])],
    ['to what touches a corner', point([120.12, 35.92])],
    ['to what it holds', point([120.11, 35.91])],
    ['to what holds it', polygon(boxRing([120, 35, 121, 36]))],
    [
      'to a collection of which one member touches it',
      {
        type: 'GeometryCollection' as const,
        geometries: [point([121, 36]), point([120.11, 35.91])],
      },
    ],
  ])('%s', (_, other) => {
    expect(distanceBetween(extent(SITE), extent(other))).toBe(0);
    expect(distanceBetween(extent(other), extent(SITE))).toBe(0);
  });

  test('but not to the ground around a hole in which something stands', () => {
    const around = polygon(
      boxRing([120, 35.8, 120.3, 36]),
      boxRing([120.09, 35.89, 120.13, 35.93]).toReversed(),
    );
    expect(distanceBetween(extent(SITE), extent(around))).toBeGreaterThan(800);
  });
});

describe('an extent', () => {
  test('is none without a position', () => {
    expect(distanceIndex({ type: 'MultiPoint', coordinates: [] })).toBeUndefined();
    expect(distanceIndex({ type: 'Polygon', coordinates: [] })).toBeUndefined();
    expect(distanceIndexOfLines([[[120, 36]]])).toBeUndefined();
  });

  test('of an area that is a point is that point', () => {
    const collapsed = extent(polygon(boxRing([120, 36, 120, 36])));
    expect(collapsed.areas).toEqual([]);
    expect(distanceBetween(collapsed, extent(point([120, 36])))).toBe(0);
  });
});

const lineExtent = districtLine.map((positions) => extent(line(...positions)));

/** Lines of up to 60 corners within about 4 km: two of them seldom cross. */
const long = fc
  .tuple(
    districtPosition,
    fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 })), {
      minLength: 2,
      maxLength: 60,
    }),
  )
  .map(([[x, y], steps]) => steps.map(([dx, dy]): Position => [x + dx / 1e6, y + dy / 1e6]));

test('the distance is that of the nearest pair of edges, however many there are', () => {
  fc.assert(
    fc.property(long, long, (positions, others) => {
      const pairs = edges(positions).flatMap((one) =>
        edges(others).map((other) => edgeTreeDistance(one.edges, other.edges)),
      );
      const found = edgeTreeDistance(
        extent(line(...positions)).edges,
        extent(line(...others)).edges,
      );
      // The plane chooses among pairs that lie as far apart to 1e-5: up to 100 km here.
      closeTo(found, Math.min(...pairs), 1e-5 * Math.max(1, found));
    }),
    { numRuns: 50 },
  );
});

function edges(positions: readonly Position[]): readonly DistanceIndex[] {
  return positions
    .slice(1)
    .map((to, index): DistanceIndex => extent(line(positions[index] ?? to, to)));
}

test('the nearest of many is the nearest of each', () => {
  const things = fc.array(
    fc.oneof(
      lineExtent,
      districtBox.map((box) => extent(polygon(boxRing(box)))),
      districtPosition.map((at) => extent(point(at))),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(lineExtent, things, (from, extents) => {
      const nearest = nearestOf(
        from,
        extents.map((each) => ({ extent: each })),
      );
      const least = Math.min(...extents.map((each) => distanceBetween(from, each)));
      closeTo(nearest?.distanceM, least, 1e-5 * Math.max(1, least));
      closeTo(
        distanceBetween(from, nearest?.thing.extent ?? from),
        least,
        1e-5 * Math.max(1, least),
      );
    }),
    { numRuns: 50 },
  );
});

test('the nearest of none is none', () => {
  expect(nearestOf(extent(SITE), [])).toBeUndefined();
});

test('no distance is told beyond a bound', () => {
  fc.assert(
    fc.property(
      lineExtent,
      lineExtent,
      fc.integer({ min: 0, max: 50_000 }),
      (one, other, bound) => {
        const distance = distanceBetween(one, other);
        expect(distanceBetween(one, other, bound)).toBe(Math.min(bound, distance));
      },
    ),
  );
});
