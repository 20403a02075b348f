import { ckmeans, quantile } from 'simple-statistics';
import { type StyleBy, valueText } from '../layer-style.ts';

/** How many classes numbers are divided into. */
export const CLASS_COUNTS = [3, 4, 5, 6, 7] as const;

/** Ramps that stay in order for eyes without green, as their lightness rises from end to end. */
export const PALETTES = {
  /** Viridis, by S. van der Walt and N. Smith (CC0), at every quarter. */
  viridis: ['#440154', '#3b528b', '#21918c', '#5ec962', '#fde725'],
  /** Cividis, by J. Nuñez, C. Anderton and R. Renslow (2018), at every quarter. */
  cividis: ['#00224e', '#434e6c', '#7d7c78', '#bcae6c', '#fee838'],
} as const;
/** The name of a ramp. */
export type Palette = keyof typeof PALETTES;

/** Colours of categories that eyes without red or green tell apart (Okabe and Ito 2008, without black and yellow). */
export const CATEGORY_COLOURS = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
] as const;

/** The colours of a ramp for so many classes, dark ones first. */
export function paletteColours(palette: Palette, count: number): readonly string[] {
  const anchors = PALETTES[palette].map(channels);
  return Array.from({ length: count }, (_, index) => {
    const at = count === 1 ? 0 : (index / (count - 1)) * (anchors.length - 1);
    const below = Math.min(Math.floor(at), anchors.length - 2);
    const [from = [], to = []] = [anchors[below], anchors[below + 1]];
    const mixed = from.map((value, channel) =>
      Math.round(value + (at - below) * ((to[channel] ?? 0) - value)),
    );
    return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  });
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/**
 * Divides numbers into classes: of as many members each (quantiles), or of the least spread within (Ckmeans,
 * Wang and Song 2011). Bounds that fall together make fewer classes.
 * @returns the least number of each class, then the greatest of all; undefined for fewer than two different numbers.
 */
export function classBreaks(
  values: readonly number[],
  kind: 'quantile' | 'natural-breaks',
  count: number,
): readonly number[] | undefined {
  const different = new Set(values);
  if (different.size < 2) return undefined;
  const classes = Math.min(count, different.size);
  const [least, greatest] = [Math.min(...different), Math.max(...different)];
  const inner =
    kind === 'quantile'
      ? Array.from({ length: classes - 1 }, (_, index) =>
          quantile([...values], (index + 1) / classes),
        )
      : ckmeans([...values], classes)
          .slice(1)
          .map(([first = greatest]) => first);
  return [...[...new Set([least, ...inner])].toSorted((a, b) => a - b), greatest];
}

/** The class of features that are in no other. */
const OTHERS = { colour: '#8a8f98', label: { zh: '其他', en: 'other' } } as const;

/** A bound as the legend tells it: with six digits, which never move a feature into another class. */
function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** A style by classes of numbers; undefined where an attribute has too few of them. */
export function styleByNumbers(
  field: string,
  values: readonly unknown[],
  {
    kind,
    count,
    palette,
  }: {
    readonly kind: 'quantile' | 'natural-breaks';
    readonly count: number;
    readonly palette: Palette;
  },
): StyleBy | undefined {
  const numbers = values.flatMap((value) =>
    typeof value === 'number' && Number.isFinite(value) ? [value] : [],
  );
  const breaks = classBreaks(numbers, kind, count);
  if (breaks === undefined) return undefined;
  const colours = paletteColours(palette, breaks.length - 1);
  return {
    ...{ kind, field, other: OTHERS },
    classes: colours.map((colour, index) => {
      const from = breaks[index] ?? 0;
      const to = breaks[index + 1] ?? from;
      const range = from === to ? short(from) : `${short(from)} – ${short(to)}`;
      return { from, colour, label: { zh: range, en: range } };
    }),
  };
}

/** A style by values: the most frequent ones get a colour each, the rest are told as others. */
export function styleByValues(field: string, values: readonly unknown[]): StyleBy | undefined {
  const counts = new Map<string, number>();
  for (const value of values) {
    const text = valueText(value);
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  const ranked = [...counts].toSorted(([, a], [, b]) => b - a);
  return {
    ...{ kind: 'categories', field, other: OTHERS },
    classes: CATEGORY_COLOURS.slice(0, ranked.length).map((colour, index) => {
      const value = ranked[index]?.[0] ?? '';
      return { from: value, colour, label: { zh: value, en: value } };
    }),
  };
}
