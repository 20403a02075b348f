import type { Geometry, Position } from 'geojson';
import { knownCrs } from '../crs/crs-definition.ts';
import { crsOfName } from '../crs/crs-text.ts';
import { eastingsOf, meridianIn, planeOfWords } from '../crs/plane-of-words.ts';
import {
  type CrossCheck,
  type DeclaredCrs,
  type FieldValue,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadFeature,
  type ReadField,
  type TwicePlaced,
} from '../raw-dataset.ts';
import { nestedRings, northIsFirst } from '../readers/boundary-points.ts';
import { readWkt } from '../readers/wkt.ts';
import { angleUnit, parseAngle } from '../text/parse-angle.ts';
import { plainTable } from './table-blocks.ts';
import { namesAreas, namesCoast, type PlaceColumn, placeColumn } from './table-columns.ts';
import { assumedHeader, type Cells, headerOf, isEmpty, uniqueColumns } from './table-header.ts';
import { type CellRow, type PlacedCellRow, type Shape, verticesOf } from './table-vertices.ts';

/**
 * Reads a table of places: a column of well-known text, longitude and latitude, or X and Y, one row a place or
 * one row a vertex. Undefined when no row looks like a header with at least two columns, and columns without one
 * could be anything.
 * @param beside texts that stand elsewhere in the file (other sheets), where a system may be named
 */
export function readTable(
  cells: Cells,
  given: Pick<RawDataset, 'file' | 'name' | 'format' | 'encoding'>,
  beside: readonly string[] = [],
): RawDataset | undefined {
  const header = headerOf(cells) ?? assumedHeader(cells);
  if (header === undefined) return undefined;
  const { at } = header;
  const table = plainTable(cells, header);
  const names = uniqueColumns(table.names);
  const columns = table.names.map(placeColumn);
  const kept: CellRow[] = [];
  const setAside: ImportIssue[] = [];
  const notes: string[] = [];
  for (const { row, cells: own } of table.rows) {
    const properties = Object.fromEntries(
      names.map((name, column) => [name, cellValue(own[column])]),
    );
    if (own.every(isEmpty)) continue;
    const note = noteIn(own);
    if (isTotal(own)) setAside.push(totalRow(row));
    else if (note !== undefined) {
      notes.push(note);
      setAside.push(noteRow(row, note));
    } else kept.push({ row, cells: own, properties });
  }
  const above = cells
    .slice(0, Math.max(0, at))
    .flat()
    .filter((cell) => typeof cell === 'string');
  // A system may be named above the table, below it, in the names of its columns, or in a column of its own.
  const ofColumns = names.filter((_, column) => columns[column] !== undefined);
  const texts = [...above, ...ofColumns, ...systemCells(kept, names), ...notes, ...beside];
  const places = placesOf(kept, columns, names);
  const crossCheck = bothPlaces(kept, columns, places);
  const crs = places.srid ?? crsOf(texts.join(' '), places);
  return {
    ...given,
    fields: names.map(
      (name, column): ReadField => ({
        name,
        type: kept.every(
          ({ cells: row }) => isEmpty(row[column]) || typeof cellValue(row[column]) === 'number',
        )
          ? 'number'
          : 'text',
      }),
    ),
    features: places.features,
    setAside: [...setAside, ...places.setAside],
    crs: crs.declared,
    issues: [
      ...(at < 0 ? [headerAssumed(names)] : []),
      ...table.issues,
      ...crs.issues,
      ...places.issues,
    ],
    ...(crossCheck.rows.length > 0 && { crossCheck }),
  };
}

/** What rows say in a column that names their system. */
function systemCells(rows: readonly CellRow[], names: readonly string[]): readonly string[] {
  const column = names.findIndex((name) => /^(?:坐标系(?:统|名称)?|crs|epsg|datum)$/i.test(name));
  if (column < 0) return [];
  return [...new Set(rows.map(({ cells }) => String(cells[column] ?? '')))];
}

/** A row of a single text that is a note about the table rather than a record. */
function noteIn(row: readonly FieldValue[]): string | undefined {
  const filled = row.filter((cell) => !isEmpty(cell));
  const [only] = filled;
  if (filled.length !== 1 || row.length < 2 || typeof only !== 'string') return undefined;
  const isNote = /^\s*(?:注|说明|备注|坐标系|note)|坐标系|中央(?:子午线|经线)|EPSG/i.test(only);
  return isNote ? only : undefined;
}

/** The places of rows that give both metres and degrees, as far as both are understood. */
function bothPlaces(
  rows: readonly CellRow[],
  columns: readonly (PlaceColumn | undefined)[],
  { areDegrees, isNorthFirst }: Places,
): CrossCheck {
  const [x, y, longitude, latitude] = (['x', 'y', 'longitude', 'latitude'] as const).map((column) =>
    columns.indexOf(column),
  );
  if (areDegrees || [x, y, longitude, latitude].some((column = -1) => column < 0))
    return { rows: [], unit: 0 };
  // Trailing zeros are lost in numbers: the finest unit of all rows is that of the table.
  const unit = Math.min(
    ...rows
      .slice(0, 1000)
      .flatMap(({ cells }) =>
        [longitude, latitude].map((column = -1) => angleUnit(String(cells[column] ?? ''))),
      ),
  );
  const placed = rows.flatMap(({ cells, row }): readonly TwicePlaced[] => {
    const [px, py, degreesX, degreesY] = [x, y, longitude, latitude].map((column = -1) =>
      angleIn(cells[column]),
    );
    if (px === undefined || py === undefined) return [];
    if (degreesX === undefined || degreesY === undefined) return [];
    return [{ row, plane: isNorthFirst ? [py, px] : [px, py], degrees: [degreesX, degreesY] }];
  });
  return { rows: placed, unit };
}

/** A number where the text is one, without marks of thousands; a text with leading zeros stays text. */
function cellValue(cell: FieldValue | undefined): FieldValue {
  if (typeof cell !== 'string') return cell ?? null;
  const text = cell.trim();
  if (text === '') return null;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}

function isTotal(row: readonly FieldValue[]): boolean {
  const first = row.find((cell) => !isEmpty(cell));
  return (
    typeof first === 'string' &&
    /^(?:合计|总计|小计|共计|total|sum)[:：]*$/i.test(first.replace(/\s/g, ''))
  );
}

/** The places of a table. */
type Places = {
  readonly features: readonly ReadFeature[];
  readonly setAside: readonly ImportIssue[];
  readonly issues: readonly ImportIssue[];
  /** Whether coordinates are degrees by the words of the header. */
  readonly areDegrees: boolean;
  readonly isNorthFirst: boolean;
  /** What well-known text states of its system; absent where it states nothing. */
  readonly srid?: CrsOfText;
};

type CrsOfText = { readonly declared: DeclaredCrs; readonly issues: readonly ImportIssue[] };

function placesOf(
  rows: readonly CellRow[],
  columns: readonly (PlaceColumn | undefined)[],
  names: readonly string[],
): Places {
  const at = (column: PlaceColumn): number => columns.indexOf(column);
  const none = { setAside: [], issues: [], areDegrees: false, isNorthFirst: false };
  if (at('wkt') >= 0) return wktPlaces(rows, at('wkt'));
  if (at('start-longitude') >= 0 && at('end-longitude') >= 0) {
    const features = rows.map(({ properties, row }) => ({ properties, row }));
    return { ...none, features, issues: [endsOnly(rows.length)] };
  }
  const byDegrees = at('longitude') >= 0 && at('latitude') >= 0;
  const byPlane = at('x') >= 0 && at('y') >= 0;
  if (!byDegrees && !byPlane) {
    const features = rows.map(({ properties, row }) => ({ properties, row }));
    return { ...none, features, issues: [noPlaces()] };
  }
  // Metres are sharper than degrees, minutes and seconds: they are taken where both are given.
  const plane = byPlane && rows.some(({ cells }) => Math.abs(numberIn(cells[at('x')])) > 1000);
  const [first, second] =
    plane || !byDegrees ? [at('x'), at('y')] : [at('longitude'), at('latitude')];
  const raw = rows.map((row) => ({
    row,
    pair: [angleIn(row.cells[first]), angleIn(row.cells[second])] as const,
  }));
  const isNorthFirst =
    plane || !byDegrees
      ? northIsFirst(
          raw.flatMap(({ pair: [x, y] }) => (x === undefined || y === undefined ? [] : [[x, y]])),
        )
      : false;
  const setAside: ImportIssue[] = [];
  const placed = raw.flatMap(({ row, pair: [x, y] }): readonly PlacedCellRow[] => {
    if (x === undefined || y === undefined) return [{ ...row, position: undefined }];
    return [{ ...row, position: isNorthFirst ? [y, x] : [x, y] }];
  });
  const unread = placed.filter(
    ({ position, cells }) =>
      position === undefined && !(isEmpty(cells[first]) && isEmpty(cells[second])),
  );
  for (const { row, cells } of unread)
    setAside.push(
      unreadPlace(row, [cells[first], cells[second]].map((cell) => String(cell ?? '')).join(', ')),
    );
  const usable = placed.filter((row) => !unread.includes(row));
  const group = groupColumn(columns, names, rows);
  const groups =
    group !== undefined && at('sequence') >= 0
      ? verticesOf(usable, { ...group, sequence: at('sequence'), ring: at('ring') })
      : undefined;
  return {
    features: groups?.shapes.map((shape) => shapeOf(shape, names)) ?? usable.map(pointOf),
    setAside,
    issues: [
      ...(byDegrees && !plane ? packedDegrees(rows, [first, second]) : []),
      ...(groups?.issues ?? []),
    ],
    areDegrees: byDegrees && !plane,
    isNorthFirst,
  };
}

function numberIn(cell: FieldValue | undefined): number {
  return typeof cell === 'number' ? cell : Number.parseFloat(String(cell ?? ''));
}

/** A coordinate: a number, or an angle in any of its spellings. */
function angleIn(cell: FieldValue | undefined): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || cell.trim() === '') return undefined;
  const plain = cell
    .trim()
    .normalize('NFKC')
    .replace(/,(?=\d{3}(?:\D|$))/g, '');
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)
    ? finite(Number(plain))
    : parseAngle(plain);
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** The column that tells vertices of one shape from those of the next: a named one, else the first that repeats. */
function groupColumn(
  columns: readonly (PlaceColumn | undefined)[],
  names: readonly string[],
  rows: readonly CellRow[],
): { readonly group: number; readonly guessed?: string } | undefined {
  const named = columns.indexOf('group');
  if (named >= 0) return { group: named };
  if (columns.indexOf('sequence') < 0) return undefined;
  const group = names.findIndex((_, column) => {
    if (columns[column] !== undefined) return false;
    const cells = rows.map((row) => row.cells[column]);
    // A measure repeats by chance.
    if (cells.some((cell) => /^-?\d+\.\d+$/.test(String(cell ?? '')))) return false;
    const values = new Set(cells.map((cell) => String(cell ?? '')));
    return values.size > 0 && values.size < rows.length && !values.has('');
  });
  return group < 0 ? undefined : { group, guessed: names[group] ?? '' };
}

function pointOf({ position, properties, row }: PlacedCellRow): ReadFeature {
  return {
    ...(position && { geometry: { type: 'Point', coordinates: position } }),
    properties,
    row,
  };
}

/** Vertices as lines, or as an area where the table speaks of parcels, or the last vertex is the first and it speaks of no coast. */
function shapeOf({ parts, properties, row }: Shape, names: readonly string[]): ReadFeature {
  const lines = parts
    .map((members) => members.flatMap(({ position }) => (position === undefined ? [] : [position])))
    .filter(({ length }) => length > 0);
  const [only = []] = lines;
  if (lines.length <= 1 && only.length <= 1)
    return {
      ...(only[0] && { geometry: { type: 'Point', coordinates: only[0] } }),
      properties,
      row,
    };
  const isMeant = namesAreas(names);
  const isArea =
    !namesCoast(names) && lines.every((line) => line.length >= 3 && (isMeant || isClosed(line)));
  return { geometry: isArea ? areaOf(lines) : linesOf(lines), properties, row };
}

function isClosed(line: readonly Position[]): boolean {
  const [start = [], end = []] = [line[0], line.at(-1)];
  return line.length > 3 && start[0] === end[0] && start[1] === end[1];
}

function areaOf(rings: readonly Position[][]): Geometry {
  return nestedRings(rings.map((ring) => (isClosed(ring) ? ring : [...ring, ...ring.slice(0, 1)])));
}

function linesOf(lines: readonly Position[][]): Geometry {
  const [only = []] = lines;
  return lines.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: [...lines] };
}

function wktPlaces(rows: readonly CellRow[], column: number): Places {
  const setAside: ImportIssue[] = [];
  const features = rows.flatMap(({ cells, properties, row }): readonly ReadFeature[] => {
    if (isEmpty(cells[column])) return [{ properties, row }];
    const geometry = readWkt(String(cells[column]));
    if (geometry !== undefined) return [{ geometry, properties, row }];
    setAside.push(unreadPlace(row, String(cells[column])));
    return [];
  });
  const srid = sridIn(rows.map(({ cells }) => String(cells[column] ?? '')));
  return {
    ...{ features, setAside, issues: [], areDegrees: false, isNorthFirst: false },
    ...(srid !== undefined && { srid }),
  };
}

/** The system that well-known text with `SRID=…;` in front states. */
function sridIn(texts: readonly string[]): CrsOfText | undefined {
  const codes = [
    ...new Set(texts.flatMap((text) => /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text)?.[1] ?? [])),
  ].filter((code) => Number(code) > 0);
  const [only] = codes;
  if (only === undefined) return undefined;
  const known = codes.length === 1 ? knownCrs(`EPSG:${only}`) : undefined;
  const name = codes.map((code) => `EPSG:${code}`).join(' / ');
  return {
    declared: known === undefined ? { kind: 'unusable', name } : { kind: 'known', code: known },
    issues: [],
  };
}

/** What the words around a table say of its system. */
function crsOf(
  text: string,
  { areDegrees, features }: Places,
): { readonly declared: DeclaredCrs; readonly issues: readonly ImportIssue[] } {
  const plain = (declared: DeclaredCrs) => ({ declared, issues: [] });
  const code = /(?:EPSG\s*[:：]?\s*|urn:ogc:def:crs:EPSG:[^:]*:)(\d{4,5})/i.exec(text)?.[1];
  if (code !== undefined) {
    const known = knownCrs(code);
    return plain(
      known === undefined
        ? { kind: 'unusable', name: `EPSG:${code}` }
        : { kind: 'known', code: known },
    );
  }
  if (/GCJ-?02|火星坐标|高德|腾讯/i.test(text)) return plain({ kind: 'hint', code: 'GCJ-02' });
  if (/BD-?09|百度/i.test(text)) return plain({ kind: 'hint', code: 'BD-09' });
  const local = LOCAL_DATUM.exec(text)?.[0];
  if (local !== undefined) return plain({ kind: 'unusable', name: local });
  const datum = /CGCS\s*2000|2000\s*国家大地坐标系|国家\s*2000|WGS[-\s]?84/i.exec(text)?.[0];
  if (datum === undefined) return plain({ kind: 'none' });
  const named = crsOfName(datum);
  if (named.kind !== 'known' || areDegrees) return plain(named);
  const meridian = /中央(?:子午线|经线)[^\d]{0,6}(\d[^\s,，;；)）]*)/.exec(text)?.[1];
  const zone = /(?:带号\D{0,3}|第\s*)(\d{2})(?:\s*带)?/.exec(text)?.[1];
  return planeOfWords({
    width: /6\s*度/.test(text) ? 6 : 3,
    eastings: eastingsOf(features),
    ...(zone !== undefined && { zone: Number(zone) }),
    ...(meridian !== undefined && { meridian: meridianIn(meridian) }),
  });
}

/** So many numbers are no packed degrees by chance: each other one could be in one case of three. */
const LEAST_PACKED = 6;

/** Datums that need local parameters, as they are written beside tables. */
const LOCAL_DATUM =
  /(?:西安|北京)\s*(?:19)?(?:80|54)|(?:19)?(?:80|54)\s*年?\s*(?:西安|北京)|xi'?an[\s_-]?(?:19)?80|beijing[\s_-]?(?:19)?54/i;

/** Numbers such as 110.002820 may be degrees, minutes and seconds packed into one: told when all could be. */
function packedDegrees(
  rows: readonly CellRow[],
  columns: readonly number[],
): readonly ImportIssue[] {
  const texts = columns
    .flatMap((column) => rows.map(({ cells }) => String(cells[column] ?? '')))
    .filter((text) => text !== '');
  const couldBe = texts.every((text) => {
    const [, minutes = '', seconds = ''] = /^\d{2,3}\.(\d{2})(\d{2})\d*$/.exec(text) ?? [];
    return minutes !== '' && Number(minutes) < 60 && Number(seconds) < 60;
  });
  if (texts.length < LEAST_PACKED || !couldBe) return [];
  return [
    issue(
      'degrees-packed',
      'warning',
      {
        zh: '这些数可能是“度.分秒”（如 110.002820 表示 110°00′28.20″），这里按十进制度读取。',
        en: 'these numbers may be packed degrees (110.002820 for 110°00′28.20″); they were read as decimal degrees.',
      },
      {
        zh: '核对来源；若是度分秒，请写成 110°00′28.20″。',
        en: 'Check the source; write 110°00′28.20″ if they are.',
      },
    ),
  ];
}

function endsOnly(count: number): ImportIssue {
  return issue(
    'line-ends-only',
    'error',
    {
      zh: `${count} 段只有起点和终点，没有中间的点：画不出岸线，长度无从量算。`,
      en: `${count} stretches have only their ends and no vertices between: no line can be drawn and no length measured.`,
    },
    {
      zh: '请提供按顺序的全部拐点，或导出为 SHP、GDB、KML。',
      en: 'Give all vertices in order, or export as SHP, GDB or KML.',
    },
  );
}

function noPlaces(): ImportIssue {
  return issue(
    'columns-without-place',
    'warning',
    {
      zh: '没有找到经纬度、X/Y 或 WKT 列，记录没有位置。',
      en: 'no column of longitude and latitude, X and Y, or WKT was found: the records have no place.',
    },
    {
      zh: '把坐标列命名为 经度、纬度，或 X、Y。',
      en: 'Name the columns longitude and latitude, or X and Y.',
    },
  );
}

function unreadPlace(row: number, text: string): ImportIssue {
  return issue(
    'coordinate-unread',
    'error',
    {
      zh: `第 ${row} 行的坐标“${text.slice(0, 40)}”读不懂。`,
      en: `the coordinate "${text.slice(0, 40)}" of row ${row} is not understood.`,
    },
    {
      zh: '写成十进制度、度分秒或米。',
      en: 'Write decimal degrees, degrees with minutes and seconds, or metres.',
    },
    row,
  );
}

function totalRow(row: number): ImportIssue {
  return issue(
    'row-total',
    'note',
    { zh: `第 ${row} 行是合计，未读入。`, en: `row ${row} is a total and was left out.` },
    { zh: '无需处理。', en: 'Nothing needs doing.' },
    row,
  );
}

function noteRow(row: number, text: string): ImportIssue {
  return issue(
    'row-note',
    'note',
    {
      zh: `第 ${row} 行是说明，不作记录：“${text.slice(0, 60)}”。`,
      en: `row ${row} is a note and no record: "${text.slice(0, 60)}".`,
    },
    { zh: '无需处理。', en: 'Nothing needs doing.' },
    row,
  );
}

function headerAssumed(names: readonly string[]): ImportIssue {
  const columns = names.join(', ');
  return issue(
    'header-assumed',
    'warning',
    {
      zh: `没有表头，按数值大小认作：${columns}。`,
      en: `there is no header; by their size the columns were taken as ${columns}.`,
    },
    { zh: '在第一行写上列名。', en: 'Name the columns in the first row.' },
  );
}
