import type { Bilingual } from '../domain/bilingual.ts';
import type { LoadError } from '../domain/load-error.ts';
import { type JsonPath, placeOfPath } from './json-text.ts';

/** A fault of structure, placed in the text it was found in. */
export async function structureError(fault: {
  readonly text: string;
  readonly file: string;
  readonly path: JsonPath;
  readonly message: Bilingual;
  readonly cure: Bilingual;
}): Promise<LoadError> {
  const { text, file, path, message, cure } = fault;
  const place = await placeOfPath(text, path);
  const at = path.join('.');
  return {
    kind: 'structure',
    file,
    ...place,
    message: {
      zh: `${file} 第 ${place.line} 行第 ${place.column} 列${at === '' ? '' : `（${at}）`}：${message.zh}`,
      en: `${file} line ${place.line} column ${place.column}${at === '' ? '' : ` (${at})`}: ${message.en}`,
    },
    cure,
  };
}
