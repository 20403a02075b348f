import { batch, signal } from '@preact/signals';
import type { Theme } from '../../domain/symbology.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** A cover over the slide: a screen of one colour, or all slides to choose from. */
export type Cover = 'black' | 'white' | 'overview';

/** Whether a deck is presented, and how. The slide is the open view. */
export function createPresentationModel() {
  const isPresenting = signal(false);
  const cover = signal<Cover | undefined>(undefined);
  /** Whether views follow one another by themselves. */
  const isPlaying = signal(false);
  /** Whether the user has moved the map since the view was opened. */
  const hasMoved = signal(false);
  /** Whether the arrow keys move the map instead of changing the slide. */
  const isExploring = signal(false);
  const hasHalo = signal(true);
  const hasLegend = signal(true);
  const areShortcutsShown = signal(false);
  /** The user's theme before the presentation chose its own. */
  const themeBefore = signal<Theme | undefined>(undefined);
  /** How many times larger the page shows the maps than their layout size. */
  const mapScale = signal(1);
  /** Whether the browser shows the page on its whole screen. */
  const isFullScreen = signal(false);
  const actions = {
    start: (theme?: Theme): void => {
      batch(() => {
        themeBefore.value = theme;
        isPresenting.value = true;
        cover.value = undefined;
        isPlaying.value = false;
      });
    },
    stop: (): void => {
      batch(() => {
        isPresenting.value = false;
        cover.value = undefined;
        isPlaying.value = false;
        isExploring.value = false;
        areShortcutsShown.value = false;
      });
    },
    /** Covers the slide; the same cover a second time is removed. */
    toggleCover: (next: Cover): void => {
      cover.value = cover.value === next ? undefined : next;
    },
    uncover: (): void => {
      cover.value = undefined;
    },
    play: (isOn: boolean): void => {
      isPlaying.value = isOn;
    },
    noteMove: (moved: boolean): void => {
      batch(() => {
        hasMoved.value = moved;
        if (!moved) isExploring.value = false;
      });
    },
    explore: (isOn: boolean): void => {
      isExploring.value = isOn;
    },
    noteFullScreen: (isOn: boolean): void => {
      isFullScreen.value = isOn;
    },
    magnifyMaps: (scale: number): void => {
      mapScale.value = scale;
    },
    toggleHalo: (): void => {
      hasHalo.value = !hasHalo.value;
    },
    toggleLegend: (): void => {
      hasLegend.value = !hasLegend.value;
    },
    showShortcuts: (isShown: boolean): void => {
      areShortcutsShown.value = isShown;
    },
  };
  return {
    ...readonly({
      isPresenting,
      cover,
      isPlaying,
      hasMoved,
      isExploring,
      hasHalo,
      hasLegend,
      areShortcutsShown,
      themeBefore,
      mapScale,
      isFullScreen,
    }),
    ...actions,
  };
}
