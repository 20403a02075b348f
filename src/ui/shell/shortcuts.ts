import type { Shortcut } from '../controls/keyboard-shortcut.ts';
import { PANELS } from './panels.ts';

/** A shortcut of the app outside a presentation. */
type AppShortcut = Shortcut & {
  /** Also works in an embedded map. */
  readonly isEmbedded?: true;
  /** Bound by the map while it has the focus, and only listed here. */
  readonly isOfMap?: true;
};

/** The shortcuts of the app, in the order of the list. */
export const SHORTCUTS = [
  { action: 'search', keys: ['/'] },
  { action: 'togglePanel', keys: ['['] },
  { action: 'toggleLegend', keys: ['l'], isEmbedded: true },
  { action: 'measure', keys: ['m'] },
  { action: 'present', keys: ['p', 'F5'] },
  { action: 'presentOpenView', keys: ['Shift+F5'] },
  { action: 'startScenario', keys: ['s'] },
  { action: 'openPrint', keys: ['e'] },
  {
    action: 'openPanel',
    keys: PANELS.map((_, index) => `${index + 1}`),
    shown: `1–${PANELS.length}`,
  },
  { action: 'select', keys: ['Enter'], isOfMap: true },
  { action: 'askAbout', keys: ['Shift+Enter'], isOfMap: true },
  { action: 'undoEdit', keys: ['Mod+z'] },
  { action: 'redoEdit', keys: ['Mod+Shift+z', 'Mod+y'] },
  { action: 'takeBackCorner', keys: ['Backspace'] },
  { action: 'escape', keys: ['Escape'], isEmbedded: true },
  { action: 'showShortcuts', keys: ['?'] },
] as const satisfies readonly AppShortcut[];

/** The actions that the app binds; those of the map are bound by the map. */
export type AppAction = Exclude<(typeof SHORTCUTS)[number], { readonly isOfMap: true }>['action'];
