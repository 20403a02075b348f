import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { FieldPhoto } from '../../domain/field-photo/field-photo.ts';
import type { PhotoPin } from '../../domain/field-photo/pin-photos.ts';
import type { Position } from '../../domain/geometry.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import { photoFacts } from './photo-facts.ts';

/** How many photos are listed at first: what follows the list stays near. */
const FIRST = 6;

/** What became of a file that was added. */
export type PhotoOutcome =
  | {
      readonly file: string;
      readonly kind:
        | 'reading'
        | 'too-many'
        | 'too-large'
        | 'empty'
        | 'not-a-photo'
        | 'unread'
        | 'known'
        | 'no-picture';
    }
  /** It has no place that can be used; it is taken where a stretch was selected. */
  | {
      readonly file: string;
      readonly kind: 'none' | 'damaged' | 'out-of-range' | 'zero';
      readonly isPinned: boolean;
    };

/** Props of a list of photos. */
export type PhotoListProps = {
  readonly photos: readonly FieldPhoto[];
  readonly pins: ReadonlyMap<string, PhotoPin>;
  readonly outcomes: readonly PhotoOutcome[];
  /** The stretch that is selected. */
  readonly selected: CoastlineSegment | undefined;
  readonly isOfStretch: boolean;
  readonly nameOf: (segmentId: string) => Bilingual;
  readonly onGoTo: (at: Position) => void;
  readonly onSelect: (segmentId: string) => void;
  readonly onPin: (photo: FieldPhoto, segmentId: string) => void;
  /** Undefined where the work cannot be changed. */
  readonly onRemove: ((photo: FieldPhoto) => void) | undefined;
  readonly onDismiss: () => void;
};

/** Photos from the field with what they say, and what became of those added last. */
export function PhotoList(props: PhotoListProps): JSX.Element | null {
  const { t } = useI18n();
  const showsAll = useSignal(false);
  const { photos, outcomes, isOfStretch } = props;
  const listed = showsAll.value ? photos : photos.slice(0, FIRST);
  if (photos.length === 0 && outcomes.length === 0) return null;
  return (
    <section class="field-photos" aria-label={t('photosTitle')}>
      <h3>
        {t('photosTitle')} <span class="count">{photos.length}</span>
      </h3>
      {!isOfStretch && photos.length > 0 && <p class="quiet">{t('photosOnMap')}</p>}
      {outcomes.length > 0 && (
        <div class="field-photos__told" role="status">
          <ul>
            {outcomes.map((outcome) => (
              <li key={outcome.file}>
                <b>{outcome.file}</b> <Outcome outcome={outcome} />
              </li>
            ))}
          </ul>
          <IconButton icon="close" label={t('photosDismiss')} onPress={props.onDismiss} />
        </div>
      )}
      <ul class={`field-photos__list ${isOfStretch ? '' : 'field-photos__list--small'}`}>
        {listed.map((photo) => (
          <Photo key={photo.id} {...props} photo={photo} />
        ))}
      </ul>
      {listed.length < photos.length && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            showsAll.value = true;
          }}
        >
          {t('photosShowAll', { count: photos.length })}
        </button>
      )}
    </section>
  );
}

function Outcome({ outcome }: { readonly outcome: PhotoOutcome }): JSX.Element {
  const { t } = useI18n();
  if (!('isPinned' in outcome)) return <>{t(`photoOutcome_${outcome.kind}`)}</>;
  return (
    <>
      {t(`photoNoPlace_${outcome.kind}`)} {t(outcome.isPinned ? 'photoPinned' : 'photoChooseFirst')}
    </>
  );
}

function Photo({
  photo,
  pins,
  selected,
  isOfStretch,
  nameOf,
  onGoTo,
  onSelect,
  onPin,
  onRemove,
}: PhotoListProps & { readonly photo: FieldPhoto }): JSX.Element {
  const words = useI18n();
  const { t, pick } = words;
  const { at, datum, file, picture } = photo;
  const pin = pins.get(photo.id);
  const isElsewhere = pin?.kind !== 'pinned' || pin.segmentId !== selected?.id;
  return (
    <li class="field-photo">
      {picture === undefined ? (
        <p class="quiet">{t('photoNoPicture')}</p>
      ) : (
        <img
          src={`data:image/jpeg;base64,${picture.jpeg}`}
          alt={t('photoAlt', { file })}
          width={picture.width}
          height={picture.height}
          loading="lazy"
        />
      )}
      <div>
        <b>{file}</b>
        <p class="quiet">{photoFacts(photo, pin, words)}</p>
        {!isOfStretch && pin?.kind === 'pinned' && (
          <button type="button" class="text-button" onClick={() => onSelect(pin.segmentId)}>
            {pick(nameOf(pin.segmentId))}
          </button>
        )}
        {at !== undefined && datum === undefined && (
          <button type="button" class="text-button" onClick={() => onGoTo(at)}>
            {t('zoomTo')}
          </button>
        )}
        {onRemove !== undefined && selected !== undefined && isElsewhere && (
          <button type="button" class="text-button" onClick={() => onPin(photo, selected.id)}>
            {t('photoPinTo', { name: pick(selected.name) })}
          </button>
        )}
        {onRemove !== undefined && (
          <button type="button" class="text-button" onClick={() => onRemove(photo)}>
            {t('photoRemove')}
          </button>
        )}
      </div>
    </li>
  );
}
