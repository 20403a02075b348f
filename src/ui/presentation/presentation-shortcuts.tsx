import type { JSX } from 'preact';
import { Fact } from '../controls/fact.tsx';
import { formatKeys } from '../controls/format-keys.ts';
import { Icon } from '../controls/icon.tsx';
import { useFocusTrap } from '../controls/use-focus-trap.ts';
import { useI18n } from '../i18n.tsx';
import { PRESENTATION_SHORTCUTS } from './shortcuts.ts';

/** The shortcuts of a presentation; all of them work while the list is open. */
export function PresentationShortcutsList({
  onClose,
}: {
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const dialog = useFocusTrap(onClose);
  return (
    <div
      ref={dialog}
      class="presentation-shortcuts"
      role="dialog"
      aria-modal="true"
      aria-labelledby="room-keys"
      tabIndex={-1}
    >
      <header>
        <h2 id="room-keys">{t('presentationKeys')}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <dl class="facts facts--keys">
        {PRESENTATION_SHORTCUTS.map((shortcut) => (
          <Fact key={shortcut.action} label={formatKeys(shortcut)}>
            {t(shortcut.label)}
          </Fact>
        ))}
      </dl>
    </div>
  );
}
