import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { reasonOf } from '../../domain/result.ts';
import type { Deck } from '../../domain/views/saved-view.ts';
import { DeckExport } from '../../ui/views/deck-export.tsx';
import type { Controller } from '../state/controller.ts';
import type { DeckExportFormat } from './export-deck.tsx';

/** Joins the handing over of a deck to the desk; what makes the files is fetched when a file is asked for. */
export function DeckExportContainer({
  controller,
  deck,
}: {
  readonly controller: Controller;
  readonly deck: Deck;
}): JSX.Element {
  const { model } = controller;
  const share = useSignal<number | undefined>(undefined);
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);
  const hand = async (as: DeckExportFormat): Promise<void> => {
    running.current = new AbortController();
    const { signal } = running.current;
    share.value = 0;
    const onProgress = (done: number): void => {
      share.value = done;
    };
    try {
      const [{ exportDeck }, engines] = await Promise.all([
        import('./export-deck.tsx'),
        controller.engines(),
      ]);
      const file = await exportDeck(deck, engines, as, { onProgress, signal });
      model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
    } catch (cause) {
      if (signal.aborted) return;
      console.error('not handed over:', cause);
      const reason = reasonOf(cause);
      model.page.showMessage({ kind: 'failure', key: 'notSaved', values: { reason } });
    } finally {
      share.value = undefined;
    }
  };
  return (
    <DeckExport
      isReady={model.audit.state.value.kind === 'ready'}
      share={share.value}
      onSlides={(shape) => void hand({ kind: 'pptx', shape })}
      onWorkbook={() => void hand({ kind: 'xlsx' })}
      onCancel={() => running.current.abort()}
    />
  );
}
