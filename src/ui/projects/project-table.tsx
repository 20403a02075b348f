import type { JSX, RefObject } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConflictsByProject } from '../../domain/conflicts/conflict.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { Project } from '../../domain/project.ts';
import { type ProjectMeasurements, sumProjects } from '../../domain/projects/project-sizes.ts';
import type { ShoreRelations } from '../../domain/projects/shore-relation.ts';
import type { Zone } from '../../domain/zone.ts';
import { RowSpacer } from '../controls/row-spacer.tsx';
import {
  type EdgeHeights,
  useEdgeHeights,
  useVirtualRows,
  type VirtualRows,
} from '../controls/virtual-rows.ts';
import {
  decimalsSeen,
  formatAccuracy,
  formatLength,
  formatNumber,
  formatPlain,
} from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { type ColumnSizes, createColumnSizes } from './column-widths.ts';
import {
  type ColumnWidths,
  createRowSorter,
  PROJECT_COLUMNS,
  type ProjectColumn,
  type ProjectRow,
  projectRows,
  type TableLayout,
} from './project-rows.ts';
import { MEASURED_DECIMALS, ProjectTableFoot, sumsNote } from './project-table-foot.tsx';
import { ColumnChoice, ColumnHead, isFigure, type LayoutProps } from './project-table-head.tsx';

/** Props of the table of projects. */
export type ProjectTableProps = {
  /** The projects that match the filter. */
  readonly projects: readonly Project[];
  readonly layers: readonly CatalogueLayer[];
  readonly zones: readonly Zone[];
  readonly relations: ShoreRelations | undefined;
  readonly conflicts: ConflictsByProject | undefined;
  /** Undefined until the sites are measured. */
  readonly measurements: ProjectMeasurements | undefined;
  /** Why the sites could not be measured. */
  readonly measuringFailure: string | undefined;
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly layout: TableLayout;
  readonly onLayOut: (layout: TableLayout) => void;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};

/** Rows that Page Up and Page Down skip. */
const PAGE_ROWS = 12;
/**
 * Pixels of a row that has not been drawn yet: nearly three lines, as most have fewer. With too little, a scroll bar pulled
 * to its end would stop before the last row.
 */
const UNDRAWN_ROW = 65;

/**
 * The projects as a table of which only the visible rows are drawn. It takes the focus as a whole:
 * arrows move among the rows, Enter selects one (ARIA grid with an active descendant).
 */
export function ProjectTable(props: ProjectTableProps): JSX.Element {
  const { projects, layers, zones, relations, conflicts, measurements, layout } = props;
  const words = useI18n();
  const { t, language } = words;
  const rows = useMemo(
    () => projectRows(projects, { layers, zones, relations, conflicts, measurements }, words),
    [projects, layers, zones, relations, conflicts, measurements, words],
  );
  const sorter = useMemo(createRowSorter, []);
  const sorted = useMemo(
    () => sorter(rows, layout.order, language),
    [sorter, rows, layout.order, language],
  );
  const sums = useMemo(() => sumProjects(projects, measurements), [projects, measurements]);
  const scroller = useRef<HTMLElement>(null);
  const heights = useEdgeHeights(scroller);
  const virtual = useVirtualRows(scroller, {
    count: sorted.length,
    rowHeight: UNDRAWN_ROW,
    headHeight: heights.head,
    footHeight: heights.foot,
    keyOf: useCallback((index: number) => sorted[index]?.id ?? `${index}`, [sorted]),
  });
  const { active, press } = useActiveRow(props, sorted, { virtual, heights });
  const sizes = useColumnSizes(props, scroller);
  const { columns, widths } = layout;
  const total = columns.reduce((sum, column) => sum + sizes.widthOf(column), 0);
  return (
    <div class="project-table">
      <ColumnChoice layout={layout} onLayOut={props.onLayOut} />
      <section ref={scroller} class="project-table__scroller" aria-label={t('tableTitle')}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that takes the focus as a whole is a grid
          role="grid"
          tabIndex={0}
          aria-label={t('tableTitle')}
          aria-rowcount={sorted.length + 2}
          aria-colcount={columns.length}
          aria-activedescendant={sorted[active] && `table-row-${active}`}
          // Widths that are set hold; without any, columns share what the panel has beyond the least.
          style={widths ? { width: `${total}px` } : { minWidth: `${total}px` }}
          onKeyDown={press}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column} style={{ width: `${sizes.widthOf(column)}px` }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <ColumnHead
                  key={column}
                  column={column}
                  layout={layout}
                  width={sizes.widthOf(column)}
                  onLayOut={props.onLayOut}
                  onDrag={sizes.startDrag}
                  onWiden={sizes.widen}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <RowSpacer height={virtual.above} />
            {virtual.items.map(({ index }) => {
              const row = sorted[index];
              return (
                row && (
                  <Row
                    key={row.id}
                    row={row}
                    index={index}
                    columns={columns}
                    isActive={index === active}
                    isSelected={row.id === props.selectedId}
                    isHovered={row.id === props.hoveredId}
                    isMeasured={measurements !== undefined}
                    words={words}
                    rowRef={virtual.measureRow}
                    onSelect={props.onSelect}
                    onHover={props.onHover}
                  />
                )
              );
            })}
            <RowSpacer height={virtual.below} />
          </tbody>
          <ProjectTableFoot sums={sums} columns={columns} rowIndex={sorted.length + 2} />
        </table>
      </section>
      {columns.some((column) => column === 'measuredLength' || column === 'measuredArea') && (
        <p class="project-table__note quiet" role="status">
          {props.measuringFailure === undefined
            ? sumsNote(sums, words)
            : t('sizesFailed', { reason: props.measuringFailure })}
        </p>
      )}
    </div>
  );
}

/** The row that keys act on, which is the selected one until a key moves on. */
function useActiveRow(
  { selectedId, onSelect }: Pick<ProjectTableProps, 'selectedId' | 'onSelect'>,
  sorted: readonly ProjectRow[],
  { virtual, heights }: { readonly virtual: VirtualRows; readonly heights: EdgeHeights },
): { readonly active: number; readonly press: (event: KeyboardEvent) => void } {
  const [activeId, activate] = useState<string | undefined>(undefined);
  const active = Math.max(
    0,
    sorted.findIndex(({ id }) => id === (activeId ?? selectedId)),
  );
  // Two keys may be pressed before the page is drawn again: the second continues from the first.
  const place = useRef(active);
  place.current = active;
  // A project selected elsewhere is scrolled into view here, again when rows or heights change.
  useLayoutEffect(() => activate(undefined), [selectedId]);
  useLayoutEffect(() => {
    const index = sorted.findIndex(({ id }) => id === (activeId ?? selectedId));
    if (index !== -1) virtual.bringIntoSight(index);
  }, [selectedId, sorted, heights]);
  const moveTo = (index: number): void => {
    const next = Math.min(sorted.length - 1, Math.max(0, index));
    place.current = next;
    activate(sorted[next]?.id);
    virtual.bringIntoSight(next);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const at = place.current;
    const chosen = sorted[at];
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE_ROWS,
      PageUp: at - PAGE_ROWS,
      Home: 0,
      End: sorted.length - 1,
    };
    const next = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (next !== undefined) moveTo(next);
    else if ((event.key === 'Enter' || event.key === ' ') && chosen) onSelect(chosen.id);
    else return;
    event.preventDefault();
  };
  return { active, press };
}

/** The widths of the columns. The first that is set keeps the others as they are drawn. */
function useColumnSizes(
  { layout, onLayOut }: LayoutProps,
  scroller: RefObject<HTMLElement | null>,
): ColumnSizes {
  const now = useRef({ layout, onLayOut });
  now.current = { layout, onLayOut };
  const sizes = useMemo(
    () =>
      createColumnSizes((widths) => {
        const current = now.current;
        // A drag may move on before the page is drawn again.
        now.current = { ...current, layout: { ...current.layout, widths } };
        current.onLayOut(now.current.layout);
      }),
    [],
  );
  sizes.show(layout.widths ?? {});
  const keepDrawn = (): void => {
    if (now.current.layout.widths === undefined && scroller.current)
      sizes.show(drawnWidths(scroller.current));
  };
  return {
    ...sizes,
    startDrag: (column, event) => {
      keepDrawn();
      sizes.startDrag(column, event);
    },
    widen: (column, pixels) => {
      keepDrawn();
      sizes.widen(column, pixels);
    },
  };
}

/** The widths of the columns as they are drawn, in pixels. */
function drawnWidths(scroller: HTMLElement): ColumnWidths {
  const drawn = new Map(
    [...scroller.querySelectorAll<HTMLElement>('thead th')].map(
      ({ dataset, offsetWidth }) => [dataset['column'], offsetWidth] as const,
    ),
  );
  return Object.fromEntries(
    PROJECT_COLUMNS.flatMap((column) => {
      const width = drawn.get(column);
      return width === undefined ? [] : [[column, width] as const];
    }),
  );
}

type RowProps = Pick<ProjectTableProps, 'onSelect' | 'onHover'> & {
  readonly row: ProjectRow;
  readonly index: number;
  readonly columns: TableLayout['columns'];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isMeasured: boolean;
  readonly words: I18n;
  readonly rowRef: VirtualRows['measureRow'];
};

function Row(props: RowProps): JSX.Element {
  const { row, index, onHover } = props;
  return (
    <tr
      ref={props.rowRef}
      id={`table-row-${index}`}
      class={`${props.isHovered ? 'is-hovered' : ''}${props.isActive ? ' is-active' : ''}`}
      data-feature={row.id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      onClick={() => props.onSelect(row.id)}
      onMouseEnter={() => onHover(row.id)}
      onMouseLeave={() => onHover(undefined)}
    >
      {props.columns.map((column) =>
        column === 'name' ? (
          <th key={column} scope="row">
            {row.name}
          </th>
        ) : (
          <td key={column} data-figure={isFigure(column)}>
            {cellText(row, column, props)}
          </td>
        ),
      )}
    </tr>
  );
}

function cellText(
  row: ProjectRow,
  column: Exclude<ProjectColumn, 'name'>,
  { isMeasured, words: { language, t } }: Pick<RowProps, 'isMeasured' | 'words'>,
): string {
  switch (column) {
    case 'accuracy':
      return row.accuracy === undefined
        ? t('accuracyGrade_unlocated')
        : formatAccuracy(row.accuracy, language);
    case 'distance':
      return row.distance === undefined ? '–' : formatLength(row.distance, language);
    case 'measuredLength':
    case 'measuredArea': {
      const value = row[column];
      if (value !== undefined)
        return formatNumber(value, decimalsSeen(value, MEASURED_DECIMALS), language);
      const isMeasurable = row.site === (column === 'measuredLength' ? 'line' : 'area');
      return isMeasurable && !isMeasured ? '…' : `– ${t(`siteKind_${row.site}`)}`;
    }
    case 'length':
    case 'area':
      return row[column] === undefined ? '–' : formatPlain(row[column], language);
    default:
      return row[column];
  }
}
