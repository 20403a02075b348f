import type { Bilingual } from '../../domain/bilingual.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { formatValue } from '../format-value.ts';
import { getOwn, isRecord } from '../record.ts';
import { relativeOfValue } from '../text/relatives.ts';
import { isCollection } from './parse-feature-collection.ts';

/**
 * Describes a file that is not a FeatureCollection and how to convert it; formats often mistaken for one
 * are named.
 */
export function notACollection(value: unknown, file: string): LoadError {
  const found = isCollection(value) ? WITHOUT_LIST : butCollectionsAreRead(whatItIs(value));
  const relative = isCollection(value) ? undefined : relativeOfValue(value);
  const as = relative && {
    zh: `：看来是${relative.name.zh}`,
    en: `: it looks like ${relative.name.en}`,
  };
  return {
    kind: 'structure',
    file,
    line: 1,
    column: 1,
    message: {
      zh: `${file} ${found.zh}${as?.zh ?? ''}。`,
      en: `${file} ${found.en}${as?.en ?? ''}.`,
    },
    cure: relative?.cure ?? {
      zh: '把要素放进 {"type":"FeatureCollection","features":[…]}。',
      en: 'Wrap it: {"type":"FeatureCollection","features":[…]}.',
    },
  };
}

const GEOMETRY_TYPES: readonly unknown[] = [
  ...['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
  'GeometryCollection',
];

/** Describes a JSON value that is not a list of features: GeoJSON of another type, or something else. */
function whatItIs(value: unknown): Bilingual {
  if (value === null) return { zh: '的内容是 null', en: 'holds null' };
  if (Array.isArray(value)) return { zh: '的内容是数组', en: 'holds an array' };
  if (!isRecord(value)) {
    return {
      zh: `的内容是 ${formatValue(value)}`,
      en: `holds ${formatValue(value)} and no object`,
    };
  }
  const type = getOwn(value, 'type');
  if (type === 'Feature') return { zh: '是单个要素（Feature）', en: 'is a single Feature' };
  if (GEOMETRY_TYPES.includes(type)) {
    return {
      zh: `是没有要素的几何（${formatValue(type)}）`,
      en: `is a bare geometry (${formatValue(type)}) without a feature`,
    };
  }
  return typeof type === 'string'
    ? {
        zh: `不是要素集合，而是${formatValue(type)}`,
        en: `is not a FeatureCollection but ${formatValue(type)}`,
      }
    : { zh: '是没有 type 的对象', en: 'is an object without a type' };
}

const WITHOUT_LIST: Bilingual = {
  zh: '是“FeatureCollection”，但其 features 不是数组',
  en: 'is a "FeatureCollection" without a list of features',
};

function butCollectionsAreRead({ zh, en }: Bilingual): Bilingual {
  return {
    zh: `${zh}；本应用读取要素集合（FeatureCollection）`,
    en: `${en}; the app reads FeatureCollections`,
  };
}
