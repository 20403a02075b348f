import { buffer } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destination, ellipsoidDistance, measureArea } from '../../../src/domain/geodesy.ts';
import { distanceBetween, distanceIndex } from '../../../src/domain/geometry/distance.ts';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import { signedArea } from '../../../src/domain/geometry/ring-checks.ts';
import { type ArealGeometry, type Position, polygonsOf } from '../../../src/domain/geometry.ts';
import { footprintOf } from '../../../src/domain/scenarios/footprint.ts';
import type { Site, SiteShape } from '../../../src/domain/scenarios/scenario.ts';
import { closeTo } from '../../close-to.ts';
import { districtPosition, starRing } from '../arbitraries.ts';
import { boxRing, polygon } from '../build.ts';

function site(shape: SiteShape, other: Partial<Site> = {}): Site {
  return { id: 'berth', name: 'Berth', purpose: 'build', shape, widthM: 0, bufferM: 0, ...other };
}

function point([longitude, latitude]: Position): SiteShape {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

function line(...positions: readonly Position[]): SiteShape {
  return { type: 'LineString', coordinates: positions.map((position) => [...position]) };
}

function area(geometry: ArealGeometry): number {
  return measureArea(geometry).ellipsoid;
}

/** Holds areas to a share of what is expected. */
function within(actual: number, expected: number, share: number): void {
  closeTo(actual / expected, 1, share);
}

/** Round corners are polygons of 96 sides: their circle less 0.07 %. */
const ROUND = 1e-3;

describe('the ground that a site covers', () => {
  // Circles on the ellipsoid are π r² to 1e-6 up to 20 km. python3, pyproj 3.4.1: the geodesic polygon of
  // 20 000 corners that Geod(a=6378137, rf=298.257222101).fwd(120.2, 35.95, azimuth, r) gives is of
  // 785 398.148 m² for 500 m, where π r² is 785 398.163, and of 1 256 636 009 m² for 20 km (1 256 637 061).
  test.each([1, 500, 10_000])('is a circle of π r² around a point of a width of 2 × %d m', (r) => {
    const { core: body } = footprintOf(site(point([120.2, 35.95]), { widthM: 2 * r }));
    within(area(body), Math.PI * r * r, ROUND);
  });

  test.each([
    [[120.2, 35.95], 500],
    [[0, 0], 500],
    [[10, 59], 500],
    [[120.2, 35.95], 10_000],
  ] as const)('has a rim as far from the point as it is wide, at %j and %d m', (at, r) => {
    const { core: body } = footprintOf(site(point(at), { widthM: 2 * r }));
    for (const corner of polygonsOf(body).flat(2)) within(ellipsoidDistance(at, corner), r, 1e-5);
  });

  // python3: Geod(…).inv(120.1, 35.9, 120.2, 35.9) and inv(120.1, 35.9, 120.1, 36.0).
  test.each([
    ['west to east', [120.2, 35.9], 9027.7377],
    ['south to north', [120.1, 36], 11095.8074],
  ] as const)('is length × width and two half circles along a line from %s', (_, to, lengthM) => {
    const widthM = 300;
    const { core: body } = footprintOf(site(line([120.1, 35.9], to), { widthM }));
    within(area(body), lengthM * widthM + (Math.PI * widthM ** 2) / 4, 1e-4);
  });

  test('is an area as it was drawn, and a rim as wide as its reach', () => {
    const shape = polygon(boxRing([120, 35.9, 120.02, 35.92]));
    const { core: body, area: ground } = footprintOf(site(shape, { bufferM: 100 }));
    expect(body).toBe(shape);
    // Around a convex area A of girth L: A + L r + π r². Sides by Geod(…).inv as above.
    const girth = 1805.5476 + 1805.0933 + 2 * 2219.1467;
    within(area(ground), area(shape) + girth * 100 + Math.PI * 100 ** 2, 1e-4);
  });

  test('leaves a hole open that is wider than the reach, and fills a narrower one', () => {
    const shape = polygon(
      boxRing([120, 35.9, 120.02, 35.92]),
      boxRing([120.005, 35.905, 120.006, 35.906]).toReversed(),
    );
    const holes = (bufferM: number): number =>
      polygonsOf(footprintOf(site(shape, { bufferM })).area).flat().length - 1;
    expect(holes(10)).toBe(1);
    expect(holes(100)).toBe(0);
  });

  /** A circle of 24 corners, 300 m around a place. */
  const circle = (count = 24): readonly Position[] =>
    Array.from({ length: count + 1 }, (_, corner) =>
      destination([120.2, 35.9], (360 * (corner % count)) / count, 300),
    );

  test.each([
    ['narrower', 200, 1],
    ['just narrower', 590, 1],
    ['wider', 610, 0],
    ['much wider', 1500, 0],
  ])(
    'of a closed line that is %s than what it goes round has %d m and %d holes',
    (_, widthM, holes) => {
      const { core } = footprintOf(site(line(...circle()), { widthM }));
      expect(polygonsOf(core).flat()).toHaveLength(1 + holes);
      // Around a polygon of 24 corners and radius R: half of 24 R² sin 15°, girth 48 R sin 7.5°.
      const [R, half, eighth] = [300, widthM / 2, (7.5 * Math.PI) / 180];
      const inner = Math.max(0, R * Math.cos(eighth) - half);
      const outside =
        12 * R * R * Math.sin(2 * eighth) + 48 * R * Math.sin(eighth) * half + Math.PI * half ** 2;
      within(area(core), outside - 24 * Math.tan(eighth) * inner ** 2, ROUND);
    },
  );

  test('of a closed line is all that is within half its width of it, and nothing else', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 800 }));
    const place = ([x, y]: readonly [number, number]): Position => [
      120.2 + x * 1e-5,
      35.9 + y * 1e-5,
    ];
    fc.assert(
      fc.property(
        fc.array(corner, { minLength: 3, maxLength: 9 }),
        fc.integer({ min: 20, max: 900 }),
        fc.array(corner, { minLength: 20, maxLength: 20 }),
        (corners, widthM, places) => {
          const shape = line(...corners.map(place), ...corners.slice(0, 1).map(place));
          const ground = new PreparedPolygon(footprintOf(site(shape, { widthM })).core, 'x');
          const edges = distanceIndex(shape);
          for (const at of places.map(place)) {
            const from = distanceIndex(point(at));
            const apartM = from && edges ? distanceBetween(from, edges) : Number.NaN;
            // Round corners lose 0.07 % of the circle, 0.21 % of its radius at most.
            if (Math.abs(apartM - widthM / 2) < 0.0025 * widthM) continue;
            expect(ground.contains(at)).toBe(apartM < widthM / 2);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is the body itself where nothing is added', () => {
    const { core: body, area: ground } = footprintOf(site(point([120, 36]), { widthM: 10 }));
    expect(ground).toBe(body);
  });

  test('is in parts where a line is', () => {
    const shape: SiteShape = {
      type: 'MultiLineString',
      coordinates: [
        [
          [120, 35.9],
          [120.01, 35.9],
        ],
        [
          [120, 36],
          [120.01, 36],
        ],
      ],
    };
    expect(polygonsOf(footprintOf(site(shape, { widthM: 50 })).core)).toHaveLength(2);
  });

  test('is a circle around a line that goes nowhere', () => {
    const { core: body } = footprintOf(site(line([120, 36], [120, 36]), { widthM: 100 }));
    within(area(body), Math.PI * 50 ** 2, ROUND);
  });

  test('says whose it is and what for', () => {
    const shape = point([120, 36]);
    expect(
      footprintOf(site(shape, { widthM: 1, purpose: 'restore', projectId: 'port' })),
    ).toMatchObject({ site: 'berth', purpose: 'restore', projectId: 'port' });
    expect('projectId' in footprintOf(site(shape, { widthM: 1 }))).toBe(false);
  });

  test('holds the area, wherever that lies and however long its sides', () => {
    fc.assert(
      fc.property(starRing, fc.integer({ min: 1, max: 2000 }), (ring, bufferM) => {
        fc.pre(Math.abs(signedArea(ring)) > 1e-8);
        const { area: ground } = footprintOf(site(polygon(ring), { bufferM }));
        const boundary = new PreparedPolygon(ground, 'ground');
        for (const position of ring) expect(boundary.contains(position)).toBe(true);
        expect(area(ground)).toBeGreaterThan(area(polygon(ring)));
      }),
      { numRuns: 50 },
    );
  });

  test('is what Turf alone makes of it, but for the ellipsoid: 0.6 % at the most', () => {
    fc.assert(
      fc.property(districtPosition, fc.integer({ min: 1, max: 20_000 }), (at, widthM) => {
        const { core: body } = footprintOf(site(point(at), { widthM }));
        const turf = buffer(point(at), widthM / 2, { units: 'meters', steps: 24 });
        within(area(body), turf === undefined ? Number.NaN : area(turf.geometry), 6e-3);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a site is refused', () => {
  const shape = point([120, 36]);
  const bowTie = polygon([
    [120, 36],
    [120.1, 36.1],
    [120.1, 36],
    [120, 36.1],
    [120, 36],
  ]);
  const flat = polygon([
    [120, 36],
    [120.1, 36],
    [120.2, 36],
    [120, 36],
  ]);
  test.each([
    ['as a point without width', site(shape), 'a point without width'],
    ['as a line without width', site(line([120, 36], [120, 36.1])), 'a line without width'],
    ['as an area that crosses itself', site(bowTie), 'crosses itself at 120.05, 36.05'],
    ['as an area without extent', site(flat), 'an area without extent'],
    ['without a position', site(line(), { widthM: 1 }), 'no position'],
    ['with a position that is none', site(point([Number.NaN, 36]), { widthM: 1 }), 'not a number'],
    ['with a width below nothing', site(shape, { widthM: -1 }), 'a width of -1 m'],
    ['with a width that is no number', site(shape, { widthM: Number.NaN }), 'a width of NaN m'],
    [
      'with a buffer above 20 km',
      site(shape, { widthM: 1, bufferM: 20_001 }),
      'a buffer of 20001 m, not within 0 and 20000 m',
    ],
  ])('%s', (_, refused, reason) => {
    expect(() => footprintOf(refused)).toThrow(RangeError);
    expect(() => footprintOf(refused)).toThrow(reason);
  });
});
