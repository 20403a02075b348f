import { TEXT_LINE } from '../../domain/print/fit-text.ts';
import { type MeasureText, wrapText } from '../../domain/print/text-wrap.ts';
import type { SlideBox } from './slide-layout.ts';

/** A row of a slide's legend: a heading, or a name with its symbol as PNG. */
export type SlideLegendRow = { readonly name: string; readonly sign?: string };

/** A row in its place, in inches; the name in points of type. */
export type PlacedLegendRow = {
  readonly row: SlideLegendRow;
  readonly name: SlideBox;
  readonly sign: SlideBox | undefined;
};

/** A legend in its place. */
export type PlacedLegend = {
  readonly rows: readonly PlacedLegendRow[];
  readonly size: number;
  /** The number of rows that have no room, headings aside, and where that is said. */
  readonly left: number;
  readonly more: SlideBox | undefined;
  /** The lower end of the legend. */
  readonly bottom: number;
};

/** Columns and type sizes in points in the order in which they are tried; none is below 8. */
const LOOKS = [
  { columns: 1, size: 12 },
  { columns: 1, size: 11 },
  { columns: 1, size: 10 },
  { columns: 2, size: 10 },
  { columns: 1, size: 9 },
  { columns: 2, size: 9 },
  { columns: 1, size: 8 },
  { columns: 2, size: 8 },
] as const;
type LegendLook = { readonly columns: 1 | 2; readonly size: number };

const POINTS_PER_INCH = 72;
/** A name of so many characters reads badly in two lines. */
const SHORT_NAME = 12;
/** A symbol's size in inches with type of 11 points. */
const SIGN = { w: 0.4, h: 0.222 } as const;
const GAP = { column: 0.16, row: 0.025, sign: 0.09, group: 0.07 } as const;
/** Fonts on another computer may be slightly wider than the measured ones. */
const WIDTH_USED = 0.95;

/**
 * Places the rows of a legend in a box: one column or two, type of 12 points or less, whichever first has room for all.
 * Names wrap between words, and no heading stands alone at the foot of a column. What has no room is counted.
 */
export function placeLegend(
  rows: readonly SlideLegendRow[],
  box: SlideBox,
  measure: MeasureText,
): PlacedLegend {
  let last: PlacedLegend | undefined;
  for (const look of LOOKS) {
    const blocks = rows.map((row) => blockOf(row, columnWidth(box, look), look, measure));
    if (look.columns === 2 && blocks.some(({ isCut }) => isCut)) continue;
    const placed = inHeight(blocks, box, look);
    if (placed.left === 0) return placed;
    // Of two looks that are too small, the one that holds more.
    if (last === undefined || placed.rows.length >= last.rows.length) last = placed;
  }
  return last ?? { rows: [], size: 8, left: 0, more: undefined, bottom: box.y };
}

type Block = {
  readonly row: SlideLegendRow;
  readonly height: number;
  readonly indent: number;
  readonly sign: { readonly w: number; readonly h: number } | undefined;
  /** Whether a word is wider than its column, or a short name takes two lines. */
  readonly isCut: boolean;
};

function columnWidth({ w }: SlideBox, { columns }: LegendLook): number {
  return (w - (columns - 1) * GAP.column) / columns;
}

function blockOf(
  row: SlideLegendRow,
  width: number,
  { size }: LegendLook,
  measure: MeasureText,
): Block {
  const isBold = row.sign === undefined;
  const scale = size / 11;
  const sign = isBold ? undefined : { w: SIGN.w * scale, h: SIGN.h * scale };
  const indent = sign === undefined ? 0 : sign.w + GAP.sign * scale;
  const room = (width - indent) * WIDTH_USED * POINTS_PER_INCH;
  const lines = wrapText(row.name, room, { size, isBold }, measure).length;
  const text = (lines * size * TEXT_LINE) / POINTS_PER_INCH;
  return {
    row,
    indent,
    sign,
    height: Math.max(text, sign?.h ?? 0) + GAP.row,
    isCut:
      (lines > 1 && row.name.length <= SHORT_NAME) ||
      row.name.split(/\s+/).some((word) => isOneWord(word) && measure(word, size, isBold) > room),
  };
}

/** Chinese breaks between any two characters. */
function isOneWord(text: string): boolean {
  return !/\p{Script=Han}/u.test(text);
}

/** Columns of equal height, as low as they can be. */
function inHeight(blocks: readonly Block[], box: SlideBox, look: LegendLook): PlacedLegend {
  const whole = blocks.reduce((sum, { height }) => sum + height + GAP.group, 0);
  for (let h = whole / look.columns; h < box.h; h += 0.05) {
    const placed = fill(blocks, { ...box, h }, look);
    if (placed.left === 0) return placed;
  }
  const all = fill(blocks, box, look);
  if (all.left === 0) return all;
  const line = (look.size * TEXT_LINE) / POINTS_PER_INCH;
  const most = fill(blocks, { ...box, h: box.h - line }, look);
  const more = { x: box.x, y: box.y + box.h - line, w: box.w, h: line };
  return { ...most, more, bottom: box.y + box.h };
}

function fill(blocks: readonly Block[], box: SlideBox, look: LegendLook): PlacedLegend {
  const width = columnWidth(box, look);
  const rows: PlacedLegendRow[] = [];
  let [column, y, bottom] = [0, box.y, box.y];
  for (const [index, block] of blocks.entries()) {
    const { row, height, indent, sign } = block;
    const next = row.sign === undefined ? (blocks[index + 1]?.height ?? 0) : 0;
    const before = row.sign === undefined && y > box.y ? GAP.group : 0;
    if (y + before + height + next > box.y + box.h + 1e-6) {
      column += 1;
      y = box.y;
    } else y += before;
    if (column >= look.columns || y + height + next > box.y + box.h + 1e-6) {
      const left = blocks.slice(index).filter((other) => other.row.sign !== undefined).length;
      return { rows, size: look.size, left, more: undefined, bottom };
    }
    const x = box.x + column * (width + GAP.column);
    const h = height - GAP.row;
    rows.push({
      row,
      name: { x: x + indent, y, w: width - indent, h },
      sign: sign && { x, y: y + (h - sign.h) / 2, ...sign },
    });
    y += height;
    bottom = Math.max(bottom, y);
  }
  return { rows, size: look.size, left: 0, more: undefined, bottom };
}
