import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';
import { IconButton } from './icon-button.tsx';

/** Undo and redo of the user's edits. */
export type EditHistory = {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
};

/** The buttons for undo and redo, side by side. */
export function HistoryButtons({ history }: { readonly history: EditHistory }): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="panel-bar__actions">
      <IconButton
        icon="undo"
        label={t('undo')}
        isDisabled={!history.canUndo}
        onPress={history.undo}
      />
      <IconButton
        icon="redo"
        label={t('redo')}
        isDisabled={!history.canRedo}
        onPress={history.redo}
      />
    </div>
  );
}
