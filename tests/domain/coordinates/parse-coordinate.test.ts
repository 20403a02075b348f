import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDegrees, toPlane } from '../../../src/domain/coordinates/gauss-krueger.ts';
import { parseCoordinate } from '../../../src/domain/coordinates/parse-coordinate.ts';
import { closeTo } from '../../close-to.ts';
import { ZONE } from '../../plan-frame.ts';

/** 120° 12′ E, 35° 57′ N: its metres in EPSG:4549 are from PROJ. */
const PLACE = [120.2, 35.95] as const;

describe('degrees are read', () => {
  test.each([
    '120.2, 35.95',
    '35.95 120.2',
    '35.95,120.2',
    '35.95N 120.2E',
    'N35.95 E120.2',
    '120.2°E 35.95°N',
    '35.95° N, 120.2° E',
    '东经120.2° 北纬35.95°',
    '北纬35.95度，东经120.2度',
    'lon=120.2 lat=35.95',
    '35°57\'00"N 120°12\'00"E',
    '35° 57′ N, 120° 12′ E',
    '120°12′0″ 35°57′0″',
    '东经120度12分0秒 北纬35度57分0秒',
    '35 57 0 N 120 12 0 E',
    'N 35 57 E 120 12',
    '35 57 120 12',
    "35°57'N 120°12'0.0\"E",
  ])('%s', (text) => {
    const read = parseCoordinate(text, ZONE);
    expect(read?.kind).toBe('degrees');
    if (read?.kind !== 'degrees') return;
    closeTo(read.position[0], PLACE[0], 1e-12);
    closeTo(read.position[1], PLACE[1], 1e-12);
  });

  test('west and south of zero', () => {
    expect(parseCoordinate("33°30'S 70°45'W", ZONE)).toEqual({
      kind: 'degrees',
      position: [-70.75, -33.5],
      system: 'WGS 84 / CGCS2000',
    });
  });

  test('in either order, whatever the numbers', () => {
    const latitude = fc.integer({ min: 1, max: 89_999 }).map((value) => value / 1000 + 1e-4);
    const longitude = fc.integer({ min: 90_001, max: 179_999 }).map((value) => value / 1000 + 1e-4);
    fc.assert(
      fc.property(longitude, latitude, (x, y) => {
        const expected = { kind: 'degrees', position: [x, y] };
        expect(parseCoordinate(`${x} ${y}`, ZONE)).toMatchObject(expected);
        expect(parseCoordinate(`${y}, ${x}`, ZONE)).toMatchObject(expected);
      }),
    );
  });
});

describe('survey metres are read', () => {
  test.each([
    ['518044.1, 3980013.2', 'EPSG:4549'],
    ['3980013.2 518044.1', 'EPSG:4549'],
    ['E 518044.1 N 3980013.2', 'EPSG:4549'],
    ['518 044.1, 3 980 013.2', 'EPSG:4549'],
    ['518044.1 m 3980013.2 m', 'EPSG:4549'],
    ['EPSG:4549 518044.1 3980013.2', 'EPSG:4549'],
    ['40518044.1, 3980013.2', 'EPSG:4528'],
    ['3980013.2，40518044.1', 'EPSG:4528'],
  ])('%s', (text, system) => {
    const read = parseCoordinate(text, ZONE);
    expect(read).toMatchObject({ kind: 'metres', plane: { system, northing: 3980013.2 } });
    if (read?.kind !== 'metres') return;
    // The prefix costs digits of a floating number: 40 million leaves steps of 7e-9 m.
    closeTo(read.plane.easting, 518044.1, 1e-8);
  });
});

describe('nonsense is told apart', () => {
  test.each([
    ['200.5, 35.9', 'longitude'],
    ['95.5N 120.2E', 'latitude'],
    ["35°75'N 120°12'E", 'minutes'],
    ['35.9N 36.1N', 'unclear'],
    ['120.2 35.95 12.5', 'unclear'],
    ['24518044.1, 3980013.2', 'zone'],
    ['50518044.1, 3980013.2', 'zone'],
    ['518044.1, 518044.1', 'metres'],
    ['1234567, 12', 'metres'],
  ])('%s: %s', (text, fault) => {
    expect(parseCoordinate(text, ZONE)).toMatchObject({ kind: 'fault', fault });
  });
});

describe('other texts are no coordinates', () => {
  test.each(['46', '12 13', '24, 40', 'djk lng', '第46条', 'art 46', 'G204', '', ' ', '董家口 1'])(
    '"%s"',
    (text) => {
      expect(parseCoordinate(text, ZONE)).toBeUndefined();
    },
  );

  test('no text whatever makes it throw, and degrees stay on earth', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789 .,°\'"NSEW-') })),
        (text) => {
          const read = parseCoordinate(text, ZONE);
          if (read?.kind !== 'degrees') return;
          expect(Math.abs(read.position[0])).toBeLessThanOrEqual(180);
          expect(Math.abs(read.position[1])).toBeLessThanOrEqual(90);
        },
      ),
    );
  });
});

describe('survey metres become degrees', () => {
  test.each([
    // All from PROJ 9, the first to 0.1 m (EPSG:4490 → 4549).
    [[120.2, 35.95], [518044.1, 3980013.2], 0.1],
    [[120.2, 35.95], [518044.1252, 3980013.2323], 0.001],
    [[119.6, 35.6], [463753.1829, 3941234.2047], 0.001],
    [[120.35, 36.15], [531497.4815, 4002243.4801], 0.001],
  ] as const)('%j', ([longitude, latitude], [easting, northing], toleranceM) => {
    const position = toDegrees({ easting, northing, system: 'EPSG:4549' });
    // A degree is 111 km at most.
    closeTo(position[0], longitude, toleranceM / 90_000);
    closeTo(position[1], latitude, toleranceM / 110_000);
    const plane = toPlane([longitude, latitude], 'EPSG:4549');
    closeTo(plane.easting, easting, toleranceM);
    closeTo(plane.northing, northing, toleranceM);
  });
});
