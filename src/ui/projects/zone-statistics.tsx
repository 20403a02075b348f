import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { PROJECT_STATUSES, type Project } from '../../domain/project.ts';
import type {
  SizeTally,
  StatusTally,
  ZoneStatistics,
} from '../../domain/projects/zone-statistics.ts';
import { GRADE_SYMBOLS } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Icon } from '../controls/icon.tsx';
import { decimalsSeen, formatNumber, UNITS } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { MEASURED_DECIMALS } from './project-table-foot.tsx';

/** Props of the statistics per zone. */
export type ZoneStatisticsTableProps = {
  readonly statistics: ZoneStatistics;
  /** The projects that match the filter, of which they are. */
  readonly projects: readonly Project[];
  readonly zones: readonly Zone[];
  readonly onSelect: (id: string) => void;
  /** Saves the table as CSV. */
  readonly onSave: () => void;
};

/** How many projects, metres and hectares each zone has, by status, with what lies outside and what has no site. */
export function ZoneStatisticsTable(props: ZoneStatisticsTableProps): JSX.Element {
  const { statistics, zones } = props;
  const words = useI18n();
  const { t, pick, language } = words;
  const isByStatus = useSignal(true);
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const shown = { isByStatus: isByStatus.value, words };
  return (
    <div class="zone-statistics">
      <div class="panel-bar">
        <Checkbox
          label={t('zoneStatisticsByStatus')}
          isChecked={isByStatus.value}
          onChange={(isChosen) => {
            isByStatus.value = isChosen;
          }}
        />
        <button type="button" class="text-button" onClick={props.onSave}>
          <Icon name="download" />
          {t('zoneStatisticsCsv')}
        </button>
      </div>
      <section
        class="zone-statistics__scroller"
        aria-label={t('zoneStatisticsTitle')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus (WCAG 2.1.1)
        tabIndex={0}
      >
        <table>
          <caption class="visually-hidden">{t('zoneStatisticsTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('zone')}</th>
              <th scope="col">{t('zoneStatisticsCount')}</th>
              <th scope="col">{t('zoneStatisticsPoints')}</th>
              <th scope="col">
                {t('zoneStatisticsLength')} {UNITS.kilometre[language]}
              </th>
              <th scope="col">
                {t('zoneStatisticsArea')} {UNITS.squareKilometre[language]}
              </th>
            </tr>
          </thead>
          {statistics.zones.map((tally) => {
            const zone = byId.get(tally.zoneId);
            const grade = zone?.grade && pick(GRADE_SYMBOLS[zone.grade].label);
            return (
              <ZoneRows
                key={tally.zoneId}
                {...shown}
                name={zone ? pick(zone.name) : tally.zoneId}
                note={grade}
                tally={tally}
              />
            );
          })}
          <ZoneRows
            {...shown}
            name={t('zoneStatisticsOutside')}
            note={undefined}
            tally={statistics.outside}
          />
          <ZoneRows
            {...shown}
            name={t('zoneStatisticsTotal')}
            note={t('zoneStatisticsOnce')}
            tally={statistics.total}
            isTotal
          />
        </table>
      </section>
      <StatisticsNotes {...props} />
    </div>
  );
}

/** What the figures count and leave out, and the projects that have no site. */
function StatisticsNotes({
  statistics,
  projects,
  onSelect,
}: ZoneStatisticsTableProps): JSX.Element {
  const { t, pick, language } = useI18n();
  const { sharedIds, unlocatedIds } = statistics;
  const unlocated = new Set(unlocatedIds);
  return (
    <>
      <p class="quiet" role="status">
        {[
          t('zoneStatisticsNote'),
          ...(sharedIds.length > 0 ? [t('zoneStatisticsShared', { count: sharedIds.length })] : []),
        ].join(language === 'en' ? ' ' : '')}
      </p>
      {unlocated.size > 0 && (
        <details>
          <summary>{t('zoneStatisticsUnlocated', { count: unlocated.size })}</summary>
          <ul>
            {projects
              .filter(({ id }) => unlocated.has(id))
              .map(({ id, name, status }) => (
                <li key={id}>
                  <button type="button" class="link-button" onClick={() => onSelect(id)}>
                    {pick(name)}
                  </button>{' '}
                  <span class="quiet">{t(`status_${status}`)}</span>
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  );
}

type ZoneRowsProps = {
  readonly name: string;
  readonly note: string | undefined;
  readonly tally: StatusTally;
  readonly isByStatus: boolean;
  readonly isTotal?: boolean;
  readonly words: I18n;
};

/** A zone in all, and below it a row for each status that it has. */
function ZoneRows({ name, note, tally, isByStatus, isTotal, words }: ZoneRowsProps): JSX.Element {
  return (
    <tbody data-total={isTotal === true}>
      <tr class="zone-statistics__zone">
        <th scope="rowgroup">
          {name}
          {note !== undefined && <small>{note}</small>}
        </th>
        <Figures tally={tally.all} words={words} />
      </tr>
      {isByStatus &&
        PROJECT_STATUSES.map((status) => {
          const own = tally.byStatus.get(status);
          return (
            own && (
              <tr key={status}>
                <th scope="row">{words.t(`status_${status}`)}</th>
                <Figures tally={own} words={words} />
              </tr>
            )
          );
        })}
    </tbody>
  );
}

/** The figures of a row; a dash where there is nothing to measure, so that zeros mean something. */
function Figures({
  tally: { count, points, lengthM, areaM2 },
  words: { language },
}: {
  readonly tally: SizeTally;
  readonly words: I18n;
}): JSX.Element {
  const measured = (value: number): string =>
    value === 0 ? '–' : formatNumber(value, decimalsSeen(value, MEASURED_DECIMALS), language);
  return (
    <>
      <td>{formatNumber(count, 0, language)}</td>
      <td>{points === 0 ? '–' : formatNumber(points, 0, language)}</td>
      <td>{measured(lengthM / 1e3)}</td>
      <td>{measured(areaM2 / 1e6)}</td>
    </>
  );
}
