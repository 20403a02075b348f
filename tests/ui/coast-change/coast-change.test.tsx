// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { ChangeResult, ChangeState } from '../../../src/ui/coast-change/change-result.ts';
import {
  type CoastChangeProps,
  CoastChangeSection,
} from '../../../src/ui/coast-change/coast-change.tsx';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { AFTER, BEFORE, twoSurveys } from '../../domain/coast-change/two-surveys.ts';

afterEach(() => {
  render(null, document.body);
});

const COASTS = [
  { id: 'plan', title: { zh: '规划岸线', en: 'Plan coast' }, date: '2020', isOwnCounted: false },
  {
    id: 'own-1',
    title: { zh: '新测岸线', en: 'New survey' },
    date: '2024-05-01',
    isOwnCounted: true,
  },
];

function resultOf(over: Partial<ChangeResult> = {}): ChangeResult {
  const side = { status: { kind: 'surveyed' }, reasons: [], assumed: [] } as const;
  return {
    answer: twoSurveys(),
    sides: {
      before: {
        ...side,
        layer: 'plan',
        title: { zh: '规划岸线', en: 'Plan coast' },
        segments: BEFORE,
      },
      after: {
        ...side,
        layer: 'own-1',
        title: { zh: '新测岸线', en: 'New survey' },
        segments: AFTER,
      },
    },
    sharedReasons: [],
    judgedCount: 0,
    ...over,
  };
}

async function show(
  state: ChangeState,
  over: Partial<CoastChangeProps> = {},
  language: 'en' | 'zh' = 'en',
) {
  const said: unknown[] = [];
  const i18n = await loadTexts(language);
  await loadDeferredTexts(language);
  const say =
    (name: string) =>
    (...given: unknown[]): void => {
      said.push([name, ...given.filter((value) => !(value instanceof Event))]);
    };
  await act(() =>
    render(
      <I18nProvider value={i18n}>
        <CoastChangeSection
          {...{ coasts: COASTS, unread: [], chosen: { before: 'plan', after: 'own-1' } }}
          {...{ toleranceM: 50, defaultToleranceM: 50, state, marked: undefined, theme: 'light' }}
          actions={{
            ...{ choose: say('choose'), swap: say('swap'), setTolerance: say('tolerance') },
            ...{ start: say('start'), stop: say('stop'), addData: say('add'), show: say('show') },
            ...{ countAfterOnly: say('after only') },
            ...{ showZone: say('zone'), saveList: say('list'), saveWorkbook: say('workbook') },
          }}
          {...over}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return said;
}

const text = (): string => (document.body.textContent ?? '').replaceAll(/\s/g, ' ');
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label')?.includes(name) || one.textContent?.includes(name),
  );
const press = (name: string) => act(() => button(name)?.click());
const table = (caption: string) =>
  [...document.querySelectorAll('table')].find((one) =>
    one.querySelector('caption')?.textContent?.includes(caption),
  );

test('with one coast alone it says how to bring a second one', async () => {
  const said = await show({ kind: 'waiting', share: 0 }, { coasts: COASTS.slice(0, 1) });
  expect(text()).toContain('accept it as coastline');
  expect(document.querySelector('select')).toBeNull();
  await press('Add data');
  expect(said).toEqual([['add']]);
});

test('two surveys that both count are told, with a way to count the later one only', async () => {
  await show({ kind: 'stopped' });
  expect(button('Count only the later survey')).toBeUndefined();
  const both = COASTS.map((coast) => ({ ...coast, isOwnCounted: true }));
  const said = await show({ kind: 'stopped' }, { coasts: both });
  expect(text()).toContain('counted twice in the ratio');
  await press('Count only the later survey');
  expect(said).toEqual([['after only']]);
});

test('a coast that could not be read is named, with where to look', async () => {
  await show({ kind: 'stopped' }, { unread: ['Broken survey'] });
  const alert = document.querySelector('[role=alert]')?.textContent;
  expect(alert).toContain('“Broken survey” could not be read');
  expect(alert).toContain('Data panel');
});

test('waiting is announced and can be stopped; a failure says which coasts, why, and what to do', async () => {
  const said = await show({ kind: 'waiting', share: 0.4 });
  expect(document.querySelector('[role=status]')?.textContent).toContain('Comparing the two');
  expect(document.querySelector('progress')?.value).toBeCloseTo(0.4, 9);
  await press('Cancel');
  expect(said).toEqual([['stop']]);
  const again = await show({ kind: 'failed', reason: 'the worker was terminated' });
  expect(document.querySelector('[role=alert]')?.textContent).toMatch(
    /“Plan coast” and “New survey” could not be compared: the worker was terminated\. .*try again/,
  );
  await press('Compare');
  expect(again).toEqual([['start']]);
});

test('before, after and tolerance are chosen; a tolerance that is none is refused with the limits', async () => {
  const said = await show({ kind: 'stopped' });
  const [before] = document.querySelectorAll('select');
  const field = document.querySelector('input');
  if (before === undefined || field === null) throw new Error('no fields');
  const type = (value: string) =>
    act(() => {
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await act(() => {
    before.value = 'own-1';
    before.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await type('25.5');
  await type('0');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('up to 10000');
  await type('nothing');
  await type('');
  await press('Swap');
  expect(said).toEqual([['choose', 'before', 'own-1'], ['tolerance', 25.5], ['swap']]);
});

test('the headline has both ratios, the change and what decides it', async () => {
  await show({ kind: 'ready', result: resultOf() });
  // Before: 0.06 of 0.1. After: by the metres of the test's coast, natural 0.04 + 0.01 + 0.02 of more than 0.12.
  expect(text()).toContain('60.00 % → ');
  expect(text()).toContain('What decides it: consumed (natural → artificial), −');
});

test('the matrix is a table with headers on both sides and sums that agree', async () => {
  await show({ kind: 'ready', result: resultOf() });
  const matrix = table('Metres of coast in one place');
  const heads = [...(matrix?.querySelectorAll('thead th') ?? [])];
  expect(heads.every((head) => head.getAttribute('scope') === 'col')).toBe(true);
  expect(heads.map((head) => head.textContent)).toEqual([
    ...['Before \\ after, m', 'Bedrock', 'Sandy', 'Restored', 'Artificial', 'Lost', 'Before'],
  ]);
  const rows = [...(matrix?.querySelectorAll('tbody tr, tfoot tr') ?? [])];
  expect(rows.map((row) => row.querySelector('th[scope=row]')?.textContent)).toEqual([
    ...['Sandy', 'Artificial', 'Gained', 'After'],
  ]);
  const numbers = (row: Element | undefined): readonly number[] =>
    [...(row?.querySelectorAll('td') ?? [])].map((cell) =>
      Number((cell.textContent ?? '').replaceAll(/\s/g, '').replace('–', '0') || 0),
    );
  // 0.06° of beach before, on the equator.
  const beach = numbers(rows[0]);
  expect(beach.at(-1)).toBeCloseTo(6679.2, 1);
  expect(beach.slice(0, -1).reduce((sum, metres) => sum + metres, 0)).toBeCloseTo(6679.2, 0);
});

test('a reason, a cell and land won open their stretches; each is shown on the map, and the list is saved', async () => {
  const said = await show({ kind: 'ready', result: resultOf() });
  await press('restored (artificial');
  const list = document.querySelector('section.change-list');
  expect(list?.querySelector('h5')?.textContent).toContain('restored');
  const row = list?.querySelector<HTMLButtonElement>('.evidence-row');
  expect(row?.textContent?.replaceAll(/\s/g, ' ')).toContain('repaired1 113.2 m');
  expect(row?.textContent).toContain('Artificial → Restored');
  await act(() => row?.click());
  await press('List as CSV');
  const stretches = twoSurveys().change.stretches;
  expect(said).toEqual([
    ['show', stretches.findIndex(({ after }) => after?.segmentId === 'repaired')],
    ['list', { kind: 'reason', of: 'restored' }, undefined],
  ]);
  await press('Sandy → Artificial:');
  expect(document.querySelector('.change-list h5')?.textContent).toContain('Sandy → Artificial');
  await press('Close the list');
  expect(document.querySelector('.change-list')).toBeNull();
  await act(() => document.querySelector<HTMLButtonElement>('dd button')?.click());
  expect(document.querySelector('.change-list h5')?.textContent).toContain('Reclaimed');
  expect(document.querySelector('.change-list')?.textContent).toContain(
    'm seaward'.replace(' ', '\u00a0'),
  );
});

test('a stretch picked on the map opens the list of its reason, and its row has the focus', async () => {
  const result = resultOf();
  const { stretches } = result.answer.change;
  const pickOn = async (segmentId: string) => {
    const index = stretches.findIndex(({ after }) => after?.segmentId === segmentId);
    await show({ kind: 'ready', result }, { picked: { index }, marked: index });
  };
  const focused = () =>
    document.querySelector('.evidence-row:focus')?.textContent?.replaceAll(/\s/g, ' ') ?? '';
  await show({ kind: 'ready', result });
  expect(document.querySelector('.change-list')).toBeNull();
  await pickOn('repaired');
  expect(document.querySelector('.change-list h5')?.textContent).toContain('restored');
  expect(focused()).toContain('repaired1 113.2 m');
  expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');

  // Coast that is in the open list stays there.
  await press('Artificial → Restored:');
  expect(focused()).toBe('');
  await pickOn('repaired');
  expect(document.querySelector('.change-list h5')?.textContent).toContain('Artificial → Restored');
  expect(focused()).toContain('repaired');

  // What is in no list of the chosen zone is listed for the whole coast.
  await press('west');
  await pickOn('east');
  expect(text()).toContain('Whole coast · mainland');
  expect(document.querySelector('.change-list h5')?.textContent).toContain('extent');
  expect(focused()).toContain('east');

  // A list that the user opens next has its own focus, though the stretch is in it.
  await press('extent (only in one)');
  await press('extent (only in one)');
  expect(document.querySelector('.change-list h5')?.textContent).toContain('extent');
  expect(focused()).toBe('');
});

test('a zone is chosen, and all figures are then of it, until the way back', async () => {
  const said = await show({ kind: 'ready', result: resultOf() });
  const zones = table('by zone');
  expect(zones?.querySelectorAll('tbody tr')).toHaveLength(2);
  await press('east');
  expect(text()).toContain('east · mainland');
  await press('Back to the whole coast');
  expect(text()).toContain('Whole coast · mainland');
  expect(said).toEqual([
    ['zone', 1],
    ['zone', undefined],
  ]);
});

test('what is assumed and left out of either coast stands beside the figures', async () => {
  const result = resultOf();
  const reason = { code: 'features-set-aside', message: { zh: '两段。', en: 'Two stretches.' } };
  await show({
    kind: 'ready',
    result: {
      ...result,
      judgedCount: 2,
      sharedReasons: [{ code: 'x', message: { zh: '规则。', en: 'Of the rule.' } }],
      sides: {
        before: { ...result.sides.before, status: { kind: 'illustration' } },
        after: { ...result.sides.after, reasons: [reason] },
      },
    },
  });
  expect(text()).toContain('Before: Illustration:');
  expect(text()).toContain('After: Provisional: Two stretches.');
  expect(text()).toContain('Provisional: Of the rule.');
  expect(text()).toContain('Islands that are new or gone are in no area.');
  expect(text()).toContain('count as reclassified: 2');
  expect(text()).toContain('The coast before is the coarser one.');
});

test('it speaks Chinese', async () => {
  await show({ kind: 'ready', result: resultOf() }, {}, 'zh');
  expect(text()).toContain('主要原因：占用（自然变人工）');
  expect(text()).toContain('前期 \\ 后期（米）');
});
