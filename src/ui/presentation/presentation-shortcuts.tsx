import type { JSX } from 'preact';
import { Fact } from '../controls/fact.tsx';
import { Icon } from '../controls/icon.tsx';
import { useFocusTrap } from '../controls/use-focus-trap.ts';
import { useI18n } from '../i18n.tsx';

/** The keys of the room; any of them works while the list lies open. */
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
        <Fact label="→ ⇟">{t('key_next')}</Fact>
        <Fact label="← ⇞">{t('key_previous')}</Fact>
        <Fact label="Home End">{t('key_ends')}</Fact>
        <Fact label="b w">{t('key_blank')}</Fact>
        <Fact label="o">{t('key_overview')}</Fact>
        <Fact label="e">{t('key_explore')}</Fact>
        <Fact label="⌫">{t('key_back')}</Fact>
        <Fact label="a">{t('key_play')}</Fact>
        <Fact label="s">{t('key_speaker')}</Fact>
        <Fact label="l">{t('key_legend')}</Fact>
        <Fact label="h">{t('key_halo')}</Fact>
        <Fact label="f">{t('key_full')}</Fact>
        <Fact label="t">{t('key_theme')}</Fact>
        <Fact label="c">{t('key_language')}</Fact>
        <Fact label="Esc">{t('key_end')}</Fact>
      </dl>
    </div>
  );
}
