import type { Geometry } from 'geojson';
import { metresPerDegree } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';
import type { Finding } from '../finding.ts';
import { evenSteps, measureLines } from './even-steps.ts';
import { bd09ToWgs84, gcj02ToWgs84 } from './gcj02.ts';
import { nearestWithin, type ReferenceLines } from './reference-lines.ts';

/** Lines with a known datum. */
export type DatumReference = {
  /** The name of their file, shown in messages. */
  readonly name: string;
  readonly lines: ReferenceLines;
  /**
   * True when the lines follow the water's edge; only such lines are compared with a single stretch of
   * coast.
   */
  readonly isCoast: boolean;
};

/** The coordinate shifts that Chinese maps use. */
const DATUMS = [
  { code: 'gcj02-suspected', name: 'GCJ-02', toWgs84: gcj02ToWgs84 },
  { code: 'bd09-suspected', name: 'BD-09', toWgs84: bd09ToWgs84 },
] as const;

type Datum = (typeof DATUMS)[number];

/** A position is on a line within the first distance and clear of it beyond the second, in metres. */
const [ON, CLEAR] = [60, 100];

/** The number of positions sampled from a file and from a single line. */
const [OF_FILE, OF_LINE] = [400, 60];
/** A file may contain much that no reference has, but a share below one fifth fits by chance. */
const SHARE_OF_FILE = 0.2;
/**
 * A single line has to fit almost completely, and at least half of it has to be off the reference as it is.
 */
const [SHARE_OF_LINE, SHARE_AS_IT_IS] = [0.9, 0.5];
/** Minimum lengths in metres of a file and of a line: shorter ones fit by chance. */
const [LEAST_OF_FILE, LEAST_OF_LINE] = [2000, 500];

/**
 * Checks whether the lines of a file look like GCJ-02 or BD-09: clear of the reference lines as they are,
 * and on them once the shift is undone (GCJ-02: 458–489 m here), five times as often as the other way
 * round.
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
 * The same check for one line beside a coast: almost all of it has to be on the coast once the shift is
 * undone. A line that is on any reference as it is needs no other explanation and gives no result.
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

/**
 * Positions of a file or a line, and the same positions with a shift undone, which are computed on demand.
 */
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

/** A reference that contains a large part of a sample once a shift is undone. */
type Fit = {
  readonly reference: DatumReference;
  readonly datum: Datum;
  /** The nearest point of the reference for each position of the sample, with the shift undone. */
  readonly found: readonly Nearest[];
};

/** The references and shifts for which at least a given share of the sample fits. */
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

/** Stops as soon as too few positions are left, because almost all lines of almost all files do not fit. */
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

/** Counts the positions that are on a reference only with the shift undone, and only as they are. */
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

/**
 * East and north offsets of a reference in metres, for each position that is on it with the shift undone.
 */
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
