import type { RawDataset, ReadFeature } from '../raw-dataset.ts';
import { northIsFirst } from './boundary-points.ts';

/** A line of a CASS field book: number, code, east, north, height. */
const LINE =
  /^\s*([^,\s]*)\s*,\s*([^,]*)\s*,\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*(?:,\s*(-?\d+(?:\.\d*)?)?)?\s*$/;

/** Whether most lines are those of a CASS `.dat`. */
export function looksLikeCass(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  return lines.length > 0 && lines.filter((line) => LINE.test(line)).length >= lines.length * 0.9;
}

/** Reads the points of a CASS `.dat`, east before north; the order is checked by size. */
export function readCass(
  text: string,
  given: Pick<RawDataset, 'file' | 'name' | 'encoding'>,
): RawDataset | undefined {
  const rows = text.split(/\r?\n/).flatMap((line, index) => {
    const [, number, code, first, second, height] = LINE.exec(line) ?? [];
    if (first === undefined || second === undefined) return [];
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
    setAside: [],
    crs: { kind: 'none' },
    issues: [],
  };
}
