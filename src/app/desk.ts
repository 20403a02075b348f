import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Measurement } from '../domain/geodesy.ts';
import { boundingBox, positionsOf } from '../domain/geometry.ts';
import { selectionGeometry } from '../domain/selection.ts';
import type { MapView } from '../map/map-view.ts';
import type { MapScene } from '../map/scene.ts';
import { AuditClient } from './audit-client.ts';
import { cameraPadding } from './camera-padding.ts';
import { loadAuditRule, loadCatalogue, loadLayer } from './load-plan.ts';
import type { Model } from './model.ts';
import { createSceneBuilder } from './scene.ts';
import { formatAddress, parseAddress } from './view-state.ts';

/** The camera stays inside this box: the embedded base map ends there. */
const FRAME = [117.2, 34.4, 122.2, 37.5] as const;

/** The desk at work: the model, and what reaches out to files, worker, map and address. */
export type Desk = {
  readonly model: Model;
  readonly isEmbedded: boolean;
  /** Length and area of what is selected; absent until the worker has measured it. */
  readonly measurement: ReadonlySignal<Measurement | undefined>;
  /** Draws the map in an element; the returned function takes it away again. */
  readonly openMap: (element: HTMLElement) => () => void;
  /** Picks a feature or zone and moves the map so that it is whole in sight. */
  readonly selectAndShow: (id: string) => void;
  readonly showSelection: () => void;
  readonly showWholeDistrict: () => void;
  readonly zoomBy: (step: 1 | -1) => void;
  readonly resetNorth: () => void;
};

/** Sets the desk to work: starts loading, keeps address, worker and map in step with the model. */
export function createDesk(model: Model, { isEmbedded }: { readonly isEmbedded: boolean }): Desk {
  const client = new AuditClient();
  const measurement = signal<Measurement | undefined>(undefined);
  const scene = createScene(model);
  let mapView: MapView | undefined;
  let mapElement: HTMLElement | undefined;

  startLoading(model);
  keepAudited(model, client);
  keepMeasured(model, client, measurement);
  keepAddress(model, (view) => {
    if (view.camera !== undefined) mapView?.jump(view.camera);
  });

  const showSelection = (): void => {
    const selection = model.selection.value;
    const geometry = selection && selectionGeometry(selection);
    const box = geometry && boundingBox(positionsOf(geometry));
    if (box === undefined || mapElement === undefined) return;
    const padding = cameraPadding(mapElement);
    mapView?.fit(box, padding);
  };
  const openMap = (element: HTMLElement): (() => void) => {
    mapElement = element;
    let isGone = false;
    let stopRendering = (): void => {};
    const open = async (): Promise<void> => {
      // MapLibre is the largest part: it comes while catalogue and data are on their way.
      const { MapView } = await import('../map/map-view.ts');
      await until(() => model.catalogueState.value.kind !== 'loading');
      const catalogue = model.catalogueState.value;
      if (isGone || catalogue.kind !== 'ready') return;
      const view = new MapView({
        container: element,
        camera: model.viewState.value.camera,
        extent: catalogue.catalogue.extent,
        frame: FRAME,
        padding: cameraPadding(element),
        events: {
          onSelect: model.selectFeature,
          onHover: model.hoverFeature,
          onCameraChange: model.moveCamera,
          onStateChange: model.showMapState,
          onError: (error) => console.error('map:', error.message, error),
        },
      });
      mapView = view;
      const startsAtSelection = model.viewState.value.camera === undefined;
      stopRendering = effect(() => view.render(scene.value));
      if (startsAtSelection && model.selection.value !== undefined) showSelection();
    };
    open().catch((cause: unknown) => {
      console.warn('The map cannot be drawn here:', cause);
      model.showMapState('failed');
    });
    return () => {
      isGone = true;
      stopRendering();
      mapView?.destroy();
      mapView = undefined;
    };
  };

  return {
    model,
    isEmbedded,
    measurement,
    openMap,
    showSelection,
    selectAndShow: (id) => {
      model.selectFeature(id);
      // The card takes room of its own: fit once it stands.
      requestAnimationFrame(showSelection);
    },
    showWholeDistrict: () => {
      const state = model.catalogueState.value;
      if (state.kind === 'ready' && mapElement !== undefined) {
        mapView?.fit(state.catalogue.extent, cameraPadding(mapElement));
      }
    },
    zoomBy: (step) => mapView?.zoomBy(step),
    resetNorth: () => mapView?.resetNorth(),
  };
}

function createScene(model: Model): ReadonlySignal<MapScene> {
  const buildDatasets = createSceneBuilder();
  const datasets = computed(() => buildDatasets(model.layers.value, model.visibleIds.value));
  return computed(() => {
    const selection = model.selection.value;
    const zone = model.zone.value;
    const ids = [model.selectedId.value, selection?.kind === 'zone' || zone !== undefined ? zone?.id : undefined];
    return {
      theme: model.theme.value,
      language: model.language.value,
      datasets: datasets.value,
      selectedIds: ids.filter((id) => id !== undefined),
      hoveredId: model.hoveredId.value,
      isComplete: model.isComplete.value,
    };
  });
}

/** Base map first, then what is shown; the rest when a person turns to it. */
function startLoading(model: Model): void {
  const asked = new Set<string>();
  void loadCatalogue(model).then(() =>
    effect(() => {
      const state = model.catalogueState.value;
      if (state.kind !== 'ready') return;
      const wantsAll = model.panel.value === 'projects' || model.panel.value === 'data' || model.selectedId.value !== undefined;
      for (const layer of state.catalogue.layers) {
        const isNeeded =
          layer.role !== 'projects' || model.visibleIds.value.has(layer.id) || wantsAll;
        if (!isNeeded || asked.has(layer.id)) continue;
        asked.add(layer.id);
        void loadLayer(model, layer);
      }
    }),
  );
}

/** Audits the coast as soon as coastline, zones and rule are there, and again when they change. */
function keepAudited(model: Model, client: AuditClient): void {
  const rule = loadAuditRule();
  effect(() => {
    const [segments, zones] = [model.segments.value, model.zones.value];
    const isReady = model.layers.value
      .filter(({ layer }) => layer.role === 'coastline' || layer.role === 'zones')
      .every(({ state }) => state.kind !== 'loading');
    if (model.catalogueState.value.kind !== 'ready' || !isReady) return;
    const failure = model.layers.value.find(({ layer, state }) => layer.role === 'coastline' && state.kind === 'failed');
    if (failure?.state.kind === 'failed') {
      model.showAudit({ kind: 'failed', reason: failure.state.error.message[model.language.value] });
      return;
    }
    void rule.then(async (parsed) => {
      if (!parsed.ok) {
        model.showAudit({ kind: 'failed', reason: parsed.error.message[model.language.value] });
        return;
      }
      try {
        const [mainland, island] = await client.audit({ segments, zones, rule: parsed.value, realms: ['mainland', 'island'] });
        if (mainland !== undefined && island !== undefined) model.showAudit({ kind: 'ready', mainland, island });
      } catch (cause) {
        model.showAudit({ kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
      }
    });
  });
}

function keepMeasured(model: Model, client: AuditClient, measurement: { value: Measurement | undefined }): void {
  effect(() => {
    const selection = model.selection.value;
    const geometry = selection && selectionGeometry(selection);
    measurement.value = undefined;
    if (geometry === undefined) return;
    client
      .measure(geometry)
      .then((measured) => {
        if (model.selection.peek() === selection) measurement.value = measured;
      })
      .catch((cause: unknown) => console.error('not measured:', cause));
  });
}

/** The address follows the model, and the model follows an address that the person changed. */
function keepAddress(model: Model, onFollow: (view: ReturnType<typeof parseAddress>) => void): void {
  let written = '';
  effect(() => {
    const { search, hash } = formatAddress(model.viewState.value);
    written = `${search}${hash}`;
    if (`${location.search}${location.hash}` !== written) {
      history.replaceState(history.state, '', `${location.pathname}${written}`);
    }
  });
  effect(() => {
    document.documentElement.lang = model.language.value === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = model.theme.value;
  });
  const follow = (): void => {
    if (`${location.search}${location.hash}` === written) return;
    const view = parseAddress(location);
    model.followAddress(view);
    onFollow(view);
  };
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
}

function until(isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!isTrue()) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
