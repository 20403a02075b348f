import { readFile } from 'node:fs/promises';
import { readDataset } from '../../src/data/loading/read-dataset.ts';
import type { LayerRole } from '../../src/domain/dataset.ts';
import type { LayerContent } from '../../src/domain/layer-state.ts';

/** Where the data that ship with the app lie. */
export const GEODATA = new URL('../../geodata/', import.meta.url);

/** What a shipped file holds, read as the app reads it. @throws when the app would hide the layer. */
export async function readContent<R extends LayerRole>(
  file: string,
  role: R,
): Promise<Extract<LayerContent, { role: R }>> {
  const text = await readFile(new URL(file, GEODATA), 'utf8');
  const read = await readDataset(text, { file, dataset: file, role });
  if (!read.ok) throw new Error(read.error.message.en);
  const { content, issues } = read.value;
  const [issue] = issues;
  if (issue !== undefined) throw new Error(`${file}: ${issue.message.en}`);
  if (!hasRole(content, role)) throw new Error(`${file} was read as ${content.role}`);
  return content;
}

function hasRole<R extends LayerRole>(
  content: LayerContent,
  role: R,
): content is Extract<LayerContent, { role: R }> {
  return content.role === role;
}
