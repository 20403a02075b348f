import type { Feature, Geometry } from 'geojson';
import type { Bilingual } from './bilingual.ts';
import type { CatalogueLayer } from './dataset.ts';
import type { LayerState } from './layer-state.ts';

/** A feature that is drawn and counts nowhere, as it is found, selected and exported. */
export type ShownFeature = {
  readonly id: string;
  /** The layer's title where the feature has no name; one language stands for the other. */
  readonly name: Bilingual;
  readonly layer: CatalogueLayer;
  /** All attributes of the file, the id and the names among them. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry;
};

/** A drawn feature with id and name; undefined where the file gives it no id, so that nothing can refer to it. */
export function shownFeature(
  { properties, geometry }: Feature,
  layer: CatalogueLayer,
): ShownFeature | undefined {
  const { id, name_zh: zh, name_en: en } = properties ?? {};
  if (typeof id !== 'string') return undefined;
  const name = {
    zh: String(zh ?? en ?? layer.title.zh),
    en: String(en ?? zh ?? layer.title.en),
  };
  return { id, name, layer, properties: properties ?? {}, geometry };
}

/** Finds a feature of the layers that are only shown by its id. */
export function findShown(layers: readonly LayerState[], id: string): ShownFeature | undefined {
  for (const { layer, state } of layers) {
    if (state.kind !== 'ready' || state.content.role !== 'shown') continue;
    const found = state.content.features.find(({ properties }) => properties?.['id'] === id);
    if (found !== undefined) return shownFeature(found, layer);
  }
  return undefined;
}
