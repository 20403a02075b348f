import { describe, expect, test } from 'vitest';
import {
  type FieldPhoto,
  photoDay,
  photoId,
  pictureSize,
} from '../../../src/domain/field-photo/field-photo.ts';
import { pinPhotos } from '../../../src/domain/field-photo/pin-photos.ts';
import { EQUATOR_DEGREE, equatorSegment } from '../build.ts';

/** Along the equator, a degree of latitude north of it is 110 574.3 m at the equator (NGA TR8350.2, 111 m off by 0.01°). */
const NORTH_M = 110574.3;
const WEST = equatorSegment('west', 'sandy', [0.1, 0.2]);
const EAST = equatorSegment('east', 'bedrock', [0.2, 0.3]);
const COAST = [WEST, EAST];

function photo(other: Partial<FieldPhoto>): FieldPhoto {
  return { id: 'photo-1', file: 'IMG_1.jpg', sha256: 'a'.repeat(64), ...other };
}

function pinOf(other: Partial<FieldPhoto>, coast = COAST) {
  return pinPhotos([photo(other)], coast).get('photo-1');
}

describe('a photo is pinned', () => {
  test('to the nearest stretch, with its distance', () => {
    const pin = pinOf({ at: [0.25, 0.001] });
    expect(pin).toMatchObject({ kind: 'pinned', segmentId: 'east', by: 'position' });
    expect(pin?.kind === 'pinned' && pin.distanceM).toBeCloseTo(NORTH_M / 1000, 1);
  });

  test('beyond the end of the coast, by the distance to the end', () => {
    const pin = pinOf({ at: [0.099, 0] });
    expect(pin).toMatchObject({ segmentId: 'west' });
    expect(pin?.kind === 'pinned' && pin.distanceM).toBeCloseTo(EQUATOR_DEGREE.ellipsoid / 1000, 1);
  });

  test('up to 500 m away, and to its stated error more', () => {
    const degrees = (metres: number): number => metres / NORTH_M;
    expect(pinOf({ at: [0.15, degrees(499)] })).toMatchObject({ segmentId: 'west' });
    expect(pinOf({ at: [0.15, degrees(501)] })).toEqual({ kind: 'far', limitM: 500 });
    expect(pinOf({ at: [0.15, degrees(501)], accuracyM: 2 })).toMatchObject({ segmentId: 'west' });
    expect(pinOf({ at: [0.15, degrees(503)], accuracyM: 2 })).toEqual({ kind: 'far', limitM: 502 });
  });

  test('to the stretch that the user chose, whatever is nearer', () => {
    expect(pinOf({ at: [0.25, 0], segmentId: 'west' })).toMatchObject({
      ...{ segmentId: 'west', by: 'user' },
    });
    expect(pinOf({ segmentId: 'west' })).toEqual({
      ...{ kind: 'pinned', segmentId: 'west', by: 'user' },
    });
  });

  test('by its position again once that stretch is gone', () => {
    expect(pinOf({ at: [0.25, 0], segmentId: 'west' }, [EAST])).toMatchObject({
      ...{ segmentId: 'east', by: 'position' },
    });
    expect(pinOf({ segmentId: 'west' }, [EAST])).toEqual({
      ...{ kind: 'stretch-gone', segmentId: 'west' },
    });
  });
});

test('a photo in another datum is pinned by the user alone', () => {
  const other = { at: [0.25, 0], datum: 'TOKYO' } as const;
  expect(pinOf(other)).toEqual({ kind: 'other-datum', datum: 'TOKYO' });
  expect(pinOf({ ...other, segmentId: 'west' })).toEqual({
    ...{ kind: 'pinned', segmentId: 'west', by: 'user' },
  });
});

test('without a coast a photo stays unpinned', () => {
  expect(pinOf({ at: [0.25, 0] }, [])).toEqual({ kind: 'far', limitM: 500 });
});

test('a picture is scaled to 1600 pixels on its long side, and never up', () => {
  expect(pictureSize({ width: 4032, height: 3024 })).toEqual({ width: 1600, height: 1200 });
  expect(pictureSize({ width: 3024, height: 4032 })).toEqual({ width: 1200, height: 1600 });
  expect(pictureSize({ width: 800, height: 600 })).toEqual({ width: 800, height: 600 });
  expect(pictureSize({ width: 20000, height: 2 })).toEqual({ width: 1600, height: 1 });
});

test('the same bytes are the same photo; its day is that of its clock', () => {
  expect(photoId('0123456789abcdef'.repeat(4))).toBe('photo-0123456789abcdef');
  expect(photoDay({ takenAt: '2026-05-03T23:59:00+08:00' })).toBe('2026-05-03');
  expect(photoDay({})).toBeUndefined();
});
