import { describe, expect, test } from 'vitest';
import {
  type CoastToMeasure,
  measureCoast,
  measuringCoast,
} from '../../../src/domain/coast/measured-coast.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { finish, partialSteps, type Steps } from '../../../src/domain/steps.ts';
import { boxZone, segment } from '../build.ts';

/** A long coast in many lines, and more zones than one step takes. */
const LARGE: CoastToMeasure = {
  segments: Array.from({ length: 10 }, (_, line) =>
    segment(
      `s${line}`,
      'sandy',
      Array.from({ length: 4000 }, (_, at) => [at / 1e5, line / 100 + (at % 2) / 1e5] as const),
    ),
  ),
  zones: Array.from({ length: 70 }, (_, column) =>
    boxZone(`z${column}`, [column / 1e3, -1, (column + 1) / 1e3, 1]),
  ),
  tolerancesM: [5],
  unionArea,
};

function sharesOf<T>(steps: Steps<T>): { readonly shares: readonly number[]; readonly result: T } {
  const shares: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  return { shares, result: step.value };
}

describe('measuring in steps', () => {
  test('tells how far it is, from 0 to 1, never back', () => {
    const { shares } = sharesOf(measuringCoast(LARGE));
    expect(shares.length).toBeGreaterThan(5);
    expect(shares[0]).toBe(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  test('comes to what measuring at once comes to', () => {
    const { result } = sharesOf(measuringCoast(LARGE));
    const atOnce = measureCoast(LARGE);
    expect(result.drawn.whole).toEqual(atOnce.drawn.whole);
    expect(result.drawn.inZone).toEqual(atOnce.drawn.inZone);
    expect(result.areaTogether).toEqual(atOnce.areaTogether);
  });
});

describe('steps', () => {
  function* three(): Steps<string> {
    yield 0;
    yield 0.5;
    yield 1;
    return 'done';
  }

  test('are taken to their result', () => {
    expect(finish(three())).toBe('done');
  });

  test('that are a part run between its ends and hand on their result', () => {
    expect(sharesOf(partialSteps([0.2, 0.6], three()))).toEqual({
      shares: [0.2, 0.4, 0.6],
      result: 'done',
    });
  });
});
