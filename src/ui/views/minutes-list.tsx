import type { JSX } from 'preact';
import type { Minute } from '../../domain/views/minute.ts';
import { Choice } from '../controls/choice.tsx';
import { formatMoment } from '../format-date.ts';
import { useI18n } from '../i18n.tsx';
import { minuteLabels } from './minute-labels.ts';

/** The latest entries that are listed; the file has all. */
const LISTED = 50;

/** What was shown in presentations, with a button that saves it. */
export function MinutesList({
  minutes,
  meetings,
  chosen,
  onChoose,
  onSave,
  onClear,
}: {
  readonly minutes: readonly Minute[];
  /** Each meeting by its beginning, with its name. */
  readonly meetings: readonly (readonly [at: string, name: string])[];
  /** The beginning of the meeting that is listed and saved; undefined for all. */
  readonly chosen: string | undefined;
  readonly onChoose: (at: string | undefined) => void;
  readonly onSave: (format: 'html' | 'markdown') => void;
  readonly onClear: () => void;
}): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  return (
    <details>
      <summary>
        {t('minutes')} <span class="quiet">{t('minutesCount', { count: minutes.length })}</span>
      </summary>
      {minutes.length === 0 ? (
        <p class="quiet">{t('minutesNone')}</p>
      ) : (
        <>
          {meetings.length > 1 && (
            <Choice
              label={t('minutesMeeting')}
              none={t('minutesAll')}
              options={meetings.toReversed()}
              value={chosen}
              onChoose={onChoose}
              onNone={() => onChoose(undefined)}
            />
          )}
          <div class="button-row">
            <button type="button" class="text-button" onClick={() => onSave('html')}>
              {t('minutesHtml')}
            </button>
            <button type="button" class="text-button" onClick={() => onSave('markdown')}>
              {t('minutesMarkdown')}
            </button>
            <button type="button" class="text-button" onClick={onClear}>
              {t('minutesClear')}
            </button>
          </div>
          <ol class="minutes__list" reversed>
            {minutes
              .slice(-LISTED)
              .toReversed()
              .map((minute) => (
                <li key={`${minute.at} ${minute.kind}`}>
                  <time dateTime={minute.at} class="quiet">
                    {formatMoment(minute.at, language, 'seconds')}
                  </time>{' '}
                  {minuteLabels(minute, words).what}
                </li>
              ))}
          </ol>
        </>
      )}
    </details>
  );
}
