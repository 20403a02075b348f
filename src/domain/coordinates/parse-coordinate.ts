import { type Half, halvesOf, onlyHalf, piecesOf } from './coordinate-halves.ts';
import {
  isOtherNumbers,
  isSignsOnly,
  looksLikePosition,
  NAMES_BOTH_ANGLES,
} from './coordinate-likeness.ts';
import { withPlainSigns } from './coordinate-signs.ts';
import { type NamedSystem, takeSystemName } from './coordinate-system-name.ts';
import { variantsOf } from './coordinate-variants.ts';
import { withSignsForWords } from './coordinate-words.ts';
import type { GaussKruegerZone } from './gauss-krueger-zone.ts';
import { type AxisOrder, pastedCoordinate } from './pasted-coordinate.ts';
import { isAngle, readAngles, readPacked } from './read-angles.ts';
import { readPlane } from './read-plane.ts';
import {
  type CoordinateFault,
  type CoordinateReading,
  DEGREES,
  type TypedCoordinate,
} from './typed-coordinate.ts';

/**
 * The maximum length of a position in characters; a longer text, such as a whole document, is not a
 * position.
 */
const LONGEST = 2000;
/** The rounding difference allowed between two notations of one place in a text, in degrees: 10 m. */
const SAME_PLACE = 1e-4;

/**
 * Reads a coordinate: degrees in either order, with or without hemispheres, as decimals, as degrees,
 * minutes and seconds or packed; metres in a Gauss–Krüger zone of CGCS2000 or, if it is named, in web
 * Mercator; and the formats of programs and maps (see `pastedCoordinate`). The reading names its system.
 * A text that can be read in more than one way, names another datum, or looks like a position but cannot
 * be read gives a fault. Returns undefined for any other text, such as a name.
 * @param ownZone the plan's zone, in which metres without a zone number are read; without it they are a fault
 */
export function parseCoordinate(
  text: string,
  ownZone?: GaussKruegerZone,
): TypedCoordinate | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = withPlainSigns(text);
  if (!/\d/.test(plain)) return NAMES_BOTH_ANGLES.test(plain) ? unclear([]) : undefined;
  const { rest, named } = takeSystemName(plain);
  const count = rest.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
  if (named?.kind === 'other-datum' && count >= 2)
    return fault({ fault: named.kind, name: named.name });
  if (named?.kind === 'other-datum' && plain.includes('://')) return fault({ fault: 'link' });
  if (named?.kind === 'unknown-crs') return fault({ fault: named.kind, name: named.name });
  const pasted = pastedCoordinate(rest);
  if (pasted !== undefined && 'fault' in pasted) return fault(pasted);
  const signs = withSignsForWords(withPlainSigns(pasted?.text ?? rest));
  if (named === undefined && pasted === undefined && isOtherNumbers(signs)) return undefined;
  const found = read(signs, { named, ownZone }, pasted?.order ?? 'either');
  const [only, another] = found.readings;
  if (only !== undefined) return another === undefined ? only : unclear(found.readings);
  const parts = plain.split(/\s+[·/|]\s+/);
  if (parts.length > 1) {
    const agreed = agreedReading(parts, ownZone);
    if (agreed !== undefined) return agreed;
  }
  if (named !== undefined && count >= 2) return fault({ fault: 'mismatch', name: nameOf(named) });
  if (pasted !== undefined) return found.fault ?? unclear([]);
  return found.fault ?? (looksLikePosition(plain) ? unclear([]) : undefined);
}

function fault(given: CoordinateFault): TypedCoordinate {
  return { kind: 'fault', ...given };
}

function unclear(readings: readonly CoordinateReading[]): TypedCoordinate {
  return fault({ fault: 'unclear', readings });
}

function nameOf(named: NamedSystem): string {
  return named.kind === 'plane' ? `EPSG:${named.codes[0]}` : named.name;
}

/** The system that a text names, and the plan's own zone for metres without a name. */
type Systems = {
  readonly named: NamedSystem | undefined;
  readonly ownZone: GaussKruegerZone | undefined;
};

type Found = {
  readonly readings: readonly CoordinateReading[];
  /** The fault to report when there is no reading; absent when the text does not look like a position. */
  readonly fault?: TypedCoordinate | undefined;
};

/** Every reading of a text in plain signs, each once. */
function read(signs: string, systems: Systems, order: AxisOrder): Found {
  const readings = new Map<string, CoordinateReading>();
  const faults: (PlainFault | undefined)[] = [];
  for (const variant of variantsOf(signs)) {
    const pieces = piecesOf(variant.text);
    if (pieces === undefined) continue;
    const whole = onlyHalf(pieces);
    if (isHalf(whole)) faults.push('half');
    // `35 57 N` is one angle, not two.
    if (whole.parts.length === 2 && whole.marks.length === 1 && isAngle(whole)) continue;
    for (const halves of halvesOf(pieces)) {
      const found = readingsOf(halves, systems, order, variant.isPlaneOnly);
      for (const reading of found.readings) readings.set(keyOf(reading), reading);
      faults.push(found.fault);
    }
  }
  return { readings: [...readings.values()], fault: worstFault(signs, faults) };
}

type PlainFault = Exclude<
  CoordinateFault['fault'],
  'unclear' | 'other-datum' | 'unknown-crs' | 'mismatch'
>;
/** Faults, the most informative first. */
const TELLING: readonly PlainFault[] = [
  'minutes',
  'longitude',
  'latitude',
  'zone',
  'metres',
  'half',
];

function worstFault(
  signs: string,
  faults: readonly (PlainFault | undefined)[],
): TypedCoordinate | undefined {
  const told = TELLING.find((candidate) => faults.includes(candidate));
  if (told !== undefined) return fault({ fault: told });
  return isSignsOnly(signs) ? unclear([]) : undefined;
}

function readingsOf(
  halves: readonly [Half, Half],
  { named, ownZone }: Systems,
  order: AxisOrder,
  isPlaneOnly: boolean,
): { readonly readings: readonly CoordinateReading[]; readonly fault?: PlainFault | undefined } {
  const plane =
    named?.kind === 'degrees'
      ? { planes: [] }
      : readPlane(halves, named?.kind === 'plane' ? named.codes : undefined, ownZone);
  const metres = plane.planes.map((read): CoordinateReading => ({ kind: 'metres', plane: read }));
  if (isPlaneOnly || named?.kind === 'plane') return { readings: metres, fault: plane.fault };
  const [angles, packed] = [readAngles(halves, order), readPacked(halves, order)];
  const system = named?.kind === 'degrees' ? named.name : DEGREES;
  const degrees = [...angles.positions, ...packed.positions].map(
    (position): CoordinateReading => ({ kind: 'degrees', position, system }),
  );
  const isLarge = halves.some(
    ({ parts }) => parts.length === 1 && Number(parts[0]?.digits) >= 1000,
  );
  const given = packed.fault ?? (isLarge ? plane.fault : angles.fault);
  return { readings: [...degrees, ...metres], fault: given };
}

/** A key for a reading; readings within 1e-9 degrees (0.1 mm) or 0.1 mm have the same key. */
function keyOf(reading: CoordinateReading): string {
  if (reading.kind === 'degrees') return reading.position.map((value) => value.toFixed(9)).join();
  const { easting, northing, system } = reading.plane;
  return [easting.toFixed(4), northing.toFixed(4), system].join();
}

/**
 * Whether a half is clearly one angle, by a hemisphere with a decimal point or minutes, or by the sign of
 * a unit.
 */
function isHalf(half: Half): boolean {
  const { parts, marks } = half;
  const hasUnit = parts.some(({ unit }) => unit !== undefined);
  const hasMore = parts.length > 1 || parts.some(({ digits }) => digits.includes('.'));
  return marks.length <= 1 && (hasUnit || (marks.length > 0 && hasMore)) && isAngle(half);
}

/**
 * The reading on which several notations of one place in a text agree, such as `35°57′N 120°12′E / 35.95;
 * 120.2`.
 */
function agreedReading(
  parts: readonly string[],
  ownZone: Systems['ownZone'],
): TypedCoordinate | undefined {
  const readings = parts.flatMap((part) => {
    const each = parseCoordinate(part, ownZone);
    return each === undefined || each.kind === 'fault' ? [] : [each];
  });
  const [first] = readings;
  if (first === undefined || readings.length < 2) return undefined;
  return readings.every((other) => areSame(first, other)) ? first : unclear(readings);
}

function areSame(one: CoordinateReading, other: CoordinateReading): boolean {
  if (one.kind !== 'degrees' || other.kind !== 'degrees') return keyOf(one) === keyOf(other);
  return one.position.every(
    (value, axis) => Math.abs(value - (other.position[axis] ?? Number.NaN)) <= SAME_PLACE,
  );
}
