import type { JSX } from 'preact';
import { csvText } from '../../data/csv-text.ts';
import type { ActivityEntry } from '../../domain/views/activity.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { ActivityList } from '../../ui/views/activity-list.tsx';
import type { Model } from '../state/model.ts';
import { today } from './save-and-open.ts';
import { saveFile } from './save-file.ts';

/** The activity log of the work at hand. */
export function ActivityContainer({
  model: { workspace, page },
}: {
  readonly model: Pick<Model, 'workspace' | 'page'>;
}): JSX.Element {
  const words = useI18n();
  const entries = workspace.activity.value;
  const save = (): void => {
    const file = `coastplan-activity-${today(new Date())}.csv`;
    saveFile(file, activityCsv(entries, words), 'text/csv');
    page.showMessage({ kind: 'done', key: 'saved', values: { file } });
  };
  return <ActivityList entries={entries} onSave={save} />;
}

/** The log as CSV, the oldest entry first: time, what as a code and in words, from, to. */
export function activityCsv(entries: readonly ActivityEntry[], { t }: Pick<I18n, 't'>): string {
  return csvText([
    ['at', 'what', 'what_in_words', 'from', 'to'],
    ...entries.map(({ at, what, from, to }) => [at, what, t(`activity_${what}`), from, to]),
  ]);
}
