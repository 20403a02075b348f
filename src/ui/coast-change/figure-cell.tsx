import type { ComponentChildren, JSX } from 'preact';
import type { ChangeFigure } from '../../domain/coast-change/stretches-behind.ts';
import { isSameFigure } from './change-words.ts';

/** How figures lead to the stretches behind them; on paper they do not. */
export type FigureLinks = {
  /** The figure whose stretches are listed. */
  readonly open: ChangeFigure | undefined;
  readonly onOpen: (figure: ChangeFigure) => void;
};

/** A figure that opens its stretches where there are links. */
export function FigureCell({
  figure,
  links,
  class: name,
  label,
  children,
}: {
  readonly figure: ChangeFigure;
  readonly links: FigureLinks | undefined;
  readonly class?: string;
  /** The whole name, where the text is a number alone. */
  readonly label?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  if (links === undefined) return <span class={name}>{children}</span>;
  return (
    <button
      type="button"
      class={name ?? 'change-matrix__cell'}
      aria-label={label}
      aria-expanded={isSameFigure(links.open, figure)}
      onClick={() => links.onOpen(figure)}
    >
      {children}
    </button>
  );
}
