import { batch, computed, effect, untracked } from '@preact/signals';
import { MAP_BOUNDS } from '../../domain/map-bounds.ts';
import { effectiveSplit } from '../../domain/views/choose-side.ts';
import type { MapEvents, MapView } from '../../map/map-view.ts';
import type { MapStrip } from '../../map/view-corners.ts';
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
 * Shows the right side of a comparison on a map of its own: over the first one, or beside it. There is no second
 * map while nobody compares; at the end it is destroyed with its graphics context.
 */
export function openSecondMap(model: Model, map: MainMap): void {
  let turn = 0;
  let close = (): void => {};
  const manner = computed<CompareLayout | undefined>(() => {
    // A map that stands has told where: until then there is nothing to follow.
    if (model.map.corners.value === undefined || model.map.state.value === 'failed')
      return undefined;
    const isSideBySide = model.comparison.current.value?.isSideBySide;
    return isSideBySide === undefined ? undefined : isSideBySide ? 'beside' : 'swipe';
  });
  effect(() => {
    const wanted = manner.value;
    turn += 1;
    const mine = turn;
    untracked(close);
    close = () => {};
    const [first, place] = [map.view(), map.element()];
    if (wanted === undefined || first === undefined || place === undefined) return;
    const isMine = (): boolean => mine === turn;
    untracked(() => openSecond({ model, map, first, place, manner: wanted, isMine })).then(
      (closeThis) => {
        if (isMine()) close = closeThis;
        else closeThis();
      },
      (cause: unknown) => {
        console.error('no second map:', cause);
        model.comparison.end();
        model.page.showMessage({ kind: 'failure', key: 'compareFailed' });
      },
    );
  });
  effect(() => {
    const drawing = model.scenarios.drawing.value;
    // A hand draws on what the desk shows, and a side may show anything else.
    if (drawing !== undefined && drawing.kind !== 'measure') untracked(model.comparison.end);
  });
}

type SecondMap = {
  readonly model: Model;
  readonly map: MainMap;
  readonly first: MapView;
  readonly place: HTMLElement;
  readonly manner: CompareLayout;
  readonly isMine: () => boolean;
};

/** Draws the second map; the returned function takes it away again. */
async function openSecond({
  model,
  map,
  first,
  place,
  manner,
  isMine,
}: SecondMap): Promise<() => void> {
  const { MapView } = await import('../../map/map-view.ts');
  if (!isMine()) return () => {};
  const free = element('compare-free');
  const line = element('compare-line');
  free.append(line);
  const holder = element('map-second');
  place.append(holder, free);
  place.dataset['compare'] = manner;
  const stopSplit = effect(() => {
    const comparison = model.comparison.current.value;
    if (comparison !== undefined)
      place.style.setProperty('--split', String(effectiveSplit(comparison)));
  });
  const isSideBySide = manner === 'beside';
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
      // The card takes room of its own: look once it stands.
      requestAnimationFrame(() => {
        if (isMine()) second.camera.keepInSight(at, cameraPadding(holder));
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
    },
    onError: (error) => console.error('second map:', error.message, error),
  };
  const second = new MapView({
    container: holder,
    frame: MAP_BOUNDS,
    events,
    isStill: !isSideBySide,
  });
  second.start(first.camera.current);
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
      // Where the line stands decides what is in view of a side, once the page has it there.
      requestAnimationFrame(() => {
        if (isMine()) report();
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
