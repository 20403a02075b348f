import { batch, effect } from '@preact/signals';
import { THEMES } from '../../domain/symbology.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import type { Camera } from '../../map/scene.ts';
import type { ViewState } from '../address/url-state.ts';
import type { Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { when } from '../state/when.ts';

/** What a room needs of the desk. */
export type PresenterOptions = {
  readonly model: Model;
  readonly openView: (number: number, over?: Pick<ViewState, 'camera'>) => void;
};

/** The room in which a deck is shown: the desk's own map, with all else put away. */
export function createPresenter({ model, openView }: PresenterOptions): Presenter {
  /** From where the slide was seen last, before anybody looked elsewhere; absent until the map has come there. */
  let seen: { readonly number: number; readonly camera: Camera } | undefined;
  /** Where the map stood when the view was opened: it tells its camera only when it has come to rest. */
  let before: Camera | undefined;
  effect(() => {
    const [view, camera] = [model.views.opened.value?.view, model.url.state.value.camera];
    if (view === undefined || camera === undefined || model.presentation.isDetour.value) return;
    if (camera !== before) seen = { number: view.number, camera };
  });
  const show = (number: number, over?: { readonly camera: Camera }): void => {
    seen = undefined;
    before = model.url.state.peek().camera;
    openView(number, over);
    if (over !== undefined) seen = { number, camera: over.camera };
  };
  let fullScreen: Promise<void> | undefined;
  const views = (): readonly SavedView[] => model.views.openDeck.peek()?.views ?? [];
  const index = (): number => {
    const number = model.views.opened.peek()?.view.number;
    return Math.max(
      0,
      views().findIndex((view) => view.number === number),
    );
  };
  const goTo = (to: number): void => {
    const view = views().at(to);
    if (view === undefined) return;
    batch(() => {
      model.presentation.uncover();
      // What could not be done is no news on the next slide.
      if (model.page.message.peek()?.kind === 'failure') model.page.showMessage(undefined);
      show(view.number);
    });
  };
  const step = (by: number): void => {
    const cover = model.presentation.cover.peek();
    if (cover === 'black' || cover === 'white') {
      model.presentation.uncover();
      return;
    }
    const to = index() + by;
    if (to >= 0 && to < views().length) goTo(to);
  };
  const askFullScreen = async (): Promise<void> => {
    try {
      await document.documentElement.requestFullscreen();
    } catch (cause) {
      console.info('no full screen:', cause);
      model.page.showMessage({ kind: 'failure', key: 'presentationFullRefused' });
    }
  };
  /** A full screen that was asked for a moment ago may only be coming. */
  const endFullScreen = async (): Promise<void> => {
    await fullScreen;
    if (document.fullscreenElement !== null) await document.exitFullscreen();
    // The button that began it is there again.
    document.querySelector<HTMLElement>('.header__present')?.focus();
  };
  return {
    start: async (from) => {
      // Asked at once: a browser grants it only right after a press.
      fullScreen = document.fullscreenElement === null ? askFullScreen() : undefined;
      model.views.request();
      await when(() => {
        const { kind } = model.views.embeddedState.value;
        return kind === 'ready' || kind === 'failed';
      });
      if (views().length === 0) {
        await fullScreen;
        model.page.showMessage({ kind: 'failure', key: 'presentationEmpty' });
        if (document.fullscreenElement !== null) await document.exitFullscreen();
        return;
      }
      // At once: nobody has seen what the desk showed.
      batch(() => {
        if (!model.presentation.isPresenting.peek()) {
          model.presentation.start(new Date().toISOString(), model.url.state.peek().theme);
          model.page.chooseTheme('projector');
        }
        goTo(
          Math.max(
            0,
            views().findIndex(({ number }) => number === from),
          ),
        );
      });
      await fullScreen;
    },
    stop: () => {
      batch(() => {
        model.page.chooseTheme(model.presentation.themeBefore.peek());
        model.presentation.stop();
      });
      void endFullScreen();
    },
    step,
    goTo,
    goBack: () => {
      const number = model.views.opened.peek()?.view.number;
      model.presentation.uncover();
      if (number === undefined) return;
      if (seen?.number === number) show(number, { camera: seen.camera });
      else show(number);
    },
    explore: () => {
      model.presentation.explore(true);
      document.querySelector<HTMLElement>('#map-region canvas')?.focus();
    },
    switchTheme: () => {
      const at = THEMES.indexOf(model.page.theme.peek());
      model.page.chooseTheme(THEMES[(at + 1) % THEMES.length]);
    },
    toggleFullScreen: async () => {
      if (document.fullscreenElement === null) await askFullScreen();
      else await document.exitFullscreen();
    },
  };
}

/**
 * Views follow one another while that is wanted and nobody looks at something else; after the last comes the
 * first. The returned function stops it.
 */
export function autoplay(model: Model, presenter: Presenter): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    clearTimeout(timer);
    const isSlide =
      model.presentation.cover.value === undefined &&
      model.views.isAtView.value &&
      !model.presentation.hasMoved.value;
    // Read for its changes: each view stays its whole time.
    const view = model.views.opened.value;
    if (
      !model.presentation.isPresenting.value ||
      !model.presentation.isPlaying.value ||
      !isSlide ||
      view === undefined
    )
      return;
    const isLast = view.index === view.deck.views.length - 1;
    timer = setTimeout(
      () => presenter.goTo(isLast ? 0 : view.index + 1),
      view.deck.advanceS * 1000,
    );
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
