import type { JSX } from 'preact';
import { useWords } from '../i18n.tsx';

/** Says that a newer version is there, and loads it only when a person wants it. */
export function RenewalOffer({
  onRenew,
  onLater,
}: {
  readonly onRenew: () => void;
  readonly onLater: () => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <section class="offer" aria-label={t('renewalTitle')}>
      <p role="status">{t('renewal')}</p>
      <button type="button" class="button" onClick={onRenew}>
        {t('renew')}
      </button>
      <button type="button" class="text-button" onClick={onLater}>
        {t('renewLater')}
      </button>
    </section>
  );
}
