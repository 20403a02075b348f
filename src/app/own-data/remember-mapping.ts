import { parseMapping, writeMapping } from '../../data/import/mapping/parse-mapping.ts';
import type { SessionDataset } from '../../domain/own-data/dataset-card.ts';
import type { FieldMapping } from '../../domain/own-data/field-mapping.ts';

/** What the keys of remembered mappings begin with; the fingerprint of the field names follows. */
const KEY = 'coastplan-mapping:';

/** Remembers in this browser what the fields of such a dataset mean. */
export function rememberMapping(dataset: SessionDataset, mapping: FieldMapping): void {
  try {
    localStorage.setItem(keyOf(dataset), writeMapping(mapping));
  } catch (cause) {
    console.info('the mapping is not remembered:', cause);
  }
}

/** The mapping of an earlier dataset with the same fields; undefined when there was none. */
export function knownMapping(dataset: SessionDataset): FieldMapping | undefined {
  try {
    const text = localStorage.getItem(keyOf(dataset));
    if (text === null) return undefined;
    const parsed = parseMapping(text, 'localStorage');
    return parsed.ok && parsed.value.classFields !== undefined
      ? { ...parsed.value, classFields: parsed.value.classFields }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The same fields in any order are the same kind of dataset. */
function keyOf({ report }: Pick<SessionDataset, 'report'>): string {
  const names = report.fields.map(({ name }) => name).sort();
  return `${KEY}${JSON.stringify(names)}`;
}
