import type { JSX } from 'preact';
import type { FigureDrift } from '../../domain/views/figure-drift.ts';
import { type Deck, type SavedView, textIn } from '../../domain/views/saved-view.ts';
import { BilingualField } from '../controls/bilingual-field.tsx';
import { useI18n } from '../i18n.tsx';
import { viewName } from './default-names.ts';
import { DriftList } from './drift-list.tsx';

/** What is told of the open view, and what can be done with it. */
export type ViewEditorProps = {
  readonly view: SavedView;
  /** The decks that it could move to. */
  readonly otherDecks: readonly Deck[];
  /** Whether the map shows what the view says. */
  readonly isAtView: boolean;
  /** Figures that have changed; undefined while some are on their way. */
  readonly drifts: readonly FigureDrift[] | undefined;
  /** Shows the deck to a room from this view on. */
  readonly onPresent?: () => void;
  readonly onReturn: () => void;
  readonly onUpdate: () => void;
  /** Sets it against another state on the map. */
  readonly onCompare: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  readonly onMoveToDeck: (id: string) => void;
  readonly onEdit: (texts: Partial<Pick<SavedView, 'title' | 'caption' | 'notes'>>) => void;
  readonly onOpenScenario: () => void;
  /** Whether the room reads the ratio on it; undefined while there is none to show. */
  readonly onShowRatio: ((isShown: boolean) => void) | undefined;
};

/** The open view: its caption, what has changed since it was saved, its words to edit. */
export function ViewEditor(props: ViewEditorProps): JSX.Element {
  const { t, language } = useI18n();
  const { view, drifts } = props;
  const caption = textIn(view.caption, language);
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section
      class="view-editor"
      aria-label={textIn(view.title, language) || viewName(view.number)[language]}
    >
      {caption !== '' && <p>{caption}</p>}
      {!props.isAtView && (
        <p class="view-editor__left" role="status">
          {t('viewLeft')}{' '}
          <button type="button" class="link-button" onClick={props.onReturn}>
            {t('viewBack')}
          </button>
        </p>
      )}
      {props.isAtView && drifts !== undefined && <Drifts {...props} drifts={drifts} />}
      {view.scenario !== undefined && (
        <p>
          <button type="button" class="link-button" onClick={props.onOpenScenario}>
            {t('viewScenario', { name: view.scenario.name })}
          </button>
        </p>
      )}
      <div class="button-row">
        {props.onPresent !== undefined && (
          <button type="button" class="text-button" onClick={props.onPresent}>
            {t('presentFromHere')}
          </button>
        )}
        <button type="button" class="text-button" onClick={props.onUpdate}>
          {t('viewUpdate')}
        </button>
        <button type="button" class="text-button" onClick={props.onCompare}>
          {t('viewCompare')}
        </button>
        <button type="button" class="text-button" onClick={props.onDuplicate}>
          {t('duplicate')}
        </button>
        <button type="button" class="text-button" onClick={props.onRemove}>
          {t('remove')}
        </button>
      </div>
      <label class="inline-field">
        <input
          type="checkbox"
          checked={view.figures.ratio !== undefined}
          disabled={props.onShowRatio === undefined}
          onChange={({ currentTarget }) => props.onShowRatio?.(currentTarget.checked)}
        />
        <span>{t('viewShowsRatio')}</span>
      </label>
      <details class="view-editor__texts">
        <summary>{t('viewTexts')}</summary>
        <BilingualField
          of="title"
          text={view.title}
          onChange={(title) => props.onEdit({ title })}
        />
        <BilingualField
          of="caption"
          text={view.caption}
          rows={3}
          onChange={(text) => props.onEdit({ caption: text })}
        />
        <BilingualField
          of="notes"
          text={view.notes}
          rows={4}
          onChange={(notes) => props.onEdit({ notes })}
        />
        {props.otherDecks.length > 0 && <MoveToDeck {...props} />}
      </details>
      <p class="quiet">
        {t('viewSavedAt', { when: when.format(new Date(view.savedAt)), number: view.number })}
      </p>
    </section>
  );
}

function Drifts({
  view,
  drifts,
}: {
  readonly view: SavedView;
  readonly drifts: readonly FigureDrift[];
}): JSX.Element | null {
  const { t } = useI18n();
  if (drifts.length > 0) {
    return (
      <div class="view-editor__drift" role="status">
        <h3>{t('driftTitle')}</h3>
        <DriftList drifts={drifts} />
      </div>
    );
  }
  return Object.keys(view.figures).length === 0 ? null : <p class="quiet">{t('driftNone')}</p>;
}

function MoveToDeck({ otherDecks, onMoveToDeck }: ViewEditorProps): JSX.Element {
  const { t, language } = useI18n();
  return (
    <label class="field">
      <span>{t('viewMoveTo')}</span>
      <select
        class="text-field"
        value=""
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') onMoveToDeck(currentTarget.value);
        }}
      >
        <option value="">{t('viewMoveToNone')}</option>
        {otherDecks.map((deck) => (
          <option key={deck.id} value={deck.id}>
            {textIn(deck.title, language) || t('deckUntitled')}
          </option>
        ))}
      </select>
    </label>
  );
}
