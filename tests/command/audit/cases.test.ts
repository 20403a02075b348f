import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { validateCommand } from '../../../src/command/validate/validate-command.ts';
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
