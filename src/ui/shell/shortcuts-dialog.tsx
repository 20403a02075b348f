import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Fact } from '../controls/fact.tsx';
import { formatKeys } from '../controls/format-keys.ts';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';
import { SHORTCUTS } from './shortcuts.ts';

/** What each shortcut does, in words that only this list needs. */
export const SHORTCUT_LABELS = {
  search: 'keySearch',
  togglePanel: 'keyPanel',
  toggleLegend: 'keyLegend',
  measure: 'keyMeasure',
  present: 'keyPresent',
  presentOpenView: 'keyPresentHere',
  startScenario: 'keyScenario',
  openPrint: 'keyCompose',
  openPanel: 'keyTabs',
  select: 'keyMap',
  askAbout: 'keyAsk',
  undoEdit: 'keyUndo',
  redoEdit: 'keyRedo',
  takeBackCorner: 'keyTakeBack',
  escape: 'keyEscape',
  showShortcuts: 'keyHelp',
} as const satisfies Readonly<Record<(typeof SHORTCUTS)[number]['action'], TextKey>>;

/** The list of keyboard shortcuts; the platform's dialog keeps and returns the focus. */
export function ShortcutsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} class="shortcuts-dialog" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{t('keysTitle')}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl class="facts facts--keys">
        {SHORTCUTS.map((shortcut) => (
          <Fact key={shortcut.action} label={formatKeys(shortcut)}>
            {t(SHORTCUT_LABELS[shortcut.action])}
          </Fact>
        ))}
      </dl>
    </dialog>
  );
}
