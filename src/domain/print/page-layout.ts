import {
  ASCENT,
  baseRowCount,
  type FlowedLegend,
  flowLegend,
  type LabelledGroup,
  LINE_HEIGHT,
  type TextLine,
  withFewerBaseRows,
} from './legend-flow.ts';
import type { Page } from './page.ts';
import { type ScaleBar, scaleBar } from './scale-bar.ts';
import { type MeasureText, wrapText } from './text-wrap.ts';

/** The corners of the map in which the notice can be placed. */
export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
/** One corner of the map, from `CORNERS`. */
export type Corner = (typeof CORNERS)[number];

/** A box on a page in millimetres from its top left corner. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The texts of a page in its language. */
export type PageTexts = {
  readonly title: string;
  readonly subtitle: string;
  readonly legendTitle: string;
  readonly legend: readonly LabelledGroup[];
  /** The rows for which the legend reserves space, if there are more than it names. */
  readonly legendSpace?: readonly LabelledGroup[];
  /** The words for rows of the base map that are left out for want of space. */
  readonly more: (count: number) => string;
  /** Sources, date, map review number, data version: each takes one or more lines of small type. */
  readonly small: readonly string[];
  /** The notice that the data are not surveyed; undefined only for surveyed data. */
  readonly notice: string | undefined;
  readonly noticeCorner: Corner;
  readonly hasGauge: boolean;
};

/** A part that does not fit on a page; for a legend, with the number of rows that are left out. */
export type PageFault =
  | { readonly kind: 'heading' }
  | { readonly kind: 'small-type' }
  | { readonly kind: 'legend'; readonly rows: number };

/** The positions of all parts of a page, in millimetres from its top left corner. */
export type PageLayout = {
  readonly page: Page;
  readonly map: Box;
  readonly heading: readonly TextLine[];
  readonly small: readonly TextLine[];
  readonly legend: FlowedLegend & { readonly box: Box; readonly title: TextLine };
  readonly notice: { readonly box: Box; readonly lines: readonly TextLine[] } | undefined;
  readonly gauge: Box | undefined;
  /** The north arrow beside the scale and its bar. */
  readonly north: Box;
  readonly scale: Box;
  readonly faults: readonly PageFault[];
};

/** Type sizes and spaces in millimetres on A4. */
const SIZE = { title: 6.2, subtitle: 3.7, legendTitle: 3.6, small: 2.25, notice: 2.8 } as const;
const ROOM = {
  margin: 9,
  gap: 4,
  north: { width: 9, height: 13 },
  gauge: 23,
  noticeInset: 2.5,
  noticePadding: 1.7,
} as const;
/** The type of a legend is reduced before rows are left out: from 2.9 mm down to 2.1 mm (6 points). */
const LEGEND_SCALES = [1, 0.9, 0.8, 0.73] as const;
/** On slides, whose type is larger, down to the same 6 points on paper. */
const SLIDE_SCALES = [...LEGEND_SCALES, 0.66, 0.6] as const;
/**
 * The widths of the column beside a map in millimetres on A4, and the largest share of the page that it
 * takes.
 */
const COLUMN_WIDTHS = [56, 66, 78, 98] as const;
const MOST_OF_WIDTH = 0.4;
/**
 * The narrowest column of a legend under a map in millimetres on A4, and the largest share of the page
 * that legend and marks take.
 */
const LEAST_COLUMN = 46;
const MOST_OF_HEIGHT = 0.4;
/** The largest shares of the page height that the heading and the small type may take. */
const MOST_HEADING = 0.2;
const MOST_SMALL = 0.16;

/**
 * Lays a page out without overlaps. The legend is beside the map on a landscape page and under it on a
 * portrait page.
 */
export function layoutPage(page: Page, words: PageTexts, measure: MeasureText): PageLayout {
  const unit = page.typeScale;
  const inner = inset(
    { x: 0, y: 0, width: page.widthMm, height: page.heightMm },
    ROOM.margin * unit,
  );
  const heading = [
    ...setLines(words.title, SIZE.title * unit, inner, measure, { isBold: true }),
    ...setLines(words.subtitle, SIZE.subtitle * unit, inner, measure, { isQuiet: true }),
  ];
  const stacked = stack(heading, inner.x, inner.y);
  const small = words.small.flatMap((text) =>
    setLines(text, SIZE.small * unit, inner, measure, { isQuiet: true }),
  );
  const smallHeight = heightOf(small);
  const top = inner.y + stacked.height + (heading.length === 0 ? 0 : ROOM.gap * 0.75 * unit);
  const bottom = inner.y + inner.height - smallHeight - ROOM.gap * 0.75 * unit;
  const body = { x: inner.x, y: top, width: inner.width, height: Math.max(1, bottom - top) };
  const parts =
    page.widthMm > page.heightMm
      ? besideMap(page, body, words, measure)
      : underMap(page, body, words, measure);
  const faults: PageFault[] = [];
  if (stacked.height > MOST_HEADING * page.heightMm) faults.push({ kind: 'heading' });
  if (smallHeight > MOST_SMALL * page.heightMm) faults.push({ kind: 'small-type' });
  if (parts.legend.left > 0) faults.push({ kind: 'legend', rows: parts.legend.left });
  return {
    page,
    ...parts,
    heading: stacked.lines,
    small: stack(small, inner.x, inner.y + inner.height - smallHeight).lines,
    notice: setNotice(words, parts.map, unit, measure),
    faults,
  };
}

type Parts = Pick<PageLayout, 'map' | 'legend' | 'gauge' | 'north' | 'scale'>;

function besideMap(page: Page, body: Box, words: PageTexts, measure: MeasureText): Parts {
  const unit = page.typeScale;
  const gap = ROOM.gap * unit;
  const north = { width: ROOM.north.width * unit, height: ROOM.north.height * unit };
  const gaugeHeight = words.hasGauge ? ROOM.gauge * unit : 0;
  const attempt = (width: number, scale: number, texts = words): Parts => {
    const columns = Math.max(1, Math.floor((width + gap) / (LEAST_COLUMN * scale * unit + gap)));
    const x = body.x + body.width - width;
    const marksY = body.y + body.height - north.height;
    const gaugeY = marksY - (words.hasGauge ? gap + gaugeHeight : 0);
    const box = { x, y: body.y, width, height: gaugeY - gap - body.y };
    return {
      map: { ...body, width: body.width - width - gap },
      legend: setLegend(texts, box, { columns, scale: scale * unit, unit }, measure),
      gauge: words.hasGauge ? { x, y: gaugeY, width, height: gaugeHeight } : undefined,
      north: { x, y: marksY, ...north },
      scale: {
        x: x + north.width + gap,
        y: marksY,
        width: width - north.width - gap,
        height: north.height,
      },
    };
  };
  const scales = page.isSlide ? SLIDE_SCALES : LEGEND_SCALES;
  const widest = Math.max(COLUMN_WIDTHS[0] * unit, MOST_OF_WIDTH * body.width);
  const widths = [
    ...COLUMN_WIDTHS.map((width) => width * unit).filter((width) => width < widest),
    widest,
  ];
  return firstFitting([
    ...scales.flatMap((scale) => widths.map((width) => () => attempt(width, scale))),
    ...withoutBaseRows(words).map((texts) => () => attempt(widest, Math.min(...scales), texts)),
  ]);
}

function underMap(page: Page, body: Box, words: PageTexts, measure: MeasureText): Parts {
  const unit = page.typeScale;
  const gap = ROOM.gap * unit;
  const north = { width: ROOM.north.width * unit, height: ROOM.north.height * unit };
  const gaugeHeight = words.hasGauge ? ROOM.gauge * unit : 0;
  const marksHeight = north.height + (words.hasGauge ? gap + gaugeHeight : 0);
  const marksWidth = COLUMN_WIDTHS[0] * unit;
  const width = body.width - marksWidth - gap * 1.5;
  const most = MOST_OF_HEIGHT * body.height;
  const attempt = (scale: number, texts = words): Parts => {
    const columns = Math.max(1, Math.floor((width + gap) / (LEAST_COLUMN * scale * unit + gap)));
    const room = { x: body.x, y: 0, width, height: most };
    const flowed = setLegend(texts, room, { columns, scale: scale * unit, unit }, measure);
    const height = Math.max(marksHeight, flowed.box.height);
    const y = body.y + body.height - height;
    const x = body.x + body.width - marksWidth;
    return {
      map: { ...body, height: body.height - height - gap },
      legend: {
        ...flowed,
        box: { ...flowed.box, y },
        title: { ...flowed.title, y: flowed.title.y + y },
      },
      gauge: words.hasGauge ? { x, y, width: marksWidth, height: gaugeHeight } : undefined,
      north: { x, y: body.y + body.height - north.height, ...north },
      scale: {
        x: x + north.width + gap,
        y: body.y + body.height - north.height,
        width: marksWidth - north.width - gap,
        height: north.height,
      },
    };
  };
  return firstFitting([
    ...LEGEND_SCALES.map((scale) => () => attempt(scale)),
    ...withoutBaseRows(words).map((texts) => () => attempt(Math.min(...LEGEND_SCALES), texts)),
  ]);
}

/** The same texts with ever fewer rows of the base map in the legend, down to none. */
function withoutBaseRows(words: PageTexts): readonly PageTexts[] {
  const { legend, legendSpace, more } = words;
  const count = Math.max(baseRowCount(legend), baseRowCount(legendSpace ?? []));
  return Array.from({ length: count }, (_, index): PageTexts => {
    const kept = count - index - 1;
    return {
      ...words,
      legend: withFewerBaseRows(legend, kept, more),
      ...(legendSpace && { legendSpace: withFewerBaseRows(legendSpace, kept, more) }),
    };
  });
}

/** Returns the first attempt that leaves no row out, otherwise the last one. */
function firstFitting(attempts: readonly (() => Parts)[]): Parts {
  let last: Parts | undefined;
  for (const attempt of attempts) {
    last = attempt();
    if (last.legend.left === 0) return last;
  }
  if (last === undefined) throw new Error('no way to set a legend');
  return last;
}

/**
 * Lays out a legend in the space that its texts request: it is sized by the rows of that space, then
 * filled with its own rows.
 */
function setLegend(
  words: PageTexts,
  ...rest: [room: Box, way: LegendWay, measure: MeasureText]
): PageLayout['legend'] {
  const { legend, legendSpace } = words;
  const sized = setRows(words, legendSpace ?? legend, ...rest);
  if (legendSpace === undefined) return sized;
  const { box, height, left } = sized;
  return { ...setRows(words, legend, ...rest), box, height, left };
}

type LegendWay = { readonly columns: number; readonly scale: number; readonly unit: number };

function setRows(
  { legendTitle }: PageTexts,
  legend: readonly LabelledGroup[],
  room: Box,
  { columns, scale, unit }: LegendWay,
  measure: MeasureText,
): PageLayout['legend'] {
  const gap = ROOM.gap * unit;
  const titleHeight = SIZE.legendTitle * unit * LINE_HEIGHT + unit;
  const flowed = flowLegend(
    legend,
    {
      columns,
      columnWidth: (room.width - gap * (columns - 1)) / columns,
      gap,
      height: room.height - titleHeight,
      scale,
    },
    measure,
  );
  return {
    texts: flowed.texts.map((line) => ({ ...line, y: line.y + titleHeight })),
    signs: flowed.signs.map((sign) => ({ ...sign, y: sign.y + titleHeight })),
    left: flowed.left,
    height: flowed.height + titleHeight,
    box: { ...room, height: flowed.height + titleHeight },
    title: {
      x: room.x,
      y: room.y + ASCENT * SIZE.legendTitle * unit,
      size: SIZE.legendTitle * unit,
      text: legendTitle,
      isBold: true,
    },
  };
}

function setNotice(
  { notice, noticeCorner }: PageTexts,
  map: Box,
  unit: number,
  measure: MeasureText,
): PageLayout['notice'] {
  if (notice === undefined) return undefined;
  const [padding, edge, size] = [
    ROOM.noticePadding * unit,
    ROOM.noticeInset * unit,
    SIZE.notice * unit,
  ];
  const most = map.width - 2 * (edge + padding);
  const lines = wrapText(notice, Math.min(most, 80 * unit), { size, isBold: true }, measure);
  const widest = Math.max(...lines.map((line) => measure(line, size, true)));
  const width = widest + 2 * padding;
  const height = lines.length * size * LINE_HEIGHT + 2 * padding;
  const isLeft = noticeCorner.endsWith('left');
  const isTop = noticeCorner.startsWith('top');
  const box = {
    x: isLeft ? map.x + edge : map.x + map.width - edge - width,
    y: isTop ? map.y + edge : map.y + map.height - edge - height,
    width,
    height,
  };
  const placed = stack(
    lines.map((text) => ({ size, text, isBold: true })),
    box.x + padding,
    box.y + padding,
  );
  return { box, lines: placed.lines };
}

type UnplacedLine = Omit<TextLine, 'x' | 'y'>;

function setLines(
  text: string,
  size: number,
  { width }: Box,
  measure: MeasureText,
  look: Pick<TextLine, 'isBold' | 'isQuiet'>,
): readonly UnplacedLine[] {
  const isBold = look.isBold ?? false;
  return wrapText(text, width, { size, isBold }, measure).map((line) => ({
    size,
    text: line,
    ...look,
  }));
}

function heightOf(lines: readonly UnplacedLine[]): number {
  return lines.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);
}

function stack(
  lines: readonly UnplacedLine[],
  x: number,
  top: number,
): { readonly lines: readonly TextLine[]; readonly height: number } {
  let y = top;
  const placed = lines.map((line) => {
    const baseline = y + line.size * ASCENT;
    y += line.size * LINE_HEIGHT;
    return { ...line, x, y: baseline };
  });
  return { lines: placed, height: y - top };
}

function inset({ x, y, width, height }: Box, margin: number): Box {
  return { x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin };
}

/** The scale bar in a box: it takes half to all of the width of the box and keeps its labels inside. */
export function barIn({ width }: Box, metresPerMm: number): ScaleBar {
  // The last label extends beyond the end of the bar by half the width of the label.
  return scaleBar(metresPerMm, width * 0.82);
}
