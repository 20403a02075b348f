import {
  type Certainty,
  CONFLICT_KINDS,
  type Conflict,
  type ConflictsByProject,
  type FindingsByProject,
  type ShoreDistance,
} from './conflict.ts';

/**
 * The required distances to the coast in metres; the second is the study distance that the user chooses.
 * Source of the first: Qingdao's regulation of the coastal zone, in force since 2019-09-01, as a news
 * headline summarises it: no new or extended buildings within 30 m. The article itself and the lines of
 * 2025 were not available, so this is not the official line. The plan asks for a setback in article 46.
 */
const SETBACKS: readonly (Pick<Conflict, 'kind' | 'articles'> & { readonly limitM?: number })[] = [
  { kind: 'setback', limitM: 30, articles: [46] },
  { kind: 'study-setback', articles: [] },
];

/**
 * Gives all conflicts of each project, the most serious first, including both distances to the coast: the
 * required one and the study distance, in metres. It is fast enough to run at every move of a slider; a
 * larger study distance only adds conflicts or makes them certain.
 */
export function withSetbacks(matrix: FindingsByProject, studyM: number): ConflictsByProject {
  return new Map(
    [...matrix].map(([id, { conflicts, shore }]) => {
      const setbacks = shore === undefined ? [] : setbackConflicts(shore, studyM);
      return [id, [...conflicts, ...setbacks].sort(byGravity)] as const;
    }),
  );
}

function setbackConflicts(shore: ShoreDistance, studyM: number): readonly Conflict[] {
  const { segmentId: otherId, segmentName: otherName, distanceM } = shore;
  return SETBACKS.flatMap(({ kind, limitM = studyM, articles }): readonly Conflict[] => {
    const certainty = certaintyWithin(shore, limitM);
    if (certainty === undefined) return [];
    return [{ kind, certainty, otherId, otherName, distanceM, articles, limitM }];
  });
}

/** Whether a site lies within a distance of the coast: certain, possible, or undefined when it does not. */
function certaintyWithin(
  { distanceM, uncertaintyM, farthestM }: ShoreDistance,
  limitM: number,
): Certainty | undefined {
  if (farthestM !== undefined && farthestM <= limitM) return 'certain';
  const isNear = distanceM <= limitM || distanceM - (uncertaintyM ?? 0) < limitM;
  return isNear ? 'possible' : undefined;
}

/** Sorts certain before possible conflicts, then by kind, then the nearer and the larger first. */
function byGravity(a: Conflict, b: Conflict): number {
  return (
    Number(a.certainty === 'possible') - Number(b.certainty === 'possible') ||
    CONFLICT_KINDS.indexOf(a.kind) - CONFLICT_KINDS.indexOf(b.kind) ||
    a.distanceM - b.distanceM ||
    extent(b) - extent(a)
  );
}

function extent({ areaM2, lengthM }: Conflict): number {
  return areaM2 ?? lengthM ?? 0;
}
