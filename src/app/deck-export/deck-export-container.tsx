import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Deck } from '../../domain/views/saved-view.ts';
import { DeckExport, type SlideShape } from '../../ui/views/deck-export.tsx';
import type { Controller } from '../state/controller.ts';
import { useTask } from '../workers/use-task.ts';
import type { DeckExportFormat } from './export-deck.ts';

/** The export menu of a deck; the code that writes the files is loaded with the first export. */
export function DeckExportContainer({
  controller,
  deck,
  shape,
}: {
  readonly controller: Controller;
  readonly deck: Deck;
  /** The shape of the slides, which stays when another deck is chosen. */
  readonly shape: Signal<SlideShape>;
}): JSX.Element {
  const { model } = controller;
  const task = useTask(model.page.showMessage);
  const save = (as: DeckExportFormat): Promise<void> =>
    task.run(async (options) => {
      const [{ exportDeck }, engines] = await Promise.all([
        import('./export-deck.ts'),
        controller.engines(),
      ]);
      const file = await exportDeck(deck, engines, as, options);
      return file === undefined ? undefined : { key: 'saved', values: { file } };
    });
  return (
    <DeckExport
      isReady={model.audit.state.value.kind === 'ready'}
      share={task.share.value}
      shape={shape.value}
      onShape={(chosen) => {
        shape.value = chosen;
      }}
      onSlides={() => void save({ kind: 'pptx', shape: shape.peek() })}
      onPdf={() => void save({ kind: 'pdf', shape: shape.peek() })}
      onWorkbook={() => void save({ kind: 'xlsx' })}
      onCancel={task.stop}
    />
  );
}
