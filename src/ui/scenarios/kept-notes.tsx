import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LONGEST_NOTE, type MapNote } from '../../domain/map-tools/map-note.ts';
import { measureShape } from '../../domain/map-tools/ruler.ts';
import { Field } from '../controls/field.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { formatArea, formatLength, formatNumber } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** What the user does with notes. */
export type NoteActions = {
  readonly keep: (note: Omit<MapNote, 'id'>) => void;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
  readonly show: (note: MapNote) => void;
};

/** Keeps what is measured, or an arrow, on the map under a name. */
export function KeepNote({
  number,
  isArrow,
  onKeep,
}: {
  /** The number in the name that is proposed. */
  readonly number: number;
  readonly isArrow: boolean;
  readonly onKeep: (name: string) => void;
}): JSX.Element {
  const { t } = useI18n();
  const name = useSignal('');
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(name.value.trim() || t('noteName', { number }));
        name.value = '';
      }}
    >
      <Field
        label={t(isArrow ? 'noteText' : 'nameLabel')}
        maxLength={LONGEST_NOTE}
        placeholder={t('noteName', { number })}
        value={name.value}
        onInput={({ currentTarget }) => {
          name.value = currentTarget.value;
        }}
      />
      <button type="submit" class="button">
        {t('noteKeep')}
      </button>
    </form>
  );
}

/** The notes on the map, with the figure of each: renamed, shown, removed. */
export function KeptNotes({
  notes,
  actions,
}: {
  readonly notes: readonly MapNote[];
  readonly actions: Omit<NoteActions, 'keep'>;
}): JSX.Element | null {
  const words = useI18n();
  const { t } = words;
  if (notes.length === 0) return null;
  return (
    <section>
      <h3>
        {t('notesTitle')} <span class="count">{notes.length}</span>
      </h3>
      <ul class="note-list">
        {notes.map((note) => (
          <li key={note.id}>
            <Field
              label={t('nameLabel')}
              layout="bare"
              maxLength={LONGEST_NOTE}
              defaultValue={note.name}
              onChange={({ currentTarget }) => actions.rename(note.id, currentTarget.value.trim())}
            />
            <span class="quiet">{noteFigure(note, words)}</span>
            <IconButton
              icon="locate"
              label={t('noteShow', { name: note.name })}
              onPress={() => actions.show(note)}
            />
            <IconButton
              icon="close"
              label={t('noteRemove', { name: note.name })}
              onPress={() => actions.remove(note.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The figure that a note is for, in words; of an arrow what it is. */
function noteFigure({ kind, shape }: MapNote, { t, language }: I18n): string {
  if (kind === 'arrow') return t('measure_arrow');
  const measured = measureShape(kind, shape);
  if (measured === undefined) return '';
  const { lengthM, areaM2, bearing } = measured;
  const figure =
    kind === 'area'
      ? areaM2 && formatArea(areaM2.ellipsoid, language)
      : kind === 'bearing'
        ? bearing && `${formatNumber(bearing.start, 2, language)}°`
        : formatLength(lengthM.ellipsoid, language, 3);
  return `${t(`measure_${kind}`)} ${figure ?? '–'}`;
}
