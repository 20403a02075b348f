import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseMapping } from '../../data/import/mapping/parse-mapping.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { FieldMapping } from '../../domain/own-data/field-mapping.ts';
import { failed, ok, type Result, reasonOf } from '../../domain/result.ts';

/** Reads a mapping file; undefined when none is given. */
export async function readMapping(
  name: string | undefined,
  directory: string,
): Promise<Result<Partial<FieldMapping> | undefined, Bilingual>> {
  if (name === undefined) return ok(undefined);
  try {
    return parseMapping(await readFile(resolve(directory, name), 'utf8'), name);
  } catch (cause) {
    return failed({
      zh: `读不出映射文件 ${name}：${reasonOf(cause)}`,
      en: `The mapping file ${name} cannot be read: ${reasonOf(cause)}`,
    });
  }
}
