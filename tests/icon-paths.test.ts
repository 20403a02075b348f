import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roundedIcon } from '../scripts/icon-paths.ts';

const ICONS = new URL('../node_modules/@mapbox/maki/icons/', import.meta.url);

/** The numbers of a path; a sign or a second point begins a number. */
function numbersOf(svg: string): readonly number[] {
  const [, path = ''] = /\sd="([^"]+)"/.exec(svg) ?? [];
  return (path.match(/-?(?:\d*\.\d+|\d+)(?:e-?\d+)?/g) ?? []).map(Number);
}

test('rounded icons have the numbers of the originals, to half a thousandth of their grid', () => {
  const names = readdirSync(ICONS).filter((name) => name.endsWith('.svg'));
  expect(names.length).toBeGreaterThan(200);
  for (const name of names) {
    const svg = readFileSync(new URL(name, ICONS), 'utf8').replaceAll(/&#x[0-9A-F]+;/gi, ' ');
    const [before, after] = [numbersOf(svg), numbersOf(roundedIcon(svg))];
    expect(after, name).toHaveLength(before.length);
    for (const [index, number] of before.entries())
      expect(Math.abs((after[index] ?? Number.NaN) - number), name).toBeLessThanOrEqual(0.000501);
  }
});
