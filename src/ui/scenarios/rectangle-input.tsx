import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { readPosition } from '../../domain/coordinates/read-position.ts';
import { rectangle } from '../../domain/geometry/rectangle.ts';
import { SITE_PURPOSES, type Site, type SitePurpose } from '../../domain/scenarios/scenario.ts';
import { Choice } from '../controls/choice.tsx';
import { Field } from '../controls/field.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { coordinateExamples, describeCoordinateFault } from '../describe-coordinate.ts';
import { formatPosition } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { usePlanFrame } from '../plan-frame.ts';

/** Default buffer of a typed site, in metres. */
export const DEFAULT_BUFFER_M: Readonly<Record<SitePurpose, number>> = { build: 0, restore: 50 };

/** A rectangular site by numbers: for exact sites, and for users without a mouse. */
export function RectangleInput({
  onAdd,
}: {
  readonly onAdd: (site: Omit<Site, 'id' | 'name'>) => void;
}): JSX.Element {
  const words = useI18n();
  const frame = usePlanFrame();
  const examples = coordinateExamples(frame);
  const { t } = words;
  const fault = useSignal<string | undefined>(undefined);
  const added = useSignal<string | undefined>(undefined);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (!(form instanceof HTMLFormElement)) return;
    const given = new FormData(form);
    const number = (name: string): number => Number(given.get(name));
    const centre = await readPosition(String(given.get('centre')), frame);
    fault.value =
      centre.kind === 'fault' ? describeCoordinateFault(centre, frame, words) : undefined;
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
        <Field
          name="centre"
          label={t('typedCentre', examples)}
          required
          placeholder={examples.pair}
          error={fault.value}
        />
        {added.value !== undefined && (
          <p role="status" class="quiet">
            {added.value}
          </p>
        )}
        <div class="number-row">
          <NumberField name="length" label={t('typedLength')} value={400} least={1} most={20000} />
          <NumberField name="width" label={t('typedWidth')} value={200} least={1} most={20000} />
          <NumberField name="bearing" label={t('typedBearing')} value={90} least={0} most={360} />
        </div>
        <p class="quiet">{t('typedLimits')}</p>
        <PurposeChoice />
        <button type="submit" class="button">
          {t('typedAdd')}
        </button>
      </form>
    </details>
  );
}

/** The purpose of a typed site, as part of its form. */
export function PurposeChoice(): JSX.Element {
  const { t } = useI18n();
  return (
    <Choice
      name="purpose"
      label={t('purpose')}
      options={SITE_PURPOSES.map((purpose) => [purpose, t(`purpose_${purpose}`)] as const)}
    />
  );
}
