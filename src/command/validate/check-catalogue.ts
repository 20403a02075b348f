import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseCatalogue } from '../../data/catalogue/catalogue.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { Issue } from '../../domain/issue.ts';
import { embeddedFile, type NamedFile } from '../files/geodata-files.ts';
import { readText } from '../files/read-text.ts';

/**
 * Reports files that a catalogue names but that do not exist in its folder.
 * @param value the catalogue as parsed from the file, used to find the layers' places in it.
 */
export async function missingFiles(
  layers: readonly CatalogueLayer[],
  value: unknown,
  { name, path }: NamedFile,
): Promise<readonly Issue[]> {
  const listed = isRecord(value) ? getOwn(value, 'layers') : undefined;
  const ids = (Array.isArray(listed) ? listed : []).map((layer: unknown) =>
    isRecord(layer) ? getOwn(layer, 'id') : undefined,
  );
  const found = await Promise.all(
    layers.map(async ({ id, source }): Promise<readonly Issue[]> => {
      if (await exists(resolve(dirname(path), source.url))) return [];
      return [
        {
          code: 'layer-file-missing',
          kind: 'completeness',
          severity: 'error',
          dataset: name,
          featureId: id,
          path: ['layers', ids.indexOf(id), 'source', 'url'],
          message: { zh: `没有文件 ${source.url}。`, en: `the file ${source.url} is not there.` },
          cure: {
            zh: '把文件放到 catalogue.json 旁，或改正路径。',
            en: 'Put it beside catalogue.json, or correct its path.',
          },
        },
      ];
    }),
  );
  return found.flat();
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    // Whatever makes the file unreachable here would also keep the app from loading it.
    return false;
  }
}

/** Returns the ids of the project layers in the embedded catalogue; empty when it cannot be read. */
export async function knownLayers(directory: string): Promise<readonly string[]> {
  const named = embeddedFile('catalogue.json', directory);
  const read = await readText(named);
  const parsed = read.ok ? await parseCatalogue(read.value.text, named.name) : read;
  if (!parsed.ok) return [];
  return parsed.value.catalogue.layers
    .filter(({ role }) => role === 'projects')
    .map(({ id }) => id);
}
