import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { viewKey } from '../../domain/views/view-key.ts';
import type { ViewState } from '../address/url-state.ts';
import {
  type OpenedView,
  stateOfView,
  type WantedView,
  withoutManner,
} from '../address/view-url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import type { createMapModel } from './map-model.ts';
import type { createPageModel } from './page-model.ts';
import type { createPresentationModel } from './presentation-model.ts';
import type { createScenarioModel } from './scenario-model.ts';
import type { createViewsModel } from './views-model.ts';

/** A family whose state the address carries: each lists its own parts, once. */
export type UrlPart = {
  /** Its parts of the address: only what the user chose, and only what exists. */
  readonly urlState: ReadonlySignal<ViewState>;
  /** The same, whether or not the data know it. */
  readonly chosenState?: ReadonlySignal<ViewState>;
  readonly setFromUrl: (state: ViewState) => void;
};

/** What the address is made of. */
type UrlSources = {
  /** What the map shows: layers, selection, audit, filter, setback, comparison. */
  readonly content: readonly UrlPart[];
  readonly page: ReturnType<typeof createPageModel>;
  readonly map: ReturnType<typeof createMapModel>;
  readonly views: ReturnType<typeof createViewsModel>;
  readonly scenarios: ReturnType<typeof createScenarioModel>;
  readonly presentation: ReturnType<typeof createPresentationModel>;
};

/** The address and the saved view that it may name: what they carry, and how they are applied. */
export function createUrlModel(given: ViewState, sources: UrlSources) {
  const { content, page, map, views, scenarios, presentation } = sources;
  /** The view that an address names, until the decks are loaded. */
  const wantedView = signal<WantedView | undefined>(
    given.view === undefined ? undefined : { number: given.view, over: given },
  );
  const openedAs = signal<OpenedView | undefined>(undefined);
  const chosenState = computed<ViewState>(() =>
    Object.assign({}, ...content.map((part) => (part.chosenState ?? part.urlState).value)),
  );
  /** The saved view that is open, as it is now. */
  const opened = computed(() => openedAs.value && views.placeOf(openedAs.value.number));
  /** Whether the app shows what the open view says: then the address names only the view. */
  const isAtView = computed(
    () =>
      openedAs.value !== undefined &&
      opened.value !== undefined &&
      withoutManner(chosenState.value) === openedAs.value.state,
  );
  /** The user's theme, also during a presentation, which has its own. */
  const ownTheme = computed(() =>
    presentation.isPresenting.value ? presentation.themeBefore.value : page.chosenTheme.value,
  );
  const state = computed<ViewState>(() => {
    const manner: ViewState = {
      ...(map.camera.value && { camera: map.camera.value }),
      ...(page.chosenLanguage.value && { language: page.chosenLanguage.value }),
      ...(ownTheme.value && { theme: ownTheme.value }),
      ...(given.isEmbedded && { isEmbedded: true }),
      ...(page.chosenPanel.value && { panel: page.chosenPanel.value }),
    };
    const atView = isAtView.value ? opened.value?.view : undefined;
    if (atView !== undefined && views.isShipped(atView.number))
      return { ...manner, view: atView.number };
    return Object.assign(
      { ...manner, ...viewOf(wantedView.value, atView) },
      ...content.map(({ urlState }) => urlState.value),
    );
  });
  /** Takes over an address that the user typed or went back to. */
  const apply = (next: ViewState): void => {
    batch(() => {
      page.setFromUrl(next);
      for (const part of content) part.setFromUrl(next);
      openedAs.value = undefined;
      scenarios.showSaved(undefined);
      wantedView.value = next.view === undefined ? undefined : { number: next.view, over: next };
    });
  };
  /**
   * Shows a saved view; parts of an address may override its own. During a presentation the theme and
   * the language stay. Does nothing for a number that no deck has.
   */
  const open = (number: number, over: ViewState = {}): void => {
    const placed = views.placeOf(number);
    if (placed === undefined) {
      wantedView.value = undefined;
      return;
    }
    const isPresenting = presentation.isPresenting.value;
    const [language, theme] = isPresenting
      ? [page.language.value, page.theme.value]
      : [page.chosenLanguage.value, page.chosenTheme.value];
    const current: ViewState = {
      ...(language && { language }),
      ...(theme && { theme }),
      panel: page.chosenPanel.value ?? 'views',
    };
    const { state: saved, chosen } = stateOfView(placed.view);
    const { view: _, viewKey: __, ...parts } = over;
    batch(() => {
      scenarios.draw(undefined);
      scenarios.askAbout(undefined);
      map.markPosition(undefined);
      apply({ ...(isPresenting ? { ...saved, ...current } : { ...current, ...saved }), ...parts });
      page.leaveScenario();
      views.chooseDeck(placed.deck.id);
      scenarios.showSaved(placed.view.scenario);
      presentation.noteMove(false);
      // Parts that cannot be restored (a deleted scenario) do not count as changes.
      const isAsSaved = withoutManner(over) === '';
      openedAs.value = { number, state: isAsSaved ? withoutManner(chosenState.value) : chosen };
    });
  };
  /** The view that the address names cannot be opened. */
  const giveUpWanted = (): void => {
    wantedView.value = undefined;
  };
  /** Closes the open view; what it shows stays. */
  const close = (): void => {
    batch(() => {
      openedAs.value = undefined;
      scenarios.showSaved(undefined);
    });
  };
  /** Remembers what the app shows, and the open view; the returned function shows it again. */
  const remember = (): (() => void) => {
    const shown: ViewState = {
      ...chosenState.peek(),
      ...(page.chosenLanguage.peek() && { language: page.chosenLanguage.peek() }),
      ...(page.chosenTheme.peek() && { theme: page.chosenTheme.peek() }),
      ...(page.chosenPanel.peek() && { panel: page.chosenPanel.peek() }),
    };
    const [opened, wanted, scenario] = [openedAs.peek(), wantedView.peek(), scenarios.saved.peek()];
    return () =>
      batch(() => {
        apply(shown);
        openedAs.value = opened;
        wantedView.value = wanted;
        scenarios.showSaved(scenario);
      });
  };
  return {
    url: { ...readonly({ wantedView }), state, chosenState, apply, remember, giveUpWanted },
    openedView: { opened, isAtView, open, close },
  };
}

/**
 * The view that an address names beside all that it says: one that it asked for and that is not open yet, or a view of
 * the user's own with a mark of it, as another person has another view of that number.
 */
function viewOf(wanted: WantedView | undefined, own: SavedView | undefined): ViewState {
  if (own !== undefined) return { view: own.number, viewKey: viewKey(own) };
  if (wanted === undefined) return {};
  const { viewKey: mark } = wanted.over;
  return { view: wanted.number, ...(mark !== undefined && { viewKey: mark }) };
}
