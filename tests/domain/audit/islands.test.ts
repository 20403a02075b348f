import { expect, test } from 'vitest';
import { auditIslands } from '../../../src/domain/audit/islands.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import type { CoastlineClass, CoastlineSegment } from '../../../src/domain/coastline.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE, segment } from '../build.ts';

const DEGREE = EQUATOR_DEGREE.ellipsoid;
/** A degree of a meridian at the equator in metres: a (1 − e²) π / 180, of CGCS2000. */
const MERIDIAN_DEGREE = (6378137 * (1 - 0.00669438002290342) * Math.PI) / 180;

function shore(
  id: string,
  shoreClass: CoastlineClass,
  positions: readonly Position[],
  other: Partial<CoastlineSegment> = {},
): CoastlineSegment {
  return segment(id, shoreClass, positions, { realm: 'island', ...other });
}

function audited(segments: readonly CoastlineSegment[]) {
  const measured = measureCoast({
    segments,
    // Zones cut through one of the islands: figures of islands are not of zones.
    zones: [boxZone('zone', [0.004, -0.1, 0.5, 0.1])],
    tolerancesM: [],
    unionArea,
  });
  return auditIslands(measured, { segments, rule: PLAIN_RULE, realm: 'mainland' });
}

/** A square of a hundredth of a degree with a corner on the equator; the south shore is a quay. */
const SQUARE = [
  shore('square-north', 'sandy', [
    [0.01, 0],
    [0.01, 0.01],
    [0, 0.01],
    [0, 0],
  ]),
  shore('square-quay', 'artificial', [
    [0, 0],
    [0.01, 0],
  ]),
];

test('stretches that meet are one island, with lengths, ratio and area of its own', () => {
  const mainland = equatorSegment('mainland', 'sandy', [5, 6]);
  const islet = shore('islet', 'bedrock', [
    [1, 0],
    [1.001, 0],
    [1, 0.001],
    [1, 0],
  ]);
  const { islands, audit } = audited([mainland, ...SQUARE, islet]);
  expect(islands.map(({ id }) => id)).toEqual(['square-north', 'islet']);
  const [square, small] = audit.zones;
  closeTo(square?.byClass.artificial, 0.01 * DEGREE, 1e-3);
  closeTo(square?.naturalM, 0.01 * DEGREE + 0.02 * MERIDIAN_DEGREE, 1e-2);
  const expected = (0.01 * DEGREE + 0.02 * MERIDIAN_DEGREE) / (0.02 * (DEGREE + MERIDIAN_DEGREE));
  expect(square?.ratio).toBeCloseTo(expected, 6);
  expect(square?.pieces.map(({ segmentId }) => segmentId).toSorted()).toEqual([
    'square-north',
    'square-quay',
  ]);
  // A hundredth of a degree squared is flat to a part in a million.
  const area = 0.01 ** 2 * DEGREE * MERIDIAN_DEGREE;
  expect((square?.areaM2 ?? 0) / area).toBeCloseTo(1, 5);
  expect(small?.ratio).toBe(1);
  expect((small?.areaM2 ?? 0) / ((0.001 ** 2 * DEGREE * MERIDIAN_DEGREE) / 2)).toBeCloseTo(1, 5);
  // The mainland is in none of them; the islands add up to the whole.
  closeTo(audit.overall.totalM, (square?.totalM ?? 0) + (small?.totalM ?? 0), 1e-6);
  closeTo(audit.overall.areaM2, (square?.areaM2 ?? 0) + (small?.areaM2 ?? 0), 1e-6);
  // The target is one of the mainland: no island is held against it, nor all of them.
  for (const summary of [...audit.zones, audit.overall]) expect(summary.hasOwnTarget).toBe(false);
});

test('a shore that does not close is one island still, and has no area', () => {
  const open = [
    SQUARE[0],
    // 22 m are missing at one end, and it starts 2 cm beside the other.
    shore('square-quay', 'artificial', [
      [0, 0.0000002],
      [0.0098, 0],
    ]),
  ].flatMap((each) => each ?? []);
  const { islands, audit } = audited(open);
  expect(islands).toHaveLength(1);
  expect(audit.zones[0]?.areaM2).toBeUndefined();
  expect(audit.zones[0]?.turf.areaM2).toBeUndefined();
  expect(audit.overall.areaM2).toBeUndefined();
  expect(audit.coverage.gapM).toBeGreaterThan(22);
});

test('rings of one record are one island with the area of both', () => {
  const ring = (west: number): number[][] =>
    [
      [0, 0],
      [0.001, 0],
      [0.001, 0.001],
      [0, 0.001],
      [0, 0],
    ].map(([x = 0, y = 0]) => [west + x, y]);
  const twin = shore('twin', 'bedrock', [], {
    geometry: { type: 'MultiLineString', coordinates: [ring(0), ring(0.1)] },
  });
  const { islands, audit } = audited([twin]);
  expect(islands).toHaveLength(1);
  const area = 2 * 0.001 ** 2 * DEGREE * MERIDIAN_DEGREE;
  expect((audit.zones[0]?.areaM2 ?? 0) / area).toBeCloseTo(1, 5);
});

test('a coast without islands has none', () => {
  const { islands, audit } = audited([equatorSegment('mainland', 'sandy', [0, 1])]);
  expect(islands).toEqual([]);
  expect(audit.zones).toEqual([]);
  expect(audit.overall.verdict).toBe('no-coast');
});
