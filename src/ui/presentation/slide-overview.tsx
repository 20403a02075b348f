import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import { useI18n } from '../i18n.tsx';
import { viewName } from '../views/default-names.ts';

/** Props of the overview. */
export type SlideOverviewProps = {
  readonly views: readonly SavedView[];
  readonly openNumber: number;
  /** Thumbnails of the views by number, as far as they are drawn. */
  readonly pictures: ReadonlyMap<number, string>;
  /** Reports the place of the picked view, from 0. */
  readonly onPick: (index: number) => void;
};

/** All slides as a grid to choose from; arrows move, Enter picks. */
export function SlideOverview({
  views,
  openNumber,
  pictures,
  onPick,
}: SlideOverviewProps): JSX.Element {
  const { t, language } = useI18n();
  const grid = useRef<HTMLUListElement>(null);
  const buttons = (): readonly HTMLButtonElement[] => [
    ...(grid.current?.querySelectorAll('button') ?? []),
  ];
  useEffect(() => {
    const before = document.activeElement;
    buttons()
      .find((button) => button.ariaCurrent === 'true')
      ?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div
      class="slide-overview"
      role="dialog"
      aria-modal="true"
      aria-label={t('presentationOverview')}
    >
      <ul
        ref={grid}
        onKeyDown={(event) => {
          const to = nextIndex(event.key, buttons(), document.activeElement);
          if (to === undefined) return;
          event.preventDefault();
          buttons()[to]?.focus();
        }}
      >
        {views.map((view, index) => (
          <li key={view.number}>
            <button
              type="button"
              class="slide-overview__view"
              aria-current={view.number === openNumber ? 'true' : undefined}
              onClick={() => onPick(index)}
            >
              <span class="slide-overview__picture">
                {pictures.has(view.number) && <img src={pictures.get(view.number)} alt="" />}
              </span>
              <span class="slide-overview__name">
                <span>{index + 1}</span>{' '}
                {textIn(view.title, language) || viewName(view.number)[language]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The button that an arrow key leads to, by the rows of the grid on the page; undefined for other keys. */
function nextIndex(
  key: string,
  buttons: readonly HTMLElement[],
  focused: Element | null,
): number | undefined {
  const at = buttons.findIndex((button) => button.isSameNode(focused));
  const top = buttons[0]?.offsetTop;
  const columns = Math.max(1, buttons.filter((button) => button.offsetTop === top).length);
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: buttons.length - 1,
  }[key];
  return to === undefined || to < 0 || to >= buttons.length ? undefined : to;
}
