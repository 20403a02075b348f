import { gunzipSync } from 'fflate';
import {
  type ImportFile,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadResult,
  type RefusedFile,
} from './raw-dataset.ts';
import type { OnFeatures, ReadProgress } from './read-progress.ts';
import { looksLikeBoundaryPoints, readBoundaryPoints } from './readers/boundary-points.ts';
import { looksLikeCass, readCass } from './readers/cass-reader.ts';
import {
  declaredCrs,
  fromFeatures,
  readGeoJson,
  readGeoJsonLines,
} from './readers/geojson-reader.ts';
import { readShapefile } from './readers/shapefile-reader.ts';
import { isSqlite } from './readers/sqlite.ts';
import { isZip, unzip } from './readers/zip.ts';
import { FILE_EMPTY, isFlatGeobuf, refusalOf, TEXT_UNREADABLE } from './refusals.ts';
import { isMostlyNumbers } from './table/table-header.ts';
import { readTable } from './table/table-reader.ts';
import { decodeImportText } from './text/decode-import-text.ts';
import { textCells } from './text/text-cells.ts';

/** What the user may decide before files are read. */
export type ReadChoices = {
  readonly encoding?: string;
  readonly onProgress?: (progress: ReadProgress) => void;
};

/** How deep archives inside archives are opened. */
const DEPTH = 2;

/**
 * Reads files of any format, told apart by their content. Parts of a shapefile and files of a geodatabase are
 * put together; an archive is opened, and one inside it.
 */
export async function readFiles(
  files: readonly ImportFile[],
  choices: ReadChoices = {},
  depth = 0,
): Promise<ReadResult> {
  const datasets: RawDataset[] = [];
  const refused: RefusedFile[] = [];
  const take = ({ datasets: found, refused: not }: ReadResult): void => {
    datasets.push(...found);
    refused.push(...not);
  };
  const { geodatabases, shapefiles, others, strays } = grouped(files);
  for (const { name, members } of geodatabases) {
    const { readFileGdb } = await import('./readers/filegdb-reader.ts');
    take(readFileGdb(members, name, heardOf(name, choices)));
  }
  for (const parts of shapefiles) {
    const dataset = readShapefile(parts, choices.encoding, heardOf(parts.file, choices));
    if (dataset === undefined) refused.push({ file: parts.file, ...NO_SHAPEFILE });
    else datasets.push(dataset);
  }
  for (const file of others) take(asMainFile(file, await readOne(file, choices, depth)));
  refused.push(...strays.map((file) => ({ file, ...strayPart(file) })));
  return { datasets, refused };
}

/** What a reader of a file tells its progress to; undefined when nobody listens. */
function heardOf(file: string, { onProgress }: ReadChoices): OnFeatures | undefined {
  return onProgress && ((features) => onProgress({ file, features }));
}

type Grouped = {
  readonly geodatabases: readonly {
    readonly name: string;
    readonly members: readonly ImportFile[];
  }[];
  readonly shapefiles: readonly Parameters<typeof readShapefile>[0][];
  readonly others: readonly ImportFile[];
  /** Parts of shapefiles that have no main file, the first of each. */
  readonly strays: readonly string[];
};

/** What is no shapefile by its content is read as what it is; of no kind at all, it is a damaged one. */
function asMainFile({ name }: ImportFile, result: ReadResult): ReadResult {
  const isUnknown = result.refused.some(({ code }) => code === 'format-unknown');
  return /\.shp$/i.test(name) && isUnknown
    ? { datasets: [], refused: [{ file: name, ...NO_SHAPEFILE }] }
    : result;
}

/** Parts of a shapefile that say nothing without its main file. */
const PART = /\.(?:dbf|prj|cpg|shx)$/i;

/** Whether a file is the main file of a shapefile by its content; its index begins alike. */
function isMainFile({ name, bytes: [a, b, c, d] }: ImportFile): boolean {
  return a === 0 && b === 0 && c === 0x27 && d === 0x0a && !/\.sh[xbn]$/i.test(name);
}

/** Companions of a shapefile that hold nothing to read. */
const COMPANIONS = /\.(?:sbn|sbx|qix|qpj|fbn|fbx|ain|aih|atx|ixs|mxs|shp\.xml|cst)$/i;

function grouped(files: readonly ImportFile[]): Grouped {
  const geodatabases = new Map<string, ImportFile[]>();
  const rest: ImportFile[] = [];
  for (const file of files) {
    const [, folder] = /^((?:.*\/)?[^/]+\.gdb)\/[^/]+$/i.exec(file.name) ?? [];
    const loose =
      folder ??
      (/(?:^|\/)a[0-9a-f]{8}\.gdbtablx?$/i.test(file.name) ? parent(file.name) : undefined);
    if (loose === undefined) rest.push(file);
    else geodatabases.set(loose, [...(geodatabases.get(loose) ?? []), file]);
  }
  const stemOf = (name: string): string => name.replace(/\.[^./]+$/, '').toLowerCase();
  const part = (stem: string, suffix: string): Uint8Array | undefined =>
    rest.find(({ name }) => stemOf(name) === stem && name.toLowerCase().endsWith(suffix))?.bytes;
  const mains = rest.filter(isMainFile);
  const stems = new Set(mains.map(({ name }) => stemOf(name)));
  const shapefiles = mains.map(({ name, bytes }) => {
    const stem = stemOf(name);
    const [dbf, prj, cpg] = [part(stem, '.dbf'), part(stem, '.prj'), part(stem, '.cpg')];
    const shx = part(stem, '.shx');
    return {
      ...{ file: name, name: baseName(name), shp: bytes },
      ...(dbf && { dbf }),
      ...(prj && { prj }),
      ...(cpg && { cpg }),
      ...(shx && { shx }),
    };
  });
  const left = rest.filter((file) => !mains.includes(file) && !COMPANIONS.test(file.name));
  const isPart = ({ name }: ImportFile): boolean => PART.test(name);
  // A damaged main file speaks for its parts.
  const named = new Set(rest.flatMap(({ name }) => (/\.shp$/i.test(name) ? [stemOf(name)] : [])));
  const strays = new Map(
    left.filter(isPart).flatMap(({ name }) => {
      const stem = stemOf(name);
      return stems.has(stem) || named.has(stem) ? [] : [[stem, name] as const];
    }),
  );
  return {
    geodatabases: [...geodatabases].map(([name, members]) => ({ name, members })),
    shapefiles,
    others: left.filter((file) => !isPart(file)),
    strays: [...strays.values()],
  };
}

function parent(name: string): string {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : 'geodatabase';
}

/** The last part of a path without its suffix. */
function baseName(name: string): string {
  return (name.split('/').at(-1) ?? name).replace(/\.[^.]+$/, '');
}

async function readOne(file: ImportFile, choices: ReadChoices, depth: number): Promise<ReadResult> {
  const { name, bytes } = file;
  const refuse = (reason: Omit<RefusedFile, 'file'>): ReadResult => ({
    datasets: [],
    refused: [{ file: name, ...reason }],
  });
  if (bytes.length === 0) return refuse(FILE_EMPTY);
  if (isZip(bytes)) return readArchive(file, choices, depth);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return readGzip(file, choices, depth);
  try {
    const binary = await readBinary(file, choices);
    if (binary !== undefined) return binary;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return refuse(DAMAGED);
  }
  const refusal = refusalOf(bytes, name);
  if (refusal !== undefined) return refuse(refusal);
  const decoded = decodeImportText(bytes, {
    ...(declaredInXml(bytes) && { declared: declaredInXml(bytes) ?? '' }),
    ...(choices.encoding !== undefined && { confirmed: choices.encoding }),
  });
  if (decoded === undefined) return refuse(TEXT_UNREADABLE);
  const text = decoded.text.replace(/^\uFEFF/, '');
  const given = { file: name, name: baseName(name), encoding: decoded.encoding };
  const dataset = await readText(text, given, heardOf(name, choices));
  return dataset === undefined
    ? refuse(await unreadText(text))
    : { datasets: dataset, refused: [] };
}

/** Whether a database has fewer pages than its header says (SQLite, Database File Format, 1.3.7). */
function isCutDatabase(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  return view.getUint32(28) * size > bytes.length;
}

const DATABASE_CUT = issue(
  'file-truncated',
  'error',
  {
    zh: '数据库不完整，比文件头写明的短：可能缺少记录。',
    en: 'the database is cut off, shorter than its header says: records may be missing.',
  },
  { zh: '重新复制或导出该文件。', en: 'Copy or export the file again.' },
);

/** Formats that are no text; undefined when the file is none of them. */
async function readBinary(
  { name, bytes }: ImportFile,
  choices: ReadChoices,
): Promise<ReadResult | undefined> {
  if (isSqlite(bytes)) {
    const { readGeoPackage } = await import('./readers/geopackage-reader.ts');
    const read = readGeoPackage(bytes, name, heardOf(name, choices));
    const { datasets, refused } = read ?? { datasets: [], refused: [] };
    if (datasets.length + refused.length > 0)
      return {
        datasets: isCutDatabase(bytes)
          ? datasets.map((raw) => ({ ...raw, issues: [...raw.issues, DATABASE_CUT] }))
          : datasets,
        refused,
      };
    return { datasets: [], refused: [{ file: name, ...NO_GEOPACKAGE }] };
  }
  if (isFlatGeobuf(bytes)) {
    const { readFlatGeobuf } = await import('./readers/flatgeobuf-reader.ts');
    const given = { file: name, name: baseName(name) };
    return { datasets: [readFlatGeobuf(bytes, given, heardOf(name, choices))], refused: [] };
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && /\.xls$/i.test(name))
    return readBook({ name, bytes });
  if (
    /^(?:ï»¿)?\s*(?:999\s[^\n]*\n\s*)?0\s*\r?\n\s*SECTION/.test(
      new TextDecoder('latin1').decode(bytes.subarray(0, 400)),
    )
  ) {
    const { readDxf } = await import('./readers/dxf-reader.ts');
    const dataset = readDxf(bytes, { file: name, name: baseName(name) }, choices.encoding);
    return dataset === undefined
      ? { datasets: [], refused: [{ file: name, ...DAMAGED }] }
      : { datasets: [dataset], refused: [] };
  }
  return undefined;
}

async function readArchive(
  { name, bytes }: ImportFile,
  choices: ReadChoices,
  depth: number,
): Promise<ReadResult> {
  const unpacked = unzip(bytes);
  if (unpacked.kind === 'refused')
    return { datasets: [], refused: [{ file: name, ...unpacked.refused }] };
  const { files } = unpacked;
  if (files.some((file) => file.name === '[Content_Types].xml' || file.name === 'mimetype'))
    return readBook({ name, bytes });
  if (depth >= DEPTH) return { datasets: [], refused: [{ file: name, ...TOO_DEEP }] };
  const inner = files.map((file) => ({ ...file, name: `${name}/${file.name}` }));
  if (inner.length === 0) return { datasets: [], refused: [{ file: name, ...FILE_EMPTY }] };
  return readFiles(inner, choices, depth + 1);
}

async function readGzip(
  { name, bytes }: ImportFile,
  choices: ReadChoices,
  depth: number,
): Promise<ReadResult> {
  const refuse = (reason: Omit<RefusedFile, 'file'>): ReadResult => ({
    datasets: [],
    refused: [{ file: name, ...reason }],
  });
  // The last four bytes state the size of the content.
  const size = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(
    0,
    true,
  );
  if (size > 1024 ** 3 || size > bytes.length * 1100) return refuse(TOO_LARGE);
  try {
    const content = gunzipSync(bytes);
    return readFiles([{ name: name.replace(/\.t?gz$/i, ''), bytes: content }], choices, depth + 1);
  } catch {
    return refuse(DAMAGED);
  }
}

async function readBook(file: ImportFile): Promise<ReadResult> {
  const { readWorkbook } = await import('./readers/workbook-reader.ts');
  return readWorkbook(file);
}

type Given = Pick<RawDataset, 'file' | 'name' | 'encoding'>;

async function readText(
  text: string,
  given: Given,
  onFeatures: OnFeatures | undefined,
): Promise<readonly RawDataset[] | undefined> {
  // Its blocks begin with a bracket, as a list in JSON does.
  if (looksLikeBoundaryPoints(text)) return [readBoundaryPoints(text, given)];
  if (/^\s*[[{]/.test(text) || text.startsWith('\u001E')) {
    const json = await readJson(text, given, onFeatures);
    // What begins as JSON is no table, whatever commas it has.
    return json;
  }
  if (/<kml[\s>]|<(?:\w+:)kml[\s>]/i.test(text.slice(0, 2000))) return one(await kml(text, given));
  if (/<gpx[\s>]/i.test(text.slice(0, 2000))) {
    const { readGpx } = await import('./readers/kml-reader.ts');
    return one(readGpx(text, given));
  }
  if (/^\s*</.test(text)) return undefined;
  if (looksLikeCass(text)) return one(readCass(text, given));
  const table = readTable(await textCells(text), { ...given, format: 'CSV' });
  return table === undefined || table.features.length + table.setAside.length === 0
    ? undefined
    : [table];
}

function one(dataset: RawDataset | undefined): readonly RawDataset[] | undefined {
  return dataset === undefined ? undefined : [dataset];
}

async function kml(text: string, given: Given): Promise<RawDataset | undefined> {
  const { readKml } = await import('./readers/kml-reader.ts');
  const isShifted = /\.ovkm[lz](?:\/|$)/i.test(given.file);
  return readKml(text, given, isShifted);
}

async function readJson(
  text: string,
  given: Given,
  onFeatures: OnFeatures | undefined,
): Promise<readonly RawDataset[] | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return one(readGeoJsonLines(text, given, onFeatures));
  }
  if (isTopology(value)) return readTopology(value, given);
  return one(readGeoJson(value, given, onFeatures));
}

function isTopology(
  value: unknown,
): value is { readonly type: 'Topology'; readonly objects: Readonly<Record<string, unknown>> } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Topology' &&
    'objects' in value
  );
}

async function readTopology(
  topology: { readonly objects: Readonly<Record<string, unknown>> },
  given: Given,
): Promise<readonly RawDataset[] | undefined> {
  const { topologyFeatures } = await import('./readers/topojson-reader.ts');
  const crs = declaredCrs(topology);
  const lost: string[] = [];
  const layers = Object.keys(topology.objects).flatMap((name) => {
    const features = topologyFeatures(topology, name);
    if (features === undefined) lost.push(name);
    return features === undefined
      ? []
      : [fromFeatures(features, { ...given, name, format: 'TopoJSON' }, crs)];
  });
  const [first, ...others] = layers;
  if (first === undefined) return undefined;
  return [{ ...first, issues: [...first.issues, ...lost.map(layerUnread)] }, ...others];
}

function layerUnread(name: string): ImportIssue {
  return issue(
    'layer-unread',
    'error',
    {
      zh: `图层“${name}”的弧段不全，未读入。`,
      en: `the layer "${name}" lacks some of its arcs and was left out.`,
    },
    { zh: '重新导出该图层。', en: 'Export that layer again.' },
  );
}

/** The encoding that an XML declaration states. */
function declaredInXml(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /<\?xml[^>]*encoding\s*=\s*["']([^"']+)/i.exec(start)?.[1];
}

const DAMAGED = {
  code: 'file-damaged',
  message: { zh: '文件不完整或已损坏。', en: 'the file is cut off or damaged.' },
  cure: { zh: '重新复制或导出。', en: 'Copy or export it again.' },
};
const WITHOUT_HEADER = {
  code: 'header-missing',
  message: {
    zh: '这张表没有表头，看不出哪一列是什么。',
    en: 'the table has no header, and it is not clear what its columns are.',
  },
  cure: {
    zh: '在第一行写上列名，例如 点号,X,Y（X 为北坐标）或 点号,经度,纬度。',
    en: 'Name the columns in the first row, such as number, X, Y (X is the northing) or number, longitude, latitude.',
  },
};
const BROKEN_JSON = {
  code: 'format-unknown',
  message: {
    zh: '这是 JSON 的开头，但不完整或有错误，读不出来。',
    en: 'it begins as JSON, but it is cut off or broken and cannot be read.',
  },
  cure: {
    zh: '重新复制或导出；npm run validate 会指出错在哪里。',
    en: 'Copy or export it again; npm run validate names the place of the fault.',
  },
};
const TOO_DEEP = {
  code: 'zip-too-deep',
  message: { zh: '压缩包套了太多层。', en: 'archives are nested too deep.' },
  cure: { zh: '解压后再选入。', en: 'Unpack it first.' },
};
const TOO_LARGE = {
  code: 'zip-too-large',
  message: { zh: '压缩文件展开后超过 1 GB。', en: 'the file unpacks to more than 1 GB.' },
  cure: { zh: '只导出需要的部分。', en: 'Export only what is needed.' },
};
/** Why a part of a shapefile is not read by itself. */
function strayPart(file: string): Omit<RefusedFile, 'file'> {
  const suffix = /\.\w+$/.exec(file)?.[0].toLowerCase() ?? '';
  return {
    code: 'shapefile-part-stray',
    message: {
      zh: `这是 shapefile 的 ${suffix} 部分，缺少同名的 .shp，没有图形。`,
      en: `this is the ${suffix} part of a shapefile whose .shp is missing: it holds no shapes.`,
    },
    cure: {
      zh: '把同名的 .shp、.dbf、.prj 一起选入。',
      en: 'Add the .shp, .dbf and .prj of the same name.',
    },
  };
}

const NO_SHAPEFILE = {
  code: 'shapefile-damaged',
  message: {
    zh: '这个 .shp 不是 shapefile，或文件头已损坏。',
    en: 'this .shp is no shapefile, or its header is damaged.',
  },
  cure: { zh: '重新复制或导出。', en: 'Copy or export it again.' },
};
const NO_GEOPACKAGE = {
  code: 'geopackage-without-features',
  message: {
    zh: '这个数据库里没有 GeoPackage 要素表。',
    en: 'the database has no feature table of a GeoPackage.',
  },
  cure: { zh: '在 QGIS 中导出为 GPKG。', en: 'Export it as GPKG in QGIS.' },
};
/** Why a text is not read: markup or JSON that is broken, or nothing that is known. */
async function unreadText(text: string): Promise<Omit<RefusedFile, 'file'>> {
  const isMarkup = /<(?:\w+:)?(?:kml|gpx)[\s>]/i.test(text.slice(0, 2000));
  if (isMarkup && !/<!ENTITY/i.test(text)) return DAMAGED;
  if (/^\s*[[{]/.test(text)) return isJson(text) ? unknownText(text) : BROKEN_JSON;
  if (/^\s*</.test(text)) return unknownText(text);
  return isMostlyNumbers(await textCells(text)) ? WITHOUT_HEADER : unknownText(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function unknownText(text: string): Omit<RefusedFile, 'file'> {
  const start = text.trim().slice(0, 40).replace(/\s+/g, ' ');
  return {
    code: 'format-unknown',
    message: {
      zh: `看不出这是什么数据（开头是“${start}”）。`,
      en: `it is not clear what data this is (it begins with "${start}").`,
    },
    cure: TEXT_UNREADABLE.cure,
  };
}
