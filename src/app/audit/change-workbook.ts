import type { WriteOptions } from 'hucre';
import { SHORE_KEYS, shoreKey } from '../../domain/coast-change/change-ledger.ts';
import { REASON_LABELS } from '../../domain/coast-change/change-symbols.ts';
import type { ScopeChange } from '../../domain/coast-change/compare-coasts.ts';
import {
  changedStretches,
  mainReason,
  ratioMeans,
} from '../../domain/coast-change/stretches-behind.ts';
import {
  comparisonNotes,
  detailText,
  SIDE_WORDS,
  sideDoubts,
} from '../../ui/coast-change/change-doubts.tsx';
import { occurringClasses } from '../../ui/coast-change/change-matrix.tsx';
import { type ChangeResult, type Side, scopeOf } from '../../ui/coast-change/change-result.ts';
import { shoreLabel } from '../../ui/coast-change/change-words.ts';
import { formatNumber } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import {
  localDay,
  type SheetCell,
  type SheetTable,
  tableSheet,
} from '../persistence/workbook-sheet.ts';

/** What a workbook of a comparison says of itself. */
export type ChangeWorkbookAbout = {
  /** ISO 8601. */
  readonly date: string;
  readonly planTitle: string;
  /** The file of each coast with its hash. */
  readonly files: Readonly<Record<Side, string>>;
};

type Row = readonly SheetCell[];
type Table = Pick<SheetTable, 'columns' | 'rows' | 'totals' | 'hasFilter'>;

const SQUARE_METRES_PER_HECTARE = 1e4;

/**
 * Returns a comparison of two coasts as an Excel workbook for readers: reasons, classes before and after, zones, every
 * stretch that has changed, and what is assumed. Values are unrounded.
 */
export function changeWorkbook(
  result: ChangeResult,
  about: ChangeWorkbookAbout,
  words: I18n,
): WriteOptions {
  const { t, language } = words;
  const sheet = (name: string, table: Table) => tableSheet({ name, ...table }, language);
  const { change } = result.answer;
  return {
    sheets: [
      sheet(t('coastChangeSheetParts'), reasonTable(change.overall, words)),
      sheet(t('coastChangeSheetMatrix'), matrixTable(change.overall, words)),
      ...(change.zones.length === 0 ? [] : [sheet(t('printSheetZones'), zoneTable(result, words))]),
      sheet(t('coastChangeSheetStretches'), stretchTable(result, words)),
      sheet(t('sheetAbout'), aboutTable(result, about, words)),
    ],
    properties: { title: `${t('coastChangeTitle')}: ${about.planTitle}` },
  };
}

function reasonTable({ before, after, change }: ScopeChange, { t, pick }: I18n): Table {
  const natural = (side: typeof before): number => side.naturalM + side.restoredM;
  return {
    columns: [
      { title: t('coastChangeReason') },
      { title: `${t('natural')} + ${t('restored')}`, kind: 'metres' },
      { title: t('total'), kind: 'metres' },
      { title: t('coastChangePointsHead'), kind: 'points' },
    ],
    rows: [
      ...change.parts.map(
        ({ kind, numeratorM, totalM, ratio }): Row => [
          pick(REASON_LABELS[kind]),
          numeratorM,
          totalM,
          ratio === undefined ? null : ratio * 100,
        ],
      ),
      [
        t('coastChangeSum'),
        natural(after) - natural(before),
        after.totalM - before.totalM,
        change.ratio === undefined ? null : change.ratio * 100,
      ],
    ],
    totals: 1,
  };
}

function matrixTable(figures: ScopeChange, { t, pick }: I18n): Table {
  const { transitions, lostByClass, gainedByClass } = figures;
  const { rows, columns } = occurringClasses(figures);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return {
    columns: [
      { title: t('coastChangeFromTo') },
      ...columns.map((to) => ({ title: pick(shoreLabel(to)), kind: 'metres' as const })),
      { title: t('coastChangeLost'), kind: 'metres' },
      { title: t('coastChangeBefore'), kind: 'metres' },
    ],
    rows: [
      ...rows.map(
        (from): Row => [
          pick(shoreLabel(from)),
          ...columns.map((to) => transitions[from][to]),
          lostByClass[from],
          lostByClass[from] + sum(SHORE_KEYS.map((to) => transitions[from][to])),
        ],
      ),
      [
        t('coastChangeGained'),
        ...columns.map((to) => gainedByClass[to]),
        ...[null, figures.gainedM],
      ],
      [
        t('coastChangeAfter'),
        ...columns.map(
          (to) => gainedByClass[to] + sum(SHORE_KEYS.map((from) => transitions[from][to])),
        ),
        ...[figures.lostM, null],
      ],
    ],
    totals: 2,
    hasFilter: false,
  };
}

function zoneTable({ answer: { change } }: ChangeResult, { t, pick }: I18n): Table {
  const row = (name: string, { before, after, change: of, ...figures }: ScopeChange): Row => [
    name,
    before.ratio ?? null,
    after.ratio ?? null,
    of.ratio === undefined ? null : of.ratio * 100,
    ...of.parts.map(({ ratio }) => (ratio === undefined ? null : ratio * 100)),
    ...[figures.lostM, figures.gainedM],
    figures.reclaimedM2 / SQUARE_METRES_PER_HECTARE,
    figures.erodedM2 / SQUARE_METRES_PER_HECTARE,
  ];
  return {
    columns: [
      { title: t('zone') },
      { title: t('coastChangeBefore'), kind: 'percent', decimals: 2 },
      { title: t('coastChangeAfter'), kind: 'percent', decimals: 2 },
      { title: t('coastChangePointsHead'), kind: 'points' },
      ...change.overall.change.parts.map(({ kind }) => ({
        title: pick(REASON_LABELS[kind]),
        kind: 'points' as const,
      })),
      { title: t('coastChangeLostHead'), kind: 'metres' },
      { title: t('coastChangeGainedHead'), kind: 'metres' },
      { title: t('coastChangeReclaimedHead'), kind: 'hectares' },
      { title: t('coastChangeErodedHead'), kind: 'hectares' },
    ],
    rows: [
      ...change.zones.map((of) => row(pick(of.zone.name) || of.zone.id, of)),
      row(t('coastChangeScope'), change.overall),
    ],
    totals: 1,
  };
}

function stretchTable({ answer, sides }: ChangeResult, { t, pick }: I18n): Table {
  const { figures, scope } = scopeOf(answer, undefined);
  const names = {
    before: new Map(sides.before.segments.map(({ id, name }) => [id, pick(name)])),
    after: new Map(sides.after.segments.map(({ id, name }) => [id, pick(name)])),
  };
  const means = ratioMeans(figures.before, figures.after);
  const rows = changedStretches(answer.change.stretches, { scope, means });
  return {
    columns: [
      { title: t('coastChangeSheetKind') },
      { title: t('coastChangeReason') },
      { title: t('coastChangeBefore') },
      { title: t('coastChangeAfter') },
      { title: t('printStretch') },
      { title: `id (${t('coastChangeBefore')})` },
      { title: `id (${t('coastChangeAfter')})` },
      { title: t('zone') },
      { title: t('coastChangeSheetLength_before'), kind: 'metres' },
      { title: t('coastChangeSheetLength_after'), kind: 'metres' },
      { title: t('coastChangeSheetSeaward'), kind: 'metres' },
      { title: t('coastChangeReclaimedHead'), kind: 'hectares' },
      { title: t('coastChangeErodedHead'), kind: 'hectares' },
      { title: t('coastChangePointsHead'), kind: 'points' },
    ],
    rows: rows.map(({ stretch, ratio }): Row => {
      const { kind, before, after, displacementM, reclaimedM2, erodedM2 } = stretch;
      const name =
        (after && names.after.get(after.segmentId)) ||
        (before && names.before.get(before.segmentId));
      const zones = ((after ?? before)?.zones ?? []).flatMap((zone) => {
        const of = answer.change.zones[zone]?.zone;
        return of === undefined ? [] : [pick(of.name) || of.id];
      });
      return [
        t(`coastChangeKind_${kind}`),
        pick(REASON_LABELS[mainReason(stretch, scope) ?? 'detail']),
        before === undefined ? null : pick(shoreLabel(shoreKey(before))),
        after === undefined ? null : pick(shoreLabel(shoreKey(after))),
        name ?? null,
        before?.segmentId ?? null,
        after?.segmentId ?? null,
        zones.join(' / '),
        before?.lengthM ?? null,
        after?.lengthM ?? null,
        displacementM ?? null,
        reclaimedM2 / SQUARE_METRES_PER_HECTARE,
        erodedM2 / SQUARE_METRES_PER_HECTARE,
        ratio === undefined ? null : ratio * 100,
      ];
    }),
  };
}

function aboutTable(
  result: ChangeResult,
  { date, planTitle, files }: ChangeWorkbookAbout,
  words: I18n,
): Table {
  const { t, pick, language } = words;
  const { change, scope } = result.answer;
  const rows: readonly Row[] = [
    ...(['before', 'after'] as const).flatMap((side): readonly Row[] => [
      [t(SIDE_WORDS[side]), pick(result.sides[side].title)],
      [t('coastChangeSheetFile'), files[side]],
    ]),
    [t('coastChangeTolerance'), `${formatNumber(change.toleranceM, 2, language)} m`],
    [t('coastChangeScope'), t(`realm_${scope.realm}`)],
    [t('coastChangeParts'), detailText(change.equalDetail, words)],
    ...sideDoubts(result, words).map(({ text }): Row => [t('exportNotice'), text]),
    ...comparisonNotes(result, words).map((note): Row => [t('coastChangeDoubts'), note]),
    [t('date'), localDay(date)],
  ];
  return {
    columns: [{ title: t('coastChangeTitle') }, { title: planTitle, most: 90 }],
    rows,
    hasFilter: false,
  };
}
