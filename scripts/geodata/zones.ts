import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeCollection } from './write-collection.ts';
import { partition } from './zones-partition.ts';
import { readBelt } from './zones-raw.ts';

const BELT = new URL('../../geodata/raw/zones/belt.json', import.meta.url);
const ZONES = new URL('../../geodata/coast/zones.geojson', import.meta.url);

/** The plan's article on the natural coastline ratio, which every zone serves. */
const ARTICLES = [46];

/** Builds geodata/coast/zones.geojson, the protection zones, from the manually drawn belt. */
export async function buildZones(): Promise<void> {
  const belt = readBelt(JSON.parse(await readFile(BELT, 'utf8')), 'belt.json');
  const cells = partition(belt);
  const features = belt.zones.flatMap(({ id, name, grade }, index) => {
    const geometry = cells[index];
    if (geometry === undefined) return [];
    const properties = {
      id,
      name_zh: name.zh,
      name_en: name.en,
      grade,
      articles: ARTICLES,
      position_source: belt.positionSource,
      position_source_zh: belt.positionSourceZh,
    };
    return [{ type: 'Feature' as const, id, properties, geometry }];
  });
  await writeCollection(fileURLToPath(ZONES), features, { name: 'zones' });
}
