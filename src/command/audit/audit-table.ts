import type { AuditReport, SummaryReport } from '../../data/audit/audit-report.ts';
import type { CoverageFault } from '../../domain/audit/audit.ts';
import { headroom } from '../../domain/audit/headroom.ts';
import { type Provenance, provenanceNotes } from '../../domain/audit/provenance.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { COASTLINE_CLASSES, COASTLINE_USES } from '../../domain/coastline.ts';
import { oneLine } from '../issues/located-issue.ts';
import { type Column, textTable } from '../terminal/text-table.ts';
import { reasonText } from './audit-csv.ts';
import { reportSentence } from './audit-sentence.ts';
import { fixed, formatMetres, NONE, percent, significant } from './format-figures.ts';
import { CLASS_LABELS, REALM_LABELS, USE_LABELS, VERDICT_LABELS } from './labels.ts';

/**
 * Returns the audit as text for a terminal: headline, zones, classes, doubts, coverage, sources, and a
 * sentence to copy.
 * @param today the day of the audit, ISO 8601.
 */
export function auditTable(
  report: AuditReport,
  provenance: Provenance,
  { language, today }: { readonly language: Language; readonly today: string },
): string {
  const say = (words: Bilingual): string => words[language];
  const headline = report.provisional
    ? `${say(WORDS.title)} ${say(WORDS.provisional)}`
    : say(WORDS.title);
  const parts = [
    `${headline} | ${say(REALM_LABELS[report.realm])}\n${report.notice === null ? '' : `! ${say(report.notice)}\n`}${differencesText(provenance, language)}${reasonsText(report, language)}`,
    zonesTable(report, { language }),
    classTable(report.overall, language),
    bandTable(report.overall, language),
    `${coverageText(report, language)}${gradesText(report, language)}`,
    report.data.map(({ file, sha256 }) => `${file}  SHA-256 ${sha256}\n`).join(''),
    `${reportSentence(report, provenance, { language, today })}\n`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** Returns the shores of islands as text: a row an island, then classes, coverage and sources; no verdict. */
export function islandsTable(
  report: AuditReport,
  provenance: Provenance,
  language: Language,
): string {
  const notice = report.notice === null ? '' : `! ${report.notice[language]}\n`;
  const title = WORDS[report.provisional ? 'islandsProvisional' : 'islands'][language];
  return [
    `${title}\n${notice}${differencesText(provenance, language)}${reasonsText(report, language)}`,
    report.zones.length === 0
      ? `${WORDS.noIslands[language]}\n`
      : zonesTable(report, { language, title: WORDS.island, isJudged: false }),
    classTable(report.overall, language),
    `${coverageText(report, language)}`,
    report.data.map(({ file, sha256 }) => `${file}  SHA-256 ${sha256}\n`).join(''),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What differs from the data and their rule, one per line; empty when nothing does. */
function differencesText(provenance: Provenance, language: Language): string {
  const notes = provenanceNotes({ ...provenance, reasons: [] });
  return notes.map((note) => `! ${oneLine(note[language])}\n`).join('');
}

/** The reasons why the figures are provisional, one per line; empty when the figures are final. */
function reasonsText({ provisionalReasons }: AuditReport, language: Language): string {
  const start = { zh: '暂定：', en: 'provisional: ' }[language];
  return provisionalReasons.map((reason) => `! ${start}${reasonText(reason)}\n`).join('');
}

function zonesTable(
  { zones, overall }: AuditReport,
  {
    language,
    title = ZONE_COLUMNS[0].title,
    isJudged = true,
  }: {
    readonly language: Language;
    /** What a row is. */
    readonly title?: Bilingual;
    /** Whether the rows are held against a target. */
    readonly isJudged?: boolean;
  },
): string {
  const columns = ZONE_COLUMNS.map(
    ({ title: words, isNumber }, index): Column => ({
      title: (index === 0 ? title : words)[language],
      isNumber,
    }),
  );
  const name = (id: string, words: Bilingual): string => oneLine(words[language] || id);
  const rows = [
    ...zones.map((zone) => [
      name(zone.id, { zh: zone.name_zh, en: zone.name_en }),
      ...zoneCells(zone, { ...zone, whole: overall.target, language }),
    ]),
    [
      WORDS.overall[language],
      ...zoneCells(overall, { hasOwnTarget: isJudged, whole: overall.target, language }),
    ],
  ];
  const isShown = (_: unknown, index: number): boolean =>
    isJudged || ZONE_COLUMNS[index]?.isOfTarget !== true;
  return textTable(
    columns.filter(isShown),
    rows.map((cells) => cells.filter(isShown)),
  );
}

function zoneCells(
  summary: SummaryReport,
  {
    hasOwnTarget,
    targetUnreadable = false,
    whole,
    language,
  }: {
    readonly hasOwnTarget: boolean;
    readonly targetUnreadable?: boolean;
    /** The target of the whole coast. */
    readonly whole: number;
    readonly language: Language;
  },
): readonly string[] {
  const { band, target, turf } = summary;
  const share = (ratio: number | null): string => percent(ratio, target);
  return [
    formatMetres(summary.totalM),
    formatMetres(turf.totalM),
    formatMetres(summary.naturalM),
    formatMetres(summary.restoredM),
    share(summary.ratio),
    share(turf.ratio),
    band.low === null || band.high === null ? NONE : `${share(band.low)} – ${share(band.high)}`,
    hasOwnTarget ? percent(target, undefined) : targetUnreadable ? '?' : NONE,
    formatMetres(headroom(summary, whole) ?? null),
    hasOwnTarget || summary.verdict === 'no-coast'
      ? VERDICT_LABELS[summary.verdict][language]
      : NONE,
    summary.areaM2 === null ? NONE : fixed(summary.areaM2 / 1e6, 3),
  ];
}

function classTable(overall: SummaryReport, language: Language): string {
  const rows: (readonly [string, number])[] = COASTLINE_CLASSES.map((name) => [
    CLASS_LABELS[name][language],
    overall.byClass[name],
  ]);
  for (const use of COASTLINE_USES) {
    const lengthM = overall.byUse[use];
    if (lengthM !== undefined && lengthM > 0)
      rows.push([`  ${USE_LABELS[use][language]}`, lengthM]);
  }
  rows.push([WORDS.unclassified[language], overall.unclassifiedM]);
  return textTable(
    [
      { title: WORDS.class[language], isNumber: false },
      { title: WORDS.length[language], isNumber: true },
      { title: WORDS.share[language], isNumber: true },
    ],
    rows.map(([name, lengthM]) => [
      name,
      formatMetres(lengthM),
      overall.totalM > 0 ? percent(lengthM / overall.totalM, undefined) : NONE,
    ]),
  );
}

function bandTable({ bandParts }: SummaryReport, language: Language): string {
  if (bandParts.length === 0) return '';
  const points = (shift: number): string =>
    shift === 0 ? '0' : `${shift > 0 ? '+' : ''}${significant(shift * 100)}`;
  return textTable(
    [
      { title: WORDS.doubt[language], isNumber: false },
      { title: WORDS.down[language], isNumber: true },
      { title: WORDS.up[language], isNumber: true },
    ],
    bandParts.map(({ kind, low, high }) => [DOUBTS[kind][language], points(low), points(high)]),
  );
}

function coverageText({ coverage }: AuditReport, language: Language): string {
  const parts = (
    [
      ['gap', coverage.gapM],
      ['overlap', coverage.overlapM],
      ['duplicate', coverage.duplicateM],
      ['unclassified', coverage.unclassifiedM],
      ['outside', coverage.outsideM],
    ] as const
  ).map(([kind, lengthM]) => `${FAULTS[kind][language]} ${formatMetres(lengthM)} m`);
  const aside = coverage.setAsideFeatures;
  const asideText = aside === 0 ? '' : `, ${WORDS.setAside[language]} ${aside}`;
  return `${WORDS.coverage[language]}: ${parts.join(', ')}${asideText}\n`;
}

/** How much coast is graded otherwise than its zone; empty where every grade agrees. */
function gradesText({ gradeDifferences }: AuditReport, language: Language): string {
  if (gradeDifferences.length === 0) return '';
  const lengthM = gradeDifferences.reduce((sum, difference) => sum + difference.lengthM, 0);
  const length = `${formatMetres(lengthM)} m`;
  return {
    zh: `保护等级：${gradeDifferences.length} 段共 ${length} 岸线的等级与所在区段不一致，以区段为准。\n`,
    en: `Grades: ${length} of coast in ${gradeDifferences.length} stretches carry another protection grade than their zone, which decides.\n`,
  }[language];
}

const WORDS = {
  title: { zh: '自然岸线保有率', en: 'Natural coastline ratio' },
  provisional: { zh: '（暂定）', en: '(provisional)' },
  islands: { zh: '海岛岸线', en: 'Shores of islands' },
  islandsProvisional: { zh: '海岛岸线（暂定）', en: 'Shores of islands (provisional)' },
  island: { zh: '海岛', en: 'Island' },
  noIslands: { zh: '岸线中没有海岛。', en: 'The coastline has no islands.' },
  overall: { zh: '合计', en: 'Overall' },
  class: { zh: '类型', en: 'Class' },
  unclassified: { zh: '未分类', en: 'unclassified' },
  length: { zh: '长度（米）', en: 'Length (m)' },
  share: { zh: '占总长', en: 'Of total' },
  doubt: { zh: '不确定因素（百分点）', en: 'Doubt (percentage points)' },
  down: { zh: '下调', en: 'Down' },
  up: { zh: '上调', en: 'Up' },
  coverage: { zh: '覆盖校核', en: 'Coverage' },
  setAside: { zh: '搁置要素', en: 'features set aside' },
} as const;

const FAULTS: Readonly<Record<CoverageFault['kind'], Bilingual>> = {
  gap: { zh: '缺口', en: 'gaps' },
  overlap: { zh: '重复归属', en: 'overlaps' },
  duplicate: { zh: '重复绘制', en: 'duplicates' },
  unclassified: { zh: '未分类', en: 'unclassified' },
  outside: { zh: '区段之外', en: 'outside zones' },
};

const DOUBTS = {
  confidence: { zh: '低可信度的类型判定', en: 'low-confidence classes' },
  estuary: { zh: '河口岸线的计入方式', en: 'how estuaries count' },
  generalisation: { zh: '概化程度', en: 'generalisation' },
  unclassified: { zh: '未分类', en: 'unclassified' },
  'earth-model': { zh: '地球模型', en: 'earth model' },
} as const;

type ZoneColumn = Omit<Column, 'title'> & {
  readonly title: Bilingual;
  /** Whether it says how a row stands to a target. */
  readonly isOfTarget?: true;
};

const ZONE_COLUMNS: readonly [ZoneColumn, ...ZoneColumn[]] = [
  { title: { zh: '区段', en: 'Zone' }, isNumber: false },
  { title: { zh: '总长（米）', en: 'Total (m)' }, isNumber: true },
  { title: { zh: 'Turf（米）', en: 'Turf (m)' }, isNumber: true },
  { title: { zh: '自然（米）', en: 'Natural (m)' }, isNumber: true },
  { title: { zh: '修复（米）', en: 'Restored (m)' }, isNumber: true },
  { title: { zh: '保有率', en: 'Ratio' }, isNumber: true },
  { title: { zh: 'Turf 保有率', en: 'Turf ratio' }, isNumber: true },
  { title: { zh: '区间', en: 'Band' }, isNumber: true },
  { title: { zh: '目标', en: 'Target' }, isNumber: true, isOfTarget: true },
  {
    title: { zh: '占全部余量（米）', en: 'Part in headroom (m)' },
    isNumber: true,
    isOfTarget: true,
  },
  { title: { zh: '判定', en: 'Verdict' }, isNumber: false, isOfTarget: true },
  { title: { zh: '面积（平方公里）', en: 'Area (km²)' }, isNumber: true },
];
