import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { validateCommand } from '../../../src/command/validate/validate-command.ts';
import { collection, segment } from '../coast-files.ts';
import { directoryWith, runCommand } from '../run-command.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/import/${name}`, import.meta.url));

async function findings(args: readonly string[], directory = '/') {
  const { code, out } = await runCommand(validateCommand, [...args, '--format', 'json'], {
    directory,
  });
  return { code, issues: JSON.parse(out) };
}

describe('people’s own files', () => {
  test('a good one has no findings', async () => {
    expect(await findings([fixture('08-gbk-declared.zip')])).toEqual({ code: 0, issues: [] });
  });

  test('a row stands for a line', async () => {
    const { out } = await runCommand(validateCommand, ['01-plots-zone-40-gbk.txt'], {
      directory: fixture('.'),
    });
    // The first plot stands in line 13 of the file.
    expect(out).toMatch(/^01-plots-zone-40-gbk\.txt:13:1 {2}area-differs {2}/m);
  });

  test('an undeclared system is an error until it is named', async () => {
    const file = fixture('09-gbk-undeclared.zip');
    const open = await findings([file]);
    expect(open.code).toBe(1);
    const found = open.issues.find(({ code }: { code: string }) => code === 'crs-to-confirm');
    expect(found).toMatchObject({ severity: 'error', line: 1, column: 1 });
    expect(found.message).toContain('EPSG:4549');
    expect(found.cure).toContain('--crs EPSG:4549');
    const named = await findings([file, '--crs', 'EPSG:4549']);
    const codes = named.issues.map((each: { code: string }) => each.code);
    expect(codes).not.toContain('crs-to-confirm');
    // The stretch that is marked as deleted is missing between its neighbours.
    expect(codes).toEqual(expect.arrayContaining(['record-deleted', 'coast-gap']));
  });

  test('a file of no kind that is read is an error, and 2 where there is no other', async () => {
    const directory = directoryWith({
      'plan.dwg': 'AC1027 and more',
      'a.geojson': collection([
        segment('a', [
          [120, 35.5],
          [120, 35.6],
        ]),
      ]),
    });
    expect((await findings(['plan.dwg'], directory)).code).toBe(2);
    const both = await findings(['plan.dwg', 'a.geojson'], directory);
    expect(both.code).toBe(1);
    expect(both.issues).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'format-dwg', file: 'plan.dwg' })]),
    );
  });

  test('are checked for what the plan’s files are', async () => {
    const ring = [
      [120, 35.8],
      [120.1, 35.9],
      [120.1, 35.8],
      [120, 35.9],
      [120, 35.8],
    ];
    const directory = directoryWith({
      'zones.geojson': collection([
        {
          type: 'Feature',
          properties: { 保护等级: '严格保护', 名称: '甲' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
      ]),
    });
    const { code, issues } = await findings(['zones.geojson', '--as', 'zones'], directory);
    expect(code).toBe(1);
    expect(issues.map((found: { code: string }) => found.code)).toContain('ring-crosses-itself');
  });
});
