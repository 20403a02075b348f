import type { KeyBuffer } from '../state/controller.ts';

/** Keys of clickers and keyboards that are held, beside single characters; F11 and others stay the browser's. */
const NAMED_KEYS = /^(Page(Down|Up)|Arrow(Right|Left|Down|Up)|Home|End|Enter|Backspace|Escape|F5)$/;

/**
 * The presentation's code is fetched when it is first needed. Without the buffer, keys pressed meanwhile would be
 * lost, or would act on the app. Once the presentation has started (`isPresenting`), Escape passes, since the code
 * may never arrive.
 */
export function createKeyBuffer(isPresenting: () => boolean): KeyBuffer {
  const held: KeyboardEventInit[] = [];
  const hold = (event: KeyboardEvent): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey, repeat } = event;
    if (altKey || ctrlKey || metaKey) return;
    if (key.length > 1 && !NAMED_KEYS.test(key)) return;
    if (key === 'Escape' && isPresenting()) {
      discard();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!repeat) held.push({ key, shiftKey, bubbles: true, cancelable: true });
  };
  const stop = (): readonly KeyboardEventInit[] => {
    document.removeEventListener('keydown', hold, { capture: true });
    return held.splice(0);
  };
  const discard = (): void => {
    stop();
  };
  return {
    hold: () => document.addEventListener('keydown', hold, { capture: true }),
    release: () => {
      for (const press of stop())
        if (isPresenting()) document.body.dispatchEvent(new KeyboardEvent('keydown', press));
    },
    discard,
  };
}
