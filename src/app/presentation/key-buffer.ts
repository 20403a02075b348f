/** Holds keys back from the moment a presentation is asked for until its own code listens. */
export type KeyBuffer = {
  readonly hold: () => void;
  /** Presses the held keys again, in order, for whoever listens now; none after one that ends the presentation. */
  readonly release: () => void;
  readonly discard: () => void;
};

/** What a clicker and a keyboard lead with, beside single characters; browser keys such as F11 stay the browser's. */
const NAMED_KEYS: readonly string[] = [
  ...['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'],
  ...['Home', 'End', 'Enter', 'Backspace', 'Escape', 'F5'],
];

/**
 * The code of the presentation is fetched when it is first wanted. Keys pressed meanwhile would be lost, or would mean
 * what they mean on the desk. Once the desk is put away (`isPresenting`), Escape passes: the code may never come.
 */
export function createKeyBuffer(isPresenting: () => boolean): KeyBuffer {
  const held: KeyboardEventInit[] = [];
  const hold = (event: KeyboardEvent): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey, repeat } = event;
    if (altKey || ctrlKey || metaKey) return;
    if (key.length > 1 && !NAMED_KEYS.includes(key)) return;
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
