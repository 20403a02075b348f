import type { Geometry } from 'geojson';
import type { Finding } from '../../data/finding.ts';
import { metresPerDegree } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';
import type { NamedFile } from '../geodata-files.ts';
import { bd09ToWgs84, gcj02ToWgs84 } from './gcj02.ts';
import { evenSteps, nearestWithin, type ReferenceLines } from './reference-lines.ts';

/** Lines whose datum is known, and the file they are of. */
export type DatumReference = NamedFile & {
  readonly lines: ReferenceLines;
  /** Whether they follow the water's edge: what a single stretch of coast is held against. */
  readonly isCoast: boolean;
};

/** The shifts that Chinese maps put on their coordinates. */
const DATUMS = [
  { code: 'gcj02-suspected', name: 'GCJ-02', toWgs84: gcj02ToWgs84 },
  { code: 'bd09-suspected', name: 'BD-09', toWgs84: bd09ToWgs84 },
] as const;

/** A position lies on a line within so many metres, and clear of it beyond so many. */
const [ON, CLEAR] = [60, 100];

/** How many positions of a file and of a single line are looked at. */
const [OF_FILE, OF_LINE] = [400, 60];
/** A file may hold much that no reference has, but less than a fifth of it fits by chance. */
const SHARE_OF_FILE = 0.2;
/** A single line has to fit nearly whole, and to lie off the reference by half at least as it is. */
const [SHARE_OF_LINE, SHARE_AS_IT_IS] = [0.9, 0.5];
/** Shorter lines and files fit by chance, in metres. */
const [LEAST_OF_FILE, LEAST_OF_LINE] = [2000, 500];

/**
 * Whether the lines of a file look like GCJ-02 or BD-09: clear of lines whose datum is known as they are,
 * and on them once the shift is undone (GCJ-02: 458–489 m here), five times as often as the other way.
 */
export function checkDatum(
  geometries: readonly Geometry[],
  references: readonly DatumReference[],
): Finding | undefined {
  const { positions, lengthM } = evenSteps(geometries, OF_FILE);
  if (lengthM < LEAST_OF_FILE) return undefined;
  const fits = fitsOf(positions, references).filter(
    ({ explained, against }) =>
      explained >= positions.length * SHARE_OF_FILE && explained >= 5 * against,
  );
  return bestFinding(fits, positions.length);
}

/**
 * The same of one line beside a coast: nearly all of it has to lie there once the shift is undone. A
 * line that lies on any of the references as it is needs no other explanation.
 */
export function checkLineDatum(
  geometry: Geometry,
  references: readonly DatumReference[],
): Finding | undefined {
  const { positions, lengthM } = evenSteps([geometry], OF_LINE);
  if (lengthM < LEAST_OF_LINE) return undefined;
  const fits = fitsOf(positions, references);
  if (fits.some(({ onAsIs }) => onAsIs > positions.length * SHARE_AS_IT_IS)) return undefined;
  return bestFinding(
    fits.filter(({ offsets }) => offsets.length >= positions.length * SHARE_OF_LINE),
    positions.length,
  );
}

type Fit = {
  readonly file: string;
  readonly datum: (typeof DATUMS)[number];
  /** East and north of the reference in metres, of each position that lies on it once unshifted. */
  readonly offsets: readonly (readonly [east: number, north: number])[];
  /** How many positions lie on the reference as they are. */
  readonly onAsIs: number;
  /** How many lie on it only once unshifted, and how many only as they are. */
  readonly explained: number;
  readonly against: number;
};

function fitsOf(
  positions: readonly Position[],
  references: readonly DatumReference[],
): readonly Fit[] {
  return references.flatMap((reference) =>
    DATUMS.map((datum) => fitOf(positions, reference, datum)),
  );
}

function fitOf(
  positions: readonly Position[],
  { name: file, lines }: DatumReference,
  datum: (typeof DATUMS)[number],
): Fit {
  const offsets: (readonly [number, number])[] = [];
  let [onAsIs, explained, against] = [0, 0, 0];
  for (const position of positions) {
    const asIs = nearestWithin(lines, position, CLEAR);
    const unshifted = nearestWithin(lines, datum.toWgs84(position), CLEAR);
    if (asIs !== undefined && asIs.distanceM <= ON) {
      onAsIs += 1;
      if (unshifted === undefined) against += 1;
    }
    if (unshifted === undefined || unshifted.distanceM > ON) continue;
    const { east, north } = metresPerDegree(position[1]);
    const [x, y] = unshifted.at;
    offsets.push([(position[0] - x) * east, (position[1] - y) * north]);
    if (asIs === undefined) explained += 1;
  }
  return { file, datum, offsets, onAsIs, explained, against };
}

function bestFinding(fits: readonly Fit[], count: number): Finding | undefined {
  const [best] = fits.toSorted((one, other) => other.offsets.length - one.offsets.length);
  return best === undefined ? undefined : finding(best, count);
}

function finding({ file, datum: { code, name }, offsets }: Fit, count: number): Finding {
  const east = median(offsets.map(([x]) => x));
  const north = median(offsets.map(([, y]) => y));
  const share = `${Math.round((offsets.length / count) * 100)} %`;
  const [x, y] = [Math.abs(east).toFixed(0), Math.abs(north).toFixed(0)];
  return {
    code,
    kind: 'positional-accuracy',
    severity: 'warning',
    path: [],
    message: {
      zh: `看来是 ${name} 坐标：相对 ${file} 偏${east < 0 ? '西' : '东'} ${x} 米、偏${north < 0 ? '南' : '北'} ${y} 米，按 ${name} 纠偏后 ${share} 与之重合。`,
      en: `these look like ${name} coordinates: ${x} m ${east < 0 ? 'west' : 'east'} and ${y} m ${north < 0 ? 'south' : 'north'} of ${file}; once taken as ${name}, ${share} of the length lies on it.`,
    },
    cure: { zh: '先转换为 WGS 84 / CGCS2000。', en: 'Convert it to WGS 84 / CGCS2000 first.' },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
