import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCoordinate } from '../../../src/domain/coordinates/parse-coordinate.ts';
import { closeTo } from '../../close-to.ts';
import { ZONE } from '../../plan-frame.ts';

/** Texts that planners typed and pasted, with the answer that each should get: see `expected`. */
const ROWS = readFileSync(new URL('../../fixtures/search-strings.tsv', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([name = '']) => /^B(69|70|71|72)$/.test(name));

/** `35.95 N 120.2 E` of a row. */
function placeIn(expected: string): readonly [number, number] | undefined {
  const [, north, east] = /([\d.]+) N,? ([\d.]+) E/.exec(expected) ?? [];
  return north === undefined || east === undefined ? undefined : [Number(east), Number(north)];
}

describe('what planners typed and pasted', () => {
  test('there are rows of every kind', () => {
    expect(ROWS).toHaveLength(20);
    expect(new Set(ROWS.map(([name]) => name)).size).toBe(4);
  });

  test.each(ROWS)('%s %s: %s', (_, text = '', expected = '') => {
    const read = parseCoordinate(text, ZONE);
    if (read?.kind === 'fault') {
      expect(expected).toContain('unclear');
      expect(read.fault).toBe('unclear');
      return;
    }
    if (expected === 'EPSG:4528') {
      expect(read).toMatchObject({ kind: 'metres', plane: { system: 'EPSG:4528' } });
      return;
    }
    expect(read?.kind).toBe('degrees');
    if (read?.kind !== 'degrees') return;
    const place = placeIn(expected);
    // The rows give six decimals at most.
    closeTo(read.position[0], place?.[0] ?? Number.NaN, 5e-7);
    closeTo(read.position[1], place?.[1] ?? Number.NaN, 5e-7);
  });
});
