import type { Model } from '../state/model.ts';
import type { NamedBlob } from '../state/own-data-model.ts';

/** How far into a file its marker is looked for, in bytes. */
const HEAD = 200;

/** Opens work files among what was given, as "Open work file" does; returns the other files. */
export async function openWorkFiles(
  model: Pick<Model, 'page' | 'workspace'>,
  files: readonly NamedBlob[],
): Promise<readonly NamedBlob[]> {
  const others: NamedBlob[] = [];
  for (const file of files) {
    if (await isWorkFile(file)) {
      const { openWork } = await import('../persistence/save-and-open.ts');
      const { name, blob } = file;
      await openWork(model, { name, size: blob.size, stream: () => blob.stream() });
    } else others.push(file);
  }
  return others;
}

async function isWorkFile({ name, blob }: NamedBlob): Promise<boolean> {
  if (!/\.json$/i.test(name)) return false;
  try {
    const head = await blob.slice(0, HEAD).text();
    return /^\uFEFF?\s*\{\s*"format"\s*:\s*"coastplan-work"/.test(head);
  } catch {
    // The reader says why the file cannot be read.
    return false;
  }
}
