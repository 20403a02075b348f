import type { CellValue, WriteOptions } from 'hucre';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { type Provenance, provenanceNotes } from '../../domain/audit/provenance.ts';
import { COASTLINE_CLASSES, type CoastlineSegment } from '../../domain/coastline.ts';
import type { MapStanding } from '../../domain/dataset.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { auditSentence } from '../../ui/audit/audit-sentence.ts';
import { earthModelNote } from '../../ui/audit/earth-model-note.ts';
import { verdictName } from '../../ui/audit/verdict.tsx';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { mapNotice } from '../../ui/map-notice.ts';
import { lineageRows } from '../../ui/own-data/lineage-rows.ts';
import { BOLD } from '../persistence/workbook-cells.ts';

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
};

/** A row of cells. */
export type Row = readonly CellValue[];

/**
 * Returns the sheets of an audit as an Excel workbook for readers: zones on both earth models, classes, the
 * stretches behind them, what could change the ratio, the proof of coverage, and a sheet with method,
 * sources, notice and data versions. Ratios are shares of 1, lengths are metres, areas are square metres, unrounded.
 */
export function auditWorkbook(source: TablesSource, words: I18n): WriteOptions {
  const { t } = words;
  return {
    sheets: [
      tableSheet(t('printSheetZones'), zoneRows(source, words), [30]),
      tableSheet(t('printSheetClasses'), classRows(source, words), [26, 26]),
      tableSheet(t('printSheetEvidence'), evidence(source, words), [26, 26, 18]),
      tableSheet(t('printSheetBand'), bandRows(source, words), [40]),
      tableSheet(t('coverageTitle'), coverageRows(source, words), [40, 18, 60]),
      tableSheet(t('sheetAbout'), aboutRows(source, words), [28, 90]),
      ...(source.datasets.length === 0
        ? []
        : [tableSheet(t('lineageTitle'), lineageTable(source, words), [26, 26, 90])]),
    ],
    properties: { title: `${t('reportTitle')}: ${source.planTitle}` },
  };
}

/** Returns a sheet with a table: a bold heading that stays visible, column widths in characters. */
export function tableSheet(
  name: string,
  [head = [], ...rows]: readonly Row[],
  widths: readonly number[],
): WriteOptions['sheets'][number] {
  return {
    name,
    rows: [head, ...rows].map((row) => [...row]),
    columns: head.map((_, column) => ({ width: widths[column] ?? 18 })),
    cells: new Map(head.map((_, column) => [`0,${column}`, { style: BOLD }])),
    freezePane: { rows: 1 },
  };
}

/** The names of the zones by their ids, in the language of the page. */
function zoneNames(zones: readonly Zone[], { pick }: I18n): ReadonlyMap<string, string> {
  return new Map(zones.map(({ id, name }) => [id, pick(name)]));
}

function zoneRows({ answer, zones }: TablesSource, words: I18n): readonly Row[] {
  const { t } = words;
  const names = zoneNames(zones, words);
  const { audit, settings } = answer;
  const both = (what: string): readonly string[] => [
    t('printOnEllipsoid', { what }),
    t('printOnSphere', { what }),
  ];
  const inSquare = (text: string): string => text.replace(/m$/, 'm²').replace(/米）$/, '平方米）');
  const row = (name: string, of: CoastSummary): Row => [
    name,
    of.ratio ?? null,
    of.turf.ratio ?? null,
    of.target,
    verdictName(of, words),
    of.headroomM ?? null,
    of.band?.low ?? null,
    of.band?.high ?? null,
    of.totalM,
    of.turf.totalM,
    of.naturalM,
    of.turf.naturalM,
    of.restoredM,
    of.turf.restoredM,
    of.areaM2 ?? null,
    of.turf.areaM2 ?? null,
  ];
  return [
    [
      t('zone'),
      t('ratio'),
      `${t('ratio')} (Turf)`,
      t('printTarget'),
      t('verdict'),
      t('printHeadroom'),
      t('printBandLow'),
      t('printBandHigh'),
      ...both(t('total')),
      ...both(t('natural')),
      ...both(t('restored')),
      ...both(t('area')).map(inSquare),
    ],
    ...audit.zones.map((of) => row(names.get(of.id) ?? of.id, of)),
    row(t(`allZones_${settings.realm}`), audit.overall),
  ];
}

function classRows({ answer }: TablesSource, { t, language }: I18n): readonly Row[] {
  const { overall, rule } = answer.audit;
  const share = (lengthM: number): CellValue =>
    overall.totalM > 0 ? lengthM / overall.totalM : null;
  return [
    [
      t('printClass'),
      t('printCounts'),
      t('printOnEllipsoid', { what: t('printLength') }),
      t('printShare'),
    ],
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
  ];
}

function evidence({ answer, zones, segments }: TablesSource, words: I18n): readonly Row[] {
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
  return [
    [
      t('zone'),
      t('printStretch'),
      'id',
      t('printClass'),
      t('printConfidence'),
      t('printOnEllipsoid', { what: t('printLength') }),
      t('source'),
    ],
    ...answer.audit.zones.flatMap(({ id, pieces }) =>
      pieces.map(({ segmentId, lengthM }) => row(names.get(id) ?? id, segmentId, lengthM)),
    ),
    ...answer.audit.coverage.faults
      .filter(({ kind }) => kind === 'outside')
      .map(({ segmentIds, lengthM }) => row('', segmentIds[0] ?? '', lengthM)),
  ];
}

function bandRows({ answer }: TablesSource, { t }: I18n): readonly Row[] {
  const { bandParts, band, ratio } = answer.audit.overall;
  return [
    [t('printBandPart'), t('printLow'), t('printHigh')],
    ...bandParts.map(({ kind, low, high }): Row => [t(`bandPart_${kind}`), low * 100, high * 100]),
    [
      t('printBandWhole'),
      band === undefined || ratio === undefined ? null : (band.low - ratio) * 100,
      band === undefined || ratio === undefined ? null : (band.high - ratio) * 100,
    ],
  ];
}

/** The proof of coverage: metres of each kind of fault with their stretches, then other doubts in words. */
function coverageRows({ answer }: TablesSource, { t, pick }: I18n): readonly Row[] {
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
  return [
    [t('coverageTitle'), t('printOnEllipsoid', { what: t('printLength') }), 'id'],
    ...kinds.map(([kind, lengthM]): Row => [t(`faultKind_${kind}`), lengthM, segmentsOf(kind)]),
    ...(answer.reasons ?? []).map(({ message }): Row => [pick(message), null, null]),
  ];
}

/** Where the user's data came from, a row a line. */
function lineageTable({ datasets }: TablesSource, words: I18n): readonly Row[] {
  const { t } = words;
  return [
    [t('lineageDataset'), t('lineageWhat'), t('lineageValue')],
    ...datasets.flatMap((dataset) =>
      lineageRows(dataset, words).flatMap(([label, lines]) =>
        lines.map((line): Row => [dataset.name, label, line]),
      ),
    ),
  ];
}

function aboutRows(source: TablesSource, words: I18n): readonly Row[] {
  const { t } = words;
  const { answer, standing, provenance, credits, planTitle, date } = source;
  const { coastStatus } = standing;
  const notice = coastNoticeText(coastStatus, words);
  return [
    [t('reportTitle'), planTitle],
    ...(notice === undefined ? [] : [[t('exportNotice'), notice]]),
    [t('exportNotice'), mapNotice(standing, words)],
    [t('printHeadline'), auditSentence({ answer, provenance, date, coastStatus, words })],
    [t('method'), t('methodNote')],
    [t('twoModels'), earthModelNote(answer.audit.pieces, words)],
    [t('sources'), credits.join(' · ')],
    [t('date'), date],
    ...provenanceNotes(provenance).map((note) => [t('exportNotice'), note[words.language]]),
    ...[...provenance.read, ...provenance.made].map(({ file, sha256 }) => [
      file,
      `SHA-256 ${sha256}`,
    ]),
  ];
}
