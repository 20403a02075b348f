import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Minute } from '../../domain/views/minute.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { MinutesList } from '../../ui/views/minutes-list.tsx';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { meetingsOf } from './meetings.ts';
import { meetingName, minutesAsHtml, minutesAsMarkdown } from './minutes-text.ts';

/** The list of minutes with the model's values. */
export function MinutesContainer({ controller }: { readonly controller: Controller }): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const chosen = useSignal<string | undefined>(undefined);
  const meetings = meetingsOf(model.minutes.entries.value);
  const meeting = meetings.find(({ at }) => at === chosen.value);
  const minutes = meeting?.entries.map(({ minute }) => minute) ?? model.minutes.entries.value;
  const save = async (format: 'html' | 'markdown'): Promise<void> => {
    const isHtml = format === 'html';
    const page = { minutes, coastStatus: model.plan.coastStatus.peek(), words };
    const file = `coastplan-minutes-${today(new Date())}.${isHtml ? 'html' : 'md'}`;
    const text = isHtml
      ? minutesAsHtml({ ...page, pictures: await picturesOf(model, minutes) })
      : minutesAsMarkdown(page);
    saveFile(file, text, isHtml ? 'text/html' : 'text/markdown');
    model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
  };
  return (
    <MinutesList
      minutes={minutes}
      meetings={meetings.map((each) => [each.at, meetingName(each, words)] as const)}
      chosen={meeting?.at}
      onChoose={(at) => {
        chosen.value = at;
      }}
      onSave={(format) => void save(format)}
      onClear={model.minutes.clear}
    />
  );
}

/** The size of a picture in the minutes. */
const SIZE = { width: 960, height: 540, pixelRatio: 0.5 } as const;

/** The views that the minutes name and that are still there, drawn; one that cannot be drawn has no picture. */
async function picturesOf(
  model: Model,
  minutes: readonly Minute[],
): Promise<ReadonlyMap<number, string>> {
  const { viewImage } = await import('../image/view-image.ts');
  const numbers = new Set(
    minutes.flatMap(({ kind, number }) =>
      kind === 'view' && number !== undefined ? [number] : [],
    ),
  );
  const pictures = new Map<number, string>();
  for (const number of numbers) {
    const view = model.views.placeOf(number)?.view;
    if (view === undefined || model.map.state.peek() === 'failed') continue;
    try {
      const { blob } = await viewImage(model, view, SIZE);
      pictures.set(number, await asDataUrl(blob));
    } catch (cause) {
      console.info('no picture in the minutes:', cause);
    }
  }
  return pictures;
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
