import type { Geometry, Position } from 'geojson';
import type { Bilingual } from '../../domain/bilingual.ts';

/** A value of an exported attribute; null where the data have none. */
export type ExportCell = string | number | boolean | null;

/** A column of an exported table. */
export type ExportField = {
  readonly name: string;
  readonly title: Bilingual;
  readonly type: 'text' | 'integer' | 'real' | 'boolean';
};

/** A feature to be written: one cell a field, and a geometry unless its place is not known. */
export type ExportRow = {
  readonly geometry?: Geometry;
  readonly cells: readonly ExportCell[];
};

/** A layer as it is written, in whatever format: typed columns and rows, in longitude and latitude. */
export type ExportTable = {
  /** ASCII letters and hyphens: the name of the file or table. */
  readonly name: string;
  readonly title: Bilingual;
  readonly fields: readonly ExportField[];
  readonly rows: readonly ExportRow[];
};

/** How a column of a table is made from what it lists. */
export type ExportedColumn<Item> = {
  readonly name: string;
  readonly title: Bilingual;
  readonly cell: (item: Item) => ExportCell | undefined;
};

/** Makes a table of items. A column is of the narrowest type that holds all of its values; text when it has none. */
export function exportTable<Item>(
  { name, title }: Pick<ExportTable, 'name' | 'title'>,
  columns: readonly ExportedColumn<Item>[],
  items: readonly (readonly [item: Item, geometry: Geometry | undefined])[],
): ExportTable {
  const rows = items.map(([item, geometry]) => ({
    cells: columns.map(({ cell }) => cell(item) ?? null),
    ...(geometry !== undefined && { geometry }),
  }));
  const fields = columns.map((column, index) => ({
    name: column.name,
    title: column.title,
    type: typeOf(rows.map(({ cells }) => cells[index] ?? null)),
  }));
  return { name, title, fields, rows };
}

function typeOf(cells: readonly ExportCell[]): ExportField['type'] {
  const given = cells.filter((cell) => cell !== null);
  if (given.length === 0) return 'text';
  if (given.every((cell) => typeof cell === 'boolean')) return 'boolean';
  if (!given.every((cell) => typeof cell === 'number')) return 'text';
  return given.every((cell) => Number.isSafeInteger(cell)) ? 'integer' : 'real';
}

/** A cell as text; empty for none. */
export function cellText(cell: ExportCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** The kinds of shape that formats of one kind each are split by. */
export type ShapeKind = 'point' | 'line' | 'area';

/** The kind of a geometry; undefined for a collection. */
export function shapeKind({ type }: Geometry): ShapeKind | undefined {
  switch (type) {
    case 'Point':
    case 'MultiPoint':
      return 'point';
    case 'LineString':
    case 'MultiLineString':
      return 'line';
    case 'Polygon':
    case 'MultiPolygon':
      return 'area';
    case 'GeometryCollection':
      return undefined;
  }
}

/** The parts of a geometry: its lines, the rings of its polygons, or its points as a part each. */
export function simpleParts(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(simpleParts);
  }
}

/** West, south, east and north of positions; undefined for none. */
export function boundsOfPositions(
  positions: Iterable<Position>,
): readonly [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = Number.NaN, y = Number.NaN] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}
