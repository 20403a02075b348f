import { INK_COLOURS } from '../../domain/ink-colours.ts';
import type { TextLine } from '../../domain/print/legend-flow.ts';
import type { MeasureText } from '../../domain/print/text-wrap.ts';

/** Fonts of a page: whatever the system has for Latin and Chinese. */
export const PRINT_FONT =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
/** Weights of a page. */
const SHEET_WEIGHT = { plain: 400, bold: 600 } as const;
/** Colours of a page: paper, whatever the theme on screen. */
export const PRINT_INK = {
  ink: INK_COLOURS.ink.paper,
  quiet: INK_COLOURS.quiet.paper,
  line: INK_COLOURS.line.paper,
  paper: INK_COLOURS.panel.paper,
} as const;

/** Size at which fonts are measured, in pixels: large, so that hinting does not matter. */
const MEASURED_AT = 100;

/**
 * Measures texts as this browser will draw them.
 * @param fonts the fonts of a page, by default; other ones for a file that another program draws.
 * @throws Error when there is no canvas
 */
export function createMeasure(fonts = PRINT_FONT): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no canvas to measure texts on');
  const known = new Map<string, number>();
  return (text, size, isBold) => {
    const key = `${isBold ? 'b' : 'p'}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = `${isBold ? SHEET_WEIGHT.bold : SHEET_WEIGHT.plain} ${MEASURED_AT}px ${fonts}`;
      width = context.measureText(text).width / MEASURED_AT;
      known.set(key, width);
    }
    return width * size;
  };
}

/** The attributes of an SVG text. */
export function typeOf({ size, isBold, isQuiet }: Omit<TextLine, 'x' | 'y' | 'text'>) {
  return {
    'font-size': size,
    'font-weight': isBold ? SHEET_WEIGHT.bold : SHEET_WEIGHT.plain,
    fill: isQuiet ? PRINT_INK.quiet : PRINT_INK.ink,
  };
}
