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
  { action: 'search', keys: ['/'], label: 'keySearch' },
  { action: 'togglePanel', keys: ['['], label: 'keyPanel' },
  { action: 'toggleLegend', keys: ['l'], label: 'keyLegend', isEmbedded: true },
  { action: 'measure', keys: ['m'], label: 'keyMeasure' },
  { action: 'present', keys: ['p', 'F5'], label: 'keyPresent' },
  { action: 'presentOpenView', keys: ['Shift+F5'], label: 'keyPresentHere' },
  { action: 'startScenario', keys: ['s'], label: 'keyScenario' },
  { action: 'openPrint', keys: ['e'], label: 'keyCompose' },
  {
    action: 'openPanel',
    keys: PANELS.map((_, index) => `${index + 1}`),
    label: 'keyTabs',
    shown: `1–${PANELS.length}`,
  },
  { action: 'select', keys: ['Enter'], label: 'keyMap', isOfMap: true },
  { action: 'askAbout', keys: ['Shift+Enter'], label: 'keyAsk', isOfMap: true },
  { action: 'undoEdit', keys: ['Mod+z'], label: 'keyUndo' },
  { action: 'redoEdit', keys: ['Mod+Shift+z', 'Mod+y'], label: 'keyRedo' },
  { action: 'takeBackCorner', keys: ['Backspace'], label: 'keyTakeBack' },
  { action: 'escape', keys: ['Escape'], label: 'keyEscape', isEmbedded: true },
  { action: 'showShortcuts', keys: ['?'], label: 'keyHelp' },
] as const satisfies readonly AppShortcut[];

/** The actions that the app binds; those of the map are bound by the map. */
export type AppAction = Exclude<(typeof SHORTCUTS)[number], { readonly isOfMap: true }>['action'];
