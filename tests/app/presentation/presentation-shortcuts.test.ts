import { beforeEach, describe, expect, test, vi } from 'vitest';
import { handlePresentationKey } from '../../../src/app/presentation/presentation-shortcuts.ts';
import type { Presenter } from '../../../src/app/state/controller.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';

let model: Model;
let presenter: Presenter;
const openSpeaker = vi.fn();

beforeEach(() => {
  vi.stubGlobal('Element', class {});
  vi.stubGlobal('HTMLInputElement', class {});
  vi.stubGlobal('HTMLSelectElement', class {});
  model = createModel({}, { language: 'en', theme: 'light' });
  model.presentation.start('2026-11-28T08:00:00.000Z');
  presenter = {
    start: vi.fn<Presenter['start']>(),
    stop: vi.fn<Presenter['stop']>(),
    step: vi.fn<Presenter['step']>(),
    goTo: vi.fn<Presenter['goTo']>(),
    goBack: vi.fn<Presenter['goBack']>(),
    explore: vi.fn<Presenter['explore']>(() => model.presentation.explore(true)),
    switchTheme: vi.fn<Presenter['switchTheme']>(),
    toggleFullScreen: vi.fn<Presenter['toggleFullScreen']>(),
  };
});

function press(
  key: string,
  more: { readonly [K in 'repeat' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey']?: boolean } = {},
): boolean {
  const plain = {
    repeat: false,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    target: null,
  };
  return handlePresentationKey({ key, ...plain, ...more }, model, { presenter, openSpeaker });
}

describe('a key in the room', () => {
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
