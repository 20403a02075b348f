import type { JSX } from 'preact';
import { formatMoment } from '../format-date.ts';
import { useI18n } from '../i18n.tsx';

/** Changes, scenarios and decks of an earlier visit: how many, and when the last was kept (ISO 8601). */
export type RestorePromptProps = {
  readonly changes: number;
  readonly scenarios: number;
  readonly decks: number;
  readonly savedAt: string;
  readonly onTakeUp: () => void;
  readonly onLeave: () => void;
};

/** Asks whether to restore the changes of an earlier visit, without covering the map. */
export function RestorePrompt({
  changes,
  scenarios,
  decks,
  savedAt,
  onTakeUp,
  onLeave,
}: RestorePromptProps): JSX.Element {
  const { t, language } = useI18n();
  return (
    <section class="offer" aria-label={t('restoreWorkTitle')}>
      <p>
        {t('restoreWorkNote', { changes, scenarios, decks, when: formatMoment(savedAt, language) })}
      </p>
      <button type="button" class="button" onClick={onTakeUp}>
        {t('restoreWorkRestore')}
      </button>
      <button type="button" class="text-button" onClick={onLeave}>
        {t('restoreWorkDismiss')}
      </button>
    </section>
  );
}
