import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import type { Model } from '../state/model.ts';

/** The user's coast and zones that are counted, in the order in which they were accepted. */
export function countedDatasets({
  plan,
  workspace,
}: Pick<Model, 'plan' | 'workspace'>): readonly OwnDataset[] {
  const counted = new Set(plan.countedLayers.value.map(({ layer }) => layer.id));
  return workspace.datasets.value.filter(
    ({ id, role }) => (role === 'coastline' || role === 'zones') && counted.has(id),
  );
}
