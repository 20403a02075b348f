import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { TILE_LAYER } from './large/tile-messages.ts';
import type { MapScene } from './scene.ts';
import {
  featureKey,
  holdSameFeatures,
  idsOf,
  joinedFeatures,
  sceneSources,
  sourceIdOf,
  styleSource,
} from './sources.ts';
import { fillSources, SEA_LAYER_ID, styleLayers } from './style.ts';
import { stylePartOf } from './style-ids.ts';

/** The state that has been applied to a map so far. */
export type AppliedScene = {
  readonly scene: MapScene;
  readonly layers: readonly LayerSpecification[];
  /**
   * True once a halo has been needed. Most frames have none, and a style layer that is always there is cut
   * into tiles, drawn and blended for nothing.
   */
  readonly hasHalos: boolean;
};

/** The state of a map before its first scene. */
export const NOTHING_APPLIED: AppliedScene = {
  scene: {
    theme: 'light',
    language: 'zh',
    datasets: [],
    selectedIds: [],
    hoveredId: undefined,
    isComplete: false,
  },
  layers: [{ id: SEA_LAYER_ID, type: 'background' }],
  hasHalos: false,
};

/** Returns the part of a scene that its style applies by itself: everything except attention. */
export function firstApplied(scene: MapScene): AppliedScene {
  const hasHalos = hasAttention(scene);
  return {
    scene: { ...scene, selectedIds: [], hoveredId: undefined },
    layers: layersFor(scene, hasHalos),
    hasHalos,
  };
}

function hasAttention({ selectedIds, hoveredId }: MapScene): boolean {
  return selectedIds.length > 0 || hoveredId !== undefined;
}

function layersFor(scene: MapScene, hasHalos: boolean): readonly LayerSpecification[] {
  const layers = styleLayers(scene);
  return hasHalos ? layers : layers.filter(({ id }) => !['halo', 'glow'].includes(stylePartOf(id)));
}

/**
 * Updates a map from one scene to the next with the fewest calls: sources by identity of their features,
 * style layers property by property, attention as feature state.
 */
export function applyScene(map: MapLibreMap, before: AppliedScene, scene: MapScene): AppliedScene {
  const hasHalos = before.hasHalos || hasAttention(scene);
  const isDrawnAlike = drawsAlike(before.scene, scene) && hasHalos === before.hasHalos;
  const layers = isDrawnAlike ? before.layers : layersFor(scene, hasHalos);
  if (!isDrawnAlike) {
    removeLayers(map, before.layers, layers);
    applySources(map, before.scene, scene);
    applyLayers(map, before.layers, layers);
  }
  applyAttention(map, before.scene, scene);
  fillSources?.(map, scene);
  return { scene, layers, hasHalos };
}

/** Returns true when two scenes differ at most in attention, so that nothing has to be drawn again. */
export function drawsAlike(before: MapScene, scene: MapScene): boolean {
  return (
    before.datasets === scene.datasets &&
    before.restyle === scene.restyle &&
    before.theme === scene.theme &&
    before.language === scene.language
  );
}

function removeLayers(
  map: MapLibreMap,
  before: readonly LayerSpecification[],
  next: readonly LayerSpecification[],
): void {
  const kept = new Set(next.map(({ id }) => id));
  for (const { id } of before)
    if (!kept.has(id) && map.getLayer(id) !== undefined) map.removeLayer(id);
}

/** A source that is no longer shown stays on the map, in case it is shown again. */
function applySources(map: MapLibreMap, before: MapScene, scene: MapScene): void {
  const known = sceneSources(before);
  for (const [id, datasets] of sceneSources(scene)) {
    const source = map.getSource<GeoJSONSource>(id);
    if (source === undefined) map.addSource(id, styleSource(datasets));
    else if (!datasets[0]?.isLarge && !holdSameFeatures(known.get(id) ?? [], datasets))
      void source.setData(joinedFeatures(datasets));
  }
}

/** Works from the top layer down, so that the layer to insert another one before always exists. */
function applyLayers(
  map: MapLibreMap,
  before: readonly LayerSpecification[],
  next: readonly LayerSpecification[],
): void {
  const known = new Map(before.map((layer) => [layer.id, layer]));
  const isReordered = idsIn(before, next) !== idsIn(next, before);
  let above: string | undefined;
  for (const layer of next.toReversed()) {
    const last = known.get(layer.id);
    if (last === undefined || map.getLayer(layer.id) === undefined) map.addLayer(layer, above);
    else {
      applyProperties(map, last, layer);
      if (isReordered) map.moveLayer(layer.id, above);
    }
    above = layer.id;
  }
}

/** The ids that also occur in another list, in their order, as one text to compare. */
function idsIn(
  layers: readonly LayerSpecification[],
  others: readonly LayerSpecification[],
): string {
  const ids = new Set(others.map(({ id }) => id));
  return layers
    .filter(({ id }) => ids.has(id))
    .map(({ id }) => id)
    .join('\n');
}

type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];
type LayoutName = Parameters<MapLibreMap['setLayoutProperty']>[1];

function applyProperties(
  map: MapLibreMap,
  last: LayerSpecification,
  next: LayerSpecification,
): void {
  const { id, paint = {}, layout = {}, minzoom = 0, maxzoom = 24 } = next;
  if (filterOf(last) !== filterOf(next) && next.type !== 'background')
    map.setFilter(id, next.filter);
  if ((last.minzoom ?? 0) !== minzoom) map.setLayerZoomRange(id, minzoom, maxzoom);
  for (const [name, value] of changes(last.paint, paint)) {
    if (isNameIn<PaintName>(paint, name)) map.setPaintProperty(id, name, value);
  }
  for (const name of Object.keys(last.paint ?? {})) {
    if (!Object.hasOwn(paint, name) && isNameIn<PaintName>(last.paint ?? {}, name))
      map.setPaintProperty(id, name, undefined);
  }
  for (const [name, value] of changes(last.layout, layout)) {
    if (isNameIn<LayoutName>(layout, name)) map.setLayoutProperty(id, name, value);
  }
}

function filterOf(layer: LayerSpecification): string {
  return JSON.stringify('filter' in layer ? layer.filter : '');
}

/** Type guard for the property names of a style layer, which TypeScript loses when they are listed. */
function isNameIn<Name extends string>(properties: object, name: string): name is Name {
  return Object.hasOwn(properties, name);
}

/** Entries of `next` that differ from `last`; style values are small JSON, so they are compared as text. */
function changes(last: object = {}, next: object = {}) {
  const known = new Map<string, unknown>(Object.entries(last));
  return Object.entries(next).filter(
    ([name, value]) => JSON.stringify(known.get(name)) !== JSON.stringify(value),
  );
}

function applyAttention(map: MapLibreMap, before: MapScene, scene: MapScene): void {
  setStates(map, before, before.selectedIds, scene, scene.selectedIds, 'selected');
  setStates(map, before, idList(before.hoveredId), scene, idList(scene.hoveredId), 'hovered');
}

function idList(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}

function setStates(
  map: MapLibreMap,
  before: MapScene,
  lastIds: readonly string[],
  scene: MapScene,
  nextIds: readonly string[],
  state: 'selected' | 'hovered',
): void {
  const isSame = lastIds.join('\n') === nextIds.join('\n') && before.datasets === scene.datasets;
  if (isSame) return;
  const sources = new Map(
    [...before.datasets, ...scene.datasets].map((dataset) => [sourceIdOf(dataset), dataset]),
  );
  for (const [source, { isLarge }] of sources) {
    if (source === 'base' || source === 'sketch' || map.getSource(source) === undefined) continue;
    const next = drawnIds(scene, source, nextIds);
    for (const id of new Set([...drawnIds(before, source, lastIds), ...next]))
      map.setFeatureState(
        { source, id: featureKey(id), ...(isLarge && { sourceLayer: TILE_LAYER }) },
        { [state]: next.includes(id) },
      );
  }
}

/** The given ids that a source of a scene contains: an address may name any id, also of other sources. */
function drawnIds(scene: MapScene, source: string, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const datasets = scene.datasets.filter((dataset) => sourceIdOf(dataset) === source);
  return ids.filter((id) => datasets.some((dataset) => idsOf(dataset).has(id)));
}
