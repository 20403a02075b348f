import type { JSX } from 'preact';
import { isCounted } from '../../domain/conflicts/conflict.ts';
import type { ConflictTotal, GridColumn } from '../../domain/conflicts/conflict-grid.ts';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { ConflictBadge, TallyMarks } from './conflict-badge.tsx';
import type { ConflictGridProps } from './conflict-grid-props.ts';
import { totalSizes } from './conflict-labels.ts';
import { nextGridOrder, placeId } from './grid-navigation.ts';

type HeadProps = Pick<ConflictGridProps, 'grid' | 'order' | 'studyM' | 'onSort'> & {
  readonly columns: readonly GridColumn[];
  /** The active column, while the active cell is in the head. */
  readonly active: GridColumn | undefined;
};

/** The kinds of conflict, each with its total; a press sorts by it. */
export function GridHead(props: HeadProps): JSX.Element {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {props.columns.map((column, index) => (
          <Head key={column} {...props} column={column} index={index} />
        ))}
      </tr>
    </thead>
  );
}

function Head({
  grid,
  order,
  studyM,
  active,
  column,
  index,
  onSort,
}: HeadProps & { readonly column: GridColumn; readonly index: number }): JSX.Element {
  const { t, language } = useI18n();
  const isOrdered = order.column === column;
  const isTold = column !== 'name' && column !== 'all' && !isCounted({ kind: column });
  return (
    <th
      id={placeId(-1, column)}
      scope="col"
      data-column={column}
      class={`${column === active ? 'is-active' : ''}${isTold ? ' is-told' : ''}`}
      aria-colindex={index + 1}
      aria-sort={isOrdered ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        // The grid is one stop for Tab: the heads are reached by arrows.
        tabIndex={-1}
        class="conflict-grid__sort"
        title={kindTitle()}
        onClick={() => onSort(nextGridOrder(order, column))}
      >
        {column !== 'name' && column !== 'all' && <ConflictBadge kind={column} />}
        <span>
          {headWords()}
          <span aria-hidden="true">{isOrdered ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
        </span>
      </button>
      {column === 'all' && <Total total={grid.counted} />}
      {column !== 'name' && column !== 'all' && <Total total={grid.totals[column]} />}
    </th>
  );

  function headWords(): string {
    if (column === 'name') return t('project');
    if (column === 'all') return t('matrixAll');
    return t(`matrixHead_${column}`, { distance: formatLength(studyM, language, 2) });
  }

  function kindTitle(): string | undefined {
    if (column === 'name' || column === 'all') return undefined;
    const kind = t(`conflictKind_${column}`);
    return isTold ? `${kind} (${t('matrixTold')})` : kind;
  }
}

/** The totals of a column: certain and possible conflicts, area and length. */
function Total({
  total,
}: {
  readonly total: Pick<ConflictTotal, 'certain' | 'possible'> & Partial<ConflictTotal>;
}): JSX.Element {
  const { t } = useI18n();
  const { areaM2 = 0, lengthM = 0 } = total;
  return (
    <span class="conflict-grid__total">
      <span class="visually-hidden">{t('matrixTotal')} </span>
      <TallyMarks tally={total} />
      {totalSizes({ areaM2, lengthM }).map((size) => (
        <span key={size} class="conflict-grid__sum">
          {size}
        </span>
      ))}
    </span>
  );
}
