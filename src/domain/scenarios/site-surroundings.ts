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

/** A project that stands somewhere. */
export type LocatedProject = { readonly id: string; readonly extent: DistanceIndex };

/** What is there to be near to. */
export type Surroundings = {
  readonly measured: MeasuredCoast;
  readonly coast: DistanceIndex | undefined;
  readonly projects: readonly LocatedProject[];
};

/** What a site is by itself, whatever other sites are tried and however coast is counted. */
export type SiteInPlace = Pick<
  SiteAnswer,
  'areaM2' | 'zoneIds' | 'coastDistanceM' | 'nearestProject'
> & { readonly extent: DistanceIndex };

/**
 * Looks around a site: the zones that its ground touches, how far its body is from the coast and from
 * the nearest project but its own.
 * @throws RangeError if its body has no position.
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
