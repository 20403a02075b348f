import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bboxClip } from '@turf/bbox-clip';
import { bboxPolygon } from '@turf/bbox-polygon';
import { featureCollection, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { signedArea } from '../../src/domain/geometry/ring-checks.ts';
import type { BoundingBox, Position } from '../../src/domain/geometry.ts';
import { listOf, positionOf, recordOf } from './coast/raw.ts';

/** Land and water from OpenStreetMap as of November 2017 (ODbL 1.0). */
const PACKAGE = '@geo-maps/earth-coastlines-1m/map.geo.json';

/** The extent of the base map, beyond which nothing is drawn: west, south, east, north. */
const MAP_BOUNDS: BoundingBox = [117.2, 34.4, 122.2, 37.5];

/**
 * Returns the land of the package inside the frame, as exterior rings, counterclockwise and closed. The
 * package's spacing of about 1 km is coarse enough for a background, so vertices are kept unchanged.
 */
export async function readSurroundings(): Promise<readonly (readonly Position[])[]> {
  const path = createRequire(import.meta.url).resolve(PACKAGE);
  const geometries = listOf(
    recordOf(JSON.parse(await readFile(path, 'utf8')), PACKAGE),
    'geometries',
    PACKAGE,
  );
  return geometries.flatMap((geometry) =>
    listOf(recordOf(geometry, PACKAGE), 'coordinates', PACKAGE).flatMap((rings) => {
      const [exterior]: readonly unknown[] = Array.isArray(rings) ? rings : [];
      if (!Array.isArray(exterior)) throw new TypeError(`${PACKAGE}: a polygon without rings`);
      const ring = exterior.map((position) => positionOf(position, PACKAGE));
      return ring.some(isInFrame) ? clipToFrame(ring) : [];
    }),
  );
}

function isInFrame([longitude, latitude]: Position): boolean {
  const [west, south, east, north] = MAP_BOUNDS;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** The rough cut leaves doubled edges along the frame; the exact overlay then separates them. */
function clipToFrame(ring: readonly Position[]): readonly (readonly Position[])[] {
  const frame = bboxPolygon([...MAP_BOUNDS]);
  const { geometry: rough } = bboxClip(polygon([ring.map((position) => [...position])]), [
    ...MAP_BOUNDS,
  ]);
  if (rough.type !== 'Polygon') throw new TypeError(`a ring was clipped to a ${rough.type}`);
  const exact = intersect(featureCollection([polygon(rough.coordinates), frame]))?.geometry;
  const polygons =
    exact === undefined ? [] : exact.type === 'Polygon' ? [exact.coordinates] : exact.coordinates;
  return polygons.flatMap(([exterior = []]) => {
    const closed = exterior.map((position) => positionOf(position, PACKAGE));
    return [signedArea(closed) > 0 ? closed : closed.toReversed()];
  });
}
