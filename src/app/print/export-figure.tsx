import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { ASCENT, flowLegend, LINE_HEIGHT, type TextLine } from '../../domain/print/legend-flow.ts';
import type { MeasureText } from '../../domain/print/text-wrap.ts';
import { wrapText } from '../../domain/print/text-wrap.ts';
import { FigureLines, FigureSvg } from '../../ui/print/figure-svg.tsx';
import { PlacedLegendSymbol } from '../../ui/print/page-svg.tsx';
import type { PrintOutput } from '../../ui/print/print-outputs.tsx';
import { RatioFigure } from '../../ui/print/ratio-figure.tsx';
import { renderSvg } from '../../ui/print/render-svg.ts';
import { WaterfallFigure, waterfallHeight } from '../../ui/print/waterfall-figure.tsx';
import type { PrintablePage } from './printable-page.ts';

/** A part of a page that can be saved separately. */
export type Figure = Extract<PrintOutput, 'legend' | 'ratio' | 'waterfall'>;

/** Sizes in millimetres. */
const SIZE = { margin: 4, title: 3.6, small: 2.1, legend: 90, ratio: 80, waterfall: 130 } as const;

/** Returns a figure as a separate SVG file: heading, drawing, and the small print below. */
export function figureSvg(
  figure: Figure,
  composed: PrintablePage,
  {
    answer,
    measure,
    small,
  }: {
    readonly answer: AuditAnswer | undefined;
    readonly measure: MeasureText;
    /** Notice, sources, date and data version. */
    readonly small: readonly string[];
  },
): string {
  const width = SIZE[figure];
  const { words, theme } = composed;
  const title = words.t(
    figure === 'legend' ? 'printLegend' : figure === 'ratio' ? 'ratioTitle' : 'printSvg_waterfall',
  );
  const top = SIZE.margin + SIZE.title * LINE_HEIGHT + 2;
  const drawn = ((): { readonly height: number; readonly drawing: JSX.Element } => {
    if (figure === 'legend') return legendDrawing(composed, width, measure);
    if (answer === undefined) throw new Error('the coast has not been measured');
    if (figure === 'ratio') {
      const box = { x: 0, y: 0, width, height: 27 };
      const { overall: summary } = answer.audit;
      return {
        height: box.height,
        drawing: <RatioFigure {...{ summary, box, theme, words }} />,
      };
    }
    const { waterfall, settings } = answer;
    return {
      height: waterfallHeight(waterfall),
      drawing: <WaterfallFigure {...{ waterfall, width, words }} target={settings.target} />,
    };
  })();
  const lines: TextLine[] = [];
  let y = top + drawn.height + 3;
  for (const text of small) {
    for (const line of wrapText(text, width, { size: SIZE.small }, measure)) {
      const at = { x: SIZE.margin, y: y + ASCENT * SIZE.small };
      lines.push({ ...at, size: SIZE.small, text: line, isQuiet: true });
      y += SIZE.small * LINE_HEIGHT;
    }
  }
  return renderSvg(
    <FigureSvg
      width={width + 2 * SIZE.margin}
      height={y + SIZE.margin}
      title={`${title}: ${composed.title}`}
      description={composed.description}
      language={words.language}
      lines={[
        {
          x: SIZE.margin,
          y: SIZE.margin + ASCENT * SIZE.title,
          size: SIZE.title,
          text: figure === 'ratio' ? composed.title : title,
          isBold: true,
        },
        ...lines,
      ]}
    >
      <g transform={`translate(${SIZE.margin} ${top})`}>{drawn.drawing}</g>
    </FigureSvg>,
  );
}

function legendDrawing(
  { legendGroups, entries, theme }: PrintablePage,
  width: number,
  measure: MeasureText,
): { readonly height: number; readonly drawing: JSX.Element } {
  const room = { columns: 1, columnWidth: width, gap: 0, height: Infinity, scale: 1 };
  const flowed = flowLegend(legendGroups, room, measure);
  return {
    height: flowed.height,
    drawing: (
      <>
        <FigureLines lines={flowed.texts} />
        {flowed.signs.map((sign) => {
          const entry = entries.get(sign.key);
          return entry && <PlacedLegendSymbol key={sign.key} {...{ sign, entry, theme }} />;
        })}
      </>
    ),
  };
}
