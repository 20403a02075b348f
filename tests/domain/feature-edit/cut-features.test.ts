import { featureCollection, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import {
  type EditableFeature,
  editFeatures,
} from '../../../src/domain/feature-edit/feature-edit.ts';
import { signedArea } from '../../../src/domain/geometry/ring-checks.ts';

const feature = (id: string, geometry: Geometry): EditableFeature => ({
  type: 'Feature',
  properties: { id, grade: 'strict' },
  geometry,
});
const line = (...coordinates: number[][]): Geometry => ({ type: 'LineString', coordinates });
const area = (...rings: number[][][]): Geometry => ({
  type: 'Polygon',
  coordinates: rings.map((corners) => [...corners, ...corners.slice(0, 1)]),
});
/** A square of one degree. */
const square = (west: number, south: number): Geometry =>
  area([
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
  ]);

/** The features after a cut of all those with these ids; the reason where it is refused. */
function cut(features: readonly EditableFeature[], ids: readonly string[], along: Position[]) {
  const result = editFeatures(features, { kind: 'cut', ids, line: along });
  return result.ok ? result.value : result.error;
}
function parts(geometry: Geometry, along: Position[]): readonly Geometry[] {
  const result = cut([feature('a', geometry)], ['a'], along);
  if (typeof result === 'string') throw new Error(`refused: ${result}`);
  return result.flatMap((each) => (each.geometry === null ? [] : [each.geometry]));
}

/** Area in square degrees by the shoelace formula, holes taken off. */
function squareDegrees(geometry: Geometry | null): number {
  if (geometry?.type === 'MultiPolygon')
    return geometry.coordinates
      .map((coordinates) => squareDegrees({ type: 'Polygon', coordinates }))
      .reduce((sum, each) => sum + each, 0);
  if (geometry?.type !== 'Polygon') return 0;
  const [exterior = 0, ...holes] = geometry.coordinates.map((ring) =>
    Math.abs(
      ring
        .slice(1)
        .map(([x = 0, y = 0], index) => {
          const [fromX = 0, fromY = 0] = ring[index] ?? [];
          return (fromX * y - x * fromY) / 2;
        })
        .reduce((sum, each) => sum + each, 0),
    ),
  );
  return exterior - holes.reduce((sum, each) => sum + each, 0);
}
const sizes = (geometries: readonly Geometry[]): readonly number[] =>
  geometries.map((each) => Math.round(squareDegrees(each) * 1e9) / 1e9);

describe('an area cut along a line', () => {
  test('becomes two that share the new border; the larger keeps the id and stands first', () => {
    const next = cut(
      [feature('z', square(120, 35))],
      ['z'],
      [
        [120.25, 34],
        [120.25, 37],
      ],
    );
    expect(next).toEqual([
      {
        type: 'Feature',
        properties: { id: 'z', grade: 'strict' },
        geometry: expect.objectContaining({ type: 'Polygon' }),
      },
      {
        type: 'Feature',
        properties: { id: 'z.2', grade: 'strict' },
        geometry: expect.objectContaining({ type: 'Polygon' }),
      },
    ]);
    const [larger, smaller] = parts(square(120, 35), [
      [120.25, 34],
      [120.25, 37],
    ]);
    expect(sizes([larger, smaller].filter((each) => each !== undefined))).toEqual([0.75, 0.25]);
    for (const part of [larger, smaller])
      for (const shared of [
        [120.25, 35],
        [120.25, 36],
      ])
        expect(part?.type === 'Polygon' && part.coordinates[0]).toContainEqual(shared);
  });

  test.each<[string, Geometry, Position[], readonly number[]]>([
    [
      'through two corners',
      square(0, 0),
      [
        [-1, -1],
        [2, 2],
      ],
      [0.5, 0.5],
    ],
    [
      'from corner to corner exactly',
      square(0, 0),
      [
        [0, 0],
        [1, 1],
      ],
      [0.5, 0.5],
    ],
    [
      'with a bend within',
      square(0, 0),
      [
        [0.5, -1],
        [0.5, 0.5],
        [2, 0.5],
      ],
      [0.75, 0.25],
    ],
    [
      'that leaves and comes back',
      square(0, 0),
      [
        [-1, 0.25],
        [2, 0.25],
        [2, 0.75],
        [-1, 0.75],
      ],
      [0.5, 0.25, 0.25],
    ],
    [
      'that ends within after it cut',
      square(0, 0),
      [
        [0.5, -1],
        [0.5, 2],
        [0.75, 2],
        [0.75, 0.5],
      ],
      [0.5, 0.5],
    ],
    [
      'from border to border',
      square(0, 0),
      [
        [0, 0.5],
        [1, 0.5],
      ],
      [0.5, 0.5],
    ],
    [
      'through a hole',
      area(
        [
          [0, 0],
          [3, 0],
          [3, 3],
          [0, 3],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 2],
        ],
      ),
      [
        [1.5, -1],
        [1.5, 4],
      ],
      [4, 4],
    ],
    [
      'beside a hole',
      area(
        [
          [0, 0],
          [3, 0],
          [3, 3],
          [0, 3],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 2],
        ],
      ),
      [
        [0.5, -1],
        [0.5, 4],
      ],
      [6.5, 1.5],
    ],
    [
      'a U cut across both arms',
      area([
        [0, 0],
        [3, 0],
        [3, 2],
        [2, 2],
        [2, 1],
        [1, 1],
        [1, 2],
        [0, 2],
      ]),
      [
        [-1, 1.5],
        [4, 1.5],
      ],
      [4, 0.5, 0.5],
    ],
    [
      'rings the other way round',
      area([
        [0, 1],
        [1, 1],
        [1, 0],
        [0, 0],
      ]),
      [
        [0.25, -1],
        [0.25, 2],
      ],
      [0.75, 0.25],
    ],
  ])('%s', (_, geometry, along, expected) => {
    expect(sizes(parts(geometry, along))).toEqual(expected);
  });

  test('a hole that the line touches on both sides opens: ring to ring it is one part', () => {
    // From the border to the hole only: the ground stays in one piece.
    const ring = area(
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [0, 3],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
      ],
    );
    expect(
      cut(
        [feature('r', ring)],
        ['r'],
        [
          [1.5, -1],
          [1.5, 1.5],
        ],
      ),
    ).toBe('not-cut');
  });

  test('a line from a hole back to it takes the ground between out', () => {
    const around = area(
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [0, 3],
      ],
      [
        [1, 1],
        [1, 2],
        [2, 2],
        [2, 1],
      ],
    );
    const cuts = parts(around, [
      [1.25, 1.5],
      [1.25, 2.5],
      [1.75, 2.5],
      [1.75, 1.5],
    ]);
    expect(sizes(cuts)).toEqual([7.75, 0.25]);
  });

  test('exteriors run counterclockwise and holes clockwise', () => {
    const [larger] = parts(
      area(
        [
          [0, 3],
          [3, 3],
          [3, 0],
          [0, 0],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 2],
        ],
      ),
      [
        [0.5, -1],
        [0.5, 4],
      ],
    );
    const turns =
      larger?.type === 'Polygon'
        ? larger.coordinates.map(
            (ring) => signedArea(ring.map(([x = 0, y = 0]): [number, number] => [x, y])) > 0,
          )
        : [];
    expect(turns).toEqual([true, false]);
  });

  test('of several parts: what is not divided stays with the first', () => {
    const both: Geometry = {
      type: 'MultiPolygon',
      coordinates: [square(0, 0), square(5, 0)].flatMap((each) =>
        each.type === 'Polygon' ? [each.coordinates] : [],
      ),
    };
    const [first, second] = parts(both, [
      [0.25, -1],
      [0.25, 2],
    ]);
    expect(sizes([first, second].filter((each) => each !== undefined))).toEqual([1.75, 0.25]);
    expect(first?.type).toBe('MultiPolygon');
  });

  test('heights of old vertices are kept', () => {
    const high = area([
      [0, 0, 7],
      [1, 0, 7],
      [1, 1, 7],
      [0, 1, 7],
    ]);
    const flatPlaces = parts(high, [
      [0.25, -1],
      [0.25, 2],
    ])
      .flatMap((part) => (part.type === 'Polygon' ? part.coordinates.flat() : []))
      .filter(([x]) => x !== 0.25);
    expect(flatPlaces.length).toBeGreaterThan(3);
    expect(flatPlaces.every(([, , height]) => height === 7)).toBe(true);
  });

  test.each<[string, Position[], string]>([
    [
      'beside it',
      [
        [2, 0],
        [2, 1],
      ],
      'not-cut',
    ],
    [
      'that ends within',
      [
        [0.5, -1],
        [0.5, 0.5],
      ],
      'not-cut',
    ],
    [
      'within',
      [
        [0.2, 0.5],
        [0.8, 0.5],
      ],
      'not-cut',
    ],
    [
      'along its border',
      [
        [-1, 1],
        [2, 1],
      ],
      'not-cut',
    ],
    [
      'that touches one corner',
      [
        [-1, 1],
        [1, -1],
      ],
      'not-cut',
    ],
    [
      'that crosses itself',
      [
        [-1, 0.5],
        [2, 0.5],
        [2, 2],
        [0.5, 2],
        [0.5, -1],
      ],
      'crosses-itself',
    ],
  ])('a line %s is refused', (_, along, reason) => {
    expect(cut([feature('a', square(0, 0))], ['a'], along)).toBe(reason);
  });
});

test('a border shared with a feature that is not cut gets the new vertex in both', () => {
  const features = [
    feature('west', square(0, 0)),
    feature('east', square(1, 0)),
    feature('far', square(5, 0)),
  ];
  const next = cut(
    features,
    ['west'],
    [
      [-1, 0.37],
      [2, 0.37],
    ],
  );
  if (typeof next === 'string') throw new Error(next);
  const [west, second, east, far] = next;
  for (const each of [west, second, east])
    expect(each?.geometry?.type === 'Polygon' && each.geometry.coordinates[0]).toContainEqual([
      1, 0.37,
    ]);
  expect(squareDegrees(east?.geometry ?? null)).toBeCloseTo(1, 12);
  expect(far).toBe(features[2]);
});

test('a part that is not divided shares the new vertex with its neighbour, too', () => {
  const two: Geometry = {
    type: 'MultiPolygon',
    coordinates: [square(0, 0), square(5, 0)].flatMap((each) =>
      each.type === 'Polygon' ? [each.coordinates] : [],
    ),
  };
  // The line divides the western part and ends within the eastern one.
  const along = [
    [-1, 0.5],
    [5.5, 0.5],
  ];
  const next = cut([feature('two', two), feature('beside', square(4, 0))], ['two'], along);
  if (typeof next === 'string') throw new Error(next);
  const [first, , beside] = next;
  expect(
    first?.geometry?.type === 'MultiPolygon' && first.geometry.coordinates[1]?.[0],
  ).toContainEqual([5, 0.5]);
  expect(beside?.geometry?.type === 'Polygon' && beside.geometry.coordinates[0]).toContainEqual([
    5, 0.5,
  ]);
});

test('neighbours that are cut together have the very same vertex on their border', () => {
  const slant: Geometry = area([
    [0, 0],
    [0.7, 0.1],
    [1.1, 0.9],
    [0, 1],
  ]);
  const beside: Geometry = area([
    [0.7, 0.1],
    [2, 0],
    [2, 1],
    [1.1, 0.9],
  ]);
  const next = cut(
    [feature('a', slant), feature('b', beside)],
    ['a', 'b'],
    [
      [-1, 0.3],
      [3, 0.61],
    ],
  );
  if (typeof next === 'string') throw new Error(next);
  expect(next).toHaveLength(4);
  const places = next.map(({ geometry }) =>
    geometry?.type === 'Polygon' ? [...new Set(geometry.coordinates.flat().map(String))] : [],
  );
  const everywhere = places.reduce((some, each) => some.filter((place) => each.includes(place)));
  expect(everywhere).toHaveLength(1);
});

describe('lines cut along a line', () => {
  test('end where they cross it; each part has the place', () => {
    expect(
      parts(line([0, 0], [4, 0]), [
        [1, -1],
        [1, 1],
        [3, 1],
        [3, -1],
      ]),
    ).toEqual([line([0, 0], [1, 0]), line([1, 0], [3, 0]), line([3, 0], [4, 0])]);
  });

  test('a closed line goes on over its beginning', () => {
    expect(
      parts(line([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]), [
        [-1, 0.5],
        [2, 0.5],
      ]),
    ).toEqual([line([0, 0.5], [0, 0], [1, 0], [1, 0.5]), line([1, 0.5], [1, 1], [0, 1], [0, 0.5])]);
  });

  test('a line and an area at once; what is not met stays the same object', () => {
    const features = [
      feature('l', line([0, 0], [4, 0])),
      feature('p', { type: 'Point', coordinates: [1, 0] }),
      feature('z', square(0, 0)),
      feature('far', line([0, 8], [4, 8])),
    ];
    const next = cut(
      features,
      ['l', 'p', 'z', 'far'],
      [
        [0.5, -1],
        [0.5, 2],
      ],
    );
    if (typeof next === 'string') throw new Error(next);
    expect(next.map(({ properties }) => properties?.['id'])).toEqual([
      'l',
      'l.2',
      'p',
      'z',
      'z.2',
      'far',
    ]);
    expect(next[2]).toBe(features[1]);
    expect(next[5]).toBe(features[3]);
  });
});

/** A star-shaped ring about a centre, of random radii. */
const ring = (radius: number) =>
  fc
    .array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: 3, maxLength: 24 })
    .map((radii) =>
      radii.map((share, index): [number, number] => {
        const turn = (index / radii.length) * 2 * Math.PI;
        return [120 + share * radius * Math.cos(turn), 36 + share * radius * Math.sin(turn)];
      }),
    );
const place = fc.tuple(
  fc.double({ min: 119.5, max: 120.5, noNaN: true }),
  fc.double({ min: 35.5, max: 36.5, noNaN: true }),
);

test('parts cover the area again and do not overlap, whatever the line', () => {
  let cuts = 0;
  fc.assert(
    fc.property(
      ring(0.4),
      ring(0.1),
      fc.boolean(),
      fc.array(place, { minLength: 2, maxLength: 6 }),
      (exterior, hole, hasHole, along) => {
        const geometry = area(exterior, ...(hasHole ? [hole] : []));
        const next = cut([feature('a', geometry)], ['a'], along);
        if (typeof next === 'string') return;
        cuts += 1;
        const geometries = next.flatMap((each) =>
          each.geometry?.type === 'Polygon' ? [each.geometry] : [],
        );
        expect(geometries.length).toBe(next.length);
        // New vertices are rounded to 1e-10 degrees, and borders are less than 4 degrees long.
        const sum = geometries.map(squareDegrees).reduce((one, other) => one + other, 0);
        expect(Math.abs(sum - squareDegrees(geometry))).toBeLessThan(1e-8);
        const [first, ...others] = geometries;
        if (first === undefined) return;
        for (const other of others) {
          const both = intersect(
            featureCollection([polygon(first.coordinates), polygon(other.coordinates)]),
          );
          expect(squareDegrees(both?.geometry ?? null)).toBeLessThan(1e-8);
        }
      },
    ),
    { numRuns: 300, seed: 15 },
  );
  expect(cuts).toBeGreaterThan(30);
});
