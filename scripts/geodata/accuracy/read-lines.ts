import { readFile } from 'node:fs/promises';
import type { Geometry } from 'geojson';
import { linesOf } from '../../../src/domain/geodesy.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { reasonOf } from '../../../src/domain/result.ts';

/** A line of a GeoJSON file, and whether its feature meets the requested condition. */
export type TaggedLine = { readonly positions: readonly Position[]; readonly counts: boolean };

/** `name=value`: the required value of a property; `undefined` accepts every feature. */
export type Condition = { readonly name: string; readonly value: string } | undefined;

/** A file that cannot be compared; the message is for the user who named it. */
export class UnusableFile extends Error {}

/**
 * Reads the lines of a GeoJSON FeatureCollection; polygons give their rings, points nothing.
 * @throws UnusableFile when the file is missing, is no FeatureCollection, has no line or none that meets
 * `where`.
 */
export async function readLines(file: string, where: Condition): Promise<readonly TaggedLine[]> {
  const lines = featuresOf(await readJson(file), file).flatMap(
    (feature, index): readonly TaggedLine[] => {
      const { geometry, properties } = memberRecords(feature);
      if (geometry === undefined) return [];
      const counts = where === undefined || String(properties[where.name]) === where.value;
      return linesOf(asGeometry(geometry, `${file}: feature ${index}`)).map((positions) => ({
        positions,
        counts,
      }));
    },
  );
  const drawn = lines.filter(({ positions }) => positions.length > 1);
  if (drawn.length === 0) throw new UnusableFile(`${file}: no line in it`);
  if (!drawn.some(({ counts }) => counts))
    throw new UnusableFile(`${file}: no line with ${where?.name}=${where?.value}`);
  return drawn;
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UnusableFile(`${file}: cannot be read`, { cause });
  });
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (cause) {
    throw new UnusableFile(`${file}: not JSON (${reasonOf(cause)})`, { cause });
  }
}

function featuresOf(value: unknown, file: string): readonly unknown[] {
  if (
    typeof value === 'object' &&
    value !== null &&
    'features' in value &&
    Array.isArray(value.features)
  ) {
    return value.features;
  }
  throw new UnusableFile(`${file}: not a GeoJSON FeatureCollection`);
}

function memberRecords(feature: unknown): {
  geometry: object | undefined;
  properties: Record<string, unknown>;
} {
  const isRecord = typeof feature === 'object' && feature !== null;
  const geometry = isRecord && 'geometry' in feature ? feature.geometry : undefined;
  const properties = isRecord && 'properties' in feature ? feature.properties : undefined;
  return {
    geometry: typeof geometry === 'object' && geometry !== null ? geometry : undefined,
    properties: Object.fromEntries(
      Object.entries(typeof properties === 'object' && properties !== null ? properties : {}),
    ),
  };
}

/**
 * Returns the geometry after checking that its positions are numbers.
 * @throws UnusableFile when they are not.
 */
function asGeometry(value: object, where: string): Geometry {
  const coordinates = 'coordinates' in value ? value.coordinates : undefined;
  if (!Array.isArray(coordinates) || !coordinates.flat(Infinity).every(Number.isFinite)) {
    throw new UnusableFile(`${where}: coordinates are not numbers`);
  }
  return value as Geometry;
}
