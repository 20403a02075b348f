import { batch, effect, untracked } from '@preact/signals';
import { THEMES } from '../../domain/symbology.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import type { Camera } from '../../map/scene.ts';
import type { Message } from '../../ui/controls/toast.tsx';
import type { ViewState } from '../address/url-state.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { when } from '../lifecycle/when.ts';
import type { Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { createFullScreen } from './full-screen.ts';
import { rememberDesk } from './remember-desk.ts';
import { createSpeakerModel } from './speaker-model.ts';

/** What a presenter is made from. */
export type PresenterOptions = {
  readonly model: Model;
  readonly openView: (number: number, over?: Pick<ViewState, 'camera'>) => void;
  /** Moves the main map, once it is drawn, to an earlier camera without animation. */
  readonly jumpTo: (camera: Camera) => void;
};

/** Said to the room once the browser has not given back what the map is drawn with. */
const MAP_LOST: Message = { kind: 'failure', key: 'mapLost', isForAudience: true };

/** Presents the open deck: the app's own map, with header and panel hidden. */
export function createPresenter({
  model,
  openView,
  jumpTo,
}: PresenterOptions): Presenter & { readonly destroy: Dispose } {
  const disposer = createDisposer();
  const fullScreen = createFullScreen(model);
  const slide = createSlide({ model, openView });
  const speaker = createSpeakerModel();
  disposer.add(slide.destroy, fullScreen.destroy);
  let restoreDesk: (() => void) | undefined;
  const tellRefusal = (isGranted: boolean): void => {
    if (!isGranted && model.presentation.isPresenting.peek())
      model.page.showMessage({
        kind: 'failure',
        key: 'presentationFullRefused',
        isForAudience: true,
      });
  };
  disposer.add(
    effect(() => {
      // The desk's notice is hidden, and a blank map says nothing.
      const isLost = model.presentation.isPresenting.value && model.map.state.value === 'lost';
      if (isLost) untracked(() => model.page.showMessage(MAP_LOST));
      else if (model.page.message.peek() === MAP_LOST) model.page.showMessage(undefined);
    }),
  );
  const views = (): readonly SavedView[] => model.views.openDeck.peek()?.views ?? [];
  const indexOf = (number: number | undefined): number =>
    Math.max(
      0,
      views().findIndex((view) => view.number === number),
    );
  const goTo = (to: number): void => {
    const view = views().at(to);
    if (view === undefined) return;
    batch(() => {
      model.presentation.uncover();
      // A failure on the last slide is not shown on the next.
      if (model.page.message.peek()?.kind === 'failure') model.page.showMessage(undefined);
      speaker.noteSlide(Date.now());
      slide.show(view.number);
    });
  };
  const step = (by: number): void => {
    const cover = model.presentation.cover.peek();
    if (cover === 'black' || cover === 'white') {
      model.presentation.uncover();
      return;
    }
    const to = indexOf(model.views.opened.peek()?.view.number) + by;
    if (to >= 0 && to < views().length) goTo(to);
  };
  const start = async (from?: number): Promise<void> => {
    const isFullScreen = fullScreen.request();
    model.views.request();
    await when(() => {
      const { kind } = model.views.embeddedState.value;
      return kind === 'ready' || kind === 'failed';
    }, disposer.signal);
    if (views().length === 0) {
      await isFullScreen;
      model.page.showMessage({ kind: 'failure', key: 'presentationEmpty' });
      if (document.fullscreenElement !== null) await document.exitFullscreen();
      return;
    }
    // One change: what the app showed before is never shown in the presentation.
    batch(() => {
      if (!model.presentation.isPresenting.peek()) {
        restoreDesk = rememberDesk(model, jumpTo);
        // What the app said of its own work is not for the audience.
        model.page.showMessage(undefined);
        speaker.begin(Date.now());
        model.presentation.start(model.url.state.peek().theme);
        model.page.chooseTheme('projector');
      }
      goTo(indexOf(from));
    });
    tellRefusal(await isFullScreen);
  };
  return {
    speaker,
    start,
    stop: () => {
      batch(() => {
        model.page.chooseTheme(model.presentation.themeBefore.peek());
        model.presentation.stop();
        restoreDesk?.();
      });
      restoreDesk = undefined;
      // The button that began the presentation is on the page again.
      void fullScreen
        .leave()
        .then(() => document.querySelector<HTMLElement>('.header__present')?.focus());
    },
    step,
    goTo,
    goBack: () => {
      model.presentation.uncover();
      slide.showAgain();
    },
    explore: () => {
      model.presentation.explore(true);
      document.querySelector<HTMLElement>('#map-region canvas')?.focus();
    },
    switchTheme: () => {
      const at = THEMES.indexOf(model.page.theme.peek());
      model.page.chooseTheme(THEMES[(at + 1) % THEMES.length]);
    },
    toggleFullScreen: async () => tellRefusal(await fullScreen.toggle()),
    requestFullScreen: async () => tellRefusal(await fullScreen.request()),
    expectWindow: fullScreen.expectWindow,
    destroy: disposer.dispose,
  };
}

/** The slide: the open view, and the camera that it was last shown with. */
type Slide = {
  readonly show: (number: number) => void;
  /** Shows the open view again, with the camera that it was last shown with. */
  readonly showAgain: () => void;
  readonly destroy: Dispose;
};

function createSlide({ model, openView }: Omit<PresenterOptions, 'jumpTo'>): Slide {
  /** The camera of the slide before the presenter looked elsewhere; undefined until the map has come to rest. */
  let seen: { readonly number: number; readonly camera: Camera } | undefined;
  /** The camera when the view was opened: the map reports its own only once it has come to rest. */
  let before: Camera | undefined;
  const show = (number: number, over?: { readonly camera: Camera }): void => {
    seen = undefined;
    before = model.url.state.peek().camera;
    openView(number, over);
    leaveMap();
    if (over !== undefined) seen = { number, camera: over.camera };
  };
  return {
    show,
    showAgain: () => {
      const number = model.views.opened.peek()?.view.number;
      if (number === undefined) return;
      if (seen?.number === number) show(number, { camera: seen.camera });
      else show(number);
    },
    destroy: effect(() => {
      const [view, camera] = [model.views.opened.value?.view, model.url.state.value.camera];
      if (view === undefined || camera === undefined || model.presentation.isDetour.value) return;
      if (camera !== before) seen = { number: view.number, camera };
    }),
  };
}

/** A map that the presenter explored with the arrow keys keeps no focus, whose frame every later slide would show. */
function leaveMap(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLCanvasElement) focused.blur();
}

/**
 * Shows one view after another while the presentation plays and the slide is on screen; the first follows the
 * last. The returned function stops it.
 */
export function autoplay(
  model: Pick<Model, 'presentation' | 'views'>,
  presenter: Pick<Presenter, 'goTo'>,
): Dispose {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    clearTimeout(timer);
    const isSlide =
      model.presentation.cover.value === undefined &&
      model.views.isAtView.value &&
      !model.presentation.hasMoved.value;
    // Read for its changes: each view is shown for its whole time.
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
