import type { DrawnShape } from './drawn-shape.ts';
import { RULER_MODES } from './ruler.ts';

/** What a note on the map is: something measured, or an arrow from its text to a place. */
export const NOTE_KINDS = [...RULER_MODES, 'arrow'] as const;
/** What a note on the map is, from `NOTE_KINDS`. */
export type NoteKind = (typeof NOTE_KINDS)[number];

/** The longest name of a note, in characters: it stands on the map. */
export const LONGEST_NOTE = 120;

/** What the user keeps on the map under a name. Its figures are measured from the shape, never stored. */
export type MapNote = {
  readonly id: string;
  readonly name: string;
  readonly kind: NoteKind;
  readonly shape: DrawnShape;
};

/** What is on the map of a view without notes. */
export const NO_NOTES: readonly MapNote[] = [];

/** An id that none of the notes has. */
export function freeNoteId(notes: readonly Pick<MapNote, 'id'>[]): string {
  const taken = new Set(notes.map(({ id }) => id));
  let number = notes.length + 1;
  while (taken.has(`note-${number}`)) number += 1;
  return `note-${number}`;
}
