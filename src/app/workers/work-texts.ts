import type { WorkState } from '../../domain/views/work-state.ts';
import type { Workspace } from '../../domain/views/workspace.ts';

/** A piece of a text on its way between page and worker, by the number of its text. */
export type TextPiece = {
  readonly kind: 'text';
  readonly index: number;
  readonly piece: string;
};

/** Characters that are packed or unpacked at once: a few milliseconds on a slow machine. */
const PIECE = 250_000;

/**
 * Takes the texts of the user's data out of states, each once, and leaves their numbers in their place: whole, a long text
 * would hold up the page while it is packed for a worker.
 */
export function textTaker(): {
  readonly take: <State extends WorkState>(state: State) => State;
  readonly texts: readonly string[];
} {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: string): string => {
    const number = numbers.get(text) ?? texts.push(text) - 1;
    numbers.set(text, number);
    return String(number);
  };
  return { take: (state) => withTexts(state, numberOf), texts };
}

/** States whose texts were taken out, with their texts again. */
export function textGiver(
  texts: readonly string[],
): <State extends WorkState>(state: State) => State {
  return (state) => withTexts(state, (number) => texts[Number(number)] ?? '');
}

function withTexts<State extends WorkState>(state: State, textOf: (text: string) => string): State {
  const datasets = state.datasets.map((dataset) => ({ ...dataset, text: textOf(dataset.text) }));
  return { ...state, datasets };
}

/** Work and its versions, each state changed. */
export function eachState(
  work: Workspace,
  change: <State extends WorkState>(state: State) => State,
): Workspace {
  const versions = work.versions.map((version) => ({ ...version, work: change(version.work) }));
  return { ...change(work), versions };
}

/** The pieces of texts, in order. */
export function* textPieces(texts: readonly string[]): Generator<TextPiece> {
  for (const [index, text] of texts.entries())
    for (let at = 0; at < text.length || at === 0; at += PIECE)
      yield { kind: 'text', index, piece: text.slice(at, at + PIECE) };
}

/** Adds a piece to the texts that have come so far. */
export function addPiece(texts: string[], { index, piece }: TextPiece): void {
  texts[index] = (texts[index] ?? '') + piece;
}
