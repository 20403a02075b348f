import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type GridColumn, inGridOrder } from '../../domain/conflicts/conflict-grid.ts';
import { BESIDE_MAP } from '../breakpoints.ts';
import { RowSpacer } from '../controls/row-spacer.tsx';
import { useRowHeights, useVirtualRows } from '../controls/virtual-rows.ts';
import { useI18n } from '../i18n.tsx';
import { GridHead } from './conflict-grid-head.tsx';
import type { ConflictGridProps } from './conflict-grid-props.ts';
import { GridRow } from './conflict-grid-row.tsx';
import { type GridPlace, nextGridOrder, nextPlace, placeId } from './grid-navigation.ts';

/** Scrolls sideways until a cell is not covered by the names, which do not scroll. */
function bringBeside(scroller: HTMLElement | null, id: string): void {
  const cell = document.getElementById(id);
  const name = scroller?.querySelector<HTMLElement>('thead th');
  if (scroller === null || cell === null || name === null || name === undefined) return;
  const isSideBySide = getComputedStyle(name).position === 'sticky';
  if (cell === name || (isSideBySide && cell.matches(':first-child'))) {
    scroller.scrollLeft = 0;
    return;
  }
  const [box, own] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  const left = box.left + (isSideBySide ? name.offsetWidth : 0);
  const right = box.left + scroller.clientWidth;
  if (own.left < left) scroller.scrollLeft -= left - own.left;
  else if (own.right > right) scroller.scrollLeft += own.right - right;
}

/**
 * Projects against kinds of conflict, of which only the visible rows are drawn. One stop for Tab: arrows
 * move among the cells and the heads, Enter opens a cell or sorts (ARIA grid with an active descendant).
 */
export function ConflictGrid(props: ConflictGridProps): JSX.Element {
  const { grid, order, open, selectedId, onSort, onOpen, onSelect } = props;
  const { t, language } = useI18n();
  const columns = useMemo<readonly GridColumn[]>(() => ['name', 'all', ...grid.kinds], [grid]);
  const rows = useMemo(() => {
    // Numbers inside names sort as numbers; in Chinese by pinyin.
    const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
    return inGridOrder(grid.rows, order, ({ name: one }, { name: other }) =>
      collator.compare(one[language], other[language]),
    );
  }, [grid, order, language]);
  const scroller = useRef<HTMLElement>(null);
  const heights = useRowHeights(scroller);
  const virtual = useVirtualRows(scroller, {
    count: rows.length,
    rowHeight: heights.row,
    headHeight: heights.head,
  });
  const [active, activate] = useState<GridPlace>({ id: selectedId, column: 'name' });
  const found = rows.findIndex(({ project }) => project.id === active.id);
  const row = active.isHead === true ? -1 : Math.max(0, found);
  // Two keys may be pressed before the page is drawn again: the second continues from the first.
  const place = useRef({ row, column: active.column });
  place.current = { row, column: active.column };
  // A project selected elsewhere is scrolled into view here, again when rows or heights change.
  useLayoutEffect(() => {
    if (selectedId !== undefined) activate(({ column }) => ({ id: selectedId, column }));
  }, [selectedId]);
  useLayoutEffect(() => {
    const index = rows.findIndex(({ project }) => project.id === selectedId);
    if (index !== -1) virtual.bringIntoSight(index);
  }, [selectedId, rows, heights]);
  const focused = placeId(row, active.column);
  useLayoutEffect(() => bringBeside(scroller.current, focused), [focused]);

  const openAt = (id: string, column: GridColumn): void => {
    activate({ id, column });
    // On a phone the card of the selected project would cover the details of the cell.
    if (column === 'name' || column === 'all' || matchMedia(BESIDE_MAP).matches) onSelect(id);
    if (column === 'name' || column === 'all') onOpen(undefined);
    else onOpen({ id, kind: column });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const at = place.current;
    const next = nextPlace(event, at, { rows: rows.length, columns });
    if (next !== undefined) {
      place.current = next;
      const { row: index, column } = next;
      activate(index === -1 ? { isHead: true, column } : { id: rows[index]?.project.id, column });
      if (index !== -1) virtual.bringIntoSight(index);
    } else if (event.key === 'Enter' || event.key === ' ') {
      const id = rows[at.row]?.project.id;
      if (at.row === -1) onSort(nextGridOrder(order, at.column));
      else if (id !== undefined) openAt(id, at.column);
    } else if (event.key === 'Escape' && open !== undefined) {
      event.stopPropagation();
      onOpen(undefined);
    } else return;
    event.preventDefault();
  };
  return (
    <section ref={scroller} class="conflict-grid" aria-label={t('matrixTitle')}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that takes the focus as a whole is a grid
        role="grid"
        tabIndex={0}
        data-kinds={grid.kinds.length}
        aria-label={t('matrixTitle')}
        aria-describedby="matrix-keys"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={focused}
        onKeyDown={press}
      >
        <GridHead {...props} columns={columns} active={row === -1 ? active.column : undefined} />
        <tbody>
          <RowSpacer height={virtual.above} />
          {virtual.items.map(({ index }) => {
            const shown = rows[index];
            return (
              shown && (
                <GridRow
                  key={shown.project.id}
                  {...props}
                  row={shown}
                  index={index}
                  columns={columns}
                  active={index === row ? active.column : undefined}
                  onPress={openAt}
                />
              )
            );
          })}
          <RowSpacer height={virtual.below} />
        </tbody>
      </table>
    </section>
  );
}
