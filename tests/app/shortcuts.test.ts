import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { handlePresentationKey } from '../../src/app/presentation/presentation-shortcuts.ts';
import { createSpeakerModel } from '../../src/app/presentation/speaker-model.ts';
import { type AppActions, handleShortcut, type KeyPress } from '../../src/app/shortcuts.ts';
import type { Presenter } from '../../src/app/state/controller.ts';
import { createModel } from '../../src/app/state/model.ts';
import { formatKeys } from '../../src/ui/controls/format-keys.ts';
import type { Shortcut } from '../../src/ui/controls/keyboard-shortcut.ts';
import { PRESENTATION_SHORTCUTS } from '../../src/ui/presentation/shortcuts.ts';
import { SHORTCUTS } from '../../src/ui/shell/shortcuts.ts';
import { SHORTCUT_LABELS } from '../../src/ui/shell/shortcuts-dialog.tsx';
import { EN } from '../../src/ui/texts/en.ts';
import { EN_DEFERRED } from '../../src/ui/texts/en-deferred.ts';
import { ZH } from '../../src/ui/texts/zh.ts';
import { ZH_DEFERRED } from '../../src/ui/texts/zh-deferred.ts';

class Field {
  type = 'text';
}

beforeEach(() => {
  vi.stubGlobal('Element', class {});
  vi.stubGlobal('HTMLElement', class {});
  vi.stubGlobal('HTMLInputElement', Field);
  vi.stubGlobal('HTMLTextAreaElement', class {});
  vi.stubGlobal('HTMLSelectElement', class {});
});

afterAll(() => {
  vi.unstubAllGlobals();
});

type Pressed = Partial<Omit<KeyPress, 'preventDefault'>>;

/** A press of a key as a table names it. */
function pressOf(name: string, more: Pressed = {}) {
  const event = {
    key: name.replace(/^(?:Mod\+)?(?:Shift\+)?/, ''),
    shiftKey: /^(?:Mod\+)?Shift\+/.test(name),
    ctrlKey: name.startsWith('Mod+'),
    altKey: false,
    metaKey: false,
    repeat: false,
    target: null,
    preventDefault: vi.fn(),
  };
  return { ...event, ...more };
}

/** The actions that a key calls, with the key. */
function calledBy(
  event: KeyPress,
  context: { readonly isEmbedded?: boolean; readonly isDialogOpen?: boolean } = {},
): readonly string[] {
  const called: string[] = [];
  const actions = Object.fromEntries(
    SHORTCUTS.map(({ action }) => [action, (key: string) => called.push(`${action} ${key}`)]),
  );
  handleShortcut(event, actions as unknown as AppActions, {
    isEmbedded: false,
    isDialogOpen: false,
    ...context,
  });
  return called;
}

const ofApp = SHORTCUTS.filter((shortcut) => !('isOfMap' in shortcut)).flatMap(({ action, keys }) =>
  keys.map((key) => [key, action] as const),
);

describe('a shortcut of the app', () => {
  test.each(ofApp)('%j is bound to %s', (key, action) => {
    const event = pressOf(key);
    expect(calledBy(event)).toEqual([`${action} ${event.key}`]);
    expect(event.preventDefault).toHaveBeenCalledTimes(action === 'escape' ? 0 : 1);
  });

  test.each(ofApp)('%j does nothing in a field, unless it is a function key', (key) => {
    const event = pressOf(key, { target: new Field() as unknown as EventTarget });
    expect(calledBy(event)).toHaveLength(/F\d/.test(key) ? 1 : 0);
    expect(calledBy(pressOf(key), { isDialogOpen: true })).toHaveLength(/F\d/.test(key) ? 1 : 0);
  });

  test('works in an embedded map only where it changes nothing', () => {
    const keys = ofApp.filter(([key]) => calledBy(pressOf(key), { isEmbedded: true }).length > 0);
    expect(keys.map(([key]) => key)).toEqual(['l', 'Escape']);
  });

  test('leaves other keys with Ctrl and Alt to the browser', () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(calledBy(pressOf('p', more))).toEqual([]);
    expect(calledBy(pressOf('F5', { ctrlKey: true }))).toEqual([]);
  });

  test('presents from the first view with F5, from the open one with Shift, once while held', () => {
    expect(calledBy(pressOf('F5'))).toEqual(['present F5']);
    expect(calledBy(pressOf('Shift+F5'))).toEqual(['presentOpenView F5']);
    const held = pressOf('F5', { repeat: true });
    expect(calledBy(held)).toEqual([]);
    expect(held.preventDefault).toHaveBeenCalledOnce();
  });

  test('means the same where a layout needs Shift for its sign', () => {
    expect(calledBy(pressOf('?', { shiftKey: true }))).toEqual(['showShortcuts ?']);
    expect(calledBy(pressOf('Mod+z', { key: 'Z' }))).toEqual(['undoEdit z']);
  });

  test('means the same with Caps Lock, and another key with Shift', () => {
    expect(calledBy(pressOf('l', { key: 'L' }))).toEqual(['toggleLegend l']);
    expect(calledBy(pressOf('l', { key: 'L', shiftKey: true }))).toEqual([]);
    // Caps Lock and Shift together type a small letter.
    expect(calledBy(pressOf('l', { shiftKey: true }))).toEqual([]);
    expect(calledBy(pressOf('Mod+Shift+z', { key: 'z' }))).toEqual(['redoEdit z']);
  });

  test.each([
    ['Process', 'KeyL', false, 'toggleLegend l'],
    ['Process', 'Digit3', false, 'openPanel 3'],
    ['Process', 'Slash', false, 'search /'],
    ['Process', 'Slash', true, 'showShortcuts ?'],
    ['Process', 'BracketLeft', false, 'togglePanel ['],
    ['？', 'Slash', true, 'showShortcuts ?'],
    ['／', 'Slash', false, 'search /'],
    ['、', 'Slash', false, 'search /'],
    ['【', 'BracketLeft', false, 'togglePanel ['],
    ['ｍ', 'KeyM', false, 'measure m'],
    ['Ｍ', 'KeyM', false, 'measure m'],
    ['２', 'Digit2', false, 'openPanel 2'],
    // A Russian layout has no Latin letters.
    ['ь', 'KeyM', false, 'measure m'],
  ])('is heard through an input method: %s on %s', (key, code, shiftKey, called) => {
    expect(calledBy(pressOf(key, { code, shiftKey }))).toEqual([called]);
  });

  test('is not taken from what is being composed, nor from a field', () => {
    const pressed = { key: 'Process', code: 'KeyL' };
    expect(calledBy(pressOf('l', { ...pressed, isComposing: true }))).toEqual([]);
    const target = new Field() as unknown as EventTarget;
    expect(calledBy(pressOf('l', { ...pressed, target }))).toEqual([]);
  });

  test('with AltGr is what it types: a sign its shortcut, a letter none', () => {
    const altGr = { ctrlKey: true, altKey: true };
    const getModifierState = (name: string): boolean => name === 'AltGraph';
    // A German keyboard has [ on AltGr and 8, a Polish one ź on AltGr and x.
    expect(calledBy(pressOf('[', { ...altGr, code: 'Digit8' }))).toEqual(['togglePanel [']);
    expect(calledBy(pressOf('[', { getModifierState, altKey: true, code: 'Digit8' }))).toEqual([
      'togglePanel [',
    ]);
    for (const [key, code] of [
      ['ż', 'KeyZ'],
      ['z', 'KeyZ'],
      ['y', 'KeyY'],
      ['π', 'KeyP'],
    ] as const) {
      const event = pressOf(key, { ...altGr, code });
      expect(calledBy(event), key).toEqual([]);
      expect(event.preventDefault).not.toHaveBeenCalled();
    }
  });

  test('works where the focus is on a field without text, as after a file was chosen', () => {
    const target = Object.assign(new Field(), { type: 'file' }) as unknown as EventTarget;
    expect(calledBy(pressOf('Mod+z', { target }))).toEqual(['undoEdit z']);
  });
});

test.each(
  PRESENTATION_SHORTCUTS.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)),
)('%j is bound in a presentation (%s)', (key) => {
  const model = createModel({}, { language: 'en', theme: 'light' });
  model.presentation.start();
  const presenter: Presenter = {
    speaker: createSpeakerModel(),
    start: async () => undefined,
    stop: () => undefined,
    step: () => undefined,
    goTo: () => undefined,
    goBack: () => undefined,
    explore: () => undefined,
    switchTheme: () => undefined,
    toggleFullScreen: async () => undefined,
    requestFullScreen: async () => undefined,
    expectWindow: () => undefined,
  };
  const context = { presenter, openSpeaker: () => undefined };
  expect(handlePresentationKey(pressOf(key), model, context)).toBe(true);
});

describe.each<[string, readonly (Shortcut & { readonly label: string })[]]>([
  [
    'the app',
    SHORTCUTS.map((shortcut) => ({ ...shortcut, label: SHORTCUT_LABELS[shortcut.action] })),
  ],
  ['a presentation', PRESENTATION_SHORTCUTS],
])('the list of %s', (_, table) => {
  test('names every shortcut in both languages, and no key twice', () => {
    const [english, chinese] = [
      new Map<string, string>(Object.entries({ ...EN, ...EN_DEFERRED })),
      new Map<string, string>(Object.entries({ ...ZH, ...ZH_DEFERRED })),
    ];
    for (const shortcut of table) {
      expect(english.get(shortcut.label), shortcut.label).toMatch(/\w/);
      expect(chinese.get(shortcut.label), shortcut.label).toMatch(/\p{Script=Han}/u);
      expect(formatKeys(shortcut)).toMatch(/\S/);
    }
    const keys = table.flatMap((shortcut) => shortcut.keys);
    expect(keys).toEqual([...new Set(keys)]);
  });
});

test('a list writes keys as keyboards do', () => {
  const written = SHORTCUTS.map(formatKeys);
  for (const keys of [
    'p F5',
    '⇧ F5',
    '1–6',
    'Enter ⏎',
    '⇧ Enter ⏎',
    'Ctrl/⌘ Z',
    'Ctrl/⌘ ⇧ Z Ctrl/⌘ Y',
    'Esc',
  ])
    expect(written).toContain(keys);
});
