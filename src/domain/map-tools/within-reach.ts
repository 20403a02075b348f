import type { Geometry } from 'geojson';
import { type DistanceIndex, distanceBetween, distanceIndex } from '../geometry/distance.ts';

/** Something that may lie near a place. */
export type Placed = {
  readonly id: string;
  readonly geometry?: Geometry | undefined;
  /** How far its position may be off, in metres; 0 for what is exact as drawn, undefined where nobody says. */
  readonly accuracyM: number | undefined;
};

/** What lies within a distance: how far off as drawn, 0 where they meet, and whether that is sure. */
export type WithinReach = {
  readonly id: string;
  readonly distanceM: number;
  /**
   * `certain` when it stays within wherever both lie within their accuracies; else `possible`, also where an accuracy is
   * not stated.
   */
  readonly certainty: 'certain' | 'possible';
};

/** What was found, the nearest first, and how much may lie within besides. */
export type ReachFinding = {
  readonly found: readonly WithinReach[];
  /** Things without a position. */
  readonly unlocated: number;
  /** Things that were not found as drawn, and for which nobody states how far off that may be. */
  readonly unstated: number;
};

/**
 * Finds what lies within a distance in metres of a place, by geodesics from edge to edge. What may lie within by the two
 * accuracies together is found too, as possible, by the rule of conflicts and setbacks: an accuracy that is not stated
 * adds nothing to the two, and makes nothing certain.
 */
export function withinReach(from: Placed, reachM: number, things: readonly Placed[]): ReachFinding {
  const extent = from.geometry && distanceIndex(from.geometry);
  if (extent === undefined) return { found: [], unlocated: 0, unstated: 0 };
  const others = things.filter(({ id }) => id !== from.id);
  const found = others
    .flatMap((thing) => within(extent, from.accuracyM, thing, reachM) ?? [])
    .toSorted((a, b) => a.distanceM - b.distanceM);
  const near = new Set(found.map(({ id }) => id));
  return {
    found,
    unlocated: others.filter(({ geometry }) => geometry === undefined).length,
    unstated: others.filter(
      ({ id, geometry, accuracyM }) =>
        geometry !== undefined && accuracyM === undefined && !near.has(id),
    ).length,
  };
}

function within(
  from: DistanceIndex,
  fromAccuracyM: number | undefined,
  { id, geometry, accuracyM }: Placed,
  reachM: number,
): WithinReach | undefined {
  const extent = geometry && distanceIndex(geometry);
  if (extent === undefined) return undefined;
  const isStated = fromAccuracyM !== undefined && accuracyM !== undefined;
  const doubtM = (fromAccuracyM ?? 0) + (accuracyM ?? 0);
  const limitM = reachM + doubtM;
  // One metre more, so that what lies exactly at the limit is told from what lies beyond.
  const distanceM = distanceBetween(from, extent, limitM + 1);
  if (distanceM > limitM) return undefined;
  const isCertain = isStated && distanceM + doubtM <= reachM;
  return { id, distanceM, certainty: isCertain ? 'certain' : 'possible' };
}
