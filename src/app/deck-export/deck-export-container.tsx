import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Deck } from '../../domain/views/saved-view.ts';
import { DeckHandOver } from '../../ui/views/deck-export.tsx';
import type { Desk } from '../controller.ts';
import type { HandOverAs } from './export-deck.tsx';

/** Joins the handing over of a deck to the desk; what makes the files is fetched when a file is asked for. */
export function DeckHandOverDesk({
  desk,
  deck,
}: {
  readonly desk: Desk;
  readonly deck: Deck;
}): JSX.Element {
  const { model } = desk;
  const share = useSignal<number | undefined>(undefined);
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);
  const hand = async (as: HandOverAs): Promise<void> => {
    running.current = new AbortController();
    const { signal } = running.current;
    share.value = 0;
    const onProgress = (done: number): void => {
      share.value = done;
    };
    try {
      const [{ handOverDeck }, engines] = await Promise.all([
        import('./export-deck.tsx'),
        desk.engines(),
      ]);
      const file = await handOverDeck(deck, engines, as, { onProgress, signal });
      model.showMessage({ kind: 'done', key: 'saved', values: { file } });
    } catch (cause) {
      if (signal.aborted) return;
      console.error('not handed over:', cause);
      const reason = cause instanceof Error ? cause.message : String(cause);
      model.showMessage({ kind: 'failure', key: 'notSaved', values: { reason } });
    } finally {
      share.value = undefined;
    }
  };
  return (
    <DeckHandOver
      isReady={model.auditState.value.kind === 'ready'}
      share={share.value}
      onSlides={(shape) => void hand({ kind: 'pptx', shape })}
      onWorkbook={() => void hand({ kind: 'xlsx' })}
      onCancel={() => running.current.abort()}
    />
  );
}
