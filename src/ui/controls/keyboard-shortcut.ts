import type { TextKey } from '../texts/en.ts';

/** A line in a table of keyboard shortcuts: the app binds its keys, a dialog lists them. */
export type Shortcut = {
  readonly action: string;
  /** Values of `KeyboardEvent.key`, after `Shift+` or `Mod+` (Ctrl, or ⌘ on a Mac) where these are held. */
  readonly keys: readonly string[];
  readonly label: TextKey;
  /** How the list writes the keys, where `formatKeys` would name too many. */
  readonly shown?: string;
};

/** What tells one key from another. */
type PressedKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/**
 * The shortcut of a pressed key; undefined where a table has none. A key that has none of its own with Shift means
 * the same as without: many layouts need Shift for `?` and `/`.
 */
export function findShortcut<Line extends Shortcut>(
  table: readonly Line[],
  { key, shiftKey, ctrlKey, metaKey }: PressedKey,
): Line | undefined {
  const isMod = ctrlKey || metaKey;
  const name = isMod ? `Mod+${shiftKey ? 'Shift+' : ''}${key.toLowerCase()}` : key;
  const find = (wanted: string): Line | undefined =>
    table.find(({ keys }) => keys.includes(wanted));
  return (shiftKey && !isMod ? find(`Shift+${key}`) : undefined) ?? find(name);
}

const KEY_NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', Enter: 'Enter ⏎' };

/** Keys as a list writes them: `⇧ Enter ⏎`, `Ctrl/⌘ Z`. */
export function formatKeys({ keys, shown }: Shortcut): string {
  if (shown !== undefined) return shown;
  return keys
    .map((name) => {
      const key = name.replace(/^(?:Mod\+)?(?:Shift\+)?/, '');
      const isMod = name.startsWith('Mod+');
      const isShift = name.slice(0, -key.length).includes('Shift+');
      const written = KEY_NAMES[key] ?? (isMod ? key.toUpperCase() : key);
      return `${isMod ? 'Ctrl/⌘ ' : ''}${isShift ? '⇧ ' : ''}${written}`;
    })
    .join(' ');
}
