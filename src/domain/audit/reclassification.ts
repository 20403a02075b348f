import type { CoastlineClass, CoastlineSegment, CoastlineUse, Confidence } from '../coastline.ts';

/** One entry of the change log: segments that a person judges otherwise than the data, and why. */
export type Reclassification = {
  readonly segmentIds: readonly string[];
  /** The new class; absent where only the confidence changes. */
  readonly class?: CoastlineClass;
  /** Use of a stretch that becomes artificial. */
  readonly use?: CoastlineUse;
  readonly confidence?: Confidence;
  readonly reason: string;
  /** When, as ISO 8601. */
  readonly date: string;
};

/**
 * The segments after a change log, in the same order. Later entries win; untouched segments stay the
 * same objects. An entry for a segment that is not there changes nothing.
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
  // A use belongs to an artificial stretch; it goes when the stretch becomes something else.
  const kept =
    shoreClass === 'artificial'
      ? (entry.use ?? (entry.class === undefined ? use : undefined))
      : undefined;
  return {
    ...rest,
    ...(shoreClass !== undefined && { class: shoreClass }),
    ...(kept !== undefined && { use: kept }),
    confidence: entry.confidence ?? segment.confidence,
    // The reason is the new source, in whatever language it was given.
    classSource: entry.reason,
  };
}
