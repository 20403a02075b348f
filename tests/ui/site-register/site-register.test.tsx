// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Language } from '../../../src/domain/bilingual.ts';
import type { RegisterRow } from '../../../src/domain/site-register/register.ts';
import type { LedgerState, YearLedger } from '../../../src/domain/site-register/year-ledger.ts';
import { I18nProvider } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import {
  type LedgerResult,
  SiteRegister,
  type SiteRegisterProps,
} from '../../../src/ui/site-register/site-register.tsx';

afterEach(() => {
  render(null, document.body);
});

function state(keptM: number, headroomM: number, ratio: number): LedgerState {
  return { keptM, headroomM, ratio, band: undefined, verdict: 'pass' };
}

const [OPENING, BETWEEN, CLOSING] = [
  state(5000, 1500, 0.5),
  state(4800, 1300, 0.48),
  state(4900, 1400, 0.49),
];
/** 200 m of rock in 2026; 50 m of sand without a year, with 150 m restored of which none is built over. */
const LEDGER: YearLedger = {
  rows: [
    {
      ...{ year: 2026, siteIds: ['a'], opening: OPENING, closing: BETWEEN },
      ...{ consumed: [{ class: 'bedrock', lengthM: 200 }], consumedM: 200 },
      ...{ restoredM: 0, builtOverM: 0, uncountedM: 0 },
    },
    {
      ...{ year: undefined, siteIds: ['b', 'c'], opening: BETWEEN, closing: CLOSING },
      ...{ consumed: [{ class: 'sandy', lengthM: 50 }], consumedM: 50 },
      ...{ restoredM: 150, builtOverM: 0, uncountedM: 0 },
    },
  ],
  ...{ target: 0.35, realm: 'mainland', opening: OPENING, closing: CLOSING },
  consumed: [
    { class: 'bedrock', lengthM: 200 },
    { class: 'sandy', lengthM: 50 },
  ],
  ...{ consumedM: 250, restoredM: 150, uncountedM: 0 },
};

function row(id: string, other: Partial<RegisterRow> = {}): RegisterRow {
  return {
    key: `project ${id}`,
    name: { zh: `${id}项目`, en: id },
    of: { kind: 'project', id, status: 'build' },
    ...{ year: undefined, accuracyM: 300, setbacks: { value: [] }, ground: { value: [] } },
    ...{ shore: { value: undefined }, takenM: { value: 0 }, uncountedM: 0 },
    ...{ restoredM: { value: 0 }, sharedM: 0 },
    ...other,
  };
}

const VIOLATING = row('quay', {
  setbacks: {
    value: [
      {
        ...{ kind: 'setback', certainty: 'possible', otherId: 's', distanceM: 12, limitM: 30 },
        ...{ otherName: { zh: '', en: '' }, articles: [46] },
      },
    ],
  },
  shore: { value: 'certain' },
  takenM: { value: 120 },
});

function actions(): SiteRegisterProps['actions'] {
  return {
    ...{ show: vi.fn(), showSites: vi.fn(), choose: vi.fn(), setRate: vi.fn(), start: vi.fn() },
    ...{ stop: vi.fn(), saveRegister: vi.fn(), saveLedger: vi.fn(), saveWorkbook: vi.fn() },
    widen: vi.fn(),
  };
}

async function show(
  given: Partial<SiteRegisterProps> = {},
  language: Language = 'en',
): Promise<string> {
  const words = await loadAllTexts(language);
  const names = [
    ['a', 'Berth'],
    ['b', 'Jetty'],
    ['c', 'Dune'],
  ] as const;
  await act(() =>
    render(
      <I18nProvider value={words}>
        <SiteRegister
          rows={[row('farm'), VIOLATING]}
          unlocated={3}
          selectedKey={undefined}
          subjects={[['scenario-1', 'One']]}
          subject="scenario-1"
          result={{
            ...{ kind: 'ready', ledger: LEDGER, leftOut: [], accuracies: [] },
            sites: new Map(names.map(([id, name]) => [id, { id, name }])),
          }}
          rate={undefined}
          actions={actions()}
          {...given}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return document.body.textContent ?? '';
}

function cells(table: number): readonly (readonly string[])[] {
  const found = document.querySelectorAll('table')[table];
  return [...(found?.querySelectorAll('tbody tr, tfoot tr') ?? [])].map((line) =>
    [...line.children].map((cell) => cell.textContent?.replaceAll('\u2009', ' ') ?? ''),
  );
}

test('without a rate nothing is due, and the page says that none is stated', async () => {
  const said = await show();
  expect(cells(0).map((line) => line.slice(4, 6))).toEqual([
    ['not stated', 'not stated'],
    ['not stated', 'not stated'],
    ['not stated', 'not stated'],
  ]);
  expect(said).toContain('Neither the plan nor this app states a rate');
  expect(said).toContain('Sites that state no year: 2.');
});

test('at 1 : 1.5 due and owed are carried on: 300 m, then 75 m less 150 m restored', async () => {
  const said = await show({ rate: 1.5 });
  expect(cells(0).map((line) => line.slice(4, 6))).toEqual([
    ['300 m', '300 m'],
    ['75 m', '225 m'],
    ['375 m', '225 m'],
  ]);
  expect(said).toContain('Due: 1.5 m for 1 m taken, as typed.');
});

test('coast restored early is a credit, in both languages', async () => {
  await show({ rate: 0.1 });
  expect(cells(0).at(-1)?.[5]).toBe('125 m ahead');
  await show({ rate: 0.1 }, 'zh');
  expect(cells(0).at(-1)?.[5]).toMatch(/结余\s?125/);
});

test('a row goes to its sites on the map, a name to one of them', async () => {
  const given = actions();
  await show({ actions: given });
  const buttons = [...document.querySelectorAll<HTMLElement>('table tbody button')];
  const press = (text: string): void => buttons.find((one) => one.textContent === text)?.click();
  press('year not stated');
  expect(given.showSites).toHaveBeenLastCalledWith(['b', 'c']);
  press('Berth');
  expect(given.showSites).toHaveBeenLastCalledWith(['a']);
  press('quay');
  expect(given.show).toHaveBeenCalledWith(VIOLATING);
});

test('the register begins with what violates a setback, and says how certain that is', async () => {
  const said = await show();
  expect(cells(1).map(([name]) => name?.split(/to be built/)[0])).toEqual(['quay', 'farm']);
  const [name, year, setback, ground, taken] = cells(1)[0] ?? [];
  expect(name).toContain('± 300 m');
  expect(year).toBe('not stated');
  expect(setback).toContain('possible');
  expect(setback).toContain('12 m from the coast, 30 m required');
  expect(ground).toBe('–');
  expect(taken).toContain('120 m');
  expect(taken).toContain('certain');
  expect(said).toContain('nobody has published their site: 3 projects.');
});

test('only sites with a finding are left', async () => {
  await show();
  const [, finding] = [...document.querySelectorAll('select')].slice(-2);
  if (finding === undefined) throw new Error('no filter');
  await act(() => {
    finding.value = 'setbacks';
    finding.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(cells(1)).toHaveLength(1);
});

test('a figure that is not known says why, and a site left out is named', async () => {
  const said = await show({
    rows: [row('quay', { setbacks: { missing: 'existing' }, takenM: { missing: 'unmeasured' } })],
    result: { ...READY_WITHOUT, leftOut: ['Bow tie'] },
  });
  expect(said).toContain('exists already');
  expect(said).toContain('met, not measured');
  expect(said).toContain('Left out, because it cannot be tried: Bow tie');
});

const READY_WITHOUT: Extract<LedgerResult, { readonly kind: 'ready' }> = {
  ...{ kind: 'ready', ledger: LEDGER, leftOut: [], accuracies: [2000, undefined] },
  sites: new Map(),
};

test('positions that are not well known are told with the metres', async () => {
  const said = await show({ result: READY_WITHOUT });
  expect(said).toContain(
    'stated to ± 2 km at worst'.replace('± ', '±\u2009').replace('2 km', '2\u2009km'),
  );
  expect(said).toContain('whose accuracy nobody states');
});

test('a typed rate is taken, an empty one taken back, and one beyond the limits refused', async () => {
  const given = actions();
  await show({ actions: given });
  const field = document.querySelector<HTMLInputElement>('input[type="number"]');
  if (field === null) throw new Error('no field');
  const type = (value: string): void => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  type('1.5');
  expect(given.setRate).toHaveBeenLastCalledWith(1.5);
  type('');
  expect(given.setRate).toHaveBeenLastCalledWith(undefined);
});
