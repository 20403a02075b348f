import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MeasuredCoast, measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import type { CoastlineSegment } from '../../../src/domain/coastline.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import type { ArealGeometry } from '../../../src/domain/geometry.ts';
import { coastInside as coastInsideSites } from '../../../src/domain/scenarios/coast-inside-sites.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { districtBox, districtLine, starRing } from '../arbitraries.ts';
import {
  boxRing,
  boxZone,
  EQUATOR_DEGREE,
  equatorSegment,
  polygon,
  segment,
  zone,
} from '../build.ts';

/** What double precision leaves of lengths up to 1e5 m. */
const ROUNDING = 1e-6;

function measure(segments: readonly CoastlineSegment[], zones: readonly Zone[]): MeasuredCoast {
  return measureCoast({ segments, zones, tolerancesM: [], unionArea });
}

function boundary(site: ArealGeometry): PreparedPolygon {
  return new PreparedPolygon(site, 'site');
}

/** The coast inside one site. */
function coastInside(measured: MeasuredCoast, site: ArealGeometry, toleranceM = 0) {
  return coastInsideSites(measured, [boundary(site)], { toleranceM });
}

function box(west: number, east: number): ArealGeometry {
  return polygon(boxRing([west, -0.1, east, 0.1]));
}

/** Rock from 0° to 1°, a quay from 1° to 2°, along the equator; zones west of 0.8° and from there to 1.6°. */
const COAST = measure(
  [equatorSegment('rock', 'bedrock', [0, 1]), equatorSegment('quay', 'artificial', [1, 2])],
  [boxZone('west', [-1, -1, 0.8, 1]), boxZone('east', [0.8, -1, 1.6, 1])],
);

const OVERLAPPING = [boundary(box(0.2, 0.5)), boundary(box(0.4, 0.6))];

describe('the coast inside a site', () => {
  test('is told by segment and zone: 0.7° to 1.7° is a tenth and two of rock, six of quay in a zone, one in none', () => {
    const rows = coastInside(COAST, box(0.7, 1.7));
    expect(rows.map(({ segment: number, zones }) => [number, zones])).toEqual([
      [0, [0]],
      [0, [1]],
      [1, [1]],
      [1, []],
    ]);
    for (const [row, degrees] of [0.1, 0.2, 0.6, 0.1].entries()) {
      closeTo(rows[row]?.lengthM.ellipsoid, degrees * EQUATOR_DEGREE.ellipsoid, ROUNDING);
      closeTo(rows[row]?.lengthM.sphere, degrees * EQUATOR_DEGREE.sphere, ROUNDING);
    }
  });

  test('is shown where it lies', () => {
    const [first] = coastInside(COAST, box(0.2, 0.4));
    expect(first?.lines).toHaveLength(1);
    const [[from, to] = []] = first?.lines ?? [];
    for (const [position, longitude] of [
      [from, 0.2],
      [to, 0.4],
    ] as const) {
      closeTo(position?.[0], longitude, 1e-12);
      expect(position?.[1]).toBe(0);
    }
  });

  test('is none of a site inland or at sea', () => {
    expect(coastInside(COAST, polygon(boxRing([0.2, 0.1, 0.4, 0.2])))).toEqual([]);
  });

  test('leaves out what runs through a hole of the site', () => {
    const rows = coastInside(
      COAST,
      polygon(boxRing([0.1, -0.1, 0.7, 0.1]), boxRing([0.3, -0.05, 0.4, 0.05]).toReversed()),
    );
    closeTo(rows[0]?.lengthM.ellipsoid, 0.5 * EQUATOR_DEGREE.ellipsoid, ROUNDING);
    expect(rows[0]?.lines).toHaveLength(2);
  });

  test('adds up the parts of a site of several polygons', () => {
    const rows = coastInside(COAST, {
      type: 'MultiPolygon',
      coordinates: [
        polygon(boxRing([0.1, -0.1, 0.2, 0.1])).coordinates,
        polygon(boxRing([0.4, -0.1, 0.6, 0.1])).coordinates,
      ],
    });
    closeTo(rows[0]?.lengthM.ellipsoid, 0.3 * EQUATOR_DEGREE.ellipsoid, ROUNDING);
  });

  test('is there when it runs along the site’s boundary', () => {
    const [row] = coastInside(COAST, polygon(boxRing([0.1, 0, 0.3, 0.2])));
    closeTo(row?.lengthM.ellipsoid, 0.2 * EQUATOR_DEGREE.ellipsoid, ROUNDING);
  });

  test('stands in one row where two zones hold it, which names both', () => {
    const shared = measure(
      [equatorSegment('rock', 'bedrock', [0, 1])],
      [boxZone('a', [-1, -1, 2, 1]), boxZone('b', [-1, -1, 0.5, 1])],
    );
    expect(coastInside(shared, box(0.1, 0.2)).map(({ zones }) => zones)).toEqual([[0, 1]]);
  });

  test('is the first one’s where sites overlap: 0.2° to 0.5° and 0.4° to 0.6° hold 0.3° and 0.1°', () => {
    const rows = coastInsideSites(COAST, OVERLAPPING);
    expect(rows.map(({ site }) => site)).toEqual([0, 1]);
    closeTo(rows[0]?.lengthM.ellipsoid, 0.3 * EQUATOR_DEGREE.ellipsoid, ROUNDING);
    closeTo(rows[1]?.lengthM.ellipsoid, 0.1 * EQUATOR_DEGREE.ellipsoid, ROUNDING);
  });

  test('is the next one’s where the first does not take it', () => {
    const rows = coastInsideSites(COAST, OVERLAPPING, { takes: (site) => site === 1 });
    expect(rows.map(({ site }) => site)).toEqual([1]);
    closeTo(rows[0]?.lengthM.ellipsoid, 0.2 * EQUATOR_DEGREE.ellipsoid, ROUNDING);
  });

  test('is told by the parts of edges too: of the quay from 1° to 2°, 0.3 to 0.6 and 0.6 to 0.7', () => {
    const rows = coastInside(COAST, box(1.3, 1.7));
    const parts = rows.flatMap((row) => row.parts);
    expect(parts.map(({ edge }) => edge)).toEqual([1, 1]);
    for (const [number, [from, to]] of [
      [0.3, 0.6],
      [0.6, 0.7],
    ].entries()) {
      closeTo(parts[number]?.from, from ?? Number.NaN, 1e-12);
      closeTo(parts[number]?.to, to ?? Number.NaN, 1e-12);
    }
  });

  test('is none without sites', () => {
    expect(coastInsideSites(COAST, [])).toEqual([]);
  });

  test('is that of the generalised coast where that is asked for', () => {
    // A spur of 20 m to the north and back: at 25 m the coast runs straight on.
    const spur = segment('spur', 'sandy', [
      [0, 0],
      [0.0005, 0.00018],
      [0.001, 0],
    ]);
    const coast = measureCoast({ segments: [spur], zones: [], tolerancesM: [25], unionArea });
    const [[drawn], [coarse]] = [
      coastInside(coast, box(-1, 1)),
      coastInside(coast, box(-1, 1), 25),
    ];
    closeTo(coarse?.lengthM.ellipsoid, 0.001 * EQUATOR_DEGREE.ellipsoid, ROUNDING);
    expect(drawn?.lengthM.ellipsoid).toBeGreaterThan(0.001 * EQUATOR_DEGREE.ellipsoid + 1);
    expect(() => coastInside(coast, box(-1, 1), 7)).toThrow('not measured at 7 m');
  });

  test('refuses a site without an exterior ring', () => {
    expect(() => coastInside(COAST, { type: 'Polygon', coordinates: [] })).toThrow(
      'no exterior ring',
    );
  });
});

const coast = fc
  .array(districtLine, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map((line, number) => segment(`s${number}`, 'sandy', line)));
const boxes = fc.array(districtBox, { maxLength: 3 });
const site = fc.oneof(
  districtBox.map((corners) => polygon(boxRing(corners))),
  starRing.map((ring) => polygon(ring)),
);

test('a site measures what a zone of its shape would, whatever other zones there are', () => {
  fc.assert(
    fc.property(coast, boxes, site, (segments, others, shape) => {
      const zones = others.map((corners, number) => boxZone(`z${number}`, corners));
      const rows = coastInside(measure(segments, zones), shape);
      const asZone = measure(segments, [...zones, zone('site', shape)]).drawn.inZone[zones.length];
      const total = rows.reduce((sum, { lengthM }) => sum + lengthM.ellipsoid, 0);
      const expected = asZone?.ellipsoid.reduce((sum, length) => sum + length, 0) ?? Number.NaN;
      // A site's parts are as long together as the piece that zones leave of an edge; a zone's are as
      // long as the edge. On edges of up to 1.1° of 36° N a piece by itself is up to 1e-5 longer.
      closeTo(total, expected, others.length === 0 ? 1e-9 * expected + 1e-9 : 1e-5 * expected);
    }),
  );
});
