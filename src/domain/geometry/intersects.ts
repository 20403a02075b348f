import type { Geometry } from 'geojson';
import { linesOf } from '../geodesy.ts';
import { type ArealGeometry, along, boundingBox, type Position, positionsOf } from '../geometry.ts';
import { boxesMeet } from './boxes.ts';
import { PreparedPolygon } from './prepared-polygon.ts';

/**
 * Whether any part of a geometry lies inside a zone or on its boundary. Straight lines in longitude and
 * latitude, as everywhere in the app; a geometry without positions touches nothing.
 */
export function intersects(geometry: Geometry, zone: PreparedPolygon): boolean {
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.some((member) => intersects(member, zone));
  const box = boundingBox(positionsOf(geometry));
  if (box === undefined || !boxesMeet(box, zone.box)) return false;
  for (const position of positionsOf(geometry)) if (zone.contains(position)) return true;
  if (linesOf(geometry).some((line) => crosses(line, zone))) return true;
  // No corner is inside and no edge crosses, so the only remaining case is a site that contains the whole
  // zone.
  return isAreal(geometry) && new PreparedPolygon(geometry, 'site').contains(zone.edge(0)[0]);
}

/** Whether a geometry is an area with at least one edge. */
export function isAreal(geometry: Geometry): geometry is ArealGeometry {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

function crosses(line: readonly Position[], zone: PreparedPolygon): boolean {
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1], line[index]];
    if (from === undefined || to === undefined || !zone.mayCross(from, to)) continue;
    // A rim inside another hole is crossed without ground on either side.
    if (zone.crossings(from, to).some((share) => zone.contains(along(from, to, share))))
      return true;
  }
  return false;
}
