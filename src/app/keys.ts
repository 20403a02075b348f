import { useEffect } from 'preact/hooks';
import { PANELS, type Panel } from '../domain/panel.ts';

/** What the keys do. */
export type KeyActions = {
  readonly onSearch: () => void;
  readonly onTogglePanel: () => void;
  readonly onOpenPanel: (panel: Panel) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onToggleLegend: () => void;
  readonly onMeasure: () => void;
  readonly onCompose: () => void;
  readonly onEscape: () => void;
  readonly onShowKeys: () => void;
};

/** Listens for the single keys of the desk, except where a person is typing. */
export function useKeys(actions: KeyActions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open], [aria-modal="true"]') !== null) return;
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'z') return;
        event.preventDefault();
        if (event.shiftKey) actions.onRedo();
        else actions.onUndo();
        return;
      }
      const panel = /^[1-9]$/.test(event.key) ? PANELS[Number(event.key) - 1] : undefined;
      if (panel !== undefined) actions.onOpenPanel(panel);
      else if (event.key === '/') {
        event.preventDefault();
        actions.onSearch();
      } else if (event.key === '[') actions.onTogglePanel();
      else if (event.key === 'l') actions.onToggleLegend();
      else if (event.key === 'm') actions.onMeasure();
      else if (event.key === 'e') actions.onCompose();
      else if (event.key === 'Escape') actions.onEscape();
      else if (event.key === '?') actions.onShowKeys();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  );
}
