import type { JSX } from 'preact';
import { Icon, type IconName } from '../controls/icon.tsx';
import { useWords } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';

/** What the hand of a presenter can press. */
export type RoomControlsProps = {
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
export function RoomControls(props: RoomControlsProps): JSX.Element {
  const { t } = useWords();
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
    <div class="room__controls" role="toolbar" aria-label={t('roomTitle')}>
      {button('chevron-left', 'roomPrevious', props.onPrevious, props.isFirst)}
      {button('chevron-right', 'roomNext', props.onNext, props.isLast)}
      {button('grid', 'roomOverview', props.onOverview)}
      {props.isPlaying
        ? button('pause', 'roomPause', props.onPlay)
        : button('play', 'roomPlay', props.onPlay)}
      {button('blank', 'roomBlack', props.onBlack)}
      {button('speaker', 'roomSpeaker', props.onSpeaker)}
      {button('maximize', 'roomFull', props.onFullScreen)}
      {button('keyboard', 'roomKeys', props.onKeys)}
      {button('close', 'roomLeave', props.onEnd)}
    </div>
  );
}
