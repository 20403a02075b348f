/**
 * `npm run bench`: the cost of a first visit, measured on the production build against two limits.
 * (a) our own JavaScript, gzipped, that the page requests until three seconds after the map is idle, without
 *     MapLibre's own files.
 * (b) time until the map is idle with its default layers, against a bare MapLibre page that draws the same
 *     files simply, names included; both alternately in one run, each in a fresh browser.
 *     `npm run bench -- 9` takes nine pairs instead of five.
 * (c) the audit engine (bench-audit); `npm run bench -- audit` runs this alone.
 * (d) dragging a vertex of a scenario (bench-drag); `npm run bench -- drag` runs this alone.
 * (e) a presentation (bench-presentation), script per change of view and the heap after many;
 *     `npm run bench -- presentation 2000` runs this alone.
 * (f) adding data against mapshaper's own page (bench-import); `npm run bench -- import 5 shapefile` runs this alone, and
 *     only when it is asked for: it takes minutes.
 * (g) a first visit beside a bare page and kepler.gl, and the cost of a user's steps (bench-rivals);
 *     `npm run bench -- rivals [rounds]` alone, and only when it is asked for.
 * (h) the audit beside SpatiaLite on 35 000 vertices (bench-spatialite); `npm run bench -- spatialite [rounds]` alone.
 * What (g) and (h) measure is kept in `bench/RESULTS.md`.
 * The exit code is 1 when a limit is exceeded.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { benchAudit } from './bench-audit.mjs';
import { benchDrag } from './bench-drag.mjs';
import { benchImport } from './bench-import.mjs';
import { benchPresentation } from './bench-presentation.mjs';
import { benchRivals } from './bench-rivals.mjs';
import { serveFolders } from './bench-server.mjs';
import { benchSpatialite } from './bench-spatialite.mjs';
import { bootstrap, projectFolder, stop } from './bootstrap.mjs';
import { CHROMIUM_FLAGS, obtainChromium } from './chromium.mjs';

const OWN_SCRIPT_LIMIT = 85_000;
const TIME_RATIO_LIMIT = 1.3;
/**
 * Software WebGL needs the flags for tests, but with them Chromium would also paint the page itself by
 * software WebGL, which it otherwise never does: without a GPU it paints in memory. The setting applies to
 * both pages.
 */
const FLAGS = [...CHROMIUM_FLAGS, '--disable-gpu-rasterization'];
const DESK = '/index.html';
const BARE = '/bare.html';
/** Milliseconds after the map is idle that still count as the first load (workers, parts loaded later). */
const SETTLE_MILLISECONDS = 3000;

if (process.argv[2] === 'audit') {
  bootstrap();
  process.exit(benchAudit() ? 0 : 1);
}
if (process.argv[2] === 'spatialite') {
  bootstrap();
  process.exit(benchSpatialite(roundsAsked()) ? 0 : 1);
}
const isDragAlone = process.argv[2] === 'drag';
const isPresentationAlone = process.argv[2] === 'presentation';
const isImportAlone = process.argv[2] === 'import';
const isRivalsAlone = process.argv[2] === 'rivals';
const changes = Number((isPresentationAlone ? process.argv[3] : undefined) ?? 2000);
const pairs =
  isDragAlone || isPresentationAlone || isImportAlone || isRivalsAlone
    ? 1
    : Number(process.argv[2] ?? 5);
if (!Number.isInteger(pairs) || pairs < 1)
  stop(
    `How many pairs? A whole number from 1, "audit", "drag", "import", "presentation", "rivals" or "spatialite", not "${process.argv[2]}".`,
  );
bootstrap();
const executablePath = await obtainChromium().catch((error) => stop(error.message));
const { chromium } = await import('playwright');
const { build } = await import('vite');

const distFolder = join(projectFolder, 'dist');
const bareFolder = mkdtempSync(join(tmpdir(), 'coastplan-bare-'));
process.chdir(projectFolder);
await build({ logLevel: 'warn' });
const launch = (/** @type {readonly string[]} */ extra = []) =>
  chromium.launch({ executablePath, args: [...FLAGS, ...extra] });
if (isPresentationAlone)
  process.exit((await benchPresentation({ launch, distFolder, changes })) ? 0 : 1);
if (isImportAlone) {
  const turns = Number(process.argv[3] ?? 5);
  process.exit(
    (await benchImport({ launch, distFolder, pairs: turns, only: process.argv[4] ?? '' })) ? 0 : 1,
  );
}
if (isDragAlone) process.exit((await benchDrag({ launch, distFolder })) ? 0 : 1);
await build({
  configFile: false,
  root: join(projectFolder, 'tests', 'bench'),
  logLevel: 'error',
  worker: { format: 'es' },
  build: {
    outDir: bareFolder,
    emptyOutDir: true,
    target: 'es2023',
    assetsDir: 'bare',
    rolldownOptions: { input: join(projectFolder, 'tests', 'bench', 'bare.html') },
  },
});
if (isRivalsAlone) {
  const isWithin = await benchRivals({ launch, distFolder, bareFolder, rounds: roundsAsked() });
  rmSync(bareFolder, { recursive: true, force: true });
  process.exit(isWithin ? 0 : 1);
}
const server = await serveFolders([distFolder, bareFolder]);

try {
  const first = await visit(DESK, SETTLE_MILLISECONDS);
  const isLight = reportScripts(first.requests);
  await visit(BARE, 0);
  const isQuick = await reportTimes();
  console.log();
  const isAuditQuick = benchAudit();
  const isDragQuick = await benchDrag({ launch, distFolder });
  console.log(`\nA presentation, ${changes} changes of view`);
  const isRoomQuick = await benchPresentation({ launch, distFolder, changes });
  process.exitCode = isLight && isQuick && isAuditQuick && isDragQuick && isRoomQuick ? 0 : 1;
} finally {
  server.close();
  rmSync(bareFolder, { recursive: true, force: true });
}

/** @returns {number} how often each is measured: the word after the bench's name, 5 without one */
function roundsAsked() {
  const rounds = Number(process.argv[3] ?? 5);
  if (!Number.isInteger(rounds) || rounds < 1)
    stop(`How many rounds? A whole number from 1, not "${process.argv[3]}".`);
  return rounds;
}

/**
 * Opens a page in a fresh browser and waits until its map is idle.
 * @param {string} path
 * @param {number} settle milliseconds to wait after that
 * @returns {Promise<{ milliseconds: number, requests: string[] }>} time since navigation began, requested
 * paths
 */
async function visit(path, settle) {
  const browser = await launch();
  const context = await browser.newContext({
    // The app stores all its files once the map is ready; that is not part of the first load.
    serviceWorkers: 'block',
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-map-state="idle"]') === null) return;
      observer.disconnect();
      document.documentElement.dataset['idleAt'] = String(performance.now());
    });
    observer.observe(document, {
      attributes: true,
      childList: true,
      subtree: true,
      attributeFilter: ['data-map-state'],
    });
  });
  server.takeRequests();
  await page.goto(`${server.origin}${path}`, { waitUntil: 'commit' });
  const root = page.locator('html[data-idle-at]');
  await root.waitFor({ state: 'attached', timeout: 60_000 });
  const milliseconds = Number(await root.getAttribute('data-idle-at'));
  await page.waitForTimeout(settle);
  const requests = server.takeRequests();
  await browser.close();
  return { milliseconds, requests };
}

/**
 * @param {readonly string[]} requests
 * @returns {boolean} whether our own scripts are within the limit
 */
function reportScripts(requests) {
  const scripts = [...new Set(requests)].filter((path) => /\.m?js$/.test(path));
  let own = 0;
  console.log('First load, JavaScript (gzip, bytes)');
  for (const path of scripts) {
    const isMapLibre = /^\/assets\/maplibre(-gl-worker)?-/.test(path);
    const bytes = gzipSync(readFileSync(join(distFolder, path)), { level: 9 }).length;
    if (!isMapLibre) own += bytes;
    console.log(`  ${String(bytes).padStart(7)}  ${isMapLibre ? 'MapLibre' : 'own     '}  ${path}`);
  }
  console.log(
    `  ${String(own).padStart(7)}  own in all, limit ${OWN_SCRIPT_LIMIT}: ${own <= OWN_SCRIPT_LIMIT ? 'within' : 'OVER'}`,
  );
  return own <= OWN_SCRIPT_LIMIT;
}

/** @returns {Promise<boolean>} whether the app is within the time limit */
async function reportTimes() {
  console.log(`\nUntil the map is idle (ms), ${pairs} pairs, alternately`);
  const times = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    // The order alternates as well, so that a machine that warms up or slows down favours neither page.
    const order = pair % 2 === 0 ? [DESK, BARE] : [BARE, DESK];
    /** @type {Record<string, number>} */
    const measured = {};
    for (const path of order) measured[path] = (await visit(path, 0)).milliseconds;
    const { [DESK]: desk = Number.NaN, [BARE]: bare = Number.NaN } = measured;
    times.push({ desk, bare, ratio: desk / bare });
    console.log(
      `  desk ${desk.toFixed(0).padStart(6)}   bare ${bare.toFixed(0).padStart(6)}   ratio ${(desk / bare).toFixed(2)}`,
    );
  }
  const desk = median(times.map((time) => time.desk));
  const bare = median(times.map((time) => time.bare));
  const ratio = median(times.map((time) => time.ratio));
  console.log(
    `  desk ${desk.toFixed(0).padStart(6)}   bare ${bare.toFixed(0).padStart(6)}   ratio ${ratio.toFixed(2)}  medians, limit ${TIME_RATIO_LIMIT}: ${ratio <= TIME_RATIO_LIMIT ? 'within' : 'OVER'}`,
  );
  return ratio <= TIME_RATIO_LIMIT;
}

/**
 * Returns the median: the middle value, or the mean of the two middle values.
 * @param {readonly number[]} values at least one
 */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(half) - 1],
    sorted[Math.floor(half)],
  ];
  return (low + high) / 2;
}
