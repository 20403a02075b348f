import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import { AreaStatisticsNotes, type CountedAreas } from '../audit/area-statistics-notes.tsx';
import { useI18n } from '../i18n.tsx';
import { ReportZones } from './report-zones.tsx';

/** The coast counted by the areas of a layer, or by its islands. */
export type ReportedStatistics = CountedAreas & {
  /** The layer's title; undefined for islands. */
  readonly title: Bilingual | undefined;
};

/** The tables of the coast by other areas than its zones, as they were counted on the page. */
export function ReportStatistics({
  statistics,
}: {
  readonly statistics: readonly ReportedStatistics[];
}): JSX.Element {
  const { t, pick } = useI18n();
  return (
    <>
      {statistics.map(({ title, ...counted }) => {
        const { areas, audit, areIslands } = counted;
        const names = new Map(areas.map(({ id, name }) => [id, pick(name)]));
        return (
          <section key={title === undefined ? 'islands' : pick(title)}>
            <h2>
              {title === undefined
                ? t('islandsTitle')
                : t('reportStatisticsTitle', { layer: pick(title) })}
            </h2>
            <ReportZones
              zones={audit.zones}
              overall={audit.overall}
              rowTitle={t(areIslands ? 'islandsRow' : 'areaStatisticsRow')}
              wholeName={t(areIslands ? 'islandsAll' : 'areaStatisticsAll', {
                count: areas.length,
              })}
              nameOf={(id) => names.get(id) ?? id}
            />
            <AreaStatisticsNotes {...counted} />
          </section>
        );
      })}
    </>
  );
}
