import { effect } from '@preact/signals';
import type { Geometry } from 'geojson';
import { extentIssues } from '../../data/checks/extent.ts';
import { type BoundingBox, boundingBox, positionsOf } from '../../domain/geometry.ts';
import type { DatasetState, LayerContent } from '../../domain/layer-state.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';

/**
 * Tells layers of the plan that lie wholly outside its extent, so that an empty map has a reason: in the Data panel,
 * and with a message at the first such layer. The user's own data are shown where they lie when they are added.
 */
export function checkExtent(model: Pick<Model, 'plan' | 'checks' | 'page'>): Dispose {
  const known = new WeakMap<DatasetState, { readonly box: BoundingBox | undefined }>();
  const boxOf = (state: DatasetState): BoundingBox | undefined => {
    if (state.kind !== 'ready') return undefined;
    const { box } = known.get(state) ?? {
      box: boundingBox(
        geometriesOf(state.content).flatMap((geometry) => [...positionsOf(geometry)]),
      ),
    };
    known.set(state, { box });
    return box;
  };
  let isTold = false;
  return effect(() => {
    const catalogue = model.plan.catalogue.value;
    if (catalogue.kind !== 'ready') return;
    const { layers } = catalogue.catalogue;
    const boxes = model.plan.layers.value
      .filter(({ layer }) => layers.includes(layer))
      .map(({ layer, state }) => ({ id: layer.id, box: boxOf(state) }));
    const issues = extentIssues(catalogue.catalogue, boxes, {
      file: 'geodata/catalogue.json',
      indexOf: (id) => layers.findIndex((layer) => layer.id === id),
    });
    model.checks.showPlanIssues(issues);
    if (isTold || issues.length === 0) return;
    isTold = true;
    model.page.showMessage({ kind: 'failure', key: 'planElsewhere' });
  });
}

function geometriesOf(content: LayerContent): readonly Geometry[] {
  switch (content.role) {
    case 'coastline':
      return content.segments.map(({ geometry }) => geometry);
    case 'zones':
      return content.zones.map(({ geometry }) => geometry);
    case 'projects':
      return content.projects.flatMap(({ geometry }) => geometry ?? []);
    case 'base':
    case 'shown':
      return content.features.flatMap(({ geometry }) => geometry ?? []);
  }
}
