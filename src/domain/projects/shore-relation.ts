import { CoastDistance } from '../coast/coast-distance.ts';
import type { CoastlineSegment } from '../coastline.ts';
import { intersects } from '../geometry/intersects.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import type { Project } from '../project.ts';
import type { Steps } from '../steps.ts';
import type { Zone } from '../zone.ts';

/** Where a project's site lies against the coast and its zones, measured on its sketch. */
export type ShoreRelation = {
  /** Metres along the geodesic to the nearest coast, 0 where they touch; absent without any coast. */
  readonly distanceM?: number;
  /** Ids of the protection zones that the site touches, in the order of the zones. */
  readonly zoneIds: readonly string[];
};

/** The relations of located projects, by project id. */
export type ShoreRelations = ReadonlyMap<string, ShoreRelation>;

/** What is to be related: projects to a coast and its zones. */
export type ShoreQuestion = {
  readonly projects: readonly Pick<Project, 'id' | 'geometry'>[];
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
};

/** Measures where located projects lie against the coast, mainland and islands alike: a step a project. */
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
