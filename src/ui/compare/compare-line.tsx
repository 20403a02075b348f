import type { JSX } from 'preact';
import { LEAST_SHARE } from '../../domain/views/choose-side.ts';
import { formatPercent } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** Props of the line between two sides. */
export type CompareLineProps = {
  /** The names of the sides, left first. */
  readonly names: readonly [string, string];
  /** From 0, all of the right one, to 1, all of the left one. */
  readonly split: number;
  readonly isSideBySide: boolean;
  readonly onSplit: (share: number) => void;
};

/** The line between the sides, with the handle that moves it. */
export function CompareLine({
  names: [left, right],
  split,
  isSideBySide,
  onSplit,
}: CompareLineProps): JSX.Element {
  const { t, language } = useI18n();
  const names = { left, right };
  const [low, high] = isSideBySide ? [LEAST_SHARE, 1 - LEAST_SHARE] : [0, 1];
  return (
    <>
      <span class="compare__line" aria-hidden="true" />
      <input
        type="range"
        class="compare__handle"
        aria-label={t(isSideBySide ? 'compareShares' : 'swipeBetween', names)}
        aria-valuetext={t('compareShare', { ...names, share: formatPercent(split, 0, language) })}
        min={low}
        max={high}
        step={0.01}
        value={split}
        onInput={({ currentTarget }) => onSplit(currentTarget.valueAsNumber)}
      />
    </>
  );
}
