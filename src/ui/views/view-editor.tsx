import type { JSX } from 'preact';
import type { FigureDrift } from '../../domain/views/figure-drift.ts';
import { type Deck, type SavedView, textIn } from '../../domain/views/saved-view.ts';
import type { SlideBlocks } from '../../domain/views/slide-blocks.ts';
import { BilingualField } from '../controls/bilingual-field.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import { Choice } from '../controls/choice.tsx';
import { formatMoment } from '../format-date.ts';
import { useI18n } from '../i18n.tsx';
import { viewName } from './default-names.ts';
import { DriftList } from './drift-list.tsx';
import { SlideEditor } from './slide-editor.tsx';
import { SubjectEditor, type SubjectEditorProps } from './subject-editor.tsx';

/** What the user can do with the open view. */
export type OpenViewActions = {
  /** Goes back to what the view shows. */
  readonly return: () => void;
  readonly update: () => void;
  /** Compares it with another state on the map. */
  readonly compare: () => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  readonly moveToDeck: (id: string) => void;
  readonly edit: (texts: Partial<Pick<SavedView, 'title' | 'caption' | 'notes'>>) => void;
  /** Changes what the slide shows. */
  readonly changeBlocks: (blocks: SlideBlocks) => void;
  readonly openScenario: () => void;
  /** Shows or hides the ratio on the slide; undefined while there is none to show. */
  readonly showRatio: ((isShown: boolean) => void) | undefined;
};

/** Props of the open view's editor. */
export type ViewEditorProps = {
  readonly view: SavedView;
  /** The decks that it could move to. */
  readonly otherDecks: readonly Deck[];
  /** Whether the map shows what the view says. */
  readonly isAtView: boolean;
  /** Figures that have changed; undefined while some are still being measured. */
  readonly drifts: readonly FigureDrift[] | undefined;
  /** What the slide is about, and what could be added to it. */
  readonly subject: SubjectEditorProps;
  readonly actions: OpenViewActions;
};

/** The open view: its caption, what has changed since it was saved, and its texts to edit. */
export function ViewEditor({
  onPresent,
  ...props
}: ViewEditorProps & {
  /** Presents the deck from this view on. */
  readonly onPresent: () => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const { view, drifts, actions } = props;
  const caption = textIn(view.caption, language);
  return (
    <section
      class="view-editor"
      aria-label={textIn(view.title, language) || viewName(view.number)[language]}
    >
      {caption !== '' && <p>{caption}</p>}
      {!props.isAtView && (
        <p class="view-editor__left" role="status">
          {t('viewLeft')}{' '}
          <button type="button" class="link-button" onClick={actions.return}>
            {t('viewBack')}
          </button>
        </p>
      )}
      {props.isAtView && drifts !== undefined && <Drifts view={view} drifts={drifts} />}
      {view.scenario !== undefined && (
        <p>
          <button type="button" class="link-button" onClick={actions.openScenario}>
            {t('viewScenario', { name: view.scenario.name })}
          </button>
        </p>
      )}
      <div class="button-row">
        <button type="button" class="text-button" onClick={onPresent}>
          {t('presentFromHere')}
        </button>
        <button type="button" class="text-button" onClick={actions.update}>
          {t('viewUpdate')}
        </button>
        <button type="button" class="text-button" onClick={actions.compare}>
          {t('viewCompare')}
        </button>
        <button type="button" class="text-button" onClick={actions.duplicate}>
          {t('duplicate')}
        </button>
        <button type="button" class="text-button" onClick={actions.remove}>
          {t('remove')}
        </button>
      </div>
      <Checkbox
        class="checkbox--small"
        label={t('viewShowsRatio')}
        isChecked={view.figures.ratio !== undefined}
        isDisabled={actions.showRatio === undefined}
        onChange={(isShown) => actions.showRatio?.(isShown)}
      />
      <SlideEditor view={view} onChange={actions.changeBlocks} />
      <SubjectEditor {...props.subject} />
      <details class="view-editor__texts">
        <summary>{t('viewTexts')}</summary>
        <BilingualField
          of="title"
          text={view.title}
          onChange={(title) => actions.edit({ title })}
        />
        <BilingualField
          of="caption"
          text={view.caption}
          rows={3}
          onChange={(text) => actions.edit({ caption: text })}
        />
        <BilingualField
          of="notes"
          text={view.notes}
          rows={4}
          onChange={(notes) => actions.edit({ notes })}
        />
        {props.otherDecks.length > 0 && (
          <Choice
            label={t('viewMoveTo')}
            none={t('viewMoveToNone')}
            options={props.otherDecks.map(
              ({ id, title }) => [id, textIn(title, language) || t('deckUntitled')] as const,
            )}
            onChoose={actions.moveToDeck}
          />
        )}
      </details>
      <p class="quiet">
        {t('viewSavedAt', { when: formatMoment(view.savedAt, language), number: view.number })}
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
