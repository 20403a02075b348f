import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('../../src/ui/texts/', import.meta.url);
/** Levels of administration: what a plan covers is said by its catalogue, and may be a county, a city or a bay. */
const UNITS =
  /全区|本区(?!段)|新区|市区|全市|本市|全县|本县|县|街道|\b(?:district|county|township|province)s?\b/i;

test('a text of the page names no level of administration: any plan uses it', () => {
  const lines = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((file) =>
      readFileSync(new URL(file, FOLDER), 'utf8')
        .split('\n')
        .filter((line) => /['"`]/.test(line) && UNITS.test(line.slice(line.indexOf(':'))))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(lines).toEqual([]);
  expect(UNITS.test('查看全区')).toBe(true);
});
