import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { CoastDistance } from '../../../src/domain/coast/coast-distance.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { relatingToShore } from '../../../src/domain/projects/shore-relation.ts';
import { finish } from '../../../src/domain/steps.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, boxZone, polygon, segment } from '../build.ts';

/** A coast along the meridian of 120° E, and one at a slant. */
const MERIDIAN = segment('meridian', 'sandy', [
  [120, 35.7],
  [120, 36],
]);
const SLANT = segment('slant', 'bedrock', [
  [120, 35.7],
  [120.1, 35.8],
]);

function point(at: Position): Geometry {
  return { type: 'Point', coordinates: [...at] };
}

function line(...positions: readonly Position[]): Geometry {
  return { type: 'LineString', coordinates: positions.map((position) => [...position]) };
}

/**
 * Reference distances: the least of the geodesics (GRS 80, pyproj 3.4.1) to 300 000 points along the
 * meridian, 200 000 along the slant, and between 2 000 by 2 000 points for two lines, which is good to
 * 1 m there.
 */
describe('the distance to the coast is the shortest geodesic', () => {
  test.each([
    [[120.1, 35.75], 9044.7387],
    [[120.08, 35.9], 7222.1896],
    [[119.85, 35.85], 13550.1132],
    [[120.02, 36.05], 5833.5023],
    [[120.0005, 35.8], 45.1954],
  ] as const)('from %j to a meridian', (at, expected) => {
    closeTo(new CoastDistance([MERIDIAN]).to(point(at)), expected, 0.01);
  });

  test.each([
    [[120.1, 35.7], 7012.1239],
    [[120.06, 35.75], 701.0453],
    [[120.2, 35.9], 14307.8759],
  ] as const)('from %j to a line at a slant', (at, expected) => {
    closeTo(new CoastDistance([SLANT]).to(point(at)), expected, 1);
  });

  test('from one line to another', () => {
    const site = line([120.3, 35.6], [120.15, 35.9]);
    closeTo(new CoastDistance([SLANT]).to(site), 8369.97, 2);
  });

  test('of several coasts to the nearest, whichever comes first', () => {
    const site = point([120.06, 35.75]);
    for (const coast of [
      [MERIDIAN, SLANT],
      [SLANT, MERIDIAN],
    ])
      closeTo(new CoastDistance(coast).to(site), 701.0453, 1);
  });
});

describe('the distance to the coast is none', () => {
  const coast = new CoastDistance([MERIDIAN]);
  test.each([
    ['for a line across it', line([119.9, 35.8], [120.1, 35.8])],
    ['for a line that ends on it', line([119.9, 35.8], [120, 35.8])],
    ['for a site on it', point([120, 35.75])],
    ['for an area with a side along it', polygon(boxRing([120, 35.7, 120.1, 35.8]))],
    ['for an area across it', polygon(boxRing([119.9, 35.75, 120.1, 35.8]))],
    ['for an area that holds all of it', polygon(boxRing([119, 35, 121, 37]))],
  ])('%s', (_, site) => {
    expect(coast.to(site)).toBe(0);
  });
});

describe('the distance to the coast', () => {
  test('is absent without a coast and without a position', () => {
    expect(new CoastDistance([]).to(point([120, 36]))).toBeUndefined();
    expect(
      new CoastDistance([MERIDIAN]).to({ type: 'MultiPoint', coordinates: [] }),
    ).toBeUndefined();
  });

  test('of a site in a hole of it is to the rim, not to the middle', () => {
    // An area around the coast, with a hole that holds the coast: 0.1° from it on either side.
    const ring = polygon(
      boxRing([119, 35, 121, 37]),
      boxRing([119.9, 35.6, 120.1, 36.1]).toReversed(),
    );
    const distance = new CoastDistance([MERIDIAN]).to(ring) ?? 0;
    // 0.1° of longitude at 36.0° N: cos 36° · 6 385 km (prime vertical) · π / 1800, about 9.0 km.
    closeTo(distance, 9016, 10);
  });

  test('of a collection is that of its nearest member', () => {
    const members = [point([120.1, 35.75]), point([120.0005, 35.8])];
    closeTo(
      new CoastDistance([MERIDIAN]).to({ type: 'GeometryCollection', geometries: members }),
      45.1954,
      0.01,
    );
  });

  test('is the same looked at from either end of a line', () => {
    const [from, to] = [
      [120.3, 35.6],
      [120.15, 35.9],
    ] as const;
    const coast = new CoastDistance([SLANT]);
    // Each looks for the nearest pair on a plane of its own: 1 m is what is promised.
    closeTo(coast.to(line(from, to)), coast.to(line(to, from)) ?? Number.NaN, 1);
  });
});

describe('zones touched', () => {
  const zones = [
    boxZone('south', [119.95, 35.65, 120.05, 35.85]),
    boxZone('north', [119.95, 35.85, 120.05, 36.05]),
  ];
  const zonesOf = (geometry: Geometry): readonly string[] =>
    finish(relatingToShore({ projects: [{ id: 'a', geometry }], segments: [MERIDIAN], zones })).get(
      'a',
    )?.zoneIds ?? [];
  test.each([
    ['a site inside one', point([120, 35.7]), ['south']],
    ['a site outside all', point([120.2, 35.7]), []],
    ['a site on the line between two', point([120, 35.85]), ['south', 'north']],
    [
      'a line across both without a corner in either',
      line([119.9, 35.6], [120.1, 36.04]),
      ['south', 'north'],
    ],
    ['an area that holds one', polygon(boxRing([119.9, 35.6, 120.1, 35.86])), ['south', 'north']],
    ['an area in the other', polygon(boxRing([119.96, 35.9, 119.97, 35.95])), ['north']],
    ['a line past a corner, box over box', line([119.9, 35.8], [119.96, 36.2]), []],
  ])('%s', (_, geometry, ids) => {
    expect(zonesOf(geometry)).toEqual(ids);
  });

  test('an unlocated project has no relation at all', () => {
    const relating = relatingToShore({ projects: [{ id: 'a' }], segments: [MERIDIAN], zones });
    expect(finish(relating).size).toBe(0);
  });
});
