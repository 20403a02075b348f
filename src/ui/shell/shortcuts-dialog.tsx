import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Fact } from '../controls/fact.tsx';
import { formatKeys } from '../controls/format-keys.ts';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import { SHORTCUTS } from './shortcuts.ts';

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
            {t(shortcut.label)}
          </Fact>
        ))}
      </dl>
    </dialog>
  );
}
