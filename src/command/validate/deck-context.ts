import { dirname, resolve } from 'node:path';
import { parseCatalogue } from '../../data/catalogue/catalogue.ts';
import { readDataset } from '../../data/loading/read-dataset.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import { readText } from '../files/read-text.ts';

/** The ids that the address of a view may contain. */
export type KnownIds = {
  readonly layers: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  /** Ids of projects, segments and zones. */
  readonly features: ReadonlySet<string>;
};

/**
 * Returns the ids of the plan that a deck belongs to: the deck's folder is beside catalogue.json. Returns
 * undefined when there is no catalogue.
 */
export async function idsBesideDeck(deck: string): Promise<KnownIds | undefined> {
  const path = resolve(dirname(deck), '../catalogue.json');
  const read = await readText({ name: path, path });
  const parsed = read.ok ? await parseCatalogue(read.value.text, path) : read;
  if (!parsed.ok) return undefined;
  const { layers } = parsed.value.catalogue;
  const switchable = layers.filter(({ role }) => role !== 'base');
  const ids = await Promise.all(
    switchable.map(async (layer) => [layer.role, await idsOf(layer, dirname(path))] as const),
  );
  return {
    layers: new Set(switchable.map(({ id }) => id)),
    zones: new Set(ids.flatMap(([role, each]) => (role === 'zones' ? each : []))),
    features: new Set(ids.flatMap(([, each]) => each)),
  };
}

/** The ids in a layer's file; empty when it cannot be read, which is reported when that file is checked. */
async function idsOf({ role, source }: CatalogueLayer, folder: string): Promise<readonly string[]> {
  const path = resolve(folder, source.url);
  const read = await readText({ name: path, path });
  if (!read.ok) return [];
  const dataset = await readDataset(read.value.text, { file: path, dataset: path, role });
  if (!dataset.ok) return [];
  const { content } = dataset.value;
  switch (content.role) {
    case 'projects':
      return content.projects.map(({ id }) => id);
    case 'coastline':
      return content.segments.map(({ id }) => id);
    case 'zones':
      return content.zones.map(({ id }) => id);
    case 'base':
    case 'shown':
      return [];
  }
}
