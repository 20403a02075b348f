import { writeFeatureText } from '../../data/feature-edit/feature-text.ts';
import { freshDatasetId } from '../../domain/own-data/fresh-dataset-id.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Model } from '../state/model.ts';

/** What can be begun without a file. */
export const BEGUN_ROLES = ['coastline', 'zones', 'projects', 'shown'] as const;

/**
 * Begins an empty dataset to draw in, as one undoable step; its lineage names no file. Coast and zones do not count at
 * first: they would take the place of the plan's, and the figures of an empty coast are none.
 */
export async function beginDataset(
  { workspace }: Pick<Model, 'workspace'>,
  role: (typeof BEGUN_ROLES)[number],
  name: string,
): Promise<OwnDataset> {
  const text = writeFeatureText({ members: {}, features: [] });
  const dataset: OwnDataset = {
    ...{ id: freshDatasetId(workspace.datasets.peek()), name, role, text },
    ...((role === 'coastline' || role === 'zones') && { isCounted: false }),
    sha256: await sha256(text),
    lineage: {
      files: [],
      ...{ format: 'GeoJSON', layer: '' },
      encoding: { name: 'utf-8', how: 'declared' },
      crs: { code: 'EPSG:4326', how: 'declared' },
      mapping: { classFields: [] },
      ...{ read: 0, kept: 0, setAside: 0 },
      ...{ repairs: [], issues: [] },
      acceptedAt: new Date().toISOString(),
    },
  };
  workspace.changeDatasets([...workspace.datasets.peek(), dataset]);
  return dataset;
}
