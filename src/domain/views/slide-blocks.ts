import type { Bilingual } from '../bilingual.ts';

/** Where a slide has its map: beside the column, over all of the width, or nowhere (a text or section slide). */
export const SLIDE_LAYOUTS = ['column', 'full', 'text'] as const;
/** One layout, from `SLIDE_LAYOUTS`. */
export type SlideArrangement = (typeof SLIDE_LAYOUTS)[number];

/**
 * How a slide shows the ratio: with verdict and bar, as a number alone, before and after its scenario, or not at all,
 * although a change of it since the view was saved is still told.
 */
export const SLIDE_FIGURES = ['gauge', 'number', 'change', 'none'] as const;
/** One way, from `SLIDE_FIGURES`. */
export type SlideFigureKind = (typeof SLIDE_FIGURES)[number];

/** What a slide shows; each key is absent where the slide is as its view suggests. */
export type SlideBlocks = {
  /** Absent: beside the column. */
  readonly layout?: SlideArrangement;
  /** Absent: before and after for a scenario, else the gauge; no figure where the view has no ratio. */
  readonly figure?: SlideFigureKind;
  /** A number that the slide states, large, with its unit: `29 km`. It is text, and never measured. */
  readonly number?: Bilingual;
  /** False: the title alone. */
  readonly hasCaption?: boolean;
  /** False: no legend. */
  readonly hasLegend?: boolean;
};

/** The blocks without those that say what a slide shows anyway; undefined when none is left. */
export function effectiveBlocks(blocks: SlideBlocks): SlideBlocks | undefined {
  const { layout, figure, number, hasCaption, hasLegend } = blocks;
  const said = {
    ...(layout !== undefined && layout !== 'column' && { layout }),
    ...(figure !== undefined && { figure }),
    ...(number !== undefined && `${number.zh}${number.en}`.trim() !== '' && { number }),
    ...(hasCaption === false && { hasCaption }),
    ...(hasLegend === false && { hasLegend }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}
