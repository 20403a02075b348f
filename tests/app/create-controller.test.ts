import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Model } from '../../src/app/state/model.ts';
import { equatorSegment, PLAIN_RULE } from '../domain/build.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from './plan.ts';

const mapView = { destroyed: 0, released: 0 };
/** Effects that have not been disposed. */
const effects = { live: 0 };
let createController: typeof import('../../src/app/create-controller.ts')['createController'];
let createModel: typeof import('../../src/app/state/model.ts')['createModel'];

beforeAll(async () => {
  vi.resetModules();
  vi.doMock('@preact/signals', async () => {
    const real = await vi.importActual<typeof import('@preact/signals')>('@preact/signals');
    const effect = (run: () => void): (() => void) => {
      const stop = real.effect(run);
      let isLive = true;
      effects.live += 1;
      return () => {
        if (isLive) effects.live -= 1;
        isLive = false;
        stop();
      };
    };
    return { ...real, effect };
  });
  // A map that draws nothing.
  vi.doMock('../../src/map/map-view.ts', () => ({
    prepareMaps: () => undefined,
    releaseMaps: () => {
      mapView.released += 1;
    },
    MapView: class {
      destroy(): void {
        mapView.destroyed += 1;
      }
    },
  }));
  ({ createController } = await import('../../src/app/create-controller.ts'));
  ({ createModel } = await import('../../src/app/state/model.ts'));
});

afterAll(() => {
  vi.doUnmock('@preact/signals');
  vi.doUnmock('../../src/map/map-view.ts');
  vi.resetModules();
});

/** An event target that knows who listens. */
class Watched extends EventTarget {
  readonly heard: string[] = [];
  override addEventListener(...given: Parameters<EventTarget['addEventListener']>): void {
    this.heard.push(given[0]);
    super.addEventListener(...given);
  }
  override removeEventListener(...given: Parameters<EventTarget['removeEventListener']>): void {
    const at = this.heard.indexOf(given[0]);
    if (at >= 0) this.heard.splice(at, 1);
    super.removeEventListener(...given);
  }
}

class FakeWorker extends EventTarget {
  asked = 0;
  isTerminated = false;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(): void {
    this.asked += 1;
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

let workers: FakeWorker[] = [];
let page: Watched;
const fetched = vi.fn(async () => new Response('', { status: 404 }));
const replaceState = vi.fn();
const nextFrame = vi.fn();

beforeEach(() => {
  workers = [];
  Object.assign(mapView, { destroyed: 0, released: 0 });
  effects.live = 0;
  vi.clearAllMocks();
  page = new Watched();
  const element = () => ({
    dataset: {},
    isConnected: false,
    append: () => undefined,
    remove: () => undefined,
  });
  Object.assign(page, {
    createElement: element,
    querySelectorAll: () => [],
    documentElement: element(),
    body: element(),
  });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', page);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('parent', {});
  vi.stubGlobal('location', { pathname: '/', search: '', hash: '' });
  vi.stubGlobal('history', { replaceState });
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('requestAnimationFrame', nextFrame);
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Brings a plan with a project, a coast and a rule. */
function arrive(model: Model): void {
  const layers = [catalogueLayer('ports', 'projects'), catalogueLayer('coast', 'coastline')];
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  model.plan.showDatasets([
    ['ports', readyWith({ role: 'projects', projects: [projectOf('pier', 'ports')] })],
    [
      'coast',
      readyWith({
        role: 'coastline',
        segments: [equatorSegment('s', 'sandy', [0, 1])],
        coastStatus: { kind: 'illustration' },
      }),
    ],
  ]);
  model.audit.showRule(PLAIN_RULE);
}

/** Turns to every part of the app, as a user would over an hour. */
function useEverything(model: Model): void {
  for (const panel of ['views', 'projects', 'coastline', 'scenarios'] as const)
    model.page.openPanel(panel);
  model.scenarios.start('One');
  model.scenarios.askAbout([0.5, 0]);
  model.comparison.compare([{ kind: 'today' }, { kind: 'plan' }]);
  model.conflicts.request();
  model.shore.request();
  model.audit.request();
  model.presentation.start();
  model.selection.select('pier');
  model.workspace.reclassify({
    segmentIds: ['s'],
    class: 'artificial',
    reason: 'wall',
    date: '2026',
  });
}

describe.each([false, true])('a controller (embedded: %j)', (isEmbedded) => {
  test('that is destroyed leaves no listener, no worker, no map, no timer and no effect', async () => {
    const model = createModel({}, { language: 'en', theme: 'light' });
    const controller = createController(model, { isEmbedded });
    await vi.waitFor(() => expect(model.plan.catalogue.value.kind).toBe('failed'));
    arrive(model);
    controller.openMap(document.createElement('div'));
    controller.search.open();
    await controller.openPresenter();
    await controller.engines();
    useEverything(model);
    await vi.waitFor(() => {
      expect(workers.length).toBeGreaterThan(0);
      expect(page.heard).toContain('popstate');
      expect(page.heard).toContain(isEmbedded ? 'message' : 'pagehide');
      expect(model.comparison.contents.value).toBeDefined();
    });
    expect(replaceState).toHaveBeenCalled();
    expect(effects.live).toBeGreaterThan(20);

    controller.destroy();
    expect(effects.live).toBe(0);
    expect(page.heard).toEqual([]);
    await vi.waitFor(() => expect(mapView).toEqual({ destroyed: 1, released: 1 }));
    expect(workers.map(({ isTerminated }) => isTerminated)).not.toContain(false);

    // From here on, whatever is written to the model makes nobody work.
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    const asked = workers.map((worker) => worker.asked);
    for (const spy of [fetched, replaceState, nextFrame]) spy.mockClear();
    const states = [model.audit.state.value, model.shore.state.value, model.conflicts.state.value];
    model.presentation.stop();
    model.comparison.end();
    model.selection.clear();
    arrive(model);
    useEverything(model);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(workers.map((worker) => worker.asked)).toEqual(asked);
    for (const spy of [fetched, replaceState, nextFrame]) expect(spy).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
    expect(page.heard).toEqual([]);
    expect([model.audit.state.value, model.shore.state.value, model.conflicts.state.value]).toEqual(
      states,
    );
  });

  test('that is destroyed at once undoes parts that arrive later', async () => {
    const model = createModel({ panel: 'scenarios' }, { language: 'en', theme: 'light' });
    const controller = createController(model, { isEmbedded });
    useEverything(model);
    controller.destroy();
    await import('../../src/app/scenarios/scenarios-chunk.ts');
    await import('../../src/app/compare/compare-chunk.ts');
    await vi.waitFor(() => expect(mapView).toEqual({ destroyed: 1, released: 1 }));
    replaceState.mockClear();
    arrive(model);
    useEverything(model);
    await vi.waitFor(() => expect(effects.live).toBe(0));
    expect(page.heard).toEqual([]);
    expect(workers.map(({ isTerminated }) => isTerminated)).not.toContain(false);
    expect(model.scenarios.states.value.size).toBe(0);
    expect(replaceState).not.toHaveBeenCalled();
  });
});
