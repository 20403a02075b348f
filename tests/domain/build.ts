import type { Position as GeoPosition, Polygon } from 'geojson';
import type { AuditRule } from '../../src/domain/audit/audit.ts';
import type { CoastlineClass, CoastlineSegment } from '../../src/domain/coastline.ts';
import type { BoundingBox, Position } from '../../src/domain/geometry.ts';
import type { Zone } from '../../src/domain/zone.ts';

/**
 * Metres in a degree of the equator. Known by thought on both models: the equator is a geodesic and
 * a circle of radius 6 378 137 m on the ellipsoid, of 6 371 008.8 m on Turf's sphere. Coasts of
 * these tests run along it, so that every length is a product.
 */
export const EQUATOR_DEGREE = {
  ellipsoid: (6378137 * Math.PI) / 180,
  sphere: (6371008.8 * Math.PI) / 180,
};

/** A rule without doubts: natural classes natural, estuary in the total, nothing generalised or flipped. */
export const PLAIN_RULE: AuditRule = {
  target: 0.35,
  counting: {
    bedrock: 'natural',
    sandy: 'natural',
    muddy: 'natural',
    biogenic: 'natural',
    natural: 'natural',
    estuary: 'total-only',
    restored: 'restored',
    artificial: 'total-only',
  },
  sensitivity: { generaliseM: [], estuary: [], flip: [] },
};

/** A mainland segment along the given positions, sure of its class. */
export function segment(
  id: string,
  shoreClass: CoastlineClass | undefined,
  positions: readonly Position[],
  other: Partial<CoastlineSegment> = {},
): CoastlineSegment {
  return {
    id,
    ...(shoreClass !== undefined && { class: shoreClass }),
    realm: 'mainland',
    confidence: 'high',
    name: { zh: id, en: id },
    geometry: { type: 'LineString', coordinates: positions.map(toGeoPosition) },
    ...other,
  };
}

/** A segment along the equator between two longitudes. */
export function equatorSegment(
  id: string,
  shoreClass: CoastlineClass | undefined,
  [from, to]: readonly [number, number],
  other: Partial<CoastlineSegment> = {},
): CoastlineSegment {
  return segment(
    id,
    shoreClass,
    [
      [from, 0],
      [to, 0],
    ],
    other,
  );
}

/** A zone with one polygon. */
export function zone(id: string, geometry: Zone['geometry'], other: Partial<Zone> = {}): Zone {
  return { id, name: { zh: id, en: id }, articles: [], geometry, ...other };
}

/** A zone whose area is a box. */
export function boxZone(id: string, box: BoundingBox, other: Partial<Zone> = {}): Zone {
  return zone(id, polygon(boxRing(box)), other);
}

/** A polygon from rings. */
export function polygon(...rings: readonly (readonly Position[])[]): Polygon {
  return { type: 'Polygon', coordinates: rings.map((ring) => ring.map(toGeoPosition)) };
}

/** The closed ring around a box, counterclockwise from its south-west corner. */
export function boxRing([west, south, east, north]: BoundingBox): readonly Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

function toGeoPosition([longitude, latitude]: Position): GeoPosition {
  return [longitude, latitude];
}
