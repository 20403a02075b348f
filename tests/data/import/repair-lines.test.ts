import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { offeredRepairs, repair } from '../../../src/data/import/repairs/repair-lines.ts';

const line = (...coordinates: [number, number][]): { geometry: Geometry } => ({
  geometry: { type: 'LineString', coordinates },
});
const ring = (...coordinates: [number, number][]): { geometry: Geometry } => ({
  geometry: { type: 'Polygon', coordinates: [coordinates] },
});
/** About 0.09 m of longitude at 36° N, and 1.1 mm of latitude. */
const [NEAR, HAIR] = [1e-6, 1e-8];

test('nothing is offered for sound lines, and sound features stay the same objects', () => {
  const features = [
    line([120, 36], [120.01, 36]),
    ring([120, 36], [120.01, 36], [120, 36.01], [120, 36]),
  ];
  expect(offeredRepairs(features)).toEqual([]);
  const { features: repaired, applied } = repair(features, {
    repairs: ['close-rings', 'doubled-vertices', 'spikes', 'snap-ends'],
  });
  expect(repaired).toBe(features);
  expect(applied).toEqual([]);
});

test('an open ring is closed with its first vertex; a nearly closed one ends exactly there', () => {
  const { features, applied } = repair(
    [
      ring([120, 36], [120.01, 36], [120, 36.01]),
      ring([120, 36], [120.01, 36], [120, 36.01], [120, 36 + HAIR / 10]),
    ],
    { repairs: ['close-rings'] },
  );
  const closed = [
    [120, 36],
    [120.01, 36],
    [120, 36.01],
    [120, 36],
  ];
  expect(features.map(({ geometry }) => geometry)).toEqual([
    { type: 'Polygon', coordinates: [closed] },
    { type: 'Polygon', coordinates: [closed] },
  ]);
  expect(applied).toEqual([{ code: 'close-rings', count: 2 }]);
});

test('doubled vertices go, ends stay, and a line of one place is left for the findings', () => {
  const { features, applied } = repair(
    [line([120, 36], [120, 36], [120.01, 36], [120.01, 36]), line([120, 36], [120, 36])],
    { repairs: ['doubled-vertices'] },
  );
  expect(features[0]?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [120, 36],
      [120.01, 36],
    ],
  });
  expect(features[1]?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [120, 36],
      [120, 36],
    ],
  });
  expect(applied).toEqual([{ code: 'doubled-vertices', count: 2 }]);
});

test('a spike out and back is dropped, a corner of ten degrees is not', () => {
  const { features, applied } = repair(
    [
      line([120, 36], [120.01, 36], [120.01, 36.01], [120.01, 36], [120.02, 36]),
      // 0.001 north after 0.01 there and 0.0099 back: about 6°.
      line([120, 36], [120.01, 36], [120.0001, 36.001]),
    ],
    { repairs: ['spikes'] },
  );
  expect(features[0]?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [120, 36],
      [120.01, 36],
      [120.02, 36],
    ],
  });
  expect(features[1]?.geometry).toMatchObject({
    coordinates: [
      [120, 36],
      [120.01, 36],
      [120.0001, 36.001],
    ],
  });
  expect(applied).toEqual([{ code: 'spikes', count: 1 }]);
});

test('ends within the distance meet at the earlier one, those beyond stay apart', () => {
  const lines = [
    line([120, 36], [120.01, 36]),
    line([120.01 + NEAR, 36], [120.02, 36]),
    line([120.02 + 100 * NEAR, 36], [120.03, 36]),
  ];
  expect(offeredRepairs(lines, 0.5)).toEqual([{ code: 'snap-ends', count: 1 }]);
  const { features } = repair(lines, { repairs: ['snap-ends'], snapM: 0.5 });
  expect(features[1]?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [120.01, 36],
      [120.02, 36],
    ],
  });
  expect(features[2]).toBe(lines[2]);
  // 100 × 0.09 m is within ten metres.
  expect(offeredRepairs(lines, 10)).toEqual([{ code: 'snap-ends', count: 2 }]);
  expect(offeredRepairs(lines, 0.01)).toEqual([]);
});

test('ends of one closed line are not torn, and a line shorter than the distance does not vanish', () => {
  const islet = line([120, 36], [120.001, 36], [120, 36.001], [120, 36]);
  const short = line([120.1, 36], [120.1 + NEAR, 36]);
  expect(repair([islet, short], { repairs: ['snap-ends'], snapM: 5 }).applied).toEqual([]);
});
