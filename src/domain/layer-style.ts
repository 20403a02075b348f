import type { Bilingual } from './bilingual.ts';

/** How a layer is drawn otherwise than by its symbology; a plain value that can be saved. */
export type LayerStyle = {
  /** From 0 to 1. */
  readonly opacity: number;
  /** `#rrggbb`; the colour of its symbology when absent. */
  readonly colour?: string;
  /** Pixels of a line; the width of its symbology when absent. */
  readonly width?: number;
  /** Colours by an attribute. */
  readonly by?: StyleBy;
};

/** Colours by the values of an attribute: one a value, or one a class of numbers. */
export type StyleBy = {
  readonly field: string;
  readonly kind: 'categories' | 'quantile' | 'natural-breaks';
  readonly classes: readonly StyleClass[];
  /** The class of all other features: another value, none, or no number. */
  readonly other: Omit<StyleClass, 'from'>;
};

/** A class of a style. */
export type StyleClass = {
  /** Its value as text, or its least number: the class goes up to the next one. */
  readonly from: string | number;
  readonly colour: string;
  readonly label: Bilingual;
};

/** The styles that a user gave to layers, and their order. */
export type LayerStyles = {
  /** Ids from bottom to top of the map; layers that it does not name keep their places. */
  readonly order: readonly string[];
  readonly styles: Readonly<Record<string, LayerStyle>>;
};

/** The style that a layer was given. */
export function styleOf({ styles }: LayerStyles, id: string): LayerStyle | undefined {
  return Object.hasOwn(styles, id) ? styles[id] : undefined;
}

/** No layer styled or moved. */
export const NO_LAYER_STYLES: LayerStyles = { order: [], styles: {} };

/** The place of a value among the classes of a style; −1 for the class of others. */
export function styleClassOf({ classes }: StyleBy, value: unknown): number {
  return classes.findLastIndex(({ from }) =>
    typeof from === 'number'
      ? typeof value === 'number' && value >= from
      : from === valueText(value),
  );
}

/** A value of an attribute as its category; undefined for none, and for an empty text. */
export function valueText(value: unknown): string | undefined {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
  return isPlain ? String(value) : undefined;
}
