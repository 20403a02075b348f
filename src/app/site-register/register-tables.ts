import type { WriteOptions } from 'hucre';
import { type CsvCell, guardNotice } from '../../data/csv-text.ts';
import { COASTLINE_CLASSES, type CoastlineClass } from '../../domain/coastline.ts';
import { CERTAINTIES, type Conflict } from '../../domain/conflicts/conflict.ts';
import { compensations } from '../../domain/site-register/compensation.ts';
import { certaintyOf, type Known, type RegisterRow } from '../../domain/site-register/register.ts';
import type { LedgerRow, YearLedger } from '../../domain/site-register/year-ledger.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { missingWords, setbackWords } from '../../ui/site-register/register-words.ts';
import {
  localDay,
  type SheetCell,
  type SheetTable,
  tableSheet,
} from '../persistence/workbook-sheet.ts';

/**
 * The register as CSV: a head, then a row a site. Lengths in metres on the ellipsoid; a figure that is not known is
 * empty, and the column behind it says why. `notices` fill the last column.
 */
export function registerCsvRows(
  rows: readonly RegisterRow[],
  notices: readonly string[],
  { pick }: Pick<I18n, 'pick'>,
): readonly (readonly CsvCell[])[] {
  const cells = rows.map((row): readonly CsvCell[] => {
    const { of } = row;
    const [setbacks, ground] = [valueIn(row.setbacks) ?? [], valueIn(row.ground) ?? []];
    return [
      of.kind,
      of.id,
      row.name.zh,
      row.name.en,
      of.kind === 'site' ? of.scenario.id : undefined,
      of.kind === 'site' ? of.scenario.name : undefined,
      of.kind === 'site' ? of.purpose : of.status,
      row.year,
      row.accuracyM,
      certaintyOf(row, 'setbacks'),
      setbacks[0]?.distanceM,
      setbacks[0]?.limitM,
      missingIn(row.setbacks),
      ...CERTAINTIES.map((certainty) =>
        namesOf(
          ground.filter((conflict) => conflict.certainty === certainty),
          pick,
        ),
      ),
      missingIn(row.ground),
      certaintyOf(row, 'shore'),
      valueIn(row.takenM),
      row.uncountedM,
      row.sharedM,
      missingIn(row.takenM),
      valueIn(row.restoredM),
      missingIn(row.restoredM),
    ];
  });
  return withNotice([...REGISTER_HEAD], cells, notices, pick);
}

const REGISTER_HEAD = [
  ...['kind', 'id', 'name_zh', 'name_en', 'scenario_id', 'scenario', 'purpose', 'year'],
  ...['accuracy_m', 'setback', 'setback_distance_m', 'setback_required_m', 'setback_missing'],
  ...['protected_certain', 'protected_possible', 'protected_missing', 'natural_coast'],
  ...['taken_m', 'taken_outside_ratio_m', 'counted_elsewhere_m', 'taken_missing'],
  ...['restored_m', 'restored_missing'],
] as const;

/** The classes of which a ledger consumes any. */
function classesOf({ consumed }: YearLedger): readonly CoastlineClass[] {
  return COASTLINE_CLASSES.filter((name) => consumed.some((row) => row.class === name));
}

function classM({ consumed }: Pick<LedgerRow, 'consumed'>, name: CoastlineClass): number {
  return consumed.find((row) => row.class === name)?.lengthM ?? 0;
}

/** The ledger as CSV: a head, then a row a year, and one of an empty year for sites that state none. */
export function ledgerCsvRows(
  ledger: YearLedger,
  rate: number | undefined,
  notices: readonly string[],
  words: Pick<I18n, 'pick'>,
): readonly (readonly CsvCell[])[] {
  const due = compensations(ledger.rows, rate);
  const classes = classesOf(ledger);
  const head = [
    ...['year', 'sites', 'opening_m', 'opening_headroom_m', 'taken_m'],
    ...classes.map((name) => `taken_${name}_m`),
    ...['restored_m', 'built_over_m', 'taken_outside_ratio_m', 'rate', 'due_m', 'owed_m'],
    ...['closing_m', 'headroom_m', 'ratio', 'band_low', 'band_high', 'verdict'],
  ];
  const cells = ledger.rows.map((row, index): readonly CsvCell[] => [
    ...[row.year, row.siteIds.length, row.opening.keptM, row.opening.headroomM, row.consumedM],
    ...classes.map((name) => classM(row, name)),
    ...[row.restoredM, row.builtOverM, row.uncountedM, rate, due[index]?.dueM, due[index]?.owedM],
    ...[row.closing.keptM, row.closing.headroomM, row.closing.ratio],
    ...[row.closing.band?.low, row.closing.band?.high, row.closing.verdict],
  ]);
  return withNotice(head, cells, notices, words.pick);
}

function withNotice(
  head: readonly string[],
  cells: readonly (readonly CsvCell[])[],
  notices: readonly string[],
  pick: I18n['pick'],
): readonly (readonly CsvCell[])[] {
  const guard = guardNotice(cells);
  const notice = [...notices, ...(guard === undefined ? [] : [pick(guard)])].join(' ');
  return [[...head, 'notice'], ...cells.map((row) => [...row, notice])];
}

function valueIn<T>(known: Known<T>): T | undefined {
  return 'value' in known ? known.value : undefined;
}

function missingIn(known: Known<unknown>): string | undefined {
  return 'missing' in known ? known.missing : undefined;
}

function namesOf(conflicts: readonly Conflict[], pick: I18n['pick']): string {
  return conflicts.map(({ otherName }) => pick(otherName)).join('; ');
}

type Row = readonly SheetCell[];
type Table = Pick<SheetTable, 'columns' | 'rows' | 'totals' | 'hasFilter'>;

/** The ledger and the register as an Excel workbook for readers, with what is assumed. Values are unrounded. */
export function registerWorkbook(
  {
    ledger,
    rate,
    rows,
    notices,
    planTitle,
    date,
  }: {
    readonly ledger: YearLedger;
    readonly rate: number | undefined;
    readonly rows: readonly RegisterRow[];
    readonly notices: readonly string[];
    readonly planTitle: string;
    /** ISO 8601. */
    readonly date: string;
  },
  words: I18n,
): WriteOptions {
  const { t, language } = words;
  const sheet = (name: string, table: Table) => tableSheet({ name, ...table }, language);
  return {
    sheets: [
      sheet(t('yearLedgerTitle'), ledgerTable(ledger, rate, words)),
      sheet(t('siteRegisterList'), registerTable(rows, words)),
      sheet(t('sheetAbout'), {
        columns: [{ title: t('siteRegisterTitle') }, { title: planTitle, most: 90 }],
        rows: [
          ...notices.map((notice): Row => [t('exportNotice'), notice]),
          [t('date'), localDay(date)],
        ],
        hasFilter: false,
      }),
    ],
    properties: { title: `${t('siteRegisterTitle')}: ${planTitle}` },
  };
}

function ledgerTable(ledger: YearLedger, rate: number | undefined, words: I18n): Table {
  const { t, language } = words;
  const due = compensations(ledger.rows, rate);
  const classes = classesOf(ledger);
  const metres = (title: string) => ({
    title: t('printOnEllipsoid', { what: title }),
    kind: 'metres' as const,
  });
  const dueCells = (dueM: number | undefined, owedM: number | undefined): Row =>
    rate === undefined
      ? [t('yearLedgerNotStated'), t('yearLedgerNotStated')]
      : [dueM ?? 0, owedM ?? 0];
  const row = (
    name: SheetCell,
    of: Pick<LedgerRow, 'opening' | 'closing' | 'consumed' | 'consumedM' | 'restoredM'>,
    owed: Row,
  ): Row => [
    ...[name, of.opening.keptM, of.opening.headroomM ?? null, of.consumedM],
    ...classes.map((shoreClass) => classM(of, shoreClass)),
    ...[of.restoredM, ...owed, of.closing.keptM, of.closing.headroomM ?? null],
    ...[of.closing.ratio ?? null, of.closing.band?.low ?? null, of.closing.band?.high ?? null],
  ];
  return {
    columns: [
      { title: t('yearLedgerYear') },
      metres(t('yearLedgerOpening')),
      metres(`${t('yearLedgerOpening')} · ${t('yearLedgerHeadroom')}`),
      metres(t('yearLedgerConsumed')),
      ...classes.map((name) =>
        metres(`${t('yearLedgerConsumed')} · ${COASTLINE_SYMBOLS[name].label[language]}`),
      ),
      metres(t('yearLedgerRestored')),
      metres(t('yearLedgerDue')),
      metres(t('yearLedgerOwed')),
      metres(t('yearLedgerClosing')),
      metres(t('yearLedgerHeadroom')),
      { title: t('yearLedgerRatio'), kind: 'percent', decimals: 2 },
      { title: t('printBandLow'), kind: 'percent', decimals: 2 },
      { title: t('printBandHigh'), kind: 'percent', decimals: 2 },
    ],
    rows: [
      ...ledger.rows.map((of, index) =>
        row(
          of.year === undefined ? t('yearLedgerUndated') : String(of.year),
          { ...of, restoredM: of.restoredM - of.builtOverM },
          dueCells(due[index]?.dueM, due[index]?.owedM),
        ),
      ),
      row(t('yearLedgerSum'), ledger, dueCells((rate ?? 0) * ledger.consumedM, due.at(-1)?.owedM)),
    ],
    totals: 1,
  };
}

function registerTable(rows: readonly RegisterRow[], words: I18n): Table {
  const { t, pick } = words;
  const certainty = (row: RegisterRow, finding: 'setbacks' | 'ground' | 'shore'): SheetCell => {
    const found = certaintyOf(row, finding);
    return found === undefined ? null : t(`certainty_${found}`);
  };
  const figure = (known: Known<number>): SheetCell =>
    'value' in known
      ? known.value
      : { value: missingWords(known.missing, words), kind: 'text' as const };
  const listed = <T>(known: Known<readonly T[]>, of: (item: T) => string): string =>
    'value' in known ? known.value.map(of).join('; ') : missingWords(known.missing, words);
  return {
    columns: [
      { title: t('siteRegisterColumn_name') },
      { title: t('siteRegisterScenario') },
      { title: t('siteRegisterPurpose') },
      { title: t('siteRegisterColumn_year') },
      { title: t('siteRegisterAccuracy'), kind: 'metres' },
      { title: t('siteRegisterColumn_setbacks') },
      { title: t('siteRegisterCertainty') },
      { title: t('siteRegisterColumn_ground') },
      { title: t('siteRegisterCertainty') },
      { title: t('printOnEllipsoid', { what: t('siteRegisterColumn_taken') }), kind: 'metres' },
      { title: t('siteRegisterCertainty') },
      { title: t('printOnEllipsoid', { what: t('siteRegisterColumn_restored') }), kind: 'metres' },
    ],
    rows: rows.map((row): Row => {
      const { of } = row;
      return [
        pick(row.name),
        of.kind === 'site' ? of.scenario.name : null,
        of.kind === 'site' ? t(`purpose_${of.purpose}`) : t(`status_${of.status}`),
        row.year === undefined ? null : String(row.year),
        row.accuracyM ?? null,
        listed(row.setbacks, (conflict) => setbackWords(conflict, words)),
        certainty(row, 'setbacks'),
        listed(
          row.ground,
          ({ otherName, certainty: sure }) => `${pick(otherName)} (${t(`certainty_${sure}`)})`,
        ),
        certainty(row, 'ground'),
        figure(row.takenM),
        certainty(row, 'shore'),
        figure(row.restoredM),
      ];
    }),
  };
}
