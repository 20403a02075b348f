import { parseCoordinate } from '../../domain/geometry/parse-coordinate.ts';
import type { BoundingBox, Position } from '../../domain/geometry.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import type { Chinese } from '../../domain/search/chinese.ts';
import { inSearchOrder, search } from '../../domain/search/search.ts';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import { type SearchEntry, searchEntry } from '../../domain/search/search-entry.ts';
import { parseQuery } from '../../domain/search/search-query.ts';
import { type Searchable, searchableIn } from '../../domain/search/search-records.ts';
import { createReadPinyin } from './read-pinyin.ts';
import { createTraditionalTest } from './traditional-characters.ts';

/** The most hits: typing another letter is quicker than reading more. */
const MOST_HITS = 40;
/** How long names are indexed before the page gets its turn, in milliseconds: half a frame. */
const TURN_MS = 8;

/** The index of everything that can be found. It is fetched when the user first turns to the search. */
export class SearchEngine {
  readonly #known = new WeakMap<object, SearchEntry>();
  readonly #frame: BoundingBox;
  readonly #mayBeTraditional = createTraditionalTest();
  #chinese: Chinese = { readPinyin: createReadPinyin(), simplify: (text) => text };
  #dictionary: Promise<void> | undefined;
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
    await this.#prepareFor(findables.map(({ record }) => record.name.zh).join());
    if (signal.aborted) return;
    let end = performance.now() + TURN_MS;
    const entries: SearchEntry[] = [];
    for (const { source, record } of findables) {
      const entry = this.#known.get(source) ?? searchEntry(record, this.#chinese);
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

  async #lookUp(text: string): Promise<SearchAnswer> {
    await this.#prepareFor(text);
    const query = parseQuery(text, this.#chinese);
    if (query.terms.length === 0 && query.articles.length === 0) return { kind: 'silent' };
    const records = search(this.#entries, query, MOST_HITS);
    const hits = records.flatMap((record) => this.#findables.get(record) ?? []);
    return { kind: 'hits', hits, isComplete: this.#isComplete };
  }

  /**
   * Fetches the dictionary of traditional characters when a text may hold any. Names that were read before hold none, so
   * they need not be read again. Without the dictionary the search finds what is written alike.
   */
  async #prepareFor(text: string): Promise<void> {
    if (!this.#mayBeTraditional(text)) return;
    this.#dictionary ??= import('./simplify.ts').then(
      ({ simplify }) => {
        this.#chinese = { ...this.#chinese, simplify };
      },
      (cause: unknown) => {
        this.#dictionary = undefined;
        console.error('no dictionary of traditional characters:', cause);
      },
    );
    await this.#dictionary;
  }
}
