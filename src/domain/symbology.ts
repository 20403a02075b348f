import type { Bilingual } from './bilingual.ts';
import type { CoastlineClass, ProtectionGrade } from './coastline.ts';

/** The three themes: a bright screen, a dark screen, and a projector in a meeting. */
export const THEMES = ['light', 'dark', 'projector'] as const;
/** One theme, from `THEMES`. */
export type Theme = (typeof THEMES)[number];
/** A CSS colour for each theme. */
export type ThemedColour = Readonly<Record<Theme, string>>;

/**
 * The line pattern of a coastline class, which is legible without colour: full, dotted, dashed, or ticked
 * landward.
 */
export type CoastlinePattern = 'full' | 'dotted' | 'dashed' | 'ticked';
/** The drawing of one coastline class. */
export type CoastlineSymbol = {
  readonly label: Bilingual;
  readonly colour: ThemedColour;
  readonly pattern: CoastlinePattern;
};

/** The drawing of a project layer: its colour in every theme, and its icon from the maki set. */
export type LayerSymbol = {
  readonly colour: ThemedColour;
  readonly icon: LayerIcon;
  readonly line: 'plain' | 'rail' | 'road';
  readonly fill: 'tint' | 'hatch';
};

/** The icons that the map and the lists share (maki, CC0). */
export const LAYER_ICONS = [
  'harbor',
  'industry',
  'beach',
  'rail',
  'car',
  'fuel',
  'park',
  'home',
  'college',
  'museum',
  'farm',
  'suitcase',
  'water',
  'circle',
] as const;
/** One icon, from `LAYER_ICONS`. */
export type LayerIcon = (typeof LAYER_ICONS)[number];

/** A colour in each theme; on a projector that of the light one where none is given. */
export function themed(light: string, dark: string, projector = light): ThemedColour {
  return { light, dark, projector };
}

/**
 * Colours of the coastline classes. They form families: rock is slate, sand the only ochre of the map, mud umber, living shore green; natural
 * coast of unstated kind is an olive between them, restored is a lighter green, and artificial a muted purple. The pattern carries the same distinction
 * without colour.
 */
export const COASTLINE_SYMBOLS: Readonly<Record<CoastlineClass, CoastlineSymbol>> = {
  bedrock: {
    label: { zh: '基岩岸线', en: 'Bedrock' },
    colour: themed('#2f4052', '#d3dbe0', '#1c2d38'),
    pattern: 'full',
  },
  sandy: {
    label: { zh: '砂质岸线', en: 'Sandy' },
    colour: themed('#c2881e', '#e8b95c', '#a86f00'),
    pattern: 'full',
  },
  muddy: {
    label: { zh: '粉砂淤泥质岸线', en: 'Muddy' },
    colour: themed('#5f3b2c', '#a06a58', '#8f6c5b'),
    pattern: 'full',
  },
  biogenic: {
    label: { zh: '生物岸线', en: 'Biogenic' },
    colour: themed('#2f8f5b', '#54bd85', '#14733f'),
    pattern: 'full',
  },
  natural: {
    label: { zh: '自然岸线（类型未分）', en: 'Natural (kind not stated)' },
    colour: themed('#5b5728', '#8a7f48', '#3f3b10'),
    pattern: 'dotted',
  },
  estuary: {
    label: { zh: '河口岸线', en: 'Estuary' },
    colour: themed('#2b8ea3', '#5cc0d4', '#0b6f85'),
    pattern: 'full',
  },
  restored: {
    label: { zh: '整治修复岸线', en: 'Restored' },
    colour: themed('#3f9a5d', '#7fd097', '#1d7d3d'),
    pattern: 'dashed',
  },
  artificial: {
    label: { zh: '人工岸线', en: 'Artificial' },
    colour: themed('#8a5a83', '#c394bc', '#70336a'),
    pattern: 'ticked',
  },
};

/** The symbol of an unclassified stretch: grey and dashed. */
export const UNCLASSIFIED_SYMBOL: CoastlineSymbol = {
  label: { zh: '未分类岸线', en: 'Not classified' },
  colour: themed('#6a737d', '#a3b0bd', '#3a434c'),
  pattern: 'dashed',
};

/** Name and colour of each grade of protection: the stricter, the darker (on dark ground, the lighter). */
export const GRADE_SYMBOLS: Readonly<
  Record<ProtectionGrade, { readonly label: Bilingual; readonly colour: ThemedColour }>
> = {
  strict: {
    label: { zh: '严格保护', en: 'strict protection' },
    colour: themed('#0f5673', '#64b3d1', '#0a4a64'),
  },
  restricted: {
    label: { zh: '限制开发', en: 'restricted development' },
    colour: themed('#5c9db8', '#3f7f9a', '#3f86a3'),
  },
  optimised: {
    label: { zh: '优化利用', en: 'optimised use' },
    colour: themed('#a9cfdd', '#2c5465', '#8fc0d2'),
  },
};

/**
 * The drawing of each layer, by the `symbology` key of the catalogue. Blues and violets are steps of lightness: by hue alone, eyes
 * without green and a grey print would not tell them apart.
 */
const LAYER_SYMBOLS: ReadonlyMap<string, LayerSymbol> = new Map<string, LayerSymbol>([
  ['ports', symbol('#133a7d', '#588aec', 'harbor', '#0a2a60')],
  ['industrial-parks', symbol('#8f524f', '#dca09a', 'industry', '#7d3c38')],
  ['coastal-protection', { ...symbol('#0b7a75', '#4fc4bd', 'beach'), fill: 'hatch' }],
  ['rail', { ...symbol('#2b2f33', '#d7dde3', 'rail', '#000000'), line: 'rail' }],
  ['highway', { ...symbol('#c8401f', '#ff9473', 'car', '#a82500'), line: 'road' }],
  ['energy', symbol('#7d7000', '#d6c845', 'fuel', '#635800')],
  ['ecology', { ...symbol('#2e7d32', '#7cc77f', 'park', '#176b1c'), fill: 'hatch' }],
  ['urban-renewal', symbol('#a4452c', '#e08e76', 'home')],
  ['research-education', symbol('#5f4dd6', '#a3b2fc', 'college', '#4a3dc8')],
  ['culture-tourism', symbol('#ad1f72', '#ec7fc0', 'museum')],
  ['agriculture', symbol('#557d1c', '#a5cf66', 'farm', '#42650f')],
  ['trade-zones', symbol('#7d2199', '#c98acb', 'suitcase', '#661a8c')],
  ['water', symbol('#0a78c4', '#8dd1f5', 'water', '#1f6aa8')],
]);

function symbol(light: string, dark: string, icon: LayerIcon, projector = light): LayerSymbol {
  return { colour: themed(light, dark, projector), icon, line: 'plain', fill: 'tint' };
}

/** The symbol of a layer that a data steward added without its own symbology: slate, with a plain dot. */
export const FALLBACK_SYMBOL: LayerSymbol = symbol('#4a5a6a', '#b4c0cc', 'circle');

/** Gives the symbol for a catalogue key, or the fallback for an unknown key. */
export function layerSymbol(key: string): LayerSymbol {
  return LAYER_SYMBOLS.get(key) ?? FALLBACK_SYMBOL;
}

/** Colours of the base map, of zones and of the selection, in each theme. */
export const MAP_COLOURS = {
  sea: themed('#dbe7ee', '#16222c', '#e6f0f6'),
  land: themed('#f6f3ec', '#24292d', '#ffffff'),
  neighbourLand: themed('#eceae4', '#1d2225', '#f2f2f2'),
  coast: themed('#6b8798', '#7f9bab', '#41606f'),
  border: themed('#8a8f98', '#777d85', '#5a5f68'),
  inlandWater: themed('#a9c6d8', '#2c4657', '#8fb6cd'),
  contextLine: themed('#d2ccbf', '#3a4146', '#c3c3c3'),
  zone: themed('#2c6f8a', '#78b4cf', '#0f5673'),
  accent: themed('#0b6bcb', '#5aa9ff', '#0052a8'),
  casing: themed('#ffffff', '#11181d', '#ffffff'),
  lost: themed('#c62828', '#ff8a80', '#a30f0f'),
  gained: themed('#2e7d32', '#7cc77f', '#176b1c'),
  townText: themed('#1c2733', '#e8edf2', '#000000'),
  quietText: themed('#4c5763', '#a3b0bd', '#20272e'),
  seaText: themed('#3f6b85', '#86abc2', '#1f4d68'),
  halo: themed('#ffffff', '#11181d', '#ffffff'),
} as const satisfies Readonly<Record<string, ThemedColour>>;

/**
 * The factor for lines and symbols in each theme; on a projector they are larger, to be visible from the
 * back row.
 */
export const THEME_SCALE: Readonly<Record<Theme, number>> = { light: 1, dark: 1, projector: 1.35 };
