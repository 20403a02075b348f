import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { reasonOf } from '../../domain/result.ts';
import { withMovedViews, withoutViews } from '../../domain/views/deck-order.ts';
import { figureDrift, withDrifts } from '../../domain/views/figure-drift.ts';
import { type Deck, textIn } from '../../domain/views/saved-view.ts';
import { withCoastOf } from '../../domain/views/shown-figures.ts';
import { effectiveBlocks } from '../../domain/views/slide-blocks.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { type CheckedView, DeckCheck, type DeckCheckState } from '../../ui/views/deck-check.tsx';
import type { SlideShape } from '../../ui/views/deck-export.tsx';
import { copyName, deckName } from '../../ui/views/default-names.ts';
import type { ViewEditorProps } from '../../ui/views/view-editor.tsx';
import { ViewsPanel, type ViewsPanelProps } from '../../ui/views/views-panel.tsx';
import { currentFigures } from '../audit/current-figures.ts';
import { DeckExportContainer } from '../deck-export/deck-export-container.tsx';
import { useThumbnails } from '../image/use-view-thumbnails.ts';
import { editHistory } from '../persistence/edit-history.ts';
import { workFileActions } from '../persistence/workspace-actions.ts';
import { MinutesContainer } from '../presentation/minutes-container.tsx';
import type { Controller } from '../state/controller.ts';
import { nextNumber } from '../state/draft-site.ts';
import type { Model } from '../state/model.ts';
import { editedSubject } from './edited-subject.ts';
import { saveShownView, stateToSaveOrWhy } from './save-shown-view.ts';

const NO_VIEWS: Deck['views'] = [];

/** The views panel with the model's values. */
export function ViewsContainer({ controller }: { readonly controller: Controller }): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const { language } = words;
  const shape = useSignal<SlideShape>('wide');
  const hasPictures = useSignal(false);
  const [state, deck] = [model.views.embeddedState.value, model.views.openDeck.value];
  const pictures = useThumbnails(model, hasPictures.value ? (deck?.views ?? NO_VIEWS) : NO_VIEWS);
  return (
    <ViewsPanel
      decks={model.views.decks.value}
      deck={deck}
      embedded={{
        id: state.kind === 'ready' ? state.deck.id : undefined,
        isLoading: state.kind === 'unasked' || state.kind === 'loading',
        failure:
          state.kind === 'failed'
            ? `${state.error.message[language]} ${state.error.cure[language]}`
            : undefined,
      }}
      isChanged={deck !== undefined && model.views.isChangedDeck(deck)}
      open={openedView(controller, words)}
      pictures={hasPictures.value ? pictures : undefined}
      canSave={model.plan.catalogue.value.kind === 'ready' && currentFigures(model).isSettled}
      history={editHistory(model)}
      viewActions={{
        present: controller.present,
        save: () => void saveShownView(controller, words),
        open: controller.openView,
        move: model.views.move,
        onMoveAll: (numbers, to) =>
          deck && model.views.replaceDeck(withMovedViews(deck, numbers, to)),
        onRemoveAll: (numbers) => deck && model.views.replaceDeck(withoutViews(deck, numbers)),
        onShowPictures: (isOn) => {
          hasPictures.value = isOn;
        },
      }}
      deckActions={{
        choose: model.views.chooseDeck,
        start: () => model.views.startDeck(deckName(nextNumber(model.views.decks.peek()))),
        change: (changes) => deck && model.views.changeDeck(deck.id, changes),
        duplicate: () => deck && model.views.startDeck(copyName(deck.title), deck),
        remove: () => deck && model.views.removeDeck(deck.id),
      }}
      shownScenario={scenarioKept(model)}
      workFile={workFileActions(model)}
      onPrint={() => model.page.openPrint(true)}
    >
      {deck !== undefined && deck.views.length > 0 && (
        <DeckCheckContainer controller={controller} deck={deck} />
      )}
      {deck !== undefined && deck.views.length > 0 && (
        <DeckExportContainer key={deck.id} {...{ controller, deck, shape }} />
      )}
      <MinutesContainer controller={controller} />
    </ViewsPanel>
  );
}

/** The scenario that came along from its panel and is saved with a view; undefined while none is. */
function scenarioKept(model: Model): ViewsPanelProps['shownScenario'] {
  const scenario = model.scenarios.shown.value;
  return model.page.keepsScenario.value && scenario !== undefined
    ? { name: scenario.name, onLeaveOut: model.page.leaveScenario }
    : undefined;
}

/** The check of a deck's figures, until deck or coast change. */
function DeckCheckContainer({
  controller,
  deck,
}: {
  readonly controller: Controller;
  readonly deck: Deck;
}): JSX.Element {
  const { model } = controller;
  // A check holds for the deck and the coast as they were: any change makes it void.
  const checked = useSignal<{ readonly of: readonly unknown[]; readonly state: DeckCheckState }>({
    of: [],
    state: { kind: 'unasked' },
  });
  const checkedOf = [
    deck,
    model.workspace.log.value,
    model.workspace.scenarios.value,
    model.audit.rule.value,
  ];
  const isValid = checkedOf.every((part, index) => part === checked.value.of[index]);
  const check = (): void => {
    const set = (state: DeckCheckState): void => {
      checked.value = { of: checkedOf, state };
    };
    set({ kind: 'checking' });
    checkedViews(controller, deck).then(
      (views) => set({ kind: 'done', views }),
      (cause: unknown) => set({ kind: 'failed', reason: reasonOf(cause) }),
    );
  };
  return (
    <DeckCheck
      state={isValid ? checked.value.state : { kind: 'unasked' }}
      canCheck={model.audit.state.value.kind === 'ready'}
      onCheck={check}
      onOpen={controller.openView}
      onAccept={(changed) => {
        model.views.replaceDeck(withNewFigures(deck, changed));
        const values = { count: changed.length };
        model.page.showMessage({ kind: 'done', key: 'deckAccepted', values });
      }}
    />
  );
}

/** A deck whose changed views have their figures as they are now. */
function withNewFigures(deck: Deck, changed: readonly CheckedView[]): Deck {
  const drifts = new Map(changed.map((checked) => [checked.number, checked.drifts]));
  return {
    ...deck,
    views: deck.views.map((view) => ({
      ...view,
      figures: withDrifts(view.figures, drifts.get(view.number) ?? []),
    })),
  };
}

async function checkedViews(controller: Controller, deck: Deck): Promise<readonly CheckedView[]> {
  const [{ evaluateDeck: checkDeck }, engines] = await Promise.all([
    import('../audit/evaluate-views.ts'),
    controller.engines(),
  ]);
  return checkDeck(deck, engines);
}

/** Props of the open view's editor; undefined while no view is open. */
function openedView(controller: Controller, words: I18n): ViewEditorProps | undefined {
  const { language } = words;
  const { model } = controller;
  const placed = model.views.opened.value;
  if (placed === undefined) return undefined;
  const { view, deck, index } = placed;
  const { number, scenario } = view;
  const { figures, isSettled } = currentFigures(model);
  return {
    view,
    otherDecks: model.views.decks.value.filter(({ id }) => id !== deck.id),
    isAtView: model.views.isAtView.value,
    drifts: isSettled ? figureDrift(view.figures, figures) : undefined,
    subject: editedSubject(model, view),
    actions: {
      return: () => controller.openView(number),
      update: () => {
        const state = stateToSaveOrWhy(controller, words);
        if (state === undefined) return;
        model.views.edit(number, ({ title, caption, notes, blocks, subject }) => ({
          ...{ title, caption, notes },
          ...(blocks && { blocks }),
          ...(subject && { subject }),
          ...state,
        }));
        model.views.open(number);
        const values = { number, title: textIn(view.title, language) };
        model.page.showMessage({ kind: 'done', key: 'viewUpdated', values });
      },
      compare: () => {
        const other = deck.views[index + 1] ?? deck.views[index - 1];
        model.comparison.compare([
          { kind: 'view', number },
          other === undefined ? { kind: 'plan' } : { kind: 'view', number: other.number },
        ]);
      },
      // What is edited next is the copy.
      duplicate: () => {
        const copy = model.views.duplicate(number, copyName(view.title));
        if (copy !== undefined) model.views.open(copy);
      },
      remove: () => {
        model.views.remove(number);
        model.views.close();
      },
      moveToDeck: (id) => model.views.moveToDeck(number, id),
      edit: (texts) => model.views.edit(number, (current) => ({ ...current, ...texts })),
      showRatio:
        figures.ratio === undefined || !isSettled || !model.views.isAtView.value
          ? undefined
          : (isShown) =>
              model.views.edit(number, (current) => ({
                ...current,
                figures: withCoastOf(current.figures, isShown ? figures : undefined),
              })),
      changeBlocks: (changed) => {
        const next = effectiveBlocks(changed);
        model.views.edit(number, ({ blocks: _, ...current }) => ({
          ...current,
          ...(next && { blocks: next }),
        }));
      },
      openScenario: () => {
        if (scenario === undefined) return;
        model.scenarios.adopt(model.scenarios.saved.peek() ?? scenario);
        model.page.openPanel('scenarios');
      },
    },
  };
}
