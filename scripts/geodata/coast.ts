import { fileURLToPath } from 'node:url';
import { cutIslands } from './coast/islands.ts';
import { layPatches, readPatches } from './coast/patches.ts';
import { readRaw } from './coast/raw.ts';
import { readRegistryChain } from './coast/registry-chain.ts';
import { cutSegments } from './coast/segments.ts';
import { readClassSource, readShoreEntries } from './coast/shore-table.ts';
import { type WritableFeature, writeCollection } from './write-collection.ts';

const COASTLINE = new URL('../../geodata/coast/coastline.geojson', import.meta.url);

/**
 * Builds geodata/coast/coastline.geojson from geodata/raw/coast/: the registry's chain with the manually
 * drawn stretches inserted, divided into classified segments by the shore table; then the islands. The
 * mainland runs from south-west to north-east, islands run counterclockwise: land is on the left
 * throughout.
 */
export async function buildCoast(): Promise<void> {
  await writeCollection(fileURLToPath(COASTLINE), await coastFeatures(), COAST_FOREWORD);
}

/** The metadata of the file: these classes have not been surveyed. */
export const COAST_FOREWORD = { name: 'coastline', surveyed: false } as const;

/**
 * Returns the features of the coastline in order.
 * @throws when a raw input is missing or contradicts itself.
 */
export async function coastFeatures(): Promise<readonly WritableFeature[]> {
  const works = await readRaw('harbour-works.json');
  const classes = await readRaw('shore-classes.json');
  const islands = await readRaw('islands.json');
  const mainland = cutSegments(
    layPatches(await readRegistryChain(), readPatches(works, 'harbour-works.json')),
    readShoreEntries(classes, 'shore-classes.json'),
    'mainland',
    readClassSource(classes, 'shore-classes.json'),
  );
  return [...mainland, ...cutIslands(islands, 'islands.json')];
}
