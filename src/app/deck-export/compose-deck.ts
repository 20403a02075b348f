import { composeSlide, footItems, mapItems, type ViewSlide } from './compose-slide.ts';
import { blockText, type ComposeContext, stack } from './slide-blocks.ts';
import type { SlideItem, SlideMap, SlidePage } from './slide-items.ts';
import { layoutSlide, type SlideBox, type SlideLayout } from './slide-layout.ts';

/** The content of a deck that is handed over: an opening slide, one slide a view, and the sources. */
export type SlideDeck = {
  readonly title: string;
  readonly plan: string;
  /** As people read it. */
  readonly date: string;
  /** The map of the opening slide; undefined for a deck without maps. */
  readonly cover: SlideMap | undefined;
  /** Notice and credits on the opening slide. */
  readonly foot: readonly string[];
  readonly slides: readonly ViewSlide[];
  /** The last slide: notices, sources, what differs from the data, and their versions. */
  readonly sources: readonly string[];
  /** Lines of its notes: where data of the user came from. */
  readonly lineage: readonly string[];
};

/** Composes all slides of a deck, in order. */
export function composeDeck(
  deck: SlideDeck,
  shape: SlideLayout,
  context: ComposeContext,
): readonly SlidePage[] {
  return [
    openingPage(deck, shape, context),
    ...deck.slides.map((slide) => composeSlide(slide, shape, context)),
    sourcesPage(deck, shape, context),
  ];
}

function openingPage(deck: SlideDeck, shape: SlideLayout, context: ComposeContext): SlidePage {
  const { t } = context.words;
  const arrangement = deck.cover === undefined ? 'text' : 'column';
  const places = layoutSlide(shape, arrangement);
  const { map, words, foot } = places;
  const said = stack(
    [
      blockText(context, words.w, {
        ...{ path: [t('slideObjectTitle')], text: deck.title, colour: 'tx1', isBold: true },
        ...{ sizes: [44, 40, 36, 32, 28, 24, 20], most: 0.55 * words.h, isTitle: true, gap: 0.25 },
      }),
      blockText(context, words.w, {
        ...{ path: [t('slideObjectPlan')], text: deck.plan, colour: 'tx2' },
        ...{ sizes: [20, 18, 16, 14], most: 0.25 * words.h, gap: 0.2 },
      }),
      blockText(context, words.w, {
        ...{ path: [t('slideObjectDate')], text: deck.date, colour: 'tx2', sizes: [16], gap: 0 },
      }),
    ],
    words,
  );
  const spare = Math.max(0, words.y + words.h - said.bottom);
  return {
    arrangement,
    places,
    items: [
      ...said.items.map((item) => lowered(item, 0.42 * spare)),
      ...(deck.cover && map ? mapItems([deck.cover], map, context) : []),
      ...footItems(deck.foot, foot, context),
    ],
    notes: [],
  };
}

function lowered(item: SlideItem, by: number): SlideItem {
  return { ...item, box: { ...item.box, y: item.box.y + by } };
}

function sourcesPage(deck: SlideDeck, shape: SlideLayout, context: ComposeContext): SlidePage {
  const { t } = context.words;
  const places = layoutSlide(shape, 'text');
  const box: SlideBox = { x: 0.6, y: 0.5, w: places.width - 1.2, h: places.foot.y - 0.8 };
  const title = blockText(context, box.w, {
    ...{ path: [t('slideObjectTitle')], text: t('slideSources'), colour: 'tx1', isBold: true },
    ...{ sizes: [28, 24, 20], most: 0.8, isTitle: true, gap: 0.25 },
  });
  const text = blockText(context, box.w, {
    ...{ path: [t('slideSources')], text: deck.sources.join('\n'), colour: 'tx1' },
    ...{ sizes: [14, 13, 12, 11, 10, 9, 8], most: box.h - title.height - title.gap, gap: 0 },
  });
  return {
    arrangement: 'text',
    places,
    items: stack([title, text], box).items,
    // In full, whatever the slide has room for.
    notes: [...deck.sources, ...deck.lineage],
  };
}
