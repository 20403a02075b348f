import type { SceneRole } from './scene.ts';

/**
 * The parts in which a dataset is drawn; `name` labels points, `label` runs along lines. The id of every
 * style layer is `<dataset>/<part>`.
 */
export const STYLE_PARTS = [
  'fill',
  'pattern',
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
 * The drawing order, from bottom to top. Areas of every layer are below the coast, the coast is below lines
 * and sites, labels are on top; within a step the order of the catalogue applies.
 */
export const DRAW_ORDER: readonly {
  readonly role: SceneRole;
  readonly parts: readonly StylePart[];
}[] = [
  { role: 'base', parts: ['fill', 'inner', 'line'] },
  { role: 'zones', parts: ['fill', 'pattern', 'halo', 'line'] },
  { role: 'shown', parts: ['fill'] },
  { role: 'projects', parts: ['fill', 'pattern'] },
  { role: 'coastline', parts: ['halo', 'casing', 'line', 'inner', 'mark'] },
  { role: 'projects', parts: ['halo', 'casing', 'line', 'inner'] },
  { role: 'sketch', parts: ['fill', 'line', 'casing', 'inner', 'mark', 'point'] },
  { role: 'shown', parts: ['line'] },
  { role: 'shown', parts: ['point'] },
  { role: 'projects', parts: ['point', 'icon'] },
  { role: 'zones', parts: ['label'] },
  { role: 'base', parts: ['point', 'label', 'name'] },
  { role: 'shown', parts: ['label', 'name'] },
  { role: 'projects', parts: ['label'] },
  { role: 'sketch', parts: ['label'] },
];

/** The parts that a pointer can select, in order of precedence for the user. */
export const PICKABLE_PARTS: readonly StylePart[] = ['icon', 'point', 'line', 'fill', 'label'];
