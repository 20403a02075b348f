import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** Progress of something slow, with a button that stops it. */
export function Progress({
  label,
  share,
  onCancel,
}: {
  readonly label: string;
  /** From 0 to 1; at 0 the bar shows that nothing is known yet. */
  readonly share: number;
  readonly onCancel: () => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="progress">
      <progress aria-label={label} value={share === 0 ? undefined : share} />
      <button type="button" class="button" onClick={onCancel}>
        {t('exportCancel')}
      </button>
    </div>
  );
}
