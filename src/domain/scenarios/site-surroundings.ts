import type { MeasuredCoast } from '../coast/measured-coast.ts';
import {
  type DistanceIndex,
  distanceBetween,
  distanceIndex,
  nearestOf,
} from '../geometry/distance.ts';
import { intersects } from '../geometry/intersects.ts';
import { dissolvedArea } from '../geometry/polygon-union.ts';
import type { Footprint, SiteAnswer } from './scenario.ts';

/** A project that has a position, with an index for distances to it. */
export type LocatedProject = { readonly id: string; readonly extent: DistanceIndex };

/** The objects whose distance to a site is measured. */
export type Surroundings = {
  readonly measured: MeasuredCoast;
  readonly coast: DistanceIndex | undefined;
  readonly projects: readonly LocatedProject[];
};

/** The properties of a site that do not depend on other sites or on how coast is counted. */
export type SiteInPlace = Pick<
  SiteAnswer,
  'areaM2' | 'zoneIds' | 'coastDistanceM' | 'nearestProject'
> & { readonly extent: DistanceIndex };

/**
 * Finds the zones that the ground of a site touches, and the distances from its shape with its width to
 * the coast and to the nearest project other than its own.
 * @throws RangeError if its `core` has no position.
 */
export function findSurroundings(
  { site, core: body, area: ground, projectId }: Footprint,
  { measured, coast, projects }: Surroundings,
): SiteInPlace {
  const extent = distanceIndex(body);
  if (extent === undefined) throw new RangeError(`site "${site}" has no position`);
  const others = projectId === undefined ? projects : projects.filter(({ id }) => id !== projectId);
  const nearest = nearestOf(extent, others);
  return {
    extent,
    areaM2: dissolvedArea(body),
    zoneIds: measured.zones.flatMap(({ id }, zone) => {
      const boundary = measured.boundaries[zone];
      return boundary !== undefined && intersects(ground, boundary) ? [id] : [];
    }),
    coastDistanceM: coast && distanceBetween(extent, coast),
    nearestProject: nearest && { id: nearest.thing.id, distanceM: nearest.distanceM },
  };
}
