import type { Feature } from 'geojson';
import { describe, expect, test } from 'vitest';
import { sharedRings, sharedRingTags } from '../../src/map/shared-rings.ts';
import { dataset, scene } from './build.ts';

/** A circle about the equator, by its four outermost corners; lengths in degrees. */
function circle(id: string, x: number, y: number, radius: number): Feature {
  const ring = [
    [x, y + radius],
    [x - radius, y],
    [x, y - radius],
    [x + radius, y],
    [x, y + radius],
  ];
  return {
    type: 'Feature',
    properties: { id, part: 'circle', within: '\n±8 km' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

function projects(id: string, features: Feature[], isVisible = true) {
  return dataset(id, 'projects', {
    isVisible,
    features: { type: 'FeatureCollection', features },
  });
}

function groups(...datasets: readonly ReturnType<typeof projects>[]): readonly string[] {
  return sharedRings(scene(datasets)).map(({ drawn, others }) =>
    [drawn, ...others].map(({ key }) => key.slice('f:'.length)).join(' '),
  );
}

describe('accuracy circles', () => {
  test('of nearly one centre and radius are drawn as one, also of several layers', () => {
    const parks = projects('parks', [circle('a', 0, 0, 1), circle('b', 0.1, 0.1, 1)]);
    expect(groups(parks, projects('energy', [circle('c', 0, 0.2, 1)]))).toEqual(['a b c']);
  });

  test('are compared with the one that is drawn, of equal ones the first', () => {
    const row = [circle('a', 0, 0.3, 1), circle('b', 0, 0, 1), circle('c', 0, 0.6, 1)];
    expect(groups(projects('parks', row))).toEqual(['a b c']);
  });

  test('are drawn by the largest', () => {
    const parks = projects('parks', [circle('small', 0, 0, 0.9), circle('large', 0, 0, 1)]);
    expect(groups(parks)).toEqual(['large small']);
  });

  test.each([
    ['a centre farther off than a third of the radius', circle('b', 0.34, 0, 1)],
    ['a much smaller radius', circle('b', 0, 0, 0.75)],
  ])('stay apart with %s', (_, other) => {
    expect(groups(projects('parks', [circle('a', 0, 0, 1), other])).toSorted()).toEqual(['a', 'b']);
  });

  test('of a layer that is switched off stand for no other', () => {
    const hidden = projects('hidden', [circle('a', 0, 0, 1)], false);
    expect(groups(hidden, projects('parks', [circle('b', 0, 0, 1)]))).toEqual(['b']);
  });

  test('measure how far centres are apart on the ground: a degree of longitude is half as long at 60°', () => {
    const north = (id: string, x: number): Feature => circle(id, x, 60, 1);
    expect(groups(projects('parks', [north('a', 0), north('b', 0.6)]))).toEqual(['a b']);
    expect(groups(projects('parks', [north('a', 0), north('b', 0.7)]))).toEqual(['a', 'b']);
  });
});

test('a circle of several sites says how many at its uppermost visible place, one of a single site nothing', () => {
  const shared = sharedRings(
    scene([
      projects('parks', [circle('a', 0, 0, 1), circle('b', 0, 0, 1), circle('alone', 5, 5, 1)]),
    ]),
  );
  const southwards = ([, y]: readonly [number, number]): number => -y;
  const name = { zh: '2 处，各 ±8 km', en: '2 sites, each ±8 km' };
  expect(sharedRingTags(shared, () => true, southwards)).toEqual([{ at: [0, 1], name }]);
  expect(sharedRingTags(shared, ([x]) => x > 0, southwards)).toEqual([{ at: [1, 0], name }]);
  expect(sharedRingTags(shared, () => false, southwards)).toEqual([]);
});
