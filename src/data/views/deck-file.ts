import * as v from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Deck } from '../../domain/views/saved-view.ts';
import { entryError, structureError } from '../geojson/structure-error.ts';
import { parseJsonText } from '../text/json-text.ts';
import { DeckEntry, misfitInDeck, toDeck } from './deck-entry.ts';

const CURE: Bilingual = {
  zh: '按 geodata/README.md 修正该值，再重新载入。',
  en: 'Mend the value as geodata/README.md says, then load again.',
};

/** Reads a deck file (`views/default.json`). An error is returned with its place and a cure. */
export async function parseDeck(text: string, file: string): Promise<Result<Deck, LoadError>> {
  const json = await parseJsonText(text, file);
  if (!json.ok) return json;
  const parsed = v.safeParse(DeckEntry, json.value);
  if (!parsed.success)
    return failed(await entryError(parsed.issues[0], { text, file, cure: CURE }));
  const deck = toDeck(parsed.output);
  const misfit = misfitInDeck(deck, [], new Set());
  return misfit === undefined ? ok(deck) : failed(await structureError({ text, file, ...misfit }));
}
