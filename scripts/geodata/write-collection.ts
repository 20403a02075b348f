import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Feature, Geometry, Position } from 'geojson';

/** Decimals of a degree in every derived file: 6 is 0.1 m here. */
const DECIMALS = 6;

/** A feature of a derived file; `null` geometry is an unlocated feature (RFC 7946 §3.2). */
export type WritableFeature = Feature<Geometry | null, Record<string, unknown>>;

/** Members of a file before its features: `name`, `surveyed` and the like. */
export type Foreword = Readonly<Record<string, unknown>>;

/**
 * Writes a FeatureCollection as UTF-8, one feature per line in the order given, coordinates rounded to 6
 * decimals, a newline at the end: the same features give the same bytes, and a changed feature is a changed
 * line. Creates the folder when it is missing. `foreword` members precede `features`.
 */
export async function writeCollection(
  file: string,
  features: readonly WritableFeature[],
  foreword: Foreword = {},
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, formatCollection(features, foreword), 'utf8');
}

/** Returns the text that {@link writeCollection} writes. */
export function formatCollection(
  features: readonly WritableFeature[],
  foreword: Foreword = {},
): string {
  const members = Object.entries({ type: 'FeatureCollection', ...foreword }).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const lines = features.map((feature) => JSON.stringify(inOrder(feature)));
  const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return `{${members.join(', ')}, "features": ${body}}\n`;
}

/** `type`, `id`, `properties`, `geometry`: in the order that is easiest to read. */
function inOrder(feature: WritableFeature): WritableFeature {
  const { id, properties, geometry } = feature;
  return {
    type: 'Feature',
    ...(id !== undefined && { id }),
    properties,
    geometry: geometry === null ? null : roundGeometry(geometry),
  };
}

/** A copy of the geometry with every coordinate rounded to 6 decimals; never `-0`. */
function roundGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: roundPosition(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(roundPosition) };
    case 'MultiLineString':
    case 'Polygon':
      return {
        type: geometry.type,
        coordinates: geometry.coordinates.map((part) => part.map(roundPosition)),
      };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) =>
          polygon.map((ring) => ring.map(roundPosition)),
        ),
      };
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map(roundGeometry) };
  }
}

function roundPosition(position: Position): Position {
  return position.map((value) => Number(value.toFixed(DECIMALS)) + 0);
}
