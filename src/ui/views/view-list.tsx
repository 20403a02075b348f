import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import { viewName } from './default-names.ts';

/** Props of the list of views. */
export type ViewListProps = {
  readonly views: readonly SavedView[];
  /** Number of the view that is open. */
  readonly openNumber: number | undefined;
  readonly onOpen: (number: number) => void;
  /** Moves a view to a place, from 0. */
  readonly onMove: (number: number, to: number) => void;
};

/** The part of a row that has the focus, and keeps it when the row moves. */
type RowPart = 'name' | 'up' | 'down';

/** The views in their order; moved by buttons, by Alt with arrows, or dragged. The open one contains `children`. */
export function ViewList({
  children,
  ...props
}: ViewListProps & { readonly children?: ComponentChildren }): JSX.Element {
  const { t } = useI18n();
  const dragged = useSignal<number | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<readonly [number: number, part: RowPart] | undefined>(undefined);
  // A row loses the focus when it is moved in the page, and so does a button that becomes disabled.
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
            view={view}
            index={index}
            isOpen={view.number === props.openNumber}
            isLast={index === props.views.length - 1}
            onOpen={props.onOpen}
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
  isOpen,
  isLast,
  onOpen,
  onMoveTo,
  onDrag,
}: {
  readonly view: SavedView;
  readonly index: number;
  readonly isOpen: boolean;
  readonly isLast: boolean;
  readonly onOpen: (number: number) => void;
  readonly onMoveTo: (to: number, part: RowPart) => void;
  readonly onDrag: (isDragged: boolean) => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const title = textIn(view.title, language) || viewName(view.number)[language];
  const caption = textIn(view.caption, language);
  return (
    // Only the row can be dragged: text in the open view below it is selected with the mouse.
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
        <IconButton
          icon="chevron-up"
          label={t('viewUp', { title })}
          part="up"
          isDisabled={index === 0}
          onPress={() => onMoveTo(index - 1, 'up')}
        />
        <IconButton
          icon="chevron-down"
          label={t('viewDown', { title })}
          part="down"
          isDisabled={isLast}
          onPress={() => onMoveTo(index + 1, 'down')}
        />
      </span>
    </div>
  );
}
