import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FeatureCollection, LineString } from 'geojson';
import { reasonOf } from '../../src/domain/result.ts';
import { type CoastFollower, coastFollower } from './projects-coast.ts';
import { parseRawLayer, type RawProject } from './projects-raw.ts';
import { geometryOf } from './projects-sketch.ts';
import { type WritableFeature, writeCollection } from './write-collection.ts';

/**
 * The inputs and outputs of the build. `layers` limits it to some layers; without it every raw file is
 * built.
 */
export type ProjectBuild = {
  readonly geodata?: string;
  readonly coastline?: string;
  readonly layers?: readonly string[];
};

/**
 * Writes geodata/projects/<layer>.geojson from every geodata/raw/projects/<layer>.json, in the raw file's
 * order. Requires the built coastline, which sketches follow.
 * @throws Error listing every project that could not be built, with its fault; files before it are written.
 */
export async function buildProjects({
  geodata = 'geodata',
  coastline = join(geodata, 'coast/coastline.geojson'),
  layers,
}: ProjectBuild = {}): Promise<void> {
  const coast = coastFollower(await readCoastline(coastline));
  const raw = join(geodata, 'raw/projects');
  const files = (await readdir(raw)).filter((file) => file.endsWith('.json')).sort();
  const homes = new Map<string, string>();
  for (const file of files) {
    const { layer, projects } = parseRawLayer(
      JSON.parse(await readFile(join(raw, file), 'utf8')),
      file,
    );
    if (layer !== basename(file, '.json'))
      throw new Error(`${file} says it is layer "${layer}"; name both alike`);
    if (layers !== undefined && !layers.includes(layer)) continue;
    for (const { id } of projects) {
      const home = homes.get(id);
      if (home !== undefined)
        throw new Error(`${file}: the id "${id}" is used in ${home} already; give it another`);
      homes.set(id, file);
    }
    await writeCollection(
      join(geodata, 'projects', `${layer}.geojson`),
      featuresOf(projects, { layer, coast }),
    );
  }
}

async function readCoastline(file: string): Promise<FeatureCollection<LineString>> {
  // The coast builder has just written this file, so its structure is known.
  const collection: FeatureCollection<LineString> = JSON.parse(await readFile(file, 'utf8'));
  return collection;
}

function featuresOf(
  projects: readonly RawProject[],
  { layer, coast }: { readonly layer: string; readonly coast: CoastFollower },
): readonly WritableFeature[] {
  const faults: string[] = [];
  const features = projects.flatMap((project): readonly WritableFeature[] => {
    try {
      return [featureOf(project, { layer, coast })];
    } catch (error) {
      faults.push(`${layer}, project "${project.id}": ${reasonOf(error)}`);
      return [];
    }
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return features;
}

function featureOf(
  { sketch, ...record }: RawProject,
  { layer, coast }: { readonly layer: string; readonly coast: CoastFollower },
): WritableFeature {
  const { id, name_zh, name_en, ...rest } = record;
  return {
    type: 'Feature',
    id,
    properties: { id, name_zh, name_en, layer, ...rest },
    geometry: sketch === null ? null : geometryOf(sketch, coast),
  };
}
