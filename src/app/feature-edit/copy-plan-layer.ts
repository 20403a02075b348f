import {
  copiedFeatures,
  readFeatureText,
  writeFeatureText,
} from '../../data/feature-edit/feature-text.ts';
import { reclassified } from '../../domain/audit/reclassification.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { freshDatasetId } from '../../domain/own-data/fresh-dataset-id.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Model } from '../state/model.ts';

/** A layer of the plan that can be copied, with the text of its file. */
export type CopyableLayer = {
  readonly id: string;
  readonly title: Bilingual;
  readonly role: 'coastline' | 'zones';
  readonly credit: Bilingual;
  readonly source: { readonly file: string; readonly text: string };
  /** Features of the file, and how many of them the plan's reader kept. */
  readonly read: number;
  readonly kept: number;
};

/**
 * The layers of the plan that an edited copy can be made of: coast and zones, which the copy takes the place of, unless
 * data of the user have done so.
 */
export function copyableLayers(
  layers: readonly LayerState[],
  sources: ReadonlyMap<string, CopyableLayer['source']>,
): readonly CopyableLayer[] {
  return layers.flatMap(({ layer, state }) => {
    const { id, title, role, metadata } = layer;
    const source = sources.get(id);
    if (role !== 'coastline' && role !== 'zones') return [];
    if (state.kind !== 'ready' || source === undefined) return [];
    const { read, kept } = state;
    const { attribution } = metadata;
    const credit =
      typeof attribution === 'string' ? { zh: attribution, en: attribution } : attribution;
    return [{ id, title, role, credit, source, read, kept }];
  });
}

/** Takes a copy of a layer of the plan among the user's own data, as one undoable step; no figure changes. */
export async function copyPlanLayer(
  { workspace, plan }: Pick<Model, 'workspace' | 'plan'>,
  { id: layerId, role, credit, source, read, kept }: CopyableLayer,
  name: string,
): Promise<OwnDataset> {
  const id = freshDatasetId(workspace.datasets.peek());
  const { members, features } = readFeatureText(source.text);
  const segments = role === 'coastline' ? plan.loadedSegments.peek() : [];
  const judged = reclassified(segments, workspace.log.peek()).filter(
    (segment, index) => segment !== segments[index],
  );
  const text = writeFeatureText({
    members,
    features: copiedFeatures(features, id, new Map(judged.map((each) => [each.id, each]))),
  });
  const dataset: OwnDataset = {
    ...{ id, name, role, text },
    sha256: await sha256(text),
    lineage: {
      files: [{ name: source.file, sha256: await sha256(source.text) }],
      format: 'GeoJSON',
      layer: layerId,
      encoding: { name: 'utf-8', how: 'declared' },
      crs: { code: 'EPSG:4326', how: 'declared' },
      mapping: { classFields: ['class'] },
      ...{ read, kept, setAside: read - kept },
      ...{ repairs: [], issues: [] },
      acceptedAt: new Date().toISOString(),
      credit,
      isPlanCopy: true,
    },
  };
  workspace.changeDatasets([...workspace.datasets.peek(), dataset]);
  return dataset;
}
