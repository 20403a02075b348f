import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** Props of what leads the room from the speaker's window. */
export type SpeakerControlsProps = {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  /** Goes to a slide, from 0. */
  readonly onGoTo: (index: number) => void;
  readonly isBlack: boolean;
  readonly onBlack: () => void;
  readonly onOverview: () => void;
  /** Whether the audience's page fills its screen. */
  readonly isFullScreen: boolean;
  readonly onFullScreen: () => void;
};

/** The buttons of the speaker's window, and the field to go to a slide by its number. */
export function SpeakerControls(props: SpeakerControlsProps): JSX.Element {
  const { t } = useI18n();
  const { index, count } = props;
  return (
    <footer class="button-row">
      <button type="button" class="button" disabled={index === 0} onClick={props.onPrevious}>
        {t('presentationPrevious')}
      </button>
      <button
        type="button"
        class="button button--primary"
        disabled={index === count - 1}
        onClick={props.onNext}
      >
        {t('presentationNext')}
      </button>
      <form
        class="speaker__jump"
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.querySelector('input');
          const number = field?.valueAsNumber ?? Number.NaN;
          if (Number.isInteger(number) && number >= 1 && number <= count) props.onGoTo(number - 1);
          event.currentTarget.reset();
        }}
      >
        <label>
          {t('speakerJump')}{' '}
          <input type="number" class="text-field" min={1} max={count} step={1} required />
        </label>
      </form>
      <button type="button" class="button" aria-pressed={props.isBlack} onClick={props.onBlack}>
        {t('presentationBlack')}
      </button>
      <button type="button" class="button" onClick={props.onOverview}>
        {t('presentationOverview')}
      </button>
      {!props.isFullScreen && (
        <>
          <button type="button" class="button" onClick={props.onFullScreen}>
            {t('presentationFull')}
          </button>
          <p class="quiet" role="status">
            {t('speakerNotFull')}
          </p>
        </>
      )}
    </footer>
  );
}
