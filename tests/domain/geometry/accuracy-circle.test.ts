import { circle } from '@turf/circle';
import { expect, test } from 'vitest';
import { accuracyCircle } from '../../../src/domain/geometry/accuracy-circle.ts';
import { closeTo } from '../../close-to.ts';

test.each([
  [[120.05, 35.9], 8000],
  [[-70, -53], 30_000],
  [[0, 0], 5001],
] as const)('the circle around %s is that of Turf', (at, radiusM) => {
  const [own = []] = accuracyCircle(at, radiusM).coordinates;
  const [turf = []] = circle([...at], radiusM / 1000, { steps: 64, units: 'kilometers' }).geometry
    .coordinates;
  expect(own).toHaveLength(turf.length);
  expect(own.at(0)).toEqual(own.at(-1));
  for (const [index, [x = 0, y = 0]] of own.entries()) {
    closeTo(x, turf[index]?.[0] ?? Number.NaN, 1e-10);
    closeTo(y, turf[index]?.[1] ?? Number.NaN, 1e-10);
  }
});
