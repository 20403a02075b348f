import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import {
  COASTLINE_CLASSES,
  CONFIDENCES,
  type CoastlineClass,
  type CoastlineSegment,
  type Confidence,
} from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { useI18n } from '../i18n.tsx';

/** What a person says about segments that they judge otherwise. */
export type Judgement = {
  readonly segmentIds: readonly string[];
  readonly class?: CoastlineClass;
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
  const reason = useSignal('');
  const chosenClass = shoreClass.value ?? only?.class;
  const chosenConfidence = confidence.value ?? only?.confidence;
  const isChange = shoreClass.value !== undefined || confidence.value !== undefined;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isChange) return;
    onReclassify({
      segmentIds: segments.map(({ id }) => id),
      ...(shoreClass.value !== undefined && { class: shoreClass.value }),
      ...(confidence.value !== undefined && { confidence: confidence.value }),
      reason: reason.value.trim(),
    });
    shoreClass.value = undefined;
    confidence.value = undefined;
    reason.value = '';
  };
  return (
    <form class="reclassify" onSubmit={submit}>
      <h3>
        {only === undefined ? t('reclassifyMany', { count: segments.length }) : t('reclassify')}
      </h3>
      <label class="field">
        <span>{t('class')}</span>
        <select
          class="text-field"
          value={chosenClass ?? ''}
          onChange={({ currentTarget }) => {
            const chosen = COASTLINE_CLASSES.find((name) => name === currentTarget.value);
            shoreClass.value = chosen === only?.class ? undefined : chosen;
          }}
        >
          {chosenClass === undefined && <option value="">{t('unchanged')}</option>}
          {COASTLINE_CLASSES.map((name) => (
            <option key={name} value={name}>
              {COASTLINE_SYMBOLS[name].label[language]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t('confidence')}</span>
        <select
          class="text-field"
          value={chosenConfidence ?? ''}
          onChange={({ currentTarget }) => {
            const chosen = CONFIDENCES.find((name) => name === currentTarget.value);
            confidence.value = chosen === only?.confidence ? undefined : chosen;
          }}
        >
          {chosenConfidence === undefined && <option value="">{t('unchanged')}</option>}
          {CONFIDENCES.map((name) => (
            <option key={name} value={name}>
              {t(`confidence_${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t('reason')}</span>
        <input
          class="text-field"
          required
          maxLength={300}
          value={reason.value}
          placeholder={t('reasonExample')}
          onInput={({ currentTarget }) => {
            reason.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="button" disabled={!isChange || reason.value.trim() === ''}>
        {t('apply')}
      </button>
    </form>
  );
}
