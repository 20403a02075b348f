// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { DEFAULT_RULE } from '../../../src/data/audit/audit-rule.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import { metres, ratio } from '../../../src/domain/units.ts';
import type { RatioOfYear } from '../../../src/domain/versions/ratio-series.ts';
import { oneName, type VersionChange } from '../../../src/domain/versions/version-change.ts';
import type { VersionFigures } from '../../../src/domain/views/named-version.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { RatioSeriesSection } from '../../../src/ui/versions/ratio-series-section.tsx';
import {
  VersionComparison,
  type VersionComparisonProps,
} from '../../../src/ui/versions/version-comparison.tsx';
import { VersionsSection } from '../../../src/ui/versions/versions-section.tsx';

afterEach(() => {
  render(null, document.body);
});

async function show(language: Language, content: ComponentChild): Promise<void> {
  const words = await loadTexts(language);
  await loadDeferredTexts(language);
  await act(() => render(<I18nProvider value={words}>{content}</I18nProvider>, document.body));
}

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (each) => each.textContent?.trim() === name,
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
}

const text = (): string => (document.body.textContent ?? '').replace(/\s+/g, ' ');

const ROW = {
  ...{ id: 'version-1', name: 'Before the review', savedAt: '2026-12-01T08:00:00.000Z' },
  ...{ ratio: 0.34567, surveyYear: 2023 },
  ...{ isProvisional: true, isIllustration: true, isCountedOtherwise: true },
};

test('a state is named, and each version can be opened, compared, renamed and removed', async () => {
  const told: unknown[] = [];
  const say =
    (what: string) =>
    (...given: readonly unknown[]): void => {
      told.push([what, ...given]);
    };
  const actions = {
    ...{ name: say('name'), open: say('open'), compare: say('compare') },
    ...{ rename: say('rename'), setYear: say('setYear'), remove: say('remove') },
  };
  await show('en', <VersionsSection versions={[ROW]} isNaming={false} actions={actions} />);
  expect(text()).toMatch(
    /34\.57 %, provisional · illustration, not surveyed · counted by other settings than now/,
  );
  const keep = button('Keep as version');
  expect(keep.disabled).toBe(true);
  const type = async (field: HTMLInputElement | null, value: string): Promise<void> => {
    if (field === null) throw new Error('no field');
    field.value = value;
    await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  };
  const name = document.querySelector('input');
  expect(name?.maxLength).toBe(200);
  await type(name, '   ');
  expect(keep.disabled).toBe(true);
  await type(name, ' 2025 survey ');
  await act(() => void name?.form?.dispatchEvent(new Event('submit', { cancelable: true })));
  expect(name?.value).toBe('');
  for (const each of ['Compare', 'Open', 'Remove']) await act(() => button(each).click());
  const year = document.querySelector<HTMLInputElement>('input[type=number]');
  expect(year?.value).toBe('2023');
  for (const value of ['2025', '']) {
    if (year === null) throw new Error('no field');
    year.value = value;
    await act(() => void year.dispatchEvent(new Event('change', { bubbles: true })));
  }
  await act(() => button('Rename').click());
  const next = document.querySelector<HTMLInputElement>('li input');
  expect(next?.value).toBe('Before the review');
  await type(next, 'After it');
  await act(() => void next?.form?.dispatchEvent(new Event('submit', { cancelable: true })));
  expect(told).toEqual([
    ['name', '2025 survey'],
    ...['compare', 'open', 'remove'].map((what) => [what, 'version-1']),
    ['setYear', 'version-1', 2025],
    ['setYear', 'version-1', undefined],
    ['rename', 'version-1', 'After it'],
  ]);
});

test('at the most that are kept, the form gives way to the reason', async () => {
  const versions = Array.from({ length: 50 }, (_, index) => ({ ...ROW, id: `version-${index}` }));
  const nothing = (): void => undefined;
  const actions = {
    ...{ name: nothing, open: nothing, compare: nothing, rename: nothing, remove: nothing },
    setYear: nothing,
  };
  await show('zh', <VersionsSection versions={versions} isNaming={false} actions={actions} />);
  expect(document.querySelector('input:not([type=number])')).toBeNull();
  expect(text()).toContain('已有 50 个版本，达到上限');
});

const FIGURES: VersionFigures = {
  ...{ ratio: ratio(50, 100), unclassifiedM: metres(0), counting: DEFAULT_RULE.counting },
  byClass: {
    ...{ bedrock: metres(50_000), sandy: metres(0), muddy: metres(0), biogenic: metres(0) },
    ...{ natural: metres(0), estuary: metres(0), restored: metres(0), artificial: metres(50_000) },
  },
  settings: {
    ...{ realm: 'mainland', numerator: 'with-restored', estuary: 'total-only' },
    ...{ target: 0.35, toleranceM: 0 },
  },
  isProvisional: false,
  isIllustration: false,
};
/** 10 of 50 km of rock are built over: 40 of 100. */
const LATER: VersionFigures = {
  ...FIGURES,
  ratio: ratio(40, 100),
  byClass: { ...FIGURES.byClass, bedrock: metres(40_000), artificial: metres(60_000) },
  settings: { ...FIGURES.settings, target: 0.4 },
  isProvisional: true,
  isIllustration: true,
};
const CHANGE: VersionChange = {
  ...{ part: 'feature', kind: 'changed', id: 'own-a:1', ownerId: 'own-a' },
  ...{ owner: oneName('Coast 2025'), name: { zh: '礁', en: 'Reef' }, box: [120, 36, 120.1, 36] },
  ...{ aspects: ['attributes', 'geometry'], attributes: ['class', '利用'] },
};

async function compare(
  language: Language,
  given: Partial<VersionComparisonProps>,
): Promise<readonly VersionChange[]> {
  const shown: VersionChange[] = [];
  const nothing = (): void => undefined;
  await show(
    language,
    <VersionComparison
      options={[
        { id: 'version-1', name: 'Before', label: 'Before · 1 December' },
        { id: 'now', name: 'Present state', label: 'Present state' },
      ]}
      chosen={{ before: 'version-1', after: 'now' }}
      figures={{ before: FIGURES, after: LATER }}
      state={{ kind: 'ready', changes: [] }}
      theme="light"
      nameOfSegment={(id) => (id === 'quay' ? { zh: '码头岸', en: 'Quay Wall' } : undefined)}
      hasPlace={({ box }) => box !== undefined}
      onChoose={nothing}
      onSwap={nothing}
      onShow={(change) => shown.push(change)}
      onSave={nothing}
      onClose={nothing}
      {...given}
    />,
  );
  return shown;
}

test('the ratio goes step by step, with what speaks against the comparison', async () => {
  await compare('en', {});
  expect(text()).toMatch(/50\.00 % ?→ ?40\.00 %/);
  // Rock after, all else before: 40 of 90; then the built coast: 40 of 100.
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/Bedrock.*10\.00\skm.*44\.44\s%/);
  expect(rows[1]).toMatch(/Artificial.*\+10\.00\skm.*40\.00\s%/);
  expect(text()).toContain('counted by different settings (Target)');
  expect(text()).toContain('Provisional: Present state.');
  expect(text()).toContain('not surveyed: Present state.');
  expect(text()).toContain('Nothing differs between the two.');
  await compare('en', { figures: { before: undefined, after: LATER } });
  expect(text()).toContain('No ratio was kept with Before');
});

test('changes are listed by part, and what has a place leads there', async () => {
  const quay: VersionChange = {
    ...{ part: 'stretch', kind: 'added', id: 'quay', ownerId: '', owner: oneName('') },
    ...{ name: oneName(''), aspects: [], attributes: [] },
  };
  const shown = await compare('en', { state: { kind: 'ready', changes: [CHANGE, quay] } });
  const sheets = [...document.querySelectorAll('details summary')].map((each) => each.textContent);
  expect(sheets).toEqual([
    'Features of own dataadded 0 · removed 0 · changed 1',
    'Stretches judged otherwiseadded 1 · removed 0 · changed 0',
  ]);
  expect(text()).toMatch(/Reef ?changed · attributes \(class.+利用\).+geometry · in Coast 2025/);
  expect(text()).toMatch(/Quay Wall ?added · no place on the map/);
  await act(() => document.querySelector<HTMLButtonElement>('li button')?.click());
  expect(shown).toEqual([CHANGE]);
  await compare('zh', { state: { kind: 'ready', changes: [CHANGE] } });
  expect(text()).toMatch(/礁 ?更改 · 属性 \(class、利用\)、图形 · 属于 Coast 2025/);
});

test('the years of surveys are drawn, with what was counted otherwise told and not compared', async () => {
  const year = (id: string, year: number, figures: VersionFigures): RatioOfYear => ({
    ...{ id, name: `Survey ${year}`, year, savedAt: '2026-12-03T08:00:00.000Z', figures },
    ...{ countedM: figures.byClass.bedrock, totalM: 100_000 },
  });
  // The target of the second differs, which says nothing against comparing; the third counts islands too.
  const third = { ...LATER, settings: { ...LATER.settings, realm: 'all' as const } };
  const series = [year('a', 2021, FIGURES), year('b', 2023, LATER), year('c', 2025, third)];
  const compared: unknown[] = [];
  const showSeries = (given: readonly RatioOfYear[]): Promise<void> =>
    show(
      'en',
      <RatioSeriesSection
        series={given}
        onCompare={(...ids) => compared.push(ids)}
        onSave={() => undefined}
      />,
    );
  await showSeries(series.slice(0, 1));
  expect(text()).toBe('');
  await showSeries(series);
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent?.replace(/\s/g, ' ')),
  );
  expect(rows).toEqual([
    ['2021', '50.00 %', '–', '50.0 km', '100.0 km'],
    ['Survey 2021'],
    ['2023', '40.00 %', '−10.00 points', '40.0 km', '100.0 km'],
    [expect.stringContaining('counted by other settings than the year before (Target)')],
    ['2025', '40.00 %', 'not comparable', '40.0 km', '100.0 km'],
    [expect.stringContaining('provisional · illustration, not surveyed')],
  ]);
  // One line, from 2021 to 2023; the two later years are hollow.
  expect(document.querySelectorAll('.ratio-series__line')).toHaveLength(1);
  expect(document.querySelectorAll('.ratio-series__dot')).toHaveLength(3);
  expect(document.querySelectorAll('.ratio-series__dot.is-provisional')).toHaveLength(2);
  await act(() => button('−10.00 points').click());
  expect(compared).toEqual([['a', 'b']]);
});
