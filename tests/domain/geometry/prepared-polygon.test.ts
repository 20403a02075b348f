import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import type { BoundingBox } from '../../../src/domain/geometry.ts';
import { districtPosition, starRing } from '../arbitraries.ts';
import { boxRing, polygon } from '../build.ts';

const BOX = new PreparedPolygon(
  polygon(boxRing([0, 0, 2, 2]), boxRing([0.5, 0.5, 1.5, 1.5]).toReversed()),
  'with a hole',
);

describe('a zone holds a position', () => {
  test.each([
    ['between exterior and hole', [0.25, 1], true],
    ['in the hole', [1, 1], false],
    ['outside', [3, 1], false],
    ['west of it at the height of a corner', [-1, 0], false],
    ['west of it at the height of its top', [-1, 2], false],
    ['on the exterior', [0, 1], true],
    ['on a corner', [2, 2], true],
    ['on the rim of the hole', [0.5, 1], true],
    ['on a corner of the hole', [1.5, 1.5], true],
    ['level with corners of the hole', [0.25, 0.5], true],
  ] as const)('when it lies %s: %o is %s', (_, position, isHeld) => {
    expect(BOX.contains(position)).toBe(isHeld);
  });

  test('through a corner that the ray meets once', () => {
    const diamond = new PreparedPolygon(
      polygon([
        [1, 0],
        [2, 1],
        [1, 2],
        [0, 1],
        [1, 0],
      ]),
      'diamond',
    );
    expect(diamond.contains([1, 1])).toBe(true);
    expect(diamond.contains([-0.5, 1])).toBe(false);
  });

  test('in any part of a multipolygon', () => {
    const parts = {
      type: 'MultiPolygon' as const,
      coordinates: [
        polygon(boxRing([0, 0, 1, 1])).coordinates,
        polygon(boxRing([2, 0, 3, 1])).coordinates,
      ],
    };
    const boundary = new PreparedPolygon(parts, 'two parts');
    expect(boundary.contains([0.5, 0.5])).toBe(true);
    expect(boundary.contains([2.5, 0.5])).toBe(true);
    expect(boundary.contains([1.5, 0.5])).toBe(false);
  });

  test('when it is an island within the hole of an enclave', () => {
    const enclave = {
      type: 'MultiPolygon' as const,
      coordinates: [
        polygon(boxRing([0, 0, 4, 4]), boxRing([1, 1, 3, 3]).toReversed()).coordinates,
        polygon(boxRing([1.5, 1.5, 2.5, 2.5])).coordinates,
      ],
    };
    const boundary = new PreparedPolygon(enclave, 'enclave');
    expect(boundary.contains([2, 2])).toBe(true);
    expect(boundary.contains([1.25, 2])).toBe(false);
  });

  const box = (...corners: BoundingBox) => polygon(boxRing(corners)).coordinates;
  const parts = (...coordinates: MultiPolygon['coordinates']) =>
    new PreparedPolygon({ type: 'MultiPolygon', coordinates }, 'parts');

  test('in several of its parts as in one, on their borders too', () => {
    const twice = parts(box(0, 0, 2, 2), box(0, 0, 2, 2), box(1, 1, 3, 3));
    for (const position of [
      [0.5, 0.5],
      [1.5, 1.5],
      [2, 1.5],
      [1, 1],
      [2.5, 2.5],
      [3, 3],
    ] as const)
      expect(twice.contains(position)).toBe(true);
    expect(twice.contains([2.5, 0.5])).toBe(false);
  });

  test('in no hole of its part, however many overlap, but on their common rim', () => {
    const [shell = [], one = [], other = []] = [
      boxRing([0, 0, 6, 6]),
      boxRing([1, 1, 3, 3]),
      boxRing([2, 2, 4, 4]),
    ];
    const holed = new PreparedPolygon(polygon(shell, one, other, one), 'holed');
    for (const position of [
      [1.5, 1.5],
      [2.5, 2.5],
      [3.5, 3.5],
      // On the rim of one hole, inside another.
      [2.5, 3],
      [3, 2.5],
    ] as const)
      expect(holed.contains(position)).toBe(false);
    for (const position of [
      [0.5, 0.5],
      [1, 1],
      [1, 2],
      [3, 2],
      [3.5, 1.5],
      [4, 3],
    ] as const)
      expect(holed.contains(position)).toBe(true);
  });

  test('in a hole of one part where another part covers it', () => {
    const covered = parts(
      [boxRing([0, 0, 4, 4]), boxRing([1, 1, 3, 3]).toReversed()].map((ring) =>
        ring.map(([x, y]) => [x, y]),
      ),
      box(2, 0, 5, 2),
    );
    expect(covered.contains([2.5, 1.5])).toBe(true);
    expect(covered.contains([1.5, 1.5])).toBe(false);
    expect(covered.contains([2.5, 2.5])).toBe(false);
  });

  test('whichever way its ring runs and wherever it starts', () => {
    fc.assert(
      fc.property(starRing, districtPosition, fc.nat(), (ring, position, at) => {
        const corners = ring.slice(0, -1);
        const start = at % corners.length;
        const turned = [...corners.slice(start), ...corners.slice(0, start)].toReversed();
        const [one, other] = [
          new PreparedPolygon(polygon(ring), 'a'),
          new PreparedPolygon(polygon([...turned, ...turned.slice(0, 1)]), 'b'),
        ];
        expect(other.contains(position)).toBe(one.contains(position));
      }),
    );
  });
});

describe('a line meets a boundary', () => {
  const box = new PreparedPolygon(polygon(boxRing([0, 0, 1, 1])), 'box');
  const crossings = (...[from, to]: Parameters<PreparedPolygon['crossings']>): readonly number[] =>
    box.crossings(from, to).toSorted((a, b) => a - b);

  test('where it crosses, as shares of its way', () => {
    expect(crossings([-1, 0.5], [3, 0.5])).toEqual([0.25, 0.5]);
  });

  test('nowhere when it stays inside, or outside', () => {
    expect(crossings([0.2, 0.2], [0.8, 0.8])).toEqual([]);
    expect(crossings([2, 2], [3, 3])).toEqual([]);
  });

  test('not at its own end that lies on the boundary: nothing is cut there', () => {
    expect(crossings([1, 0.5], [2, 0.5])).toEqual([]);
  });

  test('at both ends of the stretch that lies on the boundary', () => {
    expect(new Set(crossings([-1, 0], [3, 0]))).toEqual(new Set([0.25, 0.5]));
  });

  test('at the corner it passes through', () => {
    expect(new Set(crossings([-1, 1], [1, -1]))).toEqual(new Set([0.5]));
  });
});

describe('lying on the boundary', () => {
  test('is told of edges and corners, and of nothing beside them', () => {
    expect(BOX.isOnBoundary([2, 1.3])).toBe(true);
    expect(BOX.isOnBoundary([0, 0])).toBe(true);
    expect(BOX.isOnBoundary([1.000001, 1.000001])).toBe(false);
    // The last decimal of the data is a thousand times the tolerance.
    expect(BOX.isOnBoundary([2.000001, 1.3])).toBe(false);
  });
});

test('nearness is judged by boxes: it never misses an edge that touches', () => {
  expect(BOX.mayCross([2, 1], [3, 1])).toBe(true);
  expect(BOX.mayCross([2.1, 1], [3, 1])).toBe(false);
  expect(BOX.mayCross([0.2, 0.2], [0.3, 0.3])).toBe(false);
});

test('a position given twice neither moves the box of a zone nor adds an edge', () => {
  const boundary = new PreparedPolygon(
    polygon([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]),
    'doubled',
  );
  expect(boundary.box).toEqual([0, 0, 1, 1]);
  expect(boundary.crossings([0.5, -1], [0.5, 2])).toHaveLength(2);
});

test.each([
  ['no ring', polygon()],
  ['an empty ring', polygon([])],
  [
    'a ring of one position given four times',
    polygon([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]),
  ],
])('a zone with %s is a broken promise, named with its id', (_, geometry) => {
  expect(() => new PreparedPolygon(geometry, 'A3')).toThrow('zone "A3" has no exterior ring');
});
