import type { FeatureCollection, Position as GeoJsonPosition, LineString } from 'geojson';
import { expect, test } from 'vitest';
import { coastFollower } from '../../scripts/geodata/projects-coast.ts';

/** A bay open to the east in two segments, and a square island cut into two segments beside it. */
const BAY_NORTH = [
  [120.02, 36.02],
  [120, 36.02],
  [120, 36.01],
];
const BAY_SOUTH = [
  [120, 36.01],
  [120, 36],
  [120.02, 36],
];
const ISLAND_SOUTH_EAST = [
  [120.1, 36],
  [120.11, 36],
  [120.11, 36.01],
];
const ISLAND_NORTH_WEST = [
  [120.11, 36.01],
  [120.1, 36.01],
  [120.1, 36],
];
const coast = coastFollower(
  // The second half first: segments need not stand in order.
  coastlineOf(BAY_SOUTH, BAY_NORTH, ISLAND_NORTH_WEST, ISLAND_SOUTH_EAST),
);

test('coast is followed over the ends of segments, in the direction asked for', () => {
  const southwards = [
    [120.01, 36.02],
    [120, 36.02],
    [120, 36.01],
    [120, 36],
    [120.01, 36],
  ];
  expect(coast.follow([120.01, 36.021], [120.01, 35.999])).toEqual(southwards);
  expect(coast.follow([120.01, 35.999], [120.01, 36.021])).toEqual(southwards.toReversed());
});

test('two ends on one edge give the piece between them, whichever way the coast runs', () => {
  expect(coast.follow([120.015, 36.021], [120.005, 36.021])).toEqual([
    [120.015, 36.02],
    [120.005, 36.02],
  ]);
  expect(coast.follow([120.005, 36.021], [120.015, 36.021])).toEqual([
    [120.005, 36.02],
    [120.015, 36.02],
  ]);
});

test('an island is followed the shorter way round', () => {
  expect(coast.follow([120.105, 35.999], [120.099, 36.002])).toEqual([
    [120.105, 36],
    [120.1, 36],
    [120.1, 36.002],
  ]);
});

test('an island in several segments is one closed coastline', () => {
  const ring = coast.island([120.105, 36.005]);
  expect(ring).toHaveLength(5);
  expect(ring.at(-1)).toEqual(ring[0]);
});

test('an end too far from the coast is refused with the distance and the cure', () => {
  expect(() => coast.follow([120.06, 36], [120.01, 36])).toThrow(
    /\[120.06, 36\] lies \d+ m from any/,
  );
  expect(() => coast.follow([120.02, 36], [120.1, 36])).toThrow(/move it to within 1500 m/);
  expect(() => coast.island([120, 36.01])).toThrow(/1500 m/);
});

function coastlineOf(...lines: readonly GeoJsonPosition[][]): FeatureCollection<LineString> {
  return {
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates },
    })),
  };
}
