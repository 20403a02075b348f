import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { isSameScale, parseScale, ROUND_SCALES } from '../../domain/print/map-scale.ts';
import { Choice } from '../controls/choice.tsx';
import { Field } from '../controls/field.tsx';
import { formatScale } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** The scale of a page's map. */
export type ShownScale = {
  /** The n of 1:n. */
  readonly n: number;
  readonly text: string;
  /** The scale that the user set, where the page cannot have it. */
  readonly missed: number | undefined;
};

/** The map's scale to type or to choose; below it why it is refused, or why the page cannot have it. */
export function ScaleField({
  scale,
  isLocked,
  onScale,
}: {
  readonly scale: ShownScale;
  readonly isLocked: boolean;
  readonly onScale: (n: number) => void;
}): JSX.Element {
  const { t } = useI18n();
  const typed = useSignal<string | undefined>(undefined);
  const isRefused = useSignal(false);
  const take = (): void => {
    const text = typed.value;
    typed.value = undefined;
    if (text === undefined || text.trim() === '' || text === scale.text) return;
    const n = parseScale(text);
    isRefused.value = n === undefined;
    if (n !== undefined) onScale(n);
  };
  const round = ROUND_SCALES.find((n) => isSameScale(n, scale.n));
  return (
    <>
      <Field
        label={t('printScale')}
        layout="row"
        placeholder={t('printScaleHint')}
        value={typed.value ?? scale.text}
        disabled={isLocked}
        error={isRefused.value ? t('printScaleWrong') : undefined}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          isRefused.value = false;
        }}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
        }}
      />
      <Choice
        label={t('printRoundScale')}
        layout="row"
        options={ROUND_SCALES.map((n) => [`${n}`, formatScale(n)] as const)}
        value={round === undefined ? undefined : `${round}`}
        none="–"
        isDisabled={isLocked}
        onChoose={(n) => {
          isRefused.value = false;
          onScale(Number(n));
        }}
      />
      <p class="print-composer__answer" role="status">
        {scale.missed === undefined
          ? ''
          : t('printScaleWide', { typed: formatScale(scale.missed), scale: scale.text })}
      </p>
    </>
  );
}
