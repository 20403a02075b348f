import type { JsonPath, TextPlace } from '../text/json-text.ts';
import type { ImportedDataset } from './import-dataset.ts';

/** The line of the first feature in a text of `planText`, which writes one a line. */
const FIRST_LINE = 2;

/**
 * Finds places in the file that a dataset came from, for findings about its plan text: the row of a feature stands
 * for its line. What is about the whole file is at its beginning.
 */
export class RowPlaces {
  readonly #rows: readonly number[];

  constructor({ features }: Pick<ImportedDataset, 'features'>) {
    this.#rows = features.map(({ row }) => row);
  }

  /** The row of the feature that a path of the plan text leads into. */
  placeOf([member, index]: JsonPath): TextPlace {
    return this.#at(member === 'features' && typeof index === 'number' ? index : -1);
  }

  /** The row of the feature that stands at a place of the plan text. */
  placeInSource({ line }: TextPlace): TextPlace {
    return this.#at(line - FIRST_LINE);
  }

  #at(index: number): TextPlace {
    return { line: this.#rows[index] ?? 1, column: 1 };
  }
}
