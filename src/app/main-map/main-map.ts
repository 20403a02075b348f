import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { BoundingBox, Position } from '../../domain/geometry.ts';
import { MAP_BOUNDS } from '../../domain/map-bounds.ts';
import type { MapView } from '../../map/map-view.ts';
import type { Camera, MapScene } from '../../map/scene.ts';
import { isAllThere, type MapContent as Looked } from '../state/map-content.ts';
import type { Model } from '../state/model.ts';
import { when } from '../state/when.ts';
import { createSceneBuilder } from './build-scene.ts';
import { cameraPadding } from './camera-padding.ts';

/** The desk's map: made while the page is, placed when there is room for it, absent without WebGL. */
export type MainMap = {
  /** The map, once it stands in the page. */
  readonly view: () => MapView | undefined;
  /** Where it stands. */
  readonly element: () => HTMLElement | undefined;
  /** Draws the map in an element; the returned function takes it away again. */
  readonly open: (element: HTMLElement) => () => void;
  /** Moves the map so that a box is whole in sight between panel and card. */
  readonly fit: (box: BoundingBox) => void;
  /** Moves to what a view showed: at once, or as soon as the map stands. */
  readonly moveTo: (sight: CameraTarget) => void;
  /** What lies in the free part of the map; absent without a map, or while it is turned or tilted. */
  readonly freeExtent: () => BoundingBox | undefined;
  /** Panels have changed: fits again what was fitted, or brings out what is selected and now covered. */
  readonly refit: (selected: BoundingBox | undefined) => void;
};

/** Where a view looks: at a box, or else from where its camera stood. */
export type CameraTarget = { readonly extent?: BoundingBox; readonly camera?: Camera };

/** What the map asks of the desk. */
export type MainMapOptions = {
  readonly model: Model;
  readonly scene: ReadonlySignal<MapScene>;
  /** Called once what the address selects is there, when the address says nothing of the camera. */
  readonly onFirstSelection: () => void;
};

/**
 * Makes the map at once, in a holder that waits outside the page's layout: the graphics context and the
 * style's first load then fall into the wait for words, catalogue and data.
 */
export function createMainMap({ model, scene, onFirstSelection }: MainMapOptions): MainMap {
  let placed: { readonly view: MapView; readonly element: HTMLElement } | undefined;
  const holder = document.createElement('div');
  holder.className = 'map-holder';
  const made = makeMap(holder, model, () => placed !== undefined);
  // Should it fail, `open` hears of it and tells.
  made.catch(() => undefined);
  let waiting: CameraTarget | undefined;
  const look = (sight: CameraTarget): void => {
    if (placed === undefined) {
      waiting = sight;
      return;
    }
    const { extent, camera } = sight;
    if (extent !== undefined) placed.view.camera.moveToExtent(extent, cameraPadding(holder));
    else if (camera !== undefined) placed.view.camera.moveTo(camera);
  };
  const open = (element: HTMLElement): (() => void) => {
    let stop = (): void => {};
    let isGone = false;
    const place = async (): Promise<void> => {
      element.append(holder);
      const view = await made;
      await when(() => model.plan.catalogue.value.kind !== 'loading');
      const catalogue = model.plan.catalogue.value;
      if (isGone) return;
      if (catalogue.kind !== 'ready') {
        model.map.showState('failed');
        return;
      }
      const { camera } = model.url.state.value;
      placed = { view, element };
      const { extent = catalogue.catalogue.extent, camera: asked } = waiting ?? {};
      const isAsked = waiting !== undefined || model.url.wantedView.peek() !== undefined;
      view.start(camera ?? asked ?? { extent, padding: cameraPadding(holder) });
      waiting = undefined;
      const stops = [
        renderInSteps(view, scene),
        effect(() => view.magnify(model.presentation.mapScale.value)),
        camera === undefined && !isAsked ? showOnceSelected(model, onFirstSelection) : () => {},
      ];
      stop = () => {
        for (const each of stops) each();
      };
    };
    place().catch((cause: unknown) => {
      console.warn('The map cannot be drawn here:', cause);
      model.map.showState('failed');
    });
    return () => {
      isGone = true;
      stop();
      placed?.view.destroy();
      placed = undefined;
    };
  };
  return {
    view: () => placed?.view,
    element: () => placed?.element,
    open,
    moveTo: look,
    freeExtent: () => placed?.view.camera.freeExtent(cameraPadding(holder)),
    fit: (box) => placed?.view.camera.fit(box, cameraPadding(holder)),
    refit: (selected) => placed?.view.camera.refit(cameraPadding(holder), selected),
  };
}

/** The part with MapLibre, and a map in a holder that waits for its place. */
async function makeMap(
  holder: HTMLElement,
  model: Model,
  isPlaced: () => boolean,
): Promise<MapView> {
  const { MapView, prepareMaps } = await import('../../map/map-view.ts');
  prepareMaps();
  if (!holder.isConnected) document.body.append(holder);
  const view = new MapView({
    container: holder,
    frame: MAP_BOUNDS,
    isCooperative: model.url.state.peek().isEmbedded === true,
    events: {
      onSelect: (id: string | undefined, at: Position) => {
        model.selection.select(id);
        // The card takes room of its own: look once it stands.
        requestAnimationFrame(() => {
          if (isPlaced()) view.camera.keepInSight(at, cameraPadding(holder));
        });
      },
      onAsk: (at) => {
        model.selection.clear();
        model.map.markPosition(at);
        model.scenarios.askAbout(at);
      },
      onHandMove: () => model.presentation.noteMove(true),
      onHover: model.map.hover,
      onCameraChange: model.map.moveCamera,
      onStateChange: model.map.showState,
      onError: (error) => console.error('map:', error.message, error),
    },
  });
  return view;
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
    const selection = model.selection.current.value;
    const isWaiting = model.plan.layers.value.some(({ state }) => state.kind === 'loading');
    if (isDone || (selection === undefined && isWaiting)) return;
    isDone = true;
    if (selection !== undefined) requestAnimationFrame(showSelection);
  });
}

/** What the desk itself looks at. */
export function mainMapContent(model: Model): ReadonlySignal<Looked> {
  const selectedIds = computed(() => {
    const zone = model.selection.zone.value;
    const ids = [
      model.selection.id.value,
      model.selection.current.value?.kind === 'zone' || zone !== undefined ? zone?.id : undefined,
    ];
    return ids.filter((id) => id !== undefined);
  });
  return computed(() => ({
    layers: model.filter.shownLayers.value,
    visibleIds: model.plan.visibleIds.value,
    selectedIds: selectedIds.value,
    sketch: model.scenarios.sketch.value,
  }));
}

/** What a map shows that looks somewhere in the model, as plain data. */
export function createScene(model: Model, sight: ReadonlySignal<Looked>): ReadonlySignal<MapScene> {
  const buildDatasets = createSceneBuilder();
  const parts = {
    layers: computed(() => sight.value.layers),
    visibleIds: computed(() => sight.value.visibleIds),
    sketch: computed(() => sight.value.sketch),
  };
  const layers = computed(() => buildDatasets(parts.layers.value, parts.visibleIds.value));
  const datasets = computed(() => {
    const features = parts.sketch.value;
    if (features === undefined) return layers.value;
    const sketch = { id: 'sketch', role: 'sketch', symbology: '', isVisible: true } as const;
    return [...layers.value, { ...sketch, features }];
  });
  return computed(() => ({
    theme: model.page.theme.value,
    language: model.page.language.value,
    datasets: datasets.value,
    selectedIds: sight.value.selectedIds,
    hoveredId: model.map.hoveredId.value,
    isComplete: model.plan.catalogue.value.kind !== 'loading' && isAllThere(sight.value),
    ...(model.map.mark.value && { mark: model.map.mark.value }),
  }));
}
