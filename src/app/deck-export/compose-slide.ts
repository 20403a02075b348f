import type { SlideArrangement } from '../../domain/views/slide-blocks.ts';
import { PUNCTUATION } from '../../ui/format.ts';
import {
  blockText,
  type ColumnBlock,
  type ComposeContext,
  sizesDown,
  sizesInOneLine,
  stack,
} from './slide-blocks.ts';
import { figureBeside, figureBlocks } from './slide-figure-items.ts';
import type { SlideItem, SlideMap, SlidePage } from './slide-items.ts';
import {
  layoutSides,
  layoutSlide,
  type SlideBox,
  type SlideLayout,
  type SlidePlaces,
} from './slide-layout.ts';
import { type PlacedLegend, placeLegend, type SlideLegendRow } from './slide-legend.ts';
import { scaleItems } from './slide-scale.ts';
import { figureRows, ratioHeadline, ratioLengths, type SlideText } from './slide-text.ts';

/** A view as a slide. */
export type ViewSlide = SlideText & {
  readonly arrangement: SlideArrangement;
  /** One map, two that are compared, or none on a slide of text. */
  readonly maps: readonly SlideMap[];
  readonly legend: readonly SlideLegendRow[];
  /** Notice and sources, one line each: always present. */
  readonly foot: readonly string[];
};

/** The type sizes of a slide's words relative to the usual ones, in the order in which they are tried. */
const LOOKS = [1.15, 1, 0.88, 0.78, 0.7] as const;
/** The height that words leave to a legend, in inches, however long they are. */
const LEAST_LEGEND = 0.9;
/** Type of the foot in points. */
const FOOT_SIZES = [10, 9.5, 9, 8.5, 8] as const;

/** The places of a slide by its layout, its figure and the number of its maps. */
export function placesOf(
  { arrangement, figure }: Pick<ViewSlide, 'arrangement' | 'figure'>,
  isCompared: boolean,
  shape: SlideLayout,
): SlidePlaces {
  const hasTwo = isCompared || figure?.kind === 'change';
  return layoutSlide(shape, arrangement, hasTwo ? 'high' : 'usual');
}

/** Composes the slide of a view. */
export function composeSlide(
  view: ViewSlide,
  shape: SlideLayout,
  context: ComposeContext,
): SlidePage {
  const places = placesOf(view, view.maps.length > 1, shape);
  const words = (): readonly SlideItem[] => {
    switch (view.arrangement) {
      case 'column':
        return columnItems(view, places.words, context);
      case 'full':
        return bandItems(view, places, context);
      case 'text':
        return textItems(view, places.words, context);
    }
  };
  return {
    arrangement: view.arrangement,
    places,
    items: [
      // Screen readers take objects in this order: the title comes first.
      ...words(),
      ...(places.map === undefined ? [] : mapItems(view.maps, places.map, context)),
      ...footItems(view.foot, places.foot, context),
    ],
    notes: notesOf(view, context),
  };
}

/** The words of a slide as blocks of a column; `scale` is relative to the usual type. */
function wordBlocks(
  view: ViewSlide,
  { w }: SlideBox,
  scale: number,
  context: ComposeContext,
): readonly ColumnBlock[] {
  const { t } = context.words;
  const caption = Math.max(10.5, 15 * scale);
  return [
    blockText(context, w, {
      ...{ path: [t('slideObjectTitle')], text: view.title, colour: 'tx1', isBold: true },
      ...{ sizes: sizesDown(26 * scale, 16), most: 1.7, isTitle: true, gap: 0.12 },
    }),
    blockText(context, w, {
      ...{ path: [t('slideObjectNumber')], text: view.number, colour: 'tx1', isBold: true },
      sizes: sizesInOneLine(view.number, w, sizesDown(44 * scale, 20), context),
      ...{ most: 0.85, gap: 0.08 },
    }),
    blockText(context, w, {
      ...{ path: [t('slideObjectCaption')], text: view.caption, colour: 'tx1' },
      ...{ sizes: [caption], gap: 0.12 },
    }),
    blockText(context, w, {
      ...{ path: [t('slideObjectFilter')], text: filterLine(view, context), colour: 'tx2' },
      ...{ sizes: [Math.max(10, 11 * scale)], gap: 0.12 },
    }),
    ...figureBlocks(view.figure, w, scale, context),
    blockText(context, w, {
      ...{ path: [t('slideObjectChanges')], colour: 'accent3' },
      text: view.drifts.length === 0 ? '' : `Δ ${t('slideHasDrifted')}`,
      ...{ sizes: [10], gap: 0.12 },
    }),
  ];
}

/** Words and legend in one flow: the largest words with which the legend has room for all of its rows. */
function columnItems(
  view: ViewSlide,
  box: SlideBox,
  context: ComposeContext,
): readonly SlideItem[] {
  const { measure } = context;
  let shown: { readonly words: readonly SlideItem[]; readonly legend?: PlacedLegend } | undefined;
  for (const scale of LOOKS) {
    const blocks = wordBlocks(view, box, scale, context);
    const { items, bottom } = stack(blocks, box);
    const room = { ...box, y: bottom, h: box.y + box.h - bottom };
    if (view.legend.length === 0) {
      shown = { words: items };
      if (room.h >= 0) break;
      continue;
    }
    const legend = placeLegend(view.legend, room, measure);
    shown = { words: items, legend };
    if (room.h > 0 && legend.left === 0) break;
    // Beyond this, words are cut before the legend is gone; the notes have them in full.
    if (scale === LOOKS.at(-1) && room.h < LEAST_LEGEND) {
      const cut = stack(blocks, { ...box, h: box.h - LEAST_LEGEND }, true);
      const rest = { ...box, y: cut.bottom, h: box.y + box.h - cut.bottom };
      shown = { words: cut.items, legend: placeLegend(view.legend, rest, measure) };
    }
  }
  if (shown === undefined) return [];
  return [...shown.words, ...(shown.legend ? legendItems(shown.legend, context) : [])];
}

/** Title and caption on the left of the band below a wide map, the figure on its right. */
function bandItems(
  view: ViewSlide,
  { words, figure }: { readonly words: SlideBox; readonly figure: SlideBox | undefined },
  context: ComposeContext,
): readonly SlideItem[] {
  const without = { ...view, figure: undefined };
  const looks = LOOKS.map((scale) =>
    stack(wordBlocks(without, words, 0.8 * scale, context), words),
  );
  const fitting = looks.find(({ bottom }) => bottom <= words.y + words.h);
  const least = wordBlocks(without, words, 0.8 * LOOKS[4], context);
  return [
    ...(fitting ?? stack(least, words, true)).items,
    ...(view.figure && figure ? figureBeside(view.figure, figure, context) : []),
  ];
}

/** Large words in the middle of a slide without a map. */
function textItems(view: ViewSlide, box: SlideBox, context: ComposeContext): readonly SlideItem[] {
  const looks = [1.7, 1.5, 1.3, 1.1, 0.9].map((scale) => wordBlocks(view, box, scale, context));
  for (const blocks of looks) {
    const { items, bottom } = stack(blocks, box);
    const spare = box.y + box.h - bottom;
    if (spare < 0) continue;
    return items.map((item) => ({ ...item, box: { ...item.box, y: item.box.y + spare / 2 } }));
  }
  return stack(looks.at(-1) ?? [], box, true).items;
}

/** The maps, each with scale and north; compared ones under their names. */
export function mapItems(
  maps: readonly SlideMap[],
  whole: SlideBox,
  context: ComposeContext,
): readonly SlideItem[] {
  const { t } = context.words;
  const [first, second] = maps;
  const sides = layoutSides(whole);
  return [first, second].flatMap((map, index): readonly SlideItem[] => {
    if (map === undefined) return [];
    const place = second === undefined ? { map: whole, head: undefined } : sides[index];
    if (place === undefined) return [];
    const path = [
      map.name === '' ? t('slideObjectMap') : `${t('slideObjectMap')}: ${map.name}`,
    ] as const;
    const head = place.head === undefined ? [] : headItems(map, place.head, context);
    return [
      ...head,
      { kind: 'picture', path, box: place.map, ...map.picture },
      ...scaleItems(map, place.map, context),
    ];
  });
}

function headItems(
  { name, ratio }: SlideMap,
  box: SlideBox,
  context: ComposeContext,
): readonly SlideItem[] {
  const text = [name, ratio].filter((part) => part !== '').join(' · ');
  const block = blockText(context, box.w, {
    ...{ path: [name], text, colour: 'tx1', isBold: true, sizes: sizesDown(16, 10), most: box.h },
    ...{ gap: 0, valign: 'middle' },
  });
  return block.draw(box.x, box.y, box.h);
}

function legendItems(
  { rows, size, left, more }: PlacedLegend,
  { words: { t } }: ComposeContext,
): readonly SlideItem[] {
  const group = t('slideObjectLegend');
  const look = { kind: 'text', size, valign: 'middle' } as const;
  return [
    ...rows.flatMap(({ row: { name, sign: data }, name: box, sign }): readonly SlideItem[] =>
      sign === undefined || data === undefined
        ? [{ ...look, path: [group, name], box, text: name, colour: 'tx2', isBold: true }]
        : [
            {
              ...{ kind: 'picture', box: sign, data, alt: name },
              path: [group, name, t('slideObjectSign')],
            },
            { ...look, path: [group, name, t('slideObjectName')], box, text: name, colour: 'tx1' },
          ],
    ),
    ...(left === 0 || more === undefined
      ? []
      : [
          {
            ...{ ...look, path: [group, t('slideObjectMore')] as const, box: more },
            ...{ text: t('slideMoreRows', { count: left }), colour: 'tx2' as const },
          },
        ]),
  ];
}

/** Notice and credits in the line below a slide. */
export function footItems(
  lines: readonly string[],
  box: SlideBox,
  context: ComposeContext,
): readonly SlideItem[] {
  const { t } = context.words;
  const set = (text: string) =>
    blockText(context, box.w, {
      ...{ path: [t('slideObjectFoot')], text, colour: 'tx2', sizes: FOOT_SIZES },
      ...{ most: box.h, gap: 0, valign: 'middle' },
    });
  const whole = set(lines.join('\n'));
  // Credits are named whole or not at all: the last slide has them.
  const block =
    whole.isCut === true ? set([...lines.slice(0, 1), t('slideSourcesLast')].join('\n')) : whole;
  return block.draw(box.x, box.y, box.h);
}

function filterLine({ filter }: SlideText, { words: { t, language } }: ComposeContext): string {
  return filter === undefined ? '' : `${t('slideFilter')}${PUNCTUATION[language].colon}${filter}`;
}

/** The notes hold in full what a slide may have to shorten, and what it leaves to the speaker. */
function notesOf(view: ViewSlide, context: ComposeContext): readonly string[] {
  const { words } = context;
  const rows = view.figure === undefined ? [] : figureRows(view.figure);
  return [
    view.notes,
    view.figure?.kind === 'withheld' ? view.figure.reason : '',
    ...rows.flatMap((row) => [
      ratioHeadline(row, words),
      ...(row.summary.ratio === undefined ? [] : [ratioLengths(row, words)]),
    ]),
    filterLine(view, context),
    ...view.drifts,
    ...view.rests,
  ].filter((line) => line !== '');
}
