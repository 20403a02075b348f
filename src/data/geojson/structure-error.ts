import type { BaseIssue } from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { type JsonPath, placeOfPath, type TextPlace } from '../text/json-text.ts';

/** Returns a structural error with its place in the text. */
export async function structureError(fault: {
  readonly text: string;
  readonly file: string;
  readonly path: JsonPath;
  readonly message: Bilingual;
  readonly cure: Bilingual;
}): Promise<LoadError> {
  const { text, file, path, message, cure } = fault;
  const place = await placeOfPath(text, path);
  return {
    kind: 'structure',
    file,
    ...place,
    message: withPlace(message, file, place, path),
    cure,
  };
}

/** Returns a sentence about a value in a file, preceded by the value's place. */
export function withPlace(
  message: Bilingual,
  file: string,
  { line, column }: TextPlace,
  path: JsonPath,
): Bilingual {
  const at = path.join('.');
  return {
    zh: `${file} 第 ${line} 行第 ${column} 列${at === '' ? '' : `（${at}）`}：${message.zh}`,
    en: `${file} line ${line} column ${column}${at === '' ? '' : ` (${at})`}: ${message.en}`,
  };
}

/** Returns a schema error with its place in the text: the value, the expectation, and what was found. */
export function entryError(
  fault: Pick<BaseIssue<unknown>, 'path' | 'expected' | 'received'>,
  given: { readonly text: string; readonly file: string; readonly cure: Bilingual },
): Promise<LoadError> {
  return structureError({
    ...given,
    path: (fault.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
    message: {
      zh: `应为 ${fault.expected ?? '其他值'}，实为 ${fault.received}。`,
      en: `expected ${fault.expected ?? 'another value'}, found ${fault.received}.`,
    },
  });
}
