import type { Bilingual } from '../bilingual.ts';
import type { CoastlineClass } from '../coastline.ts';
import type { Project } from '../project.ts';

/** The kinds of conflict that a site may have, the most serious first. */
export const CONFLICT_KINDS = [
  'strict-zone',
  'protected-site',
  'natural-coast',
  'setback',
  'restricted-zone',
  'ungraded-zone',
  'study-setback',
  'optimised-zone',
] as const;
/** What a site is in conflict with: a zone by its grade, protected ground, the coast or a distance to it. */
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** The degrees of certainty of a conflict, given the stated accuracy of the positions. */
export const CERTAINTIES = ['certain', 'possible'] as const;
/**
 * `certain` if the conflict exists wherever the site lies within its stated accuracy; otherwise
 * `possible`.
 */
export type Certainty = (typeof CERTAINTIES)[number];

/** A conflict of a site with one rule, as measured on its sketch. */
export type Conflict = {
  readonly kind: ConflictKind;
  readonly certainty: Certainty;
  /** Id of the zone, project or coastline segment in conflict with the site. */
  readonly otherId: string;
  readonly otherName: Bilingual;
  /** Shared ground in m² on the ellipsoid; absent when they do not meet or one of them is a line. */
  readonly areaM2?: number;
  /** Metres along geodesics of one geometry inside the other; absent when they do not meet. */
  readonly lengthM?: number;
  /** `lengthM` by class of coast; natural and restored classes only. */
  readonly lengthByClass?: Readonly<Partial<Record<CoastlineClass, number>>>;
  /** Metres along the geodesic to the other geometry; 0 when they meet. */
  readonly distanceM: number;
  /** Articles of the plan that contain the rule; empty for a study distance. */
  readonly articles: readonly number[];
  /** The law or decision behind the rule, as the plan's data state it. */
  readonly ruleSource?: Bilingual;
  /** The required distance to the coast in metres; absent for conflicts without one. */
  readonly limitM?: number;
};

/** The distance of a site from the mainland coast, as sketched and at most. */
export type ShoreDistance = {
  /** The distance on the sketch in metres; 0 when they meet. */
  readonly distanceM: number;
  /** The site's stated accuracy in metres; absent when none is stated. */
  readonly uncertaintyM?: number;
  /**
   * No place within the accuracy is farther from the coast than this, in metres; absent with
   * `uncertaintyM`.
   */
  readonly farthestM?: number;
  /** The nearest stretch of coast. */
  readonly segmentId: string;
  readonly segmentName: Bilingual;
};

/** The properties of a project from which its conflicts are found. */
export type ConflictSite = Pick<
  Project,
  'id' | 'name' | 'status' | 'articles' | 'accuracyM' | 'geometry'
>;

/** The measurements of one site, except the setback conflicts, because the user may change the distance. */
export type SiteFindings = {
  readonly conflicts: readonly Conflict[];
  /** Absent when the coast is too far away to matter, or when the project builds nothing new. */
  readonly shore?: ShoreDistance;
};

/** The findings of all located projects that do not themselves protect, by project id. */
export type FindingsByProject = ReadonlyMap<string, SiteFindings>;

/**
 * The conflicts of projects by project id, for one study distance; projects without a conflict have an
 * empty list.
 */
export type ConflictsByProject = ReadonlyMap<string, readonly Conflict[]>;

/** The limits and the default of the study distance to the coast, in metres. */
export const STUDY_SETBACK_M = { least: 30, most: 2000, usual: 200 } as const;

/**
 * Whether a project protects or restores. By its purpose it conflicts with nothing, but other projects
 * may conflict with it.
 */
export function protects({ status }: Pick<Project, 'status'>): boolean {
  return status === 'protect' || status === 'restore';
}

/**
 * Whether a conflict counts. Two kinds are reported without counting: a zone for optimised use, because
 * it is meant for use, and the study distance, because it is not a rule.
 */
export function isCounted({ kind }: Pick<Conflict, 'kind'>): boolean {
  return kind !== 'optimised-zone' && kind !== 'study-setback';
}

/** Counts the conflicts that count, by certainty. */
export function conflictTally(conflicts: readonly Conflict[]): Readonly<Record<Certainty, number>> {
  const counted = conflicts.filter(isCounted);
  const certain = counted.filter(({ certainty }) => certainty === 'certain').length;
  return { certain, possible: counted.length - certain };
}
