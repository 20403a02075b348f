import { crsOfWkt } from '../crs/crs-text.ts';
import {
  type FieldValue,
  type ImportFile,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadFeature,
  type RefusedFile,
} from '../raw-dataset.ts';
import { counted, type OnFeatures } from '../read-progress.ts';
import { type GdbRow, type GdbTable, gdbType, openGdbTable } from './filegdb-table.ts';

/** Reads the feature classes and tables of a File Geodatabase, given as the files of its folder. */
export function readFileGdb(
  members: readonly ImportFile[],
  file: string,
  onFeatures?: OnFeatures,
): { readonly datasets: readonly RawDataset[]; readonly refused: readonly RefusedFile[] } {
  const byName = new Map(
    members.map(({ name, bytes }) => [(name.split('/').at(-1) ?? '').toLowerCase(), bytes]),
  );
  if ([...byName.keys()].some((name) => name.endsWith('.cdf')))
    return { datasets: [], refused: [compressed(file)] };
  const listed = listedTables(byName);
  if (listed === undefined) return { datasets: [], refused: [noCatalogue(file)] };
  const datasets: RawDataset[] = [];
  const refused: RefusedFile[] = listed.isCut ? [noCatalogue(file)] : [];
  for (const { objectId, name } of listed.tables) {
    try {
      const table = open(byName, objectId);
      if (table === undefined) refused.push(notRead(file, name));
      else if (!isInternal(name)) datasets.push(readLayer(table, { file, name, onFeatures }));
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      refused.push(notRead(file, name));
    }
  }
  return { datasets, refused };
}

type Listed = {
  readonly tables: readonly { readonly objectId: number; readonly name: string }[];
  /** Whether the list ends before its end. */
  readonly isCut: boolean;
};

/** The tables that the catalogue names, without those of the database itself; undefined where it cannot be read. */
function listedTables(byName: ReadonlyMap<string, Uint8Array>): Listed | undefined {
  const tables: { readonly objectId: number; readonly name: string }[] = [];
  try {
    const catalogue = open(byName, 1);
    if (catalogue === undefined) return undefined;
    for (const { objectId, values } of catalogue.rows()) {
      const name = [...values].find(([field]) => /^name$/i.test(field))?.[1];
      if (typeof name === 'string' && !/^GDB_/i.test(name)) tables.push({ objectId, name });
    }
    return { tables, isCut: false };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return tables.length === 0 ? undefined : { tables, isCut: true };
  }
}

/** Tables that hold networks, relations and attachments rather than features. */
function isInternal(name: string): boolean {
  return /__ATTACH$|^T_\d+_|^N_\d+_/i.test(name);
}

function open(byName: ReadonlyMap<string, Uint8Array>, number: number): GdbTable | undefined {
  const stem = `a${number.toString(16).padStart(8, '0')}`;
  const [table, index] = [byName.get(`${stem}.gdbtable`), byName.get(`${stem}.gdbtablx`)];
  return table === undefined || index === undefined ? undefined : openGdbTable(table, index);
}

function readLayer(
  table: GdbTable,
  {
    file,
    name,
    onFeatures,
  }: { readonly file: string; readonly name: string; readonly onFeatures: OnFeatures | undefined },
): RawDataset {
  const fields = table.fields.filter(({ kind }) => kind !== 'geometry' && kind !== 'binary');
  const geometry = table.fields.find(({ kind }) => kind === 'geometry');
  const features: ReadFeature[] = [];
  const setAside: ImportIssue[] = [];
  for (const row of counted(table.rows(), onFeatures)) {
    const fault = faultOf(row);
    if (fault !== undefined) {
      setAside.push(fault);
      continue;
    }
    const properties: Record<string, FieldValue> = Object.fromEntries(
      fields.map((field) => [field.name, row.values.get(field.name) ?? null]),
    );
    features.push({
      ...(row.geometry && { geometry: row.geometry }),
      properties,
      row: row.objectId,
    });
  }
  return {
    ...{ file, name, format: 'FileGeodatabase' },
    fields: fields.map((field) => ({
      name: field.name,
      type: gdbType(field),
      ...(field.alias !== '' && field.alias !== field.name && { alias: field.alias }),
    })),
    features,
    setAside,
    encoding: { name: 'utf-8', how: 'declared' },
    crs: geometry?.grid === undefined ? { kind: 'none' } : crsOfWkt(geometry.grid.wkt),
    issues: [],
  };
}

function faultOf({ fault, objectId }: GdbRow): ImportIssue | undefined {
  if (fault === undefined) return undefined;
  const { code, zh, en, cure } = ROW_FAULTS[fault];
  const message = { zh: `要素 ${objectId} ${zh}。`, en: `feature ${objectId} ${en}.` };
  return issue(code, 'error', message, cure, objectId);
}

/** Why a row is left out, by its fault. */
const ROW_FAULTS = {
  curves: {
    code: 'geometry-curved',
    zh: '含有曲线，未读入',
    en: 'has curves and was left out',
    cure: { zh: '在 ArcGIS 中“增密”后再导出。', en: 'Densify it in ArcGIS, then export again.' },
  },
  unsupported: {
    code: 'geometry-unsupported',
    zh: '的几何类型不能读取',
    en: 'has a geometry type that is not read',
    cure: { zh: '导出为点、线或面。', en: 'Export it as points, lines or polygons.' },
  },
  damaged: {
    code: 'geometry-damaged',
    zh: '的几何已损坏',
    en: 'has a damaged geometry',
    cure: { zh: '从原软件重新导出。', en: 'Export it again.' },
  },
} as const;

function compressed(file: string): RefusedFile {
  return {
    file,
    code: 'gdb-compressed',
    message: {
      zh: '这个文件地理数据库是压缩的（.cdf），不能读取。',
      en: 'this File Geodatabase is compressed (.cdf) and cannot be read.',
    },
    cure: {
      zh: '在 ArcGIS 中“解压缩文件地理数据库数据”后再选入。',
      en: 'Uncompress it in ArcGIS first.',
    },
  };
}

function noCatalogue(file: string): RefusedFile {
  return {
    file,
    code: 'gdb-incomplete',
    message: {
      zh: '文件地理数据库不完整：读不出目录表 a00000001。',
      en: 'the File Geodatabase is incomplete: its catalogue a00000001 cannot be read.',
    },
    cure: { zh: '把整个 .gdb 文件夹压缩为一个 zip。', en: 'Zip the whole .gdb folder.' },
  };
}

function notRead(file: string, name: string): RefusedFile {
  return {
    file: `${file} › ${name}`,
    code: 'gdb-table-unread',
    message: {
      zh: `表 ${name} 的结构不能读取（栅格、64 位编号或文件不完整）。`,
      en: `the table ${name} cannot be read (images, 64-bit ids, or an incomplete file).`,
    },
    cure: { zh: '把它导出为 SHP 或 GPKG。', en: 'Export it as SHP or GPKG.' },
  };
}
