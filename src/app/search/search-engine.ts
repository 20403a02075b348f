import { zoneOfPlan } from '../../domain/coordinates/gauss-krueger-zone.ts';
import { parseCoordinate } from '../../domain/coordinates/parse-coordinate.ts';
import { positionOfReading } from '../../domain/coordinates/read-position.ts';
import type { PlanFrame } from '../../domain/dataset.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { isInBounds } from '../../domain/map-bounds.ts';
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
  readonly #frame: () => PlanFrame;
  readonly #mayBeTraditional = createTraditionalTest();
  #chinese: Chinese = { readPinyin: createReadPinyin(), simplify: (text) => text };
  #dictionary: Promise<void> | undefined;
  #entries: readonly SearchEntry[] = [];
  #findables = new Map<object, Searchable>();
  #isComplete = false;

  /** @param frame where the plan lies now: positions outside its bounds are answered as outside the map */
  constructor(frame: () => PlanFrame) {
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

  /**
   * Answers a text: a coordinate goes there, anything else is looked up. So is what only looks like a
   * position: a name with numbers in it goes before what cannot be read.
   */
  async answer(text: string): Promise<SearchAnswer> {
    const frame = this.#frame();
    const coordinate = parseCoordinate(text, zoneOfPlan(frame));
    if (coordinate === undefined) return this.#lookUp(text);
    if (coordinate.kind === 'fault') {
      const isVague = coordinate.fault === 'unclear' && coordinate.readings.length === 0;
      const named = isVague ? await this.#lookUp(text) : undefined;
      return named?.kind === 'hits' && named.hits.length > 0 ? named : coordinate;
    }
    const place = await positionOfReading(coordinate);
    return { kind: 'position', ...place, isInMapBounds: isInBounds(place.at, frame.bounds) };
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
