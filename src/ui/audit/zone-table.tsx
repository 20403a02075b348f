import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CoastSummary, ZoneSummary } from '../../domain/audit/audit.ts';
import { type ShownVerdict, shownVerdict } from '../../domain/audit/zone-standing.ts';
import type { RealmChoice } from '../../domain/coastline.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Choice } from '../controls/choice.tsx';
import type { Highlight, HighlightActions } from '../controls/highlight.ts';
import { Icon } from '../controls/icon.tsx';
import { useScrollIntoView } from '../controls/use-scroll-into-view.ts';
import { UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { ClassBar } from './class-bar.tsx';
import { type ColumnOrder, SortHead } from './sort-head.tsx';
import { ZoneTableCells } from './zone-table-cells.tsx';
import { orderZones, ZONE_COLUMNS, type ZoneColumn } from './zone-table-sort.ts';

/** What a table of zones calls its rows. */
export type RowWords = {
  readonly title: string;
  /** What the columns are, for a user who hears the table. */
  readonly caption: string;
  readonly row: string;
  /** The filter that leaves out nothing, with the number of rows. */
  readonly all: string;
};

/** Props of the table of zones. */
export type ZoneTableProps = {
  /** What the rows are called; protection zones by default. */
  readonly rowWords?: RowWords;
  readonly zones: readonly Pick<Zone, 'id' | 'name'>[];
  readonly summaries: readonly ZoneSummary[];
  readonly overall: CoastSummary;
  readonly realm: RealmChoice;
  /** The selected and the hovered zone. */
  readonly highlight: Highlight;
  readonly theme: Theme;
  readonly actions: HighlightActions;
  /** Widens the panel for all columns. */
  readonly onWiden: () => void;
};

/**
 * Ratio, verdict, lengths and area per protection zone; the selected row is the selected zone on the map. A
 * narrow panel shows the columns that decide; a phone scrolls through all of them on demand.
 */
export function ZoneTable(props: ZoneTableProps): JSX.Element {
  const { t, pick } = useI18n();
  const order = useSignal<ColumnOrder<ZoneColumn>>({ column: undefined, isDescending: true });
  const verdict = useSignal<ShownVerdict | undefined>(undefined);
  const showsTurf = useSignal(false);
  const showsAll = useSignal(false);
  const { zones, summaries, overall } = props;
  const box = `scroll-box zones${showsAll.value ? ' zones--all' : ''}`;
  const nameOf = ({ id }: ZoneSummary): string => {
    const zone = zones.find((candidate) => candidate.id === id);
    return zone === undefined ? id : pick(zone.name);
  };
  const words = props.rowWords ?? {
    title: t('zonesTitle'),
    caption: t('zonesCaption'),
    row: t('zone'),
    all: t('allOf', { count: summaries.length }),
  };
  const headOf = (column: ZoneColumn): string =>
    column === 'zone' ? words.row : t(column === 'headroom' ? 'headroomPartColumn' : column);
  const shown = orderZones(
    summaries.filter(
      (summary) => verdict.value === undefined || shownVerdict(summary) === verdict.value,
    ),
    order.value,
    { nameOf, target: overall.target },
  );
  const present = VERDICTS.filter((candidate) =>
    summaries.some((summary) => shownVerdict(summary) === candidate),
  );
  return (
    <>
      <div class="panel-bar">
        {present.some((said) => said !== 'no-target' && said !== 'no-coast') && (
          <Choice
            label={t('verdictFilter')}
            layout="inline"
            none={words.all}
            options={present.map((candidate) => {
              const count = summaries.filter(
                (summary) => shownVerdict(summary) === candidate,
              ).length;
              return [candidate, `${t(`verdictName_${candidate}`)} (${count})`] as const;
            })}
            value={verdict.value}
            onChoose={(candidate) => {
              verdict.value = candidate;
            }}
            onNone={() => {
              verdict.value = undefined;
            }}
          />
        )}
        <Checkbox
          class="checkbox--small"
          label={t('showTurf')}
          isChecked={showsTurf.value}
          onChange={(isShown) => {
            showsTurf.value = isShown;
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class={box} aria-label={words.title} tabIndex={0}>
        <table class="zone-table">
          <caption class="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              {ZONE_COLUMNS.map((column) => (
                <ColumnHead
                  key={column}
                  column={column}
                  name={headOf(column)}
                  order={order.value}
                  onOrder={(next) => {
                    order.value = next;
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((summary) => (
              <ZoneRow
                key={summary.id}
                summary={summary}
                name={nameOf(summary)}
                showsTurf={showsTurf.value}
                overall={overall}
                isSelected={summary.id === props.highlight.selectedId}
                isHovered={summary.id === props.highlight.hoveredId}
                theme={props.theme}
                actions={props.actions}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t(`allZones_${props.realm}`)}</th>
              <ZoneTableCells summary={overall} overall={overall} showsTurf={showsTurf.value} />
            </tr>
          </tfoot>
        </table>
        <button
          type="button"
          class="text-button zones__more"
          onClick={() => {
            showsAll.value = true;
            props.onWiden();
          }}
        >
          <Icon name="widen" /> {t('allColumns')}
        </button>
      </section>
      {shown.length === 0 && summaries.length > 0 && <p class="quiet">{t('noZoneMatches')}</p>}
    </>
  );
}

const VERDICTS = [
  'pass',
  'too-close',
  'fail',
  'no-target',
  'no-coast',
] as const satisfies readonly ShownVerdict[];

function ColumnHead({
  column,
  name,
  order,
  onOrder,
}: {
  readonly column: ZoneColumn;
  readonly name: string;
  readonly order: ColumnOrder<ZoneColumn>;
  readonly onOrder: (order: ColumnOrder<ZoneColumn>) => void;
}): JSX.Element {
  const { language } = useI18n();
  const unit = ['zone', 'ratio', 'verdict'].includes(column)
    ? ''
    : UNITS[column === 'area' ? 'squareKilometre' : 'kilometre'][language];
  return (
    <SortHead column={column} order={order} onOrder={onOrder}>
      {name} <span class="zone-table__unit">{unit}</span>
    </SortHead>
  );
}

type ZoneRowProps = Pick<ZoneTableProps, 'theme' | 'actions'> & {
  readonly summary: ZoneSummary;
  readonly overall: CoastSummary;
  readonly name: string;
  readonly showsTurf: boolean;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
};

function ZoneRow({
  summary,
  overall,
  name,
  showsTurf,
  isSelected,
  isHovered,
  theme,
  actions,
}: ZoneRowProps): JSX.Element {
  const row = useScrollIntoView<HTMLTableRowElement>(isSelected);
  return (
    <tr
      ref={row}
      class={isHovered ? 'is-hovered' : undefined}
      aria-selected={isSelected}
      data-feature={summary.id}
      onMouseEnter={() => actions.hover(summary.id)}
      onMouseLeave={() => actions.hover(undefined)}
    >
      <th scope="row">
        <button
          type="button"
          class="row-button"
          aria-pressed={isSelected}
          onClick={() => actions.select(summary.id)}
        >
          {name}
        </button>
        <ClassBar summary={summary} theme={theme} />
      </th>
      <ZoneTableCells summary={summary} overall={overall} showsTurf={showsTurf} />
    </tr>
  );
}
