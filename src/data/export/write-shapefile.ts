import type { Geometry, Position } from 'geojson';
import type { ExportEncoding } from '../../domain/own-data/data-export.ts';
import type { ExportCrs } from './export-crs.ts';
import {
  boundsOfPositions,
  type ExportRow,
  type ExportTable,
  type ShapeKind,
  shapeKind,
  simpleParts,
} from './export-table.ts';
import { type WrittenDbf, writeDbf } from './write-dbf.ts';
import type { ExportedFile } from './written-files.ts';

/** The shapefiles of a table: one for each kind of shape in it. */
export type WrittenShapefile = Omit<WrittenDbf, 'bytes'> & {
  readonly files: readonly ExportedFile[];
};

const SUFFIX = { point: 'points', line: 'lines', area: 'areas' } as const satisfies Record<
  ShapeKind,
  string
>;

/**
 * Writes a table as shapefiles (Esri, 1998), one for each kind of shape. A feature without a place is a null
 * shape in the first of them; a collection is in each that has parts of it.
 */
export function writeShapefile(
  table: ExportTable,
  options: { readonly crs: ExportCrs; readonly encoding: ExportEncoding; readonly date: string },
): WrittenShapefile {
  const byKind = rowsByKind(table.rows);
  const parts = [...byKind].map(([kind, rows]) => ({
    stem: byKind.size === 1 ? table.name : `${table.name}-${SUFFIX[kind]}`,
    shapes: writeShp(kind, rows),
    dbf: writeDbf({ fields: table.fields, rows }, options),
  }));
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const cut = new Map<string, number>();
  for (const { dbf } of parts)
    for (const [name, count] of dbf.cut) cut.set(name, (cut.get(name) ?? 0) + count);
  return {
    names: parts[0]?.dbf.names ?? [],
    cut: [...cut],
    files: parts.flatMap(({ stem, shapes, dbf }) => [
      { name: `${stem}.shp`, bytes: shapes.main },
      { name: `${stem}.shx`, bytes: shapes.index },
      { name: `${stem}.dbf`, bytes: dbf.bytes },
      { name: `${stem}.prj`, bytes: text(options.crs.esriWkt) },
      { name: `${stem}.cpg`, bytes: text(options.encoding === 'utf-8' ? 'UTF-8' : 'GB18030') },
    ]),
  };
}

function rowsByKind(rows: readonly ExportRow[]): ReadonlyMap<ShapeKind, readonly ExportRow[]> {
  const kinds = (['point', 'line', 'area'] as const).filter((kind) =>
    rows.some(({ geometry }) => geometry !== undefined && partsOfKind(geometry, kind).length > 0),
  );
  const first = kinds[0] ?? 'point';
  return new Map(
    (kinds.length === 0 ? [first] : kinds).map((kind) => [
      kind,
      rows.flatMap((row): readonly ExportRow[] => {
        if (row.geometry === undefined) return kind === first ? [row] : [];
        const own = partsOfKind(row.geometry, kind);
        return own.length === 0 ? [] : [{ cells: row.cells, geometry: collected(own) }];
      }),
    ]),
  );
}

/** The geometries of one kind in a geometry: itself, or members of a collection. */
function partsOfKind(geometry: Geometry, kind: ShapeKind): readonly Geometry[] {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.flatMap((member) => partsOfKind(member, kind));
  return shapeKind(geometry) === kind ? [geometry] : [];
}

function collected(own: readonly Geometry[]): Geometry {
  const [only, ...others] = own;
  return only !== undefined && others.length === 0
    ? only
    : { type: 'GeometryCollection', geometries: [...own] };
}

/** Shape types of the format. */
const [POINT, POLYLINE, POLYGON, MULTIPOINT] = [1, 3, 5, 8];

function writeShp(
  kind: ShapeKind,
  rows: readonly ExportRow[],
): { readonly main: Uint8Array; readonly index: Uint8Array } {
  const isSingle = rows.every(
    ({ geometry }) => geometry === undefined || geometry.type === 'Point',
  );
  const type =
    kind === 'point' ? (isSingle ? POINT : MULTIPOINT) : kind === 'line' ? POLYLINE : POLYGON;
  const records = rows.map(({ geometry }) => recordOf(geometry, type ?? 0));
  const length = records.reduce((sum, record) => sum + 8 + record.length, 100);
  const [main, index] = [new Uint8Array(length), new Uint8Array(100 + 8 * records.length)];
  const [mainView, indexView] = [new DataView(main.buffer), new DataView(index.buffer)];
  const bounds = boundsOfPositions(
    rows.flatMap(({ geometry }) => (geometry === undefined ? [] : simpleParts(geometry).flat())),
  );
  for (const view of [mainView, indexView]) writeFileHeader(view, type ?? 0, bounds);
  let at = 100;
  for (const [number, record] of records.entries()) {
    indexView.setInt32(100 + 8 * number, at / 2);
    indexView.setInt32(104 + 8 * number, record.length / 2);
    mainView.setInt32(at, number + 1);
    mainView.setInt32(at + 4, record.length / 2);
    main.set(record, at + 8);
    at += 8 + record.length;
  }
  return { main, index };
}

/** Lengths in the header are in words of two bytes, and the high byte comes first; what follows is the other way round. */
function writeFileHeader(
  view: DataView,
  type: number,
  bounds: readonly number[] = [0, 0, 0, 0],
): void {
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  for (const [index, value] of bounds.entries()) view.setFloat64(36 + 8 * index, value, true);
}

function recordOf(geometry: Geometry | undefined, type: number): Uint8Array {
  if (geometry === undefined) return new Uint8Array(4);
  if (type === POINT) {
    const bytes = new Uint8Array(20);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, POINT, true);
    writePositions(view, 4, simpleParts(geometry).flat());
    return bytes;
  }
  const parts = type === POLYGON ? orientedRings(geometry) : simpleParts(geometry);
  const positions = parts.flat();
  const hasParts = type !== MULTIPOINT;
  const start = 40 + (hasParts ? 4 + 4 * parts.length : 0);
  const bytes = new Uint8Array(start + 16 * positions.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, type, true);
  for (const [index, value] of (boundsOfPositions(positions) ?? [0, 0, 0, 0]).entries())
    view.setFloat64(4 + 8 * index, value, true);
  if (hasParts) view.setInt32(36, parts.length, true);
  view.setInt32(hasParts ? 40 : 36, positions.length, true);
  let first = 0;
  for (const [index, part] of parts.entries()) {
    if (!hasParts) break;
    view.setInt32(44 + 4 * index, first, true);
    first += part.length;
  }
  writePositions(view, start, positions);
  return bytes;
}

function writePositions(view: DataView, start: number, positions: readonly Position[]): void {
  for (const [index, [x = Number.NaN, y = Number.NaN]] of positions.entries()) {
    view.setFloat64(start + 16 * index, x, true);
    view.setFloat64(start + 16 * index + 8, y, true);
  }
}

/** The rings of areas as the format wants them: outer ones clockwise, holes counterclockwise. */
function orientedRings(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((ring, index) =>
        isClockwise(ring) === (index === 0) ? ring : ring.toReversed(),
      );
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((coordinates) =>
        orientedRings({ type: 'Polygon', coordinates }),
      );
    case 'GeometryCollection':
      return geometry.geometries.flatMap(orientedRings);
    default:
      return [];
  }
}

function isClockwise(ring: readonly Position[]): boolean {
  let doubled = 0;
  // From the first corner, so that seven digits of a northing do not swallow a small area.
  const [originX = 0, originY = 0] = ring[0] ?? [];
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    doubled += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
  }
  return doubled < 0;
}
