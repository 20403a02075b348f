import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { reasonOf } from '../../domain/result.ts';
import { figureDrift } from '../../domain/views/figure-drift.ts';
import { type Deck, textIn } from '../../domain/views/saved-view.ts';
import { withCoastOf } from '../../domain/views/shown-figures.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { type CheckedView, DeckCheck, type DeckCheckState } from '../../ui/views/deck-check.tsx';
import { copyName, deckName, viewName } from '../../ui/views/default-names.ts';
import type { ViewEditorProps } from '../../ui/views/view-editor.tsx';
import { ViewsPanel } from '../../ui/views/views-panel.tsx';
import { currentFigures } from '../audit/current-figures.ts';
import { DeckExportContainer } from '../deck-export/deck-export-container.tsx';
import { openWork, saveWork } from '../persistence/save-and-open.ts';
import { MinutesContainer } from '../presentation/minutes-container.tsx';
import type { Controller } from '../state/controller.ts';
import { nextNumber } from '../state/draft-site.ts';
import { type StateToSave, stateToSave, suggestedTitle } from './save-view.ts';

/** Joins the decks and their views to the model. */
export function ViewsContainer({ controller }: { readonly controller: Controller }): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const { language } = words;
  const [state, deck] = [model.views.embeddedState.value, model.views.openDeck.value];
  // A check is of the deck and the coast as they were: any change makes it void.
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
    if (deck === undefined) return;
    const tell = (state: DeckCheckState): void => {
      checked.value = { of: checkedOf, state };
    };
    tell({ kind: 'checking' });
    checkedViews(controller, deck).then(
      (views) => tell({ kind: 'done', views }),
      (cause: unknown) => tell({ kind: 'failed', reason: reasonOf(cause) }),
    );
  };
  const saveView = (): void => {
    const texts = { caption: { zh: '', en: '' }, notes: { zh: '', en: '' } };
    const title = suggestedTitle(model, viewName);
    const behind = model.views.opened.peek()?.view.number;
    const number = model.views.add({ ...shownNow(controller), ...texts, title }, behind);
    model.views.open(number);
    const values = { number, title: textIn(title, language) };
    model.page.showMessage({ kind: 'done', key: 'viewSaved', values });
  };
  return (
    <ViewsPanel
      decks={model.views.decks.value}
      deck={deck}
      embeddedId={state.kind === 'ready' ? state.deck.id : undefined}
      isChanged={deck !== undefined && model.views.isChangedDeck(deck)}
      isLoading={state.kind === 'unasked' || state.kind === 'loading'}
      failure={
        state.kind === 'failed'
          ? `${state.error.message[language]} ${state.error.cure[language]}`
          : undefined
      }
      open={openedView(controller, words)}
      canSave={model.plan.catalogue.value.kind === 'ready' && currentFigures(model).isSettled}
      canUndo={model.workspace.canUndo.value}
      canRedo={model.workspace.canRedo.value}
      onPresent={controller.present}
      onSaveView={saveView}
      onOpen={controller.openView}
      onMove={model.views.move}
      onChooseDeck={model.views.chooseDeck}
      onStartDeck={() => model.views.startDeck(deckName(nextNumber(model.views.decks.peek())))}
      onChangeDeck={(changes) => deck && model.views.changeDeck(deck.id, changes)}
      onDuplicateDeck={() => deck && model.views.startDeck(copyName(deck.title), deck)}
      onRemoveDeck={() => deck && model.views.removeDeck(deck.id)}
      onCompose={() => model.page.openPrint(true)}
      onSaveWork={() => {
        model.page.showMessage({ kind: 'done', key: 'saved', values: { file: saveWork(model) } });
      }}
      onOpenWork={(file, watch) => openWork(model, file, watch)}
      onUndo={model.workspace.undo}
      onRedo={model.workspace.redo}
    >
      {deck !== undefined && deck.views.length > 0 && (
        <DeckCheck
          state={isValid ? checked.value.state : { kind: 'unasked' }}
          canCheck={model.audit.state.value.kind === 'ready'}
          onCheck={check}
          onOpen={controller.openView}
        />
      )}
      {deck !== undefined && deck.views.length > 0 && (
        <DeckExportContainer key={deck.id} controller={controller} deck={deck} />
      )}
      <MinutesContainer controller={controller} />
    </ViewsPanel>
  );
}

async function checkedViews(controller: Controller, deck: Deck): Promise<readonly CheckedView[]> {
  const [{ evaluateDeck: checkDeck }, engines] = await Promise.all([
    import('../audit/evaluate-views.ts'),
    controller.engines(),
  ]);
  return checkDeck(deck, engines);
}

function shownNow(controller: Controller): StateToSave {
  return stateToSave(controller.model, { extent: controller.freeExtent(), now: new Date() });
}

/** The open view and what can be done with it; nothing while none is open. */
function openedView(controller: Controller, { language }: I18n): ViewEditorProps | undefined {
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
    onReturn: () => controller.openView(number),
    onUpdate: () => {
      model.views.edit(number, ({ title, caption, notes }) => ({
        ...{ title, caption, notes },
        ...shownNow(controller),
      }));
      model.views.open(number);
      const values = { number, title: textIn(view.title, language) };
      model.page.showMessage({ kind: 'done', key: 'viewUpdated', values });
    },
    onCompare: () => {
      const other = deck.views[index + 1] ?? deck.views[index - 1];
      model.comparison.compare([
        { kind: 'view', number },
        other === undefined ? { kind: 'plan' } : { kind: 'view', number: other.number },
      ]);
    },
    onDuplicate: () => model.views.duplicate(number, copyName(view.title)),
    onRemove: () => {
      model.views.remove(number);
      model.views.close();
    },
    onMoveToDeck: (id) => model.views.moveToDeck(number, id),
    onEdit: (texts) => model.views.edit(number, (current) => ({ ...current, ...texts })),
    onShowRatio:
      figures.ratio === undefined || !isSettled || !model.views.isAtView.value
        ? undefined
        : (isShown) =>
            model.views.edit(number, (current) => ({
              ...current,
              figures: withCoastOf(current.figures, isShown ? figures : undefined),
            })),
    onOpenScenario: () => {
      if (scenario === undefined) return;
      model.scenarios.adopt(model.scenarios.saved.peek() ?? scenario);
      model.page.openPanel('scenarios');
    },
  };
}
