import { type MeasureText, wrapText } from './text-wrap.ts';

/** A group of legend rows in the words of one language, under its heading. */
export type LabelledGroup = {
  readonly title: string;
  /** A row with an empty key has no symbol. */
  readonly rows: readonly { readonly key: string; readonly name: string }[];
  /** Rows of the base map: where space is short, these are left out first. */
  readonly isBase?: boolean;
};

/** The key of a row without a symbol. */
const WORDS_ONLY = '';

/**
 * Keeps only so many rows of the base map, the first ones; in place of the others a row tells how many they are. Gives the
 * same groups back where there are no more.
 */
export function withFewerBaseRows(
  groups: readonly LabelledGroup[],
  kept: number,
  more: (count: number) => string,
): readonly LabelledGroup[] {
  const all = baseRowCount(groups);
  if (all <= kept) return groups;
  let left = kept;
  let isTold = false;
  return groups.flatMap((group) => {
    if (group.isBase !== true) return [group];
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    if (rows.length === group.rows.length) return [group];
    const note = isTold ? [] : [{ key: WORDS_ONLY, name: more(all - kept) }];
    isTold = true;
    return rows.length + note.length === 0 ? [] : [{ ...group, rows: [...rows, ...note] }];
  });
}

/** The number of rows of the base map. */
export function baseRowCount(groups: readonly LabelledGroup[]): number {
  return groups.reduce((sum, { rows, isBase }) => sum + (isBase === true ? rows.length : 0), 0);
}

/** A line of text: the left end of its baseline, and its type. */
export type TextLine = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly isBold?: boolean;
  readonly isQuiet?: boolean;
};

/** The box of the symbol of a row; the symbol fills the box as far as its shape allows. */
export type PlacedSymbol = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A legend laid out in columns; positions are relative to its top left corner. */
export type FlowedLegend = {
  readonly texts: readonly TextLine[];
  readonly signs: readonly PlacedSymbol[];
  readonly height: number;
  /** The number of rows that did not fit. */
  readonly left: number;
};

/** The space for a legend and its columns, in millimetres. */
export type LegendSpace = {
  readonly columns: number;
  readonly columnWidth: number;
  readonly gap: number;
  readonly height: number;
  /** The scale of the type; 1 is type of 2.9 mm. */
  readonly scale: number;
};

/** Sizes in millimetres at scale 1. */
const SIZE = { heading: 3, row: 2.9, sign: { width: 7.2, height: 4 } } as const;
const SPACE = { afterSign: 2, betweenRows: 0.9, afterHeading: 1, beforeHeading: 2.2 } as const;
/** The distance between baselines, as a multiple of the type size. */
export const LINE_HEIGHT = 1.28;
/** The distance from the top of a line to its baseline, as a multiple of the type size. */
export const ASCENT = 0.98;

/** A block that stays in one column: a row, with the heading if it is the first of its group. */
type Block = {
  readonly height: number;
  readonly space: number;
  readonly isRow: true;
  readonly draw: (
    x: number,
    y: number,
  ) => { readonly texts: readonly TextLine[]; readonly sign: PlacedSymbol | undefined };
};

/** Lays a legend out in columns of equal height, with the smallest possible height. */
export function flowLegend(
  groups: readonly LabelledGroup[],
  room: LegendSpace,
  measure: MeasureText,
): FlowedLegend {
  const blocks = groups.flatMap((group) => blocksOf(group, room, measure));
  const whole = blocks.reduce((sum, { height, space }) => sum + height + space, 0);
  const step = room.scale;
  for (let height = Math.min(room.height, whole / room.columns); ; height += step) {
    const limit = Math.min(height, room.height);
    const placed = fill(blocks, limit, room);
    if (placed.left === 0 || limit >= room.height) return placed;
  }
}

function fill(
  blocks: readonly Block[],
  limit: number,
  { columns, columnWidth, gap }: LegendSpace,
): FlowedLegend {
  const texts: TextLine[] = [];
  const signs: PlacedSymbol[] = [];
  let [column, y, tallest] = [0, 0, 0];
  for (const [index, block] of blocks.entries()) {
    const space = y === 0 ? 0 : block.space;
    if (y + space + block.height > limit + 1e-9 && y > 0) {
      column += 1;
      y = 0;
    } else y += space;
    if (column >= columns || y + block.height > limit + 1e-9)
      return { texts, signs, height: tallest, left: blocks.length - index };
    const drawn = block.draw(column * (columnWidth + gap), y);
    texts.push(...drawn.texts);
    if (drawn.sign !== undefined) signs.push(drawn.sign);
    y += block.height;
    tallest = Math.max(tallest, y);
  }
  return { texts, signs, height: tallest, left: 0 };
}

function blocksOf(
  { title, rows }: LabelledGroup,
  { columnWidth, scale }: LegendSpace,
  measure: MeasureText,
): readonly Block[] {
  const heading = { size: SIZE.heading * scale, isBold: true };
  const headingLines = wrapText(title, columnWidth, heading, measure);
  const headingHeight =
    headingLines.length * heading.size * LINE_HEIGHT + SPACE.afterHeading * scale;
  const size = SIZE.row * scale;
  const [signWidth, signHeight] = [SIZE.sign.width * scale, SIZE.sign.height * scale];
  const textX = signWidth + SPACE.afterSign * scale;
  return rows.map(({ key, name }, index) => {
    const lines = wrapText(name, columnWidth - textX, { size }, measure);
    const textHeight = lines.length * size * LINE_HEIGHT;
    const rowHeight = Math.max(signHeight, textHeight);
    const above = index === 0 ? headingHeight : 0;
    return {
      isRow: true,
      height: above + rowHeight,
      space: (index === 0 ? SPACE.beforeHeading : SPACE.betweenRows) * scale,
      draw: (x, y) => ({
        texts: [
          ...(index === 0
            ? headingLines.map((text, line) => ({
                x,
                y: y + (line * LINE_HEIGHT + ASCENT) * heading.size,
                text,
                ...heading,
              }))
            : []),
          ...lines.map((text, line) => ({
            x: x + textX,
            y: y + above + (rowHeight - textHeight) / 2 + (line * LINE_HEIGHT + ASCENT) * size,
            size,
            text,
          })),
        ],
        sign:
          key === WORDS_ONLY
            ? undefined
            : {
                key,
                x,
                y: y + above + (rowHeight - signHeight) / 2,
                width: signWidth,
                height: signHeight,
              },
      }),
    };
  });
}
