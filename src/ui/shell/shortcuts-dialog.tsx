import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Fact } from '../controls/fact.tsx';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import { PANELS } from './panels.ts';

/** The list of keys; the platform's dialog keeps and returns the focus. */
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
        <Fact label="/">{t('keySearch')}</Fact>
        <Fact label="[">{t('keyPanel')}</Fact>
        <Fact label="l">{t('keyLegend')}</Fact>
        <Fact label="m">{t('keyMeasure')}</Fact>
        <Fact label="p F5">{t('keyPresent')}</Fact>
        <Fact label="s">{t('keyScenario')}</Fact>
        <Fact label="e">{t('keyCompose')}</Fact>
        <Fact label={`1–${PANELS.length}`}>{t('keyTabs')}</Fact>
        <Fact label="Enter ⏎">{t('keyMap')}</Fact>
        <Fact label="⇧ Enter ⏎">{t('keyAsk')}</Fact>
        <Fact label="Ctrl/⌘ Z">{t('keyUndo')}</Fact>
        <Fact label="Esc">{t('keyEscape')}</Fact>
        <Fact label="?">{t('keyHelp')}</Fact>
      </dl>
    </dialog>
  );
}
