import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditMeasured } from '../../../src/domain/audit/audit-measured.ts';
import { type MeasuredCoast, measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { withZone } from '../../../src/domain/coast/move-zone.ts';
import { COASTLINE_CLASSES, type CoastlineSegment } from '../../../src/domain/coastline.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { BoundingBox } from '../../../src/domain/geometry.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { districtBox, districtLine, starRing } from '../arbitraries.ts';
import {
  boxRing,
  boxZone,
  EQUATOR_DEGREE,
  equatorSegment,
  PLAIN_RULE,
  polygon,
  segment,
  zone,
} from '../build.ts';

const TOLERANCES = [25, 500];

function measure(segments: readonly CoastlineSegment[], zones: readonly Zone[]): MeasuredCoast {
  return measureCoast({ segments, zones, tolerancesM: TOLERANCES, unionArea });
}

/** What an audit reads of a measured coast, down to every piece. */
function figures({ areas, areaTogether, zones, drawn, generalised }: MeasuredCoast) {
  return {
    areas,
    areaTogether,
    zones,
    traces: [drawn, ...generalised.values()].map(({ clipped, pieces, whole, inZone }) => ({
      firstPiece: clipped.firstPiece,
      edgeOf: clipped.edgeOf,
      piecesIn: clipped.piecesIn,
      ends: [...clipped.edgeOf.keys()].map(clipped.ends),
      pieces,
      whole,
      inZone,
    })),
  };
}

/** Coasts of several lines in all classes; most begin where the last one ended. */
const coast: fc.Arbitrary<readonly CoastlineSegment[]> = fc
  .array(fc.tuple(districtLine, fc.boolean()), { minLength: 1, maxLength: 5 })
  .map((parts) => {
    const lines = parts.map(([line]) => line);
    return parts.map(([line, goesOn], number) => {
      const start = goesOn ? (lines[number - 1]?.slice(-1) ?? []) : [];
      const shoreClass = COASTLINE_CLASSES[number % COASTLINE_CLASSES.length];
      return segment(`s${number}`, shoreClass, [...start, ...line]);
    });
  });

const zones: fc.Arbitrary<readonly Zone[]> = fc
  .array(
    fc.oneof(
      districtBox.map((box) => boxRing(box)),
      starRing,
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((rings) => rings.map((ring, number) => zone(`z${number}`, polygon(ring))));

describe('moving a zone', () => {
  test('equals measuring everything from scratch, to the last bit', () => {
    fc.assert(
      fc.property(
        coast,
        zones,
        fc.nat(),
        fc.oneof(
          districtBox.map((box) => boxRing(box)),
          starRing,
        ),
        (segments, before, which, ring) => {
          const moved = which % before.length;
          const there = zone(`z${moved}`, polygon(ring));
          const after = withZone(measure(segments, before), there, unionArea);
          expect(figures(after)).toEqual(figures(measure(segments, before.with(moved, there))));
        },
      ),
    );
  });

  test('there and back again is as if it had never moved', () => {
    fc.assert(
      fc.property(coast, zones, districtBox, (segments, before, box) => {
        const [home] = before;
        if (home === undefined) return;
        const measured = measure(segments, before);
        const away = withZone(measured, boxZone(home.id, box), unionArea);
        expect(figures(withZone(away, home, unionArea))).toEqual(figures(measured));
      }),
      { numRuns: 50 },
    );
  });

  const segments = [
    equatorSegment('rock', 'bedrock', [0, 1]),
    equatorSegment('quay', 'artificial', [1, 2]),
  ];
  const [west, east]: readonly [BoundingBox, BoundingBox] = [
    [-1, -1, 0.5, 1],
    [0.5, -1, 3, 1],
  ];
  const measured = measure(segments, [boxZone('west', west), boxZone('east', east)]);

  test('that shares its boundary moves the coast between them: half a degree of rock', () => {
    const wider = withZone(measured, boxZone('west', [-1, -1, 1, 1]), unionArea);
    const { zones: summaries } = auditMeasured(wider, {
      segments,
      rule: PLAIN_RULE,
      realm: 'mainland',
    });
    // Lengths along the equator are products; what double precision leaves of 1e5 m.
    closeTo(summaries[0]?.totalM, EQUATOR_DEGREE.ellipsoid, 1e-6);
    closeTo(summaries[1]?.totalM, 1.5 * EQUATOR_DEGREE.ellipsoid, 1e-6);
  });

  test('leaves the lengths of zones that hold none of the edges it cuts as they are, the very same objects', () => {
    const parts = [equatorSegment('a', 'sandy', [0, 0.4]), equatorSegment('b', 'sandy', [0.4, 1])];
    const before = measure(parts, [boxZone('west', [-1, -1, 0.2, 1]), boxZone('east', east)]);
    const after = withZone(before, boxZone('west', [-1, -1, 0.3, 1]), unionArea);
    expect(after.drawn.inZone[1]).toBe(before.drawn.inZone[1]);
    expect(after.drawn.inZone[0]).not.toBe(before.drawn.inZone[0]);
  });

  test('measures nothing where only its name or target changes', () => {
    const [home] = measured.zones;
    if (home === undefined) throw new Error('there is a zone');
    const renamed = withZone(measured, { ...home, target: 0.5 }, unionArea);
    expect(renamed.drawn).toBe(measured.drawn);
    expect(renamed.zones[0]?.target).toBe(0.5);
  });

  test('counts the ground that it comes to share once', () => {
    const over = withZone(measured, boxZone('west', [-1, -1, 1.5, 1]), unionArea);
    const whole = measure(segments, [boxZone('all', [-1, -1, 3, 1])]);
    const expected = whole.areaTogether?.ellipsoid ?? Number.NaN;
    // Long edges of one box and of the merged one are other geodesics: 1e-6 of the area.
    closeTo(over.areaTogether?.ellipsoid, expected, expected * 1e-6);
  });

  test('refuses a zone that is not there', () => {
    expect(() => withZone(measured, boxZone('north', west), unionArea)).toThrow(
      'there is no zone "north"',
    );
  });
});
