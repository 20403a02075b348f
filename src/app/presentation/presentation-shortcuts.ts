import type { Presenter } from '../state/controller.ts';
import type { Model } from '../state/model.ts';

/** What keys do beside leading through the deck. */
export type PresentationActions = {
  readonly presenter: Presenter;
  readonly openSpeaker: () => void;
};

/** Keys of a clicker and of a keyboard that lead to the next view and the one before. */
const NEXT: readonly string[] = ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter', 'n'];
const PREVIOUS: readonly string[] = ['PageUp', 'ArrowLeft', 'ArrowUp', 'p'];

/** What leads wherever the focus is. */
const LEADING: readonly string[] = ['PageDown', 'PageUp', 'Escape', 'F5'];

/**
 * What a key means in the room; true when it meant something. While somebody explores with the arrow keys, those
 * belong to the map, and a key on a button belongs to the button.
 */
export function handlePresentationKey(
  event: Pick<
    KeyboardEvent,
    'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat' | 'target'
  >,
  model: Model,
  { presenter, openSpeaker }: PresentationActions,
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  // Caps Lock is how many switch to Latin letters.
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // A key that is held leads once, and does not flicker.
  if (event.repeat) return !isArrowOfMap(key, model);
  const isOnControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
  if (isOnControl && (key === ' ' || key === 'Enter')) return false;
  // The line between two compared states takes arrows of its own; a clicker leads on all the same.
  const isOnInput =
    event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (isOnInput && !LEADING.includes(key)) return false;
  const isOverview = model.presentation.cover.peek() === 'overview';
  // The overview moves its own focus.
  if (isOverview && (key.startsWith('Arrow') || key === 'Home' || key === 'End')) return false;
  if (isArrowOfMap(key, model)) return false;
  if (key === ' ' && event.shiftKey) presenter.step(-1);
  else if (NEXT.includes(key)) presenter.step(1);
  else if (PREVIOUS.includes(key)) presenter.step(-1);
  else if (key === 'Home') presenter.goTo(0);
  else if (key === 'End') presenter.goTo(-1);
  else return pressOther(key, model, { presenter, openSpeaker });
  model.presentation.play(false);
  return true;
}

/** Arrows belong to the map while somebody explores with them. */
function isArrowOfMap(key: string, model: Model): boolean {
  return model.presentation.isExploring.peek() && key.startsWith('Arrow');
}

/** Where Enter and Space press what has the focus. */
const CONTROLS = 'button, input, select, textarea, summary, a[href]';

function pressOther(
  key: string,
  model: Model,
  { presenter, openSpeaker }: PresentationActions,
): boolean {
  switch (key) {
    case 'F5':
    case 'Backspace':
      presenter.goBack();
      return true;
    case 'b':
    case '.':
      model.presentation.toggleCover('black');
      return true;
    case 'w':
    case ',':
      model.presentation.toggleCover('white');
      return true;
    case 'o':
    case 'g':
      model.presentation.toggleCover('overview');
      return true;
    case 'e':
      presenter.explore();
      return true;
    case 'a':
      model.presentation.play(!model.presentation.isPlaying.peek());
      return true;
    case 's':
      openSpeaker();
      return true;
    case 'h':
      model.presentation.toggleHalo();
      return true;
    case 'f':
      void presenter.toggleFullScreen();
      return true;
    case 't':
      presenter.switchTheme();
      return true;
    case 'l':
      model.presentation.toggleLegend();
      return true;
    case 'c':
      model.page.chooseLanguage(model.page.language.peek() === 'zh' ? 'en' : 'zh');
      return true;
    case '?':
      model.presentation.showShortcuts(!model.presentation.areShortcutsShown.peek());
      return true;
    case 'Escape':
      backOut(model, presenter);
      return true;
    default:
      return false;
  }
}

/** Backs out of what lies on top: keys, a cover, a detour, and at last the room. */
function backOut(model: Model, presenter: Presenter): void {
  if (model.presentation.areShortcutsShown.peek()) model.presentation.showShortcuts(false);
  else if (model.presentation.cover.peek() !== undefined) model.presentation.uncover();
  else if (model.presentation.isDetour.peek()) presenter.goBack();
  else presenter.stop();
}
