import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { findShortcut, meantKey, type PressedKey } from '../ui/controls/keyboard-shortcut.ts';
import { type AppAction, SHORTCUTS } from '../ui/shell/shortcuts.ts';

/** What each shortcut does; it is given the key, of which some shortcuts have several. */
export type AppActions = Readonly<Record<AppAction, (key: string) => void>>;

/** The part of a key press that decides what it means. */
export type KeyPress = PressedKey &
  Pick<KeyboardEvent, 'repeat' | 'target' | 'preventDefault'> &
  Partial<Pick<KeyboardEvent, 'isComposing'>>;

/** Where a key is pressed. */
type ShortcutContext = {
  readonly isEmbedded: boolean;
  readonly isDialogOpen: boolean;
};

/** Binds the shortcuts of the app to the page; during a presentation they mean other things. */
export function useShortcuts(
  actions: AppActions,
  {
    isPresenting,
    isEmbedded,
    onStopPresenting,
  }: {
    readonly isPresenting: ReadonlySignal<boolean>;
    readonly isEmbedded: boolean;
    readonly onStopPresenting: () => void;
  },
): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      // A presentation starts before the page is drawn anew.
      if (!isPresenting.peek()) {
        const isDialogOpen = document.querySelector('dialog[open], [aria-modal="true"]') !== null;
        handleShortcut(event, actions, { isEmbedded, isDialogOpen });
        // Until the presentation binds its own keys, and where it has no slide.
      } else if (event.key === 'F5') event.preventDefault();
      else if (event.key === 'Escape') onStopPresenting();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  });
}

/** Does what a key means. In a field and over a dialog only function keys mean anything: they type nothing. */
export function handleShortcut(
  event: KeyPress,
  actions: AppActions,
  { isEmbedded, isDialogOpen }: ShortcutContext,
): void {
  const shortcut = findShortcut(SHORTCUTS, event);
  if (shortcut === undefined || 'isOfMap' in shortcut) return;
  if (isEmbedded && !('isEmbedded' in shortcut)) return;
  const { key, isAlt } = meantKey(event);
  const isFunctionKey = /^F\d/.test(key);
  // What is being composed belongs to the input method.
  const isElsewhere = isAlt || isDialogOpen || event.isComposing || isTyping(event.target);
  if (!isFunctionKey && isElsewhere) return;
  if (isFunctionKey) leaveField(event.target);
  // Escape also means something to the browser.
  if (shortcut.action !== 'escape') event.preventDefault();
  if (!isFunctionKey || !event.repeat) actions[shortcut.action](key);
}

/** What is typed in a field is reported when the field loses the focus. */
function leaveField(target: EventTarget | null): void {
  if (isTyping(target) && target instanceof HTMLElement) target.blur();
}

/** Fields that take no text: keys mean the same on them as anywhere. */
const TYPELESS: readonly string[] = ['checkbox', 'radio', 'button', 'file', 'range', 'color'];

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !TYPELESS.includes(target.type))
  );
}
