import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

/** A word of help below a control that stays, and why its value is refused. */
export type FieldNotesProps = {
  readonly hint?: string | undefined;
  /** Read out at once. */
  readonly error?: string | undefined;
};

/** What every form control has around it. */
export type FieldFrameProps = FieldNotesProps & {
  readonly label: string;
  /** `row`: the label in a column of its own; `inline`: close to the control; `bare`: only read out. */
  readonly layout?: 'column' | 'row' | 'inline' | 'bare' | undefined;
};

/** The attributes by which a control is tied to its label and its notes. */
export type FramedControl = {
  readonly id: string;
  readonly 'aria-label': string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
};

/** A label, a control, and its notes below. */
export function FieldFrame({
  label,
  layout = 'column',
  hint,
  error,
  children,
}: FieldFrameProps & {
  readonly children: (control: FramedControl) => JSX.Element;
}): JSX.Element {
  const id = useId();
  const isBare = layout === 'bare';
  const control = children({
    id,
    'aria-label': isBare ? label : undefined,
    'aria-describedby': noteIds(id, { hint, error }),
    'aria-invalid': error === undefined ? undefined : true,
  });
  const notes = <FieldNotes {...{ id, hint, error }} />;
  if (isBare)
    return (
      <>
        {control}
        {notes}
      </>
    );
  return (
    <div class={`field field--${layout}`}>
      <label for={id}>{label}</label>
      {control}
      {notes}
    </div>
  );
}

/** Hint and error of the control with an id. */
export function FieldNotes({
  id,
  hint,
  error,
}: FieldNotesProps & { readonly id: string }): JSX.Element {
  return (
    <>
      {hint !== undefined && (
        <small id={`${id}-hint`} class="field__note quiet">
          {hint}
        </small>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} class="field__note is-loss" role="alert">
          {error}
        </p>
      )}
    </>
  );
}

/** Value of `aria-describedby` of the control with an id; undefined without notes. */
export function noteIds(id: string, { hint, error }: FieldNotesProps): string | undefined {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** What a text control takes besides its frame, as HTML names it. */
type TextControl =
  | ('name' | 'lang' | 'value' | 'defaultValue' | 'placeholder' | 'maxLength')
  | ('required' | 'disabled' | 'onInput' | 'onChange' | 'onBlur' | 'onKeyDown');

type InputProps = Pick<JSX.IntrinsicElements['input'], TextControl | 'inputMode'>;

/** A line of text. */
export function Field({
  label,
  layout,
  hint,
  error,
  ...input
}: FieldFrameProps & InputProps): JSX.Element {
  return (
    <FieldFrame {...{ label, layout, hint, error }}>
      {(control) => <input {...input} {...control} class="text-field" />}
    </FieldFrame>
  );
}

type TextAreaProps = Pick<JSX.IntrinsicElements['textarea'], TextControl | 'rows'>;

/** Text of several lines. */
export function TextArea({
  label,
  layout,
  hint,
  error,
  ...area
}: FieldFrameProps & TextAreaProps): JSX.Element {
  return (
    <FieldFrame {...{ label, layout, hint, error }}>
      {(control) => <textarea {...area} {...control} class="text-field" />}
    </FieldFrame>
  );
}
