import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { BoundingBox, Position } from '../../domain/geometry.ts';
import type { MapView } from '../../map/map-view.ts';
import type { Camera, MapScene } from '../../map/scene.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { when } from '../lifecycle/when.ts';
import { isAllThere, type MapContent } from '../state/map-content.ts';
import type { Model } from '../state/model.ts';
import { createSceneBuilder } from './build-scene.ts';
import { cameraPadding } from './camera-padding.ts';

/** The main map: made while the page loads, placed in the page later, missing without WebGL. */
export type MainMap = {
  /** The map, once it is drawn in the page. */
  readonly view: () => MapView | undefined;
  /** The element that it is drawn in. */
  readonly element: () => HTMLElement | undefined;
  /** Draws the map in an element; the returned function removes it again. */
  readonly open: (element: HTMLElement) => () => void;
  /** Moves the map so that all of a box is visible between panel and card. */
  readonly fit: (box: BoundingBox) => void;
  /** Moves the map by the least distance that brings a box between panel and card. */
  readonly hold: (box: BoundingBox) => void;
  /** Moves to what a view showed: at once, or as soon as the map is drawn. */
  readonly moveTo: (target: CameraTarget) => void;
  /** The box in the free part of the map; undefined without a map, or while it is rotated or tilted. */
  readonly freeExtent: () => BoundingBox | undefined;
  /** Panels have changed: fits again what was fitted, or uncovers the selection. */
  readonly refit: (selected: BoundingBox | undefined, isInstant?: boolean) => void;
  /** Removes the map for good, with its graphics context and the workers behind it. */
  readonly destroy: Dispose;
};

/** Where to move: to a box, or else to a camera. */
export type CameraTarget = { readonly extent?: BoundingBox; readonly camera?: Camera };

/** What the main map is made from. */
export type MainMapOptions = {
  readonly model: Model;
  readonly scene: ReadonlySignal<MapScene>;
  /** Called once the selection of the address is loaded; the address may have a camera of its own. */
  readonly onFirstSelection: (hasCamera: boolean) => void;
};

/**
 * Makes the map at once, in a holder that waits outside the page's layout: the graphics context and the
 * style's first load then fall into the wait for texts, catalogue and data.
 */
export function createMainMap({ model, scene, onFirstSelection }: MainMapOptions): MainMap {
  const disposer = createDisposer();
  let placed: { readonly view: MapView; readonly element: HTMLElement } | undefined;
  const holder = document.createElement('div');
  holder.className = 'map-holder';
  const made = makeMap(holder, model, () => placed !== undefined);
  // Should it fail, `open` reports it.
  made.catch(() => undefined);
  disposer.add(() => {
    void made.then(
      ({ view, release }) => {
        view.destroy();
        holder.remove();
        release();
      },
      () => undefined,
    );
  });
  let waiting: CameraTarget | undefined;
  const moveTo = (target: CameraTarget): void => {
    if (placed === undefined) {
      waiting = target;
      return;
    }
    const { extent, camera } = target;
    if (extent !== undefined) placed.view.camera.moveToExtent(extent, cameraPadding(holder));
    else if (camera !== undefined) placed.view.camera.moveTo(camera);
  };
  const open = (element: HTMLElement): Dispose => {
    const opened = createDisposer();
    const place = async (): Promise<void> => {
      element.append(holder);
      const { view } = await made;
      await when(() => model.plan.catalogue.value.kind !== 'loading', opened.signal);
      const catalogue = model.plan.catalogue.value;
      if (catalogue.kind !== 'ready') {
        model.map.showState('failed');
        return;
      }
      const { camera } = model.url.state.value;
      placed = { view, element };
      const { extent = catalogue.catalogue.extent, camera: asked } = waiting ?? {};
      const isAsked = waiting !== undefined || model.url.wantedView.peek() !== undefined;
      view.start(
        catalogue.catalogue.bounds,
        camera ?? asked ?? { extent, padding: cameraPadding(holder) },
      );
      waiting = undefined;
      opened.add(
        renderInSteps(view, scene),
        effect(() => view.magnify(model.presentation.mapScale.value)),
        isAsked ? () => {} : showOnceSelected(model, () => onFirstSelection(camera !== undefined)),
      );
    };
    opened.add(() => {
      placed = undefined;
      disposer.dispose();
    });
    disposer.add(opened.dispose);
    place().catch((cause: unknown) => {
      if (opened.signal.aborted) return;
      console.warn('The map cannot be drawn here:', cause);
      model.map.showState('failed');
    });
    return opened.dispose;
  };
  return {
    view: () => placed?.view,
    element: () => placed?.element,
    open,
    moveTo,
    freeExtent: () => placed?.view.camera.freeExtent(cameraPadding(holder)),
    fit: (box) => placed?.view.camera.fit(box, cameraPadding(holder)),
    hold: (box) => placed?.view.camera.holdBox(box, cameraPadding(holder)),
    refit: (selected, isInstant) =>
      placed?.view.camera.refit(cameraPadding(holder), selected, isInstant),
    destroy: disposer.dispose,
  };
}

/** A map in a holder that waits for its place, and what releases MapLibre's shared workers. */
type MadeMap = { readonly view: MapView; readonly release: Dispose };

/** Fetches MapLibre and makes the map. */
async function makeMap(
  holder: HTMLElement,
  model: Pick<Model, 'map' | 'selection' | 'scenarios' | 'presentation' | 'url' | 'page'>,
  isPlaced: () => boolean,
): Promise<MadeMap> {
  const { MapView, prepareMaps, releaseMaps } = await import('../../map/map-view.ts');
  prepareMaps();
  if (!holder.isConnected) document.body.append(holder);
  const view = new MapView({
    container: holder,
    language: model.page.language.peek(),
    isCooperative: model.url.state.peek().isEmbedded === true,
    obstacles: async () => (await import('./covered-strips.ts')).coveredStrips(holder),
    events: {
      onSelect: (id: string | undefined, at: Position) => {
        model.selection.select(id);
        // The card covers part of the map: the camera moves once the card is drawn.
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
  return { view, release: releaseMaps };
}

/** How long datasets that arrive one by one wait for each other, in milliseconds. */
const GATHERING = 150;

/**
 * Draws each scene; while datasets are still arriving, several at once. A frame costs more than the
 * data: eleven datasets in eleven frames took a third longer than together.
 */
function renderInSteps(view: MapView, scene: ReadonlySignal<MapScene>): Dispose {
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

/** Moves to the selection of an address once it is loaded; gives up when everything is loaded without it. */
function showOnceSelected(
  model: Pick<Model, 'selection' | 'plan'>,
  showSelection: () => void,
): Dispose {
  let isDone = false;
  return effect(() => {
    const selection = model.selection.current.value;
    const isWaiting = model.plan.layers.value.some(({ state }) => state.kind === 'loading');
    if (isDone || (selection === undefined && isWaiting)) return;
    isDone = true;
    if (selection !== undefined) requestAnimationFrame(showSelection);
  });
}

/** What the main map shows outside a comparison. */
export function mainMapContent(
  model: Pick<Model, 'selection' | 'filter' | 'plan' | 'scenarios' | 'ownData'>,
): ReadonlySignal<MapContent> {
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
    sketch: model.ownData.preview.value ?? model.scenarios.sketch.value,
  }));
}

/** The scene of a map with this content, as plain data. */
export function createScene(
  model: Pick<Model, 'page' | 'map' | 'plan'>,
  content: ReadonlySignal<MapContent>,
): ReadonlySignal<MapScene> {
  const buildDatasets = createSceneBuilder();
  const parts = {
    layers: computed(() => content.value.layers),
    visibleIds: computed(() => content.value.visibleIds),
    sketch: computed(() => content.value.sketch),
  };
  const layers = computed(() => buildDatasets(parts.layers.value, parts.visibleIds.value));
  const datasets = computed(() => {
    const [features, subject] = [parts.sketch.value, model.map.subject.value];
    const sketch = { id: 'sketch', role: 'sketch', symbology: '', isVisible: true } as const;
    const drawn =
      features === undefined ? layers.value : [...layers.value, { ...sketch, features }];
    return subject === undefined ? drawn : [...drawn, subject.dataset];
  });
  return computed(() => ({
    theme: model.page.theme.value,
    language: model.page.language.value,
    datasets: datasets.value,
    selectedIds: content.value.selectedIds,
    hoveredId: model.map.hoveredId.value,
    isComplete: model.plan.catalogue.value.kind !== 'loading' && isAllThere(content.value),
    ...(model.map.subject.value && { restyle: model.map.subject.value.restyle }),
    ...(model.map.mark.value && { mark: model.map.mark.value }),
  }));
}
