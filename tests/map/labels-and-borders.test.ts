import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Zone } from '../../src/domain/zone.ts';
import { zoneFeatures } from '../../src/map/features.ts';
import { labelPoint } from '../../src/map/label-point.ts';
import { zoneBorders } from '../../src/map/zone-borders.ts';

function square(west: number, south: number, side: number): Polygon['coordinates'] {
  const [east, north] = [west + side, south + side];
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

function zone(id: string, coordinates: Polygon['coordinates']): Zone {
  const geometry: Polygon = { type: 'Polygon', coordinates };
  return { id, name: { zh: id, en: id }, articles: [], geometry };
}

describe('the name of an area', () => {
  test('stands in the middle of a square', () => {
    const [longitude = 0, latitude = 0] =
      labelPoint({ type: 'Polygon', coordinates: square(120, 36, 0.2) }) ?? [];
    expect(Math.abs(longitude - 120.1)).toBeLessThanOrEqual(0.0005);
    expect(Math.abs(latitude - 36.1)).toBeLessThanOrEqual(0.0005);
  });

  test('stands in the widest of several parts', () => {
    const parts = [square(120, 36, 0.1), square(121, 36, 0.3)];
    const [longitude = 0] = labelPoint({ type: 'MultiPolygon', coordinates: parts }) ?? [];
    expect(longitude).toBeGreaterThan(121);
  });

  test('is written once a zone', () => {
    const { features } = zoneFeatures([zone('a', square(120, 36, 0.1))]);
    expect(features.filter(({ properties }) => properties?.['part'] === 'label')).toHaveLength(1);
  });
});

describe('the borders of zones', () => {
  test('hold an edge that two zones share once', () => {
    const { coordinates } = zoneBorders([
      zone('west', square(120, 36, 0.5)),
      zone('east', square(120.5, 36, 0.5)),
    ]);
    const edges = coordinates.reduce((count, line) => count + line.length - 1, 0);
    // Two squares side by side: 4 + 4 edges, one of them common.
    expect(edges).toBe(7);
  });

  test('go round a zone that stands alone in one line', () => {
    const { coordinates } = zoneBorders([zone('alone', square(120, 36, 0.1))]);
    expect(coordinates).toEqual(square(120, 36, 0.1));
  });
});
