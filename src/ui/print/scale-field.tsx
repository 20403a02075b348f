import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { parseScale } from '../../domain/print/map-scale.ts';
import { Field } from '../controls/field.tsx';
import { useI18n } from '../i18n.tsx';

/** The map's scale to type; below it why it is refused, or that the base map is too small for it. */
export function ScaleField({
  scaleText,
  isLocked,
  onScale,
}: {
  readonly scaleText: string;
  readonly isLocked: boolean;
  readonly onScale: (n: number) => string;
}): JSX.Element {
  const { t } = useI18n();
  const typed = useSignal<string | undefined>(undefined);
  const answer = useSignal('');
  const isRefused = useSignal(false);
  const take = (): void => {
    const text = typed.value;
    typed.value = undefined;
    if (text === undefined || text.trim() === '' || text === scaleText) return;
    const n = parseScale(text);
    isRefused.value = n === undefined;
    if (n === undefined) return;
    const set = onScale(n);
    const isOther = parseScale(set) !== Number(n.toPrecision(3));
    answer.value = isOther ? t('printScaleWide', { scale: set }) : '';
  };
  return (
    <>
      <Field
        label={t('printScale')}
        layout="row"
        placeholder={t('printScaleHint')}
        value={typed.value ?? scaleText}
        disabled={isLocked}
        error={isRefused.value ? t('printScaleWrong') : undefined}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          answer.value = '';
          isRefused.value = false;
        }}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
      <p class="print-composer__answer" role="status">
        {answer.value}
      </p>
    </>
  );
}
