import type { Geometry } from 'geojson';
import { isOddExtent } from '../../domain/geometry/odd-extent.ts';
import { type BoundingBox, positionsOf } from '../../domain/geometry.ts';
import { geometriesOf } from '../../domain/layer-geometries.ts';
import type { DatasetState } from '../../domain/layer-state.ts';
import { isInBounds } from '../../domain/map-bounds.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import { openWhen } from '../lifecycle/open-when.ts';
import type { Model } from '../state/model.ts';

/** Checks the plan's extent once a layer has no vertex in it, or it is hardly one: the check is fetched then. */
export function watchExtent(model: Pick<Model, 'plan' | 'checks' | 'page'>): Dispose {
  const inside = new WeakSet<DatasetState>();
  const isElsewhere = (state: DatasetState, extent: BoundingBox): boolean => {
    if (state.kind !== 'ready' || inside.has(state)) return false;
    const geometries = geometriesOf(state.content);
    const isInside =
      geometries.length === 0 || geometries.some((geometry) => hasVertexIn(geometry, extent));
    if (isInside) inside.add(state);
    return !isInside;
  };
  return openWhen(
    () => {
      const catalogue = model.plan.catalogue.value;
      if (catalogue.kind !== 'ready') return false;
      const { extent } = catalogue.catalogue;
      return (
        isOddExtent(extent) ||
        model.plan.layers.value.some(({ state }) => isElsewhere(state, extent))
      );
    },
    async () => (await import('./check-extent.ts')).checkExtent(model),
  );
}

function hasVertexIn(geometry: Geometry, extent: BoundingBox): boolean {
  for (const position of positionsOf(geometry)) if (isInBounds(position, extent)) return true;
  return false;
}
