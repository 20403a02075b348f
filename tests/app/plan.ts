import type { Geometry } from 'geojson';
import type { Catalogue, CatalogueLayer, LayerRole } from '../../src/domain/dataset.ts';
import type { LayerContent } from '../../src/domain/layer-state.ts';
import type { Project } from '../../src/domain/project.ts';

const WORDS = { zh: '字', en: 'words' };

/** A layer of a catalogue, shown by default, drawn by its id. */
export function catalogueLayer(
  id: string,
  role: LayerRole,
  other: Partial<CatalogueLayer> = {},
): CatalogueLayer {
  const metadata = {
    abstract: WORDS,
    source: WORDS,
    method: WORDS,
    accuracy: WORDS,
    licence: '',
    attribution: '',
    date: '2025',
  };
  return {
    id,
    role,
    title: WORDS,
    group: 'g',
    source: { kind: 'geojson', url: `${id}.geojson` },
    symbology: id,
    isVisible: true,
    metadata,
    ...other,
  };
}

/** A catalogue of the given layers. */
export function catalogueOf(layers: readonly CatalogueLayer[]): Catalogue {
  return {
    title: WORDS,
    extent: [119, 35, 121, 37],
    bounds: [117, 33, 123, 39],
    groups: [{ id: 'g', title: WORDS }],
    layers,
    hostOrigins: [],
  };
}

/** A located project of a layer. */
export function projectOf(
  id: string,
  layer: string,
  geometry: Geometry | undefined = { type: 'Point', coordinates: [120, 36] },
): Project {
  return {
    id,
    layer,
    name: WORDS,
    summary: WORDS,
    articles: [],
    status: 'build',
    figures: [],
    isSiteNamedInPlan: false,
    accuracyM: 100,
    ...(geometry && { geometry }),
  };
}

/** A dataset that has been read, with these contents. */
export function readyWith(content: LayerContent) {
  return { kind: 'ready', content, read: 1, kept: 1, issues: [] } as const;
}
