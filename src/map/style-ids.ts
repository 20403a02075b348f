import type { SceneRole } from './scene.ts';

/** The parts a dataset is drawn in; `name` is a point's, where `label` is along lines. Every style layer's id is `<dataset>/<part>`. */
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
/** One part of the drawing of a dataset. */
export type StylePart = (typeof STYLE_PARTS)[number];

/** The id of the style layer that draws one part of a dataset. */
export function styleLayerId(dataset: string, part: StylePart): string {
  return `${dataset}/${part}`;
}

/** The dataset that a style layer draws. */
export function datasetOf(layerId: string): string {
  return layerId.slice(0, layerId.lastIndexOf('/'));
}

/** The part that a style layer draws, as its id says. */
export function stylePartOf(layerId: string): string {
  return layerId.slice(layerId.lastIndexOf('/') + 1);
}

/**
 * The order of drawing, from bottom to top. Areas of every layer lie under the coast, the coast
 * under lines and sites, labels above all; within a step the catalogue's order counts.
 */
export const DRAW_ORDER: readonly {
  readonly role: SceneRole;
  readonly parts: readonly StylePart[];
}[] = [
  { role: 'base', parts: ['fill', 'inner', 'line'] },
  { role: 'zones', parts: ['fill', 'pattern', 'halo', 'line'] },
  { role: 'projects', parts: ['fill', 'pattern'] },
  { role: 'coastline', parts: ['halo', 'casing', 'line', 'inner', 'mark'] },
  { role: 'projects', parts: ['halo', 'casing', 'line', 'inner'] },
  { role: 'sketch', parts: ['fill', 'line', 'casing', 'inner'] },
  { role: 'projects', parts: ['point', 'icon'] },
  { role: 'zones', parts: ['label'] },
  { role: 'base', parts: ['point', 'label', 'name'] },
  { role: 'projects', parts: ['label'] },
  { role: 'sketch', parts: ['label'] },
];

/** Parts that a pointer can pick, topmost first in what they mean to a person. */
export const PICKABLE_PARTS: readonly StylePart[] = ['icon', 'point', 'line', 'fill', 'label'];
