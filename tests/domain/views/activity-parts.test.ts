import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COASTLINE_CLASSES, CONFIDENCES } from '../../../src/domain/coastline.ts';
import { activitiesBetween } from '../../../src/domain/views/activity.ts';
import { activityParts } from '../../../src/domain/views/activity-parts.ts';
import { equatorSegment } from '../build.ts';
import { ownDataset } from '../own-data/own-dataset-of.ts';

const NOTHING = {
  log: [],
  scenarios: [],
  decks: [],
  datasets: [],
  photos: [],
  versions: [],
  settings: {},
};
const AT = '2026-12-01T08:00:00Z';

describe('one side of an entry', () => {
  test('gives back which stretch was judged as what, whatever its id', () => {
    const id = fc.string({ minLength: 1 }).filter((text) => !text.includes(';'));
    fc.assert(
      fc.property(
        id,
        fc.constantFrom(...COASTLINE_CLASSES),
        fc.constantFrom(...CONFIDENCES),
        (stretch, shoreClass, confidence) => {
          const log = [
            { segmentIds: [stretch], class: shoreClass, confidence, reason: '', date: AT },
          ];
          const segments = [{ ...equatorSegment('x', undefined, [0, 1]), id: stretch }];
          const [entry] = activitiesBetween(NOTHING, { ...NOTHING, log }, { at: AT, segments });
          expect(activityParts(entry?.to ?? '')).toEqual([
            { kind: 'stretch', id: stretch, class: shoreClass, confidence },
          ]);
          expect(activityParts(entry?.from ?? '')).toMatchObject([{ class: 'unclassified' }]);
        },
      ),
    );
  });

  test('gives back dataset, scenario and setting', () => {
    const after = {
      ...NOTHING,
      datasets: [ownDataset({ name: '岸线 (2025)', role: 'shown', sha256: 'c'.repeat(64) })],
      scenarios: [{ id: 's', name: 'Port (1)', isLocked: false, sites: [] }],
      settings: { target: 0.4 },
    };
    const entries = activitiesBetween(NOTHING, after, { at: AT, segments: [] });
    expect(entries.map(({ to }) => activityParts(to))).toEqual([
      [{ kind: 'dataset', name: '岸线 (2025)', role: 'shown', hash: 'c'.repeat(12) }],
      [{ kind: 'setting', name: 'target', value: '0.4' }],
      [{ kind: 'counted', name: 'Port (1)', count: 0 }],
    ]);
    expect(activityParts(entries[1]?.from ?? '')).toEqual([
      { kind: 'setting', name: 'target', value: undefined },
    ]);
  });

  test('of an undone step has several parts, and what is none of ours stays as it is', () => {
    expect(activityParts('a: sandy, high; + 3; work.json; b: sand, high')).toEqual([
      { kind: 'stretch', id: 'a', class: 'sandy', confidence: 'high' },
      { kind: 'more', count: 3 },
      { kind: 'text', text: 'work.json' },
      { kind: 'text', text: 'b: sand, high' },
    ]);
    expect(activityParts('')).toEqual([]);
  });
});
