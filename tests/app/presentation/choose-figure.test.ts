import { beforeAll, expect, test } from 'vitest';
import type { EvaluatedView } from '../../../src/app/audit/evaluate-views.ts';
import { sideOfSlide } from '../../../src/app/deck-export/slide-text.ts';
import {
  chooseFigure,
  type FigureChoices,
  figureOfSides,
  type SideOfFigure,
} from '../../../src/app/presentation/choose-figure.ts';
import type { CoastSummary } from '../../../src/domain/audit/audit.ts';
import type { SavedView } from '../../../src/domain/views/saved-view.ts';
import type { I18n } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { coastSummary } from '../../coast-summary.ts';

let words: I18n;
beforeAll(async () => {
  words = await loadAllTexts('en');
});

const LENGTHS = { totalM: 1000, naturalM: 400 };
const KEPT = coastSummary({ ...LENGTHS, target: 0.35, verdict: 'pass' });

function side(name: string, summary: CoastSummary, other: Partial<SideOfFigure> = {}) {
  return { name, summary, hasOwnCounting: false, isIncomplete: false, ...other };
}

test('sides that say the same say so once', () => {
  expect(figureOfSides([side('Today', KEPT), side('Plan', KEPT)], words)).toEqual({
    ...{ kind: 'gauge', name: words.t('slideBothSides'), summary: KEPT },
  });
});

test('one ratio against two targets, or with two verdicts, is two states', () => {
  const others = [
    coastSummary({ ...LENGTHS, target: 0.4, verdict: 'pass' }),
    coastSummary({ ...LENGTHS, target: 0.35, verdict: 'too-close' }),
  ];
  for (const other of others)
    expect(figureOfSides([side('Today', KEPT), side('View', other)], words)).toMatchObject({
      kind: 'change',
      rows: [
        { name: 'Today', summary: KEPT },
        { name: 'View', summary: other },
      ],
    });
});

test('a side with its own counting says so, also where the ratio is the same', () => {
  const figure = figureOfSides(
    [side('Today', KEPT), side('View', KEPT, { hasOwnCounting: true })],
    words,
  );
  const note = words.t('sideOwnCounting');
  expect(figure).toMatchObject({
    kind: 'change',
    rows: [{ name: 'Today' }, { name: `View · ${note}` }],
  });
});

test('a scenario that lacks a site has no ratio, and the slide says so', () => {
  const lacking = side('Scenario', KEPT, { isIncomplete: true });
  const reason = 'No ratio: a site of “Scenario” could not be worked out.';
  expect(figureOfSides([side('Today', KEPT), lacking], words)).toEqual({
    kind: 'withheld',
    reason,
  });
  const choices: Omit<FigureChoices, 'saved'> = {
    ...{ kind: undefined, realm: 'mainland', overall: KEPT, zone: undefined },
    ...{ tried: { name: 'Scenario', after: KEPT }, incomplete: 'Scenario' },
  };
  expect(chooseFigure({ ...choices, saved: { ratio: 0.5 } }, words)).toEqual({
    kind: 'withheld',
    reason,
  });
  // A slide that was to show no ratio has none to explain.
  expect(chooseFigure({ ...choices, saved: {} }, words)).toBeUndefined();
});

test('a side of an exported slide says how it is counted and whether a site is missing', () => {
  const viewOf = (address: string): SavedView => {
    const empty = { zh: '', en: '' };
    return {
      ...{ number: 1, title: empty, caption: empty, notes: empty, address },
      ...{ figures: {}, savedAt: '2026-11-30T00:00:00Z' },
    };
  };
  const evaluated = (address: string, sites: number, grounds: number): EvaluatedView =>
    ({
      view: viewOf(address),
      answer: { audit: { overall: KEPT } },
      scenario: { sites: Array.from({ length: sites }, () => ({})) },
      footprints: Array.from({ length: grounds }, () => ({})),
      tried: undefined,
      figures: {},
    }) as unknown as EvaluatedView;
  const slide = viewOf('?target=0.4');
  const marks = ({ hasOwnCounting, isIncomplete }: SideOfFigure) => [hasOwnCounting, isIncomplete];
  expect(marks(sideOfSlide('a', evaluated('?target=0.4', 1, 1), slide))).toEqual([false, false]);
  expect(marks(sideOfSlide('a', evaluated('?target=0.35', 2, 2), slide))).toEqual([true, false]);
  expect(marks(sideOfSlide('a', evaluated('?target=0.4', 2, 1), slide))).toEqual([false, true]);
});
