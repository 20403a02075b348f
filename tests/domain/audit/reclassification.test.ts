import { describe, expect, test } from 'vitest';
import { type Reclassification, reclassified } from '../../../src/domain/audit/reclassification.ts';
import { equatorSegment } from '../build.ts';

const ROCK = equatorSegment('rock', 'bedrock', [0, 1], { classSource: 'map' });
const QUAY = equatorSegment('quay', 'artificial', [1, 2], { use: 'port', confidence: 'low' });
const SHORE = [ROCK, QUAY];

function entry(other: Partial<Reclassification>): Reclassification {
  return { segmentIds: ['rock'], reason: 'seen on site', date: '2025-03-01T08:00:00Z', ...other };
}

describe('a change log', () => {
  test('that is empty changes nothing at all', () => {
    expect(reclassified(SHORE, [])).toBe(SHORE);
  });

  test('gives a segment its new class, with the reason as its source', () => {
    const [rock] = reclassified(SHORE, [entry({ class: 'sandy' })]);
    expect(rock).toEqual({ ...ROCK, class: 'sandy', classSource: 'seen on site' });
  });

  test('leaves every other segment the same object, in its place', () => {
    const after = reclassified(SHORE, [entry({ class: 'sandy' })]);
    expect(after).toHaveLength(2);
    expect(after[1]).toBe(QUAY);
  });

  test('changes several segments at once', () => {
    const after = reclassified(SHORE, [entry({ segmentIds: ['rock', 'quay'], class: 'restored' })]);
    expect(after.map(({ class: now }) => now)).toEqual(['restored', 'restored']);
  });

  test('goes by its last word where a segment is judged twice', () => {
    const [rock] = reclassified(SHORE, [
      entry({ class: 'sandy', reason: 'first' }),
      entry({ class: 'muddy', reason: 'second' }),
    ]);
    expect(rock).toMatchObject({ class: 'muddy', classSource: 'second' });
  });

  test('keeps the class where only the confidence changes, and the use with it', () => {
    const after = reclassified(SHORE, [entry({ segmentIds: ['quay'], confidence: 'high' })]);
    expect(after[1]).toMatchObject({ class: 'artificial', use: 'port', confidence: 'high' });
  });

  test('drops the use of a stretch that is no longer artificial', () => {
    const after = reclassified(SHORE, [entry({ segmentIds: ['quay'], class: 'restored' })]);
    expect(after[1]).not.toHaveProperty('use');
  });

  test('gives a use only to a stretch that becomes artificial', () => {
    const use = 'aquaculture';
    expect(reclassified(SHORE, [entry({ class: 'artificial', use })])[0]?.use).toBe(use);
    expect(reclassified(SHORE, [entry({ class: 'sandy', use })])[0]).not.toHaveProperty('use');
  });

  test('classes a stretch that nobody had classed', () => {
    const [blank] = reclassified(
      [equatorSegment('rock', undefined, [0, 1])],
      [entry({ class: 'muddy' })],
    );
    expect(blank?.class).toBe('muddy');
  });

  test('about a segment that is not there changes nothing', () => {
    const after = reclassified(SHORE, [entry({ segmentIds: ['gone'], class: 'sandy' })]);
    expect(after).toEqual(SHORE);
  });

  test('leaves the segments it was given as they were', () => {
    reclassified(SHORE, [entry({ class: 'sandy' })]);
    expect(ROCK.class).toBe('bedrock');
  });
});
