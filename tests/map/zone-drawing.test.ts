import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PreparedPolygon } from '../../src/domain/geometry/prepared-polygon.ts';
import { labelPoint } from '../../src/map/label-point.ts';
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
