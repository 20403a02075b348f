import { readFeatureText, writeFeatureText } from '../../data/feature-edit/feature-text.ts';
import {
  type EditRefusal,
  editFeatures,
  type FeatureEdit,
} from '../../domain/feature-edit/feature-edit.ts';
import { withEdit } from '../../domain/own-data/edit-codes.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Model } from '../state/model.ts';

/**
 * Edits an own dataset as one undoable step; its lineage counts the edits. Returns why an edit is not made,
 * undefined when it was. An edit that waits for another one is applied to what that one left.
 */
export async function applyEdit(
  { workspace }: Pick<Model, 'workspace'>,
  id: string,
  edit: FeatureEdit,
): Promise<EditRefusal | undefined> {
  for (;;) {
    const dataset = workspace.datasets.peek().find((each) => each.id === id);
    if (dataset === undefined) return 'not-found';
    const { members, features } = readFeatureText(dataset.text);
    const edited = editFeatures(features, edit);
    if (!edited.ok) return edited.error;
    const text = writeFeatureText({ members, features: edited.value });
    const next: OwnDataset = {
      ...dataset,
      text,
      sha256: await sha256(text),
      lineage: {
        ...dataset.lineage,
        repairs: withEdit(dataset.lineage.repairs, `edit-${edit.kind}`),
      },
    };
    const present = workspace.datasets.peek();
    if (!present.includes(dataset)) continue;
    workspace.changeDatasets(present.map((each) => (each === dataset ? next : each)));
    return undefined;
  }
}
