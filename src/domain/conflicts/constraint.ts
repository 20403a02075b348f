import type { Geometry } from 'geojson';
import { linesOf } from '../geodesy.ts';
import {
  type DistanceIndex,
  distanceBetween,
  distanceIndex,
  distanceIndexOfLines,
} from '../geometry/distance.ts';
import { intersects, isAreal } from '../geometry/intersects.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { type BoundingBox, boundingBox, positionsOf } from '../geometry.ts';
import { displacedSites } from './displaced-site.ts';

/** The search distance in metres that is enough to find whether lines touch. */
const TOUCHING_M = 1;

/** An index of ground or lines that a site may meet. */
export class Constraint {
  readonly geometry: Geometry;
  /** Undefined when the geometry has no positions. */
  readonly box: BoundingBox | undefined;
  /** The lines of a linear geometry, the boundary of ground, or points. */
  readonly #lines: DistanceIndex | undefined;
  readonly #ground: PreparedPolygon | undefined;

  /** @throws RangeError if it is ground without an exterior ring, which a parser should have rejected. */
  constructor(geometry: Geometry, id: string) {
    this.geometry = geometry;
    this.box = boundingBox(positionsOf(geometry));
    this.#lines = isPointed(geometry)
      ? distanceIndex(geometry)
      : distanceIndexOfLines(linesOf(geometry));
    this.#ground = isAreal(geometry) ? new PreparedPolygon(geometry, id) : undefined;
  }

  /** Whether a site touches this geometry. */
  intersects(site: Geometry): boolean {
    if (this.#ground !== undefined) return intersects(site, this.#ground);
    return this.#apart(site, TOUCHING_M) === 0;
  }

  /** Metres along the geodesic to a site, 0 when they meet; undefined at or beyond a limit in metres. */
  distanceTo(site: Geometry, limitM: number): number | undefined {
    return this.intersects(site) ? 0 : this.#apart(site, limitM);
  }

  /**
   * Whether a site still meets this geometry wherever it lies within a radius in metres, so that the
   * contact is as deep as the radius. A point must lie that far inside; a line or an area must meet it
   * after each of the moves of `displacedSites`. Never true for a point on a line, unless the radius is
   * 0.
   */
  intersectsWhereverMoved(site: Geometry, radiusM: number): boolean {
    if (radiusM === 0) return true;
    if (this.#ground !== undefined && this.#apart(site, radiusM) === undefined) return true;
    if (site.type === 'Point') return false;
    for (const moved of displacedSites(site, radiusM)) if (!this.intersects(moved)) return false;
    return true;
  }

  /** Metres from a site to the lines; undefined unless less than the limit. */
  #apart(site: Geometry, limitM: number): number | undefined {
    const extent = distanceIndex(site);
    if (extent === undefined || this.#lines === undefined || limitM <= 0) return undefined;
    const distanceM = distanceBetween(extent, this.#lines, limitM);
    return distanceM < limitM ? distanceM : undefined;
  }
}

/** Whether a geometry is of points alone: it has no extent. */
export function isPointed({ type }: Geometry): boolean {
  return type === 'Point' || type === 'MultiPoint';
}
