import { getOwn, isRecord, type JsonRecord } from '../../data/record.ts';
import type { LayerRole } from '../../domain/dataset.ts';

/** The purpose of a file: a layer with a role, one of the plan's own files, or any GeoJSON. */
export type FileRole = LayerRole | 'catalogue' | 'rule' | 'deck' | 'geojson';

/** Properties that occur in one role only. */
const TELLING: Readonly<Record<LayerRole, readonly string[]>> = {
  coastline: ['class', 'realm', 'confidence', 'class_source', 'use'],
  projects: [
    'status',
    'layer',
    'accuracy_m',
    'summary_zh',
    'summary_en',
    'figures',
    'site_named_in_plan',
  ],
  base: ['kind', 'rank'],
  zones: ['target'],
  shown: [],
};

/** File or folder names that imply a role, used when the properties do not decide. */
const PATHS: readonly (readonly [RegExp, FileRole])[] = [
  [/(^|[/\\])catalogue\.json$/i, 'catalogue'],
  [/(^|[/\\])(audit|rule)[^/\\]*\.json$/i, 'rule'],
  [/(^|[/\\])views[/\\][^/\\]*\.json$/i, 'deck'],
];
const NAMES: readonly (readonly [RegExp, LayerRole])[] = [
  [/zone[^/\\]*$/i, 'zones'],
  [/coast[^/\\]*$/i, 'coastline'],
  [/project[^/\\]*$|[/\\]projects[/\\][^/\\]*$/i, 'projects'],
  [/[/\\]base[/\\][^/\\]*$/i, 'base'],
];

/**
 * Returns the role of a file. A value that declares itself a FeatureCollection is a layer, whatever its
 * name; the plan's own files are recognised by name or content.
 */
export function roleOf(value: unknown, path: string): FileRole {
  if (isRecord(value) && getOwn(value, 'type') === 'FeatureCollection')
    return roleOfLayer(value, path);
  const named = PATHS.find(([pattern]) => pattern.test(path))?.[1];
  if (named !== undefined || !isRecord(value)) return named ?? 'geojson';
  if (Array.isArray(getOwn(value, 'layers'))) return 'catalogue';
  if (Array.isArray(getOwn(value, 'views'))) return 'deck';
  return isRecord(getOwn(value, 'counting')) ? 'rule' : 'geojson';
}

/**
 * The role of a layer file: decided by most of its properties, otherwise by its name, otherwise by its form
 * (areas with an id are zones). `geojson` when nothing decides; then only the structure is checked.
 */
function roleOfLayer(value: JsonRecord, path: string): FileRole {
  const features = getOwn(value, 'features');
  const listed = (Array.isArray(features) ? features : []).filter(isRecord);
  const votes = new Map<LayerRole, number>();
  for (const feature of listed) {
    const properties = getOwn(feature, 'properties');
    if (!isRecord(properties)) continue;
    let role: LayerRole;
    for (role in TELLING) {
      const count = TELLING[role].filter((name) => Object.hasOwn(properties, name)).length;
      votes.set(role, (votes.get(role) ?? 0) + count);
    }
  }
  const [best] = [...votes].toSorted(([, a], [, b]) => b - a);
  if (best !== undefined && best[1] > 0) return best[0];
  return (
    NAMES.find(([pattern]) => pattern.test(path))?.[1] ??
    (hasNamedAreas(listed) ? 'zones' : 'geojson')
  );
}

function hasNamedAreas(features: readonly JsonRecord[]): boolean {
  return features.some((feature) => {
    const [geometry, properties] = [getOwn(feature, 'geometry'), getOwn(feature, 'properties')];
    const type = isRecord(geometry) ? getOwn(geometry, 'type') : undefined;
    const isAreal = type === 'Polygon' || type === 'MultiPolygon';
    return (
      isAreal &&
      isRecord(properties) &&
      Object.hasOwn(properties, 'id') &&
      Object.hasOwn(properties, 'name_zh')
    );
  });
}
