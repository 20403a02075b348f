import { shownVerdict } from '../../domain/audit/zone-standing.ts';
import { TEXT_LINE } from '../../domain/print/fit-text.ts';
import { headroomWords, shapedVerdict } from '../../ui/audit/verdict.tsx';
import { formatRatio } from '../../ui/format.ts';
import type { SlideFigure } from '../../ui/presentation/slide-figures.tsx';
import { CHART_TYPE, type RatioChart, ratioChart } from './ratio-chart.ts';
import { BAND_COLOURS } from './ratio-chart-xml.ts';
import {
  blockText,
  type ColumnBlock,
  type ComposeContext,
  sizesDown,
  sizesInOneLine,
  stack,
} from './slide-blocks.ts';
import type { SlideItem } from './slide-items.ts';
import type { SlideBox } from './slide-layout.ts';
import { chartAlt, figureRows } from './slide-text.ts';

/** The ratio of a slide as blocks of a column, as the presentation shows it; none without a figure. */
export function figureBlocks(
  figure: SlideFigure | undefined,
  w: number,
  scale: number,
  context: ComposeContext,
): readonly ColumnBlock[] {
  if (figure === undefined) return [];
  const { t } = context.words;
  const subject = blockText(context, w, {
    ...{ path: [t('slideObjectRatioOf')], text: subjectOf(figure), colour: 'tx2' },
    ...{ sizes: [Math.max(10, 12 * scale)], most: 0.6, gap: 0.02 },
  });
  if (figure.kind === 'withheld') return [subject];
  const said = numberOf(figure, context);
  const number = blockText(context, w, {
    ...{ path: [t('slideObjectRatio')], text: said, colour: 'tx1', isBold: true, gap: 0.04 },
    sizes: sizesInOneLine(said, w, sizesFrom(44 * scale), context),
  });
  if (figure.kind === 'number') return [number, subject];
  return [subject, number, chartBlock(figure, w, context), verdictBlock(figure, w, scale, context)];
}

/** The ratio on the right of the band below a wide map: words on the left, the chart beside them. */
export function figureBeside(
  figure: SlideFigure,
  box: SlideBox,
  context: ComposeContext,
): readonly SlideItem[] {
  if (figure.kind === 'number' || figure.kind === 'withheld')
    return stack(figureBlocks(figure, box.w, 0.9, context), box).items;
  const w = 0.4 * box.w;
  const [subject, number, , verdict] = figureBlocks(figure, w, 0.75, context);
  const said = [subject, number, verdict].filter((block) => block !== undefined);
  const chart = chartBlock(figure, box.w - w - 0.15, context);
  return [
    ...stack(said, { ...box, w }, true).items,
    ...chart.draw(box.x + w + 0.15, box.y + Math.max(0, (box.h - chart.height) / 2)),
  ];
}

function sizesFrom(most: number): readonly number[] {
  const first = Math.round(most);
  return Array.from({ length: Math.max(1, Math.ceil((first - 11) / 2)) }, (_, i) => first - 2 * i);
}

function subjectOf(figure: SlideFigure): string {
  if (figure.kind === 'withheld') return figure.reason;
  return figure.kind === 'change' ? figure.of : figure.name;
}

function numberOf(figure: SlideFigure, { words: { language } }: ComposeContext): string {
  return figureRows(figure)
    .map(({ summary: { ratio, target } }) =>
      ratio === undefined ? '–' : formatRatio(ratio, target, language),
    )
    .join(' → ');
}

function chartBlock(figure: SlideFigure, w: number, context: ComposeContext): ColumnBlock {
  const { words } = context;
  const chart = ratioChart(figureRows(figure), words);
  // A coast without any length has its words, and no empty bar.
  if (chart === undefined) return { height: 0, gap: 0, isShortened: false, draw: () => [] };
  const fitting = withFittingNames(chart, w, context);
  const alt = chartAlt(figure, words);
  return {
    ...{ height: chart.height, gap: 0.08, isShortened: false },
    draw: (x, y) => [
      {
        ...{ kind: 'chart', path: [words.t('slideObjectChart')], chart: fitting, alt },
        box: { x, y, w, h: chart.height },
      },
    ],
  };
}

/** A name above a bar stays in one line. */
function withFittingNames(chart: RatioChart, w: number, context: ComposeContext): RatioChart {
  return {
    ...chart,
    rows: chart.rows.map((row) => {
      const label = row.nameLabel;
      if (label === undefined) return row;
      const width = (text: string): number => context.measure(text, CHART_TYPE, false) / 72;
      if (width(label.text) <= 0.9 * w) return row;
      const tail = label.text.slice(row.name.length);
      const room = 0.9 * w - width(`…${tail}`);
      const characters = [...row.name];
      while (characters.length > 1 && width(characters.join('')) > room) characters.pop();
      const name = `${characters.join('').trimEnd()}…`;
      const formula = label.formula.replace(/^"(?:[^"]|"")*"/, `"${quoted(name + tail)}"`);
      return { ...row, nameLabel: { ...label, text: name + tail, formula } };
    }),
  };
}

function quoted(text: string): string {
  return text.replaceAll('"', '""');
}

/** The verdict in words with its shape and colour, then what may still be lost. */
function verdictBlock(
  figure: SlideFigure,
  w: number,
  scale: number,
  context: ComposeContext,
): ColumnBlock {
  const { t } = context.words;
  const last = figureRows(figure).at(-1);
  if (last === undefined) return { height: 0, gap: 0, isShortened: false, draw: () => [] };
  const { summary } = last;
  const said = shapedVerdict(summary, context.words);
  const size = Math.max(11, 14 * scale);
  const given = {
    path: [t('slideObjectVerdict')] as const,
    ...{ colour: BAND_COLOURS[shownVerdict(summary)], isBold: true, gap: 0.14 },
    text: [said, headroomWords(summary, context.words)].filter((line) => line !== '').join('\n'),
  };
  // Smaller where each sentence then stands in one line, and never cut.
  const most = (2.01 * size * TEXT_LINE) / 72;
  const low = blockText(context, w, { ...given, sizes: sizesDown(size, 11), most });
  const block = low.isCut === true ? blockText(context, w, { ...given, sizes: [11] }) : low;
  return { ...block, isShortened: false };
}
