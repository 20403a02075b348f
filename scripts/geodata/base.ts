import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { layBorder, readBorder } from './base-border.ts';
import { readWholeCoast } from './base-coast.ts';
import { landFeatures } from './base-land.ts';
import { lineFeatures } from './base-lines.ts';
import { nameFeatures } from './base-names.ts';
import { readRegistryShore } from './base-shore.ts';
import { readSurroundings } from './base-surroundings.ts';
import { type WritableFeature, writeCollection } from './write-collection.ts';

const RAW = new URL('../../geodata/raw/base/', import.meta.url);
const BASE = new URL('../../geodata/base/', import.meta.url);

/** Builds geodata/base/: land, borders, rivers, roads, railways and names. Requires the built coastline. */
export async function buildBase(): Promise<void> {
  const coast = await readWholeCoast();
  const sketch = readBorder(await read('border.json'), 'border.json');
  const border = layBorder(sketch, coast.mainland, await readRegistryShore());
  const surroundings = await readSurroundings();
  await write('land', landFeatures({ coast, border, underlay: sketch.underlay, surroundings }));
  await write('district', [
    {
      type: 'Feature',
      id: 'district-border',
      properties: {
        id: 'district-border',
        kind: 'district-border',
        rank: 1,
        name_zh: '青岛西海岸新区陆上区界（示意）',
        name_en: 'Land border of the West Coast New Area (sketch)',
        position_source: sketch.positionSource,
      },
      geometry: {
        type: 'LineString',
        coordinates: [
          ...border.southWestBank,
          ...border.inland.slice(1, -1),
          ...border.northEastBank,
        ].map((position) => [...position]),
      },
    },
    ...(await lineFeatures('neighbour-borders')),
  ]);
  for (const name of ['rivers', 'roads', 'railways']) await write(name, await lineFeatures(name));
  await write('places', nameFeatures(await read('places.json'), 'places.json'));
  await write('sea-names', nameFeatures(await read('sea-names.json'), 'sea-names.json'));
}

async function read(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(name, RAW), 'utf8'));
}

function write(name: string, features: readonly WritableFeature[]): Promise<void> {
  return writeCollection(fileURLToPath(new URL(`${name}.geojson`, BASE)), features, { name });
}
