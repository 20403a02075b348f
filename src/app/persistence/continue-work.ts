import { batch } from '@preact/signals';
import { EMBEDDED_DECK_ID } from '../../domain/views/deck.ts';
import { withEarlierWork } from '../../domain/views/merge-work.ts';
import type { Deck } from '../../domain/views/saved-view.ts';
import type { Model } from '../state/model.ts';
import type { RecoveredWork } from '../state/workspace-model.ts';
import { takeActivity } from './take-activity.ts';

/**
 * Goes on with work of an earlier visit, beside what this visit has made. No undo takes it away. The deck that was
 * changed last is open then.
 */
export function continueWork(model: Pick<Model, 'workspace' | 'views'>, kept: RecoveredWork): void {
  const before = new Set(model.workspace.decks.peek());
  batch(() => {
    model.workspace.continueRecovered((states) =>
      withEarlierWork(kept, states, kept.savedAt.slice(0, 10)),
    );
    takeActivity(model, kept, { what: 'work-resumed', to: kept.savedAt });
  });
  const [latest] = model.workspace.decks
    .peek()
    .filter((deck) => !before.has(deck) && deck.id !== EMBEDDED_DECK_ID)
    .toSorted((one, other) => lastSaved(other).localeCompare(lastSaved(one)));
  if (latest !== undefined) model.views.chooseDeck(latest.id);
}

/** When the newest view of a deck was saved, as ISO 8601. */
function lastSaved({ views }: Deck): string {
  return views.reduce((last, { savedAt }) => (savedAt > last ? savedAt : last), '');
}
