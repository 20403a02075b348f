import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CoverageFault } from '../domain/audit/audit.ts';
import type { Measurement } from '../domain/geodesy.ts';
import { type BoundingBox, boundingBox, type Position, positionsOf } from '../domain/geometry.ts';
import { MAP_BOUNDS } from '../domain/map-bounds.ts';
import type { DrawIntent } from '../domain/map-tools/draw-intent.ts';
import { selectionGeometry } from '../domain/selection.ts';
import type { MapPadding, MapScene } from '../map/scene.ts';
import type { Judgement } from '../ui/audit/reclassify-form.tsx';
import type { ReportImage } from '../ui/report/report-map.tsx';
import type { ViewState } from './address/url-state.ts';
import { stateOfView } from './address/view-url-state.ts';
import type { EvaluationEngines } from './audit/evaluate-views.ts';
import { measureSelection, runAudit } from './audit/run-audit.ts';
import { loadConflicts } from './conflicts/load-conflicts.ts';
import type { Host } from './embed/host-bridge.ts';
import { bufferMessages } from './embed/host-listener.ts';
import { startLoading } from './loading/load-plan.ts';
import type { Offline } from './loading/offline.ts';
import { cameraPadding } from './main-map/camera-padding.ts';
import { createMainMap, createScene, mainMapContent } from './main-map/main-map.ts';
import { autosave, browserStore } from './persistence/autosave.ts';
import { createKeyBuffer, type KeyBuffer } from './presentation/key-buffer.ts';
import type { Presenter } from './presentation/presenter.ts';
import { runShoreRelations } from './projects/run-shore-relations.ts';
import { createSearchController, type SearchController } from './search/search-controller.ts';
import type { Model } from './state/model.ts';
import { syncUrl } from './sync-url.ts';
import { loadDecks } from './views/load-decks.ts';
import { AuditClient } from './workers/audit-client.ts';
import type { FootprintClient } from './workers/footprint-client.ts';

/** The desk at work: the model, and what reaches out to files, worker, map and address. */
export type Controller = {
  readonly model: Model;
  readonly isEmbedded: boolean;
  /** The app without a network; absent until the map stands, and in somebody else's page. */
  readonly offline: ReadonlySignal<Offline | undefined>;
  /** Length and area of what is selected; absent until the worker has measured it. */
  readonly measurement: ReadonlySignal<Measurement | undefined>;
  /** Draws the map in an element; the returned function takes it away again. */
  readonly openMap: (element: HTMLElement) => () => void;
  /** Picks a feature or zone and moves the map so that it is whole in sight. */
  readonly selectAndShow: (id: string) => void;
  readonly showSelection: () => void;
  /** Shows what an address says. */
  readonly applyUrl: (view: ViewState) => void;
  /** Panels have changed their size: what was looked at stays in sight. */
  readonly refit: () => void;
  readonly search: SearchController;
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
  readonly openView: (number: number, over?: ViewState) => void;
  /** Who works out the figures of views that nobody has opened; nothing on screen moves. */
  readonly engines: () => Promise<EvaluationEngines>;
  /** Shows the open deck to a room, from a view on, else from its first. */
  readonly present: (from?: number) => void;
  /** The room in which decks are shown, fetched when it is first wanted. */
  readonly openPresenter: () => Promise<Presenter>;
  /** What is pressed before the room listens. */
  readonly earlyKeys: KeyBuffer;
  /** What lies in the free part of the map; absent without a map, or while it is turned or tilted. */
  readonly freeExtent: () => BoundingBox | undefined;
  /** What panels cover of the map, in pixels. */
  readonly covered: () => MapPadding;
  /** What the map shows. */
  readonly scene: ReadonlySignal<MapScene>;
  /** The whole coast as a picture for paper; absent where no map can be drawn. */
  readonly drawCoast: () => Promise<ReportImage | undefined>;
};

/** Sets the desk to work: starts loading, keeps address, worker and map in step with the model. */
export function createController(
  model: Model,
  { isEmbedded }: { readonly isEmbedded: boolean },
): Controller {
  const client = new AuditClient();
  const measurement = signal<Measurement | undefined>(undefined);
  const now = mainMapContent(model);
  const scene = createScene(
    model,
    computed(() => model.sights.value?.left ?? now.value),
  );
  // MapLibre is the largest part: it is on its way while words, catalogue and data are.
  const map = createMainMap({
    model,
    scene,
    onFirstSelection: () => showSelection(),
  });
  startLoading(model);
  const measured = runAudit(model, client);
  let siteName = (number: number): string => `${number}`;
  openWhen(isTrying(model), async () => {
    const { syncDrawing, countScenarioConflicts, runScenarios, FootprintClient } = await import(
      './scenarios/scenarios-chunk.ts'
    );
    runScenarios(model, { client, grounds: new FootprintClient(), measured });
    countScenarioConflicts(model, client);
    syncDrawing(model, map.view, (number) => siteName(number));
  });
  const isComparing = computed(() => model.comparison.value !== undefined);
  openWhen(isComparing, async () => {
    const { runSides, openSecondMap, auditComparedViews } = await import(
      './compare/compare-chunk.ts'
    );
    runSides(model, now);
    auditComparedViews(model, { client, measured });
    openSecondMap(model, map);
  });
  measureSelection(model, client, measurement);
  runShoreRelations(model, client);
  loadConflicts(model, client);
  if (!isEmbedded) autosave(model, browserStore(), window);
  const openView = (number: number, over: ViewState = {}): void => {
    model.showView(number, over);
    const view = model.openedView.peek()?.view;
    if (view?.number !== number) return;
    const camera = over.camera ?? stateOfView(view).state.camera;
    const extent = over.camera === undefined ? view.extent : undefined;
    // Captions and cards take room of their own: look once they stand.
    const look = (): void => map.moveTo({ ...(extent && { extent }), ...(camera && { camera }) });
    if (map.view() === undefined) look();
    else requestAnimationFrame(look);
  };
  loadDecks(model, openView);
  let presenter: Promise<Presenter> | undefined;
  const openPresenter = (): Promise<Presenter> => {
    presenter ??= import('./presentation/presenter.ts').then(({ createPresenter }) =>
      createPresenter({ model, openView }),
    );
    // A network that failed once may answer the next time.
    presenter.catch(() => {
      presenter = undefined;
    });
    return presenter;
  };
  const earlyKeys = createKeyBuffer(() => model.isPresenting.peek());
  openWhen(
    computed(() => model.isPresenting.value || model.panel.value === 'views'),
    async () => {
      const { recordMinutes, minutesStore } = await import('./presentation/record-minutes.ts');
      recordMinutes(model, minutesStore(), window);
    },
  );
  // The card of what a view picks may stand only after the view was looked at, and takes room of its own.
  effect(() => {
    const hasCard = model.selection.value !== undefined;
    if (hasCard && model.isAtView.value) requestAnimationFrame(() => map.refit(undefined));
  });
  const offline = signal<Offline | undefined>(undefined);
  // Somebody else's page is not ours to keep; and the first map has the network to itself.
  const isSettled = computed(() => !isEmbedded && model.mapState.value !== 'loading');
  openWhen(isSettled, async () => {
    offline.value = (await import('./loading/offline.ts')).registerServiceWorker(
      model.isPresenting,
    );
  });
  const look = (view: ViewState): void => {
    if (view.camera !== undefined) map.view()?.camera.jump(view.camera);
  };
  syncUrl(model, look);

  // One worker for all views off screen; it starts with the first scenario among them.
  let grounds: FootprintClient | undefined;
  const selectedBox = (): BoundingBox | undefined => {
    const selection = model.selection.value;
    const geometry = selection && selectionGeometry(selection);
    return geometry && boundingBox(positionsOf(geometry));
  };
  const showSelection = (): void => {
    const box = selectedBox();
    if (box !== undefined) map.fit(box);
  };

  const controller: Controller = {
    model,
    isEmbedded,
    openView,
    engines: async () => {
      const { FootprintClient } = await import('./scenarios/scenarios-chunk.ts');
      grounds ??= new FootprintClient();
      return { model, client, grounds };
    },
    freeExtent: map.freeExtent,
    openPresenter: openPresenter,
    earlyKeys,
    present: (from) => {
      if (!model.isPresenting.peek()) earlyKeys.hold();
      openPresenter()
        .then(
          (presenter) => presenter.start(from),
          (cause: unknown) => console.error('the room could not be opened:', cause),
        )
        .finally(() => {
          if (!model.isPresenting.peek()) earlyKeys.discard();
        });
    },
    offline,
    scene,
    covered: () => {
      const element = map.element();
      return element === undefined ? NOTHING_COVERED : cameraPadding(element);
    },
    measurement,
    openMap: map.open,
    showSelection,
    applyUrl: (view) => {
      model.applyUrl(view);
      look(view);
    },
    refit: () => map.refit(selectedBox()),
    selectAndShow: (id) => {
      model.selectFeature(id);
      // The card takes room of its own: fit once it stands.
      requestAnimationFrame(showSelection);
    },
    search: createSearchController(model, MAP_BOUNDS),
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
      const { drawCoast } = await import('./audit/coast-image.ts');
      return drawCoast(model, scene.peek());
    },
  };
  if (isEmbedded && parent !== window)
    bufferMessages(async () =>
      (await import('./embed/host-bridge.ts')).connectHost(controller, pageAround()),
    );
  return controller;
}

/** The page that the map is embedded in. Firefox tells its origin only with its messages. */
function pageAround(): Host {
  return {
    origin: location.ancestorOrigins?.[0],
    post: (message, origin) => parent.postMessage(message, origin),
  };
}

const NOTHING_COVERED: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/** Whether somebody tries sites, draws on the map or asks about a place. */
function isTrying(model: Model): ReadonlySignal<boolean> {
  return computed(
    () =>
      model.panel.value === 'scenarios' ||
      model.shownScenario.value !== undefined ||
      model.isPresenting.value ||
      model.comparison.value !== undefined ||
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
