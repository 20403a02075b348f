import { describe, expect, test } from 'vitest';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import type { CoastlineSegment, RealmChoice } from '../../../src/domain/coastline.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { artificialRuns, freeStretches } from '../../../src/domain/scenarios/artificial-runs.ts';
import type { EdgePart } from '../../../src/domain/scenarios/coast-inside-sites.ts';
import { closeTo } from '../../close-to.ts';
import { boxZone, EQUATOR_DEGREE, equatorSegment, segment } from '../build.ts';

/** What double precision leaves of lengths up to 1e6 m. */
const ROUNDING = 1e-5;
const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;

/** The runs of a coast, and what is left of them when parts of edges are taken. */
function runsOf(segments: readonly CoastlineSegment[], realm: RealmChoice = 'mainland') {
  // A zone that cuts the edges: a run goes on across its boundary.
  const zones = [boxZone('zone', [0.15, -1, 0.85, 1])];
  const measured = measureCoast({ segments, zones, tolerancesM: [], unionArea });
  const runs = artificialRuns(measured, segments, realm);
  return {
    ids: runs.map(({ whole }) => whole.segmentIds),
    lengths: runs.map(({ whole }) => whole.lengthM),
    left: (...parts: readonly EdgePart[]) => {
      const taken = new Map<number, EdgePart[]>();
      for (const part of parts) taken.set(part.edge, [...(taken.get(part.edge) ?? []), part]);
      return runs.flatMap((run) => freeStretches(measured, run, taken));
    },
  };
}

function quay(id: string, ends: readonly [number, number]): CoastlineSegment {
  return equatorSegment(id, 'artificial', ends);
}

describe('a run of artificial coast', () => {
  test('goes through segments joined end to end, whatever their order and direction', () => {
    const { ids, lengths } = runsOf([
      quay('c', [0.4, 0.6]),
      quay('a', [0, 0.2]),
      quay('b', [0.4, 0.2]),
    ]);
    expect(ids).toEqual([['c', 'b', 'a']]);
    closeTo(lengths[0], along(0.6), ROUNDING);
  });

  test('ends where coast of another class, or a gap, begins', () => {
    const { ids } = runsOf([
      quay('a', [0, 0.2]),
      equatorSegment('beach', 'sandy', [0.2, 0.4]),
      quay('b', [0.4, 0.6]),
      quay('c', [0.7, 0.8]),
      equatorSegment('unclassed', undefined, [0.8, 0.9]),
    ]);
    expect(ids).toEqual([['a'], ['b'], ['c']]);
  });

  test('ends where another realm begins, and is left out of a realm that is not counted', () => {
    const island = equatorSegment('b', 'artificial', [0.2, 0.4], { realm: 'island' });
    const coast = [quay('a', [0, 0.2]), island];
    expect(runsOf(coast, 'all').ids).toEqual([['a'], ['b']]);
    expect(runsOf(coast).ids).toEqual([['a']]);
    expect(runsOf(coast, 'island').ids).toEqual([['b']]);
  });

  test('ends at a fork', () => {
    const pier = segment('pier', 'artificial', [
      [0.2, 0],
      [0.2, 0.1],
    ]);
    expect(runsOf([quay('a', [0, 0.2]), quay('b', [0.2, 0.4]), pier]).ids).toEqual([
      ['a'],
      ['b'],
      ['pier'],
    ]);
  });

  test('goes through all lines of a segment that meet, and apart where they do not', () => {
    const lines = segment('dyke', 'artificial', [], {
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [0.1, 0],
          ],
          [
            [0.1, 0],
            [0.2, 0],
          ],
          [
            [0.5, 0],
            [0.6, 0],
          ],
        ],
      },
    });
    const { ids, lengths } = runsOf([lines]);
    expect(ids).toEqual([['dyke'], ['dyke']]);
    closeTo(lengths[0], along(0.2), ROUNDING);
  });
});

describe('what sites leave of a run', () => {
  const coast = runsOf([quay('a', [0, 0.4]), quay('b', [0.8, 0.4])]);

  test('is the run where they take none of it', () => {
    const [left, ...others] = coast.left({ edge: 7, from: 0, to: 1 });
    expect(left?.segmentIds).toEqual(['a', 'b']);
    expect(others).toEqual([]);
  });

  test('is its two ends where they take the middle: 0.3° to 0.5° leaves 0.3° and 0.3°', () => {
    const left = coast.left({ edge: 0, from: 0.75, to: 1 }, { edge: 1, from: 0.75, to: 1 });
    expect(left.map(({ segmentIds }) => segmentIds)).toEqual([['a'], ['b']]);
    for (const { lengthM } of left) closeTo(lengthM, along(0.3), ROUNDING);
  });

  test('is one end where they take the other, and in three where they take two parts of an edge', () => {
    const [end, ...none] = coast.left({ edge: 0, from: 0, to: 0.5 });
    closeTo(end?.lengthM, along(0.6), ROUNDING);
    expect(none).toEqual([]);
    const left = coast.left({ edge: 1, from: 0.25, to: 0.5 }, { edge: 1, from: 0.75, to: 0.875 });
    const lengths = left.map(({ lengthM }) => lengthM);
    for (const [number, degrees] of [0.45, 0.1, 0.1].entries())
      closeTo(lengths[number], along(degrees), ROUNDING);
    expect(left.map(({ segmentIds }) => segmentIds)).toEqual([['a', 'b'], ['b'], ['b']]);
  });

  test('is nothing where they take all', () => {
    expect(coast.left({ edge: 0, from: 0, to: 1 }, { edge: 1, from: 0, to: 1 })).toEqual([]);
  });

  test('goes on around a ring past where the ring begins', () => {
    const ring: readonly Position[] = [
      [0, 0],
      [0.1, 0],
      [0.1, 0.1],
      [0, 0.1],
      [0, 0],
    ];
    const islet = segment('islet', 'artificial', ring, { realm: 'island' });
    const left = runsOf([islet], 'island').left({ edge: 1, from: 0, to: 1 });
    expect(left).toHaveLength(1);
    const [whole = 0] = runsOf([islet], 'island').lengths;
    // The side that is taken runs along a meridian from the equator: 0.1° of it are 11 057.4277 m
    // (python3: pyproj.Geod(a=6378137, rf=298.257222101).inv(0.1, 0, 0.1, 0.1)[2]).
    closeTo(left[0]?.lengthM, whole - 11057.4277, 1e-3);
  });
});
