import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import { viewName } from './default-names.ts';

/** What the list of views shows and tells. */
export type ViewListProps = {
  readonly views: readonly SavedView[];
  /** Number of the view that is open. */
  readonly openNumber: number | undefined;
  readonly onOpen: (number: number) => void;
  /** Moves a view to a place, from 0. */
  readonly onMove: (number: number, to: number) => void;
};

/** The part of a row that holds the focus: it keeps it when the row moves. */
type RowPart = 'name' | 'up' | 'down';

/** The views in the order of showing; moved by buttons, by Alt and arrows, or dragged. The open one holds `children`. */
export function ViewList({
  children,
  ...props
}: ViewListProps & { readonly children?: ComponentChildren }): JSX.Element {
  const { t } = useI18n();
  const dragged = useSignal<number | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<readonly [number: number, part: RowPart] | undefined>(undefined);
  // A row that is put elsewhere in the page loses the focus, and so does a button that ends at an end.
  useEffect(() => {
    if (moved.current === undefined) return;
    const [number, part] = moved.current;
    moved.current = undefined;
    const row = list.current?.querySelector(`[data-view="${number}"]`);
    const button = row?.querySelector<HTMLElement>(`[data-part="${part}"]:enabled`);
    (button ?? row?.querySelector<HTMLElement>('[data-part="name"]'))?.focus();
  });
  // The whole of the open view, not its row alone.
  useEffect(() => {
    const open = list.current?.querySelector(`[data-view="${props.openNumber}"]`);
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [props.openNumber]);
  const move = (number: number, to: number, part: RowPart): void => {
    if (to < 0 || to >= props.views.length) return;
    moved.current = [number, part];
    props.onMove(number, to);
  };
  return (
    <ol ref={list} class="views" aria-label={t('viewListCaption')}>
      {props.views.map((view, index) => (
        <li
          key={view.number}
          data-view={view.number}
          class={dragged.value === view.number ? 'is-dragged' : undefined}
          onDragOver={(event) => {
            if (dragged.value !== undefined) event.preventDefault();
          }}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged.value !== undefined) props.onMove(dragged.value, index);
            dragged.value = undefined;
          }}
        >
          <ViewRow
            {...props}
            view={view}
            index={index}
            onMoveTo={(to, part) => move(view.number, to, part)}
            onDrag={(isDragged) => {
              dragged.value = isDragged ? view.number : undefined;
            }}
          />
          {view.number === props.openNumber && children}
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
  onMoveTo,
  onDrag,
}: ViewListProps & {
  readonly view: SavedView;
  readonly index: number;
  readonly onMoveTo: (to: number, part: RowPart) => void;
  readonly onDrag: (isDragged: boolean) => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const isOpen = view.number === openNumber;
  const title = textIn(view.title, language) || viewName(view.number)[language];
  const caption = textIn(view.caption, language);
  return (
    // The row alone is dragged: in the open view below it text is picked with the mouse.
    // biome-ignore lint/a11y/noStaticElementInteractions: buttons, and Alt with arrows, do the same.
    <div
      class={`view-row${isOpen ? ' is-selected' : ''}`}
      draggable
      onDragStart={(event) => {
        // Firefox drags nothing that carries no data.
        event.dataTransfer?.setData('text/plain', title);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <button
        type="button"
        class="view-row__name"
        data-part="name"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(view.number)}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          onMoveTo(index + (event.key === 'ArrowUp' ? -1 : 1), 'name');
        }}
      >
        <span class="view-row__number">{index + 1}</span>
        <span class="view-row__words">
          <b>{title}</b>
          {caption !== '' && !isOpen && <small class="quiet">{caption}</small>}
        </span>
      </button>
      <span class="view-row__moves">
        <button
          type="button"
          class="icon-button"
          data-part="up"
          aria-label={t('viewUp', { title })}
          disabled={index === 0}
          onClick={() => onMoveTo(index - 1, 'up')}
        >
          <Icon name="chevron-up" />
        </button>
        <button
          type="button"
          class="icon-button"
          data-part="down"
          aria-label={t('viewDown', { title })}
          disabled={index === views.length - 1}
          onClick={() => onMoveTo(index + 1, 'down')}
        >
          <Icon name="chevron-down" />
        </button>
      </span>
    </div>
  );
}
