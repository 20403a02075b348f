import { createDisposer, type Dispose, listen } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';

/** The browser's full screen, as a presentation uses it. */
export type FullScreen = {
  /**
   * Asks for it, unless the page has it; false where the browser refuses. A browser grants it only right after a
   * key or a click on this page.
   */
  readonly request: () => Promise<boolean>;
  /** Leaves it, also one that was requested a moment ago and is only coming. */
  readonly leave: () => Promise<void>;
  readonly toggle: () => Promise<boolean>;
  /** A window is about to open: Chrome ends full screen for it, and the next press brings it back. */
  readonly expectWindow: () => void;
  readonly destroy: Dispose;
};

/** How long after a window has opened the end of full screen is put down to it, in milliseconds. */
const WINDOW_OPENS = 3000;

/** The parts of the page that full screen needs. */
type FullScreenPage = Pick<Document, 'addEventListener' | 'removeEventListener'> &
  Pick<Document, 'documentElement' | 'fullscreenElement' | 'exitFullscreen'>;

/**
 * Full screen for a presentation. Where the browser has ended it for a second window, the next key or press on this
 * page asks for it again. The model knows whether the page has it.
 */
export function createFullScreen(
  model: Pick<Model, 'presentation'>,
  page: FullScreenPage = document,
): FullScreen {
  const disposer = createDisposer();
  let requested: Promise<boolean> | undefined;
  let windowAt = Number.NEGATIVE_INFINITY;
  let isLost = false;
  const settle = (): void => {
    isLost = false;
    windowAt = Number.NEGATIVE_INFINITY;
  };
  const isOn = (): boolean => page.fullscreenElement !== null;
  const ask = async (): Promise<boolean> => {
    settle();
    try {
      await page.documentElement.requestFullscreen();
      return true;
    } catch (cause) {
      console.info('no full screen:', cause);
      return false;
    }
  };
  const askAgain = (): void => {
    if (isLost && model.presentation.isPresenting.peek() && !isOn()) void ask();
  };
  const follow = (): void => {
    model.presentation.noteFullScreen(isOn());
    if (isOn()) lockEscape();
    else
      isLost =
        model.presentation.isPresenting.peek() && performance.now() - windowAt < WINDOW_OPENS;
  };
  disposer.add(listen(page, 'fullscreenchange', follow));
  // Before the presentation's own keys: only the first press after the window counts as the user's wish.
  for (const press of ['keydown', 'pointerdown'] as const) {
    page.addEventListener(press, askAgain, { capture: true });
    disposer.add(() => page.removeEventListener(press, askAgain, { capture: true }));
  }
  return {
    request: () => {
      requested = isOn() ? undefined : ask();
      return requested ?? Promise.resolve(true);
    },
    leave: async () => {
      settle();
      await requested;
      unlockEscape();
      if (isOn()) await page.exitFullscreen();
    },
    toggle: async () => {
      if (!isOn()) return ask();
      settle();
      await page.exitFullscreen();
      return true;
    },
    expectWindow: () => {
      windowAt = performance.now();
    },
    destroy: disposer.dispose,
  };
}

/**
 * Gives Escape to the page while it is full screen (Chrome, Edge): it then closes what lies on top, as in a window,
 * and held down it still ends full screen. Elsewhere the first Escape ends full screen alone.
 */
function lockEscape(): void {
  const keyboard = keyboardLock();
  if (keyboard === undefined) return;
  Promise.resolve(keyboard.lock(['Escape'])).catch((cause: unknown) =>
    console.info('Escape stays the browser’s:', cause),
  );
}

function unlockEscape(): void {
  keyboardLock()?.unlock();
}

type KeyboardLock = { readonly lock: (keys: string[]) => unknown; readonly unlock: () => void };

/** The Keyboard Lock API (WICG), which only some browsers have. */
function keyboardLock(): KeyboardLock | undefined {
  const keyboard: unknown = Reflect.get(navigator, 'keyboard');
  return isKeyboardLock(keyboard) ? keyboard : undefined;
}

function isKeyboardLock(value: unknown): value is KeyboardLock {
  return typeof value === 'object' && value !== null && 'lock' in value && 'unlock' in value;
}
