import { type BoundingBox, boundingBox, type Position } from '../../domain/geometry.ts';
import type { ComparedFeature } from '../../domain/versions/feature-changes.ts';
import { getOwn, isRecord } from '../record.ts';
import { parseExactly } from '../text/json-ids.ts';

/**
 * The features of a dataset's text as far as a comparison needs them; none where it is no collection of features. Nothing
 * is judged here: what the readers of the plan set aside is compared as well.
 */
export function readFeatures(text: string): readonly ComparedFeature[] {
  const collection = parsed(text);
  const features = isRecord(collection) ? getOwn(collection, 'features') : undefined;
  return Array.isArray(features) ? features.filter(isRecord).map(toFeature) : [];
}

function parsed(text: string): unknown {
  try {
    return parseExactly(text.replace(/^\uFEFF/, ''));
  } catch {
    // The Data panel tells of a text that cannot be read.
    return undefined;
  }
}

function toFeature(feature: Readonly<Record<string, unknown>>): ComparedFeature {
  const [given, geometry] = [getOwn(feature, 'properties'), getOwn(feature, 'geometry')];
  const properties = isRecord(given) ? given : {};
  const id = getOwn(properties, 'id') ?? getOwn(feature, 'id');
  const box = boxOf(geometry);
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : '',
    properties,
    geometry: geometry ?? null,
    ...(box !== undefined && { box }),
  };
}

function boxOf(geometry: unknown): BoundingBox | undefined {
  if (!isRecord(geometry)) return undefined;
  return boundingBox(
    positionsIn([getOwn(geometry, 'coordinates'), getOwn(geometry, 'geometries')]),
  );
}

function* positionsIn(value: unknown): Generator<Position> {
  if (isRecord(value)) yield* positionsIn([value['coordinates'], value['geometries']]);
  if (!Array.isArray(value)) return;
  const [longitude, latitude]: readonly unknown[] = value;
  if (typeof longitude !== 'number') for (const member of value) yield* positionsIn(member);
  else if (typeof latitude === 'number') yield [longitude, latitude];
}
