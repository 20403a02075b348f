import { getOwn, isRecord } from '../record.ts';
import { proposeMapping } from './mapping/propose-mapping.ts';
import { readGeoJson } from './readers/geojson-reader.ts';

/** Properties of the plan's own schema that no other has by chance, in comparable form. */
const PLAN_WORDS = [
  'class',
  'realm',
  'confidence',
  'namezh',
  'nameen',
  'classsource',
  'positionsource',
  'target',
  'status',
  'articles',
  'accuracym',
];

/** A text in Chinese characters. */
const HAN = /\p{Script=Han}/u;

/** How many features are asked what their fields say. */
const SAMPLE = 2000;

/**
 * Whether a parsed JSON is GeoJSON of somebody else's schema: none of its features has a property of the plan's
 * own, and some have fields that say something in another. A file without any properties is no such file.
 */
export function isForeignGeoJson(value: unknown): boolean {
  if (!isRecord(value) || getOwn(value, 'type') !== 'FeatureCollection') return false;
  const listed = getOwn(value, 'features');
  if (!Array.isArray(listed) || listed.some(hasPlanWord)) return false;
  const raw = readGeoJson(
    { type: 'FeatureCollection', features: listed.slice(0, SAMPLE) },
    { file: '', name: '', encoding: { name: 'utf-8', how: 'declared' } },
  );
  if (raw === undefined) return false;
  const { classFields, nameField, idField, ...others } = proposeMapping(raw);
  return (
    classFields.length > 0 ||
    Object.values(others).some((field) => field !== undefined) ||
    raw.fields.some(({ name }) => HAN.test(name))
  );
}

function hasPlanWord(feature: unknown): boolean {
  const properties = isRecord(feature) ? getOwn(feature, 'properties') : undefined;
  return (
    isRecord(properties) &&
    Object.keys(properties).some((name) => PLAN_WORDS.includes(plainName(name)))
  );
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s_\p{Cf}-]/gu, '')
    .toLowerCase();
}
