import {
  type Certainty,
  CONFLICT_KINDS,
  type Conflict,
  type ConflictsByProject,
  type FindingsByProject,
  type ShoreDistance,
} from './conflict.ts';

/**
 * The distances to the coast, in metres; the second is the one that a person studies. Source of the
 * first: Qingdao's regulation of the coastal zone, in force since 2019-09-01, as the headline of its news has
 * it: nothing new or extended within 30 m. Its article and the lines of 2025 were not seen, so this is
 * not the official line. The plan asks for a setback in article 46.
 */
const SETBACKS: readonly (Pick<Conflict, 'kind' | 'articles'> & { readonly limitM?: number })[] = [
  { kind: 'setback', limitM: 30, articles: [46] },
  { kind: 'study-setback', articles: [] },
];

/**
 * All conflicts of each project, gravest first, with both distances to the coast: the one to be kept and the
 * one that is studied, in metres. Quick, so that a slider may ask at every move; a larger study distance
 * only adds conflicts or makes them certain.
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

/** Whether a site lies within a distance of the coast: wherever it may be, maybe, or not. */
function certaintyWithin(
  { distanceM, uncertaintyM, farthestM }: ShoreDistance,
  limitM: number,
): Certainty | undefined {
  if (farthestM !== undefined && farthestM <= limitM) return 'certain';
  const isNear = distanceM <= limitM || distanceM - (uncertaintyM ?? 0) < limitM;
  return isNear ? 'possible' : undefined;
}

/** Certain before possible, then by kind, then the nearer and the larger first. */
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
