import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConflictsByProject } from '../../domain/conflicts/conflict.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { Project } from '../../domain/project.ts';
import type { ShoreRelations } from '../../domain/projects/shore-relation.ts';
import type { Zone } from '../../domain/zone.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { RowSpacer } from '../controls/row-spacer.tsx';
import { useRowHeights, useVirtualRows } from '../controls/virtual-rows.ts';
import { formatAccuracy, formatLength, formatPlain, UNITS } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';
import {
  createRowSorter,
  PROJECT_COLUMNS,
  type ProjectColumn,
  type ProjectRow,
  projectRows,
  type TableLayout,
} from './project-rows.ts';

/** Props of the table of projects. */
export type ProjectTableProps = {
  /** The projects that match the filter. */
  readonly projects: readonly Project[];
  readonly layers: readonly CatalogueLayer[];
  readonly zones: readonly Zone[];
  readonly relations: ShoreRelations | undefined;
  readonly conflicts: ConflictsByProject | undefined;
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly layout: TableLayout;
  readonly onLayOut: (layout: TableLayout) => void;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};

/** Titles of the columns. */
const COLUMN_WORDS = {
  name: 'project',
  layer: 'facet_layers',
  status: 'status',
  articles: 'articles',
  accuracy: 'accuracy',
  distance: 'distanceToCoast',
  zones: 'zonesTouched',
  conflicts: 'facet_conflicts',
  length: 'publishedLength',
  area: 'publishedArea',
} as const satisfies Record<ProjectColumn, TextKey>;

/** Whether a column has figures, which are aligned at their last digit. */
function isFigure(column: ProjectColumn): boolean {
  return ['accuracy', 'distance', 'length', 'area'].includes(column);
}

/** Rows that Page Up and Page Down skip. */
const PAGE_ROWS = 12;

/**
 * The projects as a table of which only the visible rows are drawn. It takes the focus as a whole:
 * arrows move among the rows, Enter selects one (ARIA grid with an active descendant).
 */
export function ProjectTable(props: ProjectTableProps): JSX.Element {
  const { projects, layers, zones, relations, conflicts, layout, selectedId, onSelect } = props;
  const words = useI18n();
  const { t, language } = words;
  const rows = useMemo(
    () => projectRows(projects, { layers, zones, relations, conflicts }, words),
    [projects, layers, zones, relations, conflicts, words],
  );
  const sorter = useMemo(createRowSorter, []);
  const sorted = useMemo(
    () => sorter(rows, layout.order, language),
    [sorter, rows, layout.order, language],
  );
  const scroller = useRef<HTMLElement>(null);
  const heights = useRowHeights(scroller);
  const virtual = useVirtualRows(scroller, {
    count: sorted.length,
    rowHeight: heights.row,
    headHeight: heights.head,
  });
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
  return (
    <div class="project-table">
      <ColumnChoice layout={layout} onLayOut={props.onLayOut} />
      <section ref={scroller} class="project-table__scroller" aria-label={t('tableTitle')}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that takes the focus as a whole is a grid
          role="grid"
          tabIndex={0}
          aria-label={t('tableTitle')}
          aria-rowcount={sorted.length + 1}
          aria-colcount={layout.columns.length}
          aria-activedescendant={sorted[active] && `table-row-${active}`}
          onKeyDown={press}
        >
          <thead>
            <tr aria-rowindex={1}>
              {layout.columns.map((column) => (
                <ColumnHead
                  key={column}
                  column={column}
                  layout={layout}
                  onLayOut={props.onLayOut}
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
                    columns={layout.columns}
                    isActive={index === active}
                    isSelected={row.id === selectedId}
                    isHovered={row.id === props.hoveredId}
                    words={words}
                    onSelect={onSelect}
                    onHover={props.onHover}
                  />
                )
              );
            })}
            <RowSpacer height={virtual.below} />
          </tbody>
        </table>
      </section>
    </div>
  );
}

type RowProps = Pick<ProjectTableProps, 'onSelect' | 'onHover'> & {
  readonly row: ProjectRow;
  readonly index: number;
  readonly columns: TableLayout['columns'];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly words: I18n;
};

function Row(props: RowProps): JSX.Element {
  const { row, index, words, onHover } = props;
  return (
    <tr
      id={`table-row-${index}`}
      class={`${props.isHovered ? 'is-hovered' : ''}${props.isActive ? ' is-active' : ''}`}
      data-feature={row.id}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      onClick={() => props.onSelect(row.id)}
      onMouseEnter={() => onHover(row.id)}
      onMouseLeave={() => onHover(undefined)}
    >
      {props.columns.map((column) =>
        column === 'name' ? (
          <th key={column} scope="row" title={row.name}>
            {row.name}
          </th>
        ) : (
          <td key={column} data-figure={isFigure(column)} title={cellText(row, column, words)}>
            {cellText(row, column, words)}
          </td>
        ),
      )}
    </tr>
  );
}

function cellText(row: ProjectRow, column: ProjectColumn, { language, t }: I18n): string {
  switch (column) {
    case 'accuracy':
      return row.accuracy === undefined
        ? t('accuracyGrade_unlocated')
        : formatAccuracy(row.accuracy, language);
    case 'distance':
      return row.distance === undefined ? '–' : formatLength(row.distance, language);
    case 'length':
    case 'area':
      return row[column] === undefined ? '–' : formatPlain(row[column], language);
    default:
      return row[column];
  }
}

type LayoutProps = Pick<ProjectTableProps, 'layout' | 'onLayOut'>;

function ColumnHead({
  column,
  layout,
  onLayOut,
}: LayoutProps & { readonly column: ProjectColumn }): JSX.Element {
  const { t, language } = useI18n();
  const { order } = layout;
  const isOrdered = order?.column === column;
  const unit =
    column === 'length'
      ? UNITS.kilometre[language]
      : column === 'area'
        ? UNITS.squareKilometre[language]
        : '';
  // Conflicts are sorted with the most first.
  const first = column === 'conflicts';
  const next: TableLayout['order'] = !isOrdered
    ? { column, isDescending: first }
    : order.isDescending === first
      ? { column, isDescending: !first }
      : undefined;
  return (
    <th
      scope="col"
      data-column={column}
      data-figure={isFigure(column)}
      aria-sort={isOrdered ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="sort-button"
        onClick={() => onLayOut({ ...layout, order: next })}
      >
        {t(COLUMN_WORDS[column])} {unit}
        <span aria-hidden="true">{isOrdered ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

function ColumnChoice({ layout, onLayOut }: LayoutProps): JSX.Element {
  const { t } = useI18n();
  return (
    <details class="column-choice">
      <summary class="text-button">{t('columns')}</summary>
      <fieldset class="column-choice__list">
        <legend class="visually-hidden">{t('columns')}</legend>
        {PROJECT_COLUMNS.filter((column) => column !== 'name').map((column) => (
          <Checkbox
            key={column}
            label={t(COLUMN_WORDS[column])}
            isChecked={layout.columns.includes(column)}
            onChange={(isShown) => {
              const columns = PROJECT_COLUMNS.filter((other) =>
                other === column ? isShown : layout.columns.includes(other),
              );
              onLayOut({ ...layout, columns });
            }}
          />
        ))}
      </fieldset>
    </details>
  );
}
