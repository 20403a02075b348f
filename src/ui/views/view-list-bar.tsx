import type { JSX } from 'preact';
import { Checkbox } from '../controls/checkbox.tsx';
import { useI18n } from '../i18n.tsx';

/** Props of the bar above the list of views. */
export type ViewListBarProps = {
  readonly hasPictures: boolean;
  readonly onShowPictures: (isOn: boolean) => void;
  readonly isPicking: boolean;
  readonly onPick: (isOn: boolean) => void;
  /** How many views are picked. */
  readonly count: number;
  readonly onMoveUp: () => void;
  readonly onMoveDown: () => void;
  readonly onRemove: () => void;
};

/** Whether the list has pictures, and what is done with several views at once. */
export function ViewListBar(props: ViewListBarProps): JSX.Element {
  const { t } = useI18n();
  const button = (text: string, act: () => void): JSX.Element => (
    <button type="button" class="text-button" disabled={props.count === 0} onClick={act}>
      {text}
    </button>
  );
  return (
    <div class="view-list-bar">
      <Checkbox
        class="checkbox--small"
        label={t('viewPictures')}
        isChecked={props.hasPictures}
        onChange={props.onShowPictures}
      />
      <Checkbox
        class="checkbox--small"
        label={t('viewPickSeveral')}
        isChecked={props.isPicking}
        onChange={props.onPick}
      />
      {props.isPicking && (
        <div class="button-row">
          {button(t('viewsUp', { count: props.count }), props.onMoveUp)}
          {button(t('viewsDown', { count: props.count }), props.onMoveDown)}
          {button(t('viewsRemove', { count: props.count }), props.onRemove)}
        </div>
      )}
    </div>
  );
}
