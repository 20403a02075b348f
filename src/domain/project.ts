import type { Geometry } from 'geojson';
import type { Bilingual } from './bilingual.ts';

/** What the plan does with a project. */
export const PROJECT_STATUSES = [
  'existing',
  'build',
  'expand',
  'renovate',
  'propose',
  'study',
  'protect',
  'restore',
] as const;
/** What the plan does with a project. */
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** A number that the plan or another source states about a project. */
export type ProjectFigure = {
  readonly label: Bilingual;
  readonly value: number | string;
  /** Unit as printed, for example `km`, `t/d`; absent for a pure count. */
  readonly unit?: string;
  readonly year?: number;
  readonly source?: string;
};

/** A published length or area, which the app shows beside the one measured on the sketch. */
export type PublishedMeasure = { readonly value: number; readonly source?: string };

/** A spatial project of the plan. */
export type Project = {
  readonly id: string;
  /** Layer id of the catalogue. */
  readonly layer: string;
  readonly name: Bilingual;
  readonly summary: Bilingual;
  /** Plan articles, from 1. */
  readonly articles: readonly number[];
  readonly status: ProjectStatus;
  readonly figures: readonly ProjectFigure[];
  /** Kilometres. */
  readonly publishedLength?: PublishedMeasure;
  /** Square kilometres. */
  readonly publishedArea?: PublishedMeasure;
  /** The calendar year in which its works take or restore coast, where the data state it; not that of a figure. */
  readonly year?: number;
  /** Radius in metres within which the site is known; absent for an unlocated project. */
  readonly accuracyM?: number;
  readonly positionSource?: string;
  /** `positionSource` in Chinese, when the data state it separately. */
  readonly positionSourceZh?: string;
  /** From 1, named on the map first, to 5; 3 when absent. */
  readonly rank?: number;
  readonly isSiteNamedInPlan: boolean;
  /** Caveats, such as published figures that disagree. */
  readonly notes?: Bilingual;
  /** Absent when the site is not published: an unlocated feature (RFC 7946 §3.2). */
  readonly geometry?: Geometry;
};

/** How well a position is known, best first (limits in metres: 300, 2 000, 5 000). */
export const ACCURACY_GRADES = [
  'surveyed',
  'sketched',
  'coarse',
  'area-only',
  'unlocated',
] as const;
/** How well a position is known. */
export type AccuracyGrade = (typeof ACCURACY_GRADES)[number];

/**
 * Gives the accuracy grade of a project's position. A position without a stated accuracy is `area-only`.
 */
export function accuracyGrade(project: Pick<Project, 'accuracyM' | 'geometry'>): AccuracyGrade {
  if (project.geometry === undefined) return 'unlocated';
  const accuracy = project.accuracyM;
  if (accuracy === undefined) return 'area-only';
  if (accuracy <= 300) return 'surveyed';
  if (accuracy <= 2000) return 'sketched';
  return accuracy <= 5000 ? 'coarse' : 'area-only';
}
