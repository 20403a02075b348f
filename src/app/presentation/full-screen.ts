import type { Model } from '../state/model.ts';

/** The browser's full screen, as a presentation uses it. */
export type FullScreen = {
  /** Asks for it, unless the page has it; a browser grants it only right after a key or a click. */
  readonly request: () => Promise<void>;
  /** Leaves it, also one that was requested a moment ago and is only coming. */
  readonly leave: () => Promise<void>;
  readonly toggle: () => Promise<void>;
};

/** Full screen for a presentation; the user is told where the browser refuses it. */
export function createFullScreen(model: Pick<Model, 'page'>): FullScreen {
  let requested: Promise<void> | undefined;
  const ask = async (): Promise<void> => {
    try {
      await document.documentElement.requestFullscreen();
    } catch (cause) {
      console.info('no full screen:', cause);
      model.page.showMessage({ kind: 'failure', key: 'presentationFullRefused' });
    }
  };
  return {
    request: () => {
      requested = document.fullscreenElement === null ? ask() : undefined;
      return requested ?? Promise.resolve();
    },
    leave: async () => {
      await requested;
      if (document.fullscreenElement !== null) await document.exitFullscreen();
    },
    toggle: async () => {
      if (document.fullscreenElement === null) await ask();
      else await document.exitFullscreen();
    },
  };
}
