import type { LayerSpecification, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { MAP_COLOURS } from '../domain/symbology.ts';
import type { MapScene, SceneDataset, SceneRole } from './scene.ts';
import { inSource, sceneSources, styleSource } from './sources.ts';
import { DRAW_ORDER, styleLayerId } from './style-ids.ts';
import { baseStyleLayers } from './style-layers/base.ts';
import { coastlineStyleLayers } from './style-layers/coastline.ts';
import { faded } from './style-layers/faded.ts';
import { projectStyleLayers } from './style-layers/project.ts';
import { zoneStyleLayers } from './style-layers/zone.ts';

type StyleLayersOf = (dataset: SceneDataset, scene: MapScene) => readonly LayerSpecification[];
type AddedRole = 'sketch' | 'shown';

/** The styles of what users add: a first visit has none of it (`style-layers/added.ts`). */
let added: Readonly<Record<AddedRole, StyleLayersOf>> | undefined;

/** Brings the sources of large datasets up to date; part of what users add, as their styles are. */
export let fillLargeSources: ((map: MapLibreMap, scene: MapScene) => void) | undefined;

/** Makes known how the user's own datasets are drawn. */
export function addStyles(
  styles: Readonly<Record<AddedRole, StyleLayersOf>>,
  fill: typeof fillLargeSources,
): void {
  added = styles;
  fillLargeSources = fill;
}

/** False while a scene shows datasets of the user's own, and how they are drawn is not known yet. */
export function hasStyles({ datasets }: MapScene): boolean {
  return (
    added !== undefined ||
    !datasets.some(({ role, isVisible, isLarge }) => isVisible && (isLarge || isAdded(role)))
  );
}

function isAdded(role: SceneRole): role is AddedRole {
  return role === 'sketch' || role === 'shown';
}

/** Id of the sea, the lowest style layer. */
export const SEA_LAYER_ID = 'sea';

/**
 * Returns the style layers of a scene in drawing order. Hidden datasets have none, because a layer that is
 * switched off should cost nothing.
 */
export function styleLayers(scene: MapScene): readonly LayerSpecification[] {
  const byId = new Map<string, LayerSpecification>();
  const visible = scene.datasets.filter(({ isVisible }) => isVisible);
  for (const dataset of visible) {
    const opacity = dataset.style?.opacity ?? 1;
    const drawn = datasetStyleLayers(dataset, scene);
    for (const layer of scene.restyle?.(drawn, dataset, scene) ?? drawn)
      byId.set(layer.id, inSource(opacity < 1 ? faded(layer, opacity) : layer, dataset));
  }
  const ordered = DRAW_ORDER.flatMap(({ role, parts }) =>
    visible
      .filter((dataset) => dataset.role === role)
      .flatMap((dataset) =>
        parts.flatMap((part) => byId.get(styleLayerId(dataset.id, part)) ?? []),
      ),
  );
  return [
    {
      id: SEA_LAYER_ID,
      type: 'background',
      paint: { 'background-color': MAP_COLOURS.sea[scene.theme] },
    },
    ...ordered,
  ];
}

function datasetStyleLayers(dataset: SceneDataset, scene: MapScene): readonly LayerSpecification[] {
  switch (dataset.role) {
    case 'base':
      return baseStyleLayers(dataset, scene);
    case 'zones':
      return zoneStyleLayers(dataset, scene);
    case 'coastline':
      return coastlineStyleLayers(dataset, scene);
    case 'projects':
      return projectStyleLayers(dataset, scene);
    case 'shown':
    case 'sketch':
      return added?.[dataset.role](dataset, scene) ?? [];
  }
}

/** Returns a scene as a MapLibre style document, with all or some of its style layers. */
export function style(
  scene: MapScene,
  layers: readonly LayerSpecification[] = styleLayers(scene),
): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(
      [...sceneSources(scene)].map(([role, datasets]) => [role, styleSource(datasets)]),
    ),
    layers: [...layers],
  };
}
