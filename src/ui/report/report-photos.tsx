import type { JSX } from 'preact';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { PhotoWithPin } from '../../domain/field-photo/pin-photos.ts';
import { photoFacts } from '../field-photo/photo-facts.ts';
import { useI18n } from '../i18n.tsx';

/** Photos from the field, each with its stretch and what its file says; nothing without any. */
export function ReportPhotos({
  photos,
  segments,
}: {
  readonly photos: readonly PhotoWithPin[];
  readonly segments: readonly CoastlineSegment[];
}): JSX.Element | null {
  const words = useI18n();
  const { t, pick } = words;
  if (photos.length === 0) return null;
  const stretchOf = ({ pin }: PhotoWithPin): string => {
    if (pin.kind !== 'pinned') return t('photoNoStretch');
    const segment = segments.find(({ id }) => id === pin.segmentId);
    return segment === undefined ? pin.segmentId : pick(segment.name);
  };
  return (
    <>
      <h2>{t('photosTitle')}</h2>
      <p class="quiet">{t('photosNote')}</p>
      <div class="report__photos">
        {photos.map((of) => (
          <figure key={of.photo.id}>
            {of.photo.picture === undefined ? (
              <p class="quiet">{t('photoNoPicture')}</p>
            ) : (
              <img
                src={`data:image/jpeg;base64,${of.photo.picture.jpeg}`}
                alt={t('photoAlt', { file: of.photo.file })}
                width={of.photo.picture.width}
                height={of.photo.picture.height}
              />
            )}
            <figcaption>
              <b>{stretchOf(of)}</b> · {of.photo.file} · {photoFacts(of.photo, of.pin, words)}
            </figcaption>
          </figure>
        ))}
      </div>
    </>
  );
}
