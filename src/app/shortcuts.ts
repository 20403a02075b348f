import { useEffect } from 'preact/hooks';
import { PANELS, type Panel } from '../ui/shell/panels.ts';

/** What the keys do. */
export type KeyActions = {
  readonly onSearch: () => void;
  readonly onTogglePanel: () => void;
  readonly onOpenPanel: (panel: Panel) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onToggleLegend: () => void;
  readonly onMeasure: () => void;
  /** From the first view, or from the one that is open. */
  readonly onPresent: (isFromHere: boolean) => void;
  readonly onLeaveRoom: () => void;
  readonly onStartScenario: () => void;
  readonly onCompose: () => void;
  readonly onEscape: () => void;
  readonly onShowKeys: () => void;
  /** In somebody else's page only Escape and the legend's key are ours. */
  readonly isEmbedded: boolean;
};

/** Listens for the single keys of the desk, except where a person is typing; in the room they mean other things. */
export function useKeys(actions: KeyActions, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) {
      // Until the room's own keys are there, and where it has no slide.
      const wait = (event: KeyboardEvent): void => {
        if (event.key === 'F5') event.preventDefault();
        else if (event.key === 'Escape') actions.onLeaveRoom();
      };
      document.addEventListener('keydown', wait);
      return () => document.removeEventListener('keydown', wait);
    }
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F5' && !actions.isEmbedded && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        // What is being typed is told when its field is left.
        if (isTyping(event.target) && event.target instanceof HTMLElement) event.target.blur();
        if (!event.repeat) actions.onPresent(event.shiftKey);
        return;
      }
      if (event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open], [aria-modal="true"]') !== null) return;
      if (actions.isEmbedded) {
        if (event.ctrlKey || event.metaKey) return;
        if (event.key === 'Escape') actions.onEscape();
        if (event.key === 'l') actions.onToggleLegend();
        return;
      }
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
      else if (event.key === 's') actions.onStartScenario();
      else if (event.key === 'p') actions.onPresent(false);
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
