import type { Geometry, Position } from 'geojson';
import { getOwn, isRecord } from '../../record.ts';

/**
 * Reads a GeoJSON geometry of any coordinates, in degrees or metres; undefined when its type or its numbers
 * are none. A geometry without any position is `null`.
 */
export function rawGeometry(value: unknown): Geometry | null | undefined {
  if (value === null || value === undefined) return null;
  if (!isRecord(value)) return undefined;
  const type = getOwn(value, 'type');
  if (type === 'GeometryCollection') {
    const given = getOwn(value, 'geometries');
    const parts = Array.isArray(given) ? given.map(rawGeometry) : undefined;
    if (parts === undefined || parts.includes(undefined)) return undefined;
    const geometries = parts.flatMap((part) => part ?? []);
    return geometries.length === 0 ? null : { type, geometries };
  }
  const coordinates = getOwn(value, 'coordinates');
  if (Array.isArray(coordinates) && !holdsAnything(coordinates)) return null;
  switch (type) {
    case 'Point':
      return isPosition(coordinates) ? { type, coordinates } : undefined;
    case 'MultiPoint':
    case 'LineString':
      return isLine(coordinates) ? { type, coordinates } : undefined;
    case 'MultiLineString':
    case 'Polygon':
      return areLines(coordinates) ? { type, coordinates } : undefined;
    case 'MultiPolygon':
      return Array.isArray(coordinates) && coordinates.every(areLines)
        ? { type, coordinates }
        : undefined;
    default:
      return undefined;
  }
}

/** Whether lists, nested as deep as coordinates are, hold anything but empty lists. */
function holdsAnything(value: readonly unknown[], depth = 4): boolean {
  return value.some(
    (member) => !Array.isArray(member) || depth === 0 || holdsAnything(member, depth - 1),
  );
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length < 2) return false;
  for (const number of value) if (!Number.isFinite(number)) return false;
  return true;
}

function isLine(value: unknown): value is Position[] {
  return Array.isArray(value) && value.every(isPosition);
}

function areLines(value: unknown): value is Position[][] {
  return Array.isArray(value) && value.every(isLine);
}

/** Every position of a geometry, in order. */
export function* positionsIn(geometry: Geometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      yield geometry.coordinates;
      return;
    case 'MultiPoint':
    case 'LineString':
      yield* geometry.coordinates;
      return;
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) yield* line;
      return;
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring;
      return;
    case 'GeometryCollection':
      for (const part of geometry.geometries) yield* positionsIn(part);
  }
}
