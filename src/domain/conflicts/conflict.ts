import type { Bilingual } from '../bilingual.ts';
import type { CoastlineClass } from '../coastline.ts';
import type { Project } from '../project.ts';

/** What a site may be in conflict with, gravest first. */
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

/** Whether the stated accuracy of the positions decides a conflict. */
export const CERTAINTIES = ['certain', 'possible'] as const;
/** `certain` wherever the site may lie within its stated accuracy; else `possible`. */
export type Certainty = (typeof CERTAINTIES)[number];

/** One rule that a site meets, as measured on its sketch. */
export type Conflict = {
  readonly kind: ConflictKind;
  readonly certainty: Certainty;
  /** A zone's, a project's or a coastline segment's. */
  readonly otherId: string;
  readonly otherName: Bilingual;
  /** Ground that both share, in m² on the ellipsoid; absent where they do not meet or one is a line. */
  readonly areaM2?: number;
  /** Metres along geodesics of the one inside the other; absent where they do not meet. */
  readonly lengthM?: number;
  /** The same by class of coast; natural and restored classes only. */
  readonly lengthByClass?: Readonly<Partial<Record<CoastlineClass, number>>>;
  /** Metres along the geodesic to the other, 0 where they meet. */
  readonly distanceM: number;
  /** Articles of the plan that hold the rule; none for a distance that is only studied. */
  readonly articles: readonly number[];
  /** The distance to the coast that is to be kept, in metres. */
  readonly limitM?: number;
};

/** How far from the mainland coast a site lies, at most and on its sketch. */
export type ShoreDistance = {
  /** Metres on the sketch, 0 where they meet. */
  readonly distanceM: number;
  /** The site's stated accuracy in metres; absent where none is stated. */
  readonly uncertaintyM?: number;
  /** No place within the accuracy is farther from the coast than this, in metres; absent with `uncertaintyM`. */
  readonly farthestM?: number;
  /** The nearest stretch of coast. */
  readonly segmentId: string;
  readonly segmentName: Bilingual;
};

/** What a project's conflicts are found from. */
export type ConflictSite = Pick<
  Project,
  'id' | 'name' | 'status' | 'articles' | 'accuracyM' | 'geometry'
>;

/** What has been measured of one site: all but the distances to be kept, which a person may change. */
export type SiteFindings = {
  readonly conflicts: readonly Conflict[];
  /** Absent where the coast is too far away to matter, or where no building is meant. */
  readonly shore?: ShoreDistance;
};

/** The findings of all located projects that do not themselves protect, by project id. */
export type FindingsByProject = ReadonlyMap<string, SiteFindings>;

/** The conflicts of projects by project id, for one study distance; those that do not conflict have an empty list. */
export type ConflictsByProject = ReadonlyMap<string, readonly Conflict[]>;

/** How near the coast a study may ask, in metres. */
export const STUDY_SETBACK_M = { least: 30, most: 2000, usual: 200 } as const;

/**
 * Whether a project is there to protect or to mend: it conflicts with nothing, since that is its purpose,
 * and others conflict with it.
 */
export function protects({ status }: Pick<Project, 'status'>): boolean {
  return status === 'protect' || status === 'restore';
}

/**
 * Whether a conflict counts. Two are told only: a zone for optimised use, which is meant for use, and the
 * study distance, which is no rule.
 */
export function isCounted({ kind }: Pick<Conflict, 'kind'>): boolean {
  return kind !== 'optimised-zone' && kind !== 'study-setback';
}

/** How many conflicts count, by certainty. */
export function conflictTally(conflicts: readonly Conflict[]): Readonly<Record<Certainty, number>> {
  const counted = conflicts.filter(isCounted);
  const certain = counted.filter(({ certainty }) => certainty === 'certain').length;
  return { certain, possible: counted.length - certain };
}
