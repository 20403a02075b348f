import {
  type Certainty,
  CONFLICT_KINDS,
  type Conflict,
  type ConflictMatrix,
  type ConflictsByProject,
  type ShoreReach,
} from './conflict.ts';

/**
 * Metres from the coast within which nothing is to be built or extended. Source: Qingdao's regulation
 * of the coastal zone, in force since 2019-09-01, as its news headline has it; its article and the lines
 * of 2025 were not seen, so this is not the official line. The plan asks for a setback in article 46.
 */
export const SETBACK_M = 30;
const SETBACK_ARTICLES: readonly number[] = [46];

/**
 * All conflicts of each project, gravest first, with both distances to the coast: the one to be kept and the
 * one that is studied, in metres. The studied one is told where it says more than the other. Quick, so that
 * a slider may ask at every move; a larger study distance only adds conflicts or makes them certain.
 */
export function withSetbacks(matrix: ConflictMatrix, studyM: number): ConflictsByProject {
  return new Map(
    [...matrix].map(([id, { conflicts, shore }]) => {
      const setbacks = shore === undefined ? [] : setbackConflicts(shore, studyM);
      return [id, [...conflicts, ...setbacks].sort(byGravity)] as const;
    }),
  );
}

function setbackConflicts(shore: ShoreReach, studyM: number): readonly Conflict[] {
  const [kept, studied] = [certaintyWithin(shore, SETBACK_M), certaintyWithin(shore, studyM)];
  return [
    ...(kept === undefined
      ? []
      : [conflictWith(shore, { certainty: kept, limitM: SETBACK_M, isStudied: false })]),
    ...(studied === undefined || studied === kept
      ? []
      : [conflictWith(shore, { certainty: studied, limitM: studyM, isStudied: true })]),
  ];
}

/** Whether a site lies within a distance of the coast: wherever it may be, maybe, or not. */
function certaintyWithin(
  { distanceM, doubtM, farthestM }: ShoreReach,
  limitM: number,
): Certainty | undefined {
  if (farthestM !== undefined && farthestM <= limitM) return 'certain';
  const isNear = distanceM <= limitM || distanceM - (doubtM ?? 0) < limitM;
  return isNear ? 'possible' : undefined;
}

function conflictWith(
  { segmentId, segmentName, distanceM }: ShoreReach,
  {
    certainty,
    limitM,
    isStudied,
  }: { readonly certainty: Certainty; readonly limitM: number; readonly isStudied: boolean },
): Conflict {
  return {
    kind: isStudied ? 'study-setback' : 'setback',
    certainty,
    otherId: segmentId,
    otherName: segmentName,
    distanceM,
    articles: isStudied ? [] : SETBACK_ARTICLES,
    limitM,
  };
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
