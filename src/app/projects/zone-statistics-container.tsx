import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { zoneStatisticsCsv } from '../../data/projects/zone-statistics-csv.ts';
import { isPlanThere } from '../../domain/layer-state.ts';
import type { Project } from '../../domain/project.ts';
import { statisticsRecords } from '../../domain/projects/statistics-records.ts';
import type { ZoneStatistics } from '../../domain/projects/zone-statistics.ts';
import { reasonOf } from '../../domain/result.ts';
import type { Zone } from '../../domain/zone.ts';
import { isoLocal } from '../../ui/format-date.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { loadAllTexts } from '../../ui/load-all-texts.ts';
import { ZoneStatisticsTable } from '../../ui/projects/zone-statistics.tsx';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { countByZone } from '../workers/export-client.ts';
import { attempt, type Done } from '../workers/use-task.ts';
import { exportAbout } from './export-about.ts';

/** The statistics per zone of the projects that match the filter, counted apart from the page. */
export function ZoneStatisticsContainer({
  controller: { model, selectAndShow },
}: {
  readonly controller: Controller;
}): JSX.Element {
  const { t } = useI18n();
  const projects = model.filter.matchingProjects.value;
  const zones = model.plan.zones.value;
  // Projects and zones arrive layer by layer, and a filter may still be measured: half of it is no statistic.
  const isReady =
    isPlanThere(model.plan.layers.value) && model.filter.undecided.value === undefined;
  const counted = useZoneStatistics(projects, zones, isReady);
  if (counted?.failure !== undefined)
    return <p role="alert">{t('sizesFailed', { reason: counted.failure })}</p>;
  if (counted?.statistics === undefined)
    return (
      <p class="quiet" role="status">
        {t('zoneStatisticsCounting')}
      </p>
    );
  const { statistics } = counted;
  return (
    <ZoneStatisticsTable
      statistics={statistics}
      projects={projects}
      zones={zones}
      onSelect={selectAndShow}
      onSave={() =>
        void attempt(model.page.showMessage, () => save(model, { statistics, projects, zones }))
      }
    />
  );
}

type Counted = { readonly statistics?: ZoneStatistics; readonly failure?: string };

/** Counts whenever projects or zones change; undefined while it counts. */
function useZoneStatistics(
  projects: readonly Project[],
  zones: readonly Zone[],
  isReady: boolean,
): Counted | undefined {
  const [known, show] = useState<
    (Counted & { readonly of: readonly Project[]; readonly within: readonly Zone[] }) | undefined
  >(undefined);
  useEffect(() => {
    if (!isReady) return;
    const stop = new AbortController();
    countByZone({ projects, zones }, { signal: stop.signal }).then(
      (statistics) => show({ statistics, of: projects, within: zones }),
      (cause: unknown) => {
        if (stop.signal.aborted) return;
        console.error('the zones could not be counted:', cause);
        show({ failure: reasonOf(cause), of: projects, within: zones });
      },
    );
    return () => stop.abort();
  }, [projects, zones, isReady]);
  return isReady && known?.of === projects && known.within === zones ? known : undefined;
}

/** Saves the statistics as CSV, with filter, sources' notices and what they count in each row. */
async function save(
  model: Model,
  {
    statistics,
    projects,
    zones,
  }: {
    readonly statistics: ZoneStatistics;
    readonly projects: readonly Project[];
    readonly zones: readonly Zone[];
  },
): Promise<Done> {
  const [zh, en] = await Promise.all([loadAllTexts('zh'), loadAllTexts('en')]);
  const now = new Date();
  const { notices, filter } = await exportAbout(model, projects, {
    words: { zh, en },
    exportedAt: isoLocal(now.toISOString()),
    query: location.search,
  });
  const counts = { zh: zh.t('zoneStatisticsNote'), en: en.t('zoneStatisticsNote') };
  const file = `coastplan-zones-${today(now)}.csv`;
  const records = statisticsRecords(statistics);
  saveFile(file, zoneStatisticsCsv(records, zones, [counts, filter, ...notices]), 'text/csv');
  return { key: 'saved', values: { file } };
}
