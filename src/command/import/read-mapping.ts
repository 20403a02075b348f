import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Mapping } from '../../data/import/mapping/propose-mapping.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { failed, ok, type Result, reasonOf } from '../../domain/result.ts';

const FIELDS = [
  'realmField',
  'gradeField',
  'nameField',
  'idField',
  'lengthField',
  'useField',
] as const;

/** Reads a mapping file; undefined when none is given. */
export async function readMapping(
  name: string | undefined,
  directory: string,
): Promise<Result<Partial<Mapping> | undefined, Bilingual>> {
  if (name === undefined) return ok(undefined);
  let value: unknown;
  try {
    value = JSON.parse((await readFile(resolve(directory, name), 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    return failed({
      zh: `读不出映射文件 ${name}：${reasonOf(cause)}`,
      en: `The mapping file ${name} cannot be read: ${reasonOf(cause)}`,
    });
  }
  if (!isRecord(value)) return failed(noMapping(name));
  const classFields = getOwn(value, 'classFields');
  const values = getOwn(value, 'values');
  const isList =
    Array.isArray(classFields) && classFields.every((field) => typeof field === 'string');
  const isTable =
    isRecord(values) && Object.values(values).every((word) => typeof word === 'string');
  if ((classFields !== undefined && !isList) || (values !== undefined && !isTable))
    return failed(noMapping(name));
  return ok({
    ...(isList && { classFields }),
    ...(isTable && {
      values: Object.fromEntries(Object.entries(values).map(([key, word]) => [key, String(word)])),
    }),
    ...Object.fromEntries(
      FIELDS.flatMap((field) => {
        const own = getOwn(value, field);
        return typeof own === 'string' ? [[field, own]] : [];
      }),
    ),
  });
}

function noMapping(name: string): Bilingual {
  return {
    zh: `${name} 不是映射：应为 {"classFields": ["HAXLX"], "values": {"A1": "bedrock"}}。`,
    en: `${name} is no mapping: write {"classFields": ["HAXLX"], "values": {"A1": "bedrock"}}.`,
  };
}
