import { describe, expect, it } from 'vitest';
import { readControlLine } from '../../scripts/geodata/coast/control-line.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { closeTo } from '../close-to.ts';

/** Metres of a degree at 36° N on WGS 84: along the parallel and along the meridian. */
const [EAST, NORTH] = [90_164, 110_963];

/** Positions to within a tenth of a metre or so. */
function expectLine(line: readonly Position[], expected: readonly Position[]): void {
  expect(line).toHaveLength(expected.length);
  for (const [index, [longitude, latitude]] of expected.entries()) {
    closeTo(line[index]?.[0], longitude, 2e-6);
    closeTo(line[index]?.[1], latitude, 2e-6);
  }
}

describe('a line of hand-set shapes', () => {
  it('passes control points on as they are', () => {
    const points = [
      [120, 36],
      [120.0005, 36.0005],
    ];
    expect(readControlLine(points, 'here')).toEqual(points);
  });

  it('walks a mole out on its right side and back on its left', () => {
    // On a south coast walked eastward the mole points south: out in the west, back in the east.
    const axis = [
      [120, 36],
      [120, 35.996],
    ];
    expectLine(readControlLine([{ mole: axis, widthM: 0.001 * EAST }], 'here'), [
      [119.9995, 36],
      [119.9995, 35.996],
      [120.0005, 35.996],
      [120.0005, 36],
    ]);
  });

  it('keeps a bent mole as wide round its elbow', () => {
    const half = 20;
    const axis = [
      [120, 36],
      [120, 35.996],
      [120.004, 35.996],
    ];
    const [x, y] = [half / EAST, half / NORTH];
    expectLine(readControlLine([{ mole: axis, widthM: 2 * half }], 'here'), [
      [120 - x, 36],
      [120 - x, 35.996 - y],
      [120.004, 35.996 - y],
      [120.004, 35.996 + y],
      [120 + x, 35.996 + y],
      [120 + x, 36],
    ]);
  });

  it('draws an islet counterclockwise, its length along the bearing', () => {
    const ellipse = { centre: [120, 36], lengthM: 400, widthM: 200, bearing: 90 };
    const ring = readControlLine([{ ellipse }], 'here').map(
      ([longitude, latitude]): readonly [number, number] => [
        (longitude - 120) * EAST,
        (latitude - 36) * NORTH,
      ],
    );
    // The build's local degree may be some 0.3 % off the ellipsoid's.
    closeTo(ring[0]?.[0], 200, 1);
    closeTo(ring[0]?.[1], 0, 1);
    const area = ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0);
    // Twelve corners on an ellipse enclose 12/2 · sin 30° = 3 times the product of its semi-axes.
    closeTo(area, 3 * 200 * 100, 400);
  });

  it.each([
    ['a text', '120, 36', 'here: not an object'],
    [
      'a mole without a width',
      {
        mole: [
          [120, 36],
          [120, 35.9],
        ],
      },
      '"widthM" is not a number',
    ],
    ['a mole of one position', { mole: [[120, 36]], widthM: 40 }, 'two positions'],
    ['an ellipse without a centre', { ellipse: { lengthM: 400 } }, 'not a position'],
    [
      'an ellipse without a bearing',
      { ellipse: { centre: [120, 36], lengthM: 400, widthM: 200 } },
      '"bearing" is not a number',
    ],
  ])('refuses %s', (_, value, sentence) => {
    expect(() => readControlLine([value], 'here')).toThrow(sentence);
  });
});
