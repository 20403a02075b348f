import type { FieldPhoto } from '../../domain/field-photo/field-photo.ts';
import type { PhotoPin } from '../../domain/field-photo/pin-photos.ts';
import { formatLength, formatNumber, PUNCTUATION } from '../format.ts';
import type { I18n } from '../i18n.tsx';

/** When, which way, how surely, how far from its stretch, and how its picture was scaled. */
export function photoFacts(
  { takenAt, bearing, isMagnetic, accuracyM, picture }: FieldPhoto,
  pin: PhotoPin | undefined,
  { t, language }: I18n,
): string {
  const length = (metres: number): string => formatLength(metres, language);
  const degrees = bearing === undefined ? '' : formatNumber(bearing, 1, language);
  const scaled = picture !== undefined && picture.original.width > picture.width;
  return [
    takenAt?.replace('T', ' ') ?? t('photoNoTime'),
    ...(bearing === undefined
      ? []
      : [t(isMagnetic ? 'photoBearingMagnetic' : 'photoBearing', { degrees })]),
    ...(accuracyM === undefined ? [] : [`± ${length(accuracyM)}`]),
    ...(pin === undefined ? [] : placeWords(pin)),
    ...(scaled
      ? [
          t('photoScaled', {
            to: `${picture.width} × ${picture.height}`,
            from: `${picture.original.width} × ${picture.original.height}`,
          }),
        ]
      : []),
  ].join(PUNCTUATION[language].comma);

  function placeWords(of: PhotoPin): readonly string[] {
    switch (of.kind) {
      case 'pinned':
        return [
          ...(of.by === 'user' ? [t('photoByUser')] : []),
          ...(of.distanceM === undefined
            ? []
            : [t('photoDistance', { distance: length(of.distanceM) })]),
        ];
      case 'far':
        return [t('photoFar', { limit: length(of.limitM) })];
      case 'other-datum':
        return [t('photoOtherDatum', { datum: of.datum })];
      case 'stretch-gone':
        return [t('photoStretchGone', { id: of.segmentId })];
    }
  }
}
