import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PreparedPolygon } from '../../src/domain/geometry/prepared-polygon.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { zoneFeatures } from '../../src/map/features.ts';
import { labelPoint } from '../../src/map/label-point.ts';
import { landTest, landwardBorders, middleOfLongest } from '../../src/map/landward-borders.ts';
import { zoneBorders } from '../../src/map/zone-borders.ts';
import { closeTo } from '../close-to.ts';
import { starRing } from '../domain/arbitraries.ts';
import { boxRing, boxZone, polygon, zone } from '../domain/build.ts';

describe('the place of an area’s name', () => {
  test('is the middle of a box, to some 50 m', () => {
    const [longitude, latitude] = labelPoint(polygon(boxRing([120, 36, 120.1, 36.1]))) ?? [];
    closeTo(longitude, 120.05, 0.0005);
    closeTo(latitude, 36.05, 0.0005);
  });

  test('lies inside, whatever the shape', () => {
    fc.assert(
      fc.property(starRing, (ring) => {
        const area = polygon(ring);
        const at = labelPoint(area);
        expect(at !== undefined && new PreparedPolygon(area, 'a').contains(at)).toBe(true);
      }),
    );
  });

  test('lies beside a hole in the middle', () => {
    const area = polygon(boxRing([0, 0, 1, 1]), boxRing([0.3, 0.3, 0.7, 0.7]).toReversed());
    const at = labelPoint(area);
    expect(at !== undefined && new PreparedPolygon(area, 'a').contains(at)).toBe(true);
  });

  test('lies in the widest part of several', () => {
    const parts = [boxRing([0, 0, 0.1, 0.1]), boxRing([5, 5, 6, 6]), boxRing([2, 2, 4, 2.2])];
    const [longitude] =
      labelPoint({
        type: 'MultiPolygon',
        coordinates: parts.map((ring) => polygon(ring).coordinates),
      }) ?? [];
    closeTo(longitude, 5.5, 0.0005);
  });

  test('is absent where there is no part', () => {
    expect(labelPoint({ type: 'MultiPolygon', coordinates: [] })).toBeUndefined();
  });
});

describe('the borders of zones', () => {
  const edges = (zones: Parameters<typeof zoneBorders>[0]): readonly string[] =>
    zoneBorders(zones).coordinates.flatMap((line) =>
      line.slice(1).map((to, index) => [line[index]?.join(), to.join()].toSorted().join(' ')),
    );

  test('have an edge that two zones share once', () => {
    const found = edges([boxZone('west', [0, 0, 1, 1]), boxZone('east', [1, 0, 2, 1])]);
    expect(found).toHaveLength(7);
    expect(new Set(found).size).toBe(7);
  });

  test('have the holes too, and nothing where there are no zones', () => {
    expect(
      edges([zone('ring', polygon(boxRing([0, 0, 3, 3]), boxRing([1, 1, 2, 2]).toReversed()))]),
    ).toHaveLength(8);
    expect(zoneBorders([])).toEqual({ type: 'MultiLineString', coordinates: [] });
  });
});

describe('the landward border of a zone', () => {
  /** Land west of 0.5°, and an island in the north-east. */
  const land = [
    { type: 'Feature' as const, properties: {}, geometry: polygon(boxRing([-2, -2, 0.5, 2])) },
    { type: 'Feature' as const, properties: {}, geometry: polygon(boxRing([0.8, 0.8, 1.2, 1.2])) },
  ];
  const isLand = landTest(land);
  const lengthOf = (lines: readonly (readonly Position[])[]): number =>
    lines
      .flatMap((line) => line.slice(1).map((to, index) => [line[index] ?? to, to] as const))
      .reduce((sum, [[ax, ay], [bx, by]]) => sum + Math.hypot(bx - ax, by - ay), 0);

  test('knows land from sea, holes too', () => {
    expect([isLand([0, 0]), isLand([0.7, 0]), isLand([1, 1]), isLand([0, 5])]).toEqual([
      ...[true, false, true, false],
    ]);
    const lake = landTest([
      {
        type: 'Feature',
        properties: {},
        geometry: polygon(boxRing([0, 0, 3, 3]), boxRing([1, 1, 2, 2]).toReversed()),
      },
    ]);
    expect([lake([0.5, 1.5]), lake([1.5, 1.5])]).toEqual([true, false]);
    const overlapping = landTest([...land, ...land]);
    expect([overlapping([0, 0]), overlapping([0.7, 0])]).toEqual([true, false]);
    expect(landTest([])([0, 0])).toBe(false);
  });

  test('is the part of its border on land, to the length of a part at each shore', () => {
    // Of the square's 4°: the west side, half of the south and north sides, and 0.2° each of two sides at the island.
    const lines = landwardBorders(boxZone('z', [0, 0, 1, 1]), isLand);
    closeTo(lengthOf(lines), 1 + 0.5 + 0.5 + 0.2 + 0.2, 0.02);
    expect(lines.flat().every(([x, y]) => x <= 0.5025 || (x >= 0.7975 && y >= 0.7975))).toBe(true);
  });

  test('has the zone on its left, however the file winds it', () => {
    const rings = [boxRing([0, 0, 1, 1]), boxRing([0, 0, 1, 1]).toReversed()];
    for (const ring of rings) {
      const west = landwardBorders(zone('z', polygon(ring)), isLand)
        .flatMap((line) => line.slice(1).map((to, index) => [line[index] ?? to, to] as const))
        .filter(([[ax], [bx]]) => ax === 0 && bx === 0);
      expect(west.length).toBeGreaterThan(0);
      // Southward along the west side, the square is on the left.
      expect(west.every(([[, from], [, to]]) => to < from)).toBe(true);
    }
  });

  test('carries the name at the middle of its longest part, and the grade', () => {
    const strict = { ...boxZone('z', [-1, 0, 3, 1]), grade: 'strict' as const };
    const { features } = zoneFeatures([strict], land);
    const parts = features.map(({ properties }) => [properties?.['part'], properties?.['grade']]);
    expect(parts).toEqual([
      [undefined, 'strict'],
      ['band', 'strict'],
      ['label', 'strict'],
      ['border', undefined],
    ]);
    // 1.5° along the north, 1° down the west, 1.5° along the south: the middle is half way down the west.
    const [x, y] = middleOfLongest(landwardBorders(strict, isLand)) ?? [];
    closeTo(x, -1, 1e-9);
    closeTo(y, 0.5, 0.01);
  });

  test('is absent at sea, where the name stands in the middle', () => {
    const { features } = zoneFeatures([boxZone('z', [2, -1, 3, 0])], land);
    expect(features.some(({ properties }) => properties?.['part'] === 'band')).toBe(false);
    const label = features.find(({ properties }) => properties?.['part'] === 'label');
    expect(label?.geometry).toEqual({ type: 'Point', coordinates: [2.5, -0.5] });
  });
});
