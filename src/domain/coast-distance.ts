import type { Geometry } from 'geojson';
import { segmentLines } from './coast-edges.ts';
import { distanceApart, type Extent, extentOf, extentOfLines } from './extent.ts';

/** The coast behind an index, or the lines of anything else, asked how far it is from a site. */
export class CoastDistance {
  readonly #coast: Extent | undefined;

  constructor(segments: readonly { readonly geometry: Geometry }[]) {
    this.#coast = extentOfLines(segmentLines(segments).map(({ positions }) => positions));
  }

  /**
   * Metres along the geodesic from the nearest part of a site to the nearest part of the coast; 0
   * where they touch or the site holds coast. Absent without coast or without a position. With a limit
   * in metres, sites that are as far as that or farther are left out sooner, and have no distance.
   */
  to(site: Geometry, limitM = Number.POSITIVE_INFINITY): number | undefined {
    const extent = extentOf(site);
    if (limitM <= 0 || extent === undefined || this.#coast === undefined) return undefined;
    const distanceM = distanceApart(extent, this.#coast, limitM);
    return distanceM < limitM ? distanceM : undefined;
  }
}
