import type { CoastSummary } from '../audit/audit.ts';
import type { AuditSettings } from '../audit/audit-settings.ts';
import type { WorkState } from './work-state.ts';

/** The most versions that work holds. */
export const MAX_VERSIONS = 50;

/** A state of the work that the user has named, so as to come back to it and to compare with it. */
export type NamedVersion = {
  /** `version-1`, `version-2` … */
  readonly id: string;
  readonly name: string;
  /** When it was named, ISO 8601. */
  readonly savedAt: string;
  /** The year of the survey that the coast rests on, as the user states it; absent where none is stated. */
  readonly surveyYear?: number;
  readonly work: WorkState;
  /** What the whole coast came to then; absent where no coast had been measured. */
  readonly figures?: VersionFigures;
};

/** Limits of the year of a survey. */
export const SURVEY_YEARS = { least: 1900, most: 2200 } as const;

/** The coast as it was counted when a version was named. Lengths in metres on the ellipsoid. */
export type VersionFigures = Pick<
  CoastSummary,
  'ratio' | 'byClass' | 'unclassifiedM' | 'counting'
> & {
  readonly settings: AuditSettings;
  /** Whether the ratio was provisional. */
  readonly isProvisional: boolean;
  /** Whether classes were judged from maps, and not surveyed or stated by an importer. */
  readonly isIllustration: boolean;
};

/** An id that none of the versions has. */
export function freeVersionId(versions: readonly Pick<NamedVersion, 'id'>[]): string {
  const taken = new Set(versions.map(({ id }) => id));
  let number = versions.length + 1;
  while (taken.has(`version-${number}`)) number += 1;
  return `version-${number}`;
}
