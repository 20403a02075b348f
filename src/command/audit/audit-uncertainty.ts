import type { AuditInput } from '../../domain/audit/audit-coastline.ts';
import { type ProvisionalReason, setAsideLength } from '../../domain/audit/provisional-reason.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { MeasuredCoast } from '../../domain/coast/measured-coast.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { finish } from '../../domain/steps.ts';
import { assessingUncertainty } from '../../domain/uncertainty/assess-uncertainty.ts';
import type { RatioUncertainty, Uncertainty } from '../../domain/uncertainty/uncertainty.ts';
import {
  chanceInWords,
  LIKELY_VERDICT_LABELS,
  measuredPoints,
  uncertaintySentences,
} from '../../domain/uncertainty/uncertainty-sentences.ts';
import type { Zone } from '../../domain/zone.ts';
import { oneLine } from '../issues/located-issue.ts';
import { type Column, textTable } from '../terminal/text-table.ts';
import { formatMetres, NONE, percent, significant } from './format-figures.ts';
import { CLASS_LABELS } from './labels.ts';

/** Works out how sure the figures are that the audit gives of a measured coast. */
export function auditUncertainty(
  measured: MeasuredCoast,
  {
    segments,
    rule,
    realm,
    reasons,
  }: Omit<AuditInput, 'zones'> & { readonly reasons: readonly ProvisionalReason[] },
): Uncertainty {
  const setAsideM = setAsideLength(reasons, realm);
  const choice = { segments, rule, realm };
  return finish(assessingUncertainty(measured, { choice, stated: rule, setAsideM }));
}

type Named = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly language: Language;
};

/** How sure the figures are, as text for a terminal: sentences, zones, rules, rulers, what to survey, samples. */
export function uncertaintyText(found: Uncertainty, named: Named): string {
  const { language } = named;
  const parts = [
    `${WORDS.title[language]}\n${uncertaintySentences(found)
      .map((words) => `${words[language]}\n`)
      .join('')}`,
    zonesText(found, named),
    rulesText(found, language),
    scalesText(found, language),
    surveyText(found, named),
    samplingText(found, language),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function columns(language: Language, [first, ...others]: readonly Bilingual[]): readonly Column[] {
  return [first ?? WORDS.title, ...others].map((title, index) => ({
    title: title[language],
    isNumber: index > 0,
  }));
}

function share(value: number | undefined): string {
  return percent(value ?? null, undefined);
}

function zonesText({ zones, overall }: Uncertainty, { zones: known, language }: Named): string {
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const judged = new Set(known.flatMap(({ id, target }) => (target === undefined ? [] : [id])));
  const cells = (
    { ratio, measurement, classification, verdict, outerBound }: RatioUncertainty,
    hasTarget: boolean,
  ) => [
    share(ratio),
    measurement === undefined ? NONE : `±${measuredPoints(measurement)}`,
    share(classification?.median),
    classification === undefined
      ? NONE
      : `${share(classification.low)} – ${share(classification.high)}`,
    classification === undefined || !hasTarget
      ? NONE
      : chanceInWords(classification.chance, language),
    hasTarget ? LIKELY_VERDICT_LABELS[verdict][language] : NONE,
    outerBound === undefined ? NONE : `${share(outerBound.low)} – ${share(outerBound.high)}`,
  ];
  return textTable(columns(language, ZONE_COLUMNS), [
    ...zones.map((zone) => [
      oneLine(names.get(zone.id)?.[language] || zone.id),
      ...cells(zone, judged.has(zone.id)),
    ]),
    [WORDS.overall[language], ...cells(overall, true)],
  ]);
}

function rulesText({ overall }: Uncertainty, language: Language): string {
  const rows = overall.rules.map(({ title, withRestored, ratio, chance, isInForce }) => [
    title[language],
    (withRestored ? WORDS.with : WORDS.without)[language],
    share(ratio),
    chance === undefined ? NONE : chanceInWords(chance, language),
    (isInForce ? WORDS.inForce : WORDS.comparison)[language],
  ]);
  return textTable(columns(language, RULE_COLUMNS), rows);
}

function scalesText({ rulers, detail, meanEdgeM }: Uncertainty, language: Language): string {
  const rows = [
    ...detail.map((scaled) => [WORDS.tolerance, scaled] as const),
    ...rulers.map((scaled) => [WORDS.ruler, scaled] as const),
  ].map(([kind, { atM, totalM, ratio }]) => [
    `${kind[language]} ${atM} m`,
    formatMetres(totalM),
    share(ratio),
  ]);
  const edge = {
    zh: `折线边平均长 ${formatMetres(meanEdgeM)} m：更短的量尺只能量到已绘出的岸线。\n`,
    en: `The edges are ${formatMetres(meanEdgeM)} m long in the mean: a shorter ruler finds only the coast as drawn.\n`,
  };
  return `${textTable(columns(language, SCALE_COLUMNS), rows)}${edge[language]}`;
}

function surveyText({ survey }: Uncertainty, { segments, language }: Named): string {
  if (survey.stretches.length === 0) return '';
  const names = new Map(segments.map(({ id, name }) => [id, name]));
  const rows = survey.stretches.map((stretch) => [
    oneLine(names.get(stretch.segmentId)?.[language] || stretch.segmentId),
    stretch.class === undefined ? NONE : CLASS_LABELS[stretch.class][language],
    formatMetres(stretch.lengthM),
    significant(stretch.narrowing * 100),
    significant(stretch.narrowingPerKm * 100),
  ]);
  const [before, after] = [survey.widthBefore, survey.widthAfter].map((width) =>
    (width * 100).toFixed(1),
  );
  const all = {
    zh: `全部查清后，90% 区间由 ${before} 个百分点缩至 ${after} 个。\n`,
    en: `With all of them surveyed, the 90 % interval narrows from ${before} to ${after} points.\n`,
  };
  return `${textTable(columns(language, SURVEY_COLUMNS), rows)}${all[language]}`;
}

function samplingText({ sampling }: Uncertainty, language: Language): string {
  const rows = sampling.map(({ points, halfWidth }) => [
    String(points),
    `±${(halfWidth * 100).toFixed(1)}`,
  ]);
  return rows.length === 0 ? '' : textTable(columns(language, SAMPLE_COLUMNS), rows);
}

const WORDS = {
  title: { zh: '有多可靠', en: 'How sure is it?' },
  overall: { zh: '合计', en: 'Overall' },
  with: { zh: '含修复', en: 'with restored' },
  without: { zh: '不含修复', en: 'without restored' },
  inForce: { zh: '现行', en: 'in force' },
  comparison: { zh: '供对照', en: 'for comparison' },
  tolerance: { zh: '概化', en: 'tolerance' },
  ruler: { zh: '量尺', en: 'ruler' },
} as const;

const ZONE_COLUMNS = [
  { zh: '区段', en: 'Zone' },
  { zh: '保有率', en: 'Ratio' },
  { zh: '量算（点，90%）', en: 'Measured (points, 90 %)' },
  { zh: '中位数', en: 'Median' },
  { zh: '分类 90% 区间', en: 'Classes, 90 %' },
  { zh: '达标可能性', en: 'Chance' },
  { zh: '判定', en: 'Verdict' },
  { zh: '外界限：所有疑点都不利/都有利', en: 'Outer bound: all doubts against / for' },
] as const;

const RULE_COLUMNS = [
  { zh: '规则', en: 'Rule' },
  { zh: '修复岸线', en: 'Restored' },
  { zh: '保有率', en: 'Ratio' },
  { zh: '达标可能性', en: 'Chance' },
  { zh: '效力', en: 'Standing' },
] as const;

const SCALE_COLUMNS = [
  { zh: '尺度', en: 'Scale' },
  { zh: '总长（米）', en: 'Total (m)' },
  { zh: '保有率', en: 'Ratio' },
] as const;

const SURVEY_COLUMNS = [
  { zh: '优先查勘的岸段', en: 'Survey first' },
  { zh: '类型', en: 'Class' },
  { zh: '长度（米）', en: 'Length (m)' },
  { zh: '区间缩窄（点）', en: 'Narrows by (points)' },
  { zh: '每公里（点）', en: 'Per km (points)' },
] as const;

const SAMPLE_COLUMNS = [
  { zh: '抽样点数', en: 'Points sampled' },
  { zh: '预计 95% 半宽（点）', en: 'Expected half-width, 95 % (points)' },
] as const;
