/**
 * Measures the cost of a presentation: script on the page's main thread per change of view, and the heap
 * after many changes. Run it with `npm run bench -- presentation [changes]`; the default is 2 000 changes,
 * in a small window, because software WebGL is slow.
 */
import { serveFolders } from './bench-server.mjs';
import { stop } from './bootstrap.mjs';

/** The limit for script between the key press and the first frame of the view, in milliseconds. */
const SCRIPT_LIMIT = 100;
/** The number of timed changes of view. */
const TIMED = 200;
/** The limit for growth of the heap after the first changes. */
const GROWTH_LIMIT = 0.05;
const FIRST = 50;
/**
 * The heap is measured with V8's interpreter only: its compilers write machine code to the heap for minutes
 * until all frequently run code is compiled (a snapshot shows 1.2 of 1.6 MB growth to be code), which says
 * nothing about the memory that a presentation keeps.
 */
const INTERPRETER = ['--js-flags=--no-opt --no-sparkplug --no-maglev'];

/** @typedef {(extra?: readonly string[]) => Promise<import('playwright').Browser>} Launch */

/**
 * @param {{ launch: Launch, distFolder: string, changes: number }} options
 * @returns {Promise<boolean>} whether both limits hold
 */
export async function benchPresentation({ launch, distFolder, changes }) {
  const server = await serveFolders([distFolder]);
  try {
    const isQuick = await isTimedWithin(launch, server.origin);
    const isSteady = await isHeapWithin(launch, server.origin, changes);
    return isQuick && isSteady;
  } finally {
    server.close();
  }
}

/**
 * @param {Launch} launch
 * @param {string} origin
 */
async function isTimedWithin(launch, origin) {
  const browser = await launch();
  try {
    const presentation = await openPresentation(browser, origin);
    const times = [];
    for (let change = 1; change <= TIMED; change += 1) {
      const spent = await presentation.metric('ScriptDuration');
      await presentation.change(change);
      times.push(1000 * ((await presentation.metric('ScriptDuration')) - spent));
    }
    const sorted = times.toSorted((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    const isQuick = at(0.95) <= SCRIPT_LIMIT;
    console.log(
      `  script a change: median ${at(0.5).toFixed(1)} ms, 95 % ${at(0.95).toFixed(1)} ms, most ${at(1).toFixed(1)} ms; limit ${SCRIPT_LIMIT} for 95 %: ${isQuick ? 'within' : 'OVER'}`,
    );
    return isQuick;
  } finally {
    await browser.close();
  }
}

/**
 * @param {Launch} launch
 * @param {string} origin
 * @param {number} changes
 */
async function isHeapWithin(launch, origin, changes) {
  const browser = await launch(INTERPRETER);
  try {
    const presentation = await openPresentation(browser, origin);
    let first = Number.NaN;
    for (let change = 1; change <= changes; change += 1) {
      await presentation.change(change);
      if (change === FIRST) first = await presentation.heap();
      if (change % 500 === 0)
        console.log(`  ${change} changes, heap ${mebibytes(await presentation.heap())}`);
    }
    const last = await presentation.heap();
    const growth = last / first - 1;
    const isSteady = growth <= GROWTH_LIMIT;
    console.log(
      `  heap after ${FIRST} changes ${mebibytes(first)}, after ${changes} ${mebibytes(last)}: ${(100 * growth).toFixed(1)} %, limit ${100 * GROWTH_LIMIT} %: ${isSteady ? 'within' : 'OVER'}`,
    );
    return isSteady;
  } finally {
    await browser.close();
  }
}

/**
 * Opens the embedded deck as a presentation.
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 */
async function openPresentation(browser, origin) {
  const page = await browser.newPage({
    viewport: { width: 640, height: 360 },
    reducedMotion: 'reduce',
  });
  await page.goto(`${origin}/?lang=en&panel=views`);
  const idle = page.locator('[data-map-state="idle"]');
  await page.locator('.view-row').first().waitFor();
  await idle.waitFor({ timeout: 120_000 });
  await page.keyboard.press('F5');
  const slide = page.locator('.presentation h2');
  await slide.waitFor();
  await idle.waitFor({ timeout: 120_000 });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const views = Number(
    /of (\d+)/.exec(await page.locator('.presentation__count').innerText())?.[1],
  );
  if (!(views > 1)) stop('the deck has no two views: there is nothing to change.');
  const metric = async (/** @type {string} */ name) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  };
  return {
    metric,
    /** @param {number} change counted from 1 */
    change: async (change) => {
      const before = await slide.innerText();
      await page.keyboard.press(change % views === 0 ? 'Home' : 'PageDown');
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      if ((await slide.innerText()) === before) stop(`change ${change} did not change the view.`);
    },
    heap: async () => {
      await idle.waitFor({ timeout: 120_000 });
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      return metric('JSHeapUsedSize');
    },
  };
}

/** @param {number} bytes */
function mebibytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
