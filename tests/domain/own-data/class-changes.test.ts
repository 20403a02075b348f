import { expect, test } from 'vitest';
import type { ClassCounting } from '../../../src/domain/audit/audit.ts';
import { COASTLINE_CLASSES } from '../../../src/domain/coastline.ts';
import { type ClassLengths, classChanges } from '../../../src/domain/own-data/class-changes.ts';
import { metres } from '../../../src/domain/units.ts';
import { closeTo } from '../../close-to.ts';

const COUNTING: ClassCounting = {
  bedrock: 'natural',
  sandy: 'natural',
  muddy: 'natural',
  biogenic: 'natural',
  natural: 'natural',
  estuary: 'excluded',
  restored: 'restored',
  artificial: 'total-only',
};

function lengths(given: Partial<Record<string, number>>, unclassifiedM = 0): ClassLengths {
  const entries = COASTLINE_CLASSES.map((name) => [name, metres(given[name] ?? 0)] as const);
  return {
    byClass: Object.fromEntries(entries) as ClassLengths['byClass'],
    unclassifiedM: metres(unclassifiedM),
    counting: COUNTING,
  };
}

test('leads from one ratio to the other, class by class', () => {
  // Before 30 of 100; after 20 + 25 restored of 110, of which 5 have no class.
  const steps = classChanges(
    lengths({ bedrock: 30, artificial: 70, estuary: 9 }),
    lengths({ bedrock: 20, restored: 25, artificial: 60, estuary: 3 }, 5),
  );
  expect(steps.map((step) => step.class)).toEqual([
    'bedrock',
    'estuary',
    'restored',
    'artificial',
    'unclassified',
  ]);
  const [bedrock, estuary, restored, artificial, unclassified] = steps.map(
    ({ ratio = 0 }) => ratio,
  );
  closeTo(bedrock ?? 0, 20 / 90, 1e-12);
  closeTo(estuary ?? 0, 20 / 90, 1e-12);
  closeTo(restored ?? 0, 45 / 115, 1e-12);
  closeTo(artificial ?? 0, 45 / 105, 1e-12);
  closeTo(unclassified ?? 0, 45 / 110, 1e-12);
});

test('has no ratio where nothing is left, and no step for classes of neither coast', () => {
  const steps = classChanges(lengths({ sandy: 5 }), lengths({}));
  expect(steps).toEqual([{ class: 'sandy', beforeM: 5, afterM: 0, ratio: undefined }]);
});
