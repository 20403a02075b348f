import { CoastDistance } from '../coast/coast-distance.ts';
import type { CoastlineSegment } from '../coastline.ts';
import { intersects } from '../geometry/intersects.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import type { Project } from '../project.ts';
import type { Steps } from '../steps.ts';
import type { Zone } from '../zone.ts';

/** The relation of a project's site to the coast and its zones, measured on its sketch. */
export type ShoreRelation = {
  /** Metres along the geodesic to the nearest coast, 0 when they touch; absent without any coast. */
  readonly distanceM?: number;
  /** Ids of the protection zones that the site touches, in the order of the zones. */
  readonly zoneIds: readonly string[];
};

/** The relations of located projects, by project id. */
export type ShoreRelations = ReadonlyMap<string, ShoreRelation>;

/** The input of `relatingToShore`: projects, a coast and its zones. */
export type ShoreQuestion = {
  readonly projects: readonly Pick<Project, 'id' | 'geometry'>[];
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
};

/**
 * Measures the relation of located projects to the coast, of mainland and islands, in one step per
 * project.
 */
export function* relatingToShore({
  projects,
  segments,
  zones,
}: ShoreQuestion): Steps<ShoreRelations> {
  const coast = new CoastDistance(segments);
  const boundaries = zones.map(({ id, geometry }) => ({
    id,
    boundary: new PreparedPolygon(geometry, id),
  }));
  const relations = new Map<string, ShoreRelation>();
  for (const [index, { id, geometry }] of projects.entries()) {
    yield index / projects.length;
    if (geometry === undefined) continue;
    const distanceM = coast.to(geometry);
    const zoneIds = boundaries.flatMap((zone) =>
      intersects(geometry, zone.boundary) ? [zone.id] : [],
    );
    relations.set(id, { ...(distanceM !== undefined && { distanceM }), zoneIds });
  }
  return relations;
}
