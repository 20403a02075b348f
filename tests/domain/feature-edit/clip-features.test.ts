import { featureCollection, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { ClipSide } from '../../../src/domain/feature-edit/clip-area.ts';
import {
  type EditableFeature,
  editFeatures,
} from '../../../src/domain/feature-edit/feature-edit.ts';
import { type ArealGeometry, polygonsOf } from '../../../src/domain/geometry.ts';

const feature = (id: string, geometry: Geometry): EditableFeature => ({
  ...{ type: 'Feature', properties: { id, grade: 'strict' }, geometry },
});
const area = (...rings: readonly (readonly Position[])[]): ArealGeometry => ({
  type: 'Polygon',
  coordinates: rings.map((corners) => [...corners, ...corners.slice(0, 1)]),
});
const box = (west: number, south: number, east: number, north: number): readonly Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
const line = (...coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates });

function clip(
  features: readonly EditableFeature[],
  by: ArealGeometry,
  { keeps = 'inside', ids }: { readonly keeps?: ClipSide; readonly ids?: readonly string[] } = {},
) {
  const chosen = ids ?? features.map(({ properties }) => String(properties?.['id']));
  const result = editFeatures(features, { kind: 'clip', ids: chosen, area: by, keeps });
  return result.ok ? result.value : result.error;
}

/** What is left of one geometry; undefined where it was removed. */
function left(geometry: Geometry, by: ArealGeometry, keeps: ClipSide): Geometry | null | undefined {
  // A point is neither inside nor outside: it keeps the dataset from being emptied.
  const stays = feature('stays', { type: 'Point', coordinates: [0, 0] });
  const next = clip([feature('a', geometry), stays], by, { keeps });
  if (typeof next === 'string') throw new Error(next);
  return next.find(({ properties }) => properties?.['id'] === 'a')?.geometry;
}

/** Area in square degrees by the shoelace formula, holes taken off. */
function squareDegrees(geometry: Geometry | null | undefined): number {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return 0;
  return polygonsOf(geometry)
    .map((rings) => {
      const [exterior = 0, ...holes] = rings.map((ring) =>
        Math.abs(
          ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
            const [fromX = 0, fromY = 0] = ring[index] ?? [];
            return sum + (fromX * y - x * fromY) / 2;
          }, 0),
        ),
      );
      return holes.reduce((sum, each) => sum - each, exterior);
    })
    .reduce((sum, each) => sum + each, 0);
}

const SQUARE = area(box(120, 35, 121, 36));

describe('an area clipped by another one', () => {
  test('is what lies inside it, or what lies outside', () => {
    const by = area(box(120.75, 34, 122, 37));
    expect(squareDegrees(left(SQUARE, by, 'inside'))).toBeCloseTo(0.25, 9);
    expect(squareDegrees(left(SQUARE, by, 'outside'))).toBeCloseTo(0.75, 9);
  });

  test('gets a hole where the other one lies within it', () => {
    const by = area(box(120.25, 35.25, 120.75, 35.75));
    const outside = left(SQUARE, by, 'outside');
    expect(outside?.type === 'Polygon' && outside.coordinates).toHaveLength(2);
    expect(squareDegrees(outside)).toBeCloseTo(0.75, 9);
    expect(squareDegrees(left(SQUARE, by, 'inside'))).toBeCloseTo(0.25, 9);
  });

  test('stays one feature of two parts where it falls apart', () => {
    const outside = left(SQUARE, area(box(120.4, 34, 120.6, 37)), 'outside');
    expect(outside?.type === 'MultiPolygon' && outside.coordinates).toHaveLength(2);
    expect(squareDegrees(outside)).toBeCloseTo(0.8, 9);
  });

  test('keeps the digits and heights of its own vertices', () => {
    const corners: Position[] = [
      [120.123456789012, 35, 4.5],
      [121, 35, 5],
      [121, 36, 6],
      [120.123456789012, 36, 7],
    ];
    const kept = left(area(corners), area(box(119, 34, 120.5, 37)), 'inside');
    const ring = kept?.type === 'Polygon' ? (kept.coordinates[0] ?? []) : [];
    for (const corner of [corners[0], corners[3]]) expect(ring).toContainEqual(corner);
  });

  test('leaves neighbours the very same vertices on the border that they share', () => {
    // The western square is clipped at 35.5° N, and the eastern one, which is not chosen, shares 121° E.
    const next = clip(
      [feature('west', SQUARE), feature('east', area(box(121, 35, 122, 36)))],
      area(box(119, 34, 121.5, 35.5)),
      { ids: ['west'] },
    );
    if (typeof next === 'string') throw new Error(next);
    const east = next[1]?.geometry;
    const ring = east?.type === 'Polygon' ? (east.coordinates[0] ?? []) : [];
    expect(ring).toContainEqual([121, 35.5]);
    expect(ring).toHaveLength(6);
  });
});

describe('a line clipped by an area', () => {
  const along = line([119, 35.5], [122, 35.5]);

  test('is the stretch inside it, or the two stretches outside', () => {
    expect(left(along, SQUARE, 'inside')).toEqual(line([120, 35.5], [121, 35.5]));
    expect(left(along, SQUARE, 'outside')).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [119, 35.5],
          [120, 35.5],
        ],
        [
          [121, 35.5],
          [122, 35.5],
        ],
      ],
    });
  });

  test('is removed where nothing of it is left, and stays the same object where all is', () => {
    const far = feature('far', line([110, 10], [111, 10]));
    const within = feature('within', line([120.2, 35.2], [120.8, 35.8]));
    const next = clip([far, within], SQUARE);
    expect(next).toEqual([within]);
    expect(typeof next !== 'string' && next[0]).toBe(within);
  });
});

describe('a clip is refused, with nothing changed', () => {
  const inner = feature('inner', area(box(120.2, 35.2, 120.4, 35.4)));

  test('where all lies on the kept side', () => {
    expect(clip([inner], SQUARE)).toBe('clip-changes-nothing');
  });

  test('where nothing would be left', () => {
    expect(clip([inner], SQUARE, { keeps: 'outside' })).toBe('clip-leaves-nothing');
  });

  test('by an area that crosses itself', () => {
    const bow = area([
      [120, 35],
      [121, 36],
      [121, 35],
      [120, 36],
    ]);
    expect(clip([inner], bow)).toBe('clip-area-faulty');
  });
});

/** A star-shaped ring of random radii about a centre. */
const star = ([x, y]: readonly [number, number], radius: number) =>
  fc
    .array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: 3, maxLength: 24 })
    .map((radii) =>
      radii.map((share, index): Position => {
        const turn = (index / radii.length) * 2 * Math.PI;
        return [x + share * radius * Math.cos(turn), y + share * radius * Math.sin(turn)];
      }),
    );

test('inside and outside make up the whole and do not overlap, whatever the areas', () => {
  let clips = 0;
  fc.assert(
    fc.property(
      star([120, 36], 0.4),
      // No edge of the exterior comes nearer to the centre than 0.08: the hole lies within.
      star([120, 36], 0.07),
      fc.boolean(),
      star([120.2, 36.1], 0.4),
      (exterior, hole, hasHole, other) => {
        const geometry = area(exterior, ...(hasHole ? [hole] : []));
        const by = area(other);
        if (typeof clip([feature('a', geometry)], by) === 'string') return;
        clips += 1;
        const [inside, outside] = [left(geometry, by, 'inside'), left(geometry, by, 'outside')];
        const sum = squareDegrees(inside) + squareDegrees(outside);
        // New vertices are rounded to 1e-10 degrees.
        expect(Math.abs(sum - squareDegrees(geometry))).toBeLessThan(1e-8);
        // Turf as an independent tool: what lies in both areas.
        const both = intersect(featureCollection([polygon(rings(geometry)), polygon(rings(by))]));
        expect(Math.abs(squareDegrees(both?.geometry) - squareDegrees(inside))).toBeLessThan(1e-8);
      },
    ),
    { numRuns: 300, seed: 15 },
  );
  expect(clips).toBeGreaterThan(100);
});

function rings(geometry: ArealGeometry): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : [];
}
