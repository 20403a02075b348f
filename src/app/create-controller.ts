import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Measurement } from '../domain/geodesy.ts';
import type { ViewState } from './address/url-state.ts';
import type { GivenAddress } from './check-link.ts';
import type { Host } from './embed/host-bridge.ts';
import { bufferMessages } from './embed/host-listener.ts';
import { createDisposer, type Dispose, type Disposer } from './lifecycle/disposer.ts';
import { openWhen } from './lifecycle/open-when.ts';
import { lazyMeasurements } from './load-measurements.ts';
import { loadRuleText, startLoading } from './loading/load-plan.ts';
import { createMainMap, createScene, type MainMap, mainMapContent } from './main-map/main-map.ts';
import { createMapNavigation, refitBesideCard } from './main-map/map-navigation.ts';
import { acceptDrops } from './own-data/accept-drops.ts';
import { openAutosave } from './persistence/open-autosave.ts';
import { createKeyBuffer } from './presentation/key-buffer.ts';
import { lazyPresenter } from './presentation/load-presenter.ts';
import { createSearchController } from './search/search-controller.ts';
import type { Controller, Offline } from './state/controller.ts';
import type { Model } from './state/model.ts';
import { syncUrl } from './sync-url.ts';
import { loadDecks } from './views/load-decks.ts';

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
  const map = createMainMap({
    model,
    scene,
    onFirstSelection: (hasCamera) =>
      hasCamera ? navigation.holdSelection() : navigation.showSelection(),
  });
  const navigation = createMapNavigation(model, map);
  disposer.add(map.destroy);
  disposer.add(startLoading(model));
  const measurement = signal<Measurement | undefined>(undefined);
  let nameSite = (number: number): string => `${number}`;
  const measurements = lazyMeasurements(model, {
    map,
    now,
    nameSite: (number) => nameSite(number),
    ruleText: loadRuleText(model),
    measurement,
  });
  disposer.add(measurements.destroy);
  if (!isEmbedded)
    disposer.add(
      openAutosave(model, window),
      acceptDrops(model, window),
      openOwnData(model),
      openImport(model),
    );
  disposer.add(
    loadDecks(model, navigation.openView),
    openMinutes(model),
    refitBesideCard(model, map),
  );
  const { openView } = navigation;
  const presenter = lazyPresenter({ model, openView, jumpTo: (camera) => moveCamera({ camera }) });
  const earlyKeys = createKeyBuffer(() => model.presentation.isPresenting.peek());
  const search = createSearchController(model);
  disposer.add(presenter.destroy, search.destroy, earlyKeys.discard);
  const moveCamera = ({ camera }: ViewState): void => {
    if (camera !== undefined) map.view()?.camera.jump(camera);
  };
  const check = linkChecker(model, disposer, (number) => controller.present(number));
  check({ search: location.search, hash: location.hash });
  disposer.add(
    syncUrl(model, (view, address) => {
      moveCamera(view);
      check(address);
    }),
  );

  disposer.add(openOnceDrawn(model, map));
  const controller: Controller = {
    ...navigation,
    model,
    isEmbedded,
    scene,
    measurement,
    search,
    openMap: map.open,
    offline: openOffline(model, { isEmbedded, disposer }),
    engines: measurements.engines,
    openPresenter: presenter.open,
    earlyKeys,
    present: (from) => {
      if (!model.presentation.isPresenting.peek()) earlyKeys.hold();
      presenter
        .open()
        .then(({ start }) => start(from))
        .catch((cause: unknown) => {
          if (!disposer.signal.aborted) console.error('no presentation:', cause);
        })
        .finally(() => {
          if (!model.presentation.isPresenting.peek()) earlyKeys.discard();
        });
    },
    applyUrl: (view) => {
      model.url.apply(view);
      moveCamera(view);
    },
    saveView: async (words) =>
      (await import('./views/save-shown-view.ts')).saveShownView(controller, words),
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

/** Records minutes from the first presentation on, and reads those of earlier visits for the views' panel. */
function openMinutes(model: Model): Dispose {
  return openWhen(
    () => model.presentation.isPresenting.value || model.page.panel.value === 'views',
    async () => {
      const { recordMinutes, minutesStore } = await import('./presentation/record-minutes.ts');
      return recordMinutes(model, minutesStore(), window);
    },
  );
}

/** Reads the user's files once there are any to read. */
function openImport(model: Model): Dispose {
  return openWhen(
    () => model.ownData.isAdding.value,
    async () => (await import('./own-data/run-import.ts')).runImport(model),
  );
}

/** Reads the user's own data once there is any. */
function openOwnData(model: Model): Dispose {
  return openWhen(
    () => model.workspace.datasets.value.length > 0,
    async () => (await import('./own-data/show-own-data.ts')).showOwnData(model),
  );
}

/** What nothing in the page asks for, fetched once the first map no longer needs the network. */
function openOnceDrawn(model: Model, map: MainMap): Dispose {
  return openWhen(
    () => model.map.state.value !== 'loading',
    async () => (await import('./once-drawn.ts')).runOnceDrawn(model, map.view),
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
        const { registerServiceWorker } = await import('./once-drawn.ts');
        const registered = registerServiceWorker(model.presentation.isPresenting);
        offline.value = registered;
        return registered.destroy;
      },
    ),
  );
  return offline;
}

/** The page that the map is embedded in. Firefox tells its origin only with its messages. */
function pageAround(): Host {
  return {
    origin: location.ancestorOrigins?.[0],
    post: (message, origin) => parent.postMessage(message, origin),
  };
}

/** Tells what a link names and is not there; the code for that is fetched with the first link. */
function linkChecker(
  model: Model,
  disposer: Disposer,
  present: (number: number) => void,
): (given: GivenAddress) => void {
  let last: Dispose | undefined;
  disposer.add(() => last?.());
  return (given) => {
    if (given.search === '' && given.hash === '') return;
    void import('./check-link.ts').then(({ checkLink }) => {
      last?.();
      last = disposer.signal.aborted ? undefined : checkLink(model, given, present);
    });
  };
}
