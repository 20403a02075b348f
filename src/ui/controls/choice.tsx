import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Checkbox } from './checkbox.tsx';
import { FieldFrame, type FieldFrameProps, FieldNotes, noteIds } from './field.tsx';

/** One of several values. */
export type ChoiceProps<T extends string> = FieldFrameProps & {
  /** A list that opens (by default), radio buttons, or radio buttons side by side that look like one button. */
  readonly as?: 'list' | 'radios' | 'segments';
  readonly options: readonly (readonly [value: T, name: string])[];
  /** Undefined while none is chosen, and where a form holds the value. */
  readonly value?: T | undefined;
  /** Name of the list within a form. */
  readonly name?: string;
  /** Name of the option of a list that chooses nothing. */
  readonly none?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onChoose?: (value: T) => void;
  readonly onNone?: () => void;
};

/** Chooses one of several values. */
export function Choice<T extends string>({ as, ...props }: ChoiceProps<T>): JSX.Element {
  if (as === 'radios') return <Radios {...props} />;
  return as === 'segments' ? <Segments {...props} /> : <List {...props} />;
}

type ShapeProps<T extends string> = Omit<ChoiceProps<T>, 'as'>;

function List<T extends string>({
  label,
  layout,
  hint,
  error,
  ...list
}: ShapeProps<T>): JSX.Element {
  const { options, value, none } = list;
  const take = (select: HTMLSelectElement): void => {
    const [chosen] = options.find(([option]) => option === select.value) ?? [];
    // A list that starts something shows none again: what was chosen may be chosen once more.
    if (value === undefined && none !== undefined) select.value = '';
    if (chosen === undefined) list.onNone?.();
    else list.onChoose?.(chosen);
  };
  return (
    <FieldFrame {...{ label, layout, hint, error }}>
      {(control) => (
        <select
          {...control}
          {...(list.onChoose !== undefined && { value: value ?? '' })}
          name={list.name}
          class="text-field"
          disabled={list.isDisabled}
          onChange={({ currentTarget }) => take(currentTarget)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

function Radios<T extends string>(props: ShapeProps<T>): JSX.Element {
  const { label, layout, hint, error } = props;
  const id = useId();
  return (
    <fieldset class={`radios radios--${layout}`} aria-describedby={noteIds(id, { hint, error })}>
      <legend class={layout === 'bare' ? 'visually-hidden' : 'radios__label'}>{label}</legend>
      <div class="radios__options">
        {props.options.map(([option, name]) => (
          <Checkbox
            key={option}
            label={name}
            group={id}
            isChecked={option === props.value}
            isDisabled={props.isDisabled === true}
            onChange={() => props.onChoose?.(option)}
          />
        ))}
      </div>
      <FieldNotes {...{ id, hint, error }} />
    </fieldset>
  );
}

function Segments<T extends string>(props: ShapeProps<T>): JSX.Element {
  const { hint, error } = props;
  const id = useId();
  return (
    <>
      <div
        class="segmented"
        role="radiogroup"
        aria-label={props.label}
        aria-describedby={noteIds(id, { hint, error })}
      >
        {props.options.map(([option, name]) => (
          <label key={option} class="segmented__choice segmented__choice--text">
            <input
              type="radio"
              name={id}
              checked={option === props.value}
              disabled={props.isDisabled}
              onChange={() => props.onChoose?.(option)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <FieldNotes {...{ id, hint, error }} />
    </>
  );
}
