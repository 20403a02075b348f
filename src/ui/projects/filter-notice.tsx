import type { JSX } from 'preact';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';

/** Says on the map that a filter is at work, whatever panel is open, and takes it away. */
export function FilterNotice({
  count,
  all,
  onReset,
}: {
  /** Absent while it is not known how many fit. */
  readonly count: number | undefined;
  readonly all: number;
  readonly onReset: () => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <p class="filter-notice">
      <Icon name="filter" />
      <span>{t('filterNotice', { count: count ?? '…', all })}</span>
      <button type="button" class="icon-button" aria-label={t('filterReset')} onClick={onReset}>
        <Icon name="close" />
      </button>
    </p>
  );
}
