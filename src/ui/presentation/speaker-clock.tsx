import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { clockText, elapsedMs, type Stopwatch } from '../../domain/views/stopwatch.ts';
import { useI18n } from '../i18n.tsx';

/** Props of the speaker's clocks. */
export type SpeakerClockProps = {
  readonly watch: Stopwatch;
  /** The minutes that the talk may take; undefined without a target. */
  readonly targetMinutes: number | undefined;
  /** When the slide was shown, as `Date.now()`. */
  readonly slideSince: number | undefined;
  readonly onToggle: () => void;
  readonly onReset: () => void;
  readonly onTarget: (minutes: number | undefined) => void;
};

/** The longest talk, in minutes: a day. */
const MOST_MINUTES = 24 * 60;

/** The time of day, the talk's watch with its target, and how long this slide has been shown. */
export function SpeakerClock({
  watch,
  targetMinutes,
  slideSince,
  onToggle,
  onReset,
  onTarget,
}: SpeakerClockProps): JSX.Element {
  const { t, language } = useI18n();
  const [now, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const elapsed = elapsedMs(watch, now);
  const left = targetMinutes === undefined ? undefined : targetMinutes * 60_000 - elapsed;
  const onSlide = slideSince === undefined ? 0 : Math.max(0, now - slideSince);
  return (
    <div class="speaker__clock">
      <dl>
        <dt>{t('speakerElapsed')}</dt>
        <dd>{clockText(elapsed)}</dd>
        {left !== undefined && (
          <>
            <dt>{t('speakerLeft')}</dt>
            <dd class={left < 0 ? 'is-loss' : undefined}>{clockText(left)}</dd>
          </>
        )}
        <dt>{t('speakerOnSlide')}</dt>
        <dd>{clockText(onSlide)}</dd>
        <dt>{t('speakerClock')}</dt>
        <dd>{time.format(now)}</dd>
      </dl>
      <div class="button-row">
        <button type="button" class="button" onClick={onToggle}>
          {t(watch.since === undefined ? 'speakerRun' : 'speakerPause')}
        </button>
        <button type="button" class="button" onClick={onReset}>
          {t('speakerReset')}
        </button>
        <label>
          {t('speakerTarget')}{' '}
          <input
            type="number"
            class="text-field"
            min={1}
            max={MOST_MINUTES}
            value={targetMinutes}
            onChange={({ currentTarget: { valueAsNumber: minutes } }) =>
              onTarget(minutes >= 1 && minutes <= MOST_MINUTES ? minutes : undefined)
            }
          />
        </label>
      </div>
    </div>
  );
}
