import { type Signal, signal } from '@preact/signals';
import { type FieldPhoto, MAX_PHOTOS, photoId } from '../../domain/field-photo/field-photo.ts';
import type { PhotoOutcome } from '../../ui/field-photo/photo-list.tsx';
import type { Model } from '../state/model.ts';
import type { NamedBlob } from '../state/own-data-model.ts';
import { readPhotoFile } from '../workers/photo-client.ts';
import { photoPicture } from './photo-picture.ts';

/** What became of the files added last, by model. Not in the model, all of which is in the first load. */
const OUTCOMES = new WeakMap<Model['workspace'], Signal<readonly PhotoOutcome[]>>();

/** What became of the photos that were added last. */
export function photoOutcomes({ workspace }: Pick<Model, 'workspace'>) {
  const known = OUTCOMES.get(workspace) ?? signal<readonly PhotoOutcome[]>([]);
  OUTCOMES.set(workspace, known);
  return known;
}

/**
 * Reads photos and adds them to the work, in one step that can be undone. One without a place is pinned to the stretch
 * that is selected; what cannot be taken is told with the reason and changes nothing.
 */
export async function addPhotos(
  model: Pick<Model, 'workspace' | 'selection' | 'page'>,
  files: readonly NamedBlob[],
): Promise<void> {
  const outcomes = photoOutcomes(model);
  const told: PhotoOutcome[] = [];
  const added: FieldPhoto[] = [];
  const held = (): readonly FieldPhoto[] => model.workspace.photos.peek();
  const selected = model.selection.current.peek();
  const segmentId = selected?.kind === 'segment' ? selected.segment.id : undefined;
  for (const { name, blob } of files) {
    const file = name.split('/').at(-1) ?? name;
    outcomes.value = [...told, { file, kind: 'reading' }];
    if (held().length + added.length >= MAX_PHOTOS) {
      told.push({ file, kind: 'too-many' });
      continue;
    }
    const reply = await readPhotoFile(blob);
    if (reply.kind === 'failed') {
      console.warn('a photo was not read:', file, reply.reason);
      told.push({ file, kind: 'unread' });
      continue;
    }
    if (!reply.read.ok) {
      told.push({ file, kind: reply.read.error });
      continue;
    }
    const { facts, noPosition, sha256 } = reply.read.value;
    const id = photoId(sha256);
    if ([...held(), ...added].some((other) => other.id === id)) {
      told.push({ file, kind: 'known' });
      continue;
    }
    if (noPosition !== undefined) {
      told.push({ file, kind: noPosition.kind, isPinned: segmentId !== undefined });
      if (segmentId === undefined) continue;
    }
    const picture = await photoPicture(blob);
    if (picture === undefined) told.push({ file, kind: 'no-picture' });
    added.push({
      ...{ id, file, sha256, ...facts },
      ...(noPosition !== undefined && segmentId !== undefined && { segmentId }),
      ...(picture !== undefined && { picture }),
    });
  }
  const fresh = added.filter(({ id }) => held().every((other) => other.id !== id));
  if (fresh.length > 0) {
    model.workspace.change({ photos: [...held(), ...fresh] });
    model.page.showMessage({ kind: 'done', key: 'photosAdded', values: { count: fresh.length } });
  }
  outcomes.value = told;
}
