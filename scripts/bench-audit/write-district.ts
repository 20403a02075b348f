/** `tsx write-district.ts FOLDER`: a synthetic district of 35 000 vertices and 240 zones as geodata files, to be served. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCoastline } from '../../src/data/coast/write-coastline.ts';
import { syntheticDistrict } from './synthetic-district.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder?');
const { segments, zones } = syntheticDistrict(35_000, 240);
const coast = join(folder, 'geodata', 'coast');
mkdirSync(coast, { recursive: true });
const sourced = segments.map((segment) => ({
  ...segment,
  positionSource: 'synthetic',
  classSource: 'synthetic',
}));
writeFileSync(
  join(coast, 'coastline.geojson'),
  writeCoastline(sourced, { coastStatus: { kind: 'illustration' }, log: [] }),
);
writeFileSync(
  join(coast, 'zones.geojson'),
  JSON.stringify({
    type: 'FeatureCollection',
    features: zones.map(({ id, name, geometry }) => ({
      type: 'Feature',
      id,
      properties: { id, name_zh: name.zh, name_en: name.en, position_source: 'synthetic' },
      geometry,
    })),
  }),
);
