import type { ComponentChildren, JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** What frames a legend. */
export type LegendProps = {
  readonly isOpen: boolean;
  /** Whether it stands in the way of what is picked: its head then counts as covering the map. */
  readonly isMoved: boolean;
  /** The signs, in the page also while it is folded: what the map says is there as text. */
  readonly children: ComponentChildren;
  readonly onToggle: (isOpen: boolean) => void;
};

/** What the signs on the map mean, folded or open. */
export function Legend({ isOpen, isMoved, children, onToggle }: LegendProps): JSX.Element {
  const { t } = useI18n();
  return (
    <details
      class="legend"
      open={isOpen}
      data-covers={isMoved && !isOpen ? 'below' : undefined}
      // The browser tells of every change: only one that is not ours is a person's.
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) onToggle(currentTarget.open);
      }}
    >
      <summary>{t('legend')}</summary>
      {children}
    </details>
  );
}
