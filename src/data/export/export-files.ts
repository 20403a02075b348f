import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Bilingual } from '../../domain/bilingual.ts';
import { type DataFormatChoice, effectiveChoice } from '../../domain/own-data/data-export.ts';
import { type ExportCrs, exportCrs, toCrs } from './export-crs.ts';
import { exportReadme } from './export-readme.ts';
import type { ExportTable } from './export-table.ts';
import { encoderOf } from './gb18030.ts';
import type { DataAbout, ExportedFile, WrittenFiles } from './written-files.ts';

/** The bytes of an archive, and how many texts in it had to be cut. */
export type DataArchive = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly cutTexts: number;
};

/**
 * Writes tables and a README into one archive.
 * @param onShare is told how much is done, from 0 to 1.
 */
export async function exportArchive(
  tables: readonly ExportTable[],
  choice: DataFormatChoice,
  {
    about,
    codes,
    onShare,
  }: {
    readonly about: DataAbout;
    /** What the README says of the words and codes in use. */
    readonly codes: readonly Bilingual[];
    readonly onShare?: (share: number) => void;
  },
): Promise<DataArchive> {
  const used = effectiveChoice(choice);
  const crs = exportCrs(used.crs);
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const projected = projectedTables(filled, crs, (share) => onShare?.(0.5 * share));
  const written = await writeFiles(projected, used, about.exportedAt, crs);
  onShare?.(0.8);
  const readme = exportReadme({ tables, written, choice: used, crs, about, codes });
  const members: Zippable = { 'README.txt': strToU8(readme) };
  for (const { name, bytes } of written.files) members[name] = bytes;
  return {
    bytes: zipSync(members),
    cutTexts: written.cut.reduce((sum, [, , count]) => sum + count, 0),
  };
}

function projectedTables(
  tables: readonly ExportTable[],
  crs: ExportCrs,
  onShare: (share: number) => void,
): readonly ExportTable[] {
  const convert = toCrs(crs);
  return tables.map((table, index) => {
    onShare(index / tables.length);
    return {
      ...table,
      rows: table.rows.map((row) =>
        row.geometry === undefined ? row : { ...row, geometry: convert(row.geometry) },
      ),
    };
  });
}

/** Writes tables in a format; the writer of each is fetched with the first file of it. */
async function writeFiles(
  tables: readonly ExportTable[],
  { format, encoding }: DataFormatChoice,
  exportedAt: string,
  crs: ExportCrs,
): Promise<WrittenFiles> {
  const plain = { shortened: [], cut: [], isGuarded: false };
  switch (format) {
    case 'geojson': {
      const { writeGeoJson } = await import('./write-geojson.ts');
      return {
        ...plain,
        files: tables.map((table) => text(`${table.name}.geojson`, writeGeoJson(table, crs))),
      };
    }
    case 'kml': {
      const { writeKml } = await import('./write-kml.ts');
      return { ...plain, files: tables.map((table) => text(`${table.name}.kml`, writeKml(table))) };
    }
    case 'csv': {
      const { writeTableCsv } = await import('./write-table-csv.ts');
      const encode = encoderOf(encoding);
      const all = tables.map((table) => ({ name: table.name, ...writeTableCsv(table, crs) }));
      return {
        ...plain,
        isGuarded: all.some(({ isGuarded }) => isGuarded),
        files: all.flatMap(({ name, text: content, types }) => [
          // The mark before UTF-8 has no place in GB18030, which Excel for Chinese takes for granted.
          {
            name: `${name}.csv`,
            bytes: encode(encoding === 'utf-8' ? content : content.replace(/^\uFEFF/, '')),
          },
          text(`${name}.csvt`, types),
          text(`${name}.prj`, crs.ogcWkt),
        ]),
      };
    }
    case 'geopackage': {
      const { writeGeoPackage } = await import('./write-geopackage.ts');
      return {
        ...plain,
        files: [
          {
            name: 'coastplan.gpkg',
            bytes: writeGeoPackage(tables, { crs, changedAt: exportedAt }),
          },
        ],
      };
    }
    case 'shapefile': {
      const { writeShapefile } = await import('./write-shapefile.ts');
      const options = { crs, encoding, date: exportedAt.slice(0, 10) };
      const all = tables.map((table) => ({ table, ...writeShapefile(table, options) }));
      return {
        ...plain,
        files: all.flatMap(({ files }) => files),
        shortened: all.flatMap(({ table, names }) =>
          table.fields.flatMap(({ name }, index) =>
            names[index] === name ? [] : [[table.name, name, names[index] ?? ''] as const],
          ),
        ),
        cut: all.flatMap(({ table, cut }) =>
          cut.map(([name, count]) => [table.name, name, count] as const),
        ),
      };
    }
  }
}

function text(name: string, content: string): ExportedFile {
  return { name, bytes: strToU8(content) };
}
