import type { JudgedStretch } from '../../domain/audit/provenance.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { getOwn, isRecord } from '../record.ts';

/**
 * Lists the stretches that a coastline file has from a change log (`writeCoastline` puts it in), in the
 * order of the file. How they were judged before is not in the file. Anything else in the log is passed
 * over: the classes themselves stand in the features.
 */
export function loggedStretches(
  value: unknown,
  segments: readonly CoastlineSegment[],
): readonly JudgedStretch[] {
  const changes = isRecord(value) ? getOwn(value, 'changes') : undefined;
  const ids = new Set(
    (Array.isArray(changes) ? changes : []).flatMap((entry: unknown): readonly unknown[] => {
      const listed = isRecord(entry) ? getOwn(entry, 'segmentIds') : undefined;
      return Array.isArray(listed) ? listed : [];
    }),
  );
  return segments
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, class: shoreClass, use, confidence }) => ({
      segmentId: id,
      name,
      after: {
        ...(shoreClass !== undefined && { class: shoreClass }),
        ...(use !== undefined && { use }),
        confidence,
      },
    }));
}
