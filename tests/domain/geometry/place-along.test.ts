import { describe, expect, test } from 'vitest';
import { measureLine, middleOfLine, placeAlong } from '../../../src/domain/geometry/place-along.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { EQUATOR_DEGREE } from '../build.ts';

/** Equal steps along the equator are equal lengths; one corner is drawn twice. */
const LINE: readonly Position[] = [
  [0, 0],
  [1, 0],
  [1, 0],
  [4, 0],
];

describe('a place along a line', () => {
  test('is found by its distance from the start, with its edge', () => {
    closeTo(measureLine(LINE), 4 * EQUATOR_DEGREE.ellipsoid, 1e-3);
    const place = placeAlong(LINE, 2.5 * EQUATOR_DEGREE.ellipsoid);
    closeTo(place?.position[0], 2.5, 1e-9);
    expect([place?.from, place?.to]).toEqual([LINE[2], LINE[3]]);
    closeTo(middleOfLine(LINE)?.[0], 2, 1e-9);
  });

  test('is an end at the ends and beyond', () => {
    expect(placeAlong(LINE, 0)?.position).toEqual([0, 0]);
    expect(placeAlong(LINE, 5 * EQUATOR_DEGREE.ellipsoid)?.position).toEqual([4, 0]);
  });

  test('does not exist on a line without length', () => {
    expect(placeAlong([[5, 5]], 0)).toBeUndefined();
    expect([measureLine([]), measureLine([[5, 5]])]).toEqual([0, 0]);
    expect(
      middleOfLine([
        [5, 5],
        [5, 5],
      ]),
    ).toEqual([5, 5]);
    expect(middleOfLine([])).toBeUndefined();
  });
});
