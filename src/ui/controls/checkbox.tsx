import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { FieldNotes, type FieldNotesProps, noteIds } from './field.tsx';

/** A box to tick, with its label beside it. */
export type CheckboxProps = FieldNotesProps & {
  /** What is seen beside the box. */
  readonly label: ComponentChildren;
  /** Accessible name, where it says more than the label. */
  readonly name?: string;
  /** Name of a group of which only one can be ticked: makes it a radio button. */
  readonly group?: string | undefined;
  readonly class?: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

/** A choice of yes or no, taken at once. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  const { group, hint, error } = props;
  const id = useId();
  return (
    <>
      <label class={`checkbox ${props.class ?? ''}`.trimEnd()}>
        <input
          type={group === undefined ? 'checkbox' : 'radio'}
          name={group}
          checked={props.isChecked}
          disabled={props.isDisabled}
          aria-label={props.name}
          aria-describedby={noteIds(id, { hint, error })}
          aria-invalid={error === undefined ? undefined : true}
          onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
        />
        {typeof props.label === 'string' ? <span>{props.label}</span> : props.label}
      </label>
      <FieldNotes {...{ id, hint, error }} />
    </>
  );
}
