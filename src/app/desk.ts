import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CoverageFault } from '../domain/audit.ts';
import type { Measurement } from '../domain/geodesy.ts';
import { boundingBox, type Position, positionsOf } from '../domain/geometry.ts';
import { selectionGeometry } from '../domain/selection.ts';
import type { MapView } from '../map/map-view.ts';
import type { MapScene } from '../map/scene.ts';
import type { Judgement } from '../ui/reclassify-form.tsx';
import { AuditClient } from './audit-client.ts';
import { cameraPadding } from './camera-padding.ts';
import { keepAddress } from './keep-address.ts';
import { keepAudited, keepMeasured } from './keep-figures.ts';
import { keepShore } from './keep-shore.ts';
import { browserStore, forgetWork, keepWork } from './keep-work.ts';
import { startLoading } from './load-plan.ts';
import type { Model } from './model.ts';
import { createSceneBuilder } from './scene.ts';
import { createSearchDesk, type SearchDesk } from './search-desk.ts';

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
  readonly search: SearchDesk;
  /** Marks a position and moves the map there; what was picked is let go. */
  readonly goTo: (at: Position) => void;
  readonly showWholeDistrict: () => void;
  readonly zoomBy: (step: 1 | -1) => void;
  readonly resetNorth: () => void;
  /** Judges stretches of coast otherwise, from now on and until it is undone. */
  readonly reclassify: (judgement: Judgement) => void;
  /** Forgets the changes of an earlier visit. */
  readonly leaveWork: () => void;
  /** Picks the stretch at fault and moves the map to it. */
  readonly showFault: (fault: CoverageFault) => void;
  /** The map as a PNG data URL; absent where no map could be drawn. */
  readonly captureMap: () => Promise<string | undefined>;
};

/** The part with MapLibre, its workers started. */
async function importMapView(): Promise<typeof import('../map/map-view.ts')> {
  const part = await import('../map/map-view.ts');
  part.prepareMaps();
  return part;
}

/** Sets the desk to work: starts loading, keeps address, worker and map in step with the model. */
export function createDesk(model: Model, { isEmbedded }: { readonly isEmbedded: boolean }): Desk {
  const client = new AuditClient();
  const measurement = signal<Measurement | undefined>(undefined);
  const scene = createScene(model);
  let mapView: MapView | undefined;
  let mapElement: HTMLElement | undefined;

  // MapLibre is the largest part: it is on its way while words, catalogue and data are.
  // Should it fail, `openMap` asks again and tells.
  importMapView().catch(() => undefined);
  startLoading(model);
  keepAudited(model, client);
  keepMeasured(model, client, measurement);
  keepShore(model, client);
  const store = browserStore();
  if (!isEmbedded) keepWork(model, store);
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
    let stopFollowing = (): void => {};
    const open = async (): Promise<void> => {
      const { MapView } = await importMapView();
      await until(() => model.catalogueState.value.kind !== 'loading');
      const catalogue = model.catalogueState.value;
      if (isGone) return;
      if (catalogue.kind !== 'ready') {
        model.showMapState('failed');
        return;
      }
      const view = new MapView({
        container: element,
        camera: model.viewState.value.camera,
        extent: catalogue.catalogue.extent,
        frame: FRAME,
        padding: cameraPadding(element),
        events: {
          onSelect: (id, at) => {
            model.selectFeature(id);
            // The card takes room of its own: look once it stands.
            requestAnimationFrame(() => view.keepInSight(at, cameraPadding(element)));
          },
          onHover: model.hoverFeature,
          onCameraChange: model.moveCamera,
          onStateChange: model.showMapState,
          onError: (error) => console.error('map:', error.message, error),
        },
      });
      mapView = view;
      const startsAtSelection = model.viewState.value.camera === undefined;
      stopRendering = renderInSteps(view, scene);
      if (startsAtSelection) stopFollowing = showOnceSelected(model, showSelection);
    };
    open().catch((cause: unknown) => {
      console.warn('The map cannot be drawn here:', cause);
      model.showMapState('failed');
    });
    return () => {
      isGone = true;
      stopRendering();
      stopFollowing();
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
    search: createSearchDesk(model, FRAME),
    goTo: (at) => {
      model.clearSelection();
      model.markPosition(at);
      // The card goes: look once its room is free.
      requestAnimationFrame(() => {
        if (mapElement !== undefined) mapView?.fit([...at, ...at], cameraPadding(mapElement));
      });
    },
    showWholeDistrict: () => {
      const state = model.catalogueState.value;
      if (state.kind === 'ready' && mapElement !== undefined) {
        mapView?.fit(state.catalogue.extent, cameraPadding(mapElement));
      }
    },
    zoomBy: (step) => mapView?.zoomBy(step),
    resetNorth: () => mapView?.resetNorth(),
    reclassify: (judgement) => model.reclassify({ ...judgement, date: new Date().toISOString() }),
    leaveWork: () => {
      model.withdrawOffer();
      void forgetWork(store);
    },
    showFault: ({ segmentIds, line }) => {
      model.selectFeature(segmentIds[0]);
      requestAnimationFrame(() => {
        const box = boundingBox(line);
        if (box !== undefined && mapElement !== undefined)
          mapView?.fit(box, cameraPadding(mapElement));
      });
    },
    captureMap: async () => mapView?.capture(),
  };
}

/** How long datasets that arrive one by one wait for each other, in milliseconds. */
const GATHERING = 150;

/**
 * Draws each scene; while datasets are still arriving, several at once. A frame costs more than the
 * data: eleven datasets in eleven frames took a third longer than together.
 */
function renderInSteps(view: MapView, scene: ReadonlySignal<MapScene>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    clearTimeout(timer);
    timer = undefined;
    view.render(scene.peek());
  };
  const stop = effect(() => {
    if (scene.value.isComplete) draw();
    else timer ??= setTimeout(draw, GATHERING);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** An address may select what has yet to be loaded: go there once it is, unless all is there without it. */
function showOnceSelected(model: Model, showSelection: () => void): () => void {
  let isDone = false;
  return effect(() => {
    const selection = model.selection.value;
    const isWaiting = model.layers.value.some(({ state }) => state.kind === 'loading');
    if (isDone || (selection === undefined && isWaiting)) return;
    isDone = true;
    if (selection !== undefined) requestAnimationFrame(showSelection);
  });
}

function createScene(model: Model): ReadonlySignal<MapScene> {
  const buildDatasets = createSceneBuilder();
  const datasets = computed(() => buildDatasets(model.shownLayers.value, model.visibleIds.value));
  return computed(() => {
    const selection = model.selection.value;
    const zone = model.zone.value;
    const ids = [
      model.selectedId.value,
      selection?.kind === 'zone' || zone !== undefined ? zone?.id : undefined,
    ];
    return {
      theme: model.theme.value,
      language: model.language.value,
      datasets: datasets.value,
      selectedIds: ids.filter((id) => id !== undefined),
      hoveredId: model.hoveredId.value,
      isComplete: model.isComplete.value,
      ...(model.mark.value && { mark: model.mark.value }),
    };
  });
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
