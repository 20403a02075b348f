import type { FeatureCollection, Geometry } from 'geojson';
import type { isGeometry } from './style-layers/expressions.ts';

type GeometryKind = Parameters<typeof isGeometry>[0] | 'circle';

const KINDS = new WeakMap<FeatureCollection, ReadonlySet<string>>();

/**
 * True when features have points, lines, areas or accuracy circles, alone or inside collections: an empty style layer
 * would still cost time in every tile and frame.
 */
export function hasKind(features: FeatureCollection, kind: GeometryKind): boolean {
  const known = KINDS.get(features);
  const kinds =
    known ??
    new Set(
      features.features.flatMap(({ geometry, properties }) =>
        properties?.['part'] === 'circle' ? ['circle'] : kindsIn(geometry),
      ),
    );
  if (known === undefined) KINDS.set(features, kinds);
  return kinds.has(kind);
}

function kindsIn(geometry: Geometry): readonly string[] {
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(kindsIn)
    : [geometry.type.replace('Multi', '')];
}
