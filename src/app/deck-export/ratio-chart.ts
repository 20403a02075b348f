import type { CoastSummary } from '../../domain/audit/audit.ts';
import { type ShownVerdict, shownVerdict } from '../../domain/audit/zone-standing.ts';
import { formatBand, formatRatio, formatTarget, withUnit } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { axisEnd } from '../../ui/presentation/ratio-bar.tsx';

/** Ratios on one axis, as in the presentation: a band, the ratio inside it, and the target across. */
export type RatioChart = {
  readonly rows: readonly RatioChartRow[];
  /** The ratio at the end of the axis, at most 1. */
  readonly end: number;
  /** The height that it needs, in inches. */
  readonly height: number;
  /** The height of the plot above its axis, in inches. */
  readonly plot: number;
};

/** A text of a chart, and the same as a formula of its workbook that follows edited numbers. */
export type ChartLabel = { readonly text: string; readonly formula: string };

/** One ratio: shares of 1, unrounded; heights above the axis in inches. */
export type RatioChartRow = {
  readonly name: string;
  readonly ratio: number;
  readonly target: number;
  readonly band: { readonly low: number; readonly high: number } | undefined;
  readonly verdict: ShownVerdict;
  readonly bar: number;
  /** Above the bar: name and ratio; undefined for a single ratio, which stands above the chart. */
  readonly nameLabel: (ChartLabel & { readonly at: number }) | undefined;
  readonly bandLabel: (ChartLabel & { readonly at: number }) | undefined;
  /** Undefined where the row above has the same target. */
  readonly targetLabel: (ChartLabel & { readonly at: number }) | undefined;
  /** The format of its percentages in a workbook. */
  readonly format: string;
};

/** Heights in inches; half of the target's line. */
const HEIGHTS = { target: 0.24, name: 0.24, bar: 0.34, band: 0.22, gap: 0.08, axis: 0.26 } as const;
/** Half of the height of a target's line across its bar, in inches. */
export const HALF_TARGET = 0.21;
/** Widths of lines that are drawn as bars, in points. */
export const BAR_POINTS = { band: 20, ratio: 8, target: 2.5 } as const;
/** Type of a chart in points. */
export const CHART_TYPE = 10;
/** The shares of a chart's width at which its axis begins and ends. */
export const AXIS_SPAN = [0.015, 0.965] as const;

/** A chart of named ratios; undefined when none of them has coast. */
export function ratioChart(
  given: readonly { readonly name: string; readonly summary: CoastSummary }[],
  words: I18n,
): RatioChart | undefined {
  const known = given.filter(({ summary }) => summary.ratio !== undefined);
  if (known.length === 0) return undefined;
  const isNamed = given.length > 1;
  const [first] = known;
  const heights = known.map(({ summary: { band, target } }, index) => ({
    target: index === 0 || target !== first?.summary.target ? HEIGHTS.target : 0,
    name: isNamed ? HEIGHTS.name : 0,
    band: band === undefined ? 0 : HEIGHTS.band,
    gap: index === known.length - 1 ? 0 : HEIGHTS.gap,
  }));
  const plot = heights.reduce(
    (sum, { target, name, band, gap }) => sum + target + name + HEIGHTS.bar + band + gap,
    0.02,
  );
  let top = plot;
  const take = (height: number): number => {
    top -= height;
    return top + height / 2;
  };
  const rows = known.map(({ name, summary }, index): RatioChartRow => {
    const { ratio = 0, target, band } = summary;
    const has = heights[index] ?? { target: 0, name: 0, band: 0, gap: 0 };
    const labels = labelsOf(name, summary, words);
    const nameAt = take(has.name);
    const targetAt = take(has.target);
    const bar = take(HEIGHTS.bar);
    const bandAt = take(has.band);
    take(has.gap);
    return {
      ...{ name, ratio, target, band, verdict: shownVerdict(summary), bar, format: labels.format },
      nameLabel: isNamed ? { ...labels.name, at: nameAt } : undefined,
      bandLabel: labels.band && { ...labels.band, at: bandAt },
      targetLabel: has.target > 0 ? { ...labels.target, at: targetAt } : undefined,
    };
  });
  const end = axisEnd(known.map(({ summary }) => summary));
  return { rows, end, plot, height: plot + HEIGHTS.axis };
}

/** The distance between numbers on an axis that ends at a share. */
export function axisStep(end: number): number {
  if (end <= 0.3) return 0.1;
  return end <= 0.8 ? 0.2 : 0.25;
}

/** Where a label of a place on the axis has its middle: never so near an end that it would leave the chart. */
export function labelMiddle(share: number, end: number): number {
  return Math.max(LABEL_MARGIN * end, Math.min((1 - LABEL_MARGIN) * end, share));
}

/** Half of a label's width as a share of the axis. */
export const LABEL_MARGIN = 0.17;

function labelsOf(name: string, summary: CoastSummary, words: I18n) {
  const { t, language } = words;
  const { ratio = 0, target, band, hasOwnTarget } = summary;
  const aimKey = hasOwnTarget ? 'target' : 'targetOfWhole';
  const said = formatRatio(ratio, target, language);
  const ends = formatBand(band, target, language);
  const aim = formatTarget(target, language);
  const between = `${name}${language === 'zh' ? '：' : ': '}`;
  return {
    format: percentFormat(Math.max(...[said, ends.low, ends.high, aim].map(decimalsOf))),
    name: {
      text: `${between}${said}`,
      formula: formulaOf([between, ['C', said]]),
    },
    band:
      band === undefined
        ? undefined
        : {
            text: t('slideBand', ends),
            formula: filledFormula(t('slideBand', { low: '\u0001', high: '\u0002' }), [
              ['E', ends.low],
              ['D', ends.high],
            ]),
          },
    target: {
      text: t(aimKey, { target: aim }),
      formula: filledFormula(t(aimKey, { target: '\u0001' }), [['F', aim]]),
    },
  };
}

function decimalsOf(percentage: string): number {
  return /\.(\d+)/.exec(percentage)?.[1]?.length ?? 0;
}

function percentFormat(decimals: number): string {
  return decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`;
}

/** A column of the row, and how its percentage is written now. */
type Percentage = readonly [column: string, written: string];

/** A percent sign as English has it. */
const SPACED = withUnit('', '%');

/** A formula of texts and percentages; `#` stands for the row. */
function formulaOf(parts: readonly (string | Percentage)[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      if (typeof part === 'string') return `"${part.replaceAll('"', '""')}"`;
      const [column, written] = part;
      const unit = written.endsWith(SPACED) ? SPACED : '%';
      return `FIXED(${column}#*100,${decimalsOf(written)})&"${unit}"`;
    })
    .join('&');
}

/** A formula of a text in which `\u0001` and `\u0002` stand for percentages. */
function filledFormula(text: string, percentages: readonly Percentage[]): string {
  return formulaOf(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they stand for what is filled in.
    text.split(/([\u0001\u0002])/).flatMap((part): readonly (string | Percentage)[] => {
      const index = ['\u0001', '\u0002'].indexOf(part);
      const percentage = percentages[index];
      return [percentage ?? part];
    }),
  );
}
