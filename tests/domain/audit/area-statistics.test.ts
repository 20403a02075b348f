import { expect, test } from 'vitest';
import { type AreaQuestion, countingByAreas } from '../../../src/domain/audit/area-statistics.ts';
import { finish } from '../../../src/domain/steps.ts';
import { closeTo } from '../../close-to.ts';
import { boxZone, EQUATOR_DEGREE, equatorSegment, PLAIN_RULE } from '../build.ts';

const DEGREE = EQUATOR_DEGREE.ellipsoid;
/** A degree of coast along the equator: natural up to 0.6, then artificial. */
const COAST = [
  equatorSegment('beach', 'sandy', [0, 0.6]),
  equatorSegment('quay', 'artificial', [0.6, 1]),
];
/** Two towns that share the coast from 0.4 to 0.5; from 0.9 on it is in none. */
const TOWNS = [boxZone('west', [0, -0.1, 0.5, 0.1]), boxZone('east', [0.4, -0.1, 0.9, 0.1])];

const asked = (other: Partial<AreaQuestion> = {}) =>
  finish(
    countingByAreas(COAST, { rule: PLAIN_RULE, choices: {}, log: [], areas: TOWNS, ...other }),
  );

test('coast is counted in each area that it is in, and what is in none or in several is told', () => {
  const { zones, overall, coverage } = asked();
  const [west, east] = zones;
  closeTo(west?.totalM, 0.5 * DEGREE, 1e-3);
  expect(west?.ratio).toBeCloseTo(1, 9);
  closeTo(east?.totalM, 0.5 * DEGREE, 1e-3);
  closeTo(east?.naturalM, 0.2 * DEGREE, 1e-3);
  expect(east?.ratio).toBeCloseTo(0.4, 9);
  expect(east?.pieces.map(({ segmentId }) => segmentId)).toEqual(['beach', 'quay']);
  closeTo(overall.totalM, DEGREE, 1e-3);
  expect(overall.ratio).toBeCloseTo(0.6, 9);
  closeTo(coverage.outsideM, 0.1 * DEGREE, 1e-3);
  closeTo(coverage.overlapM, 0.1 * DEGREE, 1e-3);
  expect(coverage.residualM).toBeLessThan(1e-3);
});

test('choices and changes of the user count here too', () => {
  const log: AreaQuestion['log'] = [
    { segmentIds: ['quay'], class: 'sandy', reason: 'seen', date: '2026-12-02' },
  ];
  expect(asked({ log }).zones[1]?.ratio).toBeCloseTo(1, 9);
  expect(asked({ choices: { target: 0.5 } }).zones[1]?.verdict).toBe('fail');
  expect(asked().zones[1]?.verdict).toBe('pass');
});
