import polylabel from 'polylabel';
import { type ArealGeometry, type Position, polygonsOf } from '../domain/geometry.ts';

/** The tolerance of the label position in degrees: about 50 m, less than the width of a letter. */
const PRECISION = 0.0005;

/**
 * Returns the position of an area's name: far from the edges, in the widest part. There is one position for
 * the whole area, because the renderer would otherwise repeat the name in every tile.
 */
export function labelPoint(geometry: ArealGeometry): Position | undefined {
  let best: Position | undefined;
  let most = -1;
  for (const rings of polygonsOf(geometry)) {
    const found = polylabel(rings, PRECISION);
    if (found.distance <= most) continue;
    most = found.distance;
    best = [found[0], found[1]];
  }
  return best;
}
