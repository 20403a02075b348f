import { batch, computed, signal } from '@preact/signals';
import { type Reclassification, reclassified } from '../../domain/audit/reclassification.ts';
import type { Language } from '../../domain/bilingual.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Catalogue } from '../../domain/dataset.ts';
import type { Position } from '../../domain/geometry.ts';
import type { Issue } from '../../domain/issue.ts';
import type { DatasetState, LayerState } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import type { Project } from '../../domain/project.ts';
import type { Selection } from '../../domain/selection.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Zone } from '../../domain/zone.ts';
import type { MapState } from '../../map/map-view.ts';
import type { Camera, ViewCorners } from '../../map/scene.ts';
import type { Message } from '../../ui/controls/toast.tsx';
import type { Panel } from '../../ui/shell/panels.ts';
import type { ViewState } from '../address/url-state.ts';
import {
  type OpenedView,
  stateOfView,
  type WantedView,
  withoutManner,
} from '../address/view-url-state.ts';
import { readonly } from './as-readonly.ts';
import { createAuditModel } from './audit-model.ts';
import { createCompareModel } from './compare-model.ts';
import { createDeckModel } from './deck-model.ts';
import { createFilterModel } from './filter-model.ts';
import { knownLayerIds } from './known-layers.ts';
import { isAllThere } from './map-content.ts';
import { createMinutesModel } from './minutes-model.ts';
import { createPresentationModel } from './presentation-model.ts';
import { createScenarioModel } from './scenario-model.ts';
import { createWorkspaceModel } from './workspace-model.ts';

/** Where the list of layers stands. */
export type CatalogueState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly catalogue: Catalogue; readonly issues: readonly Issue[] }
  | { readonly kind: 'failed'; readonly error: LoadError };

/** What the surroundings suggest where the address is silent. */
export type Preferences = { readonly language: Language; readonly theme: Theme };

/** The state of the desk, what follows from it, and what a person can do to it. */
export type Model = ReturnType<typeof createModel>;

/** The one model: few signals, everything else computed. Only actions write. */
export function createModel(view: ViewState, preferences: Preferences) {
  const catalogueState = signal<CatalogueState>({ kind: 'loading' });
  const datasetStates = signal<ReadonlyMap<string, DatasetState>>(new Map());
  const message = signal<Message | undefined>(undefined);
  const audit = createAuditModel(view.audit ?? {});
  const { auditChoices } = audit;
  const work = createWorkspaceModel({ isReadOnly: view.isEmbedded === true });
  const { log } = work;
  const trying = createScenarioModel(work);
  const decking = createDeckModel(work);
  const presenting = createPresentationModel();
  const noting = createMinutesModel();
  const comparing = createCompareModel(view, {
    scenarios: work.scenarios,
    embeddedState: decking.embeddedState,
    placeOf: decking.placeOf,
  });
  const mapState = signal<MapState>('loading');
  const chosenLanguage = signal(view.language);
  const chosenTheme = signal(view.theme);
  const chosenLayers = signal(view.layers);
  const selectedId = signal(view.select);
  const zoneId = signal(view.zone);
  const hoveredId = signal<string | undefined>(undefined);
  const chosenPanel = signal(view.panel);
  const isPanelOpen = signal(true);
  const camera = signal(view.camera);
  const viewCorners = signal<ViewCorners | undefined>(undefined);
  const isComposing = signal(false);
  const mark = signal<Position | undefined>(undefined);
  /** The view that an address names, until the decks are there. */
  const wantedView = signal<WantedView | undefined>(
    view.view === undefined ? undefined : { number: view.view, over: view },
  );
  const opened = signal<OpenedView | undefined>(undefined);

  const language = computed(() => chosenLanguage.value ?? preferences.language);
  const theme = computed(() => chosenTheme.value ?? preferences.theme);
  const panel = computed<Panel>(() => chosenPanel.value ?? 'layers');

  const layers = computed<readonly LayerState[]>(() => {
    const state = catalogueState.value;
    if (state.kind !== 'ready') return [];
    return state.catalogue.layers.map((layer) => ({
      layer,
      state: datasetStates.value.get(layer.id) ?? { kind: 'loading' },
    }));
  });
  const switchableIds = computed(() =>
    layers.value.filter(({ layer }) => layer.role !== 'base').map(({ layer }) => layer.id),
  );
  const defaultIds = computed(() =>
    layers.value
      .filter(({ layer }) => layer.role !== 'base' && layer.isVisible)
      .map(({ layer }) => layer.id),
  );
  const knownLayers = computed(() =>
    catalogueState.value.kind === 'ready'
      ? knownLayerIds(chosenLayers.value, switchableIds.value)
      : chosenLayers.value,
  );
  const visibleIds = computed<ReadonlySet<string>>(() => {
    const shown = knownLayers.value ?? [...defaultIds.value, ...layerOfSelected.value];
    return new Set(shown.filter((id) => switchableIds.value.includes(id)));
  });
  /** True once nothing that the map shows is still on its way. */
  const isComplete = computed(
    () =>
      catalogueState.value.kind !== 'loading' &&
      isAllThere({ layers: layers.value, visibleIds: visibleIds.value }),
  );

  /** The layer of a project that the address selects is shown even if it is off by default. */
  const layerOfSelected = computed(() => {
    const project = projects.value.find(({ id }) => id === selectedId.value);
    return project === undefined ? [] : [project.layer];
  });
  const projects = computed<readonly Project[]>(() =>
    layers.value.flatMap(({ state }) =>
      state.kind === 'ready' && state.content.role === 'projects' ? state.content.projects : [],
    ),
  );
  const loadedSegments = computed<readonly CoastlineSegment[]>(() =>
    layers.value.flatMap(({ state }) =>
      state.kind === 'ready' && state.content.role === 'coastline' ? state.content.segments : [],
    ),
  );
  /** The coast as edited: the same objects where nobody changed anything. */
  const segments = computed(() => reclassified(loadedSegments.value, log.value));
  /** The layers as edited. */
  const editedLayers = computed<readonly LayerState[]>(() =>
    log.value.length === 0
      ? layers.value
      : layers.value.map((layer) => withEdits(layer, log.value)),
  );
  const filtering = createFilterModel(view, { projects, editedLayers, selectedId });
  const zones = computed<readonly Zone[]>(() =>
    layers.value.flatMap(({ state }) =>
      state.kind === 'ready' && state.content.role === 'zones' ? state.content.zones : [],
    ),
  );
  const isSurveyed = computed(() =>
    layers.value.some(
      ({ state }) =>
        state.kind === 'ready' && state.content.role === 'coastline' && state.content.isSurveyed,
    ),
  );
  const zone = computed(() => zones.value.find(({ id }) => id === zoneId.value));
  const selection = computed<Selection | undefined>(() => {
    const id = selectedId.value;
    if (id !== undefined) {
      const project = projects.value.find((candidate) => candidate.id === id);
      if (project !== undefined) return { kind: 'project', project };
      const segment = segments.value.find((candidate) => candidate.id === id);
      if (segment !== undefined) return { kind: 'segment', segment };
    }
    return zone.value === undefined ? undefined : { kind: 'zone', zone: zone.value };
  });

  /** What a person has chosen to see, whether or not the data know it. */
  const chosenState = computed<ViewState>(() => ({
    ...(chosenLayers.value && { layers: chosenLayers.value }),
    ...(selectedId.value !== undefined && { select: selectedId.value }),
    ...(zoneId.value !== undefined && { zone: zoneId.value }),
    ...(Object.keys(auditChoices.value).length > 0 && { audit: auditChoices.value }),
    ...(filtering.isFiltered.value && { filter: filtering.filter.value }),
    ...(filtering.chosenStudyM.value && { studyM: filtering.chosenStudyM.value }),
    ...comparing.comparedState.value,
  }));
  /** The saved view that is open, as it is now. */
  const openedView = computed(() => opened.value && decking.placeOf(opened.value.number));
  /** Whether the desk shows what the open view says: then the address names the view alone. */
  const isAtView = computed(
    () =>
      opened.value !== undefined &&
      openedView.value !== undefined &&
      withoutManner(chosenState.value) === opened.value.state,
  );

  /** Whether a room sees something else than the slide, and can go back to it. */
  const isDetour = computed(
    () =>
      presenting.isPresenting.value &&
      (presenting.hasMoved.value || presenting.isExploring.value || !isAtView.value),
  );

  /** The scenario on the map: a view's, or while its panel is open the one that is tried. */
  const shownScenario = computed(() => {
    const isTrying = panel.value === 'scenarios' && !presenting.isPresenting.value;
    return isTrying ? trying.triedScenario.value : trying.viewedScenario.value;
  });

  /** The theme of the desk, also while a room has its own: a page that is loaded again is the desk. */
  const themeToKeep = computed(() =>
    presenting.isPresenting.value ? presenting.themeBefore.value : chosenTheme.value,
  );

  /** What the address carries: only what a person chose, so that a plain link stays plain. */
  const viewState = computed<ViewState>(() => {
    const isWaiting = !isComplete.value;
    const select = isWaiting || selection.value?.kind !== 'zone' ? selectedId.value : undefined;
    const known = isWaiting || selection.value !== undefined;
    const manner = {
      ...(camera.value && { camera: camera.value }),
      ...(chosenLanguage.value && { language: chosenLanguage.value }),
      ...(themeToKeep.value && { theme: themeToKeep.value }),
      ...(view.isEmbedded && { isEmbedded: true }),
    };
    if (isAtView.value && opened.value !== undefined) {
      const number = opened.value.number;
      return { ...manner, ...(chosenPanel.value && { panel: chosenPanel.value }), view: number };
    }
    return {
      ...manner,
      ...(wantedView.value && { view: wantedView.value.number }),
      ...(knownLayers.value && { layers: knownLayers.value }),
      ...(chosenPanel.value && { panel: chosenPanel.value }),
      ...(select !== undefined && known && { select }),
      ...(zoneId.value !== undefined &&
        (isWaiting || zone.value !== undefined) && { zone: zoneId.value }),
      ...(Object.keys(auditChoices.value).length > 0 && { audit: auditChoices.value }),
      ...(filtering.isFiltered.value && { filter: filtering.filter.value }),
      ...(filtering.chosenStudyM.value && { studyM: filtering.chosenStudyM.value }),
      ...comparing.comparedState.value,
    };
  });

  /** Shows the layer that a feature lies in, so that picking it in a list never shows nothing. */
  function reveal(layerId: string | undefined): void {
    if (layerId === undefined || visibleIds.value.has(layerId)) return;
    if (!switchableIds.value.includes(layerId)) return;
    chosenLayers.value = switchableIds.value.filter(
      (id) => id === layerId || visibleIds.value.has(id),
    );
  }

  const actions = {
    showCatalogue: (state: CatalogueState): void => {
      catalogueState.value = state;
    },
    showDatasets: (states: Iterable<readonly [id: string, state: DatasetState]>): void => {
      datasetStates.value = new Map([...datasetStates.value, ...states]);
    },
    showMessage: (next: Message | undefined): void => {
      message.value = next;
    },
    showMapState: (state: MapState): void => {
      mapState.value = state;
    },
    switchLayer: (id: string, isVisible: boolean): void => {
      chosenLayers.value = switchableIds.value.filter((other) =>
        other === id ? isVisible : visibleIds.value.has(other),
      );
    },
    showAllLayers: (): void => {
      chosenLayers.value = switchableIds.value;
    },
    showDefaultLayers: (): void => {
      chosenLayers.value = undefined;
    },
    selectFeature: (id: string | undefined): void => {
      batch(() => {
        mark.value = undefined;
        trying.askAbout(undefined);
        if (id !== undefined && zones.value.some((candidate) => candidate.id === id)) {
          zoneId.value = id;
          selectedId.value = undefined;
          return;
        }
        selectedId.value = id;
        if (id === undefined) zoneId.value = undefined;
        reveal(projects.value.find((project) => project.id === id)?.layer);
      });
    },
    selectZone: (id: string | undefined): void => {
      batch(() => {
        zoneId.value = id;
        selectedId.value = undefined;
      });
    },
    clearSelection: (): void => {
      batch(() => {
        selectedId.value = undefined;
        zoneId.value = undefined;
        mark.value = undefined;
        trying.askAbout(undefined);
      });
    },
    /** Opens the page on which the map is exported, or closes it. */
    compose: (isOpen: boolean): void => {
      isComposing.value = isOpen;
    },
    /** Marks a position on the map, until something is picked. */
    markPosition: (at: Position): void => {
      mark.value = at;
    },
    hoverFeature: (id: string | undefined): void => {
      hoveredId.value = id;
    },
    openPanel: (next: Panel): void => {
      batch(() => {
        isPanelOpen.value = true;
        chosenPanel.value = next;
      });
    },
    togglePanel: (): void => {
      isPanelOpen.value = !isPanelOpen.value;
    },
    chooseLanguage: (next: Language): void => {
      chosenLanguage.value = next;
    },
    /** Sets the theme; `undefined` goes by what the surroundings suggest. */
    chooseTheme: (next: Theme | undefined): void => {
      chosenTheme.value = next;
    },
    moveCamera: (next: Camera, corners: ViewCorners): void => {
      batch(() => {
        camera.value = next;
        viewCorners.value = corners;
      });
    },
    /** Takes an address that the person typed or went back to. */
    applyUrl: (next: ViewState): void => {
      batch(() => {
        chosenLanguage.value = next.language;
        chosenTheme.value = next.theme;
        chosenLayers.value = next.layers;
        selectedId.value = next.select;
        zoneId.value = next.zone;
        chosenPanel.value = next.panel;
        audit.setChoicesFromUrl(next.audit ?? {});
        filtering.setFilterFromUrl(next.filter ?? {});
        filtering.studySetback(next.studyM);
        comparing.setComparisonFromUrl(next);
        opened.value = undefined;
        trying.viewScenario(undefined);
        wantedView.value = next.view === undefined ? undefined : { number: next.view, over: next };
      });
    },
    /**
     * Shows a saved view; parts of an address may go before its own. In the room the theme and the language
     * stay those of the room. Nothing for a number that no deck has.
     */
    showView: (number: number, over: ViewState = {}): void => {
      const placed = decking.placeOf(number);
      if (placed === undefined) {
        wantedView.value = undefined;
        return;
      }
      const isPresentationOpen = presenting.isPresenting.value;
      const [ownLanguage, ownTheme] = isPresentationOpen
        ? [language.value, theme.value]
        : [chosenLanguage.value, chosenTheme.value];
      const current = {
        ...(ownLanguage && { language: ownLanguage }),
        ...(ownTheme && { theme: ownTheme }),
        panel: chosenPanel.value ?? 'views',
      };
      const { state, chosen } = stateOfView(placed.view);
      batch(() => {
        trying.drawSite(undefined);
        trying.askAbout(undefined);
        mark.value = undefined;
        actions.applyUrl({
          ...(isPresentationOpen ? { ...state, ...current } : { ...current, ...state }),
          ...withoutView(over),
        });
        decking.chooseDeck(placed.deck.id);
        trying.viewScenario(placed.view.scenario);
        presenting.noteMove(false);
        // What this app cannot show of it, as a side that is gone, is no departure from it.
        const isAsSaved = withoutManner(over) === '';
        opened.value = { number, state: isAsSaved ? withoutManner(chosenState.value) : chosen };
      });
    },
    /** Lets the open view go; what it shows stays. */
    closeView: (): void => {
      batch(() => {
        opened.value = undefined;
        trying.viewScenario(undefined);
      });
    },
  };

  return {
    ...readonly({
      catalogueState,
      datasetStates,
      message,
      mapState,
      hoveredId,
      isPanelOpen,
      viewCorners,
      isComposing,
      selectedId,
      mark,
      wantedView,
    }),
    ...{ language, theme, panel, layers, editedLayers, visibleIds, defaultIds, isComplete },
    ...{
      projects,
      segments,
      loadedSegments,
      zones,
      isSurveyed,
      selection,
      zone,
      viewState,
      chosenState,
      openedView,
      isAtView,
      isDetour,
      shownScenario,
    },
    ...audit,
    ...work,
    ...trying,
    ...decking,
    ...presenting,
    ...noting,
    ...comparing,
    ...filtering,
    ...actions,
  };
}

function withoutView({ view: _, ...state }: ViewState): ViewState {
  return state;
}

function withEdits(layer: LayerState, log: readonly Reclassification[]): LayerState {
  const { state } = layer;
  if (state.kind !== 'ready' || state.content.role !== 'coastline') return layer;
  const content = { ...state.content, segments: reclassified(state.content.segments, log) };
  return { ...layer, state: { ...state, content } };
}
