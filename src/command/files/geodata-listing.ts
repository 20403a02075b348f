import { readdir } from 'node:fs/promises';
import { embeddedFile, GEODATA, type NamedFile } from './geodata-files.ts';

/** Folders of the embedded data that are not served: the sources of derived files. */
const NOT_SERVED = /^raw[/\\]/;

/** Lists every JSON and GeoJSON file of the embedded data that the app may load, sorted by name. */
export async function embeddedFiles(directory: string): Promise<readonly NamedFile[]> {
  const below = await readdir(GEODATA, { recursive: true });
  return below
    .filter((name) => /\.(geo)?json$/.test(name) && !NOT_SERVED.test(name))
    .toSorted()
    .map((name) => embeddedFile(name, directory));
}
