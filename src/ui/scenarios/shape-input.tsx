import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { readPositions } from '../../domain/coordinates/read-position.ts';
import { SITE_PURPOSES, type Site } from '../../domain/scenarios/scenario.ts';
import { Choice } from '../controls/choice.tsx';
import { TextArea } from '../controls/field.tsx';
import { describeCoordinateFault, examplePositions } from '../describe-coordinate.ts';
import { useI18n } from '../i18n.tsx';
import { usePlanFrame } from '../plan-frame.ts';
import { shapeOf } from './coordinate-list-input.tsx';
import { DEFAULT_BUFFER_M, PurposeChoice } from './rectangle-input.tsx';

/** Default width of a typed line, in metres. */
const DEFAULT_WIDTH_M = 40;

/** An area or a line of any shape, one position a line: drawing without a mouse. */
export function ShapeInput({
  onAdd,
}: {
  readonly onAdd: (site: Omit<Site, 'id' | 'name'>) => void;
}): JSX.Element {
  const words = useI18n();
  const frame = usePlanFrame();
  const { t } = words;
  const fault = useSignal<string | undefined>(undefined);
  const added = useSignal<string | undefined>(undefined);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (!(form instanceof HTMLFormElement)) return;
    const given = new FormData(form);
    const isArea = given.get('kind') === 'area';
    const read = await readPositions(String(given.get('points')), frame);
    const shape = read.kind === 'positions' ? shapeOf(isArea, read.positions) : undefined;
    added.value = undefined;
    fault.value =
      read.kind === 'fault'
        ? t('measureFault', {
            number: read.line,
            reason: describeCoordinateFault(read.fault, frame, words),
          })
        : shape === undefined
          ? t('typedTooFew')
          : undefined;
    if (read.kind === 'fault' || shape === undefined) return;
    const purpose = SITE_PURPOSES.find((choice) => choice === given.get('purpose')) ?? 'build';
    onAdd({
      purpose,
      shape,
      widthM: isArea ? 0 : DEFAULT_WIDTH_M,
      bufferM: DEFAULT_BUFFER_M[purpose],
    });
    form.reset();
    added.value = t('readAs', { system: read.systems.join(', ') });
  };
  return (
    <details class="evidence-box">
      <summary>{t('typedShape')}</summary>
      <form onSubmit={(event) => void submit(event)}>
        <div class="number-row">
          <Choice
            name="kind"
            label={t('typedKind')}
            options={(['area', 'line'] as const).map((kind) => [kind, t(`typedKind_${kind}`)])}
          />
          <PurposeChoice />
        </div>
        <TextArea
          name="points"
          label={t('typedShape')}
          layout="bare"
          rows={5}
          required
          placeholder={examplePositions(frame, 3)}
          error={fault.value}
        />
        {added.value !== undefined && (
          <p role="status" class="quiet">
            {added.value}
          </p>
        )}
        <button type="submit" class="button">
          {t('typedShapeAdd')}
        </button>
      </form>
    </details>
  );
}
