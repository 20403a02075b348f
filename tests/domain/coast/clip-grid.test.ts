import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { coastInside } from '../../../src/domain/scenarios/coast-inside-sites.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, polygon, segment, zone as toZone } from '../build.ts';

/**
 * Coasts and zones on one coarse grid: lines run along borders, end on them, pass through corners and
 * come back, as they hardly ever do elsewhere.
 */
const place: fc.Arbitrary<Position> = fc.tuple(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 5 }),
);
const coast = fc
  .array(fc.array(place, { minLength: 2, maxLength: 10 }), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map((line, number) => segment(`s${number}`, 'sandy', line)));
const shape = fc.oneof(
  fc
    .tuple(place, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .map(([[x, y], width, height]) => boxRing([x, y, x + width, y + height])),
  fc.tuple(place, fc.integer({ min: 1, max: 3 })).map(([[x, y], reach]): readonly Position[] => [
    [x + reach, y],
    [x, y + reach],
    [x - reach, y],
    [x, y - reach],
    [x + reach, y],
  ]),
);
const zones = fc
  .array(shape, { minLength: 1, maxLength: 5 })
  .map((rings) => rings.map((ring, number) => toZone(`z${number}`, polygon(ring))));
const noUnion = () => ({ ellipsoid: 1, sphere: 1 });

test('each piece is in the zones that hold its midpoint, and in no other', () => {
  fc.assert(
    fc.property(coast, zones, (segments, areas) => {
      const { drawn, boundaries } = measureCoast({
        segments,
        zones: areas,
        tolerancesM: [],
        unionArea: noUnion,
      });
      for (const [number, boundary] of boundaries.entries()) {
        const held = [...drawn.clipped.edgeOf.keys()].filter((piece) => {
          const [[ax, ay], [bx, by]] = drawn.clipped.ends(piece);
          return boundary.contains([(ax + bx) / 2, (ay + by) / 2]);
        });
        expect(drawn.clipped.piecesIn[number]).toEqual(held);
      }
    }),
    { numRuns: 200 },
  );
});

test('no piece crosses a border: both halves of it are in the same zones', () => {
  fc.assert(
    fc.property(coast, zones, (segments, areas) => {
      const { drawn, boundaries } = measureCoast({
        segments,
        zones: areas,
        tolerancesM: [],
        unionArea: noUnion,
      });
      for (const piece of drawn.clipped.edgeOf.keys()) {
        const [[ax, ay], [bx, by]] = drawn.clipped.ends(piece);
        const holders = [0.25, 0.5, 0.75].map((share) =>
          boundaries.map((zone) => zone.contains([ax + share * (bx - ax), ay + share * (by - ay)])),
        );
        expect(holders[0]).toEqual(holders[1]);
        expect(holders[2]).toEqual(holders[1]);
      }
    }),
    { numRuns: 200 },
  );
});

test('a site on the grid holds what a zone there would', () => {
  fc.assert(
    fc.property(coast, zones, shape, (segments, areas, ring) => {
      const given = { segments, tolerancesM: [], unionArea: noUnion };
      const boundary = new PreparedPolygon(polygon(ring), 'site');
      const rows = coastInside(measureCoast({ ...given, zones: areas }), [boundary]);
      const { inZone } = measureCoast({ ...given, zones: [toZone('site', polygon(ring))] }).drawn;
      const expected = inZone[0]?.ellipsoid.reduce((sum, length) => sum + length, 0);
      const total = rows.reduce((sum, { lengthM }) => sum + lengthM.ellipsoid, 0);
      // Edges of up to 700 km: cut at other zones, their pieces leave the geodesic of the whole edge by 1e-5 of it.
      closeTo(total, expected ?? Number.NaN, 1e-4 * Math.max(1, total));
    }),
    { numRuns: 150 },
  );
});
