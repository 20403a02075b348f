import { describe, expect, test } from 'vitest';
import { type Placed, withinReach } from '../../../src/domain/map-tools/within-reach.ts';

/** Metres of a degree along the equator on the ellipsoid of CGCS2000: 6 378 137 π / 180. */
const DEGREE_M = (6_378_137 * Math.PI) / 180;

function point(id: string, eastM: number, accuracyM: number | undefined): Placed {
  return {
    id,
    accuracyM,
    geometry: { type: 'Point', coordinates: [120 + eastM / DEGREE_M, 0] },
  };
}

const HERE = point('here', 0, 0);

describe('what lies within a distance', () => {
  test('comes nearest first, without the place itself', () => {
    const { found } = withinReach(HERE, 1000, [
      point('far', 900, 0),
      point('near', 100, 0),
      point('beyond', 1001, 0),
      HERE,
    ]);
    expect(found.map(({ id }) => id)).toEqual(['near', 'far']);
    expect(found[1]?.distanceM).toBeCloseTo(900, 3);
  });

  test.each([
    ['well within', 600, 300, 'certain'],
    ['within as drawn, but not wherever it lies', 800, 300, 'possible'],
    ['beyond as drawn, but perhaps within', 1200, 300, 'possible'],
    ['beyond wherever it lies', 1301, 300, undefined],
    ['within, of unknown accuracy', 10, undefined, 'possible'],
    ['beyond, of unknown accuracy', 1010, undefined, undefined],
  ] as const)('%s', (_, eastM, accuracyM, certainty) => {
    const { found } = withinReach(HERE, 1000, [point('other', eastM, accuracyM)]);
    expect(found[0]?.certainty).toBe(certainty);
  });

  test('both accuracies count', () => {
    const rough = point('here', 0, 200);
    expect(withinReach(rough, 1000, [point('other', 700, 200)]).found[0]?.certainty).toBe(
      'possible',
    );
    expect(withinReach(rough, 1000, [point('other', 500, 200)]).found[0]?.certainty).toBe(
      'certain',
    );
  });

  test('an accuracy that is not stated adds nothing and makes nothing certain', () => {
    const rough = point('here', 0, 300);
    const unsure = point('here', 0, undefined);
    const at = (eastM: number, accuracyM: number | undefined) => [point('other', eastM, accuracyM)];
    // Within 1000 m + 300 m + nothing.
    expect(withinReach(rough, 1000, at(1250, undefined)).found[0]?.certainty).toBe('possible');
    expect(withinReach(unsure, 1000, at(1250, 300)).found[0]?.certainty).toBe('possible');
    expect(withinReach(unsure, 1000, at(10, 300)).found[0]?.certainty).toBe('possible');
    expect(withinReach(rough, 1000, at(1350, undefined)).found).toEqual([]);
  });

  test('what is drawn beyond without a stated accuracy is counted', () => {
    const { found, unstated, unlocated } = withinReach(HERE, 1000, [
      point('near', 900, undefined),
      point('beyond', 1100, undefined),
      point('sure', 1100, 50),
      { id: 'nowhere', accuracyM: undefined },
    ]);
    expect(found.map(({ id }) => id)).toEqual(['near']);
    expect([unstated, unlocated]).toEqual([1, 1]);
  });

  test('what an area holds is 0 m away, and what has no position is counted', () => {
    const area: Placed = {
      id: 'zone',
      accuracyM: 0,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [119, -1],
            [121, -1],
            [121, 1],
            [119, 1],
            [119, -1],
          ],
        ],
      },
    };
    const { found, unlocated } = withinReach(HERE, 10, [
      area,
      { id: 'nowhere', accuracyM: undefined },
    ]);
    expect(found).toEqual([{ id: 'zone', distanceM: 0, certainty: 'certain' }]);
    expect(unlocated).toBe(1);
  });
});
