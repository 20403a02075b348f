import { describe, expect, test } from 'vitest';
import type { AuditRule } from '../../../src/domain/audit/audit.ts';
import { type Reclassification, reclassified } from '../../../src/domain/audit/reclassification.ts';
import { waterfall } from '../../../src/domain/audit/waterfall.ts';
import { measureCoast, traceOf } from '../../../src/domain/coast/measured-coast.ts';
import type { CoastlineSegment, RealmChoice } from '../../../src/domain/coastline.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { closeTo } from '../../close-to.ts';
import { EQUATOR_DEGREE, equatorSegment, PLAIN_RULE } from '../build.ts';

const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;
/** A micrometre: what double precision leaves of such sums. */
const ROUNDING = 1e-6;

/** Ten tenths of a degree of mainland: 2 rock, 1 restored, 1 river mouth, 6 built; and 5 of an island's rock. */
const COAST = [
  equatorSegment('rock', 'bedrock', [0, 0.2]),
  equatorSegment('repaired', 'restored', [0.2, 0.3]),
  equatorSegment('mouth', 'estuary', [0.3, 0.4]),
  equatorSegment('quay', 'artificial', [0.4, 1]),
  equatorSegment('islet', 'bedrock', [3, 3.5], { realm: 'island' }),
];

function from(
  changes: readonly Partial<Reclassification>[],
  {
    rule = PLAIN_RULE,
    realm = 'mainland',
    before = COAST,
  }: {
    readonly rule?: AuditRule;
    readonly realm?: RealmChoice;
    readonly before?: readonly CoastlineSegment[];
  } = {},
) {
  const measured = measureCoast({ segments: before, zones: [], tolerancesM: [], unionArea });
  const log = changes.map((change) => ({
    segmentIds: [],
    reason: 'seen',
    date: '2025-05-01',
    ...change,
  }));
  return waterfall({
    trace: traceOf(measured, 0),
    before,
    after: reclassified(before, log),
    rule,
    realm,
  });
}

/** How far each bar goes, in tenths of a degree. */
function bars({ steps }: ReturnType<typeof waterfall>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    steps
      .filter(({ deltaM }) => deltaM !== 0)
      .map(({ reason, deltaM }) => [reason, Math.round((deltaM / along(0.1)) * 1e6) / 1e6]),
  );
}

describe('a waterfall', () => {
  test('of no change stays where it is', () => {
    const found = from([]);
    expect(bars(found)).toEqual({});
    expect(found.endM).toBe(found.startM);
    closeTo(found.startM, along(0.3), ROUNDING);
    closeTo(found.startRatio, 0.3, 1e-12);
  });

  test('has a bar up for coast that becomes natural and one down for coast that stops being so', () => {
    const found = from([
      { segmentIds: ['mouth'], class: 'sandy' },
      { segmentIds: ['rock'], class: 'artificial' },
    ]);
    expect(bars(found)).toEqual({ 'reclassified-in': 1, 'reclassified-out': -2 });
    closeTo(found.endM, along(0.2), ROUNDING);
    closeTo(found.endRatio, 0.2, 1e-12);
  });

  test('has a bar of its own for built coast that becomes restored', () => {
    expect(bars(from([{ segmentIds: ['quay'], class: 'restored' }]))).toEqual({ restored: 6 });
  });

  test('has none for natural coast that becomes restored: both count', () => {
    const found = from([{ segmentIds: ['rock'], class: 'restored' }]);
    expect(bars(found)).toEqual({});
    closeTo(found.endRatio, 0.3, 1e-12);
  });

  test('moves the total with the numerator where the rule excludes a class: 3/9 becomes 4/10', () => {
    const rule = {
      ...PLAIN_RULE,
      counting: { ...PLAIN_RULE.counting, estuary: 'excluded' },
    } as const;
    const found = from([{ segmentIds: ['mouth'], class: 'muddy' }], { rule });
    closeTo(found.startRatio, 0.3 / 0.9, 1e-12);
    closeTo(found.endRatio, 0.4, 1e-12);
    closeTo(found.steps.find(({ reason }) => reason === 'reclassified-in')?.ratio, 0.4, 1e-12);
  });

  test('leaves out the other realm', () => {
    const change = [{ segmentIds: ['islet'], class: 'artificial' }] as const;
    expect(bars(from(change))).toEqual({});
    expect(bars(from(change, { realm: 'island' }))).toEqual({ 'reclassified-out': -5 });
    expect(bars(from(change, { realm: 'all' }))).toEqual({ 'reclassified-out': -5 });
  });

  test('begins with what nobody has classed in the total', () => {
    const before = [
      equatorSegment('known', 'sandy', [0, 0.5]),
      equatorSegment('unknown', undefined, [0.5, 1]),
    ];
    const found = from([{ segmentIds: ['unknown'], class: 'sandy' }], { before });
    closeTo(found.startRatio, 0.5, 1e-12);
    closeTo(found.endRatio, 1, 1e-12);
  });

  test('has no ratios where there is no coast, and no NaN', () => {
    const found = from([], { before: [] });
    expect(
      [found.startRatio, found.endRatio, ...found.steps.map(({ ratio }) => ratio)].every(
        (ratio) => ratio === undefined,
      ),
    ).toBe(true);
    expect(found.endM).toBe(0);
  });
});
