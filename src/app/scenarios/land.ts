import type { Feature } from 'geojson';
import { PreparedPolygon } from '../../domain/geometry/prepared-polygon.ts';
import type { Model } from '../state/model.ts';

/** The land of the base map, prepared once for each that is loaded. */
const PREPARED = new WeakMap<readonly Feature[], readonly PreparedPolygon[]>();

/** The land of the base map, for questions about what is on it; undefined until it is loaded. */
export function landOfPlan({ plan }: Pick<Model, 'plan'>): readonly PreparedPolygon[] | undefined {
  const land = plan.layers.value.find(({ layer }) => layer.symbology === 'base-land')?.state;
  if (land?.kind !== 'ready' || land.content.role !== 'base') return undefined;
  const { features } = land.content;
  const known = PREPARED.get(features);
  if (known !== undefined) return known;
  const prepared = features.flatMap(({ geometry }, index) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [new PreparedPolygon(geometry, `land ${index + 1}`)]
      : [],
  );
  PREPARED.set(features, prepared);
  return prepared;
}
