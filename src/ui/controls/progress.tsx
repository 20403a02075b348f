import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** How far something is that takes its time, and the way to stop it. */
export function Progress({
  label,
  share,
  onCancel,
}: {
  readonly label: string;
  /** From 0 to 1; at 0 nothing is known yet. */
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
