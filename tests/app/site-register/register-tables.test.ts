import { expect, test } from 'vitest';
import {
  ledgerCsvRows,
  registerCsvRows,
  registerWorkbook,
} from '../../../src/app/site-register/register-tables.ts';
import type { RegisterRow } from '../../../src/domain/site-register/register.ts';
import type { LedgerState, YearLedger } from '../../../src/domain/site-register/year-ledger.ts';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';

const OPEN: LedgerState = {
  ...{ keptM: 500, headroomM: 150, ratio: 0.5, verdict: 'pass' },
  band: undefined,
};
const CLOSED: LedgerState = { ...OPEN, keptM: 400, headroomM: 50, ratio: 0.4 };
const LEDGER: YearLedger = {
  rows: [
    {
      ...{ year: 2027, siteIds: ['a'], opening: OPEN, closing: CLOSED, restoredM: 20 },
      ...{ consumed: [{ class: 'sandy', lengthM: 120 }], consumedM: 120 },
      ...{ builtOverM: 0, uncountedM: 0 },
    },
  ],
  ...{ target: 0.35, realm: 'mainland', opening: OPEN, closing: CLOSED },
  consumed: [{ class: 'sandy', lengthM: 120 }],
  ...{ consumedM: 120, restoredM: 20, uncountedM: 0 },
};
const ROW: RegisterRow = {
  ...{ key: 'site s site-1', name: { zh: '泊位', en: 'Berth' }, year: 2027, accuracyM: 0 },
  of: { kind: 'site', id: 'site-1', purpose: 'build', scenario: { id: 's', name: '=One' } },
  ...{ setbacks: { missing: 'no-rule' }, shore: { value: 'certain' }, takenM: { value: 120 } },
  ground: {
    value: [
      {
        ...{ kind: 'strict-zone', certainty: 'certain', otherId: 'z', distanceM: 0, articles: [] },
        otherName: { zh: '湾', en: 'Bay' },
      },
    ],
  },
  ...{ uncountedM: 0, sharedM: 0, restoredM: { value: 0 } },
};

function record(rows: readonly (readonly unknown[])[]): Readonly<Record<string, unknown>> {
  const [head = [], cells = []] = rows;
  return Object.fromEntries(head.map((name, index) => [String(name), cells[index]]));
}

test('the ledger as CSV has a row a year, and nothing due without a rate', async () => {
  const words = await loadAllTexts('en');
  const without = record(ledgerCsvRows(LEDGER, undefined, ['Note.'], words));
  expect(without).toMatchObject({
    ...{ year: 2027, sites: 1, opening_m: 500, taken_m: 120, taken_sandy_m: 120 },
    ...{ restored_m: 20, closing_m: 400, headroom_m: 50, ratio: 0.4, notice: 'Note.' },
  });
  expect(without).toMatchObject({ rate: undefined, due_m: undefined, owed_m: undefined });
  expect(record(ledgerCsvRows(LEDGER, 1.5, [], words))).toMatchObject({
    ...{ rate: 1.5, due_m: 180, owed_m: 160 },
  });
});

test('the register as CSV says why a figure is absent, and guards formulas with a notice', async () => {
  const words = await loadAllTexts('en');
  const row = record(registerCsvRows([ROW], [], words));
  expect(row).toMatchObject({
    ...{ kind: 'site', scenario_id: 's', purpose: 'build', year: 2027, accuracy_m: 0 },
    ...{ setback_missing: 'no-rule', protected_certain: 'Bay', protected_possible: '' },
    ...{ natural_coast: 'certain', taken_m: 120, restored_m: 0 },
  });
  expect(row).toMatchObject({ notice: expect.stringContaining('apostrophe') });
});

test('the workbook has both tables and what is assumed, in both languages', async () => {
  for (const language of ['en', 'zh'] as const) {
    const words = await loadAllTexts(language);
    const { sheets } = registerWorkbook(
      {
        ...{ ledger: LEDGER, rate: undefined, rows: [ROW], notices: ['Note.'] },
        ...{ planTitle: 'Plan', date: '2026-12-02' },
      },
      words,
    );
    expect(sheets).toHaveLength(3);
    const [ledger, register, about] = sheets.map(({ rows = [] }) => rows.flat());
    expect(ledger).toContain(words.t('yearLedgerNotStated'));
    expect(ledger).toContain('2027');
    expect(register).toContain(language === 'en' ? 'Berth' : '泊位');
    expect(about).toContain('Note.');
  }
});
