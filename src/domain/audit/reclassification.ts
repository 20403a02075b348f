import type { CoastlineClass, CoastlineSegment, CoastlineUse, Confidence } from '../coastline.ts';

/**
 * One entry of the change log: segments that the user classifies differently from the data, with the
 * reason.
 */
export type Reclassification = {
  readonly segmentIds: readonly string[];
  /** The new class; absent when only the confidence changes. */
  readonly class?: CoastlineClass;
  /** The use of a stretch that becomes artificial. */
  readonly use?: CoastlineUse;
  readonly confidence?: Confidence;
  readonly reason: string;
  /** The date of the entry in ISO 8601. */
  readonly date: string;
};

/**
 * Applies a change log to the segments and keeps their order. Later entries win, and unchanged segments
 * stay the same objects. An entry for a missing segment changes nothing.
 */
export function reclassified(
  segments: readonly CoastlineSegment[],
  log: readonly Reclassification[],
): readonly CoastlineSegment[] {
  if (log.length === 0) return segments;
  const entries = new Map<string, Reclassification[]>();
  for (const entry of log) {
    for (const id of entry.segmentIds) {
      const known = entries.get(id);
      if (known === undefined) entries.set(id, [entry]);
      else known.push(entry);
    }
  }
  return segments.map((segment) => (entries.get(segment.id) ?? []).reduce(changed, segment));
}

function changed(segment: CoastlineSegment, entry: Reclassification): CoastlineSegment {
  const { use, classSourceZh, ...rest } = segment;
  const shoreClass = entry.class ?? segment.class;
  // Only an artificial stretch has a use, so the use is removed when the class changes.
  const kept =
    shoreClass === 'artificial'
      ? (entry.use ?? (entry.class === undefined ? use : undefined))
      : undefined;
  return {
    ...rest,
    ...(shoreClass !== undefined && { class: shoreClass }),
    ...(kept !== undefined && { use: kept }),
    confidence: entry.confidence ?? segment.confidence,
    // The reason becomes the new source, in the language in which it was written.
    classSource: entry.reason,
  };
}
