import type { Geometry } from 'geojson';
import type { Finding } from '../../data/finding.ts';
import { metresPerDegree } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import { evenSteps, measureLines } from './even-steps.ts';
import { bd09ToWgs84, gcj02ToWgs84 } from './gcj02.ts';
import { nearestWithin, type ReferenceLines } from './reference-lines.ts';

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

type Datum = (typeof DATUMS)[number];

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
  const measured = measureLines(geometries);
  if (measured.lengthM < LEAST_OF_FILE) return undefined;
  const sample = sampleOf(evenSteps(measured, OF_FILE));
  const least = sample.positions.length * SHARE_OF_FILE;
  const fits = fitsOf(sample, references, least).filter(({ reference, found }) => {
    const { explained, against } = comparisonWith(sample, reference, found);
    return explained >= least && explained >= 5 * against;
  });
  return bestFinding(fits, sample);
}

/**
 * The same of one line beside a coast: nearly all of it has to lie there once the shift is undone. A
 * line that lies on any of the references as it is needs no other explanation.
 */
export function checkLineDatum(
  geometry: Geometry,
  references: readonly DatumReference[],
): Finding | undefined {
  const measured = measureLines([geometry]);
  if (measured.lengthM < LEAST_OF_LINE) return undefined;
  const sample = sampleOf(evenSteps(measured, OF_LINE));
  const { positions } = sample;
  const fits = fitsOf(sample, references, positions.length * SHARE_OF_LINE);
  const isExplained = ({ lines }: DatumReference): boolean =>
    positions.filter((position) => isOn(nearestWithin(lines, position, CLEAR))).length >
    positions.length * SHARE_AS_IT_IS;
  return fits.length === 0 || references.some(isExplained) ? undefined : bestFinding(fits, sample);
}

/** Positions of a file or a line, and what they are once a shift is undone: worked out when asked for. */
type Sample = {
  readonly positions: readonly Position[];
  readonly unshifted: (datum: Datum, at: number) => Position;
};

function sampleOf(positions: readonly Position[]): Sample {
  const known = new Map(DATUMS.map((datum): [Datum, Position[]] => [datum, []]));
  return {
    positions,
    unshifted: (datum, at) => {
      const before = known.get(datum)?.[at];
      if (before !== undefined) return before;
      const position = datum.toWgs84(positions[at] ?? [0, 0]);
      const of = known.get(datum);
      if (of !== undefined) of[at] = position;
      return position;
    },
  };
}

type Nearest = ReturnType<typeof nearestWithin>;

/** A reference on which much of a sample lies once a shift is undone. */
type Fit = {
  readonly reference: DatumReference;
  readonly datum: Datum;
  /** What is nearest to each position of the sample, unshifted. */
  readonly found: readonly Nearest[];
};

/** The references and shifts with which so many positions at least of a sample fit. */
function fitsOf(
  sample: Sample,
  references: readonly DatumReference[],
  least: number,
): readonly Fit[] {
  return references.flatMap((reference) =>
    DATUMS.flatMap((datum) => {
      const found = foundUnshifted(sample, { reference, datum, least });
      return found === undefined ? [] : [{ reference, datum, found }];
    }),
  );
}

/** Gives up once too few positions are left: nearly all lines of nearly all files are no fit. */
function foundUnshifted(
  { positions, unshifted }: Sample,
  {
    reference: { lines },
    datum,
    least,
  }: Pick<Fit, 'reference' | 'datum'> & { readonly least: number },
): readonly Nearest[] | undefined {
  const found: Nearest[] = [];
  let possible = positions.length;
  for (const at of positions.keys()) {
    const nearest = nearestWithin(lines, unshifted(datum, at), CLEAR);
    found.push(nearest);
    if (isOn(nearest)) continue;
    possible -= 1;
    if (possible < least) return undefined;
  }
  return found;
}

/** How many positions lie on a reference only once unshifted, and how many only as they are. */
function comparisonWith(
  { positions }: Sample,
  { lines }: DatumReference,
  found: readonly Nearest[],
): { readonly explained: number; readonly against: number } {
  let [explained, against] = [0, 0];
  for (const [at, position] of positions.entries()) {
    const [asIs, unshifted] = [nearestWithin(lines, position, CLEAR), found[at]];
    if (asIs === undefined && isOn(unshifted)) explained += 1;
    if (unshifted === undefined && isOn(asIs)) against += 1;
  }
  return { explained, against };
}

function isOn(nearest: Nearest): boolean {
  return nearest !== undefined && nearest.distanceM <= ON;
}

function bestFinding(fits: readonly Fit[], { positions }: Sample): Finding | undefined {
  const [best] = fits
    .map((fit) => ({ ...fit, offsets: offsetsOf(positions, fit.found) }))
    .toSorted((one, other) => other.offsets.length - one.offsets.length);
  return best === undefined ? undefined : finding(best, positions.length);
}

type Offset = readonly [east: number, north: number];

/** East and north of a reference in metres, of each position that lies on it once unshifted. */
function offsetsOf(positions: readonly Position[], found: readonly Nearest[]): readonly Offset[] {
  return positions.flatMap((position, index): readonly Offset[] => {
    const nearest = found[index];
    if (nearest === undefined || !isOn(nearest)) return [];
    const { east, north } = metresPerDegree(position[1]);
    const [x, y] = nearest.at;
    return [[(position[0] - x) * east, (position[1] - y) * north]];
  });
}

function finding(
  {
    reference: { name: file },
    datum: { code, name },
    offsets,
  }: Fit & { readonly offsets: readonly Offset[] },
  count: number,
): Finding {
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
      zh: `可能是 ${name} 坐标：相对 ${file} 偏${east < 0 ? '西' : '东'} ${x} 米、偏${north < 0 ? '南' : '北'} ${y} 米，按 ${name} 纠偏后 ${share} 与之重合。`,
      en: `these may be ${name} coordinates: ${x} m ${east < 0 ? 'west' : 'east'} and ${y} m ${north < 0 ? 'south' : 'north'} of ${file}; once taken as ${name}, ${share} of the length lies on it.`,
    },
    cure: { zh: '先转换为 WGS 84 / CGCS2000。', en: 'Convert it to WGS 84 / CGCS2000 first.' },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
