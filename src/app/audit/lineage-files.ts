import { writeMapping } from '../../data/import/mapping/parse-mapping.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';

/** The texts beside a dataset of the user in a bundle, by their file name: how it was read, and where it came from. */
export function lineageFiles(
  { id, name, role, sha256, lineage }: OwnDataset,
  /** Name of its GeoJSON in the bundle. */
  file: string,
): readonly (readonly [name: string, text: string])[] {
  const stem = file.replace(/\.geojson$/, '');
  const about = { id, name, role, file, sha256, lineage };
  return [
    [`${stem}.mapping.json`, writeMapping(lineage.mapping)],
    [`${stem}.lineage.json`, `${JSON.stringify(about, undefined, 2)}\n`],
  ];
}
