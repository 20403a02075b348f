import { distance as turfDistance } from '@turf/turf';
import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { ellipsoidDistance, sphereDistance } from '../../src/domain/geodesy.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { closeTo } from '../close-to.ts';
import { districtPosition } from './arbitraries.ts';

/** Karney's algorithm on CGCS2000: what the quick formulae must agree with. */
const KARNEY = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);
/** Agreement asked for, and what rounding leaves of Karney's short lines: measured at 2 nm around 36° N. */
const [RELATIVE, ROUNDING_M] = [1e-10, 5e-9];

function karney([ax, ay]: Position, [bx, by]: Position): number {
  return KARNEY.Inverse(ay, ax, by, bx, geodesic.Geodesic.DISTANCE).s12 ?? Number.NaN;
}

function agrees(from: Position, to: Position): void {
  const expected = karney(from, to);
  closeTo(ellipsoidDistance(from, to), expected, RELATIVE * expected + ROUNDING_M);
}

/** Steps in degrees from a hundredth of a metre to beyond the longest line that is measured quickly. */
const step = fc
  .tuple(
    fc.constantFrom(1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1),
    fc.double({ min: -1.2, max: 1.2, noNaN: true }),
  )
  .map(([size, share]) => size * share);

describe('short lines on the ellipsoid', () => {
  test('are geodesics to 1e-10 around the district', () => {
    fc.assert(
      fc.property(districtPosition, step, step, ([x, y], east, north) => {
        agrees([x, y], [x + east, y + north]);
      }),
      { numRuns: 2000 },
    );
  });

  test('are geodesics to 1e-10 wherever there is coast, poles and antimeridian included', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -89.5, max: 89.5, noNaN: true }),
        step,
        step,
        (x, y, east, north) => {
          const there = x + east;
          const wrapped = there > 180 ? there - 360 : there < -180 ? there + 360 : there;
          agrees([x, y], [wrapped, Math.max(-90, Math.min(90, y + north))]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('join longer ones without a step: half of 0.2° of the equator on either side of the limit', () => {
    const degree = (6378137 * Math.PI) / 180;
    closeTo(ellipsoidDistance([120, 0], [120.1, 0]), 0.1 * degree, 1e-6);
    closeTo(ellipsoidDistance([120, 0], [120.100001, 0]), 0.100001 * degree, 1e-6);
  });

  // A meridian's radius of curvature is a(1 − e²)/(1 − e² sin² φ)^1.5: a metre's worth of degrees at 36° N is a metre.
  test('of a metre along the meridian is a metre, to 1e-9', () => {
    const [a, f] = [6378137, 1 / 298.257222101];
    const e2 = f * (2 - f);
    const sine = Math.sin((36 * Math.PI) / 180);
    const radius = (a * (1 - e2)) / (1 - e2 * sine * sine) ** 1.5;
    const half = (90 / Math.PI) * (1 / radius);
    // Latitudes near 36 are spaced by 7e-15 degrees, 0.8 nm.
    closeTo(ellipsoidDistance([120, 36 - half], [120, 36 + half]), 1, 2e-9);
  });

  test('of no length are zero, and of no position no number', () => {
    expect(ellipsoidDistance([120, 36], [120, 36])).toBe(0);
    expect(ellipsoidDistance([Number.NaN, 36], [120, 36])).toBeNaN();
  });
});

test('distance on the sphere is that of Turf', () => {
  const anywhere = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );
  fc.assert(
    fc.property(anywhere, fc.oneof(anywhere, fc.tuple(step, step)), (from, to) => {
      const expected = turfDistance(from, to, { units: 'meters' });
      // Nearly opposite positions are ill-conditioned in the haversine formula itself.
      fc.pre(expected < 1.9e7);
      // The same formula; last bits differ, as it multiplies and divides in another order.
      closeTo(sphereDistance(from, to), expected, 1e-12 * expected + 1e-7);
    }),
    { numRuns: 2000 },
  );
});
