import type { Shortcut } from '../controls/keyboard-shortcut.ts';
import type { TextKey } from '../texts/en.ts';

/** The shortcuts of a presentation, in the order of the list. Letters count in either case. */
export const PRESENTATION_SHORTCUTS = [
  {
    action: 'next',
    keys: ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter', 'n'],
    label: 'key_next',
    shown: '→ ⇟',
  },
  {
    action: 'previous',
    keys: ['PageUp', 'ArrowLeft', 'ArrowUp', 'Shift+ ', 'p'],
    label: 'key_previous',
    shown: '← ⇞',
  },
  { action: 'goToNumber', keys: [], label: 'key_number', shown: '7 ↵' },
  { action: 'goToEnd', keys: ['Home', 'End'], label: 'key_ends' },
  { action: 'blank', keys: ['b', '.', 'w', ','], label: 'key_blank', shown: 'b w' },
  { action: 'overview', keys: ['o', 'g'], label: 'key_overview', shown: 'o' },
  { action: 'explore', keys: ['e'], label: 'key_explore' },
  { action: 'goBack', keys: ['Backspace', 'F5'], label: 'key_back', shown: '⌫' },
  { action: 'play', keys: ['a'], label: 'key_play' },
  { action: 'openSpeaker', keys: ['s'], label: 'key_speaker' },
  { action: 'toggleLegend', keys: ['l'], label: 'key_legend' },
  { action: 'toggleHalo', keys: ['h'], label: 'key_halo' },
  { action: 'toggleFullScreen', keys: ['f'], label: 'key_full' },
  { action: 'switchTheme', keys: ['t'], label: 'key_theme' },
  { action: 'switchLanguage', keys: ['c'], label: 'key_language' },
  { action: 'escape', keys: ['Escape'], label: 'key_end' },
  { action: 'showShortcuts', keys: ['?'], label: 'keyHelp' },
] as const satisfies readonly (Shortcut & { readonly label: TextKey })[];

/** What a key does in a presentation. */
export type PresentationAction = (typeof PRESENTATION_SHORTCUTS)[number]['action'];
