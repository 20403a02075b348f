import type { AuditRule } from '../audit/audit.ts';
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

/** The input of `findingConflicts`. */
export type ConflictQuestion = {
  /** The plan's rule: how it counts the classes of coast, which decides what coast is natural, and what sets the target. */
  readonly rule: Pick<AuditRule, 'counting' | 'targetSource' | 'targetArticles'>;
  readonly projects: readonly ConflictSite[];
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
};

/**
 * Finds the conflict matrix: every located project against zones, protected sites and the mainland coast,
 * in one step per project. It omits projects without a site, because their conflicts are unknown, and
 * projects that protect or restore, because they conflict with nothing by purpose.
 *
 * Certainty. Let a be the stated accuracy, for two projects the sum of both. A contact is certain when it
 * remains wherever the site may lie, that is, when the site is moved as a whole by any vector no longer
 * than a. The contact is then at least a deep. A shallower contact is a possible conflict, and so is a
 * distance of less than a. At larger distances there is no conflict. A site is certainly within a limit
 * from the coast when its distance plus a is within the limit, or when it meets the coast at least a
 * deep. It is possibly within the limit when its distance minus a is. Without a stated accuracy no
 * conflict is certain.
 *
 * The matrix contains no setback conflicts, only the shore distances from which `withSetbacks` derives
 * them. Existing projects have no setback conflicts, because a setback applies to new or extended
 * buildings.
 * @throws RangeError if a zone or a protected area has no exterior ring, which a parser should have
 * rejected.
 */
export function* findingConflicts({
  projects,
  segments,
  zones,
  rule,
}: ConflictQuestion): Steps<FindingsByProject> {
  const ground = new ProtectedAreas(zones, projects);
  const shore = new ShoreConflicts(segments, rule);
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
