import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useI18n } from '../i18n.tsx';

/** Props of the legend's frame. */
export type LegendProps = {
  readonly isOpen: boolean;
  /** Whether it would cover the selected feature: its head then counts as covering the map. */
  readonly isMoved: boolean;
  /** The symbols; in the page from the first opening on. The Layers panel has their words before that. */
  readonly children: ComponentChildren;
  readonly onToggle: (isOpen: boolean) => void;
};

/** The legend of the map, folded or open. */
export function Legend({ isOpen, isMoved, children, onToggle }: LegendProps): JSX.Element {
  const { t } = useI18n();
  const wasOpened = useRef(false);
  if (isOpen) wasOpened.current = true;
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
      {wasOpened.current && children}
    </details>
  );
}
