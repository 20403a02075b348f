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
    const { explainJsonFault } = await import('./geojson/json-fault.ts');
    return failed(await explainJsonFault(body, file, cause));
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

/** Undefined where reading throws: a parser that walks nested values by calling itself may exhaust the stack. */
export function tryTo<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
