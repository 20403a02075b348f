import type { ComponentChildren, JSX } from 'preact';
import { type Deck, textIn } from '../../domain/views/saved-view.ts';
import { Choice } from '../controls/choice.tsx';
import { type EditHistory, HistoryButtons } from '../controls/history-buttons.tsx';
import { Icon } from '../controls/icon.tsx';
import { type WorkFileActions, WorkFileButtons } from '../controls/work-file-buttons.tsx';
import { useI18n } from '../i18n.tsx';
import { DeckSettings, type OpenDeckActions } from './deck-settings.tsx';
import { ViewEditor, type ViewEditorProps } from './view-editor.tsx';
import { ViewList, type ViewListProps } from './view-list.tsx';

/** The deck that comes with the plan, as far as it has been loaded. */
export type EmbeddedDeck = {
  readonly id: string | undefined;
  readonly isLoading: boolean;
  /** Why it could not be read. */
  readonly failure: string | undefined;
};

/** What the user can do with views. */
export type ViewActions = {
  /** Starts presenting at the view with a number. */
  readonly present: (number: number | undefined) => void;
  /** Saves what the map shows as a new view. */
  readonly save: () => void;
  readonly open: (number: number) => void;
  /** Moves a view to a place, from 0. */
  readonly move: (number: number, to: number) => void;
} & Pick<ViewListProps, 'onMoveAll' | 'onRemoveAll' | 'onShowPictures'>;

/** What the user can do with decks. */
export type DeckActions = {
  readonly choose: (id: string) => void;
  readonly start: () => void;
} & OpenDeckActions;

/** Props of the views panel. */
export type ViewsPanelProps = {
  readonly decks: readonly Deck[];
  readonly deck: Deck | undefined;
  readonly embedded: EmbeddedDeck;
  /** Whether the open deck comes with the plan and has been changed since. */
  readonly isChanged: boolean;
  readonly open: ViewEditorProps | undefined;
  readonly canSave: boolean;
  /** Pictures of the views by number; undefined while none are wanted. */
  readonly pictures: ReadonlyMap<number, string> | undefined;
  readonly history: EditHistory;
  readonly viewActions: ViewActions;
  readonly deckActions: DeckActions;
  /** The scenario that the map still shows, and that a view saves. */
  readonly shownScenario: { readonly name: string; readonly onLeaveOut: () => void } | undefined;
  readonly workFile: WorkFileActions;
  /** Opens the print composer. */
  readonly onPrint: () => void;
  /** The check and the exports of the deck, and the minutes. */
  readonly children?: ComponentChildren;
};

/** Saved views in decks: opened, presented, ordered, edited. */
export function ViewsPanel(props: ViewsPanelProps): JSX.Element {
  const { t } = useI18n();
  const { deck, open, embedded, history, viewActions } = props;
  const views = deck?.views ?? [];
  return (
    <section>
      <div class="panel-bar">
        <h2>{t('tabViews')}</h2>
        <HistoryButtons history={history} />
      </div>
      <div class="button-row">
        <button
          type="button"
          class="button button--primary"
          disabled={views.length === 0}
          onClick={() => viewActions.present(views[0]?.number)}
        >
          <Icon name="play" /> {t('presentFromStart')}
        </button>
        <button type="button" class="button" disabled={!props.canSave} onClick={viewActions.save}>
          <Icon name="plus" /> {t('saveView')}
        </button>
      </div>
      {props.shownScenario !== undefined && (
        <p class="quiet" role="status">
          {t('viewKeepsScenario', { name: props.shownScenario.name })}{' '}
          <button type="button" class="link-button" onClick={props.shownScenario.onLeaveOut}>
            {t('viewLeaveScenario')}
          </button>
        </p>
      )}
      <DeckChoice
        decks={props.decks}
        deck={deck}
        embeddedId={embedded.id}
        isChanged={props.isChanged}
        actions={props.deckActions}
      />
      {embedded.isLoading && (
        <p class="quiet" role="status">
          {t('deckLoading')}
        </p>
      )}
      {embedded.failure !== undefined && (
        <p role="alert">{t('deckFailed', { reason: embedded.failure })}</p>
      )}
      {views.length === 0 && !embedded.isLoading && <p class="quiet">{t('viewsNone')}</p>}
      <ViewList
        views={views}
        openNumber={open?.view.number}
        onOpen={viewActions.open}
        onMove={viewActions.move}
        onMoveAll={viewActions.onMoveAll}
        onRemoveAll={viewActions.onRemoveAll}
        pictures={props.pictures}
        onShowPictures={viewActions.onShowPictures}
      >
        {open !== undefined && (
          <ViewEditor {...open} onPresent={() => viewActions.present(open.view.number)} />
        )}
      </ViewList>
      {props.children}
      <div class="button-row">
        <button type="button" class="text-button" onClick={props.onPrint}>
          {t('printTitle')}
        </button>
      </div>
      <WorkFileButtons actions={props.workFile} />
    </section>
  );
}

function DeckChoice({
  decks,
  deck,
  embeddedId,
  isChanged,
  actions,
}: Pick<ViewsPanelProps, 'decks' | 'deck' | 'isChanged'> & {
  readonly embeddedId: string | undefined;
  readonly actions: DeckActions;
}): JSX.Element {
  const { t, language } = useI18n();
  const nameOf = ({ id, title }: Deck): string => {
    const name = textIn(title, language) || t('deckUntitled');
    if (id !== embeddedId) return name;
    return t(id === deck?.id && isChanged ? 'deckChanged' : 'deckEmbedded', { title: name });
  };
  return (
    <>
      <div class="deck-choice">
        <Choice
          label={t('deckChoice')}
          options={decks.map((each) => [each.id, nameOf(each)] as const)}
          value={deck?.id}
          onChoose={actions.choose}
        />
        <button type="button" class="text-button" onClick={actions.start}>
          {t('deckStart')}
        </button>
      </div>
      {deck !== undefined && (
        <DeckSettings
          key={deck.id}
          deck={deck}
          isEmbedded={deck.id === embeddedId}
          isChanged={isChanged}
          actions={actions}
        />
      )}
    </>
  );
}
