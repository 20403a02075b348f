import type { JSX } from 'preact';
import { useI18n } from '../../ui/i18n.tsx';
import { MinutesList } from '../../ui/views/minutes-list.tsx';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import type { Controller } from '../state/controller.ts';
import { minutesAsHtml, minutesAsMarkdown } from './minutes-text.ts';

/** The list of minutes with the model's values. */
export function MinutesContainer({ controller }: { readonly controller: Controller }): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const save = (format: 'html' | 'markdown'): void => {
    const page = {
      minutes: model.minutes.entries.peek(),
      coastStatus: model.plan.coastStatus.peek(),
      words,
    };
    const isHtml = format === 'html';
    const file = `coastplan-minutes-${today(new Date())}.${isHtml ? 'html' : 'md'}`;
    const text = isHtml ? minutesAsHtml(page) : minutesAsMarkdown(page);
    saveFile(file, text, isHtml ? 'text/html' : 'text/markdown');
    model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
  };
  return (
    <MinutesList
      minutes={model.minutes.entries.value}
      onSave={save}
      onClear={model.minutes.clear}
    />
  );
}
