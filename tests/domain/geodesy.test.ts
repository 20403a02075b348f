import { distance } from '@turf/turf';
import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import {
  ellipsoidDistance,
  linesOf,
  measureArea,
  measureGeometry,
  metresPerDegree,
  sphereDistance,
} from '../../src/domain/geodesy.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { closeTo } from '../close-to.ts';
import { districtLine, districtPosition, starRing } from './arbitraries.ts';
import { boxRing, EQUATOR_DEGREE, polygon } from './build.ts';

/** A nanometre a metre: what double precision leaves of a length of this size. */
const ROUNDING = 1e-9;
const MILLIMETRE = 0.001;

function lengths(line: readonly Position[]): {
  readonly ellipsoid: number;
  readonly sphere: number;
} {
  return measureGeometry({ type: 'LineString', coordinates: line.map(([x, y]) => [x, y]) }).lengthM;
}

describe('distance on the ellipsoid', () => {
  // Karney's published test set, as it stands among the test cases of GeographicLib 2, to a micrometre: WGS 84, which
  // departs from CGCS2000 by under 0.2 mm on these lines of up to a third of the earth's girth.
  test.each([
    [[-139.44815, 35.60777], [-69.95921, -11.17491], 8935244.560482],
    [[106.05087, 55.52454], [197.18234, 77.03196], 4105086.171392],
    [[142.59065, -21.97856], [98.56635, 41.84138], 8394328.894658],
    [[112.2363, -66.99028], [285.90344, -12.70631], 11150344.231208],
  ] as const)('from %o to %o is that of the geodesic test set', (from, to, expected) => {
    closeTo(ellipsoidDistance(from, to), expected, MILLIMETRE);
  });

  // python3 -c "from pyproj import Geod; g = Geod(a=6378137, rf=298.257222101); print(g.inv(120, 36, 121, 36)[2])"
  test.each([
    [[120, 36], [121, 36], 90163.29243664767],
    [[120, 35.5], [120, 36.5], 110959.00964831679],
    [[119.7, 35.6], [120.3, 36.1], 77559.36600136584],
    [[120.2, 35.95], [120.200001, 35.95], 0.09022056841150974],
  ] as const)('from %o to %o is that of PROJ', (from, to, expected) => {
    closeTo(ellipsoidDistance(from, to), expected, 1e-6);
  });

  test('across the antimeridian goes the short way', () => {
    // As above: g.inv(179.9, 36, -179.9, 36)[2]
    closeTo(ellipsoidDistance([179.9, 36], [-179.9, 36]), 18032.734401386984, MILLIMETRE);
  });

  test('over the pole is twice the way to it', () => {
    // As above: g.inv(0, 89, 180, 89)[2]
    closeTo(ellipsoidDistance([0, 89], [180, 89]), 223387.72983208226, MILLIMETRE);
    closeTo(2 * ellipsoidDistance([0, 89], [0, 90]), 223387.72983208226, MILLIMETRE);
  });

  test('from equator to pole is the quarter meridian', () => {
    // As above: g.inv(0, 0, 0, 90)[2]
    closeTo(ellipsoidDistance([0, 0], [0, 90]), 10001965.729230464, MILLIMETRE);
  });

  test('along the equator is the circle of the semi-major axis', () => {
    closeTo(ellipsoidDistance([0, 0], [1, 0]), EQUATOR_DEGREE.ellipsoid, ROUNDING * 1e5);
  });

  test('from a position to itself is zero', () => {
    expect(ellipsoidDistance([120, 36], [120, 36])).toBe(0);
  });
});

test('distance on the sphere is an arc of radius 6 371 008.8 m', () => {
  closeTo(sphereDistance([0, 0], [1, 0]), EQUATOR_DEGREE.sphere, 1e-6);
  closeTo(sphereDistance([120, 35.5], [120, 36.5]), EQUATOR_DEGREE.sphere, 1e-6);
});

describe('distance of short lines', () => {
  const CGCS2000 = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);
  const shortLine = fc
    .tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -89, max: 89, noNaN: true }),
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    )
    .map(([x, y, dx, dy]): readonly [Position, Position] => [
      [x, y],
      [x + dx, y + dy],
    ]);

  test('is that of Karney’s algorithm to a ten-thousandth of a millimetre a kilometre, anywhere', () => {
    fc.assert(
      fc.property(shortLine, ([from, to]) => {
        const { s12 = Number.NaN } = CGCS2000.Inverse(from[1], from[0], to[1], to[0]);
        // 1e-10 of the length, and the 15 nm to which the algorithm itself rounds.
        closeTo(ellipsoidDistance(from, to), s12, s12 * 1e-10 + 15e-9);
      }),
      { numRuns: 2000 },
    );
  });

  test('on the sphere is that of turf.distance', () => {
    fc.assert(
      fc.property(shortLine, ([from, to]) => {
        const expected = distance([...from], [...to], { units: 'meters' });
        closeTo(sphereDistance(from, to), expected, expected * 1e-9 + 1e-8);
      }),
    );
  });
});

test('at 36° N the sphere is 0.21 % long on a north–south line and 0.23 % short on an east–west one', () => {
  // docs/method.md states the two figures to a hundredth of a percent: hence half of one.
  const northSouth = lengths([
    [120, 35.9],
    [120, 36.1],
  ]);
  const eastWest = lengths([
    [119.9, 36],
    [120.1, 36],
  ]);
  closeTo((northSouth.sphere / northSouth.ellipsoid - 1) * 100, 0.21, 0.005);
  closeTo((eastWest.sphere / eastWest.ellipsoid - 1) * 100, -0.23, 0.005);
});

describe('the length of a line', () => {
  test('is the same read backwards', () => {
    fc.assert(
      fc.property(districtLine, (line) => {
        const [there, back] = [lengths(line), lengths(line.toReversed())];
        closeTo(back.ellipsoid, there.ellipsoid, ROUNDING * 1e6);
        closeTo(back.sphere, there.sphere, ROUNDING * 1e6);
      }),
    );
  });

  test('is the sum of its parts wherever it is parted at a corner', () => {
    fc.assert(
      fc.property(districtLine, fc.nat(), (line, at) => {
        const corner = at % line.length;
        const [first, second] = [lengths(line.slice(0, corner + 1)), lengths(line.slice(corner))];
        closeTo(first.ellipsoid + second.ellipsoid, lengths(line).ellipsoid, ROUNDING * 1e6);
      }),
    );
  });

  test('is not changed by a position given twice', () => {
    fc.assert(
      fc.property(districtLine, fc.nat(), (line, at) => {
        const corner = at % line.length;
        const doubled = line.flatMap((position, index) =>
          index === corner ? [position, position] : [position],
        );
        closeTo(lengths(doubled).ellipsoid, lengths(line).ellipsoid, ROUNDING * 1e6);
      }),
    );
  });

  test('is never less than the distance of its ends', () => {
    fc.assert(
      fc.property(districtPosition, districtPosition, districtPosition, (a, b, c) => {
        expect(lengths([a, b, c]).ellipsoid + ROUNDING).toBeGreaterThanOrEqual(
          ellipsoidDistance(a, c),
        );
      }),
    );
  });

  test('of one position, and of none, is zero', () => {
    expect(lengths([[120, 36]])).toEqual({ ellipsoid: 0, sphere: 0 });
    expect(lengths([])).toEqual({ ellipsoid: 0, sphere: 0 });
  });
});

describe('area', () => {
  const box = boxRing([120, 36, 120.1, 36.1]);
  const hole = boxRing([120.02, 36.02, 120.04, 36.04]).toReversed();
  // python3: Geod(a=6378137, rf=298.257222101).polygon_area_perimeter(longitudes, latitudes)[0]
  const [boxM2, holeM2] = [99982357.89884949, 4000292.8981494904];
  // A square metre in a hundred million: GeographicLib in C and in JavaScript agree far better.
  const tolerance = 1;

  test('on the ellipsoid is that of PROJ', () => {
    closeTo(measureArea(polygon(box)).ellipsoid, boxM2, tolerance);
  });

  test('leaves out a hole', () => {
    closeTo(measureArea(polygon(box, hole)).ellipsoid, boxM2 - holeM2, tolerance);
  });

  test('leaves out a hole that runs the wrong way round', () => {
    closeTo(measureArea(polygon(box, hole.toReversed())).ellipsoid, boxM2 - holeM2, tolerance);
  });

  test('adds up the parts of a multipolygon', () => {
    const parts = {
      type: 'MultiPolygon' as const,
      coordinates: [polygon(box).coordinates, polygon(hole).coordinates],
    };
    closeTo(measureArea(parts).ellipsoid, boxM2 + holeM2, tolerance);
  });

  test('of an octant of the sphere is 4πR²/8 with Turf', () => {
    // Turf integrates along edges straight in longitude and latitude, and these three are great circles.
    const octant = polygon([
      [0, 0],
      [90, 0],
      [90, 90],
      [0, 90],
      [0, 0],
    ]);
    const expected = (Math.PI * 6371008.8 ** 2) / 2;
    // A billionth: 6e13 m² in double precision.
    closeTo(measureArea(octant).sphere, expected, expected * 1e-9);
  });

  test('of a cap around the pole is that of PROJ', () => {
    // As above, with longitudes 0, 90, 180, -90 at latitude 60.
    const cap = polygon([
      [0, 60],
      [90, 60],
      [180, 60],
      [-90, 60],
      [0, 60],
    ]);
    closeTo(measureArea(cap).ellipsoid, 23441600180796.156, 100);
  });

  test('across the antimeridian is that of PROJ', () => {
    const strip = polygon([
      [179.9, 36],
      [-179.9, 36],
      [-179.9, 36.1],
      [179.9, 36.1],
      [179.9, 36],
    ]);
    closeTo(measureArea(strip).ellipsoid, 199964710.30247498, tolerance);
  });

  test('does not depend on where a ring starts', () => {
    fc.assert(
      fc.property(starRing, fc.nat(), (ring, at) => {
        const corners = ring.slice(0, -1);
        const start = at % corners.length;
        const turned = [...corners.slice(start), ...corners.slice(0, start)];
        const moved = measureArea(polygon([...turned, ...turned.slice(0, 1)]));
        const area = measureArea(polygon(ring));
        // Areas here reach 3e8 m²; a thousandth of a square metre is 11 digits of them.
        closeTo(moved.ellipsoid, area.ellipsoid, 1e-3);
        closeTo(moved.sphere, area.sphere, 1e-3);
      }),
    );
  });

  test('does not depend on which way a ring runs', () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        const [area, turned] = [
          measureArea(polygon(ring)),
          measureArea(polygon(ring.toReversed())),
        ];
        closeTo(turned.ellipsoid, area.ellipsoid, 1e-3);
        closeTo(turned.sphere, area.sphere, 1e-3);
      }),
    );
  });

  test('of two halves is the area of the whole on the ellipsoid', () => {
    // Cut along a meridian, which is a geodesic, with the cut's corners on both halves and the whole.
    const whole = polygon([
      [120, 36],
      [120.05, 36],
      [120.1, 36],
      [120.1, 36.1],
      [120.05, 36.1],
      [120, 36.1],
      [120, 36],
    ]);
    const halves = [
      polygon(boxRing([120, 36, 120.05, 36.1])),
      polygon(boxRing([120.05, 36, 120.1, 36.1])),
    ];
    const sum = halves.reduce((total, half) => total + measureArea(half).ellipsoid, 0);
    closeTo(sum, measureArea(whole).ellipsoid, 1e-3);
  });

  test('of a polygon without rings is zero', () => {
    expect(measureArea({ type: 'Polygon', coordinates: [] }).ellipsoid).toBe(0);
    expect(measureArea({ type: 'MultiPolygon', coordinates: [[]] }).ellipsoid).toBe(0);
  });
});

describe('the measurement of a geometry', () => {
  test('has an area for polygons only', () => {
    const box = boxRing([0, 0, 1, 1]);
    expect(measureGeometry(polygon(box)).areaM2.ellipsoid).toBeGreaterThan(1e10);
    expect(
      measureGeometry({ type: 'LineString', coordinates: box.map(([x, y]) => [x, y]) }).areaM2,
    ).toEqual({ ellipsoid: 0, sphere: 0 });
  });

  test('has the perimeter with holes for the length of a polygon', () => {
    const outer = boxRing([0, 0, 1, 1]);
    const inner = boxRing([0.2, 0.2, 0.4, 0.4]);
    const expected = lengths(outer).ellipsoid + lengths(inner).ellipsoid;
    closeTo(measureGeometry(polygon(outer, inner)).lengthM.ellipsoid, expected, ROUNDING * 1e6);
  });

  test('of a point is zero', () => {
    expect(measureGeometry({ type: 'Point', coordinates: [120, 36] })).toEqual({
      lengthM: { ellipsoid: 0, sphere: 0 },
      areaM2: { ellipsoid: 0, sphere: 0 },
    });
  });
});

test('the lines of a collection are those of its members', () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  };
  const lines: Geometry = {
    type: 'MultiLineString',
    coordinates: [
      [
        [2, 2],
        [3, 3],
      ],
      [
        [4, 4],
        [5, 5],
      ],
    ],
  };
  const both = linesOf({
    type: 'GeometryCollection',
    geometries: [line, lines, { type: 'Point', coordinates: [9, 9] }],
  });
  expect(both).toEqual([
    [
      [0, 0],
      [1, 1],
    ],
    [
      [2, 2],
      [3, 3],
    ],
    [
      [4, 4],
      [5, 5],
    ],
  ]);
});

test('metres in a degree are good to half a percent on this coast', () => {
  const { east, north } = metresPerDegree(36);
  closeTo(east, ellipsoidDistance([119.5, 36], [120.5, 36]), east * 0.005);
  closeTo(north, ellipsoidDistance([120, 35.5], [120, 36.5]), north * 0.005);
});
