import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { accuracyCommand } from '../../scripts/geodata/accuracy/accuracy-command.ts';
import { compareCoast } from '../../scripts/geodata/accuracy/compare.ts';
import { quantile } from '../../scripts/geodata/accuracy/measure.ts';
import { readLines } from '../../scripts/geodata/accuracy/read-lines.ts';
import { joinLines } from '../../scripts/geodata/accuracy/reference.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { closeTo } from '../close-to.ts';
import { directoryWith, runCommand } from '../command/run-command.ts';

/** A degree of latitude here, 36° N: 110 963 m (WGS 84 meridian arc). */
const DEGREE = 110_963;
/** The comparison coast of 2026, where it is at hand beside the project; it is not part of it. */
const COMPARISON = fileURLToPath(
  new URL('../../../shared/reference/coastline_composite.geojson', import.meta.url),
);

/** A line along a parallel, a kilometre or so a step. */
function parallel(latitude: number, west: number, east: number): readonly Position[] {
  const steps = Math.round((east - west) / 0.01);
  return Array.from({ length: steps + 1 }, (_, step): Position => [west + step * 0.01, latitude]);
}

function lineFeature(positions: readonly Position[], properties: object): object {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: positions } };
}

function collection(...features: readonly object[]): object {
  return { type: 'FeatureCollection', features };
}

describe('comparing a coast with a reference', () => {
  it('finds the distance between two parallels, both ways', () => {
    const reference = [{ positions: parallel(36.001, 120, 120.2), counts: true }];
    const { referenceToCoast, coastToReference } = compareCoast(
      parallel(36, 120, 120.2),
      reference,
    );
    // 0.001° of latitude; the plane's metre is 0.15 % long.
    for (const direction of [referenceToCoast, coastToReference]) {
      closeTo(direction.median, 0.001 * DEGREE, 0.5);
      closeTo(direction.max, 0.001 * DEGREE, 0.5);
      // 0.2° of longitude at 36° N is 18.03 km: a sample every 50 m.
      closeTo(direction.samples, 18_030 / 50, 3);
    }
  });

  it('leaves out what the reference has beyond the ends of the coast', () => {
    const reference = [{ positions: parallel(36.001, 119, 121), counts: true }];
    const { referenceToCoast, isLimited } = compareCoast(parallel(36, 120, 120.2), reference);
    expect(isLimited).toBe(true);
    closeTo(referenceToCoast.max, 0.001 * DEGREE, 1);
  });

  it('sets coast aside whose counterpart was not asked for, and says how much', () => {
    const reference = [
      { positions: parallel(36.001, 120, 120.1), counts: true },
      { positions: parallel(36.001, 120.1, 120.2), counts: false },
    ];
    const { coastToReference, coastToReferenceAll, unmatchedM } = compareCoast(
      parallel(36, 120, 120.2),
      reference,
    );
    closeTo(coastToReference.max, 0.001 * DEGREE, 0.5);
    closeTo(unmatchedM, 9015, 100);
    closeTo(coastToReferenceAll.max, 9015, 100);
  });

  it('names the place that lies farthest off', () => {
    const bulge: readonly Position[] = [
      ...parallel(36, 120, 120.09),
      [120.1, 36.02],
      ...parallel(36, 120.11, 120.2),
    ];
    const { referenceToCoast } = compareCoast(parallel(36, 120, 120.2), [
      { positions: bulge, counts: true },
    ]);
    const [worst] = referenceToCoast.worst;
    closeTo(worst?.at[0], 120.1, 0.001);
    closeTo(worst?.at[1], 36.02, 0.001);
    closeTo(worst?.maxM, 0.02 * DEGREE, 40);
  });

  it('joins lines end to end however they were drawn', () => {
    const [first, second] = [parallel(36, 120, 120.1), parallel(36, 120.1, 120.2)];
    const chains = joinLines([
      { positions: second.toReversed(), counts: true },
      { positions: first, counts: false },
    ]);
    expect(chains).toHaveLength(1);
    expect(chains[0]?.positions).toHaveLength(21);
    expect(chains[0]?.counts.filter((counts) => counts)).toHaveLength(10);
  });

  it('takes quantiles between neighbours', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('npm run geodata:accuracy', () => {
  const coast = collection(lineFeature(parallel(36, 120, 120.2), { realm: 'mainland' }));

  it('prints a table, or one JSON object', async () => {
    const directory = directoryWith({
      'coast.geojson': coast,
      'reference.geojson': collection(lineFeature(parallel(36.001, 120, 120.2), { year: 2026 })),
    });
    const args = ['--coastline', 'coast.geojson', '--reference', 'reference.geojson'];
    const table = await runCommand(accuracyCommand, args, { directory });
    expect(table).toMatchObject({ code: 0, err: '' });
    expect(table.out).toMatch(/reference to coast +36\d +111 +111 +111 +111/);
    const json = await runCommand(
      accuracyCommand,
      [...args, '--format', 'json', '--where', 'year=2026'],
      { directory },
    );
    const report: unknown = JSON.parse(json.out);
    expect(report).toMatchObject({
      isLimited: true,
      unmatchedM: 0,
      coastToReference: { median: expect.closeTo(111, 0) },
    });
  });

  it.each([
    [[], '--reference is missing'],
    [['--reference', 'absent.geojson'], 'absent.geojson: cannot be read'],
    [['--reference', 'broken.geojson'], 'broken.geojson: not JSON'],
    [['--reference', 'other.geojson'], 'other.geojson: not a GeoJSON FeatureCollection'],
    [['--reference', 'empty.geojson'], 'empty.geojson: no line in it'],
    [['--reference', 'words.geojson'], 'words.geojson: feature 0: coordinates are not numbers'],
    [['--reference', 'coast.geojson', '--where', 'year=1'], 'no line with year=1'],
    [['--reference', 'coast.geojson', '--where', 'year'], '--where wants name=value'],
    [['--reference', 'coast.geojson', '--format', 'csv'], '--format is text or json'],
    [['--length'], "Unknown option '--length'"],
  ])('ends with 2 and a sentence on %j', async (args, sentence) => {
    const directory = directoryWith({
      'coast.geojson': coast,
      'broken.geojson': '{',
      'other.geojson': { type: 'Feature' },
      'empty.geojson': collection(),
      'words.geojson': collection({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: [['a', 'b']] },
      }),
    });
    const { code, out, err } = await runCommand(
      accuracyCommand,
      ['--coastline', 'coast.geojson', ...args],
      { directory },
    );
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
  });
});

describe('the accuracy of the shipped coast', () => {
  it('keeps half of the registry nodes within 50 m, whatever was built since 2017', async () => {
    const raw = new URL('../../geodata/raw/coast/coastline-registry.geojson', import.meta.url);
    const nodes = { name: 'method', value: 'osm2017 nodes, straight' };
    const [coast] = joinLines(
      (
        await readLines(
          fileURLToPath(new URL('../../geodata/coast/coastline.geojson', import.meta.url)),
          { name: 'realm', value: 'mainland' },
        )
      ).filter(({ counts }) => counts),
    );
    expect((await readFile(raw, 'utf8')).includes(nodes.value)).toBe(true);
    const { referenceToCoast } = compareCoast(
      coast?.positions ?? [],
      await readLines(fileURLToPath(raw), nodes),
    );
    expect(referenceToCoast.samples).toBeGreaterThan(1000);
    // Chords of up to 1.5 km between exact nodes: the chords' error, not the coast's, sets the tail.
    expect(referenceToCoast.median).toBeLessThan(50);
  });

  it.skipIf(!existsSync(COMPARISON))(
    'is within 50 m of the 2026 coast for half of it, 110 m for three quarters, 250 m for nine tenths',
    async () => {
      const { out } = await runCommand(accuracyCommand, [
        ...['--reference', COMPARISON, '--where', 'source=osm2026', '--format', 'json'],
      ]);
      const report: unknown = JSON.parse(out);
      const within = { median: below(50), p75: below(110), p90: below(250) };
      expect(report).toMatchObject({
        isLimited: true,
        referenceToCoast: within,
        coastToReference: within,
      });
    },
  );

  it.skipIf(!existsSync(COMPARISON))('is what the README of the data prints', async () => {
    const readme = await readFile(new URL('../../geodata/README.md', import.meta.url), 'utf8');
    const { out } = await runCommand(accuracyCommand, [
      ...['--reference', COMPARISON, '--where', 'source=osm2026', '--format', 'json'],
    ]);
    const report: unknown = JSON.parse(out);
    const printed = (row: string): unknown => {
      const [median, p75, p90, max] = (readme.split(`| ${row} |`)[1] ?? '').split('|').map(Number);
      const near = (metres: number | undefined): unknown =>
        expect.closeTo(metres ?? Number.NaN, -0.5);
      return { median: near(median), p75: near(p75), p90: near(p90), max: near(max) };
    };
    expect(report).toMatchObject({
      referenceToCoast: printed('that shore to this coast'),
      coastToReference: printed('this coast to that shore'),
    });
  });
});

/** Matches a number up to a limit. */
function below(limit: number): unknown {
  return expect.toSatisfy((value) => typeof value === 'number' && value <= limit);
}
