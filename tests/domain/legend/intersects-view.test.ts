import { booleanIntersects } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry, LineString, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Position } from '../../../src/domain/geometry.ts';
import { intersectsView, viewArea } from '../../../src/domain/legend/intersects-view.ts';

/** A plane that is web Mercator, in millionths of the world around 119° E 36° N. */
type Place = readonly [x: number, y: number];

/** Back from web Mercator (y to the south) by the inverse Gudermann function, apart from the code. */
function toPosition([x, y]: Place): Position {
  const [u, v] = [0.83 + x / 1e6, 0.39 + y / 1e6];
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * v))) * (180 / Math.PI);
  return [360 * (u - 0.5), latitude];
}

const place: fc.Arbitrary<Place> = fc.tuple(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -1000, max: 1000 }),
);
/** A view of any bearing: a rectangle around the origin, turned. */
const quad: fc.Arbitrary<readonly Place[]> = fc
  .tuple(
    fc.integer({ min: 50, max: 500 }),
    fc.integer({ min: 50, max: 500 }),
    fc.integer({ min: 0, max: 359 }),
  )
  .map(([width, height, degrees]) => {
    const [cosine, sine] = [Math.cos(degrees), Math.sin(degrees)];
    const corners: readonly Place[] = [
      [-width, -height],
      [width, -height],
      [width, height],
      [-width, height],
    ];
    return corners.map(([x, y]) => [x * cosine - y * sine, x * sine + y * cosine]);
  });
const star = (radii: readonly number[], [cx, cy]: Place): readonly Place[] => {
  const ring = radii.map((radius, index): Place => {
    const angle = (2 * Math.PI * index) / radii.length;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
  return [...ring, ...ring.slice(0, 1)];
};
const radii = fc.array(fc.integer({ min: 30, max: 900 }), { minLength: 3, maxLength: 10 });

const closed = (places: readonly Place[]): number[][] =>
  [...places, ...places.slice(0, 1)].map(([x, y]) => [x, y]);
const inPlane = (coordinates: readonly Place[]): LineString => ({
  type: 'LineString',
  coordinates: coordinates.map(([x, y]) => [x, y]),
});
const onEarth = (coordinates: readonly Place[]): number[][] =>
  coordinates.map((at) => [...toPosition(at)]);

/** Turf works in a plane here, in small numbers that it takes for degrees. */
function turfSays(one: Geometry, view: readonly Place[]): boolean {
  const scaled = (geometry: Geometry): Geometry =>
    JSON.parse(JSON.stringify(geometry), (_, value) =>
      typeof value === 'number' ? value / 1000 : value,
    );
  const area: Polygon = { type: 'Polygon', coordinates: [closed(view)] };
  return booleanIntersects(scaled(one), scaled(area));
}

describe('what a view of any bearing shows', () => {
  test('of lines agrees with Turf in the plane', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 6 }), quad, (line, view) => {
        const isSeen = intersectsView(
          { type: 'LineString', coordinates: onEarth(line) },
          viewArea(view.map(toPosition)),
        );
        seen += Number(isSeen);
        expect(isSeen).toBe(turfSays(inPlane(line), view));
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  test('of areas agrees with Turf in the plane, the view inside one too', () => {
    let within = 0;
    fc.assert(
      fc.property(radii, place, quad, (sizes, centre, view) => {
        const ring = star(sizes, centre);
        const isSeen = intersectsView(
          { type: 'Polygon', coordinates: [onEarth(ring)] },
          viewArea(view.map(toPosition)),
        );
        within += Number(isSeen && !turfSays(inPlane(ring), view));
        expect(isSeen).toBe(
          turfSays({ type: 'Polygon', coordinates: [ring.map(([x, y]) => [x, y])] }, view),
        );
      }),
      { numRuns: 500 },
    );
    expect(within).toBeGreaterThan(0);
  });

  test('of a ring of land around it is nothing', () => {
    const view = viewArea(
      closed([
        [-10, -10],
        [10, -10],
        [10, 10],
        [-10, 10],
      ])
        .slice(0, 4)
        .map(([x = 0, y = 0]) => toPosition([x, y])),
    );
    const square = (half: number) =>
      onEarth([
        [-half, -half],
        [half, -half],
        [half, half],
        [-half, half],
        [-half, -half],
      ]);
    expect(intersectsView({ type: 'Polygon', coordinates: [square(100)] }, view)).toBe(true);
    expect(intersectsView({ type: 'Polygon', coordinates: [square(100), square(50)] }, view)).toBe(
      false,
    );
    const both: Geometry = {
      type: 'MultiPolygon',
      coordinates: [[square(100), square(50)], [square(20)]],
    };
    expect(intersectsView(both, view)).toBe(true);
  });

  test('grows with the width that things are drawn in, to the width and no farther', () => {
    const view = viewArea([
      toPosition([-10, -10]),
      toPosition([10, -10]),
      toPosition([10, 10]),
      toPosition([-10, 10]),
    ]);
    // 3 right of and 4 below a corner: 5 millionths of the world away from it.
    const beside: Geometry = { type: 'Point', coordinates: [...toPosition([13, 14])] };
    expect(intersectsView(beside, view)).toBe(false);
    expect(intersectsView(beside, view, 4.99e-6)).toBe(false);
    expect(intersectsView(beside, view, 5.01e-6)).toBe(true);
    const passing: Geometry = {
      type: 'LineString',
      coordinates: [[...toPosition([-500, 14])], [...toPosition([500, 14])]],
    };
    expect(intersectsView(passing, view, 3.99e-6)).toBe(false);
    expect(intersectsView(passing, view, 4.01e-6)).toBe(true);
  });

  test('of a collection is what it shows of any member', () => {
    const view = viewArea([
      toPosition([0, 0]),
      toPosition([1, 0]),
      toPosition([1, 1]),
      toPosition([0, 1]),
    ]);
    const away: Geometry = { type: 'MultiPoint', coordinates: [[...toPosition([9, 9])]] };
    const there: Geometry = {
      type: 'MultiLineString',
      coordinates: [
        onEarth([
          [0, 0],
          [1, 1],
        ]),
      ],
    };
    expect(intersectsView({ type: 'GeometryCollection', geometries: [away] }, view)).toBe(false);
    expect(intersectsView({ type: 'GeometryCollection', geometries: [away, there] }, view)).toBe(
      true,
    );
    expect(intersectsView({ type: 'Point', coordinates: [...toPosition([0.5, 0.5])] }, view)).toBe(
      true,
    );
  });
});

test('a coast of 35 000 vertices is judged in a few milliseconds', () => {
  const coordinates = Array.from({ length: 35_000 }, (_, index) => [
    ...toPosition([(index % 2000) - 1000, Math.sin(index) * 5 + 700]),
  ]);
  const coast: Geometry = { type: 'LineString', coordinates };
  const view = viewArea([
    toPosition([-10, -600]),
    toPosition([10, -600]),
    toPosition([10, 694]),
    toPosition([-10, 694]),
  ]);
  intersectsView(coast, view);
  // Processor time, not time on the clock: other tests run beside this one.
  const start = process.cpuUsage();
  for (let round = 0; round < 10; round += 1) expect(intersectsView(coast, view)).toBe(false);
  const { user } = process.cpuUsage(start);
  // 0.5 ms each on a slow machine; ten times that is a fault.
  expect(user / 1000 / 10).toBeLessThan(5);
});
