import { parseMapping, writeMapping } from '../../data/import/mapping/parse-mapping.ts';
import type { FieldMapping } from '../../domain/own-data/field-mapping.ts';
import { reasonOf } from '../../domain/result.ts';
import { saveFile } from '../persistence/save-file.ts';
import type { Model } from '../state/model.ts';
import type { ImportItem } from '../state/own-data-model.ts';

/** Saves what the fields of a dataset mean, for the next one of its kind and for the terminal. */
export function saveMapping({ page }: Pick<Model, 'page'>, { dataset }: ImportItem): void {
  const file = `mapping-${dataset.report.name.replace(/[^\p{L}\p{N}_-]+/gu, '_')}.json`;
  saveFile(file, writeMapping(dataset.mapping), 'application/json');
  page.showMessage({ kind: 'done', key: 'saved', values: { file } });
}

/** Reads a mapping file; undefined when it is none, which is said. */
export async function openMapping(
  { page }: Pick<Model, 'page'>,
  file: Pick<File, 'name' | 'text'>,
): Promise<Partial<FieldMapping> | undefined> {
  const refuse = (reason: string): void =>
    page.showMessage({ kind: 'failure', key: 'workNotOpened', values: { reason } });
  try {
    const parsed = parseMapping(await file.text(), file.name);
    if (parsed.ok) return parsed.value;
    refuse(parsed.error[page.language.peek()]);
  } catch (cause) {
    refuse(`${file.name}: ${reasonOf(cause)}`);
  }
  return undefined;
}
