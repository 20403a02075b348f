import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { closeTo } from '../../close-to.ts';

type Group = readonly [code: number, value: string | number];

const groups = (list: readonly Group[]): string =>
  list.map(([code, value]) => `${code}\n${value}\n`).join('');

/** A drawing in metres of EPSG:4549, near the central meridian, where they are true. */
const [X, Y] = [500_000, 3_968_000];

async function rawOf(entities: readonly Group[], blocks: readonly Group[] = []) {
  const text = groups([
    ...([
      [0, 'SECTION'],
      [2, 'HEADER'],
      [9, '$ACADVER'],
      [1, 'AC1021'],
      [0, 'ENDSEC'],
    ] as const),
    ...([
      [0, 'SECTION'],
      [2, 'BLOCKS'],
    ] as const),
    ...blocks,
    ...([
      [0, 'ENDSEC'],
      [0, 'SECTION'],
      [2, 'ENTITIES'],
    ] as const),
    ...entities,
    ...([
      [0, 'ENDSEC'],
      [0, 'EOF'],
    ] as const),
  ]);
  const { datasets } = await readFiles([{ name: 'a.dxf', bytes: strToU8(text) }]);
  const [raw] = datasets;
  if (raw === undefined) throw new Error('nothing was read');
  return raw;
}

/** The plan that drawings are read into. */
const FRAME = [119.5, 35.53, 120.36, 36.18] as const;

async function drawn(entities: readonly Group[], blocks: readonly Group[] = []) {
  const raw = await rawOf(entities, blocks);
  const { lengthM, areaM2 } = importDataset(raw, FRAME, {
    crs: 'EPSG:4549',
  });
  const codes = [...raw.setAside, ...raw.issues].map(({ code, message }) => [code, message.en]);
  return {
    lengthM,
    areaM2,
    codes,
    layers: raw.features.map(({ properties }) => properties['layer']),
  };
}

const polyline = (vertices: readonly (readonly Group[])[]): readonly Group[] => [
  [0, 'LWPOLYLINE'],
  [8, '砂质岸线'],
  [90, vertices.length],
  [70, 0],
  ...vertices.flat(),
];
const at = (x: number, y: number): readonly Group[] => [
  [10, X + x],
  [20, Y + y],
];
/** A millimetre in the chords of a hundred metres. */
const CHORDS = 0.002;

describe('a closed polyline', () => {
  const closed = polyline([at(0, 0), at(100, 0), at(100, 100), at(0, 100)]).map(
    ([code, value]): Group => (code === 70 ? [70, 1] : [code, value]),
  );
  const open = polyline([at(0, 200), at(300, 200)]);

  test('of a coastline is a line of its whole length, which is told', async () => {
    const found = importDataset(await rawOf([...open, ...closed]), FRAME, {
      crs: 'EPSG:4549',
      role: 'coastline',
    });
    closeTo(found.lengthM, 300 + 4 * 100, CHORDS);
    expect(found.areaM2).toBeUndefined();
    closeTo(found.byClass?.['sandy'], 700, CHORDS);
    expect(found.features.map(({ geometry }) => geometry?.type)).toEqual([
      'LineString',
      'MultiLineString',
    ]);
    const told = found.issues.find(({ code }) => code === 'closed-line-in-coastline');
    expect([told?.severity, told?.row]).toEqual(['note', 2]);
    expect(found.issues.map(({ code }) => code)).not.toContain('area-in-coastline');
  });

  test.each(['zones', 'projects', 'shown'] as const)('of %s is an area', async (role) => {
    const found = importDataset(await rawOf([...open, ...closed]), FRAME, {
      crs: 'EPSG:4549',
      role,
    });
    closeTo(found.areaM2, 100 * 100, 1);
    expect(found.features.at(-1)?.geometry?.type).toBe('Polygon');
    expect(found.issues.map(({ code }) => code)).not.toContain('closed-line-in-coastline');
  });
});

describe('a drawing has the lengths of its shapes', () => {
  test('an arc of a polyline: half of 2π·100 m', async () => {
    const { lengthM } = await drawn(polyline([[...at(0, 0), [42, 1]], [...at(200, 0)]]));
    closeTo(lengthM, Math.PI * 100, CHORDS);
  });

  test('vertices with identifiers, as newer programs write them, are all read', async () => {
    const { lengthM } = await drawn(
      polyline([
        [...at(0, 0), [91, 0]],
        [...at(300, 0), [91, 1]],
        [...at(300, 400), [91, 2]],
      ]),
    );
    closeTo(lengthM, 700, CHORDS);
  });

  test('a spline is its curve, not the frame of its control points', async () => {
    // A quarter of a circle of 100 m as a rational spline of degree 2 (Piegl and Tiller, 7.3).
    const { lengthM } = await drawn([
      ...([
        [0, 'SPLINE'],
        [8, '砂质岸线'],
        [70, 12],
        [71, 2],
      ] as const),
      ...[0, 0, 0, 1, 1, 1].map((knot): Group => [40, knot]),
      ...[1, Math.SQRT1_2, 1].map((weight): Group => [41, weight]),
      ...[at(100, 0), at(100, 100), at(0, 100)].flat(),
    ]);
    closeTo(lengthM, (Math.PI / 2) * 100, CHORDS);
  });

  test('a spline of fit points alone is left out and told', async () => {
    const { codes } = await drawn([
      [0, 'SPLINE'],
      [8, 'a'],
      [71, 3],
      [11, X],
      [21, Y],
    ]);
    expect(codes).toEqual([['entity-unsupported', '1 SPLINE entities were left out.']]);
  });

  test('an ellipse of half axes 200 and 100 m has π·200·100 m²', async () => {
    const { areaM2 } = await drawn([
      ...([
        [0, 'ELLIPSE'],
        [8, 'a'],
      ] as const),
      ...at(0, 0),
      ...([
        [11, 200],
        [21, 0],
        [40, 0.5],
        [41, 0],
        [42, 2 * Math.PI],
      ] as const),
    ]);
    closeTo(areaM2, Math.PI * 200 * 100, 2);
  });

  // GDAL's ogr2ogr draws the second of them from (200, 0) to (0, −100) too.
  test.each([
    [1, 100],
    [-1, -100],
  ])('a quarter of an ellipse with extrusion %i ends at %i', async (extrusion, north) => {
    const text = groups([
      ...([
        [0, 'SECTION'],
        [2, 'ENTITIES'],
        [0, 'ELLIPSE'],
        [8, 'a'],
      ] as const),
      ...at(0, 0),
      ...([
        [11, 200],
        [21, 0],
        [230, extrusion],
        [40, 0.5],
        [41, 0],
        [42, Math.PI / 2],
        [0, 'ENDSEC'],
        [0, 'EOF'],
      ] as const),
    ]);
    const { datasets } = await readFiles([{ name: 'a.dxf', bytes: strToU8(text) }]);
    const geometry = datasets[0]?.features[0]?.geometry;
    if (geometry?.type !== 'LineString') throw new Error(`a ${geometry?.type} was read`);
    const [[startX = 0, startY = 0] = [], [endX = 0, endY = 0] = []] = [
      geometry.coordinates.at(0),
      geometry.coordinates.at(-1),
    ];
    closeTo(startX - X, 200, 1e-6);
    closeTo(startY - Y, 0, 1e-6);
    closeTo(endX - X, 0, 1e-6);
    closeTo(endY - Y, north, 1e-6);
  });
});

describe('blocks', () => {
  const block: readonly Group[] = [
    ...([
      [0, 'BLOCK'],
      [8, '0'],
      [2, 'B'],
      [70, 0],
      [10, 5],
      [20, 5],
    ] as const),
    ...([
      [0, 'LINE'],
      [8, '0'],
      [10, 5],
      [20, 5],
      [11, 35],
      [21, 45],
    ] as const),
    ...([
      [0, 'ENDBLK'],
      [8, '0'],
    ] as const),
  ];

  test('are scaled and turned about their base, on the layer of the insert', async () => {
    const { lengthM, layers } = await drawn(
      [[0, 'INSERT'], [8, '砂质岸线'], [2, 'B'], ...at(0, 0), [41, 10], [42, 10], [50, 30]],
      block,
    );
    closeTo(lengthM, 500, CHORDS);
    expect(layers).toEqual(['砂质岸线']);
  });

  test('in rows and columns are drawn as often', async () => {
    const { lengthM } = await drawn(
      [[0, 'INSERT'], [8, 'a'], [2, 'B'], ...at(0, 0), [70, 2], [71, 3], [44, 100], [45, 100]],
      block,
    );
    closeTo(lengthM, 6 * 50, CHORDS);
  });
});

test('what is not read is told, kinds that no library knows among them; sheets are left out', async () => {
  const { lengthM, codes } = await drawn([
    ...polyline([[...at(0, 0)], [...at(300, 0)]]),
    ...([
      [0, 'MLINE'],
      [8, 'a'],
      [10, X],
    ] as const),
    ...([
      [0, 'HATCH'],
      [8, 'a'],
      [10, X],
    ] as const),
    ...([
      [0, 'LINE'],
      [8, 'a'],
      [67, 1],
      [10, 0],
      [20, 0],
      [11, 297],
      [21, 0],
    ] as const),
  ]);
  closeTo(lengthM, 300, CHORDS);
  expect(codes.map(([code, message]) => `${code}: ${message}`)).toEqual([
    'entity-unsupported: 1 MLINE entities were left out.',
    'entity-unsupported: 1 HATCH entities were left out.',
    'paper-space-left-out: 1 entities of paper space (frames and titles) were left out.',
  ]);
});

test('a polyline seen from below is mirrored back', async () => {
  const { lengthM, codes } = await drawn([
    ...([
      [0, 'LWPOLYLINE'],
      [8, 'a'],
      [90, 2],
      [10, -X],
      [20, Y],
      [10, -X - 300],
      [20, Y],
    ] as const),
    ...([
      [210, 0],
      [220, 0],
      [230, -1],
    ] as const),
  ]);
  closeTo(lengthM, 300, CHORDS);
  expect(codes).toEqual([]);
});
