import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CoastSummary, Verdict, ZoneSummary } from '../../domain/audit/audit.ts';
import type { RealmChoice } from '../../domain/coastline.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { Icon } from '../controls/icon.tsx';
import { useScrollIntoView } from '../controls/use-scroll-into-view.ts';
import { UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { ClassBar } from './class-bar.tsx';
import { ZoneTableCells } from './zone-table-cells.tsx';
import {
  nextZoneOrder,
  orderZones,
  ZONE_COLUMNS,
  type ZoneColumn,
  type ZoneOrder,
} from './zone-table-sort.ts';

/** What the table of zones shows and tells. */
export type ZoneTableProps = {
  readonly zones: readonly Zone[];
  readonly summaries: readonly ZoneSummary[];
  readonly overall: CoastSummary;
  readonly realm: RealmChoice;
  readonly selectedZoneId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onSelectZone: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
  /** All columns are wanted: gives the panel room for them. */
  readonly onWiden: () => void;
};

/**
 * Ratio, verdict, lengths and area per protection zone; a picked row is the picked zone on the map. A
 * narrow panel has the columns that decide; on a phone, all of them on demand, scrolling.
 */
export function ZoneTable(props: ZoneTableProps): JSX.Element {
  const { t, pick } = useI18n();
  const order = useSignal<ZoneOrder>({ column: undefined, isDescending: true });
  const verdict = useSignal<Verdict | undefined>(undefined);
  const showsTurf = useSignal(false);
  const showsAll = useSignal(false);
  const { zones, summaries, overall } = props;
  const box = `scroll-box zones${showsAll.value ? ' zones--all' : ''}`;
  const nameOf = ({ id }: ZoneSummary): string => {
    const zone = zones.find((candidate) => candidate.id === id);
    return zone === undefined ? id : pick(zone.name);
  };
  const shown = orderZones(
    summaries.filter((summary) => verdict.value === undefined || summary.verdict === verdict.value),
    order.value,
    nameOf,
  );
  const present = VERDICTS.filter((candidate) =>
    summaries.some((summary) => summary.verdict === candidate),
  );
  return (
    <>
      <div class="panel-bar">
        <label class="inline-field">
          <span>{t('verdictFilter')}</span>
          <select
            class="text-field"
            value={verdict.value ?? ''}
            onChange={({ currentTarget }) => {
              verdict.value = VERDICTS.find((candidate) => candidate === currentTarget.value);
            }}
          >
            <option value="">{t('allOf', { count: summaries.length })}</option>
            {present.map((candidate) => (
              <option key={candidate} value={candidate}>
                {t(`verdictName_${candidate}`)} (
                {summaries.filter((summary) => summary.verdict === candidate).length})
              </option>
            ))}
          </select>
        </label>
        <label class="inline-field">
          <input
            type="checkbox"
            checked={showsTurf.value}
            onChange={({ currentTarget }) => {
              showsTurf.value = currentTarget.checked;
            }}
          />
          <span>{t('showTurf')}</span>
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class={box} aria-label={t('zonesTitle')} tabIndex={0}>
        <table class="zone-table">
          <caption class="visually-hidden">{t('zonesCaption')}</caption>
          <thead>
            <tr>
              {ZONE_COLUMNS.map((column) => (
                <ColumnHead
                  key={column}
                  column={column}
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
                {...props}
                summary={summary}
                name={nameOf(summary)}
                showsTurf={showsTurf.value}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t(`allZones_${props.realm}`)}</th>
              <ZoneTableCells summary={overall} showsTurf={showsTurf.value} />
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
      {shown.length === 0 && <p class="quiet">{t('noZoneMatches')}</p>}
    </>
  );
}

const VERDICTS = ['pass', 'too-close', 'fail', 'no-coast'] as const satisfies readonly Verdict[];

function ColumnHead({
  column,
  order,
  onOrder,
}: {
  readonly column: ZoneColumn;
  readonly order: ZoneOrder;
  readonly onOrder: (order: ZoneOrder) => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const unit = ['zone', 'ratio', 'verdict'].includes(column)
    ? ''
    : UNITS[column === 'area' ? 'squareKilometre' : 'kilometre'][language];
  const isOrdered = order.column === column;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" data-column={column} aria-sort={isOrdered ? direction : 'none'}>
      <button
        type="button"
        class="sort-button"
        onClick={() => onOrder(nextZoneOrder(order, column))}
      >
        {t(column)} <span class="zone-table__unit">{unit}</span>
        <span aria-hidden="true">{isOrdered ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

type ZoneRowProps = ZoneTableProps & {
  readonly summary: ZoneSummary;
  readonly name: string;
  readonly showsTurf: boolean;
};

function ZoneRow({
  summary,
  name,
  showsTurf,
  selectedZoneId,
  hoveredId,
  theme,
  onSelectZone,
  onHover,
}: ZoneRowProps): JSX.Element {
  const isSelected = summary.id === selectedZoneId;
  const row = useScrollIntoView<HTMLTableRowElement>(isSelected);
  return (
    <tr
      ref={row}
      class={summary.id === hoveredId ? 'is-hovered' : undefined}
      aria-selected={isSelected}
      data-feature={summary.id}
      onMouseEnter={() => onHover(summary.id)}
      onMouseLeave={() => onHover(undefined)}
    >
      <th scope="row">
        <button
          type="button"
          class="row-button"
          aria-pressed={isSelected}
          onClick={() => onSelectZone(summary.id)}
        >
          {name}
        </button>
        <ClassBar summary={summary} theme={theme} />
      </th>
      <ZoneTableCells summary={summary} showsTurf={showsTurf} />
    </tr>
  );
}
