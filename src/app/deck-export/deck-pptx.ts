import PptxGenJS from 'pptxgenjs';
import type { RatioPart } from '../../domain/audit/ratio-parts.ts';
import { xmlText } from '../../domain/file-text.ts';
import { INK_COLOURS } from '../../domain/ink-colours.ts';
import { type FittedText, fitText } from '../../domain/print/fit-text.ts';
import type { MeasureText } from '../../domain/print/text-wrap.ts';
import {
  COASTLINE_SYMBOLS,
  type CoastlineSymbol,
  UNCLASSIFIED_SYMBOL,
} from '../../domain/symbology.ts';
import { PUNCTUATION } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { legendColumns } from './legend-columns.ts';
import { type ChartTable, repairedPptx } from './repair-pptx.ts';
import {
  layoutSides,
  layoutSlide,
  type SlideBox,
  type SlideLayout,
  type SlidePlaces,
} from './slide-layout.ts';
import { chartAlt, type SlideText, shownParts } from './slide-text.ts';

/** A row of a slide's legend: a heading, or a name with its symbol as PNG. */
export type SlideLegendRow = { readonly name: string; readonly sign?: string };

/** A picture of a map as a `data:` URL of a PNG, and its words for screen readers. */
export type SlidePicture = { readonly data: string; readonly alt: string };

/** One of two compared maps, under its name; its ratio is the bar of that name. */
export type SlideSide = { readonly name: string; readonly picture: SlidePicture };

/** A view as a slide. */
export type ViewSlide = SlideText & {
  /** One map, or two that are compared. */
  readonly maps: SlidePicture | readonly [left: SlideSide, right: SlideSide];
  readonly legend: readonly SlideLegendRow[];
  /** Notice, sources, scale and data version: always present. */
  readonly foot: readonly string[];
};

/** The content of a PowerPoint file: a title slide and one slide per view. */
export type SlideDeck = {
  readonly title: string;
  readonly plan: string;
  /** Lines of the title slide below the plan's name. */
  readonly about: readonly string[];
  /** Lines of the title slide's notes: where data of the user came from. */
  readonly aboutNotes?: readonly string[];
  readonly slides: readonly ViewSlide[];
};

type SlideOptions = {
  readonly shape: SlideLayout;
  readonly words: I18n;
  readonly measure: MeasureText;
};

type SlideContext = SlideOptions & {
  readonly places: SlidePlaces;
  /** Options of every text run: without a language, Chinese text would be set as English. */
  readonly type: { readonly fontFace: string; readonly lang: string };
  /** The tables of the charts so far, in order. */
  readonly charts: ChartTable[];
};

const INK = hexOf(INK_COLOURS.ink.paper);
const QUIET = hexOf(INK_COLOURS.quiet.paper);
const PAPER = hexOf(INK_COLOURS.panel.paper);
const MASTER = 'COASTPLAN';
const POINTS_PER_INCH = 72;
/** Text sizes in points, from the preferred one down to the smallest that is legible in a presentation. */
const SIZES = {
  cover: [40, 36, 32, 28, 24, 20, 18],
  title: [28, 26, 24, 22, 20, 18, 16, 14],
  caption: [16, 15, 14, 13, 12, 11, 10],
  headline: [14, 13, 12, 11, 10],
  legend: [11, 10, 9, 8, 7],
  foot: [9, 8.5, 8, 7.5, 7, 6.5, 6],
} as const;

/**
 * Returns the bytes of a PowerPoint file with native titles, texts, charts and notes, all editable there.
 */
export async function deckPptx(
  given: SlideDeck,
  manner: SlideOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const deck = legible(given);
  const pptx = new PptxGenJS();
  const places = layoutSlide(manner.shape);
  const isChinese = manner.words.language === 'zh';
  const type = isChinese
    ? { fontFace: 'Microsoft YaHei', lang: 'zh-CN' }
    : { fontFace: 'Arial', lang: 'en-GB' };
  const pen: SlideContext = { ...manner, places, type, charts: [] };
  pptx.defineLayout({ name: 'SLIDE', width: places.width, height: places.height });
  pptx.layout = 'SLIDE';
  pptx.title = deck.title;
  pptx.subject = deck.plan;
  pptx.company = 'Coastplan';
  pptx.author = 'Coastplan';
  pptx.theme = { headFontFace: type.fontFace, bodyFontFace: type.fontFace };
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: PAPER },
    objects: [
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title', ...places.title, ...type },
            ...{ color: INK, bold: true, align: 'left', valign: 'middle', margin: 0, fontSize: 28 },
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      ...{ x: places.width - 0.9, y: places.height - 0.32, w: 0.5, h: 0.25 },
      ...{ fontFace: type.fontFace, fontSize: 9, color: QUIET, align: 'right' },
    },
  });
  addCover(pptx.addSlide({ masterName: MASTER }), deck, pen);
  for (const slide of deck.slides) addView(pptx.addSlide({ masterName: MASTER }), slide, pen);
  const file = await pptx.write({ outputType: 'arraybuffer' });
  if (!(file instanceof ArrayBuffer)) throw new Error('the slides could not be written');
  return repairedPptx(new Uint8Array(file), pen.charts);
}

/** The deck in characters that XML allows: words are pasted from anywhere. */
function legible({ title, plan, about, aboutNotes = [], slides }: SlideDeck): SlideDeck {
  return {
    title: xmlText(title),
    plan: xmlText(plan),
    about: about.map(xmlText),
    aboutNotes: aboutNotes.map(xmlText),
    slides: slides.map((slide) => ({
      title: xmlText(slide.title),
      caption: xmlText(slide.caption),
      notes: xmlText(slide.notes),
      drifts: slide.drifts.map(xmlText),
      filter: slide.filter && xmlText(slide.filter),
      rests: slide.rests.map(xmlText),
      bars: slide.bars.map(({ name, headline, parts }) => ({
        name: xmlText(name),
        headline: xmlText(headline),
        parts,
      })),
      maps: isCompared(slide.maps)
        ? [legibleSide(slide.maps[0]), legibleSide(slide.maps[1])]
        : legiblePicture(slide.maps),
      legend: slide.legend.map(({ name, ...row }) => ({ ...row, name: xmlText(name) })),
      foot: slide.foot.map(xmlText),
    })),
  };
}

function isCompared(maps: ViewSlide['maps']): maps is readonly [SlideSide, SlideSide] {
  return Array.isArray(maps);
}

function legiblePicture({ data, alt }: SlidePicture): SlidePicture {
  return { data, alt: xmlText(alt) };
}

function legibleSide({ name, picture }: SlideSide): SlideSide {
  return { name: xmlText(name), picture: legiblePicture(picture) };
}

function addCover(slide: PptxGenJS.Slide, deck: SlideDeck, pen: SlideContext): void {
  const { width } = pen.places;
  const room = (y: number, h: number): SlideBox => ({ x: 0.8, y, w: width - 1.6, h });
  const title = fitted(deck.title, room(1.5, 1.6), SIZES.cover, pen, true);
  slide.addText(title.text, {
    ...{ placeholder: 'title', ...room(1.5, 1.6), ...pen.type, fontSize: title.size },
    ...{ bold: true, color: INK, valign: 'bottom', align: 'left', margin: 0 },
  });
  addFitted(slide, deck.plan, room(3.2, 0.6), SIZES.title.slice(3), pen, { color: QUIET });
  addFitted(slide, deck.about.join('\n'), room(4.2, 2.6), SIZES.caption.slice(2), pen, {
    color: QUIET,
  });
  const { aboutNotes = [] } = deck;
  if (aboutNotes.length > 0) slide.addNotes(aboutNotes.join('\n'));
}

function addView(slide: PptxGenJS.Slide, view: ViewSlide, pen: SlideContext): void {
  const { places } = pen;
  const title = fitted(view.title, places.title, SIZES.title, pen, true);
  slide.addText(title.text, {
    ...{ placeholder: 'title', ...places.title, ...pen.type, fontSize: title.size },
    ...{ bold: true, color: INK, align: 'left', valign: 'middle', margin: 0 },
  });
  addMaps(slide, view, pen);
  const { column } = places;
  let y = column.y;
  // Each text takes the height that it needs, up to a limit, so that the legend has what is left.
  const say = (
    text: string,
    most: number,
    sizes: readonly number[],
    look: Pick<PptxGenJS.TextPropsOptions, 'bold' | 'color'> = {},
  ): void => {
    const h = heightOf(text, { ...column, h: most }, sizes, pen, look.bold === true);
    addFitted(slide, text, { ...column, y, h }, sizes, pen, look);
    y += h + 0.08;
  };
  if (view.caption !== '')
    say(view.caption, column.h / (view.bars.length > 0 ? 4 : 3), SIZES.caption);
  if (view.bars.length > 0) {
    const headline = view.bars.map((bar) => bar.headline).join('\n');
    // The ratios of a comparison stand above their maps.
    if (!isCompared(view.maps))
      say(headline, 0.42 * view.bars.length, SIZES.headline, { bold: true });
    // A coast without any length has its words, and no empty bar.
    const bars = view.bars.filter(({ parts }) => Object.values(parts).some((part) => part > 0));
    const h = 0.8 + 0.28 * bars.length;
    if (bars.length > 0) {
      addChart(slide, bars, { ...column, y, h }, pen);
      y += h + 0.08;
    }
  }
  const { colon } = PUNCTUATION[pen.words.language];
  const filter =
    view.filter === undefined ? undefined : `${pen.words.t('slideFilter')}${colon}${view.filter}`;
  if (filter !== undefined) say(filter, 0.34, SIZES.legend);
  if (view.drifts.length > 0)
    say(`Δ ${view.drifts.join('\n')}`, 0.26 * Math.min(3, view.drifts.length), SIZES.legend, {
      color: hexOf(INK_COLOURS['too-close'].paper),
    });
  const legend = filter === undefined ? view.legend : [...view.legend, { name: filter }];
  addLegend(slide, legend, { ...column, y, h: column.y + column.h - y }, pen);
  addFitted(
    slide,
    view.foot.join('\n'),
    { ...places.foot, w: places.foot.w - 0.6 },
    SIZES.foot,
    pen,
    {
      color: QUIET,
    },
  );
  // The notes hold in full what a slide may have to shorten.
  const headlines = view.bars.map((bar) => bar.headline);
  const notes = [view.notes, ...headlines, filter ?? '', ...view.rests].filter(
    (line) => line !== '',
  );
  if (notes.length > 0) slide.addNotes(notes.join('\n'));
}

/** Adds the map, or two compared maps side by side, each under its name and ratio. */
function addMaps(slide: PptxGenJS.Slide, { maps, bars }: ViewSlide, pen: SlideContext): void {
  const addMap = ({ data, alt }: SlidePicture, box: SlideBox): void => {
    slide.addImage({ data, altText: alt, ...box });
    slide.addShape('rect', {
      ...box,
      line: { color: hexOf(INK_COLOURS.line.paper), width: 0.75 },
    });
  };
  if (!isCompared(maps)) {
    addMap(maps, pen.places.map);
    return;
  }
  const sides = layoutSides(pen.places).flatMap((place, index) => {
    const side = maps[index];
    const headline = bars[index]?.headline ?? side?.name ?? '';
    return side === undefined ? [] : [{ ...side, ...place, headline }];
  });
  // What is compared is read in one size.
  const size = Math.min(
    ...sides.map(({ headline, head }) => fitted(headline, head, SIZES.headline, pen, true).size),
  );
  for (const { headline, head, map, picture } of sides) {
    addFitted(slide, headline, head, [size], pen, { bold: true, valign: 'middle' });
    addMap(picture, map);
  }
}

/** The height in inches that a text takes when it is fitted into a box. */
function heightOf(
  text: string,
  box: SlideBox,
  sizes: readonly number[],
  pen: SlideContext,
  isBold: boolean,
): number {
  const { height } = fitted(text, box, sizes, pen, isBold);
  // A little more, as fonts on another computer may be higher.
  return Math.min(box.h, height / POINTS_PER_INCH + 0.06);
}

function addChart(
  slide: PptxGenJS.Slide,
  bars: ViewSlide['bars'],
  box: SlideBox,
  pen: SlideContext,
): void {
  const { words, type } = pen;
  const { t } = words;
  const names = bars.map(({ name }) => name);
  const shown = shownParts(bars);
  // Excel and PowerPoint draw the first row of a bar chart at the bottom.
  const rows = [...bars].reverse();
  pen.charts.push({
    head: shown.map((part) => t(`slidePart_${part}`)),
    rows: rows.map(({ name, parts }) => [name, ...shown.map((part) => parts[part] / 1000)]),
  });
  slide.addChart(
    'bar',
    shown.map((part) => ({
      name: t(`slidePart_${part}`),
      labels: [...names].reverse(),
      values: rows.map(({ parts }) => parts[part] / 1000),
    })),
    {
      ...box,
      ...{ barDir: 'bar', barGrouping: 'percentStacked', barGapWidthPct: 35, lang: type.lang },
      chartColors: shown.map((part) => hexOf(PART_SYMBOLS[part].colour.projector)),
      ...{
        showTitle: true,
        title: t('slideChart'),
        titleFontSize: 10,
        titleFontFace: type.fontFace,
      },
      ...{ titleColor: QUIET, showLegend: true, legendPos: 'b', legendFontSize: 9 },
      ...{ legendFontFace: type.fontFace, legendColor: INK },
      ...{ showValue: true, dataLabelFormatCode: '0.0;;', dataLabelFontSize: 9 },
      ...{ dataLabelColor: PAPER, dataLabelFontFace: type.fontFace, dataLabelFontBold: true },
      ...{ catAxisLabelFontFace: type.fontFace, catAxisLabelFontSize: 9, catAxisLabelColor: INK },
      ...{ catAxisHidden: bars.length === 1, valAxisHidden: true, valGridLine: { style: 'none' } },
      altText: chartAlt(bars, words),
    },
  );
}

/** The symbols of the presentation map; rock represents all natural coast. */
const PART_SYMBOLS: Readonly<Record<RatioPart, CoastlineSymbol>> = {
  natural: COASTLINE_SYMBOLS.bedrock,
  restored: COASTLINE_SYMBOLS.restored,
  estuary: COASTLINE_SYMBOLS.estuary,
  artificial: COASTLINE_SYMBOLS.artificial,
  other: UNCLASSIFIED_SYMBOL,
};

/** Converts a CSS colour to PowerPoint's notation. */
function hexOf(colour: string): string {
  return colour.slice(1).toUpperCase();
}

const SIGN = { w: 0.36, h: 0.2 } as const;
const ROW = { most: 0.24, least: 0.16 } as const;

/**
 * Adds native texts beside the map's symbols, in two columns when one would be too small to read. Rows that
 * have no room are counted in the last one, and no heading stands alone at the foot of a column.
 */
function addLegend(
  slide: PptxGenJS.Slide,
  rows: readonly SlideLegendRow[],
  box: SlideBox,
  pen: SlideContext,
): void {
  if (rows.length === 0) return;
  const { placed, columns, perColumn, left } = legendColumns(rows, box.h / ROW.least);
  const h = Math.min(ROW.most, box.h / Math.max(1, perColumn));
  const w = box.w / columns;
  for (const { row, column, line } of placed) {
    const { name, sign } = row;
    const x = box.x + column * w;
    const y = box.y + line * h;
    const scale = Math.min(1, h / (SIGN.h * 1.1));
    const indent = sign === undefined ? 0 : SIGN.w + 0.08;
    if (sign !== undefined)
      slide.addImage({
        ...{ data: sign, altText: name, x, y: y + (h - SIGN.h * scale) / 2 },
        ...{ w: SIGN.w * scale, h: SIGN.h * scale },
      });
    const room = { x: x + indent, y, w: w - indent - 0.05, h };
    addFitted(slide, name, room, SIZES.legend, pen, {
      valign: 'middle',
      bold: sign === undefined,
      color: sign === undefined ? QUIET : INK,
    });
  }
  if (left > 0) {
    const more = { x: box.x + (columns - 1) * w, y: box.y + (perColumn - 1) * h, w: w - 0.05, h };
    addFitted(slide, pen.words.t('slideMoreRows', { count: left }), more, SIZES.legend, pen, {
      valign: 'middle',
      color: QUIET,
    });
  }
}

function fitted(
  text: string,
  { w, h }: SlideBox,
  sizes: readonly number[],
  { measure }: SlideContext,
  isBold = false,
): FittedText {
  // Fonts on another computer may be slightly wider than the measured ones.
  const room = { width: w * 0.95 * POINTS_PER_INCH, height: h * POINTS_PER_INCH };
  return fitText(text, room, { sizes, isBold }, measure);
}

function addFitted(
  slide: PptxGenJS.Slide,
  text: string,
  box: SlideBox,
  sizes: readonly number[],
  pen: SlideContext,
  look: Pick<PptxGenJS.TextPropsOptions, 'bold' | 'color' | 'valign'> = {},
): void {
  const set = fitted(text, box, sizes, pen, look.bold === true);
  slide.addText(set.text, {
    ...{ color: INK, valign: 'top', ...look, ...box, ...pen.type },
    ...{ fontSize: set.size, margin: 0, fit: 'shrink', wrap: true },
  });
}
