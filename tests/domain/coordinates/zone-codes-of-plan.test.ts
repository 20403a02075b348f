import { expect, test } from 'vitest';
import { zoneCodesOfPlan } from '../../../src/domain/coordinates/gauss-krueger-zone.ts';

const around = (longitude: number) =>
  ({ extent: [longitude - 0.5, 21.5, longitude + 0.5, 22.5] }) as const;

// EPSG: 4549 and 4528 are 120° E, 4548 and 4527 are 117° E, 4534 and 4513 are 75° E, 4554 and 4533 are 135° E.
test.each([
  [119.93, 4549, 4528],
  [121.49, 4549, 4528],
  [118.49, 4548, 4527],
  [70, 4534, 4513],
  [140, 4554, 4533],
])('the zone of 3° at %d° E is EPSG:%d, with its prefix EPSG:%d', (longitude, plain, prefixed) => {
  expect(zoneCodesOfPlan(around(longitude))).toMatchObject({ plain, prefixed });
});

// EPSG: 4547 and 4526 are 114° E in zones of 3°; 4508 and 4497 are 111° E in zones of 6°, number 19.
test.each([
  ['EPSG:4547', 4547, 4526],
  ['EPSG:4526', 4547, 4526],
  ['EPSG:4508', 4508, 4497],
])('a plan that states %s has EPSG:%d and EPSG:%d', (projectedCrs, plain, prefixed) => {
  expect(zoneCodesOfPlan({ ...around(120), projectedCrs })).toMatchObject({ plain, prefixed });
});
