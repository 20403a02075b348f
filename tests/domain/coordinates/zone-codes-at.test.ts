import { expect, test } from 'vitest';
import { zoneCodesAt } from '../../../src/domain/coordinates/gauss-krueger-zone.ts';

// EPSG: 4549 and 4528 are 120° E, 4548 and 4527 are 117° E, 4534 and 4513 are 75° E, 4554 and 4533 are 135° E.
test.each([
  [119.93, 4549, 4528],
  [121.49, 4549, 4528],
  [118.49, 4548, 4527],
  [70, 4534, 4513],
  [140, 4554, 4533],
])('the zone of 3° at %d° E is EPSG:%d, with its prefix EPSG:%d', (longitude, plain, prefixed) => {
  expect(zoneCodesAt(longitude)).toEqual({ plain, prefixed });
});
