import { readdir } from 'node:fs/promises';
import { GEODATA, type NamedFile, planFile } from './geodata-files.ts';

/** Folders of a plan that are not served: the sources of derived files. */
const NOT_SERVED = /^raw[/\\]/;

/** Lists every JSON and GeoJSON file of a plan, the embedded one by default, that the app may load, sorted by name. */
export async function planFiles(
  directory: string,
  folder = GEODATA,
): Promise<readonly NamedFile[]> {
  const below = await readdir(folder, { recursive: true });
  return below
    .filter((name) => /\.(geo)?json$/.test(name) && !NOT_SERVED.test(name))
    .toSorted()
    .map((name) => planFile(name, directory, folder));
}
