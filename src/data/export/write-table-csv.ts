import { type CsvCell, csvText, guardNotice } from '../csv-text.ts';
import type { ExportCrs } from './export-crs.ts';
import type { ExportField, ExportTable } from './export-table.ts';
import { geometryWkt } from './geometry-wkt.ts';

/** The column of the geometries; GDAL, QGIS and our own reader know it by this name. */
const WKT = 'WKT';

const TYPES = {
  text: 'String',
  integer: 'Integer64',
  real: 'Real',
  boolean: 'Integer(Boolean)',
} as const satisfies Record<ExportField['type'], string>;

/** A table as CSV, the types of its columns for GDAL (`.csvt`), and whether texts got an apostrophe. */
export type WrittenCsv = {
  readonly text: string;
  readonly types: string;
  readonly isGuarded: boolean;
};

/** Writes a table as CSV with geometries as well-known text in the first column, in the given system. */
export function writeTableCsv({ fields, rows }: ExportTable, { decimals }: ExportCrs): WrittenCsv {
  const body = rows.map(({ geometry, cells }): readonly CsvCell[] => [
    geometry === undefined ? undefined : geometryWkt(geometry, decimals),
    ...cells.map((cell): CsvCell => {
      if (typeof cell === 'boolean') return Number(cell);
      return cell ?? undefined;
    }),
  ]);
  return {
    text: csvText([[WKT, ...fields.map(({ name }) => name)], ...body]),
    types: `${['WKT', ...fields.map(({ type }) => TYPES[type])].map((type) => `"${type}"`).join(',')}\r\n`,
    isGuarded: guardNotice(body) !== undefined,
  };
}
