import type { JSX } from 'preact';
import { Checkbox } from '../controls/checkbox.tsx';
import { UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';
import { WIDTH_LIMITS } from './column-widths.ts';
import { PROJECT_COLUMNS, type ProjectColumn, type TableLayout } from './project-rows.ts';

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
  measuredLength: 'measuredLength',
  measuredArea: 'measuredArea',
  length: 'publishedLength',
  area: 'publishedArea',
} as const satisfies Record<ProjectColumn, TextKey>;

/** The unit of a column of figures that have none of their own. */
const COLUMN_UNITS: ReadonlyMap<ProjectColumn, 'kilometre' | 'squareKilometre'> = new Map([
  ['measuredLength', 'kilometre'],
  ['length', 'kilometre'],
  ['measuredArea', 'squareKilometre'],
  ['area', 'squareKilometre'],
]);

/** Pixels by which an arrow key changes a width; four times as many with Shift. */
const A_STEP = 16;

/** Whether a column has figures, which are aligned at their last digit. */
export function isFigure(column: ProjectColumn): boolean {
  return COLUMN_UNITS.has(column) || column === 'accuracy' || column === 'distance';
}

/** The layout of the table, and how the user changes it. */
export type LayoutProps = {
  readonly layout: TableLayout;
  readonly onLayOut: (layout: TableLayout) => void;
};

/** Props of the head of a column. */
export type ColumnHeadProps = LayoutProps & {
  readonly column: ProjectColumn;
  /** The width in pixels. */
  readonly width: number;
  readonly onDrag: (column: ProjectColumn, event: MouseEvent | TouchEvent) => void;
  /** Changes the width by pixels. */
  readonly onWiden: (column: ProjectColumn, pixels: number) => void;
};

/** The head of a column: a button that sorts, and its edge, which sets the width. */
export function ColumnHead(props: ColumnHeadProps): JSX.Element {
  const { column, layout, onLayOut } = props;
  const { t, language } = useI18n();
  const { order } = layout;
  const isOrdered = order?.column === column;
  const unit = COLUMN_UNITS.get(column);
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
        {t(COLUMN_WORDS[column])}{' '}
        {unit && <span class="sort-button__unit">{UNITS[unit][language]}</span>}
        <span aria-hidden="true">{isOrdered ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
      <WidthHandle {...props} />
    </th>
  );
}

function WidthHandle({ column, width, onDrag, onWiden }: ColumnHeadProps): JSX.Element {
  const { t } = useI18n();
  const press = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 4 * A_STEP : A_STEP;
    if (event.key === 'ArrowRight') onWiden(column, step);
    else if (event.key === 'ArrowLeft') onWiden(column, -step);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that takes the focus has a value, as a rule between texts has none
    <span
      class="column-edge"
      role="separator"
      aria-orientation="vertical"
      tabIndex={0}
      aria-label={t('columnWidth', { column: t(COLUMN_WORDS[column]) })}
      title={t('columnWidthHint')}
      aria-valuenow={Math.round(width)}
      aria-valuemin={WIDTH_LIMITS.least}
      aria-valuemax={WIDTH_LIMITS.most}
      onMouseDown={(event) => {
        // Else the texts of the table would be selected on the way.
        event.preventDefault();
        onDrag(column, event);
      }}
      onTouchStart={(event) => onDrag(column, event)}
      onKeyDown={press}
    />
  );
}

/** The columns to choose from, and a way back to the first widths. */
export function ColumnChoice({ layout, onLayOut }: LayoutProps): JSX.Element {
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
        {layout.widths !== undefined && (
          <button
            type="button"
            class="text-button"
            onClick={() => onLayOut({ ...layout, widths: undefined })}
          >
            {t('columnWidthsReset')}
          </button>
        )}
      </fieldset>
    </details>
  );
}
