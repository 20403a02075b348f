import type { BuildingSetback } from '../audit/audit.ts';
import {
  type Certainty,
  CONFLICT_KINDS,
  type Conflict,
  type ConflictsByProject,
  type FindingsByProject,
  type ShoreDistance,
} from './conflict.ts';

/** The distances to the coast that conflicts are found for. */
export type Setbacks = {
  /** The distance of the plan's rule; undefined where it states none. */
  readonly required: BuildingSetback | undefined;
  /** The study distance that the user chooses, in metres. */
  readonly studyM: number;
};

/**
 * Gives all conflicts of each project, the most serious first, including both distances to the coast: the
 * required one and the study distance, in metres. It is fast enough to run at every move of a slider; a
 * larger study distance only adds conflicts or makes them certain.
 */
export function withSetbacks(matrix: FindingsByProject, setbacks: Setbacks): ConflictsByProject {
  return new Map(
    [...matrix].map(([id, { conflicts, shore }]) => {
      const near = shore === undefined ? [] : setbackConflicts(shore, setbacks);
      return [id, [...conflicts, ...near].sort(byGravity)] as const;
    }),
  );
}

function setbackConflicts(
  shore: ShoreDistance,
  { required, studyM }: Setbacks,
): readonly Conflict[] {
  const { segmentId: otherId, segmentName: otherName, distanceM } = shore;
  const rules: readonly Pick<Conflict, 'kind' | 'articles' | 'limitM' | 'ruleSource'>[] = [
    ...(required === undefined
      ? []
      : [
          {
            kind: 'setback' as const,
            limitM: required.distanceM,
            articles: required.articles,
            ...(required.source && { ruleSource: required.source }),
          },
        ]),
    { kind: 'study-setback', limitM: studyM, articles: [] },
  ];
  return rules.flatMap((rule): readonly Conflict[] => {
    const certainty = certaintyWithin(shore, rule.limitM ?? studyM);
    return certainty === undefined ? [] : [{ ...rule, certainty, otherId, otherName, distanceM }];
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
