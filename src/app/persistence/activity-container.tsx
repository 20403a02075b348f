import type { JSX } from 'preact';
import { csvText } from '../../data/csv-text.ts';
import type { ActivityEntry } from '../../domain/views/activity.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { ActivityList } from '../../ui/views/activity-list.tsx';
import { activityInWords, type NameOfStretch } from '../../ui/views/activity-words.ts';
import type { Model } from '../state/model.ts';
import { today } from './save-and-open.ts';
import { saveFile } from './save-file.ts';

/** The activity log of the work at hand. */
export function ActivityContainer({
  model: { workspace, page, plan },
}: {
  readonly model: Pick<Model, 'workspace' | 'page' | 'plan'>;
}): JSX.Element {
  const words = useI18n();
  const entries = workspace.activity.value;
  const names = new Map(plan.loadedSegments.value.map(({ id, name }) => [id, name]));
  const nameOf: NameOfStretch = (id) => names.get(id);
  const save = (): void => {
    const file = `coastplan-activity-${today(new Date())}.csv`;
    saveFile(file, activityCsv(entries, nameOf, words), 'text/csv');
    page.showMessage({ kind: 'done', key: 'saved', values: { file } });
  };
  return <ActivityList entries={entries} nameOf={nameOf} onSave={save} />;
}

/**
 * The log as CSV, the oldest entry first: time, what, from and to in words; then the same with the ids and codes of the
 * data, which stay when names change.
 */
export function activityCsv(
  entries: readonly ActivityEntry[],
  nameOf: NameOfStretch,
  words: I18n,
): string {
  return csvText([
    ['at', 'what_in_words', 'from_in_words', 'to_in_words', 'what', 'from', 'to'],
    ...entries.map((entry) => {
      const { at, what, from, to } = entry;
      const said = activityInWords(entry, nameOf, words);
      return [at, words.t(`activity_${what}`), said.from, said.to, what, from, to];
    }),
  ]);
}
