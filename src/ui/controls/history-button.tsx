import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';
import { Icon } from './icon.tsx';

/** Takes the last change back, or makes it again. */
export function HistoryButton({
  name,
  isEnabled,
  onPress,
}: {
  readonly name: 'undo' | 'redo';
  readonly isEnabled: boolean;
  readonly onPress: () => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t(name)}
      title={t(name)}
      disabled={!isEnabled}
      onClick={onPress}
    >
      <Icon name={name} />
    </button>
  );
}
