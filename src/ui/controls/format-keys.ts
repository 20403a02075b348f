import type { Shortcut } from './keyboard-shortcut.ts';

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
