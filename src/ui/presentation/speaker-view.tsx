import type { ComponentChildren, JSX } from 'preact';
import type { FigureDrift } from '../../domain/views/figure-drift.ts';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import { useI18n } from '../i18n.tsx';
import { viewName } from '../views/default-names.ts';
import { DriftList } from '../views/drift-list.tsx';
import { SpeakerControls, type SpeakerControlsProps } from './speaker-controls.tsx';
import { withUnits } from './with-units.ts';

/** Props of the speaker's view, which the audience does not see. */
export type SpeakerViewProps = SpeakerControlsProps & {
  readonly view: SavedView;
  readonly next: SavedView | undefined;
  /** What the audience sees, unless the speaker explores. */
  readonly picture: string | undefined;
  readonly nextPicture: string | undefined;
  readonly drifts: readonly FigureDrift[];
  /** How large the notes are, as a factor. */
  readonly notesScale: number;
  readonly onScaleNotes: (scale: number) => void;
  /** The clocks. */
  readonly clock: ComponentChildren;
  /** The form that notes a decision. */
  readonly decision: ComponentChildren;
};

/** How much one press makes the notes larger or smaller. */
const STEP = 1.2;

/** The current and the next slide, the notes, the clocks, and what leads the room. */
export function SpeakerView(props: SpeakerViewProps): JSX.Element {
  const { t, language } = useI18n();
  const { view, next, drifts, notesScale } = props;
  const notes = withUnits(textIn(view.notes, language));
  return (
    <main class="speaker">
      <header class="speaker__head">
        <p class="quiet">{t('presentationOf', { index: props.index + 1, count: props.count })}</p>
        <h1>{titleOf(view, language)}</h1>
        {props.clock}
      </header>
      <section class="speaker__now" aria-label={t('speakerNow')}>
        <Picture view={view} picture={props.picture} />
      </section>
      <section class="speaker__next" aria-label={t('speakerNext')}>
        <h2>{t('speakerNext')}</h2>
        {next === undefined ? (
          <p class="quiet">{t('speakerLast')}</p>
        ) : (
          <>
            <Picture view={next} picture={props.nextPicture} />
            <p>
              <b>{titleOf(next, language)}</b>
            </p>
            <p>{withUnits(textIn(next.caption, language))}</p>
          </>
        )}
      </section>
      <section class="speaker__notes" aria-label={t('speakerNotes')}>
        <div class="speaker__size">
          <button
            type="button"
            class="button"
            aria-label={t('speakerSmaller')}
            onClick={() => props.onScaleNotes(notesScale / STEP)}
          >
            A−
          </button>
          <button
            type="button"
            class="button"
            aria-label={t('speakerLarger')}
            onClick={() => props.onScaleNotes(notesScale * STEP)}
          >
            A+
          </button>
        </div>
        <div class="speaker__text" style={{ fontSize: `${1.375 * notesScale}rem` }}>
          {notes === '' ? (
            <p class="quiet">{t('speakerNoNotes')}</p>
          ) : (
            notes.split(/\n+/).map((line, at) => <p key={`${at}-${line}`}>{line}</p>)
          )}
        </div>
        {drifts.length > 0 && (
          <>
            <h2>{t('driftTitle')}</h2>
            <DriftList drifts={drifts} />
          </>
        )}
        {props.decision}
      </section>
      <SpeakerControls {...props} />
    </main>
  );
}

function titleOf({ title, number }: SavedView, language: 'zh' | 'en'): string {
  return textIn(title, language) || viewName(number)[language];
}

/** The picture of a slide's map; the words of one that has no map. */
function Picture({
  view,
  picture,
}: {
  readonly view: SavedView;
  readonly picture: string | undefined;
}): JSX.Element {
  const { language } = useI18n();
  const title = titleOf(view, language);
  if (view.blocks?.layout === 'text') return <p class="speaker__picture">{title}</p>;
  return (
    <div class="speaker__picture">{picture !== undefined && <img src={picture} alt={title} />}</div>
  );
}
