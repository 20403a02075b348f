import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { validateCommand } from '../../../src/command/validate/validate-command.ts';
import { checkGeometry } from '../../../src/data/geojson/check-geometry.ts';
import { RING_CHECKS } from '../../../src/data/geojson/ring-findings.ts';
import { measureArea } from '../../../src/domain/geodesy.ts';
import { closeTo } from '../../close-to.ts';
import { directoryWith, runCommand } from '../run-command.ts';

type LineFeature = {
  readonly geometry: { readonly coordinates: readonly (readonly number[])[] };
};

const CASES = new URL('../../fixtures/cases/', import.meta.url).pathname;

async function audit(coast: string, zones = 'ok-zones', more: readonly string[] = []) {
  const files = ['--coastline', `${CASES}${coast}.geojson`, '--zones', `${CASES}${zones}.geojson`];
  const args = [...files, '--realm', 'all', '--format', 'json', ...more];
  const { code, out, err } = await runCommand(auditCommand, args);
  return { code, err, report: out === '' ? undefined : JSON.parse(out) };
}

describe('an audit is provisional, and says why and where', () => {
  test.each([
    ['B10-class-twice-coast', 'B10-zones', { code: 'key-repeated', line: 11, column: 5 }],
    ['b10-features-twice-coast', 'ok-zones', { code: 'key-repeated', line: 1 }],
    ['B07-crs-xian80-coast', 'ok-zones', { code: 'crs-not-wgs84', line: 3, column: 9 }],
    ['ok-coast', 't-str-zones', { code: 'target-out-of-range', line: 12, column: 15 }],
  ])('%s with %s', async (coast, zones, reason) => {
    const { code, report, err } = await audit(coast, zones);
    expect(code).toBe(0);
    expect(report.provisional).toBe(true);
    expect(report.provisionalReasons).toContainEqual(expect.objectContaining(reason));
    expect(err).toContain(reason.code);
  });

  test('of stretches set aside, with their metres', async () => {
    const given = await audit('B12-geometry-collection-coast', 'ok-zones', ['--set-aside']);
    expect(given.report.provisionalReasons).toContainEqual(
      expect.objectContaining({
        code: 'features-set-aside',
        message: '1 stretch (1.81 km) could not be read and is not in the figures.',
      }),
    );
    expect((await audit('B12-geometry-collection-coast')).code).toBe(2);
  });
});

test('a rule that is none is refused, an unknown key of one is told', async () => {
  const none = await audit('ok-coast', 'ok-zones', ['--rule', `${CASES}r-geojson.json`]);
  expect([none.code, none.report]).toEqual([2, undefined]);
  expect(none.err).toContain('this is no counting rule');
  const slip = await audit('ok-coast', 'ok-zones', ['--rule', `${CASES}r-unknown-top.json`]);
  expect(slip.code).toBe(0);
  expect(slip.err).toContain('tarjet');
});

test('an empty class is an error to both commands', async () => {
  expect((await audit('w-class-empty-coast')).code).toBe(2);
  const file = `${CASES}w-class-empty-coast.geojson`;
  expect((await runCommand(validateCommand, [file])).code).toBe(1);
});

test('another spelling of CGCS2000 in degrees passes', async () => {
  const file = `${CASES}B06-crs-urn-with-version-coast.geojson`;
  expect((await runCommand(validateCommand, [file])).code).toBe(0);
});

test('a segment with a wrong geometry and a wrong class is told of both', async () => {
  const feature = {
    type: 'Feature',
    properties: { id: 'a', class: 'rock', realm: 'sea' },
    geometry: { type: 'LineString', coordinates: [] },
  };
  const directory = directoryWith({
    'coast.geojson': { type: 'FeatureCollection', features: [feature] },
  });
  const { out } = await runCommand(validateCommand, ['coast.geojson'], { directory });
  for (const code of ['coordinates-missing', 'class-unknown', 'realm-unknown'])
    expect(out).toContain(code);
});

describe('equality with the target', () => {
  const summaryOf = async (coast: string) => (await audit(coast, 'B22-B23-zones')).report.overall;

  test('keeps it, with a headroom of zero', async () => {
    const { ratio, verdict, headroomM } = await summaryOf('B22-exactly-35-percent-coast');
    expect(Math.abs(ratio - 0.35)).toBeLessThan(1e-12);
    expect([verdict, headroomM]).toEqual(['pass', 0]);
  });

  test('is decided by neither the order nor the direction of the stretches', async () => {
    const text = readFileSync(`${CASES}B22-exactly-35-percent-coast.geojson`, 'utf8');
    const coast = JSON.parse(text);
    const turned = coast.features.toReversed().map((feature: LineFeature) => ({
      ...feature,
      geometry: {
        ...feature.geometry,
        coordinates: feature.geometry.coordinates.toReversed(),
      },
    }));
    const directory = directoryWith({
      'coast.geojson': JSON.stringify({ ...coast, features: turned }),
    });
    const zones = `${CASES}B22-B23-zones.geojson`;
    const { out } = await runCommand(
      auditCommand,
      ['--coastline', 'coast.geojson', '--zones', zones, '--realm', 'all', '--format', 'json'],
      { directory },
    );
    const { verdict, headroomM } = JSON.parse(out).overall;
    expect([verdict, headroomM]).toEqual(['pass', 0]);
  });
});

test('a use beside natural coast is no use of artificial coast', async () => {
  const { overall } = (await audit('w-use-on-natural-coast')).report;
  expect(overall.byClass.artificial).toBeGreaterThan(0);
  const used = Object.values<number>(overall.byUse).reduce((sum, lengthM) => sum + lengthM, 0);
  expect(used).toBeLessThanOrEqual(overall.byClass.artificial + 1e-6);
});

test('a coast digitised twice 1 m apart is told as drawn twice, and provisional', async () => {
  const { report } = await audit('h-twice-1m-coast');
  expect(report.provisional).toBe(true);
  expect(report.provisionalReasons).toMatchObject([{ code: 'coverage-duplicate' }]);
  const { duplicateM, gapM, faults } = report.coverage;
  // Half of the coast, whose two drawings weave by some metres in 5.85 km; no gap at its ends.
  closeTo(duplicateM / report.overall.totalM, 0.5, 0.001);
  expect(gapM).toBe(0);
  expect(faults).toMatchObject([{ kind: 'duplicate', segments: ['new', 'old'] }]);
  expect(faults[0].from).toEqual([120.2, 35.95]);
  const files = ['h-twice-1m-coast', 'ok-zones'].map((name) => `${CASES}${name}.geojson`);
  const { code, out } = await runCommand(validateCommand, files);
  expect(code).toBe(1);
  expect(out).toContain('coast-drawn-twice');
});

describe('a coast as a line', () => {
  test.each([
    ['B20-chord-over-the-bay-coast', 'coast-edge-long', 'one straight edge of 8.8 km'],
    ['B21-points-out-of-order-coast', 'coast-out-of-order', 'crosses itself at 120.2'],
    ['h-twice-1m-coast', 'coast-crosses-coast', 'crosses "old" at 120.203000, 35.950875'],
  ])('%s is told by both commands: %s', async (coast, code, words) => {
    const file = `${CASES}${coast}.geojson`;
    const { out } = await runCommand(validateCommand, [file, '--format', 'json']);
    const issues: readonly { code: string; message: string }[] = JSON.parse(out);
    expect(issues.find((issue) => issue.code === code)?.message).toContain(words);
    // Positions out of order have no shape that could be compared with another datum.
    expect(out).not.toContain('bd09');
    const { err } = await audit(coast);
    expect(err).toContain(code);
    expect(err).not.toContain('bd09');
  });

  test('along which a border was drawn is told with its metres and both zones', async () => {
    const files = ['B17-weaving-coast', 'B17-weaving-zones'];
    const paths = files.map((name) => `${CASES}${name}.geojson`);
    const { code, out } = await runCommand(validateCommand, [...paths, '--format', 'json']);
    const issues: readonly { code: string; message: string }[] = JSON.parse(out);
    const told = issues.find((issue) => issue.code === 'coast-along-border');
    const metres = Number(told?.message.split(' ')[0]);
    const { err } = await audit('B17-weaving-coast', 'B17-weaving-zones');
    // By GEOS, the coast within 1 m of both borders on a plane, round ends included: 1053.5 of 3807 m.
    closeTo(metres, 1053.5, 4);
    expect(told?.message).toContain('"land" and "sea"');
    expect(err).toContain('coast-along-border');
    expect(code).toBe(0);
  });

  test('in order, of even corners, is told of nothing', async () => {
    for (const name of ['ok-coast', 'B22-exactly-35-percent-coast'])
      expect((await runCommand(validateCommand, [`${CASES}${name}.geojson`])).out).toBe('');
  });
});

test('ends less than a millimetre apart meet, so that nothing is provisional without a place', async () => {
  const { report } = await audit('m-tiny-gaps-coast');
  expect(report.provisional).toBe(false);
  expect(report.coverage).toMatchObject({ gapM: 0, isComplete: true, faults: [] });
});

describe('rings that run along themselves', () => {
  const box = (west: number, south: number, east: number, north: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  });
  const told = async (zones: string) => {
    const file = `${CASES}${zones}.geojson`;
    const { code, out } = await runCommand(validateCommand, [file, '--format', 'json']);
    const issues: readonly { code: string; message: string }[] = JSON.parse(out);
    return { code, issues };
  };

  test.each([
    ['h-two-squares-crosswise-zones', 'ring-crosses-itself', '120.220000, 35.910000'],
    ['g-180-zones', 'crosses-antimeridian', '179.5'],
  ])('%s is refused with its place by both commands', async (zones, reason, place) => {
    const { code, issues } = await told(zones);
    expect(code).toBe(1);
    expect(issues).toMatchObject([{ code: reason, message: expect.stringContaining(place) }]);
    const { code: audited, err } = await audit('ok-coast', zones);
    expect(audited).toBe(2);
    expect(err).toContain(reason);
  });

  test.each([
    // 0.1° of the parallel of 35.95° in the zone, none of the spike; the spike is 0.05° of it long.
    [
      'ok-coast',
      'g-spike-uneven-zones',
      'a spike of 4511.0 m',
      box(120.2, 35.9, 120.3, 36),
      9022.05,
    ],
    // 0.01° of the meridian in the square; the spike, which coast crosses at 120.22° E, holds none.
    [
      'B14-coast',
      'B14-spike-zones',
      '120.225000, 35.905000',
      box(120.2, 35.9, 120.21, 35.91),
      1109.57,
    ],
  ])(
    '%s with %s: ground and coast without the spike',
    async (coast, zones, place, area, metres) => {
      const { code, issues } = await told(zones);
      expect(code).toBe(0);
      expect(issues).toMatchObject([
        { code: 'ring-spike', message: expect.stringContaining(place) },
      ]);
      const { code: audited, err, report } = await audit(coast, zones);
      expect(audited).toBe(0);
      expect(err).toContain('ring-spike');
      // Corners in the east side of the square lie on a meridian, which is a geodesic: 1 mm² of rounding.
      closeTo(report.zones[0].areaM2, measureArea(area).ellipsoid, 0.001);
      closeTo(report.zones[0].totalM, metres, 0.01);
    },
  );

  test('holes on the rim and parted insides are told; along a rim there is no ground', async () => {
    const { issues } = await told('B15-hole-on-the-rim-zones');
    expect(issues.map(({ code }) => code)).toEqual(['hole-on-rim', 'inside-parted']);
    const [rim, parted] = issues;
    // 0.005° east and 0.005° north: 451.4 m and 554.8 m.
    expect(rim?.message).toContain('1006.2 m');
    // GEOS: "Interior is disconnected[120.22 35.905]".
    expect(parted?.message).toContain('120.220000, 35.905000');
    const { report } = await audit('B15-coast', 'B15-hole-on-the-rim-zones');
    const { coordinates } = box(120.2, 35.9, 120.205, 35.905);
    const corner = [...(coordinates[0] ?? []).slice(0, 3), [120.21, 35.905], [120.21, 35.91]];
    const ring = [...corner, [120.2, 35.91], [120.2, 35.9]];
    const { ellipsoid } = measureArea({ type: 'Polygon', coordinates: [ring] });
    closeTo(report.zones[0].areaM2, ellipsoid, 0.001);
    // Half of the southern side borders the hole; it is half of 0.01°, the southern side of the other.
    closeTo(report.zones[0].totalM, 451.387, 0.001);
    closeTo(report.zones[1].totalM, 902.774, 0.001);
  });

  test('a hole that is the exterior leaves no ground and is refused', async () => {
    const [ring = []] = box(120.2, 35.9, 120.21, 35.91).coordinates;
    const feature = {
      type: 'Feature',
      properties: { id: 'z', name_zh: '区', name_en: 'zone' },
      geometry: { type: 'Polygon', coordinates: [ring, ring.toReversed()] },
    };
    const directory = directoryWith({
      'zones.geojson': { type: 'FeatureCollection', features: [feature] },
    });
    const { code, out } = await runCommand(validateCommand, ['zones.geojson'], { directory });
    expect(code).toBe(1);
    expect(out).toContain('part-without-ground');
  });

  test.each([
    ['on a meridian', 120.2, 120.2, 120.2],
    ['aslant, but for the last decimal', 120.2, 120.233333, 120.266666],
  ])('a ring without area (%s) is refused', async (_, west, middle, east) => {
    const ring = [
      [west, 35.9],
      [middle, 35.933334],
      [east, 35.966667],
      [middle, 35.933333],
      [west, 35.9],
    ];
    const geometry = { type: 'Polygon', coordinates: [ring] };
    const { findings } = checkGeometry(geometry, RING_CHECKS);
    expect(findings).toMatchObject([{ code: 'ring-without-area', severity: 'error' }]);
  });
});
