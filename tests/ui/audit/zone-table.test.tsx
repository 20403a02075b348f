// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { CoastSummary, Verdict, ZoneSummary } from '../../../src/domain/audit/audit.ts';
import { metres, ratio } from '../../../src/domain/units.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { ZoneTable } from '../../../src/ui/audit/zone-table.tsx';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';

afterEach(() => {
  render(null, document.body);
});

function summary(share: number | undefined, verdict: Verdict, hasOwnTarget = true): CoastSummary {
  const lengths = {
    totalM: metres(share === undefined ? 0 : 1000),
    naturalM: metres(1000 * (share ?? 0)),
    restoredM: metres(0),
    ratio: share === undefined ? undefined : ratio(share, 1),
  };
  return {
    ...lengths,
    counting: {
      ...{ bedrock: 'natural', sandy: 'natural', muddy: 'natural', biogenic: 'natural' },
      ...{
        natural: 'natural',
        estuary: 'total-only',
        restored: 'restored',
        artificial: 'total-only',
      },
    },
    byClass: {
      ...{ bedrock: metres(0), sandy: metres(0), muddy: metres(0), biogenic: metres(0) },
      ...{ natural: metres(0), restored: metres(0), estuary: metres(0), artificial: metres(0) },
    },
    byUse: {},
    unclassifiedM: metres(0),
    realm: 'mainland',
    ratioNative: lengths.ratio,
    target: 0.35,
    hasOwnTarget,
    headroomM: undefined,
    verdict,
    band: undefined,
    bandParts: [],
    areaM2: undefined,
    turf: { ...lengths, areaM2: undefined },
  };
}

/** Long enough to be cut, were anything cut. */
const LONG =
  'A zone whose name is as long as that of any bay of the whole district, and a little longer still';

const SUMMARIES: readonly ZoneSummary[] = [
  { id: 'half', pieces: [], ...summary(0.5, 'pass') },
  { id: 'sea', pieces: [], ...summary(undefined, 'no-coast') },
  { id: 'little', pieces: [], ...summary(0.1, 'fail') },
  { id: 'unnamed', pieces: [], ...summary(0.9, 'pass') },
];

const ZONES: readonly Zone[] = [
  ['half', 'Middle'],
  ['sea', 'Open Sea'],
  ['little', LONG],
].map(([id = '', nameEn = '']) => ({
  ...{ id, name: { zh: nameEn, en: nameEn }, articles: [] },
  geometry: { type: 'Polygon', coordinates: [] },
}));

async function show(
  language: 'en' | 'zh' = 'en',
  summaries: typeof SUMMARIES = SUMMARIES,
): Promise<HTMLElement> {
  await loadDeferredTexts(language);
  const words = await loadTexts(language);
  const ignore = (): void => {};
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ZoneTable
          zones={ZONES}
          summaries={summaries}
          overall={summary(0.4, 'pass')}
          realm="mainland"
          highlight={{ selectedId: 'half', hoveredId: undefined }}
          theme="light"
          actions={{ select: ignore, hover: ignore }}
          onWiden={ignore}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return document.body;
}

const namesIn = (page: HTMLElement): readonly string[] =>
  [...page.querySelectorAll('tbody th button')].map(({ textContent }) => textContent ?? '');

async function press(page: HTMLElement, column: string): Promise<string | null> {
  const head = page.querySelector(`th[data-column="${column}"]`);
  await act(() => head?.querySelector('button')?.click());
  return page.querySelector(`th[data-column="${column}"]`)?.getAttribute('aria-sort') ?? null;
}

test('zones stand in the order of the data, by their whole names, or by their id where they have none', async () => {
  expect(namesIn(await show())).toEqual(['Middle', 'Open Sea', LONG, 'unnamed']);
});

test('a press on a head sorts down, up and not at all; a zone without a value is last either way', async () => {
  const page = await show();
  expect(await press(page, 'ratio')).toBe('descending');
  expect(namesIn(page)).toEqual(['unnamed', 'Middle', LONG, 'Open Sea']);
  expect(await press(page, 'ratio')).toBe('ascending');
  expect(namesIn(page)).toEqual([LONG, 'Middle', 'unnamed', 'Open Sea']);
  expect(await press(page, 'ratio')).toBe('none');
  expect(namesIn(page)).toEqual(['Middle', 'Open Sea', LONG, 'unnamed']);
});

test('verdicts sort from what fails to what passes', async () => {
  const page = await show();
  await press(page, 'verdict');
  await press(page, 'verdict');
  expect(namesIn(page)).toEqual([LONG, 'Middle', 'unnamed', 'Open Sea']);
});

test('the filter offers only verdicts that there are, each with its count', async () => {
  const page = await show();
  const choice = page.querySelector('select');
  if (choice === null) throw new Error('no filter');
  expect(
    [...choice.options].map(({ value, textContent }) => [value, textContent?.match(/\d+/)?.[0]]),
  ).toEqual([
    ['', '4'],
    ['pass', '2'],
    ['fail', '1'],
    ['no-coast', '1'],
  ]);
  await act(() => {
    choice.value = 'fail';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(namesIn(page)).toEqual([LONG]);
});

test('zones that are lent the target of the whole bear no verdict, only their part in its headroom', async () => {
  // 500 of 1 000 m, where 35 % are 350 m, and 100 of 1 000 m.
  const page = await show('en', [
    { id: 'half', pieces: [], ...summary(0.5, 'pass', false) },
    { id: 'little', pieces: [], ...summary(0.1, 'fail', false) },
  ]);
  expect(page.querySelector('select')).toBeNull();
  const rows = [...page.querySelectorAll('tbody tr')].map(({ textContent }) => textContent ?? '');
  expect(rows.join()).not.toMatch(/keeps the target|below the target|▲|●/i);
  expect(rows[0]).toMatch(/\+0\.15$/);
  expect(rows[1]).toMatch(/−0\.25$/);
});

test('a zone with a target of its own is judged by it, and has its part in the headroom of the whole', async () => {
  const own = { ...summary(0.5, 'fail'), target: 0.6 };
  const page = await show('en', [{ id: 'half', pieces: [], ...own }]);
  const row = page.querySelector('tbody tr')?.textContent;
  expect(row).toMatch(/below the target/);
  expect(row).toMatch(/≥ 60\s%/);
  expect(row).toMatch(/\+0\.15$/);
});

test('a plan without a usable zone is not told to show all zones', async () => {
  expect((await show('en', [])).textContent).not.toContain('Show all zones');
});

test('the picked zone says so, and a zone without coast prints no number', async () => {
  const page = await show();
  const row = (id: string) => page.querySelector(`tr[data-feature="${id}"]`);
  expect(row('half')?.getAttribute('aria-selected')).toBe('true');
  expect(row('half')?.querySelector('button')?.getAttribute('aria-pressed')).toBe('true');
  expect(row('little')?.getAttribute('aria-selected')).toBe('false');
  expect(row('sea')?.textContent).toContain('–');
  expect(row('sea')?.textContent).not.toMatch(/NaN|undefined|%/);
});
