import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../domain/bilingual.ts';
import { reasonOf } from '../../domain/result.ts';
import { type I18n, loadDeferredTexts, loadTexts, useI18n } from '../../ui/i18n.tsx';
import { type ExportFormat, ExportMenu } from '../../ui/projects/export-menu.tsx';
import type { TableLayout } from '../../ui/projects/project-rows.ts';
import type { Controller } from '../state/controller.ts';

/** Joins the export of projects to the model: it saves what the filter lets through. */
export function ExportContainer({
  controller: { model },
  order,
  undecided,
}: {
  readonly controller: Controller;
  readonly order: TableLayout['order'];
  /** Why it is not known which projects fit the filter. */
  readonly undecided: string | undefined;
}): JSX.Element {
  const { t, language } = useI18n();
  const share = useSignal<number | undefined>(undefined);
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);
  const save = async (format: ExportFormat): Promise<void> => {
    running.current = new AbortController();
    const { signal } = running.current;
    share.value = 0;
    try {
      const [{ exportProjects }, zh, en] = await Promise.all([
        import('./export-projects.ts'),
        allWords('zh'),
        allWords('en'),
      ]);
      const onProgress = (done: number): void => {
        share.value = done;
      };
      const question = { format, order, words: { zh, en }, language };
      const file = await exportProjects(model, question, { onProgress, signal });
      model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
    } catch (cause) {
      if (signal.aborted) return;
      console.error('not exported:', cause);
      const reason = reasonOf(cause);
      model.page.showMessage({ kind: 'failure', key: 'notSaved', values: { reason } });
    } finally {
      share.value = undefined;
    }
  };
  const isComplete = model.plan.layers.value.every(
    ({ layer, state }) => layer.role !== 'projects' || state.kind !== 'loading',
  );
  return (
    <ExportMenu
      count={model.filter.matchingProjects.value.length}
      all={model.plan.projects.value.length}
      obstacle={isComplete ? undecided : t('loadingPlan')}
      share={share.value}
      onExport={(format) => void save(format)}
      onCancel={() => running.current.abort()}
    />
  );
}

/** The words of a language with those of the later parts: an export says its sources in both. */
async function allWords(language: Language): Promise<I18n> {
  const [words] = await Promise.all([loadTexts(language), loadDeferredTexts(language)]);
  return words;
}
