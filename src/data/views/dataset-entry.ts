import * as v from 'valibot';
import {
  type DatasetLineage,
  OWN_DATA_ROLES,
  type OwnDataset,
} from '../../domain/own-data/own-dataset.ts';

const Text = v.pipe(v.string(), v.minLength(1));
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Bilingual = v.object({ zh: v.string(), en: v.string() });
const Decision = v.picklist(['declared', 'proposed', 'confirmed']);

const Lineage = v.object({
  files: v.array(v.object({ name: Text, sha256: Hash })),
  format: Text,
  layer: v.string(),
  encoding: v.object({ name: v.string(), how: Decision }),
  crs: v.optional(v.object({ code: Text, isSwapped: v.optional(v.literal(true)), how: Decision })),
  mapping: v.object({
    classFields: v.array(v.string()),
    realmField: v.optional(v.string()),
    gradeField: v.optional(v.string()),
    targetField: v.optional(v.string()),
    statusField: v.optional(v.string()),
    nameField: v.optional(v.string()),
    idField: v.optional(v.string()),
    lengthField: v.optional(v.string()),
    useField: v.optional(v.string()),
    areaField: v.optional(v.string()),
    values: v.optional(v.record(v.string(), v.string())),
  }),
  read: Count,
  kept: Count,
  setAside: Count,
  repairs: v.array(v.object({ code: Text, count: Count })),
  issues: v.array(
    v.object({
      code: Text,
      severity: v.picklist(['error', 'warning', 'note']),
      message: Bilingual,
    }),
  ),
  acceptedAt: v.pipe(v.string(), v.isoTimestamp()),
  credit: v.optional(v.object({ zh: Text, en: Text })),
  statement: v.optional(v.object({ survey: Text, date: Text, unit: Text, waterLevel: Text })),
  confidence: v.optional(v.string()),
  isPlanCopy: v.optional(v.literal(true)),
});

/** A dataset of the user in a work file. In the browser's store the text has a place of its own. */
export const DatasetEntry = v.object({
  id: v.pipe(v.string(), v.regex(/^own-[a-z0-9]{1,20}$/)),
  name: v.string(),
  role: v.picklist(OWN_DATA_ROLES),
  isCounted: v.optional(v.literal(false)),
  sha256: Hash,
  text: v.optional(v.string()),
  lineage: Lineage,
});

/** A dataset as it stands in a file. */
export type DatasetEntry = v.InferOutput<typeof DatasetEntry>;

/** A dataset as it is written; without its text where that is stored apart. */
export function fromDataset(
  { text, ...dataset }: OwnDataset,
  { withText }: { readonly withText: boolean },
): object {
  return withText ? { ...dataset, text } : dataset;
}

/** Fetches a text that is stored apart, by its SHA-256; undefined when it is gone. */
export type TextOf = (sha256: string) => Promise<string | undefined>;

/** A dataset as read, or undefined when its text is nowhere. */
export async function toDataset(
  entry: DatasetEntry,
  textOf: TextOf,
): Promise<OwnDataset | undefined> {
  const text = entry.text ?? (await textOf(entry.sha256));
  if (text === undefined) return undefined;
  const { id, name, role, isCounted, sha256, lineage } = entry;
  return {
    ...{ id, name, role, ...(isCounted === false && { isCounted }) },
    ...{ sha256, text, lineage: withoutUndefined(lineage) },
  };
}

/** Optional members that are absent are left out: types tell them apart. */
function withoutUndefined({
  crs,
  mapping,
  statement,
  credit,
  confidence,
  isPlanCopy,
  ...lineage
}: DatasetEntry['lineage']): DatasetLineage {
  const { values, classFields, ...fields } = mapping;
  return {
    ...lineage,
    mapping: {
      classFields,
      ...Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined)),
      ...(values !== undefined && { values }),
    },
    ...(crs !== undefined && {
      crs: { code: crs.code, how: crs.how, ...(crs.isSwapped === true && { isSwapped: true }) },
    }),
    ...(statement !== undefined && { statement }),
    ...(credit !== undefined && { credit }),
    ...(confidence !== undefined && { confidence }),
    ...(isPlanCopy !== undefined && { isPlanCopy }),
  };
}
