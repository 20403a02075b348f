import { pinyin } from 'pinyin-pro';
import { parseCoordinate } from '../../domain/geometry/parse-coordinate.ts';
import type { BoundingBox, Position } from '../../domain/geometry.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { inSearchOrder, search } from '../../domain/search/search.ts';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import { type SearchEntry, searchEntry } from '../../domain/search/search-entry.ts';
import { type Searchable, searchableIn } from '../../domain/search/search-records.ts';
import { parseQuery } from '../../domain/search/search-text.ts';

/** The most hits: typing another letter is quicker than reading more. */
const MOST_HITS = 40;
/** How long names are indexed before the page gets its turn, in milliseconds: half a frame. */
const TURN_MS = 8;

/** The index of everything that can be found. It is fetched when the user first turns to the search. */
export class SearchEngine {
  readonly #known = new WeakMap<object, SearchEntry>();
  readonly #frame: BoundingBox;
  #entries: readonly SearchEntry[] = [];
  #findables = new Map<object, Searchable>();
  #isComplete = false;

  /** Positions outside the frame are answered as outside the map. */
  constructor(frame: BoundingBox) {
    this.#frame = frame;
  }

  /**
   * Indexes the names in the layers, in turns of half a frame; a name that is known is not read again.
   * Stops without a change once the signal is aborted.
   */
  async learn(layers: readonly LayerState[], signal: AbortSignal): Promise<void> {
    const findables = searchableIn(layers);
    let end = performance.now() + TURN_MS;
    const entries: SearchEntry[] = [];
    for (const { source, record } of findables) {
      const entry = this.#known.get(source) ?? searchEntry(record, readPinyin);
      this.#known.set(source, entry);
      entries.push(entry);
      if (performance.now() < end) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
      end = performance.now() + TURN_MS;
    }
    this.#entries = inSearchOrder(entries);
    this.#findables = new Map(
      findables.map((findable, index) => [entries[index]?.record ?? findable.record, findable]),
    );
    this.#isComplete = layers.length > 0 && layers.every(({ state }) => state.kind !== 'loading');
  }

  /** Answers a text: a coordinate with its position, any other text with the hits in the index. */
  async answer(text: string): Promise<SearchAnswer> {
    const coordinate = parseCoordinate(text);
    switch (coordinate?.kind) {
      case 'degrees':
        return { kind: 'position', ...this.#placed(coordinate.position) };
      case 'metres': {
        const { toDegrees } = await import('../../domain/geometry/gauss-krueger.ts');
        const { plane } = coordinate;
        return { kind: 'position', ...this.#placed(toDegrees(plane)), plane };
      }
      case 'fault':
        return coordinate;
      case undefined:
        return this.#lookUp(text);
    }
  }

  #placed(at: Position): { readonly at: Position; readonly isInMapBounds: boolean } {
    const [west, south, east, north] = this.#frame;
    const isInMapBounds = at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north;
    return { at, isInMapBounds };
  }

  #lookUp(text: string): SearchAnswer {
    if (text.trim() === '') return { kind: 'silent' };
    const records = search(this.#entries, parseQuery(text), MOST_HITS);
    const hits = records.flatMap((record) => this.#findables.get(record) ?? []);
    return { kind: 'hits', hits, isComplete: this.#isComplete };
  }
}

/** Each Chinese character as it is read in its words, with tone marks; others as they are. */
function readPinyin(text: string): readonly string[] {
  return pinyin(text, { type: 'array' });
}
