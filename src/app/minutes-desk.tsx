import type { JSX } from 'preact';
import { MinutesList } from '../ui/minutes-list.tsx';
import { useWords } from '../ui/words.tsx';
import type { Desk } from './desk.ts';
import { today } from './hand-over.ts';
import { minutesAsHtml, minutesAsMarkdown } from './minutes-text.ts';
import { saveFile } from './save-file.ts';

/** Joins the minutes to the model. */
export function MinutesDesk({ desk }: { readonly desk: Desk }): JSX.Element {
  const { model } = desk;
  const words = useWords();
  const save = (format: 'html' | 'markdown'): void => {
    const page = {
      minutes: model.minutes.peek(),
      isSurveyed: model.isSurveyed.peek(),
      words,
    };
    const isHtml = format === 'html';
    const file = `coastplan-minutes-${today(new Date())}.${isHtml ? 'html' : 'md'}`;
    const text = isHtml ? minutesAsHtml(page) : minutesAsMarkdown(page);
    saveFile(file, text, isHtml ? 'text/html' : 'text/markdown');
    model.showMessage({ kind: 'done', key: 'saved', values: { file } });
  };
  return <MinutesList minutes={model.minutes.value} onSave={save} onClear={model.clearMinutes} />;
}
