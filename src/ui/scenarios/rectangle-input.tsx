import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { readPosition } from '../../domain/coordinates/read-position.ts';
import { rectangle } from '../../domain/geometry/rectangle.ts';
import { SITE_PURPOSES, type Site, type SitePurpose } from '../../domain/scenarios/scenario.ts';
import { describeCoordinateFault } from '../describe-coordinate.ts';
import { formatPosition } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** How far coast may lie from what was typed and still be meant, in metres, until somebody says. */
export const DEFAULT_BUFFER_M: Readonly<Record<SitePurpose, number>> = { build: 0, restore: 50 };

/** A rectangle by numbers: where a mouse is too coarse, or there is none. */
export function RectangleInput({
  onAdd,
}: {
  readonly onAdd: (site: Omit<Site, 'id' | 'name'>) => void;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const fault = useSignal<string | undefined>(undefined);
  const added = useSignal<string | undefined>(undefined);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (!(form instanceof HTMLFormElement)) return;
    const given = new FormData(form);
    const number = (name: string): number => Number(given.get(name));
    const centre = await readPosition(String(given.get('centre')));
    fault.value = centre.kind === 'fault' ? describeCoordinateFault(centre, words) : undefined;
    added.value = undefined;
    if (centre.kind === 'fault') return;
    const { at, system } = centre;
    const sides = { lengthM: number('length'), widthM: number('width') };
    const shape = rectangle({ centre: at, ...sides, bearing: number('bearing') });
    const purpose = SITE_PURPOSES.find((choice) => choice === given.get('purpose')) ?? 'build';
    onAdd({ purpose, shape, widthM: 0, bufferM: DEFAULT_BUFFER_M[purpose] });
    form.reset();
    added.value = `${formatPosition(at, words.language)} · ${t('readAs', { system })}`;
  };
  return (
    <details class="evidence-box">
      <summary>{t('typedSite')}</summary>
      <form onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span>{t('typedCentre')}</span>
          <input
            name="centre"
            class="text-field"
            required
            placeholder="120.2 35.95"
            aria-invalid={fault.value !== undefined}
            aria-describedby={fault.value === undefined ? undefined : 'typed-site-fault'}
          />
        </label>
        {fault.value !== undefined && (
          <p id="typed-site-fault" role="alert" class="is-loss">
            {fault.value}
          </p>
        )}
        {added.value !== undefined && (
          <p role="status" class="quiet">
            {added.value}
          </p>
        )}
        <div class="number-row">
          <TypedNumber name="length" label={t('typedLength')} first={400} least={1} most={20000} />
          <TypedNumber name="width" label={t('typedWidth')} first={200} least={1} most={20000} />
          <TypedNumber name="bearing" label={t('typedBearing')} first={90} least={0} most={360} />
        </div>
        <p class="quiet">{t('typedLimits')}</p>
        <label class="field">
          <span>{t('purpose')}</span>
          <select name="purpose" class="text-field">
            {SITE_PURPOSES.map((purpose) => (
              <option key={purpose} value={purpose}>
                {t(`purpose_${purpose}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button">
          {t('typedAdd')}
        </button>
      </form>
    </details>
  );
}

/** A number of a form: the browser refuses to send one beyond its limits, and says so. */
function TypedNumber({
  name,
  label,
  first,
  least,
  most,
}: {
  readonly name: string;
  readonly label: string;
  readonly first: number;
  readonly least: number;
  readonly most: number;
}): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        name={name}
        class="text-field text-field--short"
        required
        min={least}
        max={most}
        step="any"
        defaultValue={String(first)}
      />
    </label>
  );
}

/** A number to type that counts as soon as it is left; one beyond its limits is refused, and the browser says so. */
export function NumberField({
  label,
  value,
  least,
  most,
  isDisabled = false,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        class="text-field text-field--short"
        min={least}
        max={most}
        step="any"
        // Not `value`: figures that arrive while somebody types would write over it.
        key={value}
        defaultValue={String(value)}
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          if (currentTarget.reportValidity() && currentTarget.value !== '')
            onChange(currentTarget.valueAsNumber);
        }}
      />
    </label>
  );
}
