import type { JSX } from 'preact';
import type { ConflictKind } from '../../domain/conflicts/conflict.ts';
import type {
  ConflictCell,
  ConflictRow,
  GridColumn,
} from '../../domain/conflicts/conflict-grid.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { TallyMarks } from './conflict-badge.tsx';
import type { ConflictGridProps } from './conflict-grid-props.ts';
import { cellSize, certaintyShape } from './conflict-labels.ts';
import { placeId } from './grid-navigation.ts';

type GridRowProps = Pick<
  ConflictGridProps,
  'open' | 'behindId' | 'selectedId' | 'hoveredId' | 'onHover'
> & {
  readonly row: ConflictRow;
  readonly index: number;
  readonly columns: readonly GridColumn[];
  /** The active column, while the active cell is in this row. */
  readonly active: GridColumn | undefined;
  readonly onPress: (id: string, column: GridColumn) => void;
};

/** A project with its conflicts, a cell for each kind. */
export function GridRow(props: GridRowProps): JSX.Element {
  const { row, index, columns, active, open, behindId, selectedId, hoveredId } = props;
  const words = useI18n();
  const { project, cells, tally, isProtecting } = row;
  const { id } = project;
  const place = (column: GridColumn) => ({
    id: placeId(index, column),
    'aria-colindex': columns.indexOf(column) + 1,
    onClick: () => props.onPress(id, column),
  });
  const mark = (column: GridColumn): string => (column === active ? 'is-active' : '');
  return (
    <tr
      class={id === hoveredId ? 'is-hovered' : ''}
      data-feature={id}
      aria-rowindex={index + 2}
      aria-selected={id === selectedId}
      onMouseEnter={() => props.onHover(id)}
      onMouseLeave={() => props.onHover(undefined)}
    >
      {columns.map((column) => {
        if (column === 'name')
          return (
            <th
              key={column}
              {...place(column)}
              scope="row"
              class={mark(column)}
              title={words.pick(project.name)}
            >
              {words.pick(project.name)}
            </th>
          );
        if (column === 'all')
          return (
            <td key={column} {...place(column)} data-column="all" class={mark(column)}>
              {isProtecting ? words.t('matrixProtects') : <TallyMarks tally={tally} />}
            </td>
          );
        const isOpen = open?.id === id && open.kind === column;
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell, which may be expanded
          <td
            key={column}
            {...place(column)}
            data-column={column}
            aria-expanded={isOpen}
            aria-controls={isOpen ? behindId : undefined}
            class={`${mark(column)}${isOpen ? ' is-open' : ''}`}
          >
            <Cell kind={column} cell={cells[column]} words={words} />
          </td>
        );
      })}
    </tr>
  );
}

/** The certainty as a sign and in words, and the size or the distance. */
function Cell({
  kind,
  cell,
  words,
}: {
  readonly kind: ConflictKind;
  readonly cell: ConflictCell | undefined;
  readonly words: I18n;
}): JSX.Element {
  const { t } = words;
  if (cell === undefined)
    return (
      <>
        <span class="quiet" aria-hidden="true">
          –
        </span>
        <span class="visually-hidden">{t('cellNone')}</span>
      </>
    );
  const { certainty, conflicts } = cell;
  const many = conflicts.length > 1 ? ` ${t('cellThings', { count: conflicts.length })}` : '';
  return (
    <span class="conflict-grid__cell">
      <span class={`certainty certainty--${certainty}`} aria-hidden="true">
        {certaintyShape(certainty)}
      </span>{' '}
      <span class="visually-hidden">{t(`certainty_${certainty}`)} </span>
      {cellSize(kind, cell, words)}
      {many}
    </span>
  );
}
