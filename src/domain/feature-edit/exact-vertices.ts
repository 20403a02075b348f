import type { Position } from 'geojson';
import type { DrawnShape } from '../map-tools/drawn-shape.ts';

/** What the drawing tool rounds positions to, in degrees: 0.1 m. */
const DRAWN_ROUND = 1e6;

/**
 * Gives the vertices that were not moved the digits that they had: the drawing tool rounds them all, by up to 6 cm.
 * @param before the shape as it was before the user moved one
 */
export function withExactVertices(drawn: DrawnShape, before: DrawnShape): DrawnShape {
  const exact = new Map<string, Position[]>();
  const lines = before.type === 'LineString' ? [before.coordinates] : before.coordinates;
  for (const at of lines.flat()) exact.set(keyOf(at), [...(exact.get(keyOf(at)) ?? []), at]);
  // Vertices that are rounded alike are taken in their order.
  const restored = (at: Position): Position => {
    const known = exact.get(keyOf(at)) ?? [];
    return (known.length > 1 ? known.shift() : known[0]) ?? at;
  };
  return drawn.type === 'LineString'
    ? { type: 'LineString', coordinates: drawn.coordinates.map(restored) }
    : { type: 'Polygon', coordinates: drawn.coordinates.map((ring) => ring.map(restored)) };
}

function keyOf(at: Position): string {
  return at
    .slice(0, 2)
    .map((value) => Math.round(value * DRAWN_ROUND))
    .join();
}
