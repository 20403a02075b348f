import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import {
  COASTLINE_CLASSES,
  COASTLINE_USES,
  CONFIDENCES,
  type CoastlineClass,
  type CoastlineSegment,
  type CoastlineUse,
  type Confidence,
} from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { Choice } from '../controls/choice.tsx';
import { Field } from '../controls/field.tsx';
import { useI18n } from '../i18n.tsx';

/** Another class or confidence for segments, and the user's reason. */
export type Judgement = {
  readonly segmentIds: readonly string[];
  readonly class?: CoastlineClass;
  /** What coast is used for that becomes artificial. */
  readonly use?: CoastlineUse;
  readonly confidence?: Confidence;
  readonly reason: string;
};

/** Gives one or several stretches another class or confidence, with a reason. */
export function ReclassifyForm({
  segments,
  onReclassify,
}: {
  readonly segments: readonly CoastlineSegment[];
  readonly onReclassify: (judgement: Judgement) => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const [only] = segments.length === 1 ? segments : [];
  const shoreClass = useSignal<CoastlineClass | undefined>(undefined);
  const confidence = useSignal<Confidence | undefined>(undefined);
  const use = useSignal<CoastlineUse | undefined>(undefined);
  const reason = useSignal('');
  const chosenClass = shoreClass.value ?? only?.class;
  const chosenConfidence = confidence.value ?? only?.confidence;
  const isChange = shoreClass.value !== undefined || confidence.value !== undefined;
  // Artificial coast without a use is a gap that `validate` tells.
  const asksUse = shoreClass.value === 'artificial';
  const isReady = isChange && (!asksUse || use.value !== undefined) && reason.value.trim() !== '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    onReclassify({
      segmentIds: segments.map(({ id }) => id),
      ...(shoreClass.value !== undefined && { class: shoreClass.value }),
      ...(asksUse && use.value !== undefined && { use: use.value }),
      ...(confidence.value !== undefined && { confidence: confidence.value }),
      reason: reason.value.trim(),
    });
    shoreClass.value = undefined;
    confidence.value = undefined;
    use.value = undefined;
    reason.value = '';
  };
  return (
    <form class="reclassify" onSubmit={submit}>
      <Choice
        label={t('class')}
        none={chosenClass === undefined ? t('unchanged') : undefined}
        options={COASTLINE_CLASSES.map(
          (name) => [name, COASTLINE_SYMBOLS[name].label[language]] as const,
        )}
        value={chosenClass}
        onChoose={(chosen) => {
          shoreClass.value = chosen === only?.class ? undefined : chosen;
        }}
      />
      {asksUse && (
        <Choice
          label={t('use')}
          none={use.value === undefined ? t('useChoose') : undefined}
          options={COASTLINE_USES.map((name) => [name, t(`use_${name}`)] as const)}
          value={use.value}
          onChoose={(chosen) => {
            use.value = chosen;
          }}
        />
      )}
      <Choice
        label={t('confidence')}
        none={chosenConfidence === undefined ? t('unchanged') : undefined}
        options={CONFIDENCES.map((name) => [name, t(`confidence_${name}`)] as const)}
        value={chosenConfidence}
        onChoose={(chosen) => {
          confidence.value = chosen === only?.confidence ? undefined : chosen;
        }}
      />
      <Field
        label={t('reason')}
        required
        maxLength={300}
        value={reason.value}
        placeholder={t('reasonExample')}
        onInput={({ currentTarget }) => {
          reason.value = currentTarget.value;
        }}
      />
      <button type="submit" class="button" disabled={!isReady}>
        {t('apply')}
      </button>
    </form>
  );
}
