import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { creditIn } from '../../domain/dataset.ts';
import type { DataFormat, DataFormatChoice } from '../../domain/own-data/data-export.ts';
import type { ExportCrs } from './export-crs.ts';
import type { ExportTable } from './export-table.ts';
import type { DataAbout, WrittenFiles } from './written-files.ts';

/** What the README of an export describes. */
export type ReadmeContent = {
  readonly tables: readonly ExportTable[];
  readonly written: WrittenFiles;
  readonly choice: DataFormatChoice;
  readonly crs: ExportCrs;
  readonly about: DataAbout;
  readonly codes: readonly Bilingual[];
};

/** The README of an export, in Chinese and English: what it is, where it is from, what it is not, how to read it. */
export function exportReadme(content: ReadmeContent): string {
  // A byte order mark, for the Notepad of Windows; lines end as it wants them, too.
  return `\uFEFF${[...readmeIn('zh', content), '', '----', '', ...readmeIn('en', content)].join('\r\n')}\r\n`;
}

const FORMAT_NAMES: Readonly<Record<DataFormat, string>> = {
  shapefile: 'Shapefile (Esri)',
  geopackage: 'GeoPackage 1.3 (OGC)',
  geojson: 'GeoJSON',
  kml: 'KML 2.2 (OGC)',
  csv: 'CSV + WKT',
};

function readmeIn(language: Language, content: ReadmeContent): readonly string[] {
  const { tables, written, choice, crs, about, codes } = content;
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const colon = say('：', ': ');
  const title = about.title[language];
  return [
    title,
    '='.repeat(Math.min(78, title.length * say('..', '.').length)),
    '',
    ...about.notices.map((notice) => notice[language]),
    '',
    `${say('导出时间', 'Exported')}${colon}${about.exportedAt}`,
    `${say('格式', 'Format')}${colon}${FORMAT_NAMES[choice.format]}`,
    `${say('坐标系', 'Coordinate reference system')}${colon}${crsName(content, language)}`,
    `${say('字符编码', 'Encoding of texts')}${colon}${choice.encoding === 'utf-8' ? 'UTF-8' : 'GB18030'}`,
    ...codes.map((note) => note[language]),
    '',
    say('一、内容', '1. What is inside'),
    '',
    ...tables.map((table) => `- ${countLine(table, language)}`),
    ...(choice.format === 'shapefile'
      ? [
          '',
          say(
            '同一图层含多种几何时，按点、线、面分成 -points、-lines、-areas 三套文件；没有位置的要素在第一套中为空几何。',
            'A layer of several kinds of shape is split into -points, -lines and -areas; a feature without a place is a null shape in the first of them.',
          ),
        ]
      : []),
    '',
    say('二、字段', '2. Fields'),
    ...tables.flatMap((table) => fieldLines(table, written, language)),
    ...noteLines(content, language),
    '',
    say('三、来源', '3. Sources'),
    ...about.sources.flatMap((source) => [
      '',
      `- ${source.title[language]}${say(`（${source.file}）`, ` (${source.file})`)}`,
      `  ${source.source[language]}`,
      `  ${say('日期', 'Date')}${colon}${source.date}`,
      `  ${say('许可', 'Licence')}${colon}${source.licence}`,
      `  ${say('署名', 'Credit')}${colon}${creditIn(source.attribution, language)}`,
      ...(source.sha256 === undefined ? [] : [`  SHA-256${colon}${source.sha256}`]),
    ]),
    '',
    `${crs.isProjected ? say('坐标先东后北。', 'Easting stands before northing. ') : say('坐标先经度后纬度。', 'Longitude stands before latitude. ')}${say(
      '长度与面积在 CGCS2000 椭球面上量算；投影平面上的长度与之不同。',
      'Lengths and areas are measured on the ellipsoid of CGCS2000; those in the plane of a projection differ.',
    )}`,
  ];
}

function crsName({ choice, crs }: ReadmeContent, language: Language): string {
  if (choice.format !== 'kml') return crs.name[language];
  return {
    zh: 'WGS 84 经纬度（KML 只有这一种；与 CGCS2000 相差在厘米级）',
    en: 'WGS 84, degrees (KML has no other; it differs from CGCS2000 by centimetres)',
  }[language];
}

function countLine({ name, title, rows }: ExportTable, language: Language): string {
  const unlocated = rows.filter(({ geometry }) => geometry === undefined).length;
  const count = rows.length;
  if (language === 'zh')
    return `${name}：${title.zh}，${count === 0 ? '没有要素，未写文件' : `${count} 个要素`}${unlocated === 0 ? '' : `，其中 ${unlocated} 个没有位置`}`;
  return `${name}: ${title.en}, ${count === 0 ? 'no features, no file' : `${count} ${count === 1 ? 'feature' : 'features'}`}${unlocated === 0 ? '' : `, ${unlocated} of them without a place`}`;
}

function fieldLines(
  { name, fields, rows }: ExportTable,
  { shortened }: WrittenFiles,
  language: Language,
): readonly string[] {
  if (rows.length === 0) return [];
  const short = new Map(
    shortened.flatMap(([table, long, own]) => (table === name ? [[long, own] as const] : [])),
  );
  return [
    '',
    `${name}:`,
    ...fields.map((field) => {
      const own = short.get(field.name);
      const called = own === undefined ? field.name : `${own} (${field.name})`;
      return `  ${called}  ${field.title[language]}`;
    }),
  ];
}

function noteLines({ written, choice }: ReadmeContent, language: Language): readonly string[] {
  const say = (zh: string, en: string): string => ({ zh, en })[language];
  const notes: string[] = [];
  if (written.shortened.length > 0)
    notes.push(
      say(
        'Shapefile 的字段名最多 10 个字节，较长的已缩短；括号内为原名。',
        'Names of fields in a shapefile have 10 bytes at most; the long ones were shortened, and stand in brackets.',
      ),
    );
  for (const [table, name, count] of written.cut)
    notes.push(
      say(
        `${table}.${name}：${count} 处文字超过 254 个字节，已截断。完整文字请导出为 GeoPackage。`,
        `${table}.${name}: ${count} texts are longer than 254 bytes and were cut. Export a GeoPackage for the whole of them.`,
      ),
    );
  if (written.isGuarded)
    notes.push(
      say(
        '以 = + - @ 开头的文字前加有撇号，以免被电子表格当成公式；撇号不是原文。',
        'Text that begins with = + - @ has an apostrophe before it, so that no spreadsheet runs it as a formula; the apostrophe is not in the data.',
      ),
    );
  if (choice.format === 'csv')
    notes.push(
      say(
        'WKT 列是几何；.csvt 说明字段类型，.prj 说明坐标系，GDAL 与 QGIS 会读取。',
        'The column WKT has the geometries; .csvt has the types of the fields and .prj the coordinate reference system, for GDAL and QGIS.',
      ),
    );
  return notes.length === 0 ? [] : ['', ...notes];
}
