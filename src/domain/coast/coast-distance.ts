import type { Geometry } from 'geojson';
import type { CoastlineSegment } from '../coastline.ts';
import {
  type DistanceIndex,
  distanceBetween,
  distanceIndex,
  distanceIndexOfLines,
} from '../geometry/distance.ts';
import { segmentLines } from './coast-edges.ts';

/** An index of the coast that measures the distance from a site to the coast. */
export class CoastDistance {
  readonly #coast: DistanceIndex | undefined;

  constructor(segments: readonly CoastlineSegment[]) {
    this.#coast = distanceIndexOfLines(segmentLines(segments).map(({ positions }) => positions));
  }

  /**
   * Metres along the geodesic from the nearest part of a site to the nearest part of the coast; 0 when
   * they touch or the site contains coast. Returns undefined without coast or without a position.
   */
  to(site: Geometry): number | undefined {
    const extent = distanceIndex(site);
    return extent && this.#coast && distanceBetween(extent, this.#coast);
  }
}
