import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { EditableFeature } from '../../domain/feature-edit/feature-edit.ts';
import { Choice } from '../controls/choice.tsx';
import { Field } from '../controls/field.tsx';
import { useI18n } from '../i18n.tsx';
import { type EditField, sharedValue } from './edit-fields.ts';

/** New values by property; null removes the property. */
export type EditedValues = Readonly<Record<string, string | number | null>>;

/** The attributes of the chosen features; only those that the user changes are written, in all of them. */
export function FeatureForm({
  features,
  fields,
  onApply,
}: {
  readonly features: readonly EditableFeature[];
  readonly fields: readonly EditField[];
  readonly onApply: (values: EditedValues) => void;
}): JSX.Element {
  const { t } = useI18n();
  const typed = useSignal<Readonly<Record<string, string>>>({});
  const values = valuesOf(typed.value, fields);
  const names = Object.keys(typed.value);
  const isJudged = names.some((name) => name === 'class' || name === 'confidence');
  const isSourced = names.some(isSource);
  const type = (name: string, value: string): void => {
    const { [name]: _, ...others } = typed.value;
    typed.value = value === sharedValue(features, name) ? others : { ...others, [name]: value };
  };
  return (
    <form
      class="feature-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (values === undefined) return;
        onApply(values);
        typed.value = {};
      }}
    >
      {fields.map((field) => {
        const { name, label } = field;
        const shared = sharedValue(features, name);
        const value = Object.hasOwn(typed.value, name) ? (typed.value[name] ?? '') : (shared ?? '');
        const differs = shared === undefined && !Object.hasOwn(typed.value, name);
        return field.kind === 'choice' ? (
          <Choice
            key={name}
            label={label}
            none={differs ? t('editSeveral') : t('editNoValue')}
            options={field.options}
            value={value === '' ? undefined : value}
            onChoose={(chosen) => type(name, chosen)}
            onNone={() => type(name, '')}
          />
        ) : (
          <Field
            key={name}
            label={label}
            value={value}
            inputMode={field.kind === 'number' ? 'decimal' : 'text'}
            maxLength={MOST_LETTERS}
            placeholder={differs ? t('editSeveral') : ''}
            hint={isSource(name) && isJudged && !isSourced ? t('editSourceHint') : undefined}
            error={isNumber(field, value) ? undefined : t('editNotANumber')}
            onInput={({ currentTarget }) => type(name, currentTarget.value)}
          />
        );
      })}
      <button
        type="submit"
        class="button"
        disabled={values === undefined || Object.keys(values).length === 0}
      >
        {features.length === 1 ? t('apply') : t('editApplyToAll', { count: features.length })}
      </button>
    </form>
  );
}

const MOST_LETTERS = 2000;

function isSource(name: string): boolean {
  return name.startsWith('class_source');
}

function isNumber({ kind }: EditField, value: string): boolean {
  return kind !== 'number' || value.trim() === '' || Number.isFinite(Number(value));
}

/** What is to be written; undefined while something is no number. */
function valuesOf(
  typed: Readonly<Record<string, string>>,
  fields: readonly EditField[],
): EditedValues | undefined {
  const values: Record<string, string | number | null> = {};
  for (const [name, text] of Object.entries(typed)) {
    const field = fields.find((each) => each.name === name);
    if (field === undefined) continue;
    if (!isNumber(field, text)) return undefined;
    const value = text.trim();
    values[name] = value === '' ? null : field.kind === 'number' ? Number(value) : value;
  }
  // Only artificial coast has a use.
  const shoreClass = values['class'];
  if (shoreClass !== undefined && shoreClass !== 'artificial') values['use'] = null;
  // What the user writes stands in both languages, as with a reclassification.
  const source = values['class_source'] ?? values['class_source_zh'];
  if (source !== undefined) {
    values['class_source'] = source;
    values['class_source_zh'] = null;
  }
  return values;
}
