import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { drawableKinds } from '../../../src/domain/feature-edit/drawn-feature.ts';
import {
  type EditableFeature,
  editFeatures,
  type FeatureEdit,
} from '../../../src/domain/feature-edit/feature-edit.ts';
import { measureGeometry } from '../../../src/domain/geodesy.ts';
import type { OwnDataRole } from '../../../src/domain/own-data/own-dataset.ts';
import { closeTo } from '../../close-to.ts';
import { districtLine } from '../arbitraries.ts';

const feature = (id: string, geometry: Geometry, properties = {}): EditableFeature => ({
  type: 'Feature',
  properties: { id, class: 'sandy', confidence: 'low', ...properties },
  geometry,
});
const line = (...coordinates: number[][]): Geometry => ({ type: 'LineString', coordinates });
const ring = (...corners: number[][]): Geometry => ({
  type: 'Polygon',
  coordinates: [[...corners, ...corners.slice(0, 1)]],
});

/** The features after an edit, which must be made. */
function edited(features: readonly EditableFeature[], edit: FeatureEdit) {
  const result = editFeatures(features, edit);
  if (!result.ok) throw new Error(`refused: ${result.error}`);
  return result.value;
}
const refusal = (features: readonly EditableFeature[], edit: FeatureEdit): string | undefined => {
  const result = editFeatures(features, edit);
  return result.ok ? undefined : result.error;
};
const geometries = (features: readonly EditableFeature[]) =>
  features.map(({ geometry }) => geometry);
const ids = (features: readonly EditableFeature[]) =>
  features.map(({ properties }) => properties?.['id']);
const lengthM = (geometry: Geometry | null | undefined): number =>
  geometry ? measureGeometry(geometry).lengthM.ellipsoid : 0;

describe('attributes of several features at once', () => {
  const features = ['a', 'b', 'c'].map((id) => feature(id, line([0, 0], [0, 1])));

  test('are set and removed; other features stay the same objects', () => {
    const next = edited(features, {
      kind: 'attributes',
      ids: ['a', 'c'],
      values: { class: 'bedrock', confidence: null, surveyed_m: 12.5 },
    });
    expect(next.map(({ properties }) => properties)).toEqual([
      { id: 'a', class: 'bedrock', surveyed_m: 12.5 },
      { id: 'b', class: 'sandy', confidence: 'low' },
      { id: 'c', class: 'bedrock', surveyed_m: 12.5 },
    ]);
    expect(next[1]).toBe(features[1]);
  });

  test.each<[string, FeatureEdit, string]>([
    [
      'values as they are',
      { kind: 'attributes', ids: ['a'], values: { class: 'sandy' } },
      'nothing-changes',
    ],
    ['the id', { kind: 'attributes', ids: ['a'], values: { id: 'z' } }, 'nothing-changes'],
    ['a feature that is gone', { kind: 'attributes', ids: ['a', 'x'], values: {} }, 'not-found'],
    ['all features', { kind: 'remove', ids: ['a', 'b', 'c'] }, 'none-left'],
  ])('%s: refused', (_, edit, reason) => {
    expect(refusal(features, edit)).toBe(reason);
  });

  test('names from data that every object has are properties like others', () => {
    const values: Record<string, string> = JSON.parse('{"__proto__":"x","constructor":"y"}');
    const [next] = edited(features, { kind: 'attributes', ids: ['a'], values });
    expect(JSON.stringify(next?.properties)).toContain('"__proto__":"x","constructor":"y"');
  });
});

describe('splitting', () => {
  const bend = feature('s', line([120, 35], [120, 36], [121, 36]));

  test('cuts at the nearest point, sets it on both, and numbers the second part', () => {
    const next = edited([bend], { kind: 'split', id: 's', at: [119.9, 35.5] });
    expect(ids(next)).toEqual(['s', 's.2']);
    expect(geometries(next)).toEqual([
      line([120, 35], [120, 35.5]),
      line([120, 35.5], [120, 36], [121, 36]),
    ]);
    expect(ids(edited(next, { kind: 'split', id: 's.2', at: [120.5, 36.1] }))).toEqual([
      's',
      's.2',
      's.3',
    ]);
  });

  test('at a vertex, sets no vertex twice', () => {
    expect(geometries(edited([bend], { kind: 'split', id: 's', at: [120, 36] }))).toEqual([
      line([120, 35], [120, 36]),
      line([120, 36], [121, 36]),
    ]);
  });

  test('keeps whole parts of a multi-line on either side', () => {
    const coordinates = [
      [
        [0, 0],
        [0, 1],
      ],
      [
        [1, 0],
        [1, 2],
      ],
      [
        [2, 0],
        [2, 1],
      ],
    ];
    const several = feature('m', { type: 'MultiLineString', coordinates });
    expect(geometries(edited([several], { kind: 'split', id: 'm', at: [1.1, 1] }))).toEqual([
      {
        type: 'MultiLineString',
        coordinates: [
          coordinates[0],
          [
            [1, 0],
            [1, 1],
          ],
        ],
      },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 1],
            [1, 2],
          ],
          coordinates[2],
        ],
      },
    ]);
    // Between two parts: no part is cut.
    expect(geometries(edited([several], { kind: 'split', id: 'm', at: [-1, 1.5] }))).toEqual([
      line([0, 0], [0, 1]),
      { type: 'MultiLineString', coordinates: coordinates.slice(1) },
    ]);
  });

  test.each<[string, Geometry, string]>([
    ['beyond its end', line([120, 35], [120, 36]), 'at-an-end'],
    ['an area', ring([0, 0], [1, 0], [1, 1]), 'not-a-line'],
  ])('%s: refused', (_, geometry, reason) => {
    expect(refusal([feature('s', geometry)], { kind: 'split', id: 's', at: [120, 37] })).toBe(
      reason,
    );
  });

  test('and merging again keeps the length, whatever line and place', () => {
    fc.assert(
      fc.property(
        districtLine,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (positions, share) => {
          const whole = feature('s', line(...positions.map((at) => [...at])));
          const [a = [0, 0], b = [0, 0]] = positions;
          const at = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share] as const;
          const split = editFeatures([whole], { kind: 'split', id: 's', at });
          // Lines of one point only, and crossing lines whose nearest point is their end.
          if (!split.ok) return;
          // An edge is straight in degrees and measured as a geodesic: over 100 km at 36° they differ by
          // L² tan² φ / 24 R² = 5e-6 of the length; over a kilometre by nothing.
          const bent = lengthM(whole.geometry) * 1e-5 + 0.001;
          const [head, tail] = split.value;
          closeTo(lengthM(head?.geometry) + lengthM(tail?.geometry), lengthM(whole.geometry), bent);
          const merged = editFeatures(split.value, { kind: 'merge', ids: ['s', 's.2'] });
          if (!merged.ok) return;
          closeTo(lengthM(merged.value[0]?.geometry), lengthM(whole.geometry), bent);
          expect(ids(merged.value)).toEqual(['s']);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('merging', () => {
  test('joins lines in any order and direction, in that of the first', () => {
    const features = [
      feature('b', line([1, 0], [2, 0])),
      feature('c', line([3, 0], [2, 0])),
      feature('a', line([1, 0], [0, 0])),
      feature('d', line([9, 9], [8, 8])),
    ];
    const next = edited(features, { kind: 'merge', ids: ['a', 'b', 'c'] });
    expect(ids(next)).toEqual(['b', 'd']);
    expect(geometries(next)[0]).toEqual(line([0, 0], [1, 0], [2, 0], [3, 0]));
  });

  test.each<[string, readonly EditableFeature[], string]>([
    [
      'lines apart',
      [feature('a', line([0, 0], [1, 0])), feature('b', line([1.001, 0], [2, 0]))],
      'apart',
    ],
    [
      'a fork',
      [
        [1, 0],
        [0, 1],
        [0, -1],
      ].map((to, index) => feature('abc'[index] ?? '', line([0, 0], to))),
      'apart',
    ],
    [
      'other classes',
      [
        feature('a', line([0, 0], [1, 0])),
        feature('b', line([1, 0], [2, 0]), { class: 'bedrock' }),
      ],
      'attributes-differ',
    ],
    [
      'a point',
      [feature('a', line([0, 0], [1, 0])), feature('b', { type: 'Point', coordinates: [1, 0] })],
      'not-a-line',
    ],
    ['one line', [feature('a', line([0, 0], [1, 0]))], 'too-few'],
  ])('%s: refused', (_, features, reason) => {
    expect(
      refusal(features, {
        kind: 'merge',
        ids: features.map(({ properties }) => properties?.['id']),
      }),
    ).toBe(reason);
  });
});

describe('a border that two areas share', () => {
  // Two squares side by side; the right one begins elsewhere and runs the other way.
  const left = feature('l', ring([0, 0], [1, 0], [1, 1], [0, 1]));
  const right = feature('r', ring([2, 1], [2, 0], [1, 0], [1, 1]));
  const far = feature('f', ring([5, 5], [6, 5], [6, 6]));
  const reshape = (geometry: Geometry) =>
    geometries(edited([left, right, far], { kind: 'reshape', id: 'l', geometry }));

  test('moves in both', () => {
    const [, moved, other] = reshape(ring([0, 0], [1.2, 0.1], [1, 1], [0, 1]));
    expect(moved).toEqual(ring([2, 1], [2, 0], [1.2, 0.1], [1, 1]));
    expect(other).toBe(far.geometry);
  });

  test('gets a new vertex in both, across the start of the neighbour', () => {
    const [, moved] = reshape(ring([0, 0], [1, 0], [1.3, 0.5], [1, 1], [0, 1]));
    expect(moved).toEqual(ring([1, 0], [1.3, 0.5], [1, 1], [2, 1], [2, 0]));
  });

  test('loses a vertex in both', () => {
    const bent = [
      feature('l', ring([0, 0], [1, 0], [1.3, 0.5], [1, 1], [0, 1])),
      feature('r', ring([1, 0], [2, 0], [2, 1], [1, 1], [1.3, 0.5])),
    ];
    const next = edited(bent, {
      kind: 'reshape',
      id: 'l',
      geometry: ring([0, 0], [1, 0], [1, 1], [0, 1]),
    });
    expect(geometries(next)[1]).toEqual(ring([1, 1], [1, 0], [2, 0], [2, 1]));
  });

  test('a corner that both share can go in one alone', () => {
    // (1, 0) stands between other vertices in the neighbour.
    const [, other] = reshape(ring([0, 0], [1, 1], [0, 1]));
    expect(other).toBe(right.geometry);
  });

  test('takes along lines that end on it', () => {
    const next = edited([left, feature('s', line([1, 1], [3, 3]))], {
      kind: 'reshape',
      id: 'l',
      geometry: ring([0, 0], [1, 0], [1.5, 1.5], [0, 1]),
    });
    expect(geometries(next)[1]).toEqual(line([1.5, 1.5], [3, 3]));
  });
});

describe('a drawn feature', () => {
  const shore = line([113, 22], [113.1, 22]);
  const dataset = { id: 'own-a', role: 'coastline' } as const;

  test('is the last one, with an id of its dataset; the others stay the same objects', () => {
    const before = [feature('own-a:1', shore), feature('own-a:drawn-1', shore)];
    const next = edited(before, { kind: 'draw', dataset, geometry: shore });
    expect(next.slice(0, 2)).toEqual(before);
    expect(next[0]).toBe(before[0]);
    expect(ids(next)).toEqual(['own-a:1', 'own-a:drawn-1', 'own-a:drawn-2']);
    expect(next[2]?.geometry).toEqual(shore);
  });

  test('claims nothing that nobody has stated: coast has no class, sites no accuracy, zones no target', () => {
    const drawn = (role: OwnDataRole, geometry: Geometry) =>
      edited([], { kind: 'draw', dataset: { id: 'own-a', role }, geometry })[0]?.properties;
    const common = {
      ...{ id: 'own-a:drawn-1', name_zh: '新绘 1', name_en: 'Drawn 1' },
      ...{ position_source: 'Drawn on the map', position_source_zh: '在地图上绘制' },
    };
    expect(drawn('coastline', shore)).toEqual({ ...common, realm: 'mainland', confidence: 'low' });
    expect(drawn('zones', ring([0, 0], [1, 0], [1, 1]))).toEqual(common);
    expect(drawn('projects', { type: 'Point', coordinates: [113, 22] })).toEqual({
      ...common,
      ...{ position_source: 'Typed coordinates', position_source_zh: '录入坐标' },
      status: 'study',
    });
    expect(drawn('shown', shore)).toEqual(common);
  });

  test('is offered only in the shapes that its role counts', () => {
    expect(drawableKinds('coastline')).toEqual(['line']);
    expect(drawableKinds('zones')).toEqual(['polygon']);
    expect(drawableKinds('projects')).toEqual(['line', 'polygon', 'point']);
  });
});
