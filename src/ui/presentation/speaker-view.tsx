import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FigureDrift } from '../../domain/views/figure-drift.ts';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import { useI18n } from '../i18n.tsx';
import { viewName } from '../views/default-names.ts';
import { DriftList } from '../views/drift-list.tsx';

/** Props of the speaker's view, which the audience does not see. */
export type SpeakerViewProps = {
  readonly view: SavedView;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly next: SavedView | undefined;
  /** What the audience sees, unless the speaker explores. */
  readonly picture: string | undefined;
  readonly nextPicture: string | undefined;
  readonly drifts: readonly FigureDrift[];
  /** When the presentation began, as ISO 8601. */
  readonly startedAt: string;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  /** Whether the audience's page fills its screen. */
  readonly isFullScreen: boolean;
  readonly onFullScreen: () => void;
};

/** Notes, the next view and the clock. */
export function SpeakerView(props: SpeakerViewProps): JSX.Element {
  const { t, language } = useI18n();
  const { view, index, count, next, drifts } = props;
  const notes = textIn(view.notes, language);
  const titleOf = ({ title, number }: SavedView): string =>
    textIn(title, language) || viewName(number)[language];
  return (
    <main class="speaker">
      <header class="speaker__head">
        <p class="quiet">{t('presentationOf', { index: index + 1, count })}</p>
        <h1>{titleOf(view)}</h1>
        <Clock startedAt={props.startedAt} />
      </header>
      <section class="speaker__notes" aria-label={t('speakerNotes')}>
        {notes === '' ? (
          <p class="quiet">{t('speakerNoNotes')}</p>
        ) : (
          notes.split(/\n+/).map((line, at) => <p key={`${at}-${line}`}>{line}</p>)
        )}
        {drifts.length > 0 && (
          <>
            <h2>{t('driftTitle')}</h2>
            <DriftList drifts={drifts} />
          </>
        )}
      </section>
      <section aria-label={t('speakerNext')}>
        {props.picture !== undefined && (
          <>
            <h2>{t('speakerNow')}</h2>
            <img class="speaker__now" src={props.picture} alt={titleOf(view)} />
          </>
        )}
        <h2>{t('speakerNext')}</h2>
        {next === undefined ? (
          <p class="quiet">{t('speakerLast')}</p>
        ) : (
          <>
            {props.nextPicture !== undefined && <img src={props.nextPicture} alt="" />}
            <p>
              <b>{titleOf(next)}</b>
            </p>
            <p>{textIn(next.caption, language)}</p>
          </>
        )}
      </section>
      <footer class="button-row">
        <button type="button" class="button" disabled={index === 0} onClick={props.onPrevious}>
          {t('presentationPrevious')}
        </button>
        <button
          type="button"
          class="button button--primary"
          disabled={next === undefined}
          onClick={props.onNext}
        >
          {t('presentationNext')}
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
    </main>
  );
}

function Clock({ startedAt }: { readonly startedAt: string }): JSX.Element {
  const { t, language } = useI18n();
  const [now, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  const seconds = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000));
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return (
    <dl class="speaker__clock">
      <dt>{t('speakerClock')}</dt>
      <dd>{time.format(now)}</dd>
      <dt>{t('speakerElapsed')}</dt>
      <dd>{`${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`}</dd>
    </dl>
  );
}
