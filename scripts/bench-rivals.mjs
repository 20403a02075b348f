/**
 * `npm run bench -- rivals [rounds]`: a first visit to the desk, to a bare MapLibre page and to kepler.gl's page with the
 * same files, in turns, each in a fresh browser: time until the page is quiet, what is fetched, how long the main thread
 * is blocked, and the heap. Then what a user's steps cost in the desk. Results go to `bench/RESULTS.md`.
 */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackPackage } from './bench-packages.mjs';
import { middleAndSpread, recordResults, tableLines } from './bench-results.mjs';
import { serveFolders } from './bench-server.mjs';
import { projectFolder } from './bootstrap.mjs';

/** @typedef {() => Promise<import('playwright').Browser>} Launch */
/** @typedef {{ quiet: number, blocked: number, longest: number, heap: number, bytes: number }} Visit milliseconds and bytes */

const CACHE = join(projectFolder, 'node_modules', '.cache', 'bench-rivals');
const KEPLER = 'kepler.gl@3.2.6';
/** Scripts that kepler.gl's page for browsers asks for, by package and file. */
const KEPLER_NEEDS = [
  ['react@18.3.1', 'umd/react.production.min.js'],
  ['react-dom@18.3.1', 'umd/react-dom.production.min.js'],
  ['redux@4.2.1', 'dist/redux.min.js'],
  ['react-redux@8.1.2', 'dist/react-redux.min.js'],
  ['styled-components@6.1.8', 'dist/styled-components.min.js'],
  [KEPLER, 'umd/keplergl.min.js'],
];
const VIEWPORT = { width: 1366, height: 768 };
/** A page is quiet at the end of the last long task that is followed by this much rest. */
const REST_MILLISECONDS = 3000;
/** What the Long Tasks API calls long. */
const LONG_TASK = 50;

/**
 * @param {{ launch: Launch, distFolder: string, bareFolder: string, rounds: number }} options
 * @returns {Promise<boolean>} whether the aims are met
 */
export async function benchRivals({ launch, distFolder, bareFolder, rounds }) {
  const kepler = obtainKepler();
  const server = await serveFolders([distFolder, bareFolder, ...(kepler ? [kepler] : [])]);
  const pages = [
    { name: 'Coastplan', path: '/index.html', ready: '[data-map-state="idle"]' },
    { name: 'bare MapLibre', path: '/bare.html', ready: '[data-map-state="idle"]' },
    ...(kepler ? [{ name: KEPLER, path: '/kepler.html', ready: '[data-map-state="added"]' }] : []),
  ];
  /** @type {Map<string, Visit[]>} */
  const visits = new Map(pages.map(({ name }) => [name, []]));
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const page of round % 2 === 0 ? pages : pages.toReversed()) {
        const visit = await visitPage(launch, server, page);
        // The first round warms the machine's own caches.
        if (round > 0) visits.get(page.name)?.push(visit);
        console.log(
          `  ${page.name.padEnd(16)} quiet ${visit.quiet.toFixed(0).padStart(6)} ms   blocked ${visit.blocked.toFixed(0).padStart(6)}   longest ${visit.longest.toFixed(0).padStart(5)}   heap ${mebibytes(visit.heap)} MiB`,
        );
      }
    const [ours = [], ...others] = visits.values();
    const names = pages.map(({ name }) => name);
    const rows = [
      row('until the page is quiet, ms', ours, others, ({ quiet }) => quiet, whole),
      row('main thread blocked, ms', ours, others, ({ blocked }) => blocked, whole),
      row('longest task, ms', ours, others, ({ longest }) => longest, whole),
      row('heap of the page after a collection, MiB', ours, others, ({ heap }) => heap, mebibytes),
      row('fetched, gzip, kB', ours, others, ({ bytes }) => bytes / 1000, whole),
    ];
    const browser = await launch();
    const version = `Chromium ${browser.version()}`;
    const steps = await timeSteps(browser, server.origin);
    await browser.close();
    const lines = [
      `Median of ${rounds} visits and, in brackets, their spread; × is Coastplan's median over the other's. Quiet: the end of the last task over ${LONG_TASK} ms`,
      `before ${REST_MILLISECONDS / 1000} s without one, not before the map stands. Blocked: what tasks over ${LONG_TASK} ms take beyond it, in all. Heaps are of the page, workers left out.`,
      'Bare: the same files as plain fills, lines, circles and names, nothing else. kepler.gl: the same files, its own panels, a blank base map.',
      '',
      ...tableLines(['', ...names.flatMap((name, at) => (at === 0 ? [name] : [name, '×']))], rows),
      '',
      `Steps at the desk, embedded data, from the key or click to the next picture (Event Timing, in steps of 8 ms; ${STEP_TURNS} turns):`,
      '',
      ...tableLines(
        ['step', 'median, ms', 'most, ms'],
        steps.map(({ name, times }) => {
          const { middle, most } = middleAndSpread(times);
          return [name, whole(middle), whole(most)];
        }),
      ),
    ];
    recordResults('npm run bench -- rivals', lines, version);
    console.log(`\n${lines.join('\n')}`);
    return meetsAims(visits);
  } finally {
    server.close();
  }
}

/**
 * The aims: 1.10 × the bare page until quiet and 1.4 × its heap, and half of kepler.gl's time.
 * @param {ReadonlyMap<string, readonly Visit[]>} visits
 */
function meetsAims(visits) {
  const middle = (/** @type {string} */ name, /** @type {keyof Visit} */ what) =>
    middleAndSpread((visits.get(name) ?? []).map((visit) => visit[what])).middle;
  const aims = [
    {
      says: 'quiet ≤ 1.10 × bare',
      ratio: middle('Coastplan', 'quiet') / middle('bare MapLibre', 'quiet'),
      most: 1.1,
    },
    {
      says: 'heap ≤ 1.4 × bare',
      ratio: middle('Coastplan', 'heap') / middle('bare MapLibre', 'heap'),
      most: 1.4,
    },
    {
      says: 'quiet ≤ 0.5 × kepler.gl',
      ratio: middle('Coastplan', 'quiet') / middle(KEPLER, 'quiet'),
      most: 0.5,
    },
  ].filter(({ ratio }) => !Number.isNaN(ratio));
  for (const { says, ratio, most } of aims)
    console.log(`  ${says}: ${ratio.toFixed(2)}, ${ratio <= most ? 'met' : 'MISSED'}`);
  return aims.every(({ ratio, most }) => ratio <= most);
}

/**
 * @param {string} name
 * @param {readonly Visit[]} ours
 * @param {readonly (readonly Visit[])[]} others
 * @param {(visit: Visit) => number} of
 * @param {(value: number) => string} words
 * @returns {readonly string[]}
 */
function row(name, ours, others, of, words) {
  const own = middleAndSpread(ours.map(of));
  const cell = (/** @type {ReturnType<typeof middleAndSpread>} */ { middle, least, most }) =>
    words(least) === words(most)
      ? words(middle)
      : `${words(middle)} (${words(least)}–${words(most)})`;
  return [
    name,
    cell(own),
    ...others.flatMap((visits) => {
      const theirs = middleAndSpread(visits.map(of));
      return [cell(theirs), (own.middle / theirs.middle).toFixed(2)];
    }),
  ];
}

/**
 * Opens a page in a fresh browser and waits until it is quiet.
 * @param {Launch} launch
 * @param {Awaited<ReturnType<typeof serveFolders>>} server
 * @param {{ path: string, ready: string }} page
 * @returns {Promise<Visit>}
 */
async function visitPage(launch, server, { path, ready }) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: VIEWPORT });
    const page = await context.newPage();
    // What a page asks of other servers is not there in a room without a network.
    await page.route('**/*', (route) =>
      route.request().url().startsWith(server.origin) ? route.continue() : route.abort(),
    );
    await page.addInitScript(watchTasks);
    server.takeRequests();
    await page.goto(`${server.origin}${path}`, { waitUntil: 'commit' });
    await page.locator(ready).first().waitFor({ state: 'attached', timeout: 90_000 });
    const standing = await page.evaluate(() => performance.now());
    await page.waitForFunction(
      (rest) => {
        const { tasks } = Reflect.get(window, 'bench');
        const [start = 0, duration = 0] = tasks.at(-1) ?? [];
        return performance.now() - (start + duration) > rest;
      },
      REST_MILLISECONDS,
      { timeout: 90_000, polling: 250 },
    );
    /** @type {[number, number][]} */
    const tasks = await page.evaluate(() => Reflect.get(window, 'bench').tasks);
    const [start = 0, duration = 0] = tasks.at(-1) ?? [];
    const requests = [...new Set(server.takeRequests())];
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return {
      quiet: Math.max(standing, start + duration),
      blocked: tasks.reduce((sum, [, each]) => sum + each - LONG_TASK, 0),
      longest: Math.max(0, ...tasks.map(([, each]) => each)),
      heap: usedSize,
      bytes: requests.reduce((sum, request) => sum + server.sizeOf(request), 0),
    };
  } finally {
    await browser.close();
  }
}

/** In the page, before its own scripts: notes its long tasks, and what the user's keys and clicks cost. */
function watchTasks() {
  /** @type {{ tasks: [number, number][], events: [string, number][] }} */
  const bench = { tasks: [], events: [] };
  Object.assign(window, { bench });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      bench.tasks.push([startTime, duration]);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) bench.events.push([name, duration]);
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
}

const STEP_TURNS = 8;

/**
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @returns {Promise<readonly { name: string, times: readonly number[] }[]>}
 */
async function timeSteps(browser, origin) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: VIEWPORT,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.addInitScript(watchTasks);
  await page.goto(`${origin}/index.html?lang=en&panel=projects`);
  await page.locator('[data-map-state="idle"]').first().waitFor({ state: 'attached' });
  const box = page.getByRole('combobox').first();
  const steps = [
    {
      name: 'a key in the search',
      kinds: ['keydown', 'keyup', 'keypress'],
      take: async (/** @type {number} */ turn) => {
        await box.focus();
        await page.keyboard.press('qiandong'[turn % 8] ?? 'q');
      },
    },
    {
      name: 'a panel opened',
      kinds: ['click', 'pointerup', 'pointerdown'],
      take: async (/** @type {number} */ turn) => {
        await page.getByRole('tab', { name: turn % 2 === 0 ? 'Coastline' : 'Projects' }).click();
      },
    },
    {
      name: 'another language',
      kinds: ['click', 'pointerup', 'pointerdown'],
      take: async () => {
        await page
          .getByRole('button', { name: /^(中文|English)$/ })
          .first()
          .click();
      },
    },
    {
      name: 'another theme',
      kinds: ['click', 'pointerup', 'pointerdown'],
      take: async (/** @type {number} */ turn) => {
        await page
          .locator('.theme-switch button, [role="radiogroup"] button, header label')
          .nth(turn % 2)
          .click();
      },
    },
  ];
  const measured = [];
  for (const { name, kinds, take } of steps) {
    const times = [];
    for (let turn = 0; turn < STEP_TURNS; turn += 1) {
      await page.evaluate(() => Reflect.get(window, 'bench').events.splice(0));
      await take(turn);
      await page.waitForTimeout(1200);
      /** @type {[string, number][]} */
      const events = await page.evaluate(() => Reflect.get(window, 'bench').events);
      // What is not noted took less than 16 ms.
      times.push(
        Math.max(
          8,
          ...events.filter(([kind]) => kinds.includes(kind)).map(([, duration]) => duration),
        ),
      );
    }
    await page.keyboard.press('Escape');
    measured.push({ name, times });
  }
  await context.close();
  return measured;
}

/** @returns {string | undefined} the folder of kepler.gl's page with the files of `catalogue.json` */
function obtainKepler() {
  mkdirSync(CACHE, { recursive: true });
  const folder = join(CACHE, 'page');
  const files = KEPLER_NEEDS.map(([, file = '']) => file.split('/').at(-1) ?? '');
  if (!files.every((file) => existsSync(join(folder, file)))) {
    mkdirSync(folder, { recursive: true });
    for (const [name = '', file = ''] of KEPLER_NEEDS) {
      if (!unpackPackage(name, CACHE, [file])) {
        console.log(`  kepler.gl is left out: ${name} could not be fetched.`);
        return undefined;
      }
      cpSync(join(CACHE, 'package', file), join(folder, file.split('/').at(-1) ?? ''));
    }
  }
  writeFileSync(
    join(folder, 'kepler.html'),
    `<!doctype html><meta charset="utf-8"><style>html,body,#app{margin:0;height:100%}</style><div id="app"></div>${files.map((file) => `<script src="${file}"></script>`).join('')}<script>${KEPLER_PAGE}</script>`,
  );
  return folder;
}

/** The page as kepler.gl's documentation for browsers without a bundler has it, with a blank base map. */
const KEPLER_PAGE = `
const blank = { id: 'blank', label: 'Blank', layerGroups: [], style: { version: 8, sources: {}, layers: [] } };
const keplerGl = KeplerGl.keplerGlReducer.initialState({
  uiState: { currentModal: null }, mapStyle: { styleType: 'blank', mapStyles: { blank } } });
const store = Redux.createStore(Redux.combineReducers({ keplerGl }), {},
  Redux.applyMiddleware(...KeplerGl.enhanceReduxMiddleware([])));
const map = React.createElement(KeplerGl.KeplerGl, { id: 'map', width: innerWidth, height: innerHeight,
  mapboxApiAccessToken: '', mapStylesReplaceDefault: true, mapStyles: [blank] });
ReactDOM.createRoot(document.getElementById('app')).render(React.createElement(ReactRedux.Provider, { store }, map));
(async () => {
  const read = async (url) => (await fetch('/geodata/' + url)).json();
  const { layers } = await read('catalogue.json');
  const wanted = layers.filter(({ role, visible }) => role !== 'projects' || visible);
  const datasets = await Promise.all(wanted.map(async ({ id, source }) =>
    ({ info: { id, label: id }, data: KeplerGl.processGeojson(await read(source.url)) })));
  store.dispatch(KeplerGl.addDataToMap({ datasets, options: { centerMap: true } }));
  requestAnimationFrame(() => requestAnimationFrame(() => { document.body.dataset.mapState = 'added'; }));
})();
`;

function whole(/** @type {number} */ value) {
  return value.toFixed(0);
}

function mebibytes(/** @type {number} */ bytes) {
  return (bytes / 2 ** 20).toFixed(1);
}
