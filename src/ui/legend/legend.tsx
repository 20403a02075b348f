import type { ComponentChildren, JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** Props of the legend's frame. */
export type LegendProps = {
  readonly isOpen: boolean;
  /** Whether it would cover the selected feature: its head then counts as covering the map. */
  readonly isMoved: boolean;
  /** The symbols, also while it is folded: the map's content is then there as text. */
  readonly children: ComponentChildren;
  readonly onToggle: (isOpen: boolean) => void;
};

/** The legend of the map, folded or open. */
export function Legend({ isOpen, isMoved, children, onToggle }: LegendProps): JSX.Element {
  const { t } = useI18n();
  return (
    <details
      class="legend"
      open={isOpen}
      data-covers={isMoved && !isOpen ? 'below' : undefined}
      // The browser reports every change: those that the app did not make are the user's.
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) onToggle(currentTarget.open);
      }}
    >
      <summary>{t('legend')}</summary>
      {children}
    </details>
  );
}
