/**
 * What a room costs: script on the page's main thread for each change of view, and the heap after many changes of view.
 * Run by `npm run bench -- room [changes]`; 2 000 changes by default, in a small window, as software WebGL is slow.
 */
import { serveFolders } from './bench-server.mjs';
import { stop } from './bootstrap.mjs';

/** Script between the press of the key and the first frame that shows the view, in milliseconds. */
const SCRIPT_LIMIT = 100;
/** How much the heap may grow after the first changes. */
const GROWTH_LIMIT = 0.05;
const FIRST = 50;

/**
 * @param {{ launch: () => Promise<import('playwright').Browser>, distFolder: string, changes: number }} options
 * @returns {Promise<boolean>} whether both limits hold
 */
export async function benchRoom({ launch, distFolder, changes }) {
  const server = await serveFolders([distFolder]);
  const browser = await launch();
  try {
    const page = await browser.newPage({
      viewport: { width: 640, height: 360 },
      reducedMotion: 'reduce',
    });
    await page.goto(`${server.origin}/?lang=en&panel=views`);
    const idle = page.locator('[data-map-state="idle"]');
    await page.locator('.view-row').first().waitFor();
    await idle.waitFor({ timeout: 120_000 });
    await page.keyboard.press('F5');
    const slide = page.locator('.room h2');
    await slide.waitFor();
    await idle.waitFor({ timeout: 120_000 });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const metric = async (/** @type {string} */ name) => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    };
    const heap = async () => {
      await idle.waitFor({ timeout: 120_000 });
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      return metric('JSHeapUsedSize');
    };
    const views = Number(/of (\d+)/.exec(await page.locator('.room__count').innerText())?.[1]);
    if (!(views > 1)) stop('the deck has no two views: there is nothing to change.');
    const times = [];
    let first = Number.NaN;
    for (let change = 1; change <= changes; change += 1) {
      const isAtEnd = change % views === 0;
      const before = await slide.innerText();
      const spent = await metric('ScriptDuration');
      await page.keyboard.press(isAtEnd ? 'Home' : 'PageDown');
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      times.push(1000 * ((await metric('ScriptDuration')) - spent));
      if ((await slide.innerText()) === before) stop(`change ${change} did not change the view.`);
      if (change === FIRST) first = await heap();
      if (change % 250 === 0) console.log(`  ${change} changes, heap ${mebibytes(await heap())}`);
    }
    const last = await heap();
    const sorted = times.toSorted((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    const growth = last / first - 1;
    const isQuick = at(0.95) <= SCRIPT_LIMIT;
    const isSteady = growth <= GROWTH_LIMIT;
    console.log(
      `  script a change: median ${at(0.5).toFixed(1)} ms, 95 % ${at(0.95).toFixed(1)} ms, most ${at(1).toFixed(1)} ms; limit ${SCRIPT_LIMIT} for 95 %: ${isQuick ? 'within' : 'OVER'}`,
    );
    console.log(
      `  heap after ${FIRST} changes ${mebibytes(first)}, after ${changes} ${mebibytes(last)}: ${(100 * growth).toFixed(1)} %, limit ${100 * GROWTH_LIMIT} %: ${isSteady ? 'within' : 'OVER'}`,
    );
    return isQuick && isSteady;
  } finally {
    await browser.close();
    server.close();
  }
}

/** @param {number} bytes */
function mebibytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
