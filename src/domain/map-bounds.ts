import type { BoundingBox, Position } from './geometry.ts';

/** All that a web Mercator map can show, in degrees; used while no plan is known. */
export const WORLD: BoundingBox = [-180, -85, 180, 85];

/** How far a map reaches beyond an extent on each side, in lengths of the longer side of the extent. */
const ROOM = 2;

/**
 * The box that the camera may not leave where a catalogue states none: the extent, and twice its longer
 * side around it, so that the extent still fits beside panels and in an upright window.
 */
export function boundsAround([west, south, east, north]: BoundingBox): BoundingBox {
  const room = ROOM * Math.max(east - west, north - south);
  return [
    Math.max(WORLD[0], west - room),
    Math.max(WORLD[1], south - room),
    Math.min(WORLD[2], east + room),
    Math.min(WORLD[3], north + room),
  ];
}

/** Whether a position lies inside a box or on its edge. */
export function isInBounds(
  [longitude, latitude]: Position,
  [west, south, east, north]: BoundingBox,
): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
