import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURE_KINDS, figureDrift, withDrifts } from '../../../src/domain/views/figure-drift.ts';
import {
  FIGURE_NAMES,
  type FigureName,
  type ShownFigures,
  withCoastOf,
} from '../../../src/domain/views/shown-figures.ts';
import { formatFigure } from '../../../src/ui/views/figure-labels.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const metres = fc.double({ min: -300_000, max: 300_000, noNaN: true });
const valuesFor = (name: FigureName): fc.Arbitrary<number> => {
  switch (FIGURE_KINDS[name]) {
    case 'share':
      return share;
    case 'length':
      return metres;
    case 'count':
      return fc.nat(500);
  }
};
/** A figure with two values of its kind, often near each other. */
const twoValues = fc
  .constantFrom(...FIGURE_NAMES)
  .chain((name) =>
    fc.tuple(
      fc.constant(name),
      valuesFor(name),
      fc.oneof(valuesFor(name), fc.constantFrom(0, 1e-9, 1e-4, 0.4, 40)),
      fc.boolean(),
    ),
  );

describe('what has changed since a view was saved', () => {
  test('is never told when both values read the same to a person, in either language', () => {
    fc.assert(
      fc.property(twoValues, ([name, was, other, isNear]) => {
        const now = isNear ? was + other : other;
        const told = figureDrift({ [name]: was }, { [name]: now });
        for (const { was: before, now: after } of told)
          for (const language of ['zh', 'en'] as const)
            expect(after === undefined ? '' : formatFigure(name, after, language)).not.toBe(
              formatFigure(name, before, language),
            );
      }),
      { numRuns: 2000 },
    );
  });

  test('is told whenever a person would read two values', () => {
    fc.assert(
      fc.property(twoValues, ([name, was, other, isNear]) => {
        const now = isNear ? was + other : other;
        const isOther = formatFigure(name, was, 'en') !== formatFigure(name, now, 'en');
        expect(figureDrift({ [name]: was }, { [name]: now })).toHaveLength(isOther ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('is nothing when nothing has changed', () => {
    const figures: ShownFigures = { ratio: 0.338, headroomM: -3131.3, projects: 12 };
    expect(figureDrift(figures, { ...figures })).toEqual([]);
    expect(figureDrift({}, figures)).toEqual([]);
  });

  test('gives both values, in the order of the figures', () => {
    expect(
      figureDrift({ headroomM: 4200, ratio: 0.352 }, { ratio: 0.349, headroomM: 3900 }),
    ).toEqual([
      { name: 'ratio', was: 0.352, now: 0.349 },
      { name: 'headroomM', was: 4200, now: 3900 },
    ]);
  });

  test('tells a figure that has no value any more, and is silent of one that the view did not show', () => {
    expect(figureDrift({ zoneRatio: 0.2 }, { ratio: 0.4 })).toEqual([
      { name: 'zoneRatio', was: 0.2, now: undefined },
    ]);
  });
});

describe('the figures of the whole coast', () => {
  test('are taken from others or left out; all else stays', () => {
    const own = { ratio: 0.3, target: 0.35, zoneRatio: 1, projects: 3 };
    expect(withCoastOf(own, undefined)).toEqual({ zoneRatio: 1, projects: 3 });
    expect(withCoastOf(own, { ratio: 0.4, headroomM: 5, projects: 9 })).toEqual({
      ...{ ratio: 0.4, headroomM: 5 },
      ...{ zoneRatio: 1, projects: 3 },
    });
  });
});

test('new figures that are taken leave nothing changed, and add none that the view did not show', () => {
  const saved: ShownFigures = { ratio: 0.338, headroomM: -3131, zoneRatio: 0.4 };
  const now: ShownFigures = { ratio: 0.33, headroomM: -3131.2, target: 0.35 };
  const taken = withDrifts(saved, figureDrift(saved, now));
  expect(taken).toEqual({ ratio: 0.33, headroomM: -3131 });
  expect(figureDrift(taken, now)).toEqual([]);
});
