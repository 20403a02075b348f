import type { ClassCounting } from '../audit/audit.ts';
import type { CoastlineSegment } from '../coastline.ts';
import type { Steps } from '../steps.ts';
import type { Zone } from '../zone.ts';
import {
  type ConflictSite,
  type FindingsByProject,
  protects,
  type SiteFindings,
} from './conflict.ts';
import { ProtectedAreas } from './protected-areas.ts';
import { ShoreConflicts } from './shore-conflict.ts';

/** What conflicts are sought among. */
export type ConflictQuestion = {
  readonly projects: readonly ConflictSite[];
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  /** How the data's rule counts the classes of coast: it decides which coast is natural. */
  readonly counting: ClassCounting;
};

/**
 * The standing matrix: every located project against zones, protected sites and the mainland coast, a step a
 * project. Left out are projects without a site, of which nothing can be said, and projects that
 * protect or restore, which conflict with nothing by purpose.
 *
 * Certainty. Let a be the stated accuracy, for two projects the sum of both. What a site meets is
 * certain when it still meets it wherever the site may lie: moved as a whole by any vector no longer
 * than a, that is when the contact is at least a deep. A contact less deep is possible, and so is nearness
 * within less than a. Farther away is no conflict. A site is within a distance of the coast for certain
 * when distance and a together are, or when it meets the coast at least a deep; possibly when the
 * distance less a is within. Where no accuracy is stated nothing is certain.
 *
 * Setbacks are not in the matrix, only what they follow from: `withSetbacks`. Existing projects have none,
 * since a setback holds for what is to be built or extended.
 * @throws RangeError if a zone or a protected area has no exterior ring: a parser let it through.
 */
export function* findingConflicts({
  projects,
  segments,
  zones,
  counting,
}: ConflictQuestion): Steps<FindingsByProject> {
  const ground = new ProtectedAreas(zones, projects);
  const shore = new ShoreConflicts(segments, counting);
  const matrix = new Map<string, SiteFindings>();
  for (const [index, project] of projects.entries()) {
    yield index / projects.length;
    const { id, status, geometry, accuracyM } = project;
    if (geometry === undefined || protects(project)) continue;
    const site = { geometry, accuracyM };
    const conflicts = [...ground.conflictsOf(site), ...shore.naturalCoast(site)];
    const reach = status === 'existing' ? undefined : shore.reach(site);
    matrix.set(id, { conflicts, ...(reach && { shore: reach }) });
  }
  return matrix;
}
