import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type SavedView, textIn } from '../domain/saved-view.ts';
import { viewName } from './first-names.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** What the list of views shows and tells. */
export type ViewListProps = {
  readonly views: readonly SavedView[];
  /** Number of the view that is open. */
  readonly openNumber: number | undefined;
  readonly onOpen: (number: number) => void;
  /** Moves a view to a place, from 0. */
  readonly onMove: (number: number, to: number) => void;
};

/** The views in the order of showing; moved by buttons, by Alt and arrows, or dragged. */
export function ViewList(props: ViewListProps): JSX.Element {
  const { t } = useWords();
  const dragged = useSignal<number | undefined>(undefined);
  return (
    <ol class="views" aria-label={t('viewListCaption')}>
      {props.views.map((view, index) => (
        <li
          key={view.number}
          class={`view-row${view.number === props.openNumber ? ' is-selected' : ''}`}
          draggable
          onDragStart={() => {
            dragged.value = view.number;
          }}
          onDragOver={(event) => {
            if (dragged.value !== undefined) event.preventDefault();
          }}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged.value !== undefined) props.onMove(dragged.value, index);
            dragged.value = undefined;
          }}
        >
          <ViewRow {...props} view={view} index={index} />
        </li>
      ))}
    </ol>
  );
}

function ViewRow({
  view,
  index,
  views,
  openNumber,
  onOpen,
  onMove,
}: ViewListProps & { readonly view: SavedView; readonly index: number }): JSX.Element {
  const { t, language } = useWords();
  const title = textIn(view.title, language) || viewName(view.number)[language];
  const caption = textIn(view.caption, language);
  const move = (to: number): void => {
    if (to >= 0 && to < views.length) onMove(view.number, to);
  };
  return (
    <>
      <button
        type="button"
        class="view-row__name"
        aria-current={view.number === openNumber ? 'true' : undefined}
        onClick={() => onOpen(view.number)}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          move(index + (event.key === 'ArrowUp' ? -1 : 1));
        }}
      >
        <span class="view-row__number">{index + 1}</span>
        <span class="view-row__words">
          <b>{title}</b>
          {caption !== '' && <small class="quiet">{caption}</small>}
        </span>
      </button>
      <span class="view-row__moves">
        <button
          type="button"
          class="icon-button"
          aria-label={t('viewUp', { title })}
          disabled={index === 0}
          onClick={() => move(index - 1)}
        >
          <Icon name="chevron-up" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t('viewDown', { title })}
          disabled={index === views.length - 1}
          onClick={() => move(index + 1)}
        >
          <Icon name="chevron-down" />
        </button>
      </span>
    </>
  );
}
