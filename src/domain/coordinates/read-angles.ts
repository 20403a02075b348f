import type { Position } from '../geometry.ts';
import type { Half, Mark, Part } from './coordinate-halves.ts';
import type { AxisOrder } from './pasted-coordinate.ts';

/** The places that two halves can mean as angles; if there is none, the reason, when it is known. */
export type AngleReadings = {
  readonly positions: readonly Position[];
  readonly fault?: 'longitude' | 'latitude' | 'minutes';
};

type Axis = 'latitude' | 'longitude';
/** Whether a half is an angle by itself, so that its numbers need not be two. */
export function isAngle(half: Half): boolean {
  const angle = angleOf(half);
  if (angle === undefined || angle === 'minutes') return false;
  const most = angle.axis === 'latitude' ? 90 : 180;
  return angle.values.some((value) => Math.abs(value) <= most);
}

/** An angle in degrees: more than one value where its signs can be taken in two ways. */
type Angle = { readonly axis: Axis | undefined; readonly values: readonly number[] };

/**
 * Reads two halves as angles: decimals, or degrees, minutes and seconds. A minus beside a hemisphere,
 * seconds without minutes, and two angles of which either can be the latitude give more than one place.
 */
export function readAngles([one, other]: readonly [Half, Half], order: AxisOrder): AngleReadings {
  return placesOf(angleOf(one), angleOf(other), order);
}

/**
 * Reads two halves as packed angles, as NMEA 0183 and aviation write them: DDMM and DDDMM, or DDMMSS and
 * DDDMMSS, with or without decimals. The short form needs a hemisphere or a decimal point.
 */
export function readPacked([one, other]: readonly [Half, Half], order: AxisOrder): AngleReadings {
  const isMarked = [...one.marks, ...other.marks].some((mark) => axisOf([mark]) !== undefined);
  const hasPoint = [one, other].some(({ parts }) => parts[0]?.digits.includes('.'));
  const [first, second] = [unpacked(one), unpacked(other)];
  if (first === undefined || second === undefined) return { positions: [] };
  const isShort = first.parts.length === 2;
  if (isShort !== (second.parts.length === 2) || (isShort && !isMarked && !hasPoint))
    return { positions: [] };
  const read = placesOf(packedAngle(first), packedAngle(second), order);
  // Without a letter, or beyond all degrees, there is no sign that these digits are angles.
  return isMarked && isOnEarth(first) && isOnEarth(second) ? read : { positions: read.positions };
}

type Unpacked = Half & { readonly axis: Axis };

function unpacked(half: Half): Unpacked | undefined {
  const [part, ...others] = half.parts;
  if (part === undefined || part.unit !== undefined || others.length > 0) return undefined;
  const whole = part.digits.split('.')[0] ?? '';
  const [, degrees = '', minutes = '', seconds] =
    /^(\d{2,3})(\d\d)(\d\d)?$/.exec(whole.length % 2 === 0 ? whole : ` ${whole}`.trim()) ?? [];
  if (degrees === '') return undefined;
  const decimals = part.digits.slice(whole.length);
  const pieces = seconds === undefined ? [degrees, minutes] : [degrees, minutes, seconds];
  return {
    ...half,
    axis: degrees.length === 2 ? 'latitude' : 'longitude',
    parts: pieces.map((digits, index) => ({
      digits: index === pieces.length - 1 ? digits + decimals : digits,
      unit: undefined,
    })),
  };
}

function isOnEarth({ axis, parts }: Unpacked): boolean {
  return Number(parts[0]?.digits) <= (axis === 'latitude' ? 90 : 180);
}

function packedAngle(half: Unpacked): Angle | 'minutes' | undefined {
  const angle = angleOf(half);
  if (angle === undefined || angle === 'minutes') return angle;
  return (angle.axis ?? half.axis) === half.axis ? { ...angle, axis: half.axis } : undefined;
}

function angleOf({ parts, marks, isNegative }: Half): Angle | 'minutes' | undefined {
  const axis = axisOf(marks);
  const sizes = sizesOf(parts);
  if (axis === 'none' || sizes === undefined || sizes === 'minutes')
    return sizes === 'minutes' ? sizes : undefined;
  const isBelowZero = marks.includes('S') || marks.includes('W');
  const signs =
    isNegative && marks.some(isHemisphere) ? [1, -1] : [isNegative || isBelowZero ? -1 : 1];
  return { axis, values: sizes.flatMap((size) => signs.map((sign) => sign * size)) };
}

/**
 * The axis that marks name; undefined without marks, `none` for marks of a plane or contradictory marks.
 */
function axisOf(marks: readonly Mark[]): Axis | 'none' | undefined {
  if (marks.filter(isHemisphere).length > 1 || marks.some((mark) => '→↑'.includes(mark)))
    return 'none';
  const [isLatitude, isLongitude] = ['NSφ', 'EWλ'].map((named) =>
    marks.some((mark) => named.includes(mark)),
  );
  if (isLatitude && isLongitude) return 'none';
  return isLatitude ? 'latitude' : isLongitude ? 'longitude' : undefined;
}

function isHemisphere(mark: Mark): boolean {
  return 'NSEW'.includes(mark);
}

/** Degrees from degrees, minutes and seconds; two sizes where `35°30″` may have been meant as minutes. */
function sizesOf(parts: readonly Part[]): readonly number[] | 'minutes' | undefined {
  const values = [0, 0, 0];
  let unit = -1;
  let hasGap = false;
  for (const [index, part] of parts.entries()) {
    const next = part.unit ?? unit + 1;
    const isLast = index === parts.length - 1;
    if (next <= unit || next > 2 || (index === 0 && next !== 0)) return undefined;
    if (!isLast && part.digits.includes('.')) return undefined;
    hasGap ||= next === 2 && unit === 0;
    unit = next;
    values[unit] = Number(part.digits);
  }
  const [degrees = 0, minutes = 0, seconds = 0] = values;
  // Beyond a full circle, the first number is no angle, so the numbers after it are no minutes.
  if (degrees > 360 && parts.length > 1) return undefined;
  if (minutes >= 60 || seconds >= 60) return 'minutes';
  const size = degrees + minutes / 60 + seconds / 3600;
  return hasGap ? [size, degrees + seconds / 60] : [size];
}

function placesOf(
  one: Angle | 'minutes' | undefined,
  other: Angle | 'minutes' | undefined,
  order: AxisOrder,
): AngleReadings {
  if (one === undefined || other === undefined) return { positions: [] };
  if (one === 'minutes' || other === 'minutes') return { positions: [], fault: 'minutes' };
  if (one.axis !== undefined && one.axis === other.axis) return { positions: [] };
  const isNamed = one.axis !== undefined || other.axis !== undefined;
  const leads = one.axis === 'latitude' || other.axis === 'longitude';
  const first = placesIn(one, other);
  const second = placesIn(other, one);
  if (isNamed) {
    const positions = leads ? first : second;
    return positions.length > 0
      ? { positions }
      : { positions, fault: beyond(leads ? one : other) ? 'latitude' : 'longitude' };
  }
  if (first.length === 0 && second.length === 0) {
    const widest = Math.max(...one.values.map(Math.abs), ...other.values.map(Math.abs));
    return { positions: [], fault: widest > 180 ? 'longitude' : 'latitude' };
  }
  // If a format states which comes first, the other order applies only to numbers that do not fit it.
  const [preferred, swapped] = order === 'longitude-first' ? [second, first] : [first, second];
  if (order !== 'either' && preferred.length > 0) return { positions: preferred };
  return { positions: [...preferred, ...swapped] };
}

function placesIn(latitude: Angle, longitude: Angle): readonly Position[] {
  return latitude.values
    .filter((y) => Math.abs(y) <= 90)
    .flatMap((y) =>
      longitude.values.filter((x) => Math.abs(x) <= 180).map((x): Position => [x, y]),
    );
}

function beyond({ values }: Angle): boolean {
  return values.every((value) => Math.abs(value) > 90);
}
