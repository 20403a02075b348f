import type { JSX } from 'preact';
import { Icon, type IconName } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';

/** What the hand of a presenter can press. */
export type PresenterControlsProps = {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isPlaying: boolean;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  readonly onOverview: () => void;
  readonly onPlay: () => void;
  readonly onBlack: () => void;
  readonly onSpeaker: () => void;
  readonly onFullScreen: () => void;
  readonly onKeys: () => void;
  readonly onEnd: () => void;
};

/** A quiet row of buttons, for a mouse or a finger. */
export function PresenterControls(props: PresenterControlsProps): JSX.Element {
  const { t } = useI18n();
  const button = (
    icon: IconName,
    key: TextKey,
    onPress: () => void,
    isOff = false,
  ): JSX.Element => (
    <button
      type="button"
      class="icon-button"
      aria-label={t(key)}
      title={t(key)}
      disabled={isOff}
      onClick={(event) => {
        // The next press of a clicker's space bar is not meant for this button.
        if (event.detail > 0) event.currentTarget.blur();
        onPress();
      }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="presentation__controls" role="toolbar" aria-label={t('presentationTitle')}>
      {button('chevron-left', 'presentationPrevious', props.onPrevious, props.isFirst)}
      {button('chevron-right', 'presentationNext', props.onNext, props.isLast)}
      {button('grid', 'presentationOverview', props.onOverview)}
      {props.isPlaying
        ? button('pause', 'presentationPause', props.onPlay)
        : button('play', 'presentationPlay', props.onPlay)}
      {button('blank', 'presentationBlack', props.onBlack)}
      {button('speaker', 'presentationSpeaker', props.onSpeaker)}
      {button('maximize', 'presentationFull', props.onFullScreen)}
      {button('keyboard', 'presentationKeys', props.onKeys)}
      {button('close', 'presentationLeave', props.onEnd)}
    </div>
  );
}
