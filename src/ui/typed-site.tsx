import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { parseCoordinate } from '../domain/coordinate-text.ts';
import type { Position } from '../domain/geometry.ts';
import { rectangle } from '../domain/rectangle.ts';
import type { Site } from '../domain/scenario.ts';
import { useWords } from './words.tsx';

/** A rectangle by numbers: where a mouse is too coarse, or there is none. */
export function TypedSite({
  onAdd,
}: {
  readonly onAdd: (site: Omit<Site, 'id' | 'name'>) => void;
}): JSX.Element {
  const { t } = useWords();
  const centre = useSignal('');
  const [lengthM, widthM, bearing] = [useSignal(400), useSignal(200), useSignal(90)];
  const isRefused = useSignal(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const at = await readPosition(centre.value);
    isRefused.value = at === undefined;
    if (at === undefined) return;
    const shape = rectangle({
      centre: at,
      lengthM: lengthM.value,
      widthM: widthM.value,
      bearing: bearing.value,
    });
    onAdd({ purpose: 'build', shape, widthM: 0, reachM: 0 });
    centre.value = '';
  };
  return (
    <details class="evidence-box">
      <summary>{t('typedSite')}</summary>
      <form onSubmit={submit}>
        <label class="field">
          <span>{t('typedCentre')}</span>
          <input
            class="text-field"
            required
            placeholder="120.2 35.95"
            value={centre.value}
            aria-invalid={isRefused.value}
            aria-describedby={isRefused.value ? 'typed-site-fault' : undefined}
            onInput={({ currentTarget }) => {
              centre.value = currentTarget.value;
            }}
          />
        </label>
        {isRefused.value && (
          <p id="typed-site-fault" role="alert" class="is-loss">
            {t('coordinateFault_unclear')}
          </p>
        )}
        <div class="number-row">
          <NumberField
            label={t('typedLength')}
            value={lengthM.value}
            least={1}
            most={20000}
            onChange={(value) => {
              lengthM.value = value;
            }}
          />
          <NumberField
            label={t('typedWidth')}
            value={widthM.value}
            least={1}
            most={20000}
            onChange={(value) => {
              widthM.value = value;
            }}
          />
          <NumberField
            label={t('typedBearing')}
            value={bearing.value}
            least={0}
            most={360}
            onChange={(value) => {
              bearing.value = value;
            }}
          />
        </div>
        <button type="submit" class="button">
          {t('typedAdd')}
        </button>
      </form>
    </details>
  );
}

/** A number to type; what is no number within its limits goes back to what it was. */
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
        value={value}
        disabled={isDisabled}
        onChange={({ currentTarget }) => {
          const next = currentTarget.valueAsNumber;
          if (next >= least && next <= most) onChange(next);
          else currentTarget.valueAsNumber = value;
        }}
      />
    </label>
  );
}

/** A position from degrees or survey metres; what turns metres into degrees is fetched when needed. */
export async function readPosition(text: string): Promise<Position | undefined> {
  const typed = parseCoordinate(text);
  if (typed?.kind === 'degrees') return typed.position;
  if (typed?.kind !== 'metres') return undefined;
  const { toDegrees } = await import('../domain/gauss-krueger.ts');
  return toDegrees(typed.plane);
}
