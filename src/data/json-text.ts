import type { ParseError } from 'jsonc-parser';
import type { LoadError } from '../domain/load-error.ts';
import { failed, ok, type Result } from '../domain/result.ts';

/** A path from the root of a JSON text to a value in it. */
export type JsonPath = readonly (string | number)[];
/** One-based line and column of a character in a text. */
export type TextPlace = { readonly line: number; readonly column: number };

/**
 * Reads JSON. A fault comes back with its line and column; the parser that finds them is loaded
 * only then. A byte order mark is passed over, and whole numbers beyond 2^53 that are ids become texts.
 */
export async function parseJsonText(
  text: string,
  file: string,
): Promise<Result<unknown, LoadError>> {
  const body = text.replace(/^\uFEFF/, '');
  try {
    return ok(parseExactly(body));
  } catch (cause) {
    const { offset, fault } = await firstFault(body, cause);
    const place = placeOf(body, offset);
    const { relativeOfText } = await import('./geojson/relatives.ts');
    const relative = relativeOfText(body);
    if (relative !== undefined) {
      const { zh, en } = relative.name;
      return failed({
        ...{ kind: 'syntax', file, ...place, cause, cure: relative.cure },
        message: {
          zh: `${file} 第 ${place.line} 行第 ${place.column} 列：这不是 JSON，而是${zh}（${fault}）。`,
          en: `${file} line ${place.line} column ${place.column}: this is not valid JSON but ${en} (${fault}).`,
        },
      });
    }
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

/** The name `id` before a whole number of 16 digits or more. No text in JSON can look like it: its quotes are escaped. */
export const LONG_ID = /("id"\s*:\s*)(-?\d{16,})(?=\s*[,}])/g;

/** Two ids beyond 2^53 may round to one number, and would be one feature. */
function parseExactly(body: string): unknown {
  const value: unknown = JSON.parse(body);
  if (body.search(LONG_ID) < 0) return value;
  return JSON.parse(
    body.replace(LONG_ID, (whole, name: string, digits: string) =>
      Number.isSafeInteger(Number(digits)) ? whole : `${name}"${digits}"`,
    ),
  );
}

/** Where a text stops being JSON, and how. The engine's own words say where when nesting is too deep to walk. */
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

/** The place of a character, by its offset in the text. */
export function placeOf(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}

/**
 * The place of the value that a path leads to, or of the nearest value above it that exists. The
 * start of the text where that is nested too deeply to walk.
 */
export async function placeOfPath(text: string, path: JsonPath): Promise<TextPlace> {
  return (await placeFinder(text))(path);
}

/** Answers where paths lead in one text, which is walked once. */
export async function placeFinder(text: string): Promise<(path: JsonPath) => TextPlace> {
  const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
  const body = text.replace(/^\uFEFF/, '');
  const root = tryTo(() => parseTree(body));
  return (path) => {
    for (let length = path.length; root !== undefined && length > 0; length -= 1) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node !== undefined) return placeOf(body, node.offset);
    }
    return { line: 1, column: 1 };
  };
}

/** The parser walks nested values by calling itself: enough levels exhaust the stack. */
function tryTo<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
