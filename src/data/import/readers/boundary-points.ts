import type { Geometry, Position } from 'geojson';
import type { Position as PlanePosition } from '../../../domain/geometry.ts';
import { crsOfName } from '../crs/crs-text.ts';
import { eastingsOf, meridianIn, planeOfWords } from '../crs/plane-of-words.ts';
import {
  type DeclaredCrs,
  type FieldValue,
  type FieldValues,
  fieldOf,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadFeature,
} from '../raw-dataset.ts';
import { PreparedRing } from './ring-nesting.ts';
import { nestRings } from './shp.ts';

/**
 * The TXT of boundary points (界址点) that land and sea administration asks for: a block of `key=value`, then
 * plots as a line that ends in `@`, followed by their points as number, ring, north, east.
 */
export function looksLikeBoundaryPoints(text: string): boolean {
  const plain = narrow(text.slice(0, 20_000));
  return /\[地块坐标\]/.test(plain) || /^[^\n]*,@\s*$/m.test(plain);
}

/** Names of the columns before `@` where no line states them. */
const COLUMNS = [
  ...[
    '界址点数',
    '地块面积',
    '地块编号',
    '地块名称',
    '记录图形属性',
    '图幅号',
    '地块用途',
    '地类编码',
  ],
];
const COLUMN_COUNT = ['界址点数', '坐标点个数', '点数'];
const COLUMN_AREA = ['地块面积', '图斑面积', '面积', '用海面积', '宗海面积'];
const COLUMN_KIND = ['记录图形属性', '图形属性'];

/** Keys of the header that say where the coordinates lie. */
const OF_SYSTEM = ['坐标系', '几度分带', '带号', '中央子午线', '中央经线', '计量单位', '投影类型'];
/** A line that begins with the number of a point, whatever follows. */
const MEANT_AS_POINT = /^[A-Za-z]{0,3}-?\d+(?:-\d+)?\s*[,;\t ]\s*\S/;

type Plot = {
  readonly row: number;
  readonly properties: Record<string, FieldValue>;
  readonly points: PlotPoint[];
};

type PlotPoint = {
  readonly ring: string;
  readonly row: number;
  readonly at: Position;
};

/** Reads the TXT of boundary points. */
export function readBoundaryPoints(
  text: string,
  { file, name, encoding }: Pick<RawDataset, 'file' | 'name' | 'encoding'>,
): RawDataset {
  const header = new Map<string, string>();
  const plots: Plot[] = [];
  const setAside: ImportIssue[] = [];
  const issues: ImportIssue[] = [];
  const disagreeing: string[] = [];
  let columns: readonly string[] = COLUMNS;
  let plot: Plot | undefined;
  for (const [index, given] of text.split(/\r\n|\n|\r/).entries()) {
    const line = narrow(given);
    const row = index + 1;
    if (line === '') continue;
    const named = /^\[(.*),@\]$/.exec(line);
    if (named !== null) {
      columns = (named[1] ?? '').split(',').map((column) => column.trim());
      continue;
    }
    if (/^\[.*\]$/.test(line)) continue;
    if (/,@$/.test(line)) {
      plot = { row, properties: propertiesOf(line, columns), points: [] };
      plots.push(plot);
      continue;
    }
    const [, key, value] = /^([^=,]+)=(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) {
      const [name, own] = [key.trim(), value.trim()];
      const before = header.get(name);
      if (OF_SYSTEM.includes(name) && before !== undefined && before !== own)
        disagreeing.push(`${name}=${before} / ${own}`);
      header.set(name, own);
      continue;
    }
    const point = pointOf(line, row);
    if (point !== undefined && plot !== undefined) plot.points.push(point);
    else if (point !== undefined) setAside.push(pointWithoutPlot(row, given));
    else if (plot !== undefined && MEANT_AS_POINT.test(line))
      setAside.push(unreadPoint(row, given));
  }
  const isNorthFirst = northIsFirst(plots.flatMap(({ points }) => points.map(({ at }) => at)));
  const features: ReadFeature[] = [];
  for (const one of plots) {
    const { feature, notes } = featureOf(one, isNorthFirst);
    issues.push(...notes);
    if (feature === undefined) setAside.push(emptyPlot(one.row));
    else features.push(feature);
  }
  const crs =
    disagreeing.length === 0
      ? declaredCrs(header, features)
      : { declared: { kind: 'none' as const }, issues: [headersDisagree(disagreeing)] };
  return {
    ...{ file, name, format: 'BoundaryPoints', encoding, features, setAside },
    fields: columns
      .filter((column) => column !== '')
      .map((column) => ({
        name: column,
        type: [...COLUMN_COUNT, ...COLUMN_AREA].includes(column) ? 'number' : 'text',
      })),
    crs: crs.declared,
    issues: [...crs.issues, ...issues],
  };
}

const PLAIN = /^[\t\x20-\x7E]*$/;

/** Full-width brackets, commas, digits and signs as plain ones; invisible marks removed. */
function narrow(text: string): string {
  // Most lines are points, which have nothing but ASCII.
  if (PLAIN.test(text)) return text.replace(/[ \t]*,[ \t]*/g, ',').trim();
  return text
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\uFEFF]/g, '')
    .replace(/[【〔]/g, '[')
    .replace(/[】〕]/g, ']')
    .replace(/、(?=\s*-?\d+\.)/g, ',')
    .replace(/[ \t]*,[ \t]*/g, ',')
    .trim();
}

function propertiesOf(line: string, columns: readonly string[]): FieldValues {
  const cells = line.replace(/,@$/, '').split(',');
  return Object.fromEntries(
    cells.flatMap((cell, index): readonly [string, FieldValue][] => {
      const column = columns[index] ?? `字段${index + 1}`;
      if (column === '') return [];
      const isNumber = [...COLUMN_COUNT, ...COLUMN_AREA].includes(column);
      const number = Number(cell);
      return [[column, cell === '' ? null : isNumber && Number.isFinite(number) ? number : cell]];
    }),
  );
}

/** A point as number, ring, and two coordinates, in the order of the file. */
function pointOf(line: string, row: number): PlotPoint | undefined {
  const cells = line.split(/[,;\t]| +/).map((cell) => cell.trim());
  const [, ring, first, second] = cells;
  if (cells.length < 4 || ring === undefined || first === undefined || second === undefined)
    return undefined;
  const at = [Number(first), Number(second)];
  if (first === '' || second === '' || !at.every(Number.isFinite)) return undefined;
  return { ring: ring === '' ? '1' : ring, row, at };
}

/**
 * Whether the first coordinate is the northing. Size tells in China: a northing has seven digits, an easting
 * six, or eight with its zone. In degrees, the smaller is the latitude.
 */
export function northIsFirst(positions: readonly Position[]): boolean {
  const votes = positions.map(([x = 0, y = 0]) => {
    const [first, second] = [Math.abs(x), Math.abs(y)];
    if (first <= 180 && second <= 180) return first < second ? 1 : -1;
    const isNorthing = (value: number): boolean => value >= 1_000_000 && value < 10_000_000;
    if (isNorthing(first) === isNorthing(second)) return 0;
    return isNorthing(first) ? 1 : -1;
  });
  return votes.reduce<number>((sum, vote) => sum + vote, 0) >= 0;
}

function featureOf(
  { points, properties, row }: Plot,
  isNorthFirst: boolean,
): { readonly feature: ReadFeature | undefined; readonly notes: readonly ImportIssue[] } {
  const notes: ImportIssue[] = [];
  const stated = COLUMN_COUNT.map((column) => fieldOf(properties, column)).find(
    (value): value is number => typeof value === 'number',
  );
  const rings = ringsOf(points);
  if (stated !== undefined && stated !== points.length && stated !== points.length - rings.length)
    notes.push(countDiffers(row, stated, points.length));
  const kind = String(
    COLUMN_KIND.map((column) => fieldOf(properties, column)).find(Boolean) ?? '面',
  );
  const placed = rings.map((ring) =>
    ring.map(({ at: [x = 0, y = 0] }): Position => (isNorthFirst ? [y, x] : [x, y])),
  );
  const [first = []] = placed;
  if (kind.startsWith('点') || points.length === 1) {
    const [coordinates] = first;
    return {
      feature: coordinates && { geometry: { type: 'Point', coordinates }, properties, row },
      notes,
    };
  }
  if (kind.startsWith('线')) {
    const geometry: Geometry =
      placed.length === 1
        ? { type: 'LineString', coordinates: first }
        : { type: 'MultiLineString', coordinates: placed };
    return { feature: { geometry, properties, row }, notes };
  }
  if (placed.some((ring) => ring.length < 3) && placed.length > 1) notes.push(ringTooShort(row));
  const closed = placed
    .filter((ring) => ring.length >= 3)
    .map((ring) => {
      if (isClosed(ring)) return ring;
      notes.push(unclosed(row));
      return [...ring, ...ring.slice(0, 1)];
    });
  if (closed.length === 0) return { feature: undefined, notes };
  return { feature: { geometry: nestedRings(closed), properties, row }, notes };
}

/** Rings by their number, and where a ring of one number has closed, the next one of it. */
function ringsOf(points: readonly PlotPoint[]): readonly (readonly PlotPoint[])[] {
  const rings: PlotPoint[][] = [];
  let current: PlotPoint[] = [];
  for (const point of points) {
    const [start] = current;
    const hasClosed =
      start !== undefined && current.length > 3 && isSame(start.at, current.at(-1)?.at ?? []);
    if (start !== undefined && (start.ring !== point.ring || hasClosed)) {
      rings.push(current);
      current = [];
    }
    current.push(point);
  }
  if (current.length > 0) rings.push(current);
  return rings;
}

/** What lies in another ring is a hole, what lies in a hole is ground: the numbers of rings do not say. */
export function nestedRings(rings: readonly Position[][]): Geometry {
  const prepared = rings.map((positions) => {
    const ring = positions.map(([x = 0, y = 0]): PlanePosition => [x, y]);
    return { ring, holder: new PreparedRing(ring) };
  });
  const depths = new Map(
    rings.map((positions, index) => {
      const own = prepared[index];
      const around = prepared.filter(
        ({ holder }, other) => other !== index && own !== undefined && holder.holds(own.ring),
      );
      return [positions, around.length];
    }),
  );
  return nestRings(rings, (positions) => (depths.get(positions) ?? 0) % 2 === 1);
}

function isClosed(ring: readonly Position[]): boolean {
  return isSame(ring[0] ?? [], ring.at(-1) ?? []);
}

function isSame([ax, ay]: Position, [bx, by]: Position): boolean {
  return ax === bx && ay === by;
}

function declaredCrs(
  header: ReadonlyMap<string, string>,
  features: readonly ReadFeature[],
): { readonly declared: DeclaredCrs; readonly issues: readonly ImportIssue[] } {
  const datum = header.get('坐标系') ?? '';
  const named: DeclaredCrs = datum === '' ? { kind: 'none' } : crsOfName(datum);
  const eastings = eastingsOf(features);
  if (named.kind !== 'known' || eastings.every((east) => Math.abs(east) <= 180))
    return { declared: named, issues: [] };
  const unit = header.get('计量单位') ?? '';
  if (unit !== '' && !/^(?:米|m|meters?|metres?)$/i.test(unit))
    return { declared: { kind: 'unusable', name: `计量单位=${unit}` }, issues: [] };
  const zone = Number.parseInt(header.get('带号') ?? '', 10);
  const stated = header.get('中央子午线') ?? header.get('中央经线') ?? '';
  const meridian = meridianIn(stated);
  return planeOfWords({
    width: header.get('几度分带')?.startsWith('6') === true ? 6 : 3,
    eastings,
    ...(Number.isInteger(zone) && { zone }),
    ...(Number.isFinite(meridian) && { meridian }),
  });
}

function unreadPoint(row: number, line: string): ImportIssue {
  return issue(
    'point-unread',
    'error',
    {
      zh: `第 ${row} 行不是界址点：“${line.slice(0, 40)}”。`,
      en: `line ${row} is no boundary point: "${line.slice(0, 40)}".`,
    },
    { zh: '写成：点号,圈号,X,Y。', en: 'Write it as number, ring, X, Y.' },
    row,
  );
}

function pointWithoutPlot(row: number, line: string): ImportIssue {
  return issue(
    'point-without-plot',
    'error',
    {
      zh: `第 ${row} 行的点不属于任何地块：“${line.slice(0, 40)}”。`,
      en: `the point of line ${row} belongs to no plot: "${line.slice(0, 40)}".`,
    },
    {
      zh: '在各地块的点之前写一行“点数,面积,编号,名称,面,,,,@”。',
      en: 'Write a line that ends in @ before the points of each plot.',
    },
    row,
  );
}

function headersDisagree(stated: readonly string[]): ImportIssue {
  const list = stated.join('; ');
  return issue(
    'zone-contradicts',
    'error',
    {
      zh: `文件中有几段说明，坐标系前后不一：${list}。`,
      en: `the file has several headers, and they state different systems: ${list}.`,
    },
    { zh: '按坐标系分成几个文件。', en: 'Split it into one file for each system.' },
  );
}

function emptyPlot(row: number): ImportIssue {
  return issue(
    'plot-empty',
    'error',
    { zh: `第 ${row} 行的地块没有足够的点。`, en: `the plot of line ${row} has too few points.` },
    { zh: '补全它的界址点。', en: 'Complete its points.' },
    row,
  );
}

function countDiffers(row: number, stated: number, found: number): ImportIssue {
  return issue(
    'count-differs',
    'warning',
    {
      zh: `第 ${row} 行的地块写明 ${stated} 个点，实有 ${found} 个。`,
      en: `the plot of line ${row} states ${stated} points and has ${found}.`,
    },
    { zh: '核对是否缺点或多点。', en: 'Check whether points are missing.' },
    row,
  );
}

function ringTooShort(row: number): ImportIssue {
  return issue(
    'ring-too-short',
    'error',
    {
      zh: `第 ${row} 行的地块有一圈不足三点，未读入。`,
      en: `a ring of the plot in line ${row} has fewer than three points and was left out.`,
    },
    { zh: '补全该圈的点，或核对圈号。', en: 'Complete its points, or check the numbers of rings.' },
    row,
  );
}

function unclosed(row: number): ImportIssue {
  return issue(
    'ring-not-closed',
    'note',
    {
      zh: `第 ${row} 行的地块没有闭合，按首尾相连处理。`,
      en: `a ring of the plot in line ${row} is not closed; it was closed to its first point.`,
    },
    { zh: '确认最后一点与首点相连。', en: 'Make sure that the last point joins the first.' },
    row,
  );
}
