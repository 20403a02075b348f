import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditMeasured } from '../../../src/domain/audit/audit-measured.ts';
import { edgeEnds } from '../../../src/domain/coast/coast-edges.ts';
import { measureCoast, measuringCoast, traceOf } from '../../../src/domain/coast/measured-coast.ts';
import { ellipsoidDistance, sphereDistance } from '../../../src/domain/geodesy.ts';
import { generalise, generaliseAt } from '../../../src/domain/geometry/generalise.ts';
import { finish } from '../../../src/domain/steps.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { districtBox, districtLine, starRing } from '../arbitraries.ts';
import {
  boxZone,
  EQUATOR_DEGREE,
  equatorSegment,
  PLAIN_RULE,
  polygon,
  segment,
  zone,
} from '../build.ts';

/** Zones of these tests do not overlap where their area is asked for. */
const noUnion = (): never => {
  throw new Error('these zones do not overlap');
};
const anyUnion = () => ({ ellipsoid: 1, sphere: 1 });

const segments = fc
  .array(districtLine, { maxLength: 4 })
  .map((lines) => lines.map((line, number) => segment(`s${number}`, 'sandy', line)));
const zones: fc.Arbitrary<readonly Zone[]> = fc.array(
  fc.oneof(
    districtBox.map((box) => boxZone('z', box)),
    starRing.map((ring) => zone('z', polygon(ring))),
  ),
  { maxLength: 3 },
);

describe('a measured coast', () => {
  test('has every segment’s length as the sum of its pieces, whatever zones cut it', () => {
    fc.assert(
      fc.property(segments, zones, (shore, areas) => {
        const { drawn } = measureCoast({
          segments: shore,
          zones: areas,
          tolerancesM: [],
          unionArea: anyUnion,
        });
        const { clipped, pieces, whole } = drawn;
        for (const [row, number] of whole.segments.entries()) {
          const own = [...clipped.edgeOf.keys()].filter(
            (piece) => clipped.edges.segmentOf[clipped.edgeOf[piece] ?? -1] === number,
          );
          const sum = own.reduce((total, piece) => total + (pieces.ellipsoid[piece] ?? 0), 0);
          closeTo(whole.ellipsoid[row], sum, 1e-6);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is as long with zones as without: 2° along 35.8° N, cut by 20 zones', () => {
    const edge = segment('edge', 'sandy', [
      [119, 35.8],
      [121, 35.8],
    ]);
    const areas = Array.from({ length: 20 }, (_, number) =>
      boxZone(`z${number}`, [119 + number / 10, 35, 119 + (number + 1) / 10, 36]),
    );
    const { drawn } = measureCoast({
      segments: [edge],
      zones: areas,
      tolerancesM: [],
      unionArea: noUnion,
    });
    // PROJ: `Geod(a=6378137, rf=298.257222101).inv(119, 35.8, 121, 35.8)[2]`; cut in 20 and unscaled 180 781.587.
    const wholeM = 180778.45448;
    closeTo(drawn.whole.ellipsoid[0], wholeM, 1e-4);
    const zonesM = drawn.inZone.reduce((sum, { ellipsoid }) => sum + (ellipsoid[0] ?? 0), 0);
    closeTo(zonesM, wholeM, 1e-4);
    // Along a parallel twenty equal shares are equally long.
    for (const { ellipsoid } of drawn.inZone) closeTo(ellipsoid[0], wholeM / 20, 1e-4);
  });

  test('has the pieces of an edge in proportion, together as long as the edge, on both models', () => {
    fc.assert(
      fc.property(segments, zones, (shore, areas) => {
        const { drawn } = measureCoast({
          segments: shore,
          zones: areas,
          tolerancesM: [],
          unionArea: anyUnion,
        });
        const { edges, firstPiece, ends } = drawn.clipped;
        for (const [model, distance] of [
          ['ellipsoid', ellipsoidDistance],
          ['sphere', sphereDistance],
        ] as const)
          for (const edge of edges.starts.keys()) {
            const [first = 0, end = 0] = firstPiece.subarray(edge, edge + 2);
            const lengths = [...drawn.pieces[model].subarray(first, end)];
            const own = lengths.map((_, number) => distance(...ends(first + number)));
            const wholeM = distance(...edgeEnds(edges, edge));
            const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
            closeTo(sum(lengths), wholeM, 1e-9 + 1e-12 * wholeM);
            for (const [number, length] of lengths.entries())
              closeTo(length / wholeM, (own[number] ?? 0) / sum(own), 1e-12);
          }
      }),
      { numRuns: 50 },
    );
  });

  test('is the same whichever way its zones’ rings run', () => {
    fc.assert(
      fc.property(segments, starRing, (shore, ring) => {
        const [one, other] = [ring, ring.toReversed()].map(
          (corners) =>
            measureCoast({
              segments: shore,
              zones: [zone('z', polygon(corners))],
              tolerancesM: [],
              unionArea: noUnion,
            }).drawn.inZone[0],
        );
        expect(one?.segments).toEqual(other?.segments);
        for (const [row, lengthM] of (one?.ellipsoid ?? []).entries())
          closeTo(other?.ellipsoid[row], lengthM, 1e-6);
      }),
      { numRuns: 50 },
    );
  });

  test('has as many traces as tolerances, and the drawn one', () => {
    const shore = [equatorSegment('a', 'sandy', [0, 1])];
    const measured = measureCoast({
      segments: shore,
      zones: [],
      tolerancesM: [5, 25],
      unionArea: noUnion,
    });
    expect([...measured.generalised.keys()]).toEqual([5, 25]);
    expect(traceOf(measured, 0)).toBe(measured.drawn);
    expect(traceOf(measured, 25)).toBe(measured.generalised.get(25));
    expect(() => traceOf(measured, 10)).toThrow('not measured at 10 m');
  });

  test('is audited about its own segments only', () => {
    const shore = [equatorSegment('a', 'sandy', [0, 1])];
    const measured = measureCoast({
      segments: shore,
      zones: [],
      tolerancesM: [],
      unionArea: noUnion,
    });
    expect(() =>
      auditMeasured(measured, { segments: [], rule: PLAIN_RULE, realm: 'mainland' }),
    ).toThrow('measured 1 segments, asked about 0');
  });

  test('asks for merged ground only where zones overlap', () => {
    const shore = [equatorSegment('a', 'sandy', [0, 1])];
    const measure = (second: Zone, unionArea: () => { ellipsoid: number; sphere: number }) =>
      measureCoast({
        segments: shore,
        zones: [boxZone('a', [0, 0, 1, 1]), second],
        tolerancesM: [],
        unionArea,
      });
    expect(measure(boxZone('b', [1, 0, 2, 1]), noUnion).areas).toHaveLength(2);
    expect(measure(boxZone('b', [0.5, 0, 2, 1]), anyUnion).areaTogether).toEqual({
      ellipsoid: 1,
      sphere: 1,
    });
  });

  test('of no coast and no zones has no length and no area', () => {
    const measured = measureCoast({
      segments: [],
      zones: [],
      tolerancesM: [5],
      unionArea: noUnion,
    });
    expect(measured.drawn.whole.segments).toEqual([]);
    expect(measured.areaTogether).toBeUndefined();
  });
});

describe('measuring in steps', () => {
  const shore = [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', 'muddy', [1, 2])];
  const coast = {
    segments: shore,
    zones: [boxZone('z', [-1, -1, 0.5, 1])],
    tolerancesM: [5, 10],
    unionArea: noUnion,
  };

  test('says how far it is, ever further, from 0 to 1', () => {
    const shares = [...measuringCoast(coast)];
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    for (const share of shares) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  test('ends with the same measured coast as all at once', () => {
    const { drawn } = finish(measuringCoast(coast));
    expect(drawn.pieces).toEqual(measureCoast(coast).drawn.pieces);
    closeTo(drawn.inZone[0]?.ellipsoid[0], 0.5 * EQUATOR_DEGREE.ellipsoid, 1e-6);
  });
});

test('a line generalised at several tolerances at once is each of them alone', () => {
  fc.assert(
    fc.property(
      fc.oneof(districtLine, starRing),
      fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 4 }),
      (line, tolerances) => {
        expect(generaliseAt(line, tolerances)).toEqual(
          tolerances.map((tolerance) => generalise(line, tolerance)),
        );
      },
    ),
  );
});
