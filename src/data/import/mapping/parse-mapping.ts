import type { Bilingual } from '../../../domain/bilingual.ts';
import type { FieldMapping } from '../../../domain/own-data/field-mapping.ts';
import { failed, ok, type Result, reasonOf } from '../../../domain/result.ts';
import { getOwn, isRecord } from '../../record.ts';

/** The members of a mapping that name a single field. */
const SINGLE_FIELDS = [
  'realmField',
  'gradeField',
  'targetField',
  'statusField',
  'nameField',
  'idField',
  'lengthField',
  'useField',
  'areaField',
] as const satisfies readonly (keyof FieldMapping)[];

/** Reads the text of a mapping file; what it leaves out stays as proposed. */
export function parseMapping(text: string, file: string): Result<Partial<FieldMapping>, Bilingual> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    return failed({
      zh: `读不出映射文件 ${file}：${reasonOf(cause)}`,
      en: `The mapping file ${file} cannot be read: ${reasonOf(cause)}`,
    });
  }
  if (!isRecord(value)) return failed(noMapping(file));
  const classFields = getOwn(value, 'classFields');
  const values = getOwn(value, 'values');
  const isList =
    Array.isArray(classFields) && classFields.every((field) => typeof field === 'string');
  const isTable =
    isRecord(values) && Object.values(values).every((word) => typeof word === 'string');
  if ((classFields !== undefined && !isList) || (values !== undefined && !isTable))
    return failed(noMapping(file));
  return ok({
    ...(isList && { classFields }),
    ...(isTable && {
      values: Object.fromEntries(Object.entries(values).map(([key, word]) => [key, String(word)])),
    }),
    ...Object.fromEntries(
      SINGLE_FIELDS.flatMap((field) => {
        const own = getOwn(value, field);
        return typeof own === 'string' ? [[field, own]] : [];
      }),
    ),
  });
}

/** Writes a mapping as the text of a file that `parseMapping` reads. */
export function writeMapping(mapping: FieldMapping): string {
  return `${JSON.stringify(mapping, undefined, 2)}\n`;
}

function noMapping(file: string): Bilingual {
  return {
    zh: `${file} 不是映射：应为 {"classFields": ["HAXLX"], "values": {"A1": "bedrock"}}。`,
    en: `${file} is no mapping: write {"classFields": ["HAXLX"], "values": {"A1": "bedrock"}}.`,
  };
}
