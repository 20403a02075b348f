import type { Geometry } from 'geojson';
import { metresPerDegree } from '../geodesy.ts';
import { type BoundingBox, boundingBox, positionsOf } from '../geometry.ts';

/** A move of a whole site, in degrees. */
type Move = { readonly east: number; readonly north: number };

/**
 * The number of directions in which a site is moved; between two of them, a straight border is missed by
 * 0.5 % at most.
 */
const DIRECTIONS = 32;
/** The shares of the radius by which a site is moved, because it may lie anywhere within the radius. */
const SHARES = [1, 0.5];

/**
 * Yields a site at its possible places when its position is known to within a radius in metres. The site
 * is moved as a whole by the radius and by half of it, in 32 directions. The move in degrees is the same
 * for the whole site; this is 0.5 % off over tens of kilometres, which is negligible for a stated
 * accuracy.
 */
export function* displacedSites(site: Geometry, radiusM: number): Generator<Geometry> {
  const box = boundingBox(positionsOf(site));
  if (box === undefined) return;
  const scale = metresPerDegree((box[1] + box[3]) / 2);
  for (const share of SHARES)
    for (let direction = 0; direction < DIRECTIONS; direction += 1) {
      const angle = (2 * Math.PI * direction) / DIRECTIONS;
      yield moved(site, {
        east: (share * radiusM * Math.cos(angle)) / scale.east,
        north: (share * radiusM * Math.sin(angle)) / scale.north,
      });
    }
}

function moved(site: Geometry, move: Move): Geometry {
  switch (site.type) {
    case 'GeometryCollection':
      return { ...site, geometries: site.geometries.map((member) => moved(member, move)) };
    case 'Point':
      return { ...site, coordinates: movedPosition(site.coordinates, move) };
    case 'MultiPoint':
    case 'LineString':
      return { ...site, coordinates: movedLine(site.coordinates, move) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...site, coordinates: site.coordinates.map((line) => movedLine(line, move)) };
    case 'MultiPolygon':
      return {
        ...site,
        coordinates: site.coordinates.map((rings) => rings.map((ring) => movedLine(ring, move))),
      };
  }
}

function movedLine(line: readonly number[][], move: Move): number[][] {
  return line.map((position) => movedPosition(position, move));
}

function movedPosition([longitude = 0, latitude = 0]: readonly number[], move: Move): number[] {
  return [longitude + move.east, latitude + move.north];
}

/** The box of everything within a distance in metres of a box, slightly enlarged. */
export function boxWithin([west, south, east, north]: BoundingBox, distanceM: number): BoundingBox {
  const farthest = Math.max(Math.abs(south), Math.abs(north)) + distanceM / 111_000;
  const scale = metresPerDegree(Math.min(89, farthest));
  const [wide, high] = [(1.01 * distanceM) / scale.east, (1.01 * distanceM) / scale.north];
  return [west - wide, south - high, east + wide, north + high];
}
