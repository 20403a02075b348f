import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { lowerBound } from '../../domain/geometry/lower-bound.ts';
import type { Issue } from '../../domain/issue.ts';
import type { JsonPath, TextPlace } from '../text/json-text.ts';

/** Finds the place of a value of a file by its path. */
export type PlaceFinder = {
  readonly placeOf: (path: JsonPath) => TextPlace;
  /** Turns a place in the text that was checked into one in the file that the user gave; absent when they are one. */
  readonly placeInSource?: (place: TextPlace) => TextPlace;
};

/** The place of an issue: its own, when it has one, or that of its path. */
export function placeOfIssue({ place, path }: Issue, places: PlaceFinder): TextPlace {
  if (place === undefined) return places.placeOf(path);
  return places.placeInSource?.(place) ?? place;
}

/**
 * Finds the places of values in a JSON text, for many questions about one text: the tree is built on the
 * first question, and lines are found by binary search. Lines and columns start at 1; columns count UTF-16
 * units, as editors do, and a byte order mark is not counted.
 */
export class JsonPlaces implements PlaceFinder {
  readonly #text: string;
  #tree: { readonly root: Node | undefined } | undefined;
  #breaks: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text.replace(/^\uFEFF/, '');
  }

  /** The place of the value at a path, or of its nearest existing ancestor. */
  placeOf(path: JsonPath): TextPlace {
    const root = this.#root();
    for (let length = path.length; root !== undefined && length > 0; length -= 1) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node !== undefined) return this.placeAt(node.offset);
    }
    return root === undefined ? { line: 1, column: 1 } : this.placeAt(root.offset);
  }

  /** The place of a character, by its offset in the text after any byte order mark. */
  placeAt(offset: number): TextPlace {
    this.#breaks ??= lineBreaks(this.#text);
    const breaks = this.#breaks;
    const before = lowerBound(breaks, offset);
    return { line: before + 1, column: offset - (breaks[before - 1] ?? -1) };
  }

  #root(): Node | undefined {
    if (this.#tree === undefined) this.#tree = { root: treeOf(this.#text) };
    return this.#tree.root;
  }
}

function lineBreaks(text: string): readonly number[] {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return breaks;
}

function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    // The text is nested deeper than the call stack, unlike any honest file; its faults are reported at
    // line 1.
    return undefined;
  }
}
