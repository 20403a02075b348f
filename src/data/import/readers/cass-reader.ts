import { type ImportIssue, issue, type RawDataset, type ReadFeature } from '../raw-dataset.ts';
import { northIsFirst } from './boundary-points.ts';

/** A line of a CASS field book: number, code, east, north, height. A code with decimals would be a coordinate. */
const LINE =
  /^\s*([^,\s]*)\s*,\s*(?!-?\d+\.\d+\s*,)([^,]*)\s*,\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*(?:,\s*(-?\d+(?:\.\d*)?)?)?\s*$/;

/** A line that gives the number of the points below, as some programs write. */
const COUNT = /^\s*\d+\s*$/;

/** Whether most lines are those of a CASS `.dat`; the first one is, or a count, and no header. */
export function looksLikeCass(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const points = COUNT.test(lines[0] ?? '') ? lines.slice(1) : lines;
  return (
    LINE.test(points[0] ?? '') &&
    points.filter((line) => LINE.test(line)).length >= points.length * 0.9
  );
}

/** Reads the points of a CASS `.dat`, east before north; the order is checked by size. Other lines are set aside. */
export function readCass(
  text: string,
  given: Pick<RawDataset, 'file' | 'name' | 'encoding'>,
): RawDataset | undefined {
  const setAside: ImportIssue[] = [];
  const rows = text.split(/\r?\n/).flatMap((line, index) => {
    const [, number, code, first, second, height] = LINE.exec(line) ?? [];
    if (first === undefined || second === undefined) {
      const isCount = index === 0 && COUNT.test(line);
      if (line.trim() !== '' && !isCount) setAside.push(unreadLine(index + 1, line));
      return [];
    }
    return [{ row: index + 1, number, code, at: [Number(first), Number(second)], height }];
  });
  if (rows.length === 0) return undefined;
  const positions = rows.map(({ at }) => at);
  // Sizes decide where they can; a field book has east first.
  const isNorthFirst =
    northIsFirst(positions.map(([x = 0, y = 0]) => [x, y])) &&
    !northIsFirst(positions.map(([x = 0, y = 0]) => [y, x]));
  const features = rows.map(
    ({ row, number = '', code = '', at: [x = 0, y = 0], height }): ReadFeature => ({
      geometry: { type: 'Point', coordinates: isNorthFirst ? [y, x] : [x, y] },
      properties: {
        number,
        code: code === '' ? null : code,
        height: height === undefined || height === '' ? null : Number(height),
      },
      row,
    }),
  );
  return {
    ...given,
    format: 'CASS',
    fields: [
      { name: 'number', type: 'text' },
      { name: 'code', type: 'text' },
      { name: 'height', type: 'number' },
    ],
    features,
    setAside,
    crs: { kind: 'none' },
    issues: [],
  };
}

function unreadLine(row: number, line: string): ImportIssue {
  const start = line.trim().slice(0, 40);
  return issue(
    'line-unread',
    'error',
    { zh: `第 ${row} 行不是测点：“${start}”。`, en: `line ${row} is no point: "${start}".` },
    { zh: '写成：点号,编码,Y,X,H。', en: 'Write it as number, code, east, north, height.' },
    row,
  );
}
