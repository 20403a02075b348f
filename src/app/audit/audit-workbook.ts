import type { WriteOptions } from 'hucre';
import type { Audit, CoastSummary } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { headroom } from '../../domain/audit/headroom.ts';
import { type Provenance, provenanceNotes } from '../../domain/audit/provenance.ts';
import { COASTLINE_CLASSES, type CoastlineSegment } from '../../domain/coastline.ts';
import { creditsOf, type MapStanding } from '../../domain/dataset.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../../domain/symbology.ts';
import {
  areCountedAlike,
  drawnYears,
  type RatioOfYear,
  ratioSeries,
  yearBefore,
} from '../../domain/versions/ratio-series.ts';
import type { Zone } from '../../domain/zone.ts';
import { areaStatisticsNotes } from '../../ui/audit/area-statistics-notes.tsx';
import { auditSentence } from '../../ui/audit/audit-sentence.ts';
import { earthModelNote } from '../../ui/audit/earth-model-note.ts';
import { verdictName } from '../../ui/audit/verdict.tsx';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import { decimalsApart } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { mapNotice } from '../../ui/map-notice.ts';
import { lineageRows } from '../../ui/own-data/lineage-rows.ts';
import type { ReportedStatistics } from '../../ui/report/report-statistics.tsx';
import { seriesNotes } from '../../ui/versions/series-notes.ts';
import {
  localDay,
  type SheetCell,
  type SheetColumn,
  type SheetTable,
  tableSheet,
  type WorkbookSheet,
  withSheetNames,
} from '../persistence/workbook-sheet.ts';
import type { Model } from '../state/model.ts';
import { countedDatasets } from './counted-datasets.ts';
import { keptStatistics } from './statistical-areas.ts';

/** The inputs of the tables of an audit. */
export type TablesSource = {
  readonly answer: AuditAnswer;
  readonly zones: readonly Zone[];
  readonly segments: readonly CoastlineSegment[];
  readonly standing: MapStanding;
  readonly provenance: Provenance;
  /** The user's data that are counted. */
  readonly datasets: readonly OwnDataset[];
  readonly credits: readonly string[];
  readonly planTitle: string;
  /** The date, ISO 8601. */
  readonly date: string;
  /** The coast by other areas than the zones, as far as it was counted on the page. */
  readonly statistics: readonly ReportedStatistics[];
  /** The surveyed years of named versions. */
  readonly series: readonly RatioOfYear[];
};

/** Takes the inputs of the tables from the model, as they stand. */
export function tablesSource(
  model: Pick<Model, 'plan' | 'ownData' | 'workspace'>,
  given: Pick<TablesSource, 'answer' | 'provenance' | 'planTitle' | 'date'>,
  { language }: I18n,
): TablesSource {
  const layers = model.plan.layers.peek().map(({ layer }) => layer);
  return {
    ...given,
    zones: model.plan.zones.peek(),
    segments: model.plan.segments.peek(),
    standing: model.plan.standing.peek(),
    datasets: countedDatasets(model),
    credits: creditsOf(
      layers.filter(({ role }) => role === 'coastline' || role === 'zones'),
      language,
    ),
    statistics: keptStatistics(model, given.answer),
    series: ratioSeries(model.workspace.current.peek().versions),
  };
}

type Row = readonly SheetCell[];
type Table = Pick<SheetTable, 'columns' | 'rows' | 'totals' | 'hasFilter'>;

/**
 * Returns the sheets of an audit as an Excel workbook for readers: zones on both earth models, classes, the
 * stretches behind them, what could change the ratio, the proof of coverage, and a sheet with method,
 * sources, notice and data versions. Values are unrounded; formats show ratios as percentages, metres and hectares.
 */
export function auditWorkbook(source: TablesSource, words: I18n): WriteOptions {
  const { t, language } = words;
  const sheet = (name: string, table: Table) => tableSheet({ name, ...table }, language);
  return {
    sheets: withSheetNames([
      sheet(t('printSheetZones'), zoneTable(source, words)),
      ...statisticsSheets(source, words),
      sheet(t('printSheetClasses'), classTable(source, words)),
      sheet(t('printSheetEvidence'), evidenceTable(source, words)),
      sheet(t('printSheetBand'), bandTable(source, words)),
      sheet(t('coverageTitle'), coverageTable(source, words)),
      ...(drawnYears(source.series).length < 2
        ? []
        : [sheet(t('seriesTitle'), seriesTable(source, words))]),
      sheet(t('sheetAbout'), aboutTable(source, words)),
      ...(source.datasets.length === 0
        ? []
        : [sheet(t('lineageTitle'), lineageTable(source, words))]),
    ]),
    properties: { title: `${t('reportTitle')}: ${source.planTitle}` },
  };
}

/** The names of the zones by their ids, in the language of the page. */
function zoneNames(
  zones: readonly Pick<Zone, 'id' | 'name'>[],
  { pick }: I18n,
): ReadonlyMap<string, string> {
  return new Map(zones.map(({ id, name }) => [id, pick(name)]));
}

function zoneTable({ answer, zones }: TablesSource, words: I18n): Table {
  const { audit, settings } = answer;
  return areaTable(
    {
      audit,
      names: zoneNames(zones, words),
      rowTitle: words.t('zone'),
      wholeName: words.t(`allZones_${settings.realm}`),
    },
    words,
  );
}

/** A sheet for each layer by whose areas the coast was counted, and one for its islands. */
function statisticsSheets({ statistics }: TablesSource, words: I18n): readonly WorkbookSheet[] {
  const { t, language } = words;
  return statistics.map((counted) => {
    const { areas, audit, areIslands } = counted;
    const table = areaTable(
      {
        audit,
        names: zoneNames(areas, words),
        rowTitle: t(areIslands ? 'islandsRow' : 'areaStatisticsRow'),
        wholeName: t(areIslands ? 'islandsAll' : 'areaStatisticsAll', { count: areas.length }),
      },
      words,
    );
    return tableSheet({ name: statisticsName(counted, words), ...table }, language);
  });
}

function statisticsName({ title }: ReportedStatistics, { t, pick }: I18n): string {
  return title === undefined ? t('islandsTitle') : pick(title);
}

/** Zones or other areas, a row each, and all of them. */
function areaTable(
  {
    audit,
    names,
    rowTitle,
    wholeName,
  }: {
    readonly audit: Audit;
    readonly names: ReadonlyMap<string, string>;
    readonly rowTitle: string;
    readonly wholeName: string;
  },
  words: I18n,
): Table {
  const { t } = words;
  const metresOnBoth = (what: string): readonly SheetColumn[] => [
    { title: t('printOnEllipsoid', { what }), kind: 'metres' },
    { title: t('printOnSphere', { what }), kind: 'metres' },
  ];
  const row = (name: string, of: CoastSummary): Row => [
    name,
    of.ratio ?? null,
    of.turf.ratio ?? null,
    of.hasOwnTarget ? of.target : null,
    verdictName(of, words),
    headroom(of, audit.overall.target) ?? null,
    of.band?.low ?? null,
    of.band?.high ?? null,
    of.totalM,
    of.turf.totalM,
    of.naturalM,
    of.turf.naturalM,
    of.restoredM,
    of.turf.restoredM,
    of.areaM2 === undefined ? null : of.areaM2 / SQUARE_METRES_PER_HECTARE,
    of.turf.areaM2 === undefined ? null : of.turf.areaM2 / SQUARE_METRES_PER_HECTARE,
  ];
  const summaries = [...audit.zones, audit.overall];
  const share = { kind: 'percent', decimals: shareDecimals(summaries) } as const;
  return {
    columns: [
      { title: rowTitle },
      { title: t('ratio'), ...share },
      { title: `${t('ratio')} (Turf)`, ...share },
      { title: t('printTarget'), ...share },
      { title: t('verdict') },
      { title: t('printHeadroomPart'), kind: 'metres' },
      { title: t('printBandLow'), ...share },
      { title: t('printBandHigh'), ...share },
      ...[t('total'), t('natural'), t('restored')].flatMap(metresOnBoth),
      { title: t('printHectares', { what: t('area') }), kind: 'hectares' },
      { title: t('printHectaresSphere', { what: t('area') }), kind: 'hectares' },
    ],
    rows: [
      ...audit.zones.map((of) => row(names.get(of.id) ?? of.id, of)),
      row(wholeName, audit.overall),
    ],
    totals: 1,
  };
}

const SQUARE_METRES_PER_HECTARE = 1e4;

/** Decimals of a percentage with which no ratio and no end of a band reads as a target that it is not. */
function shareDecimals(summaries: readonly CoastSummary[]): number {
  const apart = summaries.flatMap(({ ratio, turf, band, target }) =>
    [ratio, turf.ratio, band?.low, band?.high].flatMap((share) =>
      share === undefined ? [] : [decimalsApart(share * 100, target * 100, 1)],
    ),
  );
  return apart.reduce((most, decimals) => Math.max(most, decimals), 1);
}

/** The ratio of each surveyed year; a change only where the year before was counted alike. */
function seriesTable({ series }: TablesSource, words: I18n): Table {
  const { t } = words;
  return {
    columns: [
      { title: t('surveyYear'), kind: 'count' },
      { title: t('ratio'), kind: 'percent', decimals: 2 },
      { title: t('printTarget'), kind: 'percent', decimals: 2 },
      { title: t('seriesChange'), kind: 'points' },
      { title: t('seriesCounted'), kind: 'metres' },
      { title: t('total'), kind: 'metres' },
      { title: t('seriesRemark') },
    ],
    rows: series.map((of): Row => {
      const { year, figures, countedM, totalM } = of;
      const before = yearBefore(series, of);
      const [was, is] = [before?.figures.ratio, figures.ratio];
      const isComparable = before !== undefined && areCountedAlike(before.figures, figures);
      return [
        { value: `${year}`, kind: 'text' },
        is ?? null,
        figures.settings.target,
        isComparable && was !== undefined && is !== undefined ? (is - was) * 100 : null,
        countedM,
        totalM,
        seriesNotes(of, before, words).join(' · '),
      ];
    }),
    hasFilter: false,
  };
}

function classTable({ answer }: TablesSource, { t, language }: I18n): Table {
  const { overall, rule } = answer.audit;
  const share = (lengthM: number): SheetCell =>
    overall.totalM > 0 ? lengthM / overall.totalM : null;
  return {
    columns: [
      { title: t('printClass') },
      { title: t('printCounts') },
      { title: t('printOnEllipsoid', { what: t('printLength') }), kind: 'metres' },
      { title: t('printShare'), kind: 'percent' },
    ],
    rows: [
      ...COASTLINE_CLASSES.map(
        (name): Row => [
          COASTLINE_SYMBOLS[name].label[language],
          t(`counting_${rule.counting[name]}`),
          overall.byClass[name],
          share(overall.byClass[name]),
        ],
      ),
      [
        UNCLASSIFIED_SYMBOL.label[language],
        null,
        overall.unclassifiedM,
        share(overall.unclassifiedM),
      ],
    ],
  };
}

function evidenceTable({ answer, zones, segments }: TablesSource, words: I18n): Table {
  const { t, pick, language, inOwnWords } = words;
  const names = zoneNames(zones, words);
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const row = (zone: string, segmentId: string, lengthM: number): Row => {
    const segment = byId.get(segmentId);
    const symbol =
      segment?.class === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[segment.class];
    return [
      zone,
      segment === undefined ? segmentId : pick(segment.name),
      segmentId,
      symbol.label[language],
      segment === undefined ? null : t(`confidence_${segment.confidence}`),
      lengthM,
      inOwnWords(segment?.classSource, undefined),
    ];
  };
  return {
    columns: [
      { title: t('zone') },
      { title: t('printStretch') },
      { title: 'id' },
      { title: t('printClass') },
      { title: t('printConfidence') },
      { title: t('printOnEllipsoid', { what: t('printLength') }), kind: 'metres' },
      { title: t('source') },
    ],
    rows: [
      ...answer.audit.zones.flatMap(({ id, pieces }) =>
        pieces.map(({ segmentId, lengthM }) => row(names.get(id) ?? id, segmentId, lengthM)),
      ),
      ...answer.audit.coverage.faults
        .filter(({ kind }) => kind === 'outside')
        .map(({ segmentIds, lengthM }) => row('', segmentIds[0] ?? '', lengthM)),
    ],
  };
}

function bandTable({ answer }: TablesSource, { t }: I18n): Table {
  const { bandParts, band, ratio } = answer.audit.overall;
  return {
    columns: [
      { title: t('printBandPart') },
      { title: t('printLow'), kind: 'points' },
      { title: t('printHigh'), kind: 'points' },
    ],
    rows: [
      ...bandParts.map(
        ({ kind, low, high }): Row => [t(`bandPart_${kind}`), low * 100, high * 100],
      ),
      [
        t('printBandWhole'),
        band === undefined || ratio === undefined ? null : (band.low - ratio) * 100,
        band === undefined || ratio === undefined ? null : (band.high - ratio) * 100,
      ],
    ],
    totals: 1,
  };
}

/** The proof of coverage: metres of each kind of fault with their stretches, then other doubts in words. */
function coverageTable({ answer }: TablesSource, { t, pick }: I18n): Table {
  const { coverage } = answer.audit;
  const kinds = [
    ['gap', coverage.gapM],
    ['overlap', coverage.overlapM],
    ['duplicate', coverage.duplicateM],
    ['unclassified', coverage.unclassifiedM],
    ['outside', coverage.outsideM],
  ] as const;
  const segmentsOf = (kind: string): string => {
    const faults = coverage.faults.filter((fault) => fault.kind === kind);
    return [...new Set(faults.flatMap(({ segmentIds }) => segmentIds))].join('; ');
  };
  return {
    columns: [
      { title: t('coverageTitle') },
      { title: t('printOnEllipsoid', { what: t('printLength') }), kind: 'metres' },
      { title: 'id' },
    ],
    rows: [
      ...kinds.map(([kind, lengthM]): Row => [t(`faultKind_${kind}`), lengthM, segmentsOf(kind)]),
      ...(answer.reasons ?? []).map(({ message }): Row => [pick(message), null, null]),
    ],
    hasFilter: false,
  };
}

/** Where the user's data came from, a row a line. */
function lineageTable({ datasets }: TablesSource, words: I18n): Table {
  const { t } = words;
  return {
    columns: [t('lineageDataset'), t('lineageWhat'), t('lineageValue')].map((title) => ({ title })),
    rows: datasets.flatMap((dataset) =>
      lineageRows(dataset, words).flatMap(([label, lines]) =>
        lines.map((line): Row => [dataset.name, label, line]),
      ),
    ),
  };
}

function aboutTable(source: TablesSource, words: I18n): Table {
  const { t } = words;
  const { answer, standing, provenance, credits, planTitle, date } = source;
  const { coastStatus } = standing;
  const notice = coastNoticeText(coastStatus, words);
  const rows: readonly Row[] = [
    ...(notice === undefined ? [] : [[t('exportNotice'), notice]]),
    [t('exportNotice'), mapNotice(standing, words)],
    [t('printHeadline'), auditSentence({ answer, provenance, date, coastStatus, words })],
    [t('method'), t('methodNote')],
    [t('twoModels'), earthModelNote(answer.audit.pieces, words)],
    [t('sources'), credits.join(' · ')],
    [t('date'), localDay(date)],
    ...source.statistics.flatMap((counted) =>
      areaStatisticsNotes(counted, words).map((note) => [statisticsName(counted, words), note]),
    ),
    ...(drawnYears(source.series).length < 2 ? [] : [[t('seriesTitle'), t('seriesNote')]]),
    ...provenanceNotes(provenance).map((note) => [t('exportNotice'), note[words.language]]),
    ...[...provenance.read, ...provenance.made].map(({ file, sha256 }) => [
      file,
      `SHA-256 ${sha256}`,
    ]),
  ];
  return {
    columns: [{ title: t('reportTitle') }, { title: planTitle, most: 90 }],
    rows,
    hasFilter: false,
  };
}
