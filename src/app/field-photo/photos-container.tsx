import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { pinPhotos } from '../../domain/field-photo/pin-photos.ts';
import { PhotoList } from '../../ui/field-photo/photo-list.tsx';
import type { Controller } from '../state/controller.ts';
import { photoOutcomes } from './add-photos.ts';

/** All photos from the field, or those of one stretch. */
export function PhotosContainer({
  controller: { model, goTo, selectAndShow, isEmbedded },
  segmentId,
}: {
  readonly controller: Controller;
  readonly segmentId?: string;
}): JSX.Element | null {
  const { workspace, plan, selection } = model;
  const [photos, segments] = [workspace.photos.value, plan.segments.value];
  const pins = useMemo(() => pinPhotos(photos, segments), [photos, segments]);
  const outcomes = photoOutcomes(model);
  const selected = selection.current.value;
  const shown = photos.filter(({ id }) => {
    const pin = pins.get(id);
    return segmentId === undefined || (pin?.kind === 'pinned' && pin.segmentId === segmentId);
  });
  return (
    <PhotoList
      photos={shown}
      pins={pins}
      outcomes={segmentId === undefined ? outcomes.value : []}
      selected={selected?.kind === 'segment' ? selected.segment : undefined}
      isOfStretch={segmentId !== undefined}
      nameOf={(id) => segments.find((segment) => segment.id === id)?.name ?? { zh: id, en: id }}
      onGoTo={goTo}
      onSelect={selectAndShow}
      onPin={(photo, to) =>
        workspace.change({
          photos: photos.map((other) =>
            other.id === photo.id ? { ...other, segmentId: to } : other,
          ),
        })
      }
      onRemove={
        isEmbedded
          ? undefined
          : ({ id }) => workspace.change({ photos: photos.filter((other) => other.id !== id) })
      }
      onDismiss={() => {
        outcomes.value = [];
      }}
    />
  );
}
