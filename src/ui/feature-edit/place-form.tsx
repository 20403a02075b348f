import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Field } from '../controls/field.tsx';
import { useI18n } from '../i18n.tsx';

/** Asks for a place: coordinates that are typed, or taken from the middle of the map. */
export function PlaceForm({
  label,
  hint,
  submit,
  middleOfMap,
  onPlace,
}: {
  readonly label: string;
  readonly hint: string;
  /** What the button is called that takes the place. */
  readonly submit: string;
  /** The middle of the free part of the map as coordinates; undefined without a map. */
  readonly middleOfMap: () => string | undefined;
  readonly onPlace: (coordinates: string) => void;
}): JSX.Element {
  const { t } = useI18n();
  const place = useSignal('');
  return (
    <form
      class="feature-editor__place"
      onSubmit={(event) => {
        event.preventDefault();
        onPlace(place.value);
      }}
    >
      <Field
        label={label}
        hint={hint}
        value={place.value}
        onInput={({ currentTarget }) => {
          place.value = currentTarget.value;
        }}
      />
      <div class="button-row">
        <button
          type="button"
          class="text-button"
          onClick={() => {
            place.value = middleOfMap() ?? place.value;
          }}
        >
          {t('editMiddle')}
        </button>
        <button type="submit" class="button" disabled={place.value.trim() === ''}>
          {submit}
        </button>
      </div>
    </form>
  );
}
