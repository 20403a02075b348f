import { batch, computed, effect, untracked } from '@preact/signals';
import { effectiveSplit } from '../../domain/views/choose-side.ts';
import type { MapEvents, MapView } from '../../map/map-view.ts';
import type { MapStrip } from '../../map/view-corners.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import { cameraPadding } from '../main-map/camera-padding.ts';
import { createScene, type MainMap } from '../main-map/main-map.ts';
import type { MapContent } from '../state/map-content.ts';
import type { Model } from '../state/model.ts';
import { syncCameras } from './sync-cameras.ts';

/** One map over the other, or a map for each side. */
type CompareLayout = 'swipe' | 'beside';

/** Below this width a phone's maps stand one above the other, as in `compare.css`. */
const STACKED = '(max-width: 43.99rem)';

/**
 * Shows the right side of a comparison on a map of its own: over the first one, or beside it. The second map
 * exists only during a comparison; at the end it is destroyed with its graphics context.
 */
export function openSecondMap(model: Model, map: MainMap): Dispose {
  const disposer = createDisposer();
  const opening = latestOnly();
  let closeOpen: Dispose | undefined;
  const close = (): void => {
    opening.cancel();
    closeOpen?.();
    closeOpen = undefined;
  };
  disposer.add(close);
  const layout = computed<CompareLayout | undefined>(() => {
    // A map that is drawn has reported its corners: until then there is no camera to follow.
    if (model.map.corners.value === undefined || model.map.state.value === 'failed')
      return undefined;
    const isSideBySide = model.comparison.current.value?.isSideBySide;
    return isSideBySide === undefined ? undefined : isSideBySide ? 'beside' : 'swipe';
  });
  disposer.add(
    effect(() => {
      const wanted = layout.value;
      untracked(close);
      const [first, place] = [map.view(), map.element()];
      if (wanted === undefined || first === undefined || place === undefined) return;
      const open = (signal: AbortSignal): Promise<Dispose> =>
        untracked(() => openSecond({ model, map, first, place, layout: wanted, signal }));
      opening.run(open, {
        onDone: (closeThis) => {
          closeOpen = closeThis;
        },
        onStale: (closeThis) => closeThis(),
        onFailure: (cause) => {
          console.error('no second map:', cause);
          model.comparison.end();
          model.page.showMessage({ kind: 'failure', key: 'compareFailed', isForAudience: true });
        },
      });
    }),
    effect(() => {
      const drawing = model.scenarios.drawing.value;
      // The user draws on what the app shows, and a side may show anything else.
      if (drawing !== undefined && drawing.kind !== 'measure') untracked(model.comparison.end);
    }),
  );
  return disposer.dispose;
}

type SecondMap = {
  readonly model: Model;
  readonly map: MainMap;
  readonly first: MapView;
  readonly place: HTMLElement;
  readonly layout: CompareLayout;
  /** Aborted when this map is no longer wanted. */
  readonly signal: AbortSignal;
};

/** Draws the second map; the returned function removes it again. */
async function openSecond({
  model,
  map,
  first,
  place,
  layout,
  signal,
}: SecondMap): Promise<Dispose> {
  const { MapView } = await import('../../map/map-view.ts');
  if (signal.aborted) return () => {};
  const free = element('compare-free');
  const line = element('compare-line');
  free.append(line);
  const holder = element('map-second');
  place.append(holder, free);
  place.dataset['compare'] = layout;
  const stopSplit = effect(() => {
    const comparison = model.comparison.current.value;
    if (comparison !== undefined)
      place.style.setProperty('--split', String(effectiveSplit(comparison)));
  });
  const isSideBySide = layout === 'beside';
  const report = (): void => {
    const isStacked = isSideBySide && matchMedia(STACKED).matches;
    const { clientWidth: width, clientHeight: height } = holder;
    const [from, whole] = [free.offsetLeft, place.clientHeight];
    const at = from + line.offsetLeft;
    const [left, right]: readonly [MapStrip, MapStrip] = isStacked
      ? [
          { left: 0, top: 0, right: width, bottom: whole - height },
          { left: 0, top: 0, right: width, bottom: height },
        ]
      : isSideBySide
        ? [
            { left: 0, top: 0, right: at - from, bottom: whole },
            { left: 0, top: 0, right: width, bottom: height },
          ]
        : [
            { left: from, top: 0, right: Math.max(from, at), bottom: whole },
            { left: at, top: 0, right: width, bottom: height },
          ];
    model.comparison.showCorners({
      left: first.camera.stripCorners(left),
      right: second.camera.stripCorners(right),
    });
  };
  const events: MapEvents = {
    onSelect: (id, at) => {
      model.selection.select(id);
      // The card covers part of the map: the camera moves once the card is drawn.
      requestAnimationFrame(() => {
        if (!signal.aborted) second.camera.keepInSight(at, cameraPadding(holder));
      });
    },
    onAsk: (at) => {
      batch(() => {
        model.selection.clear();
        model.map.markPosition(at);
        model.scenarios.askAbout(at);
      });
    },
    onHandMove: () => model.presentation.noteMove(true),
    onHover: model.map.hover,
    onCameraChange: () => {},
    onStateChange: (state) => {
      holder.dataset['secondState'] = state;
      // Half of a comparison is none: the page says so as it does of the main map.
      if (state === 'lost') model.map.showState(state);
    },
    onError: (error) => console.error('second map:', error.message, error),
  };
  const second = new MapView({
    container: holder,
    language: model.page.language.peek(),
    events,
    isStill: !isSideBySide,
  });
  second.start(model.plan.frame.peek().bounds, first.camera.current);
  const scene = createScene(
    model,
    computed(() => model.comparison.contents.value?.right ?? NOTHING),
  );
  const stops = [
    stopSplit,
    effect(() => second.magnify(model.presentation.mapScale.value)),
    syncCameras(first, second, report),
    effect(() => {
      if (model.comparison.contents.value !== undefined) second.render(scene.value);
    }),
    effect(() => {
      if (model.comparison.current.value === undefined) return;
      // What a side shows depends on the swipe line, once the page has moved it.
      requestAnimationFrame(() => {
        if (!signal.aborted) report();
      });
    }),
  ];
  map.refit(undefined);
  return () => {
    for (const stop of stops) stop();
    second.destroy();
    holder.remove();
    free.remove();
    delete place.dataset['compare'];
    model.comparison.showCorners(undefined);
    map.refit(undefined);
  };
}

const NOTHING: MapContent = {
  layers: [],
  visibleIds: new Set(),
  selectedIds: [],
  sketch: undefined,
};

function element(className: string): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  return made;
}
