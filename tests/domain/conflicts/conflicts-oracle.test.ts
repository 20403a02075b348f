import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CoastlineSegment } from '../../../src/domain/coastline.ts';
import type {
  Conflict,
  ConflictSite,
  SiteFindings,
} from '../../../src/domain/conflicts/conflict.ts';
import { findingConflicts } from '../../../src/domain/conflicts/find-conflicts.ts';
import { finish } from '../../../src/domain/steps.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { PLAIN_RULE } from '../build.ts';

/** Made by `python3 tests/domain/conflicts/conflicts-oracle.py` with GEOS and PROJ; that file says how. */
const FOLDER = new URL('fixtures/conflicts/', import.meta.url);

/** Both tools solve geodesics to nanometres; where they cut may differ by 1e-9 degrees, 0.1 mm. */
const LENGTH_M = 1e-4;
/** The same along borders of some tens of kilometres. */
const AREA_M2 = 1;
/** The domain promises 1 m up to 10 km; the oracle's plane is within 1e-4 of the geodesic. */
const DISTANCE_M = 1;

type Told = {
  readonly kind: string;
  /** Absent for the coast, which is one thing. */
  readonly otherId?: string;
  readonly certainty: string;
  readonly distanceM: number;
  readonly areaM2?: number;
  readonly lengthM?: number;
  readonly lengthByClass?: Readonly<Record<string, number>>;
};
type Row = {
  readonly conflicts: readonly Told[];
  readonly shore?: { readonly distanceM: number; readonly farthestM?: number | 'either' };
};

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}
function records<T>(name: string): readonly T[] {
  return read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const EXPECTED: Readonly<Record<string, Row>> = JSON.parse(read('expected.json'));
const FOUND = finish(
  findingConflicts({
    projects: records<ConflictSite>('projects.jsonl'),
    segments: records<CoastlineSegment>('segments.jsonl'),
    zones: records<Zone>('zones.jsonl'),
    rule: { ...PLAIN_RULE, targetArticles: [46] },
  }),
);

function sizeCloseTo(found: number | undefined, expected: number | undefined, off: number): void {
  if (expected === undefined) expect(found).toBeUndefined();
  else closeTo(found, expected, off);
}

function agrees(found: Conflict | undefined, expected: Told): void {
  if (expected.certainty !== 'either') expect(found?.certainty).toBe(expected.certainty);
  closeTo(found?.distanceM, expected.distanceM, expected.distanceM === 0 ? 0 : DISTANCE_M);
  sizeCloseTo(found?.areaM2, expected.areaM2, AREA_M2);
  sizeCloseTo(found?.lengthM, expected.lengthM, LENGTH_M);
  const byClass = new Map(Object.entries(found?.lengthByClass ?? {}));
  expect([...byClass.keys()].sort()).toEqual(Object.keys(expected.lengthByClass ?? {}).sort());
  for (const [name, metres] of Object.entries(expected.lengthByClass ?? {}))
    closeTo(byClass.get(name), metres, LENGTH_M);
}

/** What tells one conflict from another: the coast is one thing, whichever stretch stands for it. */
function keyOf({ kind, otherId }: Told): string {
  return kind === 'natural-coast' ? kind : `${kind} ${otherId}`;
}

function reachAgrees(found: SiteFindings['shore'], expected: Row['shore']): void {
  expect(found === undefined).toBe(expected === undefined);
  if (expected === undefined) return;
  closeTo(found?.distanceM, expected.distanceM, expected.distanceM === 0 ? 0 : DISTANCE_M);
  if (expected.farthestM === 'either') return;
  sizeCloseTo(found?.farthestM, expected.farthestM, expected.farthestM === 0 ? 0 : DISTANCE_M);
}

test('the sample holds conflicts of every kind, certain and possible', () => {
  const rows = Object.values(EXPECTED).flatMap(({ conflicts }) => conflicts);
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ certainty }) => certainty === 'either').length).toBeLessThan(5);
});

describe('the matrix agrees with GEOS and PROJ', () => {
  test('on which sites it is about', () => {
    expect([...FOUND.keys()].sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  test.each(Object.entries(EXPECTED))('on %s', (id, { conflicts, shore }) => {
    const found = new Map(FOUND.get(id)?.conflicts.map((one) => [keyOf(one), one]));
    expect([...found.keys()].sort()).toEqual(conflicts.map(keyOf).sort());
    for (const one of conflicts) agrees(found.get(keyOf(one)), one);
    reachAgrees(FOUND.get(id)?.shore, shore);
  });
});
