import { describe, expect, test } from 'vitest';
import { zoneOfPlan } from '../../../src/domain/coordinates/gauss-krueger-zone.ts';
import { readPosition } from '../../../src/domain/coordinates/read-position.ts';
import { closeTo } from '../../close-to.ts';

/** An extent one degree wide around a longitude. */
const around = (longitude: number) =>
  ({ extent: [longitude - 0.5, 21.5, longitude + 0.5, 22.5] }) as const;

describe('the zone of a plan', () => {
  // Zones of 3° lie 1.5° to either side of 75°, 78° … 135° E.
  test.each([
    [113.6, 114],
    [112.4, 111],
    [121.5, 123],
    [73.6, 75],
    [136.4, 135],
  ])('around %d° E has its middle at %d° E', (longitude, centralMeridian) => {
    expect(zoneOfPlan(around(longitude))).toMatchObject({ widthDegrees: 3, centralMeridian });
  });

  test.each([73.4, 136.6, 2.35, -70, 180])('is none at %d°', (longitude) => {
    expect(zoneOfPlan(around(longitude))).toBeUndefined();
  });

  test('is the one that the plan states, wherever it lies', () => {
    expect(zoneOfPlan({ ...around(113.6), projectedCrs: 'EPSG:4507' })).toEqual({
      widthDegrees: 6,
      centralMeridian: 105,
    });
    expect(zoneOfPlan({ ...around(120), projectedCrs: 'EPSG:4526' })).toMatchObject({
      centralMeridian: 114,
    });
  });
});

describe('metres without a zone number', () => {
  const bounds = [110, 20, 118, 25] as const;

  // PROJ: echo 113.6 22.1 | cs2cs +proj=longlat +ellps=GRS80 +to +proj=tmerc +lon_0=114 +x_0=500000 +ellps=GRS80,
  // 458723.92 2444927.78.
  test('are in the zone of the plan: 458 723.9 E, 2 444 927.8 N is 113.6° E 22.1° N', async () => {
    const read = await readPosition('458723.9 2444927.8', { ...around(113.6), bounds });
    expect(read).toMatchObject({ kind: 'position', system: 'EPSG:4547' });
    if (read.kind !== 'position') return;
    closeTo(read.at[0], 113.6, 2e-6);
    closeTo(read.at[1], 22.1, 2e-6);
  });

  test('are told where the plan lies in no zone, and read where they carry a number', async () => {
    const frame = { ...around(2.35), bounds: [-180, -85, 180, 85] as const };
    expect(await readPosition('458723.9 2444927.8', frame)).toMatchObject({ fault: 'metres' });
    expect(await readPosition('38458723.9 2444927.8', frame)).toMatchObject({
      system: 'EPSG:4526',
    });
  });
});
