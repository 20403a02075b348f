import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { MAP_COLOURS } from '../domain/symbology.ts';
import type { MapScene, SceneDataset } from './scene.ts';
import { inSource, sceneSources, styleSource } from './sources.ts';
import { DRAW_ORDER, styleLayerId } from './style-ids.ts';
import { baseStyleLayers } from './style-layers/base.ts';
import { coastlineStyleLayers } from './style-layers/coastline.ts';
import { faded } from './style-layers/faded.ts';
import { projectStyleLayers } from './style-layers/project.ts';
import { shownStyleLayers } from './style-layers/shown.ts';
import { sketchStyleLayers } from './style-layers/sketch.ts';
import { zoneStyleLayers } from './style-layers/zone.ts';

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
    for (const layer of datasetStyleLayers(dataset, scene))
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
      return shownStyleLayers(dataset, scene);
    case 'sketch':
      return sketchStyleLayers(dataset, scene);
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
