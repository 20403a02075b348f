import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CoverageFault } from '../domain/audit.ts';
import type { DrawIntent } from '../domain/draw-intent.ts';
import { FRAME } from '../domain/frame.ts';
import type { Measurement } from '../domain/geodesy.ts';
import { type BoundingBox, boundingBox, type Position, positionsOf } from '../domain/geometry.ts';
import { selectionGeometry } from '../domain/selection.ts';
import type { Judgement } from '../ui/reclassify-form.tsx';
import type { MapPicture } from '../ui/report-map.tsx';
import { AuditClient } from './audit-client.ts';
import { createDeskMap, createScene } from './desk-map.ts';
import { keepAddress } from './keep-address.ts';
import { keepConflicts } from './keep-conflicts.ts';
import { keepDecks } from './keep-decks.ts';
import { keepAudited, keepMeasured } from './keep-figures.ts';
import { keepShore } from './keep-shore.ts';
import { browserStore, keepWork } from './keep-work.ts';
import { startLoading } from './load-plan.ts';
import type { Model } from './model.ts';
import type { Room } from './room.ts';
import { stateOfView } from './saved-state.ts';
import { createSearchDesk, type SearchDesk } from './search-desk.ts';
import type { ViewState } from './view-state.ts';

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
  /** Panels have changed their size: what was looked at stays in sight. */
  readonly makeRoom: () => void;
  readonly search: SearchDesk;
  /** Marks a position and moves the map there; what was picked is let go. */
  readonly goTo: (at: Position) => void;
  readonly showWholeDistrict: () => void;
  readonly zoomBy: (step: 1 | -1) => void;
  readonly resetNorth: () => void;
  /** Judges stretches of coast otherwise, from now on and until it is undone. */
  readonly reclassify: (judgement: Judgement) => void;
  /** Picks the stretch at fault and moves the map to it. */
  readonly showFault: (fault: CoverageFault) => void;
  /** Begins or ends drawing on the map; `nameOf` names the sites that come of it. */
  readonly draw: (intent: DrawIntent | undefined, nameOf: (number: number) => string) => void;
  /** Moves the map so that a box is whole in sight; nothing for no box. */
  readonly showBox: (box: BoundingBox | undefined) => void;
  /** Shows a saved view by its number, and moves the map to what it showed. */
  readonly openView: (number: number) => void;
  /** Shows the open deck to a room, from a view on, else from its first. */
  readonly present: (from?: number) => void;
  /** The room in which decks are shown, fetched when it is first wanted. */
  readonly openRoom: () => Promise<Room>;
  /** Draws the map so much larger, signs and names too: for a room. */
  readonly magnifyMap: (scale: number) => void;
  /** What lies in the free part of the map; absent without a map, or while it is turned or tilted. */
  readonly freeExtent: () => BoundingBox | undefined;
  /** The whole coast as a picture for paper; absent where no map can be drawn. */
  readonly drawCoast: () => Promise<MapPicture | undefined>;
};

/** Sets the desk to work: starts loading, keeps address, worker and map in step with the model. */
export function createDesk(model: Model, { isEmbedded }: { readonly isEmbedded: boolean }): Desk {
  const client = new AuditClient();
  const measurement = signal<Measurement | undefined>(undefined);
  const scene = createScene(model, model.sketch);
  // MapLibre is the largest part: it is on its way while words, catalogue and data are.
  const map = createDeskMap({
    model,
    scene,
    onFirstSelection: () => showSelection(),
  });
  startLoading(model);
  const measured = keepAudited(model, client);
  let siteName = (number: number): string => `${number}`;
  openWhen(isTrying(model), async () => {
    const { keepDrawing, keepScenarioConflicts, keepScenarios, keepSwiped, FootprintClient } =
      await import('./scenario-works.ts');
    keepScenarios(model, { client, grounds: new FootprintClient(), measured });
    keepScenarioConflicts(model, client);
    keepDrawing(model, map.view, (number) => siteName(number));
    keepSwiped(model, { ...map, otherScene: createScene(model, model.otherSketch) });
  });
  keepMeasured(model, client, measurement);
  keepShore(model, client);
  keepConflicts(model, client);
  if (!isEmbedded) keepWork(model, browserStore(), window);
  const openView = (number: number, over: ViewState = {}): void => {
    model.showView(number, over);
    const view = model.openedView.peek()?.view;
    if (view?.number !== number) return;
    const { camera } = stateOfView(view).state;
    const extent = view.extent;
    // Captions and cards take room of their own: look once they stand.
    const look = (): void => map.look({ ...(extent && { extent }), ...(camera && { camera }) });
    if (over.camera !== undefined) return;
    if (map.view() === undefined) look();
    else requestAnimationFrame(look);
  };
  keepDecks(model, openView);
  let room: Promise<Room> | undefined;
  const openRoom = (): Promise<Room> => {
    room ??= import('./room.ts').then(({ createRoom }) => createRoom({ model, openView }));
    return room;
  };
  openWhen(
    computed(() => model.isPresenting.value || model.panel.value === 'views'),
    async () => {
      const { keepMinutes, minutesStore } = await import('./keep-minutes.ts');
      keepMinutes(model, minutesStore());
    },
  );
  keepAddress(model, (view) => {
    if (view.camera !== undefined) map.view()?.camera.jump(view.camera);
  });

  const selectedBox = (): BoundingBox | undefined => {
    const selection = model.selection.value;
    const geometry = selection && selectionGeometry(selection);
    return geometry && boundingBox(positionsOf(geometry));
  };
  const showSelection = (): void => {
    const box = selectedBox();
    if (box !== undefined) map.fit(box);
  };

  return {
    model,
    isEmbedded,
    openView,
    freeExtent: map.freeExtent,
    openRoom,
    magnifyMap: (scale) => map.view()?.magnify(scale),
    present: (from) => {
      openRoom().then(
        (room) => room.enter(from),
        (cause: unknown) => console.error('the room could not be opened:', cause),
      );
    },
    measurement,
    openMap: map.open,
    showSelection,
    makeRoom: () => map.refit(selectedBox()),
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
      requestAnimationFrame(() => map.fit([...at, ...at]));
    },
    showWholeDistrict: () => {
      const state = model.catalogueState.value;
      if (state.kind === 'ready') map.fit(state.catalogue.extent);
    },
    zoomBy: (step) => map.view()?.camera.zoomBy(step),
    resetNorth: () => map.view()?.camera.resetNorth(),
    reclassify: (judgement) => model.reclassify({ ...judgement, date: new Date().toISOString() }),
    showFault: ({ segmentIds, line }) => {
      model.selectFeature(segmentIds[0]);
      requestAnimationFrame(() => {
        const box = boundingBox(line);
        if (box !== undefined) map.fit(box);
      });
    },
    draw: (intent, nameOf) => {
      siteName = nameOf;
      model.drawSite(intent);
    },
    showBox: (box) => {
      if (box !== undefined) map.fit(box);
    },
    drawCoast: async () => {
      const { drawCoast } = await import('./coast-picture.ts');
      return drawCoast(model, scene.peek());
    },
  };
}

/** Whether somebody tries sites, draws on the map or asks about a place. */
function isTrying(model: Model): ReadonlySignal<boolean> {
  return computed(
    () =>
      model.panel.value === 'scenarios' ||
      model.shownScenario.value !== undefined ||
      model.isPresenting.value ||
      model.drawing.value !== undefined ||
      model.inquiry.value !== undefined,
  );
}

/** Sets a part to work when it is first wanted; should it fail, the page goes on without it. */
function openWhen(isWanted: ReadonlySignal<boolean>, open: () => Promise<void>): void {
  let isOpened = false;
  effect(() => {
    if (isOpened || !isWanted.value) return;
    isOpened = true;
    open().catch((cause: unknown) => console.error('a part could not be loaded:', cause));
  });
}
