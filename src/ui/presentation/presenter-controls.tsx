import type { JSX } from 'preact';
import type { IconName } from '../controls/icon.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';

/** Props of the presenter's buttons. */
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

/** A row of buttons for presenting with a mouse or by touch. */
export function PresenterControls(props: PresenterControlsProps): JSX.Element {
  const { t } = useI18n();
  const button = (
    icon: IconName,
    key: TextKey,
    onPress: () => void,
    isOff = false,
  ): JSX.Element => (
    <IconButton
      icon={icon}
      label={t(key)}
      isDisabled={isOff}
      onPress={(event) => {
        // The next press of a clicker's space bar is not meant for this button.
        if (event.detail > 0) event.currentTarget.blur();
        onPress();
      }}
    />
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
