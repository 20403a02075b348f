import type { JSX } from 'preact';
import { useI18n } from '../../ui/i18n.tsx';
import { loadAllTexts } from '../../ui/load-all-texts.ts';
import { type ExportFormat, ExportMenu } from '../../ui/projects/export-menu.tsx';
import type { TableLayout } from '../../ui/projects/project-rows.ts';
import type { Controller } from '../state/controller.ts';
import { useTask } from '../workers/use-task.ts';

/** The export menu of the projects; it saves those that match the filter. */
export function ExportContainer({
  controller: { model },
  order,
  undecided,
}: {
  readonly controller: Controller;
  readonly order: TableLayout['order'];
  /** The reason why it is not yet known which projects match the filter. */
  readonly undecided: string | undefined;
}): JSX.Element {
  const { t, language } = useI18n();
  const task = useTask(model.page.showMessage);
  const save = (format: ExportFormat): Promise<void> =>
    task.run(async (options) => {
      const [{ exportProjects }, zh, en] = await Promise.all([
        import('./export-projects.ts'),
        loadAllTexts('zh'),
        loadAllTexts('en'),
      ]);
      const question = { format, order, words: { zh, en }, language };
      return { key: 'saved', values: { file: await exportProjects(model, question, options) } };
    });
  const isComplete = model.plan.layers.value.every(
    ({ layer, state }) => layer.role !== 'projects' || state.kind !== 'loading',
  );
  return (
    <ExportMenu
      count={model.filter.matchingProjects.value.length}
      all={model.plan.projects.value.length}
      obstacle={isComplete ? undecided : t('loadingPlan')}
      share={task.share.value}
      onExport={(format) => void save(format)}
      onCancel={task.stop}
    />
  );
}
