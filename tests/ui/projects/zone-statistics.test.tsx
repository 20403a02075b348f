// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Language } from '../../../src/domain/bilingual.ts';
import type { SizeTally, ZoneStatistics } from '../../../src/domain/projects/zone-statistics.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { I18nProvider } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { ZoneStatisticsTable } from '../../../src/ui/projects/zone-statistics.tsx';
import { projectOf } from '../../app/plan.ts';

afterEach(() => {
  render(null, document.body);
});

const ROAD: SizeTally = { count: 1, points: 0, lengthM: 12_345, areaM2: 0 };
const PIER: SizeTally = { count: 1, points: 1, lengthM: 0, areaM2: 0 };
const NONE: SizeTally = { count: 0, points: 0, lengthM: 0, areaM2: 0 };
const BOTH: SizeTally = { ...ROAD, count: 2, points: 1 };
const SPLIT = new Map([
  ['build', ROAD],
  ['existing', PIER],
] as const);
const STATISTICS: ZoneStatistics = {
  zones: [
    { zoneId: 'bay', all: BOTH, byStatus: SPLIT },
    { zoneId: 'gone', all: NONE, byStatus: new Map() },
  ],
  // Four metres must not read as nothing.
  outside: { all: { ...ROAD, lengthM: 4 }, byStatus: new Map() },
  total: { all: BOTH, byStatus: SPLIT },
  sharedIds: ['road'],
  unlocated: { all: { ...NONE, count: 1 }, byStatus: new Map() },
  unlocatedIds: ['nowhere'],
};
const ZONES: readonly Zone[] = [
  {
    ...{ id: 'bay', name: { zh: '北湾', en: 'North Bay' }, grade: 'strict', articles: [] },
    geometry: { type: 'Polygon', coordinates: [] },
  },
];

async function show(language: Language, selected: string[] = []): Promise<readonly string[]> {
  const words = await loadAllTexts(language);
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ZoneStatisticsTable
          statistics={STATISTICS}
          projects={[
            { ...projectOf('nowhere', 'ports'), name: { zh: '某站', en: 'Some station' } },
          ]}
          zones={ZONES}
          onSelect={(id) => selected.push(id)}
          onSave={() => undefined}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent?.replace(/\u2009/g, ' ')).join(' | '),
  );
}

test('zones have count, points, kilometres and square kilometres, by status in the usual order', async () => {
  expect(await show('en')).toEqual([
    'North Baystrict protection | 2 | 1 | 12.35 | –',
    'existing | 1 | 1 | – | –',
    'to be built | 1 | – | 12.35 | –',
    'gone | 0 | – | – | –',
    'Outside every zone | 1 | – | 0.004 | –',
    'All with a siteeach project once | 2 | 1 | 12.35 | –',
    'existing | 1 | 1 | – | –',
    'to be built | 1 | – | 12.35 | –',
  ]);
  expect(document.body.textContent).toContain('count in more than one row: 1');
});

test('without statuses each zone is one row', async () => {
  await show('en');
  await act(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
  expect(document.querySelectorAll('tbody tr')).toHaveLength(4);
});

test('projects without a site stand apart and can be picked; Chinese has words of its own', async () => {
  const selected: string[] = [];
  const rows = await show('zh', selected);
  expect(rows[0]).toMatch(/^北湾/);
  expect(document.querySelector('details')?.textContent).toContain('未计入上表的项目：1 个');
  await act(() => document.querySelector<HTMLElement>('details button')?.click());
  expect(selected).toEqual(['nowhere']);
});
