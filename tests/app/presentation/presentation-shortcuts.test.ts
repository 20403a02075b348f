import { beforeEach, describe, expect, test, vi } from 'vitest';
import { handlePresentationKey } from '../../../src/app/presentation/presentation-shortcuts.ts';
import { createSpeakerModel } from '../../../src/app/presentation/speaker-model.ts';
import type { Presenter } from '../../../src/app/state/controller.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';

let model: Model;
let presenter: Presenter;
const openSpeaker = vi.fn();

beforeEach(() => {
  model = createModel({}, { language: 'en', theme: 'light' });
  model.presentation.start();
  presenter = {
    speaker: createSpeakerModel(),
    start: vi.fn<Presenter['start']>(),
    stop: vi.fn<Presenter['stop']>(),
    step: vi.fn<Presenter['step']>(),
    goTo: vi.fn<Presenter['goTo']>(),
    goBack: vi.fn<Presenter['goBack']>(),
    explore: vi.fn<Presenter['explore']>(() => model.presentation.explore(true)),
    switchTheme: vi.fn<Presenter['switchTheme']>(),
    toggleFullScreen: vi.fn<Presenter['toggleFullScreen']>(),
    requestFullScreen: vi.fn<Presenter['requestFullScreen']>(),
    expectWindow: vi.fn<Presenter['expectWindow']>(),
  };
});

function press(
  key: string,
  more: {
    readonly [K in 'repeat' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey']?: boolean;
  } & { readonly target?: EventTarget } = {},
): boolean {
  const plain = {
    repeat: false,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    target: null as EventTarget | null,
  };
  return handlePresentationKey({ key, ...plain, ...more }, model, { presenter, openSpeaker });
}

/**
 * An element of another window, which is no `Element` of this one, by the simple selectors that it meets.
 */
function foreignElement(...met: readonly string[]): EventTarget {
  const matches = (selectors: string): boolean =>
    selectors.split(', ').some((selector) => met.includes(selector));
  const element = new EventTarget();
  return Object.assign(element, {
    matches,
    closest: (selectors: string) => (matches(selectors) ? element : null),
  });
}

describe('a key in the room', () => {
  test('on a button of the speaker’s window is the button’s own', () => {
    const target = foreignElement('button');
    for (const key of [' ', 'Enter']) expect(press(key, { target })).toBe(false);
    expect(presenter.step).not.toHaveBeenCalled();
    expect(press('PageDown', { target })).toBe(true);
    // A key that is held would press the button again and again.
    expect(press('Enter', { target, repeat: true })).toBe(true);
  });

  test('on the line of a comparison leads, unless it moves the line', () => {
    const target = foreignElement('input', 'input[type="range"]');
    for (const key of ['b', 'o', ' ', 'Enter', 'PageDown', 'Escape'])
      expect(press(key, { target }), key).toBe(true);
    for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'End'])
      expect(press(key, { target }), key).toBe(false);
  });

  test('in a list of choices is the list’s own, but for those of a clicker', () => {
    const target = foreignElement('select');
    expect(press('b', { target })).toBe(false);
    expect(press('PageDown', { target })).toBe(true);
  });

  test('digits and Enter lead to the slide of that number, from any control but a field', () => {
    for (const key of ['1', '2']) expect(press(key)).toBe(true);
    expect(presenter.speaker.typed.value).toBe('12');
    expect(presenter.goTo).not.toHaveBeenCalled();
    expect(press('Enter', { target: foreignElement('button') })).toBe(true);
    expect(presenter.goTo).toHaveBeenCalledExactlyOnceWith(11);
    expect(presenter.step).not.toHaveBeenCalled();
    expect(presenter.speaker.typed.value).toBe('');
    expect(press('7', { target: foreignElement('input') })).toBe(false);
  });

  test('takes typed digits back, or leaves them for another meaning', () => {
    press('3');
    press('0');
    press('Backspace');
    expect(presenter.goBack).not.toHaveBeenCalled();
    expect(presenter.speaker.typed.value).toBe('');
    press('4');
    press('Escape');
    expect(presenter.stop).not.toHaveBeenCalled();
    press('5');
    press('PageDown');
    expect(presenter.speaker.typed.value).toBe('');
    expect(presenter.step).toHaveBeenCalledExactlyOnceWith(1);
    press('0');
    press('Enter');
    expect(presenter.goTo).not.toHaveBeenCalled();
  });

  test('F5 shows the slide again, and brings back the full screen that has ended', () => {
    press('Backspace');
    expect(presenter.requestFullScreen).not.toHaveBeenCalled();
    press('F5');
    expect(presenter.goBack).toHaveBeenCalledTimes(2);
    expect(presenter.requestFullScreen).toHaveBeenCalledOnce();
  });

  test.each(['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter', 'n'])('%j leads on', (key) => {
    expect(press(key)).toBe(true);
    expect(presenter.step).toHaveBeenCalledExactlyOnceWith(1);
  });

  test.each(['PageUp', 'ArrowLeft', 'ArrowUp', 'p'])('%j leads back', (key) => {
    expect(press(key)).toBe(true);
    expect(presenter.step).toHaveBeenCalledExactlyOnceWith(-1);
  });

  test('Shift and Space lead back', () => {
    press(' ', { shiftKey: true });
    expect(presenter.step).toHaveBeenCalledExactlyOnceWith(-1);
  });

  test('that leads stops views from following one another', () => {
    press('a');
    expect(model.presentation.isPlaying.value).toBe(true);
    press('PageDown');
    expect(model.presentation.isPlaying.value).toBe(false);
  });

  test.each([
    ['b', 'black'],
    ['.', 'black'],
    ['w', 'white'],
    [',', 'white'],
    ['o', 'overview'],
  ])('%j covers the slide (%s), and uncovers it', (key, cover) => {
    press(key);
    expect(model.presentation.cover.value).toBe(cover);
    press(key);
    expect(model.presentation.cover.value).toBeUndefined();
  });

  test('leaves arrows to the map while somebody explores, and to the overview its own', () => {
    press('e');
    expect(press('ArrowRight')).toBe(false);
    expect(press('PageDown')).toBe(true);
    model.presentation.noteMove(false);
    press('o');
    expect(press('ArrowRight')).toBe(false);
    expect(press('Home')).toBe(false);
  });

  test('with Ctrl, Alt or ⌘ belongs to the browser', () => {
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
      expect(press('b', more)).toBe(false);
  });

  test('that is held leads once, and does not flicker', () => {
    press('b');
    press('b', { repeat: true });
    expect(model.presentation.cover.value).toBe('black');
    expect(press('PageDown', { repeat: true })).toBe(true);
    expect(presenter.step).not.toHaveBeenCalled();
  });

  test('means the same with Caps Lock', () => {
    press('B');
    expect(model.presentation.cover.value).toBe('black');
  });

  test('that means nothing here is left alone', () => {
    expect(press('F12')).toBe(false);
    expect(press('x')).toBe(false);
  });

  test('Escape backs out of one thing at a time', () => {
    model.presentation.showShortcuts(true);
    model.presentation.toggleCover('overview');
    model.presentation.noteMove(true);
    press('Escape');
    expect([model.presentation.areShortcutsShown.value, model.presentation.cover.value]).toEqual([
      false,
      'overview',
    ]);
    press('Escape');
    expect(model.presentation.cover.value).toBeUndefined();
    press('Escape');
    expect(presenter.goBack).toHaveBeenCalledOnce();
    expect(presenter.stop).not.toHaveBeenCalled();
  });
});
