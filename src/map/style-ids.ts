import type { SceneRole } from './scene.ts';

/**
 * The parts in which a dataset is drawn; `name` labels points, `label` runs along lines; `outline` is the edge of an
 * area, `band` the inner side of a border or a line that is hardly known, `ring` the circle in which a site lies. The outline of a sketch can be
 * picked. The id of every style layer is `<dataset>/<part>`.
 */
export const STYLE_PARTS = [
  'fill',
  'pattern',
  'band',
  'ring',
  'glow',
  'outline',
  'halo',
  'casing',
  'line',
  'inner',
  'mark',
  'point',
  'icon',
  'label',
  'name',
] as const;
/** One of the parts in which a dataset is drawn. */
export type StylePart = (typeof STYLE_PARTS)[number];

/** Returns the id of the style layer that draws one part of a dataset. */
export function styleLayerId(dataset: string, part: StylePart): string {
  return `${dataset}/${part}`;
}

/** Returns the dataset id in a style layer's id. */
export function datasetOf(layerId: string): string {
  return layerId.slice(0, layerId.lastIndexOf('/'));
}

/** Returns the part in a style layer's id: the text after its last slash. */
export function stylePartOf(layerId: string): string {
  return layerId.slice(layerId.lastIndexOf('/') + 1);
}

/**
 * The drawing order, from bottom to top. Areas of every layer with their outlines are below the coast, whose class must
 * stay legible, the coast is below lines and sites. Symbols are above the names: MapLibre places what is drawn last
 * first, and names give way to what is placed. Within a step the order of the catalogue applies.
 */
export const DRAW_ORDER: readonly {
  readonly role: SceneRole;
  readonly parts: readonly StylePart[];
}[] = [
  { role: 'base', parts: ['fill', 'inner', 'line'] },
  { role: 'zones', parts: ['fill', 'pattern', 'band', 'halo', 'line'] },
  { role: 'shown', parts: ['fill'] },
  { role: 'projects', parts: ['band', 'fill', 'pattern', 'ring', 'glow', 'outline'] },
  { role: 'coastline', parts: ['halo', 'casing', 'line', 'inner', 'mark'] },
  { role: 'projects', parts: ['halo', 'casing', 'line', 'inner'] },
  { role: 'sketch', parts: ['fill', 'line', 'outline', 'casing', 'inner', 'mark', 'point'] },
  { role: 'shown', parts: ['halo', 'line'] },
  { role: 'shown', parts: ['point'] },
  { role: 'projects', parts: ['point'] },
  { role: 'zones', parts: ['label'] },
  { role: 'base', parts: ['label', 'name'] },
  { role: 'shown', parts: ['label', 'name'] },
  { role: 'projects', parts: ['label'] },
  { role: 'base', parts: ['point'] },
  { role: 'projects', parts: ['icon'] },
  { role: 'sketch', parts: ['label', 'icon'] },
];

/** The parts that a pointer can select, in order of precedence for the user. */
export const PICKABLE_PARTS: readonly StylePart[] = [
  'icon',
  'point',
  'line',
  'fill',
  'band',
  'label',
];
