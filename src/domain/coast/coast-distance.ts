import type { Geometry } from 'geojson';
import type { CoastlineSegment } from '../coastline.ts';
import {
  type DistanceIndex,
  distanceBetween,
  distanceIndex,
  distanceIndexOfLines,
} from '../geometry/distance.ts';
import { segmentLines } from './coast-edges.ts';

/** The coast behind an index, asked how far it is from a site. */
export class CoastDistance {
  readonly #coast: DistanceIndex | undefined;

  constructor(segments: readonly CoastlineSegment[]) {
    this.#coast = distanceIndexOfLines(segmentLines(segments).map(({ positions }) => positions));
  }

  /**
   * Metres along the geodesic from the nearest part of a site to the nearest part of the coast; 0
   * where they touch or the site holds coast. Absent without coast or without a position.
   */
  to(site: Geometry): number | undefined {
    const extent = distanceIndex(site);
    return extent && this.#coast && distanceBetween(extent, this.#coast);
  }
}
