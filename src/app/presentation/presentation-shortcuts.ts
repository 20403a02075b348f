import { findShortcut, meantKey, type PressedKey } from '../../ui/controls/keyboard-shortcut.ts';
import {
  PRESENTATION_SHORTCUTS,
  type PresentationAction,
} from '../../ui/presentation/shortcuts.ts';
import type { Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';

/** What the shortcuts of a presentation act on. */
export type PresentationActions = {
  readonly presenter: Presenter;
  readonly openSpeaker: () => void;
};

/** The actions that move through the deck, and stop views that follow one another by themselves. */
const LEADING: readonly PresentationAction[] = ['next', 'previous', 'goToEnd'];

/** Keys that work wherever the focus is: a clicker sends the first two. */
const KEYS_EVERYWHERE: readonly string[] = ['PageDown', 'PageUp', 'Escape', 'F5'];

/**
 * Does what a key means in a presentation; true when it meant something. While the presenter explores with the
 * arrow keys, those belong to the map, and a key on a button belongs to the button.
 */
export function handlePresentationKey(
  event: PressedKey & Pick<KeyboardEvent, 'repeat' | 'target'>,
  model: Pick<Model, 'presentation' | 'page'>,
  actions: PresentationActions,
): boolean {
  const { key, isAlt, isMod } = meantKey(event);
  if (isAlt || isMod) return false;
  // A key that is held down acts once.
  if (event.repeat) return !isArrowOfMap(key, model);
  const element = isElement(event.target) ? event.target : undefined;
  if (typesNumber(key, element, model, actions)) return true;
  const isPress = key === ' ' || key === 'Enter';
  if (isPress && element !== undefined && element.closest(PRESSED) !== null) return false;
  if (element !== undefined && isKeyOfField(element, key)) return false;
  const isOverview = model.presentation.cover.peek() === 'overview';
  // The overview moves its own focus.
  if (isOverview && (key.startsWith('Arrow') || key === 'Home' || key === 'End')) return false;
  if (isArrowOfMap(key, model)) return false;
  const shortcut = findShortcut(PRESENTATION_SHORTCUTS, {
    ...{ key, altKey: false, ctrlKey: false, metaKey: false },
    // A letter counts in either case.
    shiftKey: event.shiftKey && !/^[a-z]$/.test(key),
  });
  if (shortcut === undefined) return false;
  actions.presenter.speaker.clearTyped();
  presentationActions(model, actions)[shortcut.action](key);
  if (LEADING.includes(shortcut.action)) model.presentation.play(false);
  return true;
}

/**
 * Digits and Enter lead to the slide of that number, from 1; Backspace takes a digit back, Escape all. True when the
 * key was one of them.
 */
function typesNumber(
  key: string,
  element: Element | undefined,
  { presentation }: Pick<Model, 'presentation'>,
  { presenter }: PresentationActions,
): boolean {
  if (element?.matches('input, select, textarea') === true) return false;
  const { speaker } = presenter;
  const typed = speaker.typed.peek();
  if (/^\d$/.test(key)) {
    speaker.typeDigit(key);
    return true;
  }
  if (typed === '') return false;
  switch (key) {
    case 'Enter':
      speaker.clearTyped();
      presentation.play(false);
      // Zero is no slide, and `goTo` counts negative ones from the end.
      if (Number(typed) > 0) presenter.goTo(Number(typed) - 1);
      return true;
    case 'Backspace':
    case 'Escape':
      speaker.clearTyped();
      return true;
    default:
      return false;
  }
}

/** Arrows belong to the map while the presenter explores with them. */
function isArrowOfMap(key: string, model: Pick<Model, 'presentation'>): boolean {
  return model.presentation.isExploring.peek() && key.startsWith('Arrow');
}

/** Elements that Enter and Space press. */
const PRESSED = 'button, select, textarea, summary, a[href], input:not([type="range"])';

/** Keys that move a slider, such as the line of a comparison: a clicker leads on all the same. */
const KEYS_OF_SLIDER = /^(?:Arrow\w+|Home|End)$/;

/** Whether the key belongs to the field that it is pressed in. */
function isKeyOfField(element: Element, key: string): boolean {
  if (!element.matches('input, select, textarea') || KEYS_EVERYWHERE.includes(key)) return false;
  return !element.matches('input[type="range"]') || KEYS_OF_SLIDER.test(key);
}

/** `instanceof` says no of the elements of the speaker's window: it has classes of its own. */
function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target;
}

function presentationActions(
  model: Pick<Model, 'presentation' | 'page'>,
  { presenter, openSpeaker }: PresentationActions,
): Readonly<Record<PresentationAction, (key: string) => void>> {
  const { presentation, page } = model;
  return {
    next: () => presenter.step(1),
    previous: () => presenter.step(-1),
    // Digits and Enter are read before the table: see `typesNumber`.
    goToNumber: () => undefined,
    goToEnd: (key) => presenter.goTo(key === 'Home' ? 0 : -1),
    blank: (key) => presentation.toggleCover(key === 'b' || key === '.' ? 'black' : 'white'),
    overview: () => presentation.toggleCover('overview'),
    explore: presenter.explore,
    goBack: (key) => {
      presenter.goBack();
      // The key that starts a presentation also brings back the full screen that a browser has ended.
      if (key === 'F5') void presenter.requestFullScreen();
    },
    play: () => presentation.play(!presentation.isPlaying.peek()),
    openSpeaker,
    toggleLegend: presentation.toggleLegend,
    toggleHalo: presentation.toggleHalo,
    toggleFullScreen: () => void presenter.toggleFullScreen(),
    switchTheme: presenter.switchTheme,
    switchLanguage: () => page.chooseLanguage(page.language.peek() === 'zh' ? 'en' : 'zh'),
    escape: () => backOut(model, presenter),
    showShortcuts: () => presentation.showShortcuts(!presentation.areShortcutsShown.peek()),
  };
}

/** Closes what lies on top: the list of shortcuts, a cover, a detour, and at last the presentation. */
function backOut(model: Pick<Model, 'presentation'>, presenter: Presenter): void {
  if (model.presentation.areShortcutsShown.peek()) model.presentation.showShortcuts(false);
  else if (model.presentation.cover.peek() !== undefined) model.presentation.uncover();
  else if (model.presentation.isDetour.peek()) presenter.goBack();
  else presenter.stop();
}
