import type { Geometry } from 'geojson';
import { measureGeometry } from '../../domain/geodesy.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import { withinOf } from './crs/crs-definition.ts';
import { type CrsReading, convertGeometry, toDegreesOf } from './crs/to-degrees.ts';
import { type CrossCheck, type ImportIssue, issue } from './raw-dataset.ts';
import { positionsIn } from './readers/raw-geometry.ts';

/** Features in degrees, and those that cannot be placed. */
export type PlacedFeatures<T> = {
  readonly features: readonly (Omit<T, 'geometry'> & { readonly geometry?: Geometry })[];
  readonly setAside: readonly ImportIssue[];
  readonly issues: readonly ImportIssue[];
};

/** Degrees around the plan's extent in which its data may lie. */
const MARGIN = 1;

/**
 * Converts features to degrees. One with a position that is none in the system of the file is set aside; those that
 * lie outside the plan's area, while others lie within, are told.
 */
export function placeFeatures<
  T extends { readonly geometry?: Geometry | undefined; readonly row: number },
>(rows: readonly T[], reading: CrsReading | undefined, frame: BoundingBox): PlacedFeatures<T> {
  const convert = reading === undefined ? undefined : toDegreesOf(reading);
  const isWithin = reading === undefined ? undefined : withinOf(reading.code);
  const features: PlacedFeatures<T>['features'][number][] = [];
  const setAside: ImportIssue[] = [];
  const astray: number[] = [];
  let within = 0;
  for (const { geometry, ...row } of rows) {
    if (geometry === undefined || !reading || !convert || !isWithin) {
      features.push(row);
      continue;
    }
    const wrong = wrongPosition(geometry, isWithin, reading.isSwapped === true);
    if (wrong !== undefined) {
      setAside.push(outOfRange(row.row, wrong, reading.code));
      continue;
    }
    const placed = convertGeometry(geometry, convert);
    if (isNear(placed, frame)) within += 1;
    else astray.push(row.row);
    features.push({ ...row, geometry: placed });
  }
  const isTold = within > 0 && astray.length > 0;
  return { features, setAside, issues: isTold ? [partlyOutside(astray)] : [] };
}

function wrongPosition(
  geometry: Geometry,
  isWithin: (x: number, y: number) => boolean,
  isSwapped: boolean,
): string | undefined {
  for (const [x = Number.NaN, y = Number.NaN] of positionsIn(geometry))
    if (!(isSwapped ? isWithin(y, x) : isWithin(x, y))) return `${x}, ${y}`;
  return undefined;
}

function isNear(geometry: Geometry, [west, south, east, north]: BoundingBox): boolean {
  for (const [x = Number.NaN, y = Number.NaN] of positionsIn(geometry)) {
    const isInside =
      x >= west - MARGIN && x <= east + MARGIN && y >= south - MARGIN && y <= north + MARGIN;
    if (!isInside) return false;
  }
  return true;
}

function outOfRange(row: number, position: string, code: string): ImportIssue {
  return issue(
    'position-out-of-range',
    'error',
    {
      zh: `第 ${row} 条的坐标 ${position} 不可能属于 ${code}，该条搁置。`,
      en: `the position ${position} of record ${row} can be none of ${code}; the record is set aside.`,
    },
    { zh: '改正该坐标。', en: 'Correct the position.' },
    row,
  );
}

function partlyOutside(rows: readonly number[]): ImportIssue {
  const [first = 0] = rows;
  return issue(
    'some-outside-frame',
    'warning',
    {
      zh: `${rows.length} 条有坐标远在规划范围之外（如第 ${first} 条）。`,
      en: `${rows.length} records have positions far outside the plan's area, such as record ${first}.`,
    },
    { zh: '核对这些坐标。', en: 'Check these positions.' },
    first,
  );
}

/** How far the two places of a row may be apart in metres, beside the rounding of their degrees. */
const APART_M = 1;
/** Metres of a degree of the meridian, at most. */
const DEGREE_M = 111_700;

/** Tells rows whose metres and degrees are not one place; the metres were taken. */
export function crossCheckIssues(
  { rows, unit }: CrossCheck,
  reading: CrsReading | undefined,
): readonly ImportIssue[] {
  if (reading === undefined) return [];
  const convert = toDegreesOf({ code: reading.code });
  const roundingM = (unit / 2) * DEGREE_M * Math.SQRT2;
  const apart = rows.flatMap(({ row, plane, degrees }) => {
    const coordinates = [[...convert([...plane])], [...degrees]];
    const distanceM = measureGeometry({ type: 'LineString', coordinates }).lengthM.ellipsoid;
    return distanceM > Math.max(APART_M, roundingM) ? [{ row, distanceM }] : [];
  });
  const [worst] = apart.toSorted((a, b) => b.distanceM - a.distanceM);
  if (worst === undefined) return [];
  const metres = worst.distanceM.toFixed(1);
  return [
    issue(
      'places-differ',
      'warning',
      {
        zh: `${apart.length} 行的 X/Y 与经纬度不是同一处，最多相差 ${metres} 米（第 ${worst.row} 行）；按 X/Y 读取。`,
        en: `in ${apart.length} rows X and Y are not where longitude and latitude are, ${metres} m apart at most (row ${worst.row}); X and Y were taken.`,
      },
      {
        zh: '核对坐标系和录入。',
        en: 'Check the system and the entries.',
      },
      worst.row,
    ),
  ];
}
