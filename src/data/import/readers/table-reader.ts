import type { Geometry, Position } from 'geojson';
import { knownCrs } from '../crs/crs-definition.ts';
import { crsOfName } from '../crs/crs-text.ts';
import { eastingsOf, planeOfWords } from '../crs/plane-of-words.ts';
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
import { angleUnit, parseAngle } from '../text/parse-angle.ts';
import { northIsFirst } from './boundary-points.ts';
import { namesAreas, type PlaceColumn, placeColumn } from './table-columns.ts';
import { type CellRow, type PlacedCellRow, verticesOf } from './table-vertices.ts';
import { readWkt } from './wkt.ts';

/** The cells of a table, row by row; an empty cell is null or an empty text. */
export type Cells = readonly (readonly FieldValue[])[];

/** The rows in which the header is looked for: titles and notes may stand above it. */
const HEADER_ROWS = 15;

type Header = { readonly at: number; readonly names: readonly string[] };

/**
 * Reads a table of places: a column of well-known text, longitude and latitude, or X and Y, one row a place or
 * one row a vertex. Undefined when no row looks like a header with at least two columns.
 * @param beside texts that stand elsewhere in the file (other sheets), where a system may be named
 */
export function readTable(
  cells: Cells,
  given: Pick<RawDataset, 'file' | 'name' | 'format' | 'encoding'>,
  beside: readonly string[] = [],
): RawDataset | undefined {
  const header = headerOf(cells);
  if (header === undefined) return undefined;
  const { names, at } = header;
  const columns = names.map(placeColumn);
  const kept: CellRow[] = [];
  const setAside: ImportIssue[] = [];
  for (const [index, row] of cells.slice(at + 1).entries()) {
    const number = at + index + 2;
    const record = Object.fromEntries(names.map((name, column) => [name, cellValue(row[column])]));
    if (row.every(isEmpty)) continue;
    if (isTotal(row)) setAside.push(totalRow(number));
    else kept.push({ row: number, cells: row, properties: record });
  }
  const above = cells
    .slice(0, at)
    .flat()
    .filter((cell) => typeof cell === 'string');
  const crsText = [...above, ...beside].join(' ');
  const places = placesOf(kept, columns, names);
  const crossCheck = bothPlaces(kept, columns, places);
  const crs = crsOf(crsText, places);
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
    issues: [...crs.issues, ...places.issues],
    ...(crossCheck.rows.length > 0 && { crossCheck }),
  };
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

function isEmpty(cell: FieldValue | undefined): boolean {
  return cell === undefined || cell === null || cell === '';
}

/** The header: the first row with two or more texts, at least one of which names a place or most of which are no numbers. */
function headerOf(cells: Cells): Header | undefined {
  const rows = cells.slice(0, HEADER_ROWS);
  const filled = (row: readonly FieldValue[]): number =>
    row.filter((cell) => !isEmpty(cell)).length;
  const widest = Math.max(0, ...rows.map(filled));
  const asNames = (row: readonly FieldValue[]): readonly string[] =>
    row.map((cell) => (isEmpty(cell) ? '' : String(cell).trim()));
  const isText = (row: readonly FieldValue[]): boolean =>
    row.every((cell) => isEmpty(cell) || Number.isNaN(Number(cell)));
  const named = rows.findIndex(
    (row) =>
      isText(row) &&
      filled(row) >= 2 &&
      asNames(row).some((name) => placeColumn(name) !== undefined),
  );
  const at =
    named >= 0
      ? named
      : rows.findIndex((row) => isText(row) && filled(row) >= 2 && filled(row) >= widest / 2);
  const row = rows[at];
  return row === undefined ? undefined : { at, names: unique(asNames(row)) };
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.map((name, column) => {
    let own = name === '' ? `column_${column + 1}` : name;
    while (seen.has(own)) own = `${own}_${column + 1}`;
    seen.add(own);
    return own;
  });
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
    typeof first === 'string' && /^(?:合计|总计|小计|共计|total|sum)[:：\s]*$/i.test(first.trim())
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
};

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
  const isOfVertices = group !== undefined && at('sequence') >= 0;
  const groups = isOfVertices ? verticesOf(usable, group, at('sequence')) : undefined;
  return {
    features: groups?.shapes.map((members) => shapeOf(members, names)) ?? usable.map(pointOf),
    setAside,
    issues: [...(byDegrees && !plane ? packedDegrees(rows, first) : []), ...(groups?.issues ?? [])],
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
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : parseAngle(plain);
}

/** The column that tells vertices of one shape from those of the next: a named one, else the first that repeats. */
function groupColumn(
  columns: readonly (PlaceColumn | undefined)[],
  names: readonly string[],
  rows: readonly CellRow[],
): number | undefined {
  const named = columns.indexOf('group');
  if (named >= 0) return named;
  if (columns.indexOf('sequence') < 0) return undefined;
  const repeated = names.findIndex((_, column) => {
    if (columns[column] !== undefined) return false;
    const values = new Set(rows.map(({ cells }) => String(cells[column] ?? '')));
    return values.size > 0 && values.size < rows.length;
  });
  return repeated < 0 ? undefined : repeated;
}

function pointOf({ position, properties, row }: PlacedCellRow): ReadFeature {
  return {
    ...(position && { geometry: { type: 'Point', coordinates: position } }),
    properties,
    row,
  };
}

/** Vertices as a line, or as an area where the table speaks of parcels or the last vertex is the first. */
function shapeOf(members: readonly PlacedCellRow[], names: readonly string[]): ReadFeature {
  const positions = members.flatMap(({ position }) => (position === undefined ? [] : [position]));
  const [first] = members;
  const { properties = {}, row = 0 } = first ?? {};
  const [start = [], end = []] = [positions[0], positions.at(-1)];
  const isClosed = positions.length > 3 && start[0] === end[0] && start[1] === end[1];
  const isArea = positions.length >= 3 && (isClosed || namesAreas(names));
  return { geometry: geometryOf(positions, isArea, isClosed), properties, row };
}

function geometryOf(positions: Position[], isArea: boolean, isClosed: boolean): Geometry {
  if (positions.length === 1) return { type: 'Point', coordinates: positions[0] ?? [] };
  if (!isArea) return { type: 'LineString', coordinates: positions };
  const ring = isClosed ? positions : [...positions, ...positions.slice(0, 1)];
  return { type: 'Polygon', coordinates: [ring] };
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
  return { features, setAside, issues: [], areDegrees: false, isNorthFirst: false };
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
  const datum =
    /(?:西安|北京)\s*(?:19)?(?:80|54)|CGCS\s*2000|2000\s*国家大地坐标系|WGS[-\s]?84/i.exec(
      text,
    )?.[0];
  if (datum === undefined) return plain({ kind: 'none' });
  const named = crsOfName(datum);
  if (named.kind !== 'known' || areDegrees) return plain(named);
  const meridian = /中央(?:子午线|经线)\D{0,6}(\d{2,3})/.exec(text)?.[1];
  const zone = /(?:带号\D{0,3}|第\s*)(\d{2})(?:\s*带)?/.exec(text)?.[1];
  return planeOfWords({
    width: /6\s*度/.test(text) ? 6 : 3,
    eastings: eastingsOf(features),
    ...(zone !== undefined && { zone: Number(zone) }),
    ...(meridian !== undefined && { meridian: Number(meridian) }),
  });
}

/** Numbers such as 110.002820 may be degrees, minutes and seconds packed into one: told when all could be. */
function packedDegrees(rows: readonly CellRow[], column: number): readonly ImportIssue[] {
  const texts = rows.map(({ cells }) => String(cells[column] ?? '')).filter((text) => text !== '');
  const couldBe = texts.every((text) => {
    const [, minutes = '', seconds = ''] = /^\d{2,3}\.(\d{2})(\d{2})\d*$/.exec(text) ?? [];
    return minutes !== '' && Number(minutes) < 60 && Number(seconds) < 60;
  });
  if (texts.length < 5 || !couldBe) return [];
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
