import type { JSX } from 'preact';
import { FieldFrame, type FieldFrameProps } from './field.tsx';

/** A number between limits. */
export type NumberFieldProps = FieldFrameProps & {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** How far the arrows of the field go. */
  readonly step?: number;
  readonly unit?: string;
  /** Name within a form, which then requires the number. */
  readonly name?: string;
  readonly isDisabled?: boolean;
  /** A number beyond the limits is replaced by the last value; otherwise it stays, and the browser says why it is refused. */
  readonly isRestored?: boolean;
  readonly onChange?: (value: number) => void;
};

/** A number to type, taken when the field is left. */
export function NumberField({
  label,
  layout,
  hint,
  error,
  ...number
}: NumberFieldProps): JSX.Element {
  const { value, unit, name, onChange } = number;
  const take = (input: HTMLInputElement): void => {
    const { valueAsNumber: typed, validity } = input;
    const isWithin = typed >= number.least && typed <= number.most;
    if (isWithin && (validity.valid || number.isRestored === true)) onChange?.(typed);
    else if (number.isRestored === true) input.value = String(value);
    else input.reportValidity();
  };
  return (
    <FieldFrame {...{ label, layout, hint, error }}>
      {(control) => (
        <span class="field__number">
          <input
            // Not `value`: figures that arrive while the user types would overwrite the number.
            key={value}
            {...control}
            type="number"
            name={name}
            class="text-field text-field--short"
            required={name !== undefined}
            min={number.least}
            max={number.most}
            step={number.step ?? 'any'}
            defaultValue={String(value)}
            disabled={number.isDisabled}
            onChange={({ currentTarget }) => take(currentTarget)}
          />
          {unit !== undefined && <span aria-hidden="true">{unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}

/** Props of a number that may be left out. */
export type OptionalNumberFieldProps = Pick<
  NumberFieldProps,
  'label' | 'layout' | 'hint' | 'least' | 'most' | 'step' | 'isDisabled'
> & {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
};

/** A number to type or to leave out, taken when the field is left; the browser says why another one is refused. */
export function OptionalNumberField({
  label,
  layout,
  hint,
  ...number
}: OptionalNumberFieldProps): JSX.Element {
  const { value, onChange } = number;
  return (
    <FieldFrame {...{ label, layout, hint }}>
      {(control) => (
        <input
          key={value}
          {...control}
          type="number"
          class="text-field text-field--short"
          min={number.least}
          max={number.most}
          step={number.step ?? 'any'}
          defaultValue={value === undefined ? '' : String(value)}
          disabled={number.isDisabled}
          onChange={({ currentTarget: input }) => {
            if (!input.reportValidity()) return;
            onChange(input.value === '' ? undefined : input.valueAsNumber);
          }}
        />
      )}
    </FieldFrame>
  );
}
