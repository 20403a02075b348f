// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { type FieldRow, matchFieldSheet } from '../../../src/domain/audit/field-sheet.ts';
import type { CoastlineClass } from '../../../src/domain/coastline.ts';
import { ratio } from '../../../src/domain/units.ts';
import {
  FieldSheetBox,
  type FieldSheetState,
  fieldReason,
} from '../../../src/ui/audit/field-sheet-box.tsx';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { equatorSegment } from '../../domain/build.ts';

afterEach(() => {
  render(null, document.body);
});

const ROCK = equatorSegment('rock', 'bedrock', [0, 1], { name: { zh: '岩岸', en: 'Rock' } });
const QUAY = equatorSegment('quay', 'artificial', [1, 2], {
  ...{ use: 'port', confidence: 'low', name: { zh: '码头', en: 'Quay' } },
});

function row(number: number, id: string, found?: CoastlineClass, other: Partial<FieldRow> = {}) {
  return {
    ...{ row: number, id, segmentId: '', remark: '', by: '' },
    found: found ? { kind: 'class' as const, class: found } : { kind: 'blank' as const },
    ...other,
  } satisfies FieldRow;
}

function opened(...rows: readonly FieldRow[]): FieldSheetState {
  const match = matchFieldSheet(rows, { segments: [ROCK, QUAY], setAsideIds: new Set() });
  return { kind: 'open', sheet: { file: 'walk.csv', rows, notes: [] }, match, figures: undefined };
}

async function show(state: FieldSheetState, language: 'en' | 'zh' = 'en') {
  const said: string[] = [];
  const i18n = await loadTexts(language);
  await loadDeferredTexts(language);
  await act(() =>
    render(
      <I18nProvider value={i18n}>
        <FieldSheetBox
          state={state}
          lengthOf={({ id }) => (id === 'rock' ? 1234 : 5000)}
          theme="light"
          onSave={() => said.push('save')}
          onOpen={(file) => said.push(`open ${file.name}`)}
          onSelect={(id) => said.push(`select ${id}`)}
          onApply={() => said.push('apply')}
          onClose={() => said.push('close')}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return { said, i18n };
}

const press = (name: string) =>
  act(() =>
    [...document.querySelectorAll('button')]
      .find((one) => one.textContent?.includes(name) || one.getAttribute('aria-label') === name)
      ?.click(),
  );
const text = () => (document.body.textContent ?? '').replace(/\s/g, ' ');

test('a sheet is saved and one is chosen; what it is for stands below', async () => {
  const { said } = await show({ kind: 'none' });
  await press('Save field sheet');
  expect(said).toEqual(['save']);
  expect(document.querySelector('input[type=file]')?.getAttribute('accept')).toContain('.xlsx');
  expect(text()).toContain('class found, date and remark');
});

test('the preview says what changes with metres and place in the file, and counts nothing by itself', async () => {
  const seen = { date: '2026-05-03', by: 'Li', remark: 'sand only' };
  const { said } = await show(
    opened(row(2, 'rock', 'sandy', seen), row(3, 'quay', 'artificial'), row(4, 'rock')),
  );
  expect(text()).toContain('Classes that change: 1');
  expect(text()).toMatch(/Rock1\.23 kmBedrock → SandyRow 2 · 2026-05-03 · Li · sand only/);
  expect(text()).toContain('Confirmed: 1');
  expect(text()).toContain('Rows without a class found: 1');
  expect(said).toEqual([]);
  await press('Rock');
  await press('Apply to 2 stretches');
  await press('Close without applying');
  expect(said).toEqual(['select rock', 'apply', 'close']);
});

test('figures stand before and after once they are known', async () => {
  const state = opened(row(2, 'rock', 'artificial'));
  await show(state);
  expect(text()).toContain('Measuring the coast');
  await show({
    ...(state.kind === 'open' ? state : expect.fail()),
    figures: {
      before: { ratio: ratio(2, 4), band: undefined, target: 0.35 },
      after: { ratio: ratio(1, 4), band: undefined, target: 0.35 },
    },
  });
  expect(text()).toContain('Ratio 50.00 % → 25.00 %');
});

test('each row that is not taken, and each word that is not read, is told with its cure', async () => {
  await show(
    opened(
      row(2, 'rocks', 'sandy'),
      row(3, 'quay', undefined, { found: { kind: 'unread', text: 'B3' } }),
      row(4, 'rock', 'sandy', { unreadDate: '5/3', unreadConfidence: 'fair' }),
      row(5, 'quay', 'muddy', { sheet: 'north' }),
      row(6, 'quay', 'sandy'),
    ),
  );
  for (const sentence of [
    'Rows not taken: 4',
    'Row 2 Nothing here has the id “rocks”.',
    'Row 3 “B3” names no single class.',
    'north, row 5 Other rows find another class at “quay” (row 6): none is taken.',
    'Row 6 Other rows find another class at “quay” (north, row 5): none is taken.',
    'Row 4 The date “5/3” cannot be read',
    'Row 4 The confidence “fair” cannot be read',
  ])
    expect(text()).toContain(sentence);
});

test('without a row to take there is nothing to apply', async () => {
  await show(opened(row(2, 'rocks', 'sandy')), 'zh');
  expect(text()).toContain('没有可采用的行，数据不变。');
  expect(text()).not.toContain('采用（');
});

test('a refused file is told with its cure', async () => {
  await show({
    ...{ kind: 'refused', file: 'a.pdf' },
    message: { zh: '这是图片。', en: 'this is an image.' },
    cure: { zh: '请用表格。', en: 'Use a table.' },
  });
  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    'a.pdf This is an image. Use a table.',
  );
});

test('the reason names file, day, who, what is not read and the remark', async () => {
  const { i18n } = await show({ kind: 'none' });
  const reasonOf = (other: Partial<FieldRow>, found: CoastlineClass = 'sandy') => {
    const state = opened(row(2, 'rock', found, other));
    const [visit] = state.kind === 'open' ? state.match.visits : [];
    return visit && fieldReason('walk.csv', visit, i18n);
  };
  expect(reasonOf({ date: '2026-05-03', by: 'Li', remark: 'sand only' })).toBe(
    'field sheet walk.csv, 2026-05-03, Li: sand only',
  );
  expect(reasonOf({ unreadDate: '5/3' })).toBe('field sheet walk.csv, 5/3');
  expect(reasonOf({}, 'natural')).toBe('field sheet walk.csv, found as natural; the kind stays');
});

test('the focus goes back to the file button when the preview is closed', async () => {
  await show(opened(row(2, 'rock', 'sandy')));
  await show({ kind: 'none' });
  expect(document.activeElement).toBe(document.querySelector('input[type=file]'));
});
