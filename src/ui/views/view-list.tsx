import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import { viewName } from './default-names.ts';
import { ViewListBar } from './view-list-bar.tsx';

/** Props of the list of views. */
export type ViewListProps = {
  readonly views: readonly SavedView[];
  /** Number of the view that is open. */
  readonly openNumber: number | undefined;
  readonly onOpen: (number: number) => void;
  /** Moves a view to a place, from 0. */
  readonly onMove: (number: number, to: number) => void;
  /** Moves several views, in their order, before the one at a place, from 0. */
  readonly onMoveAll: (numbers: ReadonlySet<number>, to: number) => void;
  readonly onRemoveAll: (numbers: ReadonlySet<number>) => void;
  /** Pictures by view number, as far as they are drawn; undefined while none are wanted. */
  readonly pictures: ReadonlyMap<number, string> | undefined;
  readonly onShowPictures: (isOn: boolean) => void;
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
  const picked = useSignal<ReadonlySet<number> | undefined>(undefined);
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
  const chosen = props.views.filter(({ number }) => picked.value?.has(number));
  const numbers = new Set(chosen.map(({ number }) => number));
  const placeOf = (view: SavedView | undefined): number =>
    view === undefined ? 0 : props.views.indexOf(view);
  return (
    <>
      {props.views.length > 0 && (
        <ViewListBar
          hasPictures={props.pictures !== undefined}
          onShowPictures={props.onShowPictures}
          isPicking={picked.value !== undefined}
          onPick={(isOn) => {
            picked.value = isOn ? new Set() : undefined;
          }}
          count={chosen.length}
          onMoveUp={() => props.onMoveAll(numbers, placeOf(chosen[0]) - 1)}
          onMoveDown={() => props.onMoveAll(numbers, placeOf(chosen.at(-1)) + 2)}
          onRemove={() => {
            props.onRemoveAll(numbers);
            picked.value = new Set();
          }}
        />
      )}
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
              const from = dragged.value;
              if (from !== undefined && numbers.has(from)) props.onMoveAll(numbers, index);
              else if (from !== undefined) props.onMove(from, index);
              dragged.value = undefined;
            }}
          >
            <ViewRow
              view={view}
              index={index}
              isOpen={view.number === props.openNumber}
              isLast={index === props.views.length - 1}
              picture={props.pictures?.get(view.number)}
              isPicked={picked.value?.has(view.number)}
              onPick={(isPicked) => {
                const next = new Set(picked.peek());
                if (isPicked) next.add(view.number);
                else next.delete(view.number);
                picked.value = next;
              }}
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
    </>
  );
}

function ViewRow({
  view,
  index,
  isOpen,
  isLast,
  picture,
  isPicked,
  onPick,
  onOpen,
  onMoveTo,
  onDrag,
}: {
  readonly view: SavedView;
  readonly index: number;
  readonly isOpen: boolean;
  readonly isLast: boolean;
  readonly picture: string | undefined;
  /** Undefined while views are not picked. */
  readonly isPicked: boolean | undefined;
  readonly onPick: (isPicked: boolean) => void;
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
      {isPicked !== undefined && (
        <Checkbox label="" name={t('viewPick', { title })} isChecked={isPicked} onChange={onPick} />
      )}
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
        {picture !== undefined && <img class="view-row__picture" src={picture} alt="" />}
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
