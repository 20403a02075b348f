import { xmlText } from '../../domain/file-text.ts';
import { type FittedText, fitText } from '../../domain/print/fit-text.ts';
import type { MeasureText } from '../../domain/print/text-wrap.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { SlideItem, TextItem } from './slide-items.ts';
import type { SlideBox } from './slide-layout.ts';

/** What slides are composed with. */
export type ComposeContext = { readonly words: I18n; readonly measure: MeasureText };

/** A part of a column with its height in inches. */
export type ColumnBlock = {
  readonly height: number;
  /** The space below it. */
  readonly gap: number;
  /** Whether it can be lower than it asks for, and is shortened then. */
  readonly isShortened: boolean;
  /** Whether its text is cut even at its whole height. */
  readonly isCut?: boolean;
  readonly draw: (x: number, y: number, height?: number) => readonly SlideItem[];
};

/** A text and how it is set; `most` is the height that it may take at its smallest size. */
export type BlockText = Pick<
  TextItem,
  'path' | 'text' | 'colour' | 'isBold' | 'isTitle' | 'align' | 'valign'
> & {
  readonly sizes: readonly number[];
  readonly most?: number;
  readonly gap: number;
};

const POINTS_PER_INCH = 72;
/** Programs break lines at the thin space before a unit, and few fonts have the narrow one that joins. */
const [THIN_SPACE, JOINING_SPACE] = ['\u2009', '\u00a0'];
/** Fonts on another computer may be slightly wider than the measured ones. */
const WIDTH_USED = 0.95;

/** Sets a text as a block of a width; it takes no room when it is empty. */
export function blockText(
  { measure }: ComposeContext,
  width: number,
  given: BlockText,
): ColumnBlock {
  const { sizes, most = Number.POSITIVE_INFINITY, gap, ...look } = given;
  // Words are pasted from anywhere, and breaks count as lines.
  const whole = xmlText(given.text).replaceAll(THIN_SPACE, JOINING_SPACE);
  if (whole.trim() === '') return { height: 0, gap: 0, isShortened: false, draw: () => [] };
  const fitIn = (height: number): FittedText =>
    fitText(
      whole,
      { width: width * WIDTH_USED * POINTS_PER_INCH, height: height * POINTS_PER_INCH },
      { sizes, isBold: given.isBold === true },
      measure,
    );
  const set = fitIn(most);
  const height = set.height / POINTS_PER_INCH;
  return {
    ...{ height, gap, isShortened: true, isCut: set.text !== whole },
    draw: (x, y, room = height) => {
      const { text, size } = room < height - 1e-6 ? fitIn(room) : set;
      return [{ kind: 'text', ...look, text, size, box: { x, y, w: width, h: room } }];
    },
  };
}

/** Sizes in whole points from one down to another. */
export function sizesDown(from: number, to: number): readonly number[] {
  const first = Math.round(from);
  return Array.from({ length: Math.max(1, first - to + 1) }, (_, index) => first - index);
}

/** The sizes at which a text stands in one line of a width; the smallest where it never does. */
export function sizesInOneLine(
  text: string,
  width: number,
  sizes: readonly number[],
  { measure }: ComposeContext,
): readonly number[] {
  const room = width * WIDTH_USED * POINTS_PER_INCH;
  const fitting = sizes.filter((size) => measure(text, size, true) <= room);
  return fitting.length > 0 ? fitting : sizes.slice(-1);
}

/** Stacks blocks from the top of a box; `isCut` shortens the last texts so that they end within it. */
export function stack(
  blocks: readonly ColumnBlock[],
  { x, y: top, h }: SlideBox,
  isCut = false,
): { readonly items: readonly SlideItem[]; readonly bottom: number } {
  const items: SlideItem[] = [];
  let excess = isCut ? blocks.reduce((sum, { height, gap }) => sum + height + gap, 0) - h : 0;
  const heights = blocks.map(({ height }) => height);
  // The longest text, a caption, gives way first, down to one line.
  const order = blocks
    .map((block, index) => ({ ...block, index }))
    .filter(({ isShortened }) => isShortened)
    .toSorted((one, other) => other.height - one.height);
  for (const { index, height } of order) {
    if (excess <= 0) break;
    const given = Math.min(excess, Math.max(0, height - LEAST_TEXT));
    heights[index] = height - given;
    excess -= given;
  }
  let y = top;
  for (const [index, block] of blocks.entries()) {
    const height = heights[index] ?? block.height;
    items.push(...block.draw(x, y, height));
    y += height + block.gap;
  }
  return { items, bottom: y };
}

/** The height that a text keeps however little room there is, in inches. */
const LEAST_TEXT = 0.4;
