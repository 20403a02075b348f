/**
 * Measures adding data to the page against mapshaper's own web page: the same file is dropped on both,
 * alternately, each in a fresh browser.
 * (a) time from the drop until the first picture: in the desk the outline on the map, in mapshaper its canvas;
 *     the outline is a sample of the vertices, mapshaper draws lines thinned to its screen
 * (b) the longest task of the page's main thread until the import is over: on the clock, which is what the user feels
 *     and what other work on the machine adds to, and in processor time, which that does not change
 * (c) in the desk also until the card stands, until the dataset is checked, and the longest task while it is accepted
 * What is not there (mapshaper without a registry, files without GDAL) is left out, with the reason.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { unpackPackage } from './bench-packages.mjs';
import { serveFolders } from './bench-server.mjs';
import { projectFolder } from './bootstrap.mjs';

/** @typedef {{ name: string, files: readonly string[], isMeasuredAgainst: boolean }} Case */
/** @typedef {{ longest: number, processor: number, over: number }} Tasks of a main thread, in milliseconds; how many were over the limit */
/** @typedef {Tasks & { picture: number }} OtherTimes */
/** @typedef {OtherTimes & { card: number, checked: number, accepted: Tasks }} Times */

const CACHE = join(projectFolder, 'node_modules', '.cache', 'bench-import');
const MAPSHAPER = 'mapshaper@0.7.70';
const PICTURE_RATIO_LIMIT = 1;
const TASK_LIMIT = 50;
const VIEWPORT = { width: 1366, height: 768 };
/** Nothing takes longer than this, in milliseconds. */
const PATIENCE = 240_000;

/**
 * @param {{ launch: () => Promise<import('playwright').Browser>, distFolder: string, pairs?: number, only?: string }} options `only` names a case by a part of its name
 * @returns {Promise<boolean>} whether every case is within its limits; what could not be measured is
 */
export async function benchImport({ launch, distFolder, pairs = 5, only = '' }) {
  mkdirSync(CACHE, { recursive: true });
  const mapshaperFolder = obtainMapshaper();
  const desk = await serveFolders([distFolder]);
  const other = mapshaperFolder && (await serveFolders([mapshaperFolder]));
  let isWithin = true;
  try {
    for (const each of cases().filter(({ name }) => name.includes(only))) {
      console.log(`\nAdding data: ${each.name}, ${megabytes(each.files)} MB (ms), ${pairs} times`);
      /** @type {Times[]} */
      const ours = [];
      /** @type {OtherTimes[]} */
      const theirs = [];
      for (let turn = 0; turn < pairs; turn += 1) {
        const visits = [
          async () => ours.push(await visitDesk(launch, desk.origin, each)),
          async () => {
            if (other && each.isMeasuredAgainst)
              theirs.push(await visitMapshaper(launch, other.origin, each));
          },
        ];
        for (const visit of turn % 2 === 0 ? visits : visits.toReversed()) await visit();
      }
      isWithin = report(ours, theirs) && isWithin;
    }
  } finally {
    desk.close();
    if (other) other.close();
  }
  return isWithin;
}

/**
 * @param {readonly Times[]} ours
 * @param {readonly OtherTimes[]} theirs one for each of ours, or none
 * @returns {boolean}
 */
function report(ours, theirs) {
  const ms = (/** @type {number} */ value) =>
    (Number.isNaN(value) ? '–' : value.toFixed(0)).padStart(6);
  /** @template T @param {readonly T[]} list @param {(times: T) => number} get */
  const middle = (list, get) => median(list.map(get));
  const tasks = (/** @type {readonly Tasks[]} */ list) =>
    `longest task ${ms(middle(list, (each) => each.longest))}, of the processor ${ms(middle(list, (each) => each.processor))}, over ${TASK_LIMIT}: ${ms(middle(list, (each) => each.over))}`;
  const picture = middle(ours, (times) => times.picture);
  console.log(
    `  desk       picture ${ms(picture)}   card ${ms(middle(ours, (times) => times.card))}   checked ${ms(middle(ours, (times) => times.checked))}`,
  );
  console.log(`             ${tasks(ours)}`);
  const accepted = ours.map((times) => times.accepted);
  console.log(`  accepting  ${tasks(accepted)}`);
  let ratio = Number.NaN;
  if (theirs.length > 0) {
    const ratios = ours
      .map((times, turn) => times.picture / (theirs[turn]?.picture ?? Number.NaN))
      .sort((a, b) => a - b);
    ratio = median(ratios);
    console.log(`  mapshaper  picture ${ms(middle(theirs, (times) => times.picture))}`);
    console.log(`             ${tasks(theirs)}`);
    console.log(
      `  picture, ratio ${ratio.toFixed(2)} (${ratios[0]?.toFixed(2)} to ${ratios.at(-1)?.toFixed(2)}), limit ${PICTURE_RATIO_LIMIT}: ${ratio <= PICTURE_RATIO_LIMIT ? 'within' : 'OVER'}`,
    );
  }
  const longest = Math.max(
    middle(ours, (times) => times.longest),
    middle(accepted, (each) => each.longest) || 0,
  );
  console.log(
    `  longest task ${longest.toFixed(0)}, limit ${TASK_LIMIT}: ${longest <= TASK_LIMIT ? 'within' : 'OVER'}`,
  );
  // A picture that was not seen has no time.
  return picture > 0 && !(ratio > PICTURE_RATIO_LIMIT) && longest <= TASK_LIMIT;
}

/** The files to drop; what cannot be had is said. @returns {readonly Case[]} */
function cases() {
  const world = worldCoast();
  if (world === undefined) {
    console.log('\nAdding data: left out, @geo-maps/earth-coastlines-1m is not installed.');
    return [];
  }
  const made = [{ name: 'world coast, GeoJSON', files: [world], isMeasuredAgainst: true }];
  const shapefile = join(CACHE, 'coast-20mb');
  const geodatabase = join(CACHE, 'coast-20mb.gdb.zip');
  if (!existsSync(shapefile) || !existsSync(geodatabase)) {
    const reason = makeWithGdal(world, { shapefile, geodatabase });
    if (reason !== undefined) {
      console.log(`\nAdding data: shapefile and File Geodatabase are left out, ${reason}.`);
      return made;
    }
  }
  const parts = readdirSync(shapefile).map((name) => join(shapefile, name));
  return [
    ...made,
    { name: 'world coast, shapefile', files: parts, isMeasuredAgainst: true },
    {
      name: 'world coast, File Geodatabase (mapshaper reads none)',
      files: [geodatabase],
      isMeasuredAgainst: false,
    },
  ];
}

/** @returns {string | undefined} path of the map */
function worldCoast() {
  try {
    const require = createRequire(join(projectFolder, 'package.json'));
    return require.resolve('@geo-maps/earth-coastlines-1m/map.geo.json');
  } catch {
    return undefined;
  }
}

/**
 * Writes coasts of the world as lines, a feature a ring, in files of some 20 MB.
 * @param {string} world
 * @param {{ shapefile: string, geodatabase: string }} paths
 * @returns {string | undefined} why not
 */
function makeWithGdal(world, { shapefile, geodatabase }) {
  if (spawnSync('ogr2ogr', ['--version']).error !== undefined)
    return 'GDAL is not installed (Debian: apt-get install gdal-bin)';
  /** @type {{ geometries: { coordinates: number[][][][] }[] }} */
  const { geometries } = JSON.parse(readFileSync(world, 'utf8'));
  const rings = geometries.flatMap(({ coordinates }) => coordinates.flat());
  const lines = join(CACHE, 'lines.geojsonl');
  const folder = join(CACHE, 'coast-20mb.gdb');
  for (const { path, format, vertices } of [
    { path: shapefile, format: 'ESRI Shapefile', vertices: 970_000 },
    { path: folder, format: 'OpenFileGDB', vertices: Infinity },
  ]) {
    writeFileSync(lines, linesOf(rings, vertices));
    rmSync(path, { recursive: true, force: true });
    const { status, stderr } = spawnSync('ogr2ogr', ['-f', format, path, lines], {
      encoding: 'utf8',
    });
    if (status !== 0) return `ogr2ogr failed: ${stderr.trim()}`;
  }
  // Stored as it is: a folder cannot be dropped by a script.
  const members = readdirSync(folder).map((name) => [
    `coast-20mb.gdb/${name}`,
    new Uint8Array(readFileSync(join(folder, name))),
  ]);
  writeFileSync(geodatabase, zipSync(Object.fromEntries(members), { level: 0 }));
  rmSync(lines);
  return undefined;
}

/**
 * @param {readonly number[][][]} rings
 * @param {number} most vertices
 */
function linesOf(rings, most) {
  const lines = [];
  let count = 0;
  for (const coordinates of rings) {
    if (count + coordinates.length > most) continue;
    count += coordinates.length;
    /** @type {number} */
    const id = lines.length + 1;
    const geometry = { type: 'LineString', coordinates };
    lines.push(
      JSON.stringify({ type: 'Feature', properties: { id, name: `line ${id}` }, geometry }),
    );
  }
  return lines.join('\n');
}

/** @returns {string | undefined} the folder of mapshaper's page */
function obtainMapshaper() {
  const folder = join(CACHE, 'package', 'www');
  if (existsSync(join(folder, 'mapshaper-gui.js'))) return folder;
  if (unpackPackage(MAPSHAPER, CACHE)) return folder;
  console.log(`\nAdding data: mapshaper is left out, ${MAPSHAPER} could not be fetched.`);
  return undefined;
}

/** @param {readonly string[]} paths */
function megabytes(paths) {
  return (paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6).toFixed(0);
}

/** In the page, before its own scripts: notes long tasks, and when a canvas first shows something else. */
function watchPage() {
  Object.assign(window, { bench: { start: 0, picture: 0 } });
}

/**
 * Traces the tasks of a page's main thread until it is asked for them.
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').Page} page
 * @returns {Promise<() => Promise<Tasks>>}
 */
async function traceTasks(browser, page) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  return async () => {
    /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }[] }} */
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    const mains = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    const tasks = traceEvents.filter(
      ({ name, ph, pid, tid }) =>
        ph === 'X' && name === 'ThreadControllerImpl::RunTask' && mains.has(`${pid} ${tid}`),
    );
    const times = tasks.map(({ dur = 0, tdur = 0 }) => [dur / 1000, tdur / 1000]);
    return {
      longest: Math.max(0, ...times.map(([clock = 0]) => clock)),
      processor: Math.max(0, ...times.map(([, processor = 0]) => processor)),
      over: times.filter(([clock = 0]) => clock > TASK_LIMIT).length,
    };
  };
}

/**
 * Drops files on the page, as from a folder of the desktop: a File of the disk, not of the memory.
 * @param {import('playwright').Page} page
 * @param {Case} given
 * @param {string} target
 */
async function drop(page, { files }, target) {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'bench-files';
    input.style.display = 'none';
    document.documentElement.append(input);
  });
  await page.locator('#bench-files').setInputFiles([...files]);
  await page.evaluate((selector) => {
    const input = document.querySelector('#bench-files');
    const transfer = new DataTransfer();
    if (input instanceof HTMLInputElement)
      for (const file of input.files ?? []) transfer.items.add(file);
    input?.remove();
    const node = document.querySelector(selector);
    Object.assign(Reflect.get(window, 'bench'), { start: performance.now() });
    const given = { dataTransfer: transfer, bubbles: true, cancelable: true };
    node?.dispatchEvent(new DragEvent('dragover', given));
    node?.dispatchEvent(new DragEvent('drop', given));
  }, target);
}

/**
 * @param {import('playwright').Page} page
 * @returns {Promise<{ picture: number, now: number }>} milliseconds since the drop
 */
async function measured(page) {
  return page.evaluate(() => {
    const { start, picture } = Reflect.get(window, 'bench');
    const drawn = picture === 0 ? Number.NaN : picture - start;
    return { picture: drawn, now: performance.now() - start };
  });
}

/** What was not done has no tasks. @type {Tasks} */
const NO_TASKS = { longest: Number.NaN, processor: Number.NaN, over: Number.NaN };

/**
 * @param {() => Promise<import('playwright').Browser>} launch
 * @param {string} origin
 * @param {Case} given
 * @returns {Promise<Times>}
 */
async function visitDesk(launch, origin, given) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(watchPage);
    await page.addInitScript(watchWorkers);
    await page.goto(`${origin}/?lang=en&panel=data#map=9/35.8/120.2`);
    await page.locator('[data-map-state="idle"]').waitFor({ timeout: PATIENCE });
    await page.getByRole('button', { name: 'Add data' }).click();
    await page.waitForTimeout(3000);
    await page.evaluate(watchMap);
    const importing = await traceTasks(browser, page);
    await drop(page, given, '#map-region');
    await page.evaluate(() => Reflect.get(window, 'benchCard'));
    const card = (await measured(page)).now;
    const accept = page.getByRole('button', { name: /^Accept/ });
    await page.locator('.import-card[aria-busy="false"]').waitFor({ timeout: PATIENCE });
    const { now: checked } = await measured(page);
    await page.waitForTimeout(500);
    const { picture } = await measured(page);
    const times = { picture, card, checked, ...(await importing()) };
    await page.getByRole('radio', { name: 'Only shown' }).check();
    await page.locator('.import-card[aria-busy="false"]').waitFor({ timeout: PATIENCE });
    // The coast of the world is one feature, with rings that the plan's checks set aside.
    if (await accept.isDisabled()) return { ...times, accepted: NO_TASKS };
    const accepting = await traceTasks(browser, page);
    await accept.click();
    await page.locator('.import-card').waitFor({ state: 'detached', timeout: PATIENCE });
    await page.locator('[data-map-state="idle"]').waitFor({ timeout: PATIENCE });
    await page.waitForTimeout(6000);
    return { ...times, accepted: await accepting() };
  } finally {
    await browser.close();
  }
}

/** In the page, before its own scripts: notes when the outline of a dataset comes from the worker. */
function watchWorkers() {
  window.Worker = class extends Worker {
    /** @param {[string | URL, WorkerOptions?]} given */
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (data?.kind === 'outline') Reflect.get(window, 'bench').outline ??= performance.now();
      });
    }
  };
}

/**
 * In the page: notes the frame of the map that has the outline, and when the card stands. The picture is there with
 * the last frame that is drawn before the map has been still for a second: rather too late than too early.
 */
function watchMap() {
  const bench = Reflect.get(window, 'bench');
  const context = WebGL2RenderingContext.prototype;
  const { drawElements } = context;
  let isNoted = false;
  context.drawElements = function (mode, count, type, offset) {
    drawElements.call(this, mode, count, type, offset);
    if (isNoted || bench.outline === undefined) return;
    isNoted = true;
    // MapLibre draws a frame in one callback.
    queueMicrotask(() => {
      isNoted = false;
      const now = performance.now();
      if (now - (bench.picture || bench.outline) < 1000) bench.picture = now;
    });
  };
  Object.assign(window, {
    benchCard: new Promise((resolve) => {
      new MutationObserver(() => {
        if (document.querySelector('.import-card') !== null) resolve(undefined);
      }).observe(document, { childList: true, subtree: true });
    }),
  });
}

/**
 * @param {() => Promise<import('playwright').Browser>} launch
 * @param {string} origin
 * @param {Case} given
 * @returns {Promise<OtherTimes>}
 */
async function visitMapshaper(launch, origin, given) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(watchPage);
    await page.addInitScript(() => {
      const { stroke } = CanvasRenderingContext2D.prototype;
      Object.assign(CanvasRenderingContext2D.prototype, {
        /** @this {CanvasRenderingContext2D} */
        stroke() {
          Reflect.apply(stroke, this, []);
          const bench = Reflect.get(window, 'bench');
          if (bench.start === 0 || bench.isAwaited || this.canvas.width < 400) return;
          bench.isAwaited = true;
          // The callback of the next frame comes once this one has been drawn.
          queueMicrotask(() => {
            bench.picture = performance.now();
          });
        },
      });
    });
    await page.goto(origin);
    await page.waitForTimeout(1500);
    const importing = await traceTasks(browser, page);
    await drop(page, given, 'body');
    await page.waitForFunction(() => Reflect.get(window, 'bench').picture > 0, undefined, {
      timeout: PATIENCE,
    });
    await page.waitForTimeout(1500);
    const { picture } = await measured(page);
    return { picture, ...(await importing()) };
  } finally {
    await browser.close();
  }
}

/** @param {readonly number[]} values at least one */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
