/** A line in a table of keyboard shortcuts: the app binds its keys, a dialog lists them. */
export type Shortcut = {
  readonly action: string;
  /** Values of `KeyboardEvent.key`, after `Shift+` or `Mod+` (Ctrl, or ⌘ on a Mac) where these are held. */
  readonly keys: readonly string[];
  /** How the list writes the keys, where `formatKeys` would name too many. */
  readonly shown?: string;
};

/** What tells one key from another. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'
> &
  Partial<Pick<KeyboardEvent, 'code' | 'getModifierState'>>;

/** A key as tables name it, and what was held. */
type MeantKey = {
  readonly key: string;
  readonly isShift: boolean;
  /** Ctrl, or ⌘ on a Mac; not where AltGr typed a sign, which Windows reports as Ctrl and Alt. */
  readonly isMod: boolean;
  readonly isAlt: boolean;
};

/**
 * What a pressed key means, whatever typed it. Caps Lock changes no letter. A Chinese input method that holds the
 * key back (`Process`), types its full-width twin or another sign (【 for [), and a layout with letters of its own
 * mean the key at that place of the keyboard. AltGr means the sign that it types, and no shortcut where it types a
 * letter.
 */
export function meantKey(event: PressedKey): MeantKey {
  const isAltGr = event.getModifierState?.('AltGraph') === true || (event.ctrlKey && event.altKey);
  const isTyped = event.key.length === 1;
  const key = isTyped || event.key === 'Process' ? typedKey(event) : event.key;
  const isSign = isTyped && !/[\p{L}\p{N}]/u.test(key);
  return {
    key,
    isShift: event.shiftKey,
    isMod: (event.ctrlKey || event.metaKey) && !(isAltGr && isSign),
    isAlt: event.altKey && !(isAltGr && isSign),
  };
}

/** Letters are small, signs of the ASCII are themselves; all else is what stands on the key. */
function typedKey({ key, code = '', shiftKey }: PressedKey): string {
  const narrow = key.length === 1 ? key.normalize('NFKC') : key;
  if (/^[ -~]$/.test(narrow)) return narrow.toLowerCase();
  const [, letter] = /^(?:Key|Digit)([A-Z\d])$/.exec(code) ?? [];
  if (letter !== undefined) return letter.toLowerCase();
  const [plain, shifted] = Object.hasOwn(SIGNS_ON_KEYS, code) ? (SIGNS_ON_KEYS[code] ?? key) : key;
  return (shiftKey ? shifted : plain) ?? key;
}

/** What stands on the keys of signs that shortcuts use, without and with Shift, on the keyboards sold in China. */
const SIGNS_ON_KEYS: Readonly<Record<string, string>> = {
  Slash: '/?',
  BracketLeft: '[{',
  BracketRight: ']}',
  Period: '.>',
  Comma: ',<',
  Space: '  ',
};

/**
 * The shortcut of a pressed key; undefined where a table has none. A sign that has none of its own with Shift means
 * the same as without: many layouts need Shift for `?` and `/`.
 */
export function findShortcut<Line extends Shortcut>(
  table: readonly Line[],
  event: PressedKey,
): Line | undefined {
  const { key, isShift, isMod } = meantKey(event);
  const find = (wanted: string): Line | undefined =>
    table.find(({ keys }) => keys.includes(wanted));
  if (isMod) return find(`Mod+${isShift ? 'Shift+' : ''}${key}`);
  const shifted = isShift ? find(`Shift+${key}`) : undefined;
  return shifted ?? (isShift && /^[a-z]$/.test(key) ? undefined : find(key));
}
