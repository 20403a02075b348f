import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CodeListFault } from '../../data/export/class-codes.ts';
import { prefixOf, zoneCodesOfPlan } from '../../domain/coordinates/gauss-krueger-zone.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { loadAllTexts } from '../../ui/load-all-texts.ts';
import { type DataQuestion, ExportData } from '../../ui/own-data/export-data.tsx';
import type { Model } from '../state/model.ts';
import { useTask } from '../workers/use-task.ts';

/** The export of plan and work as data for other programs. */
export function ExportDataContainer({ model }: { readonly model: Model }): JSX.Element | null {
  const { t } = useI18n();
  const task = useTask(model.page.showMessage);
  const codeFault = useSignal<CodeListFault | undefined>(undefined);
  const { plan, workspace, filter } = model;
  if (plan.catalogue.value.kind !== 'ready') return null;
  const { zone, ...codes } = zoneCodesOfPlan(plan.frame.value);
  const save = (question: DataQuestion): Promise<void> => {
    codeFault.value = undefined;
    return task.run(async (options) => {
      const [{ exportData }, zh, en] = await Promise.all([
        import('./export-data.ts'),
        loadAllTexts('zh'),
        loadAllTexts('en'),
      ]);
      const saved = await exportData(model, question, { words: { zh, en }, watch: options });
      if (saved.ok) return saved.value;
      codeFault.value = saved.error;
      return undefined;
    });
  };
  const isLoading = plan.layers.value.some(({ state }) => state.kind === 'loading');
  const segments = plan.segments.value;
  const loaded = plan.loadedSegments.value;
  return (
    <ExportData
      counts={{
        coastline: segments.length,
        reclassified: segments.filter((segment, index) => segment !== loaded[index]).length,
        zones: plan.zones.value.length,
        projects: plan.projects.value.length,
        scenarios: workspace.scenarios.value.reduce((sum, { sites }) => sum + sites.length, 0),
        shown: plan.layers.value.reduce(
          (sum, { state }) =>
            state.kind === 'ready' && state.content.role === 'shown'
              ? sum + state.content.features.length
              : sum,
          0,
        ),
      }}
      matching={filter.matchingProjects.value.length}
      zone={{ ...codes, meridian: zone.centralMeridian, prefix: prefixOf(zone) }}
      obstacle={isLoading ? t('loadingPlan') : undefined}
      codeFault={codeFault.value}
      share={task.share.value}
      onExport={(question) => void save(question)}
      onCancel={task.stop}
    />
  );
}
