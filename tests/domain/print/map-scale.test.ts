import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { type FlatView, pixelsTo, positionAt } from '../../../src/domain/geometry/web-mercator.ts';
import {
  constrainView,
  isSameScale,
  metresPerPixel,
  parseScale,
  readScale,
  scaleOf,
  viewOfBox,
  zoomForScale,
} from '../../../src/domain/print/map-scale.ts';
import { scaleBar } from '../../../src/domain/print/scale-bar.ts';
import { closeTo } from '../../close-to.ts';
import { FRAME } from '../../plan-frame.ts';

/** GRS 80, as CGCS2000 has it but for 1.6e-11 of the flattening. */
const GRS80 = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);

const view: fc.Arbitrary<FlatView> = fc.record({
  longitude: fc.double({ min: 119, max: 121, noNaN: true }),
  latitude: fc.double({ min: 35, max: 37, noNaN: true }),
  zoom: fc.double({ min: 7, max: 16, noNaN: true }),
  bearing: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the scale of a page’s map', () => {
  test('is that of the parallel’s own circle where north is up', () => {
    // A pixel at zoom z is 360° / (512 · 2^z) of the parallel, whose radius is N cos φ.
    const latitude = 36;
    const sine = Math.sin((latitude * Math.PI) / 180);
    const eccentricity2 = (2 - 1 / 298.257222101) / 298.257222101;
    const radius =
      (6378137 / Math.sqrt(1 - eccentricity2 * sine * sine)) * Math.cos((latitude * Math.PI) / 180);
    const expected = (2 * Math.PI * radius) / (512 * 2 ** 10);
    closeTo(metresPerPixel({ longitude: 120, latitude, zoom: 10, bearing: 0 }), expected, 1e-7);
  });

  test('lies along a geodesic between two positions on the screen at any bearing', () => {
    fc.assert(
      fc.property(view, (at) => {
        const [ax, ay] = positionAt(at, -5, 0);
        const [bx, by] = positionAt(at, 5, 0);
        const { s12 = 0 } = GRS80.Inverse(ay, ax, by, bx);
        // Ten pixels are up to 3 km: web Mercator stretches by 1e-4 of that from end to end.
        closeTo(metresPerPixel(at) / (s12 / 10), 1, 1e-4);
      }),
    );
  });

  test('comes back from the zoom that it asks for', () => {
    fc.assert(
      fc.property(view, fc.integer({ min: 1000, max: 5_000_000 }), (at, n) => {
        const zoom = zoomForScale(at, n, 0.2117);
        closeTo(scaleOf({ ...at, zoom }, 0.2117) / n, 1, 1e-9);
      }),
    );
  });

  test('halves its number with each zoom', () => {
    const at = { longitude: 120, latitude: 36, zoom: 9, bearing: 30 };
    closeTo(scaleOf(at, 0.2) / scaleOf({ ...at, zoom: 10 }, 0.2), 2, 1e-9);
  });

  test.each([
    ['1:50 000', 50_000],
    ['50000', 50_000],
    ['1：5万', 50_000],
    ['1:2.5万', 25_000],
    ['1:1,000,000', 1_000_000],
    ['1\u2009:\u200925\u2009000', 25_000],
    ['250k', 250_000],
  ])('is read from "%s"', (text, n) => {
    expect(parseScale(text)).toBe(n);
  });

  test.each(['', '1:', '1:0', 'abc', '2:50000', '1:999', '1:5000001', '-50000', '1e5', 'NaN'])(
    'is not read from "%s"',
    (text) => {
      expect(parseScale(text)).toBeUndefined();
    },
  );
});

test.each([
  ['1:500', 500],
  ['9000000', 9_000_000],
  ['1:0', undefined],
  ['near', undefined],
])('without limits, "%s" is read as %s', (text, n) => {
  expect(readScale(text)).toBe(n);
});

test('a place some pixels off the middle of a view is as many pixels off it', () => {
  fc.assert(
    fc.property(
      view,
      fc.double({ min: -900, max: 900, noNaN: true }),
      fc.double({ min: -900, max: 900, noNaN: true }),
      (at, right, down) => {
        const [backRight, backDown] = pixelsTo(at, positionAt(at, right, down));
        closeTo(backRight, right, 1e-4);
        closeTo(backDown, down, 1e-4);
      },
    ),
  );
});

test('right of the middle lies what the bearing plus 90° points to', () => {
  // With east up, the right hand is south.
  const [longitude, latitude] = positionAt(
    { longitude: 120, latitude: 36, zoom: 10, bearing: 90 },
    100,
    0,
  );
  closeTo(longitude, 120, 1e-9);
  expect(latitude).toBeLessThan(36);
});

test('a view held inside a box shows nothing beyond it, and one that lies inside stays', () => {
  const size = { width: 800, height: 500 };
  fc.assert(
    fc.property(view, fc.integer({ min: 0, max: 5 }), (at, zoom) => {
      const kept = constrainView({ ...at, zoom: zoom + 3 }, size, FRAME.bounds);
      for (const [x, y] of [
        [-400, -250],
        [400, -250],
        [400, 250],
        [-400, 250],
      ] as const) {
        const [longitude, latitude] = positionAt(kept, x, y);
        expect(longitude).toBeGreaterThan(FRAME.bounds[0] - 1e-6);
        expect(longitude).toBeLessThan(FRAME.bounds[2] + 1e-6);
        expect(latitude).toBeGreaterThan(FRAME.bounds[1] - 1e-6);
        expect(latitude).toBeLessThan(FRAME.bounds[3] + 1e-6);
      }
    }),
  );
  const inside = { longitude: 120, latitude: 36, zoom: 11, bearing: 20 };
  const kept = constrainView(inside, size, FRAME.bounds);
  closeTo(kept.longitude, 120, 1e-9);
  closeTo(kept.latitude, 36, 1e-9);
  expect(kept.zoom).toBe(11);
});

describe('a scale bar', () => {
  test.each([
    [50, 40, 2000, 4],
    [25, 40, 1000, 5],
    [500, 40, 20_000, 4],
    [12.5, 40, 500, 5],
    [50, 21, 1000, 5],
  ])('of %d m to the millimetre within %d mm is %d m long in %d parts', (perMm, room, m, parts) => {
    expect(scaleBar(perMm, room)).toEqual({ lengthM: m, lengthMm: m / perMm, parts });
  });

  test('takes between two fifths and all of its room, and is cut into round lengths', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 5000, noNaN: true }),
        fc.double({ min: 20, max: 120, noNaN: true }),
        (perMm, room) => {
          const { lengthM, lengthMm, parts } = scaleBar(perMm, room);
          expect(lengthMm).toBeLessThanOrEqual(room * (1 + 1e-12));
          expect(lengthMm).toBeGreaterThan(room * 0.399);
          const part = lengthM / parts;
          expect([1, 2, 5]).toContain(
            Math.round(part / 10 ** Math.floor(Math.log10(part * 1.000001))),
          );
        },
      ),
    );
  });
});

test('a box fills a map with 4 % of space on the sides that bind, whichever they are', () => {
  // A degree by a degree about the equator is a square there, to 1e-4.
  const box = [-0.5, -0.5, 0.5, 0.5] as const;
  for (const [width, height] of [
    [1000, 400],
    [400, 1000],
  ] as const) {
    const view = viewOfBox(box, { width, height });
    expect(Math.hypot(view.longitude, view.latitude)).toBeLessThan(1e-9);
    const [right, down] = pixelsTo(view, [0.5, -0.5]);
    // 46 % of the short side from the middle, in both directions.
    closeTo(right, 184, 0.05);
    closeTo(down, 184, 0.05);
  }
});

test('scales that print alike are one, and others are not', () => {
  expect(isSameScale(50_000, 50_020)).toBe(true);
  expect(isSameScale(50_000, 50_500)).toBe(false);
});
