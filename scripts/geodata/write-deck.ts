import { fromScenario } from '../../src/data/views/scenario-entry.ts';
import type { Deck, SavedView } from '../../src/domain/views/saved-view.ts';

/**
 * Returns the text of a deck file: one view per line in the order of showing, so that a changed view is a
 * changed line, and a newline at the end. The same deck gives the same bytes.
 */
export function formatDeck({ id, title, advanceS, views }: Deck): string {
  const head = Object.entries({ id, title, advanceS }).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const lines = views.map((view) => JSON.stringify(inOrder(view)));
  const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return `{${head.join(', ')}, "views": ${body}}\n`;
}

/** The order of keys that is easiest to read. */
function inOrder(view: SavedView): object {
  const { number, title, caption, notes, address, extent, figures, savedAt, scenario } = view;
  const { blocks, subject } = view;
  return {
    ...{ number, title, caption, notes, address },
    ...(extent && { extent }),
    ...(blocks && { blocks }),
    ...(subject && { subject }),
    ...{ figures, savedAt },
    ...(scenario && { scenario: fromScenario(scenario) }),
  };
}
