import type { ParseError } from 'jsonc-parser';
import type { LoadError } from '../domain/load-error.ts';
import { failed, ok, type Result } from '../domain/result.ts';

/** A path from the root of a JSON text to a value in it. */
export type JsonPath = readonly (string | number)[];
/** One-based line and column of a character in a text. */
export type TextPlace = { readonly line: number; readonly column: number };

/**
 * Reads JSON. A fault comes back with its line and column; the parser that finds them is loaded
 * only then. A byte order mark is passed over.
 */
export async function parseJsonText(text: string, file: string): Promise<Result<unknown, LoadError>> {
  const body = text.replace(/^\uFEFF/, '');
  try {
    return ok(JSON.parse(body));
  } catch (cause) {
    const { parse, printParseErrorCode } = await import('jsonc-parser');
    const faults: ParseError[] = [];
    parse(body, faults, { disallowComments: true, allowTrailingComma: false });
    const place = placeOf(body, faults[0]?.offset ?? body.length);
    const fault = faults[0] === undefined ? 'EndOfFileExpected' : printParseErrorCode(faults[0].error);
    return failed({
      kind: 'syntax',
      file,
      ...place,
      message: {
        zh: `${file} 第 ${place.line} 行第 ${place.column} 列：JSON 语法错误（${fault}）。`,
        en: `${file} line ${place.line} column ${place.column}: this is not valid JSON (${fault}).`,
      },
      cure: {
        zh: '检查该处的逗号、引号和括号，改正后重新载入。',
        en: 'Look there for a missing or extra comma, quote or bracket; mend it and load again.',
      },
      cause,
    });
  }
}

/** The place of a character, by its offset in the text. */
export function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

/** The place of the value that a path leads to, or of the nearest value above it that exists. */
export async function placeOfPath(text: string, path: JsonPath): Promise<TextPlace> {
  const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
  const body = text.replace(/^\uFEFF/, '');
  const root = parseTree(body);
  for (let length = path.length; root !== undefined && length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return placeOf(body, node.offset);
  }
  return { line: 1, column: 1 };
}
