import { expect, test } from 'vitest';
import {
  largestChanges,
  unmatchedCoast,
} from '../../../src/domain/coast-change/largest-changes.ts';
import { mostChangedZones } from '../../../src/domain/coast-change/most-changed-zones.ts';
import { ratioMeans } from '../../../src/domain/coast-change/stretches-behind.ts';
import { closeTo } from '../../close-to.ts';
import { EQUATOR_DEGREE } from '../build.ts';
import { twoSurveys } from './two-surveys.ts';

test('the longest of what changed come first, and nothing that only differs in detail is among them', () => {
  const { change, scope } = twoSurveys([]);
  const { before, after } = change.overall;
  const listed = largestChanges(change.stretches, { scope, means: ratioMeans(before, after) });
  expect(listed.length).toBeGreaterThan(1);
  const lengths = listed.map(({ stretch }) =>
    Math.max(stretch.before?.lengthM ?? 0, stretch.after?.lengthM ?? 0),
  );
  expect(lengths).toEqual(lengths.toSorted((one, other) => other - one));
  expect(new Set(listed.map(({ index }) => index)).size).toBe(listed.length);
  expect(listed.every(({ reason }) => reason !== 'detail')).toBe(true);
});

test('coast without a counterpart is what is new in the east alone; what moved has one', () => {
  const { change, scope } = twoSurveys([]);
  const { beforeM, afterM } = unmatchedCoast(change.stretches, scope);
  expect(beforeM).toBe(0);
  closeTo(afterM, 0.02 * EQUATOR_DEGREE.ellipsoid, 1e-3);
});

test('zones are listed by how far their ratio moved, without those in which nothing changed', () => {
  const { change } = twoSurveys([]);
  const [zone] = change.zones;
  if (zone === undefined) throw new Error('a zone is missing');
  const still = {
    ...zone,
    ...{ lostM: 0, gainedM: 0, reclaimedM2: 0, erodedM2: 0 },
    change: { ...zone.change, ratio: 0 },
  };
  const moved = (ratio: number | undefined, lostM = 0) => ({
    ...still,
    ...{ lostM, change: { ...zone.change, ratio } },
  });
  // No ratio, but coast lost, is a change; a millionth of a ratio and a centimetre are none.
  const zones = [still, moved(0.01), moved(-0.02), moved(undefined, 40), moved(1e-6, 0.01)];
  expect(mostChangedZones(zones)).toEqual([2, 1, 3]);
});
