import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Bilingual } from '../../domain/bilingual.ts';
import { type Deck, textIn } from '../../domain/views/saved-view.ts';
import { HistoryButton } from '../controls/history-button.tsx';
import { Icon } from '../controls/icon.tsx';
import { type OpenWorkFile, WorkFileButtons } from '../controls/work-file-buttons.tsx';
import { useI18n } from '../i18n.tsx';
import { DeckSettings } from './deck-settings.tsx';
import { ViewEditor, type ViewEditorProps } from './view-editor.tsx';
import { ViewList } from './view-list.tsx';

/** What the views panel shows and tells. */
export type ViewsPanelProps = {
  readonly decks: readonly Deck[];
  readonly deck: Deck | undefined;
  readonly embeddedId: string | undefined;
  readonly isChanged: boolean;
  readonly isLoading: boolean;
  /** Why the deck of the plan could not be read. */
  readonly failure: string | undefined;
  /** The view that is open, with all that is told of it. */
  readonly open: ViewEditorProps | undefined;
  readonly canSave: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What a deck is handed over as, and what was shown. */
  readonly children?: ComponentChildren;
  readonly onPresent: (number: number | undefined) => void;
  readonly onSaveView: () => void;
  readonly onOpen: (number: number) => void;
  readonly onMove: (number: number, to: number) => void;
  readonly onChooseDeck: (id: string) => void;
  readonly onStartDeck: () => void;
  readonly onChangeDeck: (changes: {
    readonly title?: Bilingual;
    readonly advanceS?: number;
  }) => void;
  readonly onDuplicateDeck: () => void;
  readonly onRemoveDeck: () => void;
  /** Opens the page around the map, for paper and pictures. */
  readonly onCompose: () => void;
  readonly onSaveWork: () => void;
  readonly onOpenWork: OpenWorkFile;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** Saved views in decks: opened, presented, ordered, edited. */
export function ViewsPanel(props: ViewsPanelProps): JSX.Element {
  const { t } = useI18n();
  const { deck, open } = props;
  const views = deck?.views ?? [];
  return (
    <section class="views-panel">
      <div class="panel-bar">
        <h2>{t('tabViews')}</h2>
        <div class="panel-bar__actions">
          <HistoryButton name="undo" isEnabled={props.canUndo} onPress={props.onUndo} />
          <HistoryButton name="redo" isEnabled={props.canRedo} onPress={props.onRedo} />
        </div>
      </div>
      <div class="button-row">
        <button
          type="button"
          class="button button--primary"
          disabled={views.length === 0}
          onClick={() => props.onPresent(views[0]?.number)}
        >
          <Icon name="play" /> {t('presentFromStart')}
        </button>
        <button type="button" class="button" disabled={!props.canSave} onClick={props.onSaveView}>
          <Icon name="plus" /> {t('saveView')}
        </button>
      </div>
      <DeckChoice {...props} />
      {props.isLoading && (
        <p class="quiet" role="status">
          {t('deckLoading')}
        </p>
      )}
      {props.failure !== undefined && (
        <p role="alert">{t('deckFailed', { reason: props.failure })}</p>
      )}
      {views.length === 0 && !props.isLoading && <p class="quiet">{t('viewsNone')}</p>}
      <ViewList
        views={views}
        openNumber={open?.view.number}
        onOpen={props.onOpen}
        onMove={props.onMove}
      >
        {open !== undefined && (
          <ViewEditor {...open} onPresent={() => props.onPresent(open.view.number)} />
        )}
      </ViewList>
      {props.children}
      <div class="button-row">
        <button type="button" class="text-button" onClick={props.onCompose}>
          {t('printTitle')}
        </button>
      </div>
      <WorkFileButtons
        canSave={props.canUndo}
        onSave={props.onSaveWork}
        onOpen={props.onOpenWork}
      />
    </section>
  );
}

function DeckChoice(props: ViewsPanelProps): JSX.Element {
  const { t, language } = useI18n();
  const { decks, deck, embeddedId } = props;
  const choiceId = useId();
  const nameOf = ({ id, title }: Deck): string => {
    const name = textIn(title, language) || t('deckUntitled');
    if (id !== embeddedId) return name;
    const isChanged = id === deck?.id && props.isChanged;
    return t(isChanged ? 'deckChanged' : 'deckEmbedded', { title: name });
  };
  return (
    <>
      <div class="deck-choice">
        <label for={choiceId}>{t('deckChoice')}</label>
        <button type="button" class="text-button" onClick={props.onStartDeck}>
          {t('deckStart')}
        </button>
        <select
          id={choiceId}
          class="text-field"
          value={deck?.id ?? ''}
          onChange={({ currentTarget }) => props.onChooseDeck(currentTarget.value)}
        >
          {decks.map((each) => (
            <option key={each.id} value={each.id}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </div>
      {deck !== undefined && (
        <DeckSettings
          key={deck.id}
          deck={deck}
          isEmbedded={deck.id === embeddedId}
          isChanged={props.isChanged}
          onChange={props.onChangeDeck}
          onDuplicate={props.onDuplicateDeck}
          onRemove={props.onRemoveDeck}
        />
      )}
    </>
  );
}
