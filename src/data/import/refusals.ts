import type { Bilingual } from '../../domain/bilingual.ts';
import type { RefusedFile } from './raw-dataset.ts';

/** Formats that offices have and that are not read, with what to export instead. */
const REFUSALS: readonly {
  readonly code: string;
  readonly is: (bytes: Uint8Array, name: string) => boolean;
  readonly what: Bilingual;
  readonly cure: Bilingual;
}[] = [
  {
    code: 'format-dwg',
    is: (bytes) => startsWith(bytes, 'AC10'),
    what: { zh: 'DWG 图纸', en: 'a DWG drawing' },
    cure: { zh: '在 CAD 中“另存为”DXF。', en: 'Save it as DXF in the CAD program.' },
  },
  {
    code: 'format-mdb',
    is: (bytes) => /Standard (?:Jet|ACE) DB/.test(latin(bytes, 0, 32)),
    what: {
      zh: 'Access 数据库（个人地理数据库 MDB）',
      en: 'an Access database (personal geodatabase)',
    },
    cure: {
      zh: '在 ArcGIS 中导出为文件地理数据库或 SHP。',
      en: 'Export it as a File Geodatabase or SHP.',
    },
  },
  {
    code: 'format-vct',
    is: (bytes, name) => /\.vct$/i.test(name) || startsWith(bytes, 'HeadBegin'),
    what: { zh: 'VCT 交换文件', en: 'a VCT exchange file' },
    cure: { zh: '用数据转换工具导出为 SHP 或 GDB。', en: 'Convert it to SHP or GDB.' },
  },
  {
    code: 'format-mapgis',
    is: (bytes, name) =>
      /\.(?:wt|wl|wp|mpj|hdb)$/i.test(name) || /^WMAP[`a-z]/.test(latin(bytes, 0, 5)),
    what: { zh: 'MapGIS 文件', en: 'a MapGIS file' },
    cure: { zh: '在 MapGIS 中导出为 SHP。', en: 'Export it as SHP in MapGIS.' },
  },
  {
    code: 'format-ovobj',
    is: (_, name) => /\.ovobj$/i.test(name),
    what: { zh: '奥维对象文件', en: 'an OVOBJ file' },
    cure: {
      zh: '在奥维中导出为 SHP 或 DXF（不偏移），或 OVKML。',
      en: 'Export it as SHP or DXF (not shifted), or as OVKML.',
    },
  },
  {
    code: 'format-pdf',
    is: (bytes) => startsWith(bytes, '%PDF'),
    what: { zh: 'PDF 文件', en: 'a PDF file' },
    cure: {
      zh: '向制图方索取 SHP、DXF；坐标表可以复制后粘贴。',
      en: 'Ask for SHP or DXF; a table of coordinates can be copied and pasted.',
    },
  },
  {
    code: 'format-image',
    is: (bytes) =>
      startsWith(bytes, '\x89PNG') ||
      startsWith(bytes, '\xFF\xD8\xFF') ||
      startsWith(bytes, 'II*\0') ||
      startsWith(bytes, 'MM\0*'),
    what: { zh: '图片', en: 'an image' },
    cure: {
      zh: '向制图方索取矢量数据（SHP、GDB、KML）。',
      en: 'Ask for vector data (SHP, GDB, KML).',
    },
  },
  {
    code: 'format-archive',
    is: (bytes) =>
      startsWith(bytes, 'Rar!') ||
      startsWith(bytes, '7z\xBC\xAF') ||
      latin(bytes, 257, 262) === 'ustar',
    what: { zh: 'RAR、7z 或 tar 压缩包', en: 'a RAR, 7z or tar archive' },
    cure: { zh: '解压后选入，或改用 zip。', en: 'Unpack it first, or use zip.' },
  },
  {
    code: 'format-dxf-binary',
    is: (bytes) => startsWith(bytes, 'AutoCAD Binary DXF'),
    what: { zh: '二进制 DXF', en: 'a binary DXF' },
    cure: { zh: '在 CAD 中另存为文本（ASCII）DXF。', en: 'Save it as a text (ASCII) DXF.' },
  },
  {
    code: 'format-database-journal',
    is: (_, name) => /\.(?:gpkg|sqlite|db)-(?:wal|shm|journal)$/i.test(name),
    what: { zh: '数据库的日志文件', en: 'the journal of a database' },
    cure: {
      zh: '在 QGIS 中关闭图层，日志并入数据库后再复制 .gpkg。',
      en: 'Close the layer in QGIS, so that the journal goes into the database, and copy the .gpkg then.',
    },
  },
  {
    code: 'format-office-old',
    is: (bytes, name) => startsWith(bytes, '\xD0\xCF\x11\xE0') && !/\.xls$/i.test(name),
    what: {
      zh: '旧版 Office 文档或加密的工作簿',
      en: 'an old Office document or a protected workbook',
    },
    cure: { zh: '去掉密码，另存为 XLSX。', en: 'Remove the password and save it as XLSX.' },
  },
  {
    code: 'format-flatgeobuf',
    is: (bytes) => startsWith(bytes, 'fgb') && !isFlatGeobuf(bytes),
    what: { zh: '旧版本的 FlatGeobuf 文件', en: 'a FlatGeobuf file of another version' },
    cure: { zh: '在 QGIS 中导出为 GPKG 或 GeoJSON。', en: 'Export it as GPKG or GeoJSON in QGIS.' },
  },
  {
    code: 'format-gml',
    is: (bytes) =>
      /<(?:\w+:)?FeatureCollection\b[^>]*(?:opengis\.net\/(?:gml|wfs))/.test(latin(bytes, 0, 4000)),
    what: { zh: 'GML 文件', en: 'a GML file' },
    cure: {
      zh: '在 QGIS 中导出为 GPKG 或 GeoJSON（GML 的坐标轴次序不一）。',
      en: 'Export it as GPKG or GeoJSON in QGIS: the order of axes in GML varies.',
    },
  },
  {
    code: 'format-html',
    is: (bytes) => /^\s*(?:<!doctype html|<html)/i.test(latin(bytes, 0, 500).replace(/^ï»¿/, '')),
    what: { zh: '网页，不是数据', en: 'a web page, not data' },
    cure: {
      zh: '重新下载：多半是登录页或出错页被存成了文件。',
      en: 'Download it again: a page for logging in, or an error, was saved.',
    },
  },
];

/** Whether bytes begin as FlatGeobuf of the version that is read. */
export function isFlatGeobuf(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'fgb\u0003');
}

/** Why a file of a known kind is not read; undefined when it is none of them. */
export function refusalOf(bytes: Uint8Array, name: string): Omit<RefusedFile, 'file'> | undefined {
  const found = REFUSALS.find(({ is }) => is(bytes, name));
  if (found === undefined) return undefined;
  const { code, what, cure } = found;
  return {
    code,
    message: { zh: `这是${what.zh}，不能读取。`, en: `this is ${what.en}, which is not read.` },
    cure,
  };
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

/** Whether bytes begin with characters, each standing for one byte. */
function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** A file without a byte. */
export const FILE_EMPTY = {
  code: 'file-empty',
  message: { zh: '文件是空的。', en: 'the file is empty.' },
  cure: { zh: '重新复制或导出。', en: 'Copy or export it again.' },
};

/** Bytes that are no text in any encoding. */
export const TEXT_UNREADABLE = {
  code: 'format-unknown',
  message: {
    zh: '不认识这种文件，也不是 UTF-8、GB18030 或 UTF-16 文字。',
    en: 'the file is of no known format, and no text in UTF-8, GB18030 or UTF-16.',
  },
  cure: {
    zh: '导出为 SHP、GDB、GPKG、KML、DXF 或 CSV。',
    en: 'Export it as SHP, GDB, GPKG, KML, DXF or CSV.',
  },
};
