import { createDisposer, type Dispose, type Disposer } from '../state/disposer.ts';

/** Answers one message of the page around. */
export type HostAnswer = (event: MessageEvent<unknown>) => void;

/** The most messages that are held: a page that sends more before it is answered is not in earnest. */
const MOST = 20;

/**
 * Listens to the page around from the first moment on, and holds its messages until the part that answers is
 * loaded. Messages of any other window are ignored.
 */
export function bufferMessages(load: (disposer: Disposer) => Promise<HostAnswer>): Dispose {
  const disposer = createDisposer();
  const early: MessageEvent<unknown>[] = [];
  let answer: HostAnswer = (event) => {
    if (early.length < MOST) early.push(event);
  };
  const receive = (event: MessageEvent<unknown>): void => {
    if (event.source === parent) answer(event);
  };
  window.addEventListener('message', receive);
  disposer.add(() => window.removeEventListener('message', receive));
  load(disposer).then(
    (ready) => {
      answer = ready;
      for (const event of early.splice(0)) ready(event);
    },
    (cause: unknown) => {
      if (!disposer.signal.aborted) console.error('the page around gets no answer:', cause);
    },
  );
  return disposer.dispose;
}
