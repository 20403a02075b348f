import { dirname, resolve } from 'node:path';
import { extentIssues } from '../../data/checks/extent.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import { parseJsonText } from '../../data/text/json-text.ts';
import type { Catalogue, CatalogueLayer } from '../../domain/dataset.ts';
import { type BoundingBox, boundingBox, type Position } from '../../domain/geometry.ts';
import type { Issue } from '../../domain/issue.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import { exists } from '../files/plan-context.ts';
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
  const ids = layerIdsIn(value);
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

/** Reports layers that lie wholly outside the extent of a catalogue, and an extent that is hardly one. */
export async function extentFindings(
  catalogue: Catalogue,
  value: unknown,
  { name, path }: NamedFile,
): Promise<readonly Issue[]> {
  const ids = layerIdsIn(value);
  const boxes = await Promise.all(
    catalogue.layers.map(async ({ id, source }) => ({
      id,
      box: await boxOf(resolve(dirname(path), source.url)),
    })),
  );
  return extentIssues(catalogue, boxes, { file: name, indexOf: (id) => ids.indexOf(id) });
}

/** The box of a GeoJSON file; undefined when it cannot be read, which is reported when that file is checked. */
async function boxOf(path: string): Promise<BoundingBox | undefined> {
  const read = await readText({ name: path, path });
  const json = read.ok ? await parseJsonText(read.value.text, path) : read;
  if (!json.ok || !isRecord(json.value)) return undefined;
  const features = getOwn(json.value, 'features');
  const positions: Position[] = [];
  for (const feature of Array.isArray(features) ? features : []) {
    const geometry = isRecord(feature) ? getOwn(feature, 'geometry') : undefined;
    if (isRecord(geometry)) collect(getOwn(geometry, 'coordinates'), positions);
  }
  return boundingBox(positions);
}

function collect(nested: unknown, found: Position[]): void {
  if (!Array.isArray(nested)) return;
  const [longitude, latitude]: readonly unknown[] = nested;
  if (typeof longitude === 'number' && typeof latitude === 'number')
    found.push([longitude, latitude]);
  else for (const member of nested) collect(member, found);
}

/** The ids of the layers as the file lists them, those included that could not be read. */
function layerIdsIn(value: unknown): readonly unknown[] {
  const listed = isRecord(value) ? getOwn(value, 'layers') : undefined;
  return (Array.isArray(listed) ? listed : []).map((layer: unknown) =>
    isRecord(layer) ? getOwn(layer, 'id') : undefined,
  );
}
