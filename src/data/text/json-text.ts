import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { parseExactly } from './json-ids.ts';
import { placeAtOffset, type TextPlace, tryTo } from './text-place.ts';

export { placeAtOffset, type TextPlace } from './text-place.ts';

/** A path from the root of a JSON text to a value in it: names and indices, empty for the root. */
export type JsonPath = readonly (string | number)[];

/**
 * Reads JSON. A fault is returned with its line and column; the parser that finds them is loaded only then.
 * A byte order mark is ignored, and ids that are whole numbers beyond 2^53 become texts.
 */
export async function parseJsonText(
  text: string,
  file: string,
): Promise<Result<unknown, LoadError>> {
  const body = text.replace(/^\uFEFF/, '');
  try {
    return ok(parseExactly(body));
  } catch (cause) {
    const { explainJsonFault } = await import('./json-fault.ts');
    return failed(await explainJsonFault(body, file, cause));
  }
}

/**
 * Returns the place of the value at a path, or of its nearest existing ancestor. Returns the start of the
 * text when it is nested too deeply to walk.
 */
export async function placeOfPath(text: string, path: JsonPath): Promise<TextPlace> {
  return (await placeFinder(text))(path);
}

/** Returns a function that finds the places of paths in one text, which is walked once. */
export async function placeFinder(text: string): Promise<(path: JsonPath) => TextPlace> {
  const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
  const body = text.replace(/^\uFEFF/, '');
  const root = tryTo(() => parseTree(body));
  return (path) => {
    for (let length = path.length; root !== undefined && length > 0; length -= 1) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node !== undefined) return placeAtOffset(body, node.offset);
    }
    return { line: 1, column: 1 };
  };
}
