import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, test } from 'vitest';
import { parseCoordinate } from '../../../src/domain/coordinates/parse-coordinate.ts';
import { positionOfReading } from '../../../src/domain/coordinates/read-position.ts';
import { closeTo } from '../../close-to.ts';
import { ZONE } from '../../plan-frame.ts';

/**
 * A position in arc seconds of a hundredth, so that every notation can write it exactly or to its own
 * rounding: 117°–122° E, 34°–38° N, where one order alone is possible.
 */
const place = fc.tuple(
  fc.integer({ min: 117 * 360_000, max: 122 * 360_000 }),
  fc.integer({ min: 34 * 360_000, max: 38 * 360_000 }),
);

type Angle = {
  readonly degrees: number;
  readonly d: number;
  readonly m: number;
  readonly s: number;
  /** Minutes with their decimals. */
  readonly minutes: number;
};

function angle(hundredths: number): Angle {
  const seconds = hundredths / 100;
  const [d, m] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return {
    degrees: seconds / 3600,
    d,
    m,
    s: (hundredths % 6000) / 100,
    minutes: (hundredths % 360_000) / 6000,
  };
}

const two = (value: number): string => `${value}`.padStart(2, '0');
const fixed = (value: number, whole: number, decimals: number): string =>
  value.toFixed(decimals).padStart(whole + 1 + decimals, '0');
/** A twentieth of the last digit is lost to binary numbers at most; half a digit to rounding. */
const NINE_DECIMALS = 1e-9;
const HUNDREDTH_SECOND = 0.0051 / 3600;
const MINUTE_5 = 6e-6 / 60;

/** Every notation that is read, with what it keeps, in degrees. */
const NOTATIONS: readonly (readonly [string, number, (x: Angle, y: Angle) => string])[] = [
  ['lon, lat', NINE_DECIMALS, (x, y) => `${x.degrees.toFixed(9)}, ${y.degrees.toFixed(9)}`],
  ['lat lon', NINE_DECIMALS, (x, y) => `${y.degrees.toFixed(9)} ${x.degrees.toFixed(9)}`],
  ['N E', NINE_DECIMALS, (x, y) => `${y.degrees.toFixed(9)}N${x.degrees.toFixed(9)}E`],
  [
    'decimal comma',
    NINE_DECIMALS,
    (x, y) => `${y.degrees.toFixed(9)}; ${x.degrees.toFixed(9)}`.replaceAll('.', ','),
  ],
  [
    'Chinese',
    NINE_DECIMALS,
    (x, y) => `（东经${x.degrees.toFixed(9)}°，北纬${y.degrees.toFixed(9)}°）`,
  ],
  ['WKT', NINE_DECIMALS, (x, y) => `POINT Z (${x.degrees.toFixed(9)} ${y.degrees.toFixed(9)} 4)`],
  ['geo URI', NINE_DECIMALS, (x, y) => `geo:${y.degrees.toFixed(9)},${x.degrees.toFixed(9)}`],
  ['JSON', NINE_DECIMALS, (x, y) => JSON.stringify({ lat: y.degrees, lng: x.degrees })],
  [
    'GeoJSON',
    NINE_DECIMALS,
    (x, y) => JSON.stringify({ type: 'Point', coordinates: [x.degrees, y.degrees] }),
  ],
  [
    'address',
    NINE_DECIMALS,
    (x, y) => `https://www.google.com/maps/@${y.degrees.toFixed(9)},${x.degrees.toFixed(9)},15z`,
  ],
  ['ISO 6709', NINE_DECIMALS, (x, y) => `+${y.degrees.toFixed(9)}+${x.degrees.toFixed(9)}/`],
  [
    'degrees, minutes, seconds',
    HUNDREDTH_SECOND,
    (x, y) => `${y.d}°${y.m}′${y.s.toFixed(2)}″N ${x.d}°${x.m}′${x.s.toFixed(2)}″E`,
  ],
  [
    'Chinese degrees, minutes, seconds',
    HUNDREDTH_SECOND,
    (x, y) => `东经${x.d}度${x.m}分${x.s.toFixed(2)}秒，北纬${y.d}度${y.m}分${y.s.toFixed(2)}秒`,
  ],
  [
    'hyphens',
    HUNDREDTH_SECOND,
    (x, y) => `${y.d}-${y.m}-${y.s.toFixed(2)}N ${x.d}-${x.m}-${x.s.toFixed(2)}E`,
  ],
  [
    'letters d m s',
    HUNDREDTH_SECOND,
    (x, y) => `${y.d}d${y.m}m${y.s.toFixed(2)}s N, ${x.d}d${x.m}m${x.s.toFixed(2)}s E`,
  ],
  [
    'packed with seconds',
    HUNDREDTH_SECOND,
    (x, y) => `${two(y.d)}${two(y.m)}${fixed(y.s, 2, 2)}N${x.d}${two(x.m)}${fixed(x.s, 2, 2)}E`,
  ],
  [
    'minutes',
    MINUTE_5,
    (x, y) => `${y.d}°${y.minutes.toFixed(5)}' N, ${x.d}°${x.minutes.toFixed(5)}' E`,
  ],
  [
    'NMEA 0183',
    MINUTE_5,
    (x, y) => `${two(y.d)}${fixed(y.minutes, 2, 5)},N,${x.d}${fixed(x.minutes, 2, 5)},E`,
  ],
];

describe('a position written and read again is the same', () => {
  test.each(NOTATIONS)('%s', (_, tolerance, write) => {
    fc.assert(
      fc.property(place, ([east, north]) => {
        const [x, y] = [angle(east), angle(north)];
        // 59.999996′ is written as 60.00000′, which no reader should take.
        fc.pre(x.minutes < 59.999 && y.minutes < 59.999);
        const read = parseCoordinate(write(x, y), ZONE);
        expect(read).toMatchObject({ kind: 'degrees' });
        if (read?.kind !== 'degrees') return;
        closeTo(read.position[0], x.degrees, tolerance);
        closeTo(read.position[1], y.degrees, tolerance);
      }),
    );
  });

  test.each([
    ['EPSG:4549', '', (x: string, y: string) => `${x}, ${y}`],
    ['EPSG:4549', '', (x: string, y: string) => `${y} ${x}`],
    ['EPSG:4528', '40', (x: string, y: string) => `X=${y} Y=${x}`],
    ['EPSG:4528', '40', (x: string, y: string) => `EPSG:4528;${x};${y}`],
    ['EPSG:4528', '40', (x: string, y: string) => `SRID=4528;POINT(${x} ${y})`],
  ])('metres in %s (prefix "%s")', async (system, prefix, write) => {
    const nearMeridian = fc.tuple(
      fc.double({ min: 118.6, max: 121.4, noNaN: true }),
      fc.double({ min: 34.4, max: 37.5, noNaN: true }),
    );
    const plane = '+proj=tmerc +lon_0=120 +k=1 +x_0=500000 +ellps=GRS80';
    await fc.assert(
      fc.asyncProperty(nearMeridian, async ([longitude, latitude]) => {
        const [x = 0, y = 0] = proj4('WGS84', plane, [longitude, latitude]);
        const read = parseCoordinate(write(`${prefix}${x.toFixed(3)}`, y.toFixed(3)), ZONE);
        expect(read).toMatchObject({ kind: 'metres', plane: { system } });
        if (read?.kind !== 'metres') return;
        const { at } = await positionOfReading(read);
        // Half a millimetre is 6e-9 degrees.
        closeTo(at[0], longitude, 1e-8);
        closeTo(at[1], latitude, 1e-8);
      }),
    );
  });
});

describe('any text', () => {
  const signs = '0123456789 .,;:°\'"´ºNSEWXY-+/=()[]{}<>&?#@_~!dms东北经纬度EPSG'.split('');
  const words = [
    'EPSG:4549',
    'GCJ-02',
    'POINT(',
    'geo:',
    'https://a.cn/?q=',
    '"lat":',
    '120.2',
    '35.95',
    '518044.1',
    '3980013.2',
    ' ',
    ',',
    '°',
    '-',
    ' / ',
    'N',
    'E',
  ];
  test.each([
    ['', fc.string()],
    ['of full Unicode', fc.string({ unit: 'binary' })],
    ['of signs of positions', fc.string({ unit: fc.constantFrom(...signs), maxLength: 60 })],
    ['of words of positions', fc.array(fc.constantFrom(...words)).map((some) => some.join(''))],
  ])('%s gives a place on earth, a fault, or nothing', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseCoordinate(text, ZONE);
        if (read?.kind === 'fault' && read.fault === 'unclear')
          expect(read.readings.length).not.toBe(1);
        if (read?.kind !== 'degrees') return;
        expect(Math.abs(read.position[0])).toBeLessThanOrEqual(180);
        expect(Math.abs(read.position[1])).toBeLessThanOrEqual(90);
      }),
      { numRuns: 500 },
    );
  });

  test('of a whole document is none, at once', () => {
    expect(parseCoordinate('120.2 35.95\n'.repeat(10_000), ZONE)).toBeUndefined();
  });
});
