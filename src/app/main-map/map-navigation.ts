import { effect } from '@preact/signals';
import { type BoundingBox, boundingBox, positionsOf } from '../../domain/geometry.ts';
import { selectionGeometry } from '../../domain/selection.ts';
import type { MapPadding } from '../../map/scene.ts';
import { stateOfView } from '../address/view-url-state.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import type { MapNavigation } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { cameraPadding } from './camera-padding.ts';
import type { MainMap } from './main-map.ts';

/**
 * Moves the main map for the rest of the app. A card or a caption that comes with a selection or a view covers
 * part of the map, so that the camera moves in the frame after it is drawn.
 */
export function createMapNavigation(
  model: Pick<Model, 'map' | 'plan' | 'selection' | 'views'>,
  map: MainMap,
): MapNavigation {
  const selectedBox = (): BoundingBox | undefined => {
    const selection = model.selection.current.value;
    const geometry = selection && selectionGeometry(selection);
    return geometry && boundingBox(positionsOf(geometry));
  };
  const showBox = (box: BoundingBox | undefined): void => {
    if (box !== undefined) map.fit(box);
  };
  const showSelection = (): void => showBox(selectedBox());
  return {
    showSelection,
    holdSelection: () => {
      const box = selectedBox();
      if (box !== undefined) map.hold(box);
    },
    showBox,
    selectAndShow: (id) => {
      model.selection.select(id);
      requestAnimationFrame(showSelection);
    },
    showFault: ({ segmentIds, line }) => {
      model.selection.select(segmentIds[0]);
      requestAnimationFrame(() => showBox(boundingBox(line)));
    },
    goTo: (at) => {
      model.selection.clear();
      model.map.markPosition(at);
      requestAnimationFrame(() => map.fit([...at, ...at]));
    },
    showWholeDistrict: () => {
      const state = model.plan.catalogue.value;
      if (state.kind === 'ready') map.fit(state.catalogue.extent);
    },
    openView: (number, over = {}) => {
      model.views.open(number, over);
      const view = model.views.opened.peek()?.view;
      if (view?.number !== number) return;
      const camera = over.camera ?? stateOfView(view).state.camera;
      const extent = over.camera === undefined ? view.extent : undefined;
      const move = (): void => map.moveTo({ ...(extent && { extent }), ...(camera && { camera }) });
      if (map.view() === undefined) move();
      else requestAnimationFrame(move);
    },
    zoomBy: (step) => map.view()?.camera.zoomBy(step),
    resetNorth: () => map.view()?.camera.resetNorth(),
    refit: () => map.refit(selectedBox()),
    refitAtOnce: () => map.refit(selectedBox(), true),
    freeExtent: map.freeExtent,
    covered: () => {
      const element = map.element();
      return element === undefined ? NOTHING_COVERED : cameraPadding(element);
    },
  };
}

const NOTHING_COVERED: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/** Keeps what a view showed clear of the card of its selection, which is drawn only after the map has moved. */
export function refitBesideCard(model: Pick<Model, 'selection' | 'views'>, map: MainMap): Dispose {
  return effect(() => {
    const hasCard = model.selection.current.value !== undefined;
    if (hasCard && model.views.isAtView.value) requestAnimationFrame(() => map.refit(undefined));
  });
}
