import * as v from 'valibot';
import { LONGEST_NOTE, type MapNote, NOTE_KINDS } from '../../domain/map-tools/map-note.ts';
import type { JsonPath } from '../text/json-text.ts';
import {
  firstOf,
  type Misfit,
  openRing,
  PathEntry,
  RingEntry,
  repeatedId,
} from './scenario-entry.ts';

/** The schema of a note on the map, in work files and views. */
export const NoteEntry = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  kind: v.picklist(NOTE_KINDS),
  shape: v.variant('type', [
    v.object({ type: v.literal('LineString'), coordinates: PathEntry }),
    v.object({
      type: v.literal('Polygon'),
      coordinates: v.pipe(v.array(RingEntry), v.minLength(1)),
    }),
  ]),
});

/** Returns the first part of notes that is well formed but unusable. */
export function misfitInNotes(notes: readonly MapNote[], path: JsonPath): Misfit | undefined {
  return (
    repeatedId(notes, path) ??
    firstOf(notes, ({ kind, shape }, index) => {
      const inShape = [...path, index, 'shape'];
      if ((kind === 'area') !== (shape.type === 'Polygon'))
        return {
          path: [...inShape, 'type'],
          message: {
            zh: `类别为 ${kind} 的标注不能是 ${shape.type}。`,
            en: `a note of kind ${kind} cannot be a ${shape.type}.`,
          },
          cure: {
            zh: '面积标注用 Polygon，其余用 LineString，改正后再打开。',
            en: 'An area is a Polygon and every other note a LineString: correct it, then open the file again.',
          },
        };
      return shape.type === 'Polygon' ? openRing(shape, inShape) : undefined;
    })
  );
}
