import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** Says that a newer version is available; it is loaded only when the user asks for it. */
export function UpdatePrompt({
  onRenew,
  onLater,
}: {
  readonly onRenew: () => void;
  readonly onLater: () => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <section class="offer" aria-label={t('updateTitle')}>
      <p role="status">{t('updateNote')}</p>
      <button type="button" class="button" onClick={onRenew}>
        {t('updateNow')}
      </button>
      <button type="button" class="text-button" onClick={onLater}>
        {t('updateLater')}
      </button>
    </section>
  );
}
