import * as v from 'valibot';
import { MINUTE_KINDS, type Minute } from '../../domain/views/minute.ts';
import { knownFigures } from './deck-entry.ts';

const Both = v.object({ zh: v.string(), en: v.string() });
const Figures = v.record(v.string(), v.pipe(v.number(), v.finite()));
const Entry = v.object({
  at: v.pipe(v.string(), v.isoTimestamp()),
  kind: v.picklist(MINUTE_KINDS),
  title: v.optional(Both),
  number: v.optional(v.number()),
  figures: Figures,
  saved: v.optional(Figures),
});

/**
 * Reads minutes stored in this browser. Unreadable entries are left out, because nothing depends on them.
 */
export function parseMinutes(text: string): readonly Minute[] {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const parsed = v.safeParse(Entry, entry);
    if (!parsed.success) return [];
    const { at, kind, title, number, figures, saved } = parsed.output;
    return [
      {
        at,
        kind,
        ...(title !== undefined && { title }),
        ...(number !== undefined && { number }),
        figures: knownFigures(figures),
        ...(saved !== undefined && { saved: knownFigures(saved) }),
      },
    ];
  });
}
