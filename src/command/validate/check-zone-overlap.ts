import { featureCollection, multiPolygon, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import Flatbush from 'flatbush';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { measureArea } from '../../domain/geodesy.ts';
import { type BoundingBox, boundingBox, positionsOf } from '../../domain/geometry.ts';
import type { Zone } from '../../domain/zone.ts';

/** The area that two zones share. */
export type SharedGround = { readonly one: Zone; readonly other: Zone; readonly areaM2: number };

/** An overlap below this, in m², is rounding of six decimals along a common boundary. */
const NOTHING = 100;

/**
 * The check stops after this many pairs: the file is then wrong as a whole, and merging polygons is slow.
 */
const ENOUGH = 100;

/**
 * Returns the pairs of zones that overlap by more than 100 m², at most 100; uses an index over their boxes.
 */
export function overlappingZones(zones: readonly Zone[]): readonly SharedGround[] {
  if (zones.length < 2) return [];
  const boxes = zones.map(
    ({ geometry }): BoundingBox => boundingBox(positionsOf(geometry)) ?? [0, 0, 0, 0],
  );
  const index = new Flatbush(zones.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  const found: SharedGround[] = [];
  for (const [number, one] of zones.entries()) {
    for (const other of index.search(...(boxes[number] ?? [0, 0, 0, 0]), (at) => at > number)) {
      found.push(...sharedGround(one, zones[other]));
      if (found.length >= ENOUGH) return found;
    }
  }
  return found;
}

function sharedGround(one: Zone, other: Zone | undefined): readonly SharedGround[] {
  if (other === undefined) return [];
  const shared = intersect(featureCollection([toFeature(one), toFeature(other)]));
  const areaM2 = shared === null ? 0 : measureArea(shared.geometry).ellipsoid;
  return areaM2 > NOTHING ? [{ one, other, areaM2 }] : [];
}

function toFeature({ geometry }: Zone): Feature<Polygon | MultiPolygon> {
  return geometry.type === 'Polygon'
    ? polygon(geometry.coordinates)
    : multiPolygon(geometry.coordinates);
}
