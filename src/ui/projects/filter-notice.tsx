import type { JSX } from 'preact';
import { Icon } from '../controls/icon.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';

/** Says on the map that a filter is active, whatever panel is open, and resets it. */
export function FilterNotice({
  count,
  all,
  onReset,
}: {
  /** Undefined while it is not known how many match. */
  readonly count: number | undefined;
  readonly all: number;
  readonly onReset: () => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <p class="filter-notice">
      <Icon name="filter" />
      <span>{t('filterNotice', { count: count ?? '…', all })}</span>
      <IconButton icon="close" label={t('filterReset')} onPress={onReset} />
    </p>
  );
}
