import polylabel from 'polylabel';
import { type ArealGeometry, type Position, polygonsOf } from '../domain/geometry.ts';

/** How near to the very middle a label must stand, in degrees: some 50 m, less than a letter. */
const PRECISION = 0.0005;

/**
 * Where an area's name stands: far from its edges, in the widest of its parts. One place for the whole
 * area: left alone, the renderer would name it once per tile.
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
