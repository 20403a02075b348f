import type { ParseError } from 'jsonc-parser';
import type { LoadError } from '../../domain/load-error.ts';
import { relativeOfText } from './relatives.ts';
import { placeAtOffset, tryTo } from './text-place.ts';

/**
 * Explains why a text is not JSON, with the place of the first fault; a format often mistaken for GeoJSON
 * is named.
 */
export async function explainJsonFault(
  body: string,
  file: string,
  cause: unknown,
): Promise<LoadError> {
  const { offset, fault } = await firstFault(body, cause);
  const place = placeAtOffset(body, offset);
  const relative = relativeOfText(body);
  const [zh, en] = [
    `${file} 第 ${place.line} 行第 ${place.column} 列：`,
    `${file} line ${place.line} column ${place.column}: this is not valid JSON`,
  ];
  const error = { kind: 'syntax', file, ...place, cause } as const;
  if (relative !== undefined) {
    const { name, cure } = relative;
    return {
      ...error,
      cure,
      message: {
        zh: `${zh}这不是 JSON，而是${name.zh}（${fault}）。`,
        en: `${en} but ${name.en} (${fault}).`,
      },
    };
  }
  return {
    ...error,
    message: { zh: `${zh}JSON 语法错误（${fault}）。`, en: `${en} (${fault}).` },
    cure: {
      zh: '检查该处的逗号、引号和括号，改正后重新载入。',
      en: 'Look there for a missing or extra comma, quote or bracket; mend it and load again.',
    },
  };
}

/**
 * The place and kind of the first JSON fault. When nesting is too deep to walk, the engine's message gives
 * the place.
 */
async function firstFault(
  body: string,
  cause: unknown,
): Promise<{ readonly offset: number; readonly fault: string }> {
  const { parse, printParseErrorCode } = await import('jsonc-parser');
  const faults: ParseError[] = [];
  const isWalked = tryTo(() => {
    parse(body, faults, { disallowComments: true, allowTrailingComma: false });
    return true;
  });
  if (isWalked === undefined) {
    const position = /position (\d+)/.exec(String(cause))?.[1];
    return { offset: Number(position ?? body.length), fault: 'NestedTooDeeply' };
  }
  const [first] = faults;
  return first === undefined
    ? { offset: body.length, fault: 'EndOfFileExpected' }
    : { offset: first.offset, fault: printParseErrorCode(first.error) };
}
