import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AuditRule } from '../../domain/audit/audit.ts';
import { type Reclassification, reclassified } from '../../domain/audit/reclassification.ts';
import { NO_TEXT } from '../../domain/bilingual.ts';
import { type CoastStatus, jointStatus, withNotice } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { type MapStanding, type PlanFrame, WORLD_FRAME } from '../../domain/dataset.ts';
import type { DatasetState, LayerState } from '../../domain/layer-state.ts';
import type { LayerStyles } from '../../domain/layer-style.ts';
import type { Project } from '../../domain/project.ts';
import type { Zone } from '../../domain/zone.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import { withStyles } from './layer-style-model.ts';
import { isAllThere } from './map-content.ts';
import { type CatalogueState, createPlanLayers } from './plan-layers.ts';

/** What the plan's model reads of the others. */
type PlanSources = {
  readonly log: ReadonlySignal<readonly Reclassification[]>;
  readonly selectedId: ReadonlySignal<string | undefined>;
  readonly styles: ReadonlySignal<LayerStyles>;
  readonly rule: ReadonlySignal<AuditRule | undefined>;
};

/** The plan's data as loaded and as edited, and which of its layers are visible. */
export function createPlanModel(
  given: Pick<ViewState, 'layers'>,
  { log, selectedId, styles, rule }: PlanSources,
) {
  const { catalogue, datasets, layers, countedLayers, groups, showOwnLayers } = createPlanLayers();
  const chosenIds = signal(given.layers);

  const switchableIds = computed(() =>
    layers.value.filter(({ layer }) => layer.role !== 'base').map(({ layer }) => layer.id),
  );
  const defaultIds = computed(() =>
    countedLayers.value
      .filter(({ layer }) => layer.role !== 'base' && layer.isVisible)
      .map(({ layer }) => layer.id),
  );
  /** The chosen layers without those that the catalogue does not list, once it is there. */
  const knownIds = computed(() =>
    catalogue.value.kind === 'ready'
      ? knownLayerIds(chosenIds.value, switchableIds.value)
      : chosenIds.value,
  );
  const projects = computed<readonly Project[]>(() =>
    layers.value.flatMap(({ state }) =>
      state.kind === 'ready' && state.content.role === 'projects' ? state.content.projects : [],
    ),
  );
  /** The layer of a project that a link selects is shown even if it is off by default. */
  const layerOfSelected = computed(() => {
    const project = projects.value.find(({ id }) => id === selectedId.value);
    return project === undefined ? [] : [project.layer];
  });
  const visibleIds = computed<ReadonlySet<string>>(() => {
    const shown = knownIds.value ?? [...defaultIds.value, ...layerOfSelected.value];
    return new Set(shown.filter((id) => switchableIds.value.includes(id)));
  });
  const loadedSegments = computed<readonly CoastlineSegment[]>(() =>
    countedLayers.value.flatMap(({ state }) =>
      state.kind === 'ready' && state.content.role === 'coastline' ? state.content.segments : [],
    ),
  );
  const actions = {
    showCatalogue: (state: CatalogueState): void => {
      catalogue.value = state;
    },
    showDatasets: (states: Iterable<readonly [id: string, state: DatasetState]>): void => {
      datasets.value = new Map([...datasets.value, ...states]);
    },
    /** Shows the user's own data; coast and zones among them count in place of the plan's. */
    showOwnLayers,
    switchLayer: (id: string, isVisible: boolean): void => {
      chosenIds.value = switchableIds.value.filter((other) =>
        other === id ? isVisible : visibleIds.value.has(other),
      );
    },
    showAllLayers: (): void => {
      chosenIds.value = switchableIds.value;
    },
    showDefaultLayers: (): void => {
      chosenIds.value = undefined;
    },
    /** Switches on the layer of a feature, so that selecting it in a list never shows nothing. */
    revealLayer: (id: string | undefined): void => {
      if (id !== undefined && switchableIds.value.includes(id) && !visibleIds.value.has(id))
        actions.switchLayer(id, true);
    },
    setFromUrl: (next: Pick<ViewState, 'layers'>): void => {
      chosenIds.value = next.layers;
    },
  };
  return {
    ...readonly({ catalogue, datasets }),
    ...{ layers, countedLayers, groups, visibleIds, defaultIds, projects, loadedSegments },
    /** The coast as edited: the same objects where nothing has been changed. */
    segments: computed(() => reclassified(loadedSegments.value, log.value)),
    /** The layers with the coast as edited, and as the user has them drawn. */
    editedLayers: computed<readonly LayerState[]>(() =>
      withStyles(
        log.value.length === 0
          ? layers.value
          : layers.value.map((layer) => withEdits(layer, log.value)),
        styles.value,
      ),
    ),
    zones: computed<readonly Zone[]>(() =>
      countedLayers.value.flatMap(({ state }) =>
        state.kind === 'ready' && state.content.role === 'zones' ? state.content.zones : [],
      ),
    ),
    ...planFacts(catalogue, countedLayers, rule),
    /** How many layers were set aside, and how many features of the others. */
    setAsideCount: computed(() => setAsideCount(catalogue.value, layers.value)),
    /** True once nothing that the map shows is still loading. */
    isComplete: computed(
      () =>
        catalogue.value.kind !== 'loading' &&
        isAllThere({ layers: layers.value, visibleIds: visibleIds.value }),
    ),
    /** The layers that the user chose, known or not. */
    chosenState: computed<Pick<ViewState, 'layers'>>(() => layersState(chosenIds.value)),
    /** The layers that the user chose and that exist. */
    urlState: computed<Pick<ViewState, 'layers'>>(() => layersState(knownIds.value)),
    ...actions,
  };
}

/** What catalogue and coastline say of the plan as a whole. */
function planFacts(
  catalogue: ReadonlySignal<CatalogueState>,
  countedLayers: ReadonlySignal<readonly LayerState[]>,
  rule: ReadonlySignal<AuditRule | undefined>,
) {
  const known = computed(() =>
    catalogue.value.kind === 'ready' ? catalogue.value.catalogue : undefined,
  );
  /** Where the classes of the coast come from; every figure carries its notice. */
  const coastStatus = computed((): CoastStatus => {
    const coasts = countedLayers.value.filter(({ layer }) => layer.role === 'coastline');
    const status = jointStatus(
      coasts.flatMap(({ state }) =>
        state.kind === 'ready' && state.content.role === 'coastline'
          ? [state.content.coastStatus]
          : [],
      ),
    );
    const isOfPlan = coasts.every(
      ({ layer }) => layer.isPlanCopy || known.value?.layers.includes(layer),
    );
    return isOfPlan ? withNotice(status, rule.value?.notice) : status;
  });
  return {
    /** The plan's title; empty in both languages while there is no catalogue. */
    title: computed(() => known.value?.title ?? NO_TEXT),
    lastArticle: computed(() => known.value?.articleCount),
    /** Where the plan lies: the whole world while there is no catalogue. */
    frame: computed<PlanFrame>(() => known.value ?? WORLD_FRAME),
    coastStatus,
    /** What the map says of itself beside its credits. */
    standing: computed<MapStanding>(() => ({
      coastStatus: coastStatus.value,
      reviewNumber: known.value?.reviewNumber,
      notice: known.value?.notice,
    })),
  };
}

function setAsideCount(catalogue: CatalogueState, layers: readonly LayerState[]): number {
  const inLayers = layers.reduce((sum, { state }) => {
    if (state.kind === 'failed') return sum + 1;
    return state.kind === 'ready' ? sum + state.read - state.kept : sum;
  }, 0);
  return inLayers + (catalogue.kind === 'ready' ? catalogue.issues.length : 0);
}

function layersState(layers: readonly string[] | undefined): Pick<ViewState, 'layers'> {
  return layers === undefined ? {} : { layers };
}

function withEdits(layer: LayerState, log: readonly Reclassification[]): LayerState {
  const { state } = layer;
  if (state.kind !== 'ready' || state.content.role !== 'coastline') return layer;
  const content = { ...state.content, segments: reclassified(state.content.segments, log) };
  return { ...layer, state: { ...state, content } };
}

/** A choice of layers without unknown ones; undefined where all of the chosen layers are unknown. */
function knownLayerIds(
  chosen: readonly string[] | undefined,
  known: readonly string[],
): readonly string[] | undefined {
  const kept = chosen?.filter((id) => known.includes(id));
  return kept?.length === 0 && chosen?.length !== 0 ? undefined : kept;
}
