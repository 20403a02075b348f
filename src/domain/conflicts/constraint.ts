import type { Geometry } from 'geojson';
import { linesOf } from '../geodesy.ts';
import { distanceApart, type Extent, extentOf, extentOfLines } from '../geometry/distance.ts';
import { isAreal, touches } from '../geometry/intersects.ts';
import { ZoneBoundary } from '../geometry/prepared-polygon.ts';
import { type BoundingBox, boundingBox, positionsOf } from '../geometry.ts';
import { movedSites } from './displaced-site.ts';

/** Looking no farther than this, in metres, finds whether lines touch. */
const TOUCHING_M = 1;

/** Ground or lines that a site may meet, behind an index. */
export class Obstacle {
  readonly geometry: Geometry;
  /** Absent without positions. */
  readonly box: BoundingBox | undefined;
  /** A line's own, or the boundary of ground. */
  readonly #lines: Extent | undefined;
  readonly #ground: ZoneBoundary | undefined;

  /** @throws RangeError if it is ground without an exterior ring: a parser let it through. */
  constructor(geometry: Geometry, id: string) {
    this.geometry = geometry;
    this.box = boundingBox(positionsOf(geometry));
    this.#lines = extentOfLines(linesOf(geometry));
    this.#ground = isAreal(geometry) ? new ZoneBoundary(geometry, id) : undefined;
  }

  /** Whether a site touches it. */
  isMetBy(site: Geometry): boolean {
    if (this.#ground !== undefined) return touches(site, this.#ground);
    return this.#apart(site, TOUCHING_M) === 0;
  }

  /** Metres along the geodesic to a site, 0 where they meet; absent from a limit in metres on. */
  distanceTo(site: Geometry, limitM: number): number | undefined {
    return this.isMetBy(site) ? 0 : this.#apart(site, limitM);
  }

  /**
   * Whether a site that meets it still does wherever it may lie within a radius in metres: the contact is as
   * deep as the radius. A point must lie that far inside; a line or an area must meet it after each of the
   * moves of `movedSites`. Never true for a point on a line, unless the radius is 0.
   */
  isMetWithin(site: Geometry, radiusM: number): boolean {
    if (radiusM === 0) return true;
    if (this.#ground !== undefined && this.#apart(site, radiusM) === undefined) return true;
    if (site.type === 'Point') return false;
    for (const moved of movedSites(site, radiusM)) if (!this.isMetBy(moved)) return false;
    return true;
  }

  /** Metres from a site to the lines, if less than a limit. */
  #apart(site: Geometry, limitM: number): number | undefined {
    const extent = extentOf(site);
    if (extent === undefined || this.#lines === undefined || limitM <= 0) return undefined;
    const distanceM = distanceApart(extent, this.#lines, limitM);
    return distanceM < limitM ? distanceM : undefined;
  }
}
