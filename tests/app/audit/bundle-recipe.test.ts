import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closeTo } from '../../close-to.ts';
import { auditedPlan, bundleOf, embeddedFiles } from './plan-bundle.ts';

/**
 * What GEOS and PROJ gave when the README of each bundle was followed to the letter; `readme-oracle.py` says
 * how and makes them again. Total, natural and restored metres.
 */
const EXPECTED: Readonly<
  Record<
    string,
    {
      readonly zones: Readonly<Record<string, readonly number[]>>;
      readonly whole: readonly number[];
    }
  >
> = JSON.parse(readFileSync(new URL('fixtures/bundle-recipe.json', import.meta.url), 'utf8'));

/** The README prints metres to three decimals. */
const PRINTED = 0.0005 + 1e-6;

const CHANGE = {
  segmentIds: ['qizi-bay-2', 'dongjiakou-1'],
  class: 'restored',
  reason: 'a change',
  date: '2026-02-03T04:05:06Z',
} as const;

const CASES = {
  'as-loaded': {},
  'all-coast': { choices: { realm: 'all' } },
  'islands-without-estuaries': { choices: { realm: 'island', estuary: 'excluded' } },
  'changed-and-generalised': { choices: { toleranceM: 25, estuary: 'natural' }, log: [CHANGE] },
} as const;

describe.each(Object.entries(CASES))('the README of a bundle, %s', (name, given) => {
  test('has for every zone what GEOS and PROJ come to by its own recipe', async () => {
    const bundle = await bundleOf(await auditedPlan(embeddedFiles(), given));
    write(name, bundle);
    const rows = [
      ...(bundle.get('README.md') ?? '').matchAll(
        /^\| .*? \| (?:`(.*?)`)? \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm,
      ),
    ].map(([, id = '', ...metres]) => [id, metres.map(Number)] as const);
    const { zones, whole } = EXPECTED[name] ?? { zones: {}, whole: [] };
    expect(rows.map(([id]) => id)).toEqual([...Object.keys(zones), '']);
    expect(Object.keys(zones)).toHaveLength(14);
    for (const [id, metres] of rows)
      for (const [index, expected] of (zones[id] ?? whole).entries())
        closeTo(metres[index], expected, PRINTED);
  });
});

/** Writes a bundle for the oracle, when it is asked for. */
function write(name: string, bundle: ReadonlyMap<string, string>): void {
  const root = process.env['WRITE_BUNDLES'];
  if (root === undefined) return;
  for (const [file, text] of bundle) {
    const path = `${root}/${name}/${file}`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
