import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Measurement } from '../domain/geodesy.ts';
import { MAP_BOUNDS } from '../domain/map-bounds.ts';
import type { ViewState } from './address/url-state.ts';
import { measureSelection, runAudit } from './audit/run-audit.ts';
import { loadConflicts } from './conflicts/load-conflicts.ts';
import type { Host } from './embed/host-bridge.ts';
import { bufferMessages } from './embed/host-listener.ts';
import { startLoading } from './loading/load-plan.ts';
import { createMainMap, createScene, type MainMap, mainMapContent } from './main-map/main-map.ts';
import { createMapNavigation, refitBesideCard } from './main-map/map-navigation.ts';
import { autosave, browserStore } from './persistence/autosave.ts';
import { lazyPresenter } from './presentation/load-presenter.ts';
import { runShoreRelations } from './projects/run-shore-relations.ts';
import { createSearchController } from './search/search-controller.ts';
import type { Controller, EvaluationEngines, Offline } from './state/controller.ts';
import { createDisposer, type Dispose, type Disposer } from './state/disposer.ts';
import type { MapContent } from './state/map-content.ts';
import type { Model } from './state/model.ts';
import { openWhen } from './state/open-when.ts';
import { syncUrl } from './sync-url.ts';
import { loadDecks } from './views/load-decks.ts';
import { AuditClient } from './workers/audit-client.ts';

/** Starts the app: loads the plan, and keeps address, workers and map in step with the model. */
export function createController(
  model: Model,
  { isEmbedded }: { readonly isEmbedded: boolean },
): Controller {
  const disposer = createDisposer();
  const now = mainMapContent(model);
  const scene = createScene(
    model,
    computed(() => model.comparison.contents.value?.left ?? now.value),
  );
  // MapLibre is the largest part: it loads while texts, catalogue and data do.
  const map = createMainMap({ model, scene, onFirstSelection: () => navigation.showSelection() });
  const navigation = createMapNavigation(model, map);
  const client = new AuditClient();
  disposer.add(map.destroy, () => client.destroy());
  disposer.add(startLoading(model));
  const measurement = signal<Measurement | undefined>(undefined);
  let nameSite = (number: number): string => `${number}`;
  disposer.add(
    startMeasuring(model, { client, map, now, nameSite: (number) => nameSite(number) }),
    measureSelection(model, client, measurement),
  );
  if (!isEmbedded) disposer.add(autosave(model, browserStore(), window));
  disposer.add(
    loadDecks(model, navigation.openView),
    openMinutes(model),
    refitBesideCard(model, map),
  );
  const { openView } = navigation;
  const presenter = lazyPresenter({ model, openView });
  const search = createSearchController(model, MAP_BOUNDS);
  disposer.add(presenter.destroy, search.destroy);
  const moveCamera = ({ camera }: ViewState): void => {
    if (camera !== undefined) map.view()?.camera.jump(camera);
  };
  disposer.add(syncUrl(model, moveCamera));

  const controller: Controller = {
    ...navigation,
    model,
    isEmbedded,
    scene,
    measurement,
    search,
    openMap: map.open,
    offline: openOffline(model, { isEmbedded, disposer }),
    engines: lazyEngines(model, client, disposer),
    openPresenter: presenter.open,
    present: (from) => {
      presenter
        .open()
        .then(({ start }) => start(from))
        .catch((cause: unknown) => {
          if (!disposer.signal.aborted)
            console.error('the presentation could not be opened:', cause);
        });
    },
    applyUrl: (view) => {
      model.url.apply(view);
      moveCamera(view);
    },
    reclassify: (judgement) =>
      model.workspace.reclassify({ ...judgement, date: new Date().toISOString() }),
    draw: (intent, nameOf) => {
      nameSite = nameOf;
      model.scenarios.draw(intent);
    },
    drawCoast: async () => {
      const { drawCoast } = await import('./audit/coast-image.ts');
      return drawCoast(model, scene.peek());
    },
    destroy: disposer.dispose,
  };
  if (isEmbedded && parent !== window)
    disposer.add(
      bufferMessages(async (bridge) =>
        (await import('./embed/host-bridge.ts')).connectHost(controller, pageAround(), bridge),
      ),
    );
  return controller;
}

/** What the measurements run on. */
type Measuring = {
  readonly client: AuditClient;
  readonly map: MainMap;
  /** What the main map shows outside a comparison. */
  readonly now: ReadonlySignal<MapContent>;
  readonly nameSite: (number: number) => string;
};

/**
 * Starts everything that is measured in the workers: audit, distances to the coast and conflicts, and those of
 * scenarios and comparisons, whose code is fetched when they are first shown.
 */
function startMeasuring(model: Model, { client, map, now, nameSite }: Measuring): Dispose {
  const disposer = createDisposer();
  const measured = signal(0);
  disposer.add(
    runAudit(model, { client, measured }),
    runShoreRelations(model, client),
    loadConflicts(model, client),
  );
  disposer.add(
    openWhen(
      () => needsScenarios(model),
      async () => {
        const { syncDrawing, countScenarioConflicts, runScenarios, FootprintClient } = await import(
          './scenarios/scenarios-chunk.ts'
        );
        const opened = createDisposer();
        const grounds = new FootprintClient();
        opened.add(() => grounds.destroy());
        opened.add(
          runScenarios(model, { client, grounds, measured }),
          countScenarioConflicts(model, client),
          syncDrawing(model, map.view, nameSite),
        );
        return opened.dispose;
      },
    ),
    openWhen(
      () => model.comparison.current.value !== undefined,
      async () => {
        const { runSides, openSecondMap, auditComparedViews } = await import(
          './compare/compare-chunk.ts'
        );
        const opened = createDisposer();
        opened.add(
          runSides(model, now),
          auditComparedViews(model, { client, measured }),
          openSecondMap(model, map),
        );
        return opened.dispose;
      },
    ),
  );
  return disposer.dispose;
}

/** Whether the page shows a scenario, or the user draws on the map or asks about a place. */
function needsScenarios(
  model: Pick<Model, 'page' | 'scenarios' | 'presentation' | 'comparison'>,
): boolean {
  return (
    model.page.panel.value === 'scenarios' ||
    model.scenarios.shown.value !== undefined ||
    model.presentation.isPresenting.value ||
    model.comparison.current.value !== undefined ||
    model.scenarios.drawing.value !== undefined ||
    model.scenarios.inquiry.value !== undefined
  );
}

/** Records minutes from the first presentation on, and reads those of earlier visits for the views' panel. */
function openMinutes(model: Model): Dispose {
  return openWhen(
    () => model.presentation.isPresenting.value || model.page.panel.value === 'views',
    async () => {
      const { recordMinutes, minutesStore } = await import('./presentation/record-minutes.ts');
      return recordMinutes(model, minutesStore());
    },
  );
}

/** The service worker, registered once the first map no longer needs the network; never in an embedded map. */
function openOffline(
  model: Pick<Model, 'map' | 'presentation'>,
  { isEmbedded, disposer }: { readonly isEmbedded: boolean; readonly disposer: Disposer },
): ReadonlySignal<Offline | undefined> {
  const offline = signal<Offline | undefined>(undefined);
  disposer.add(
    openWhen(
      () => !isEmbedded && model.map.state.value !== 'loading',
      async () => {
        const { registerServiceWorker } = await import('./loading/offline.ts');
        const registered = registerServiceWorker(model.presentation.isPresenting);
        offline.value = registered;
        return registered.destroy;
      },
    ),
  );
  return offline;
}

/** The engines of views off screen; one worker makes the footprints of all of them. */
function lazyEngines(
  model: Model,
  client: AuditClient,
  disposer: Disposer,
): () => Promise<EvaluationEngines> {
  let grounds: EvaluationEngines['grounds'] | undefined;
  return async () => {
    const { FootprintClient } = await import('./scenarios/scenarios-chunk.ts');
    if (grounds === undefined) {
      const made = new FootprintClient();
      disposer.add(() => made.destroy());
      grounds = made;
    }
    return { model, client, grounds };
  };
}

/** The page that the map is embedded in. Firefox tells its origin only with its messages. */
function pageAround(): Host {
  return {
    origin: location.ancestorOrigins?.[0],
    post: (message, origin) => parent.postMessage(message, origin),
  };
}
