import type { SavedView } from './saved-view.ts';

/**
 * A mark of what a view is, eight hexadecimal digits: views of two people have the same number, hardly ever the same
 * mark. It changes with the view. FNV-1a over UTF-16 code units (Fowler, Noll, Vo), 32 bits: a mark, no secret.
 */
export function viewKey({ number, title, caption, address, scenario, savedAt }: SavedView): string {
  const text = JSON.stringify([number, title, caption, address, scenario ?? null, savedAt]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
