import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGeometry as check } from '../../../src/data/geojson/check-geometry.ts';
import { RING_CHECKS } from '../../../src/data/geojson/ring-findings.ts';

const checkGeometry = (value: unknown) => check(value, RING_CHECKS);

import { starRing } from '../../domain/arbitraries.ts';

function codes(type: string, coordinates: unknown): readonly string[] {
  return checkGeometry({ type, coordinates }).findings.map(({ code }) => code);
}

const BOX = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

describe('a sound geometry', () => {
  test.each([
    ['Point', [120, 36]],
    ['MultiPoint', [[120, 36]]],
    [
      'LineString',
      [
        [120, 36],
        [121, 36],
      ],
    ],
    [
      'MultiLineString',
      [
        [
          [120, 36],
          [121, 36],
        ],
      ],
    ],
    ['Polygon', [BOX]],
    ['MultiPolygon', [[BOX]]],
  ])('of the type %s comes back as it is', (type, coordinates) => {
    expect(checkGeometry({ type, coordinates })).toEqual({
      geometry: { type, coordinates },
      findings: [],
    });
  });

  test('may reach the antimeridian and the poles', () => {
    expect(
      codes('LineString', [
        [0, -90],
        [180, 90],
      ]),
    ).toEqual([]);
  });

  test('sheds members that it does not need', () => {
    const { geometry } = checkGeometry({
      type: 'Point',
      coordinates: [1, 2],
      bbox: [1, 2, 1, 2],
      crs: 'x',
    });
    expect(geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
  });

  test('is not changed in the hands of the caller', () => {
    const given = { type: 'Polygon', coordinates: [BOX.toReversed()] };
    const copy = structuredClone(given);
    checkGeometry(given);
    expect(given).toEqual(copy);
  });

  test('has its rings turned to one direction, whichever they had', () => {
    fc.assert(
      fc.property(starRing, fc.boolean(), (ring, isTurned) => {
        const given = isTurned ? ring.toReversed() : ring;
        const { geometry, findings } = checkGeometry({ type: 'Polygon', coordinates: [given] });
        expect(geometry).toEqual({ type: 'Polygon', coordinates: [ring] });
        expect(findings.map(({ code }) => code)).toEqual(isTurned ? ['ring-turned'] : []);
      }),
    );
  });

  test('has its holes clockwise, turned where they are not', () => {
    const hole = [
      [0.2, 0.2],
      [0.2, 0.4],
      [0.4, 0.2],
      [0.2, 0.2],
    ];
    for (const [given, notes] of [
      [hole, []],
      [hole.toReversed(), ['ring-turned']],
    ] as const) {
      const { geometry, findings } = checkGeometry({ type: 'Polygon', coordinates: [BOX, given] });
      expect(geometry).toEqual({ type: 'Polygon', coordinates: [BOX, hole] });
      expect(findings.map(({ code }) => code)).toEqual(notes);
    }
  });

  test('notes altitudes once, and turned rings once, however many there are', () => {
    const high = BOX.map(([x = 0, y = 0]) => [x, y, 9]).toReversed();
    const beside = high.map(([x = 0, y = 0]) => [x + 2, y, 9]);
    expect(codes('MultiPolygon', [[high], [beside]])).toEqual(['altitude-dropped', 'ring-turned']);
  });
});

describe('rings of one area', () => {
  const ring = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const hole = (...corners: [number, number, number, number]) => ring(...corners).toReversed();
  const told = (type: string, coordinates: unknown) => {
    const { geometry, findings } = checkGeometry({ type, coordinates });
    return [geometry !== undefined, ...findings.map(({ code, severity }) => `${severity} ${code}`)];
  };

  test.each([
    ['beside it', hole(4, 0, 5, 1)],
    ['partly over it', hole(1, 1, 4, 2)],
    ['around it', hole(-1, -1, 4, 4)],
  ])('with a hole outside the exterior (%s) are refused', (_, outside) => {
    const area = [ring(0, 0, 3, 3), outside];
    expect(told('Polygon', area)).toEqual([false, 'error hole-outside']);
    expect(told('MultiPolygon', [[ring(9, 9, 10, 10)], area])).toEqual([
      false,
      'error hole-outside',
    ]);
  });

  test('are kept where a hole touches the exterior, even if rounding puts it 0.1 m outside', () => {
    const touching = [
      [0, 1],
      [1, 2],
      [2, 1],
      [0, 1],
    ];
    expect(told('Polygon', [ring(0, 0, 3, 3), touching])).toEqual([true]);
    const rounded = [ring(0, 0, 3, 3), hole(-5e-7, 1, 1, 2)];
    expect(told('Polygon', rounded)).toEqual([true, 'warning hole-on-rim']);
    expect(told('Polygon', [ring(0, 0, 3, 3), hole(-2e-6, 1, 1, 2)])[0]).toBe(false);
  });

  test('are told where a hole runs along the exterior, also where it is rounded to the last decimal', () => {
    const slanted = [
      [0, 0],
      [3, 1],
      [3, 4],
      [0, 4],
      [0, 0],
    ];
    const rim = [
      [1, 0.333333],
      [1, 2],
      [2, 2],
      [2, 0.666667],
      [1, 0.333333],
    ];
    expect(told('Polygon', [slanted, rim])).toEqual([true, 'warning hole-on-rim']);
    expect(told('Polygon', [ring(0, 0, 3, 3), hole(0, 1, 1, 2)])).toEqual([
      true,
      'warning hole-on-rim',
    ]);
  });

  test('are kept where parts repeat or overlap, or holes do, with a warning of each', () => {
    const [one, other] = [ring(0, 0, 3, 3), ring(2, 2, 5, 5)];
    expect(told('MultiPolygon', [[one], [one]])).toEqual([true, 'warning parts-overlap']);
    expect(told('MultiPolygon', [[one], [other]])).toEqual([true, 'warning parts-overlap']);
    expect(told('Polygon', [one, hole(1, 1, 2, 2), hole(1, 1, 2, 2)])).toEqual([
      true,
      'warning holes-overlap',
    ]);
  });

  test('are sound where parts share a border, or one stands in a hole of another', () => {
    const lake = [ring(0, 0, 3, 3), hole(1, 1, 2, 2)];
    expect(told('MultiPolygon', [lake, [ring(1, 1, 2, 2)]])).toEqual([true]);
    expect(told('MultiPolygon', [lake, [ring(1.2, 1.2, 1.5, 1.5)], [ring(3, 0, 4, 3)]])).toEqual([
      true,
    ]);
  });
});

describe('a position', () => {
  test.each([
    [[500, 36], 'position-out-of-range'],
    [[120, 95], 'position-out-of-range'],
    [[180.000001, 0], 'position-out-of-range'],
    [[-180.5, -90.5], 'position-out-of-range'],
    [[36, 120], 'position-swapped'],
    [[-36, -120], 'position-swapped'],
    [[518044.1, 3980013.2], 'position-projected'],
    [[40518044.1, 3980013.2], 'position-projected'],
    [[120, 3980013.2], 'position-projected'],
    [[1e308, 1e308], 'position-projected'],
    [[Number.NaN, 36], 'position-not-a-number'],
    [[120, Number.POSITIVE_INFINITY], 'position-not-a-number'],
    [['120', 36], 'position-not-a-number'],
    [[120], 'position-not-a-number'],
    [[], 'position-not-a-number'],
    [null, 'position-not-a-number'],
    [{ 0: 120, 1: 36, length: 2 }, 'position-not-a-number'],
    [[[120, 36]], 'position-not-a-number'],
  ])('that is %j is refused as %s', (position, code) => {
    const { geometry, findings } = checkGeometry({ type: 'Point', coordinates: position });
    expect(geometry).toBeUndefined();
    expect(findings).toMatchObject([
      { code, severity: 'error', path: ['geometry', 'coordinates'] },
    ]);
  });

  test('at fault is told once: the rest of the feature can wait', () => {
    expect(
      codes('LineString', [
        [500, 0],
        [600, 0],
        [700, 0],
      ]),
    ).toEqual(['position-out-of-range']);
  });

  test('at fault is placed by its path, ring and position counted from zero', () => {
    const [finding] = checkGeometry({
      type: 'MultiPolygon',
      coordinates: [
        [BOX],
        [
          BOX,
          [
            [0.1, 0.1],
            [0.2, 0.1],
            [999, 0],
          ],
        ],
      ],
    }).findings;
    expect(finding?.path).toEqual(['geometry', 'coordinates', 1, 1, 2]);
  });
});

describe('a ring at fault in a multipolygon', () => {
  test('is placed by polygon and ring', () => {
    const [finding] = checkGeometry({
      type: 'MultiPolygon',
      coordinates: [[BOX], [BOX.slice(0, -1)]],
    }).findings;
    expect(finding).toMatchObject({
      code: 'ring-not-closed',
      path: ['geometry', 'coordinates', 1, 0],
    });
  });

  test('says where it crosses itself, to six decimals', () => {
    const [finding] = checkGeometry({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    }).findings;
    expect(finding?.message.en).toContain('0.500000, 0.500000');
  });
});

test.each([
  ['no object', 'text'],
  ['nothing', null],
  ['a list', []],
  ['an inherited type', Object.create({ type: 'Point', coordinates: [1, 2] })],
  ['a collection', { type: 'GeometryCollection', geometries: [] }],
  ['a feature', { type: 'Feature', geometry: null }],
])('%s is no geometry', (_, value) => {
  expect(checkGeometry(value)).toMatchObject({
    geometry: undefined,
    findings: [{ code: 'geometry-type', severity: 'error' }],
  });
});

test.each([
  ['LineString', []],
  ['LineString', 'text'],
  ['LineString', { length: 0 }],
  ['Polygon', []],
  ['Polygon', [[]]],
  ['MultiPolygon', [[]]],
])('a %s with the coordinates %j has none', (type, coordinates) => {
  expect(codes(type, coordinates)).toEqual(['coordinates-missing']);
});
