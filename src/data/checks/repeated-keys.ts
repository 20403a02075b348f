import { visit } from 'jsonc-parser';
import type { Issue } from '../../domain/issue.ts';
import { formatValue } from '../format-value.ts';
import { idOf } from '../geojson/parse-feature-collection.ts';
import { getOwn, isRecord } from '../record.ts';
import type { JsonPath } from '../text/json-text.ts';
import type { JsonPlaces } from './json-places.ts';

/** A name that is repeated in one object, with the offsets of the opening quotes of both occurrences. */
export type RepeatedKey = { readonly name: string; readonly first: number; readonly again: number };

/**
 * Returns the names that occur twice in one object of a JSON text: `JSON.parse` silently keeps the last
 * value only. The text must be valid JSON without a byte order mark.
 *
 * One pass from quote to quote and brace to brace by `indexOf` is many times faster on coordinates than a
 * parser. Objects of a file usually have the same names in the same order: a name in the same position as
 * in the object before is compared in place, without a copy.
 */
export function repeatedKeys(text: string): readonly RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const objects = new OpenObjects(text, found);
  const next = (character: string, from: number): number => {
    const at = text.indexOf(character, from);
    return at < 0 ? Infinity : at;
  };
  let [quote, opening, closing] = [next('"', 0), next('{', 0), next('}', 0)];
  for (;;) {
    if (quote < opening && quote < closing) {
      const end = endOfString(text, quote);
      const after = afterBlanks(text, end + 1);
      if (text.charCodeAt(after) === COLON) objects.name(quote, end);
      quote = nextQuote(text, end + 1);
      if (opening <= end) opening = next('{', end + 1);
      if (closing <= end) closing = next('}', end + 1);
    } else if (opening < closing) {
      objects.open();
      opening = next('{', opening + 1);
    } else if (closing !== Infinity) {
      objects.close();
      closing = next('}', closing + 1);
    } else {
      return found;
    }
  }
}

const [QUOTE, COLON, BACKSLASH] = [34, 58, 92];

/** An object whose closing brace has not been reached yet. */
type OpenObject = {
  /** The names of the last object at the same place of its parent, all different. */
  readonly shape: readonly string[];
  /** The offsets of its names. */
  readonly offsets: number[];
  /** Its names and their offsets; undefined as long as the names equal those of the shape. */
  names: Map<string, number> | undefined;
};

class OpenObjects {
  readonly #text: string;
  readonly #found: RepeatedKey[];
  readonly #open: OpenObject[] = [];
  /** Shapes by depth, and by the number of names of the parent before them. */
  readonly #shapes: (readonly string[])[][] = [];

  constructor(text: string, found: RepeatedKey[]) {
    this.#text = text;
    this.#found = found;
  }

  open(): void {
    const [depth, slot] = [this.#open.length, this.#open.at(-1)?.offsets.length ?? 0];
    const shape = this.#shapes[depth]?.[slot] ?? [];
    this.#open.push({ shape, offsets: [], names: undefined });
  }

  close(): void {
    const closed = this.#open.pop();
    if (closed?.names === undefined) return;
    const [depth, slot] = [this.#open.length, this.#open.at(-1)?.offsets.length ?? 0];
    const shapes = this.#shapes[depth] ?? [];
    shapes[slot] = [...closed.names.keys()];
    this.#shapes[depth] = shapes;
  }

  name(quote: number, end: number): void {
    const object = this.#open.at(-1);
    if (object === undefined) return;
    const { shape, offsets } = object;
    const expected = shape[offsets.length];
    const isExpected =
      object.names === undefined &&
      expected?.length === end - quote - 1 &&
      this.#text.startsWith(expected, quote + 1);
    if (!isExpected) this.#addName(object, quote, end);
    offsets.push(quote);
  }

  #addName(object: OpenObject, quote: number, end: number): void {
    object.names ??= new Map(object.offsets.map((at, index) => [object.shape[index] ?? '', at]));
    const name = unescaped(this.#text, quote, end);
    const first = object.names.get(name);
    if (first !== undefined) this.#found.push({ name, first, again: quote });
    object.names.set(name, quote);
  }
}

/**
 * The offset of the closing quote of a string, from its opening quote. Strings are short, and one call of
 * `indexOf` on a text with Chinese characters costs as much as a hundred characters of a loop.
 */
function endOfString(text: string, quote: number): number {
  for (let end = quote + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return end;
    if (code === BACKSLASH) end += 1;
  }
  return text.length;
}

/**
 * The number of characters searched by a loop for the next quote: names and texts are close together,
 * coordinates are not.
 */
const NEARBY = 12;

function nextQuote(text: string, from: number): number {
  const limit = from + NEARBY;
  for (let at = from; at < limit; at += 1) if (text.charCodeAt(at) === QUOTE) return at;
  const at = text.indexOf('"', limit);
  return at < 0 ? Infinity : at;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 32) at += 1;
  return at;
}

/** Resolves the escapes of a JSON name: `cl\u0061ss` is `class`. */
function unescaped(text: string, quote: number, end: number): string {
  const raw = text.slice(quote + 1, end);
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}

/** Returns an issue for each repeated name, with both values and both places. */
export function repeatedKeyIssues(given: {
  readonly text: string;
  readonly value: unknown;
  readonly dataset: string;
  readonly places: JsonPlaces;
}): readonly Issue[] {
  const { text, value, dataset, places } = given;
  const repeated = repeatedKeys(text);
  if (repeated.length === 0) return [];
  const paths = pathsTo(text, new Set(repeated.map(({ again }) => again)));
  return repeated.map(({ name, first, again }): Issue => {
    const path = paths.get(again) ?? [];
    const { line, column } = places.placeAt(first);
    const [before, now] = [valueAfter(text, first), valueAfter(text, again)];
    return {
      code: 'key-repeated',
      kind: 'logical-consistency',
      severity: 'error',
      dataset,
      ...featureAt(value, path),
      path: [...path, name],
      place: places.placeAt(again),
      message: {
        zh: `同一对象中“${name}”出现两次：第 ${line} 行第 ${column} 列为 ${before}，此处为 ${now}；只有后一个生效，前一个会丢失。`,
        en: `"${name}" stands twice in one object: ${before} at line ${line} column ${column}, ${now} here; only the later one counts, the first value would be lost.`,
      },
      cure: {
        zh: '核对哪个值正确，删去另一个。',
        en: 'Find out which value is right and remove the other.',
      },
    };
  });
}

/**
 * Returns the paths to the objects that contain the names at these offsets; empty for a text nested too
 * deeply.
 */
export function pathsTo(text: string, offsets: ReadonlySet<number>): ReadonlyMap<number, JsonPath> {
  const paths = new Map<number, JsonPath>();
  try {
    visit(text, {
      onObjectProperty: (_name, offset, _length, _line, _character, path) => {
        if (offsets.has(offset)) paths.set(offset, path());
      },
    });
  } catch {
    // The visitor is recursive: enough levels exhaust the stack.
  }
  return paths;
}

/** Returns the feature of a collection that a path leads into. */
export function featureAt(
  value: unknown,
  [member, featureIndex]: JsonPath,
): Pick<Issue, 'featureIndex' | 'featureId'> {
  if (member !== 'features' || typeof featureIndex !== 'number' || !isRecord(value)) return {};
  const features = getOwn(value, 'features');
  const featureId = Array.isArray(features) ? idOf(features[featureIndex]) : undefined;
  return featureId === undefined ? { featureIndex } : { featureIndex, featureId };
}

/** The number of characters shown of a list or an object. */
const SHOWN = 48;

/** The value of the name at an offset, as shown in a message. */
function valueAfter(text: string, quote: number): string {
  const at = afterBlanks(text, afterBlanks(text, endOfString(text, quote) + 1) + 1);
  const first = text.charAt(at);
  if (first === '"') return formatValue(unescaped(text, at, endOfString(text, at)));
  if (first === '{' || first === '[') {
    const shown = text.slice(at, at + SHOWN).replace(/\s+/g, ' ');
    return `${shown}…`;
  }
  return /^[^,}\]\s]*/.exec(text.slice(at, at + SHOWN))?.[0] ?? '';
}
