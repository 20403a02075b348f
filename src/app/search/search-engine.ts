import { pinyin } from 'pinyin-pro';
import { parseCoordinate } from '../../domain/geometry/parse-coordinate.ts';
import { placeOf } from '../../domain/geometry/read-position.ts';
import type { BoundingBox, Position } from '../../domain/geometry.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { inSearchOrder, search } from '../../domain/search/search.ts';
import type { SearchAnswer } from '../../domain/search/search-answer.ts';
import { type SearchEntry, searchEntry } from '../../domain/search/search-entry.ts';
import { type Searchable, searchableIn } from '../../domain/search/search-records.ts';
import { parseQuery } from '../../domain/search/search-text.ts';

/** More than this nobody reads: another letter is quicker. */
const MOST_HITS = 40;
/** How long to read names before the page gets its turn, in milliseconds: half a frame. */
const TURN_MS = 8;

/** Knows everything that can be found. Fetched when a person first turns to the search. */
export class SearchEngine {
  readonly #known = new WeakMap<object, SearchEntry>();
  readonly #frame: BoundingBox;
  #entries: readonly SearchEntry[] = [];
  #findables = new Map<object, Searchable>();
  #isComplete = false;

  /** Positions outside the frame are told to be off the map. */
  constructor(frame: BoundingBox) {
    this.#frame = frame;
  }

  /**
   * Takes in what the layers hold, in turns of half a frame; names read once are not read again.
   * Stops without a change when it is no longer wanted.
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

  /**
   * Answers a text: a coordinate goes there, anything else is looked up. So is what only looks like a
   * position: a name with numbers in it goes before what cannot be read.
   */
  async answer(text: string): Promise<SearchAnswer> {
    const coordinate = parseCoordinate(text);
    if (coordinate === undefined) return this.#lookUp(text);
    if (coordinate.kind === 'fault') {
      const isVague = coordinate.fault === 'unclear' && coordinate.readings.length === 0;
      const named = isVague ? this.#lookUp(text) : undefined;
      return named?.kind === 'hits' && named.hits.length > 0 ? named : coordinate;
    }
    const place = await placeOf(coordinate);
    return { kind: 'position', ...place, isInMapBounds: this.#holds(place.at) };
  }

  #holds([longitude, latitude]: Position): boolean {
    const [west, south, east, north] = this.#frame;
    return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
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
