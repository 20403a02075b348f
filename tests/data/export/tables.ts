import type { Geometry } from 'geojson';
import { type ExportTable, exportTable } from '../../../src/data/export/export-table.ts';

type Item = Readonly<Record<string, string | number | boolean | undefined>>;

/** A table of items, its columns named and titled as their first item has them. */
export function tableOf(
  name: string,
  items: readonly (readonly [item: Item, geometry?: Geometry])[],
): ExportTable {
  const names = Object.keys(items[0]?.[0] ?? {});
  return exportTable(
    { name, title: { zh: '表', en: 'Table' } },
    names.map((column) => ({
      name: column,
      title: { zh: column, en: column },
      cell: (item: Item) => item[column],
    })),
    items.map(([item, geometry]) => [item, geometry]),
  );
}

/** A coast of two stretches, an island, a port, a group of rocks and a project that nobody has placed. */
export const LINE: Geometry = {
  type: 'LineString',
  coordinates: [
    [120.2, 35.95],
    [120.21, 35.96],
    [120.2, 35.97],
  ],
};
export const LINES: Geometry = {
  type: 'MultiLineString',
  coordinates: [
    [
      [120.3, 35.9],
      [120.31, 35.9],
    ],
    [
      [120.32, 35.9],
      [120.33, 35.91],
      [120.34, 35.9],
    ],
  ],
};
/** Wound as GeoJSON wants it: the outer ring counterclockwise, the hole clockwise. */
export const AREA: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [120, 36],
      [120.1, 36],
      [120.1, 36.1],
      [120, 36.1],
      [120, 36],
    ],
    [
      [120.04, 36.04],
      [120.04, 36.06],
      [120.06, 36.06],
      [120.06, 36.04],
      [120.04, 36.04],
    ],
  ],
};
export const POINT: Geometry = { type: 'Point', coordinates: [120.2, 35.95] };
export const POINTS: Geometry = {
  type: 'MultiPoint',
  coordinates: [
    [120.2, 35.95],
    [120.3, 35.85],
  ],
};
