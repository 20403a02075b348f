/**
 * Measures the cost of dragging a vertex of a scenario: script time on the page's main thread per frame, on
 * the embedded data and on a coast of 35 000 vertices. Workers compute the figures meanwhile; the user must
 * not notice them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolders } from './bench-server.mjs';
import { projectFolder, stop } from './bootstrap.mjs';
import { toolScript } from './tools.mjs';

const FRAMES = 60;
/**
 * A site of 1.2 km by 0.8 km across the coast, and the position of its north-east corner in pixels from the
 * middle.
 */
const CASES = [
  { name: 'embedded data', limit: 16, centre: [120.05, 35.868], isLarge: false },
  { name: '35 000 vertices', limit: 50, centre: [119.95, 35.85], isLarge: true },
];

/**
 * @param {{ launch: () => Promise<import('playwright').Browser>, distFolder: string }} options
 * @returns {Promise<boolean>} whether every case is within its limit
 */
export async function benchDrag({ launch, distFolder }) {
  const large = mkdtempSync(join(tmpdir(), 'coastplan-large-'));
  let isWithin = true;
  try {
    writeLargeCoast(large);
    console.log(`\nDragging a vertex, script a frame (ms), ${FRAMES} frames`);
    for (const { name, limit, centre, isLarge } of CASES) {
      const server = await serveFolders(isLarge ? [large, distFolder] : [distFolder]);
      const frames = await dragged(launch, server.origin, centre).finally(server.close);
      const sorted = [...frames].sort((a, b) => a - b);
      const median = sorted[sorted.length >> 1] ?? Number.NaN;
      const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
      isWithin &&= median <= limit;
      console.log(
        `  ${name.padEnd(16)} median ${median.toFixed(1)}   95 % ${p95.toFixed(1)}   limit ${limit}: ${median <= limit ? 'within' : 'OVER'}`,
      );
    }
  } finally {
    rmSync(large, { recursive: true, force: true });
  }
  return isWithin;
}

/** @param {string} folder */
function writeLargeCoast(folder) {
  const tsx = toolScript('tsx');
  if (tsx === undefined) stop('tsx is not installed in this project.');
  const script = join(projectFolder, 'scripts', 'bench-audit', 'write-district.ts');
  const { status } = spawnSync(process.execPath, [tsx, script, folder], { stdio: 'inherit' });
  if (status !== 0) stop('the coast of 35 000 vertices could not be written.');
}

/**
 * @param {() => Promise<import('playwright').Browser>} launch
 * @param {string} origin
 * @param {readonly number[]} centre
 * @returns {Promise<readonly number[]>} milliseconds of script, frame by frame
 */
async function dragged(launch, origin, [longitude = 0, latitude = 0]) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(
      `${origin}/?lang=en&layers=coastline,zones&panel=scenarios#map=12/${latitude}/${longitude}`,
    );
    await page.getByRole('button', { name: 'New scenario' }).click();
    await page.getByText('By numbers', { exact: true }).click();
    await page.getByRole('textbox', { name: /^Centre/ }).fill(`${longitude} ${latitude}`);
    await page.getByRole('spinbutton', { name: 'Length (m)' }).fill('1200');
    await page.getByRole('spinbutton', { name: 'Width (m)' }).first().fill('800');
    await page.getByRole('button', { name: 'Add the rectangle' }).click();
    // The label of the site itself: the options of its purpose also contain "takes".
    await page.getByRole('button', { name: /^Site 1.*takes/ }).waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Move corners' }).click();
    await page.locator('[data-map-state="idle"]').waitFor({ timeout: 120_000 });
    await page.waitForTimeout(1500);
    const corner = await cornerOnPage(page, [longitude, latitude]);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const script = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
    };
    const area = page.locator('.site b').first();
    const before = await area.innerText();
    await page.mouse.move(corner.x, corner.y);
    await page.mouse.down();
    const frames = [];
    let spent = await script();
    for (let frame = 1; frame <= FRAMES; frame += 1) {
      await page.mouse.move(corner.x + frame, corner.y - frame / 2);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      const now = await script();
      frames.push(now - spent);
      spent = now;
    }
    await page.mouse.up();
    await page.waitForTimeout(1500);
    if ((await area.innerText()) === before) stop('the corner was not dragged: nothing was timed.');
    return frames;
  } finally {
    await browser.close();
  }
}

/**
 * Returns the position of the rectangle's north-east corner: 600 m east and 400 m north of its centre, by
 * the camera in the address.
 * @param {import('playwright').Page} page
 * @param {readonly number[]} centre
 */
async function cornerOnPage(page, [longitude = 0, latitude = 0]) {
  const camera = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('map') ?? '';
  const [zoom = 0, cameraLatitude = 0, cameraLongitude = 0] = camera.split('/').map(Number);
  const world = 512 * 2 ** zoom;
  const box = await page.locator('[data-map-state]').boundingBox();
  if (box === null) return stop('there is no map to drag on.');
  const eastDegrees = 600 / (111_320 * Math.cos((latitude * Math.PI) / 180));
  const northDegrees = 400 / 110_980;
  const y = (/** @type {number} */ degrees) =>
    0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI);
  return {
    x: box.x + box.width / 2 + ((longitude + eastDegrees - cameraLongitude) / 360) * world,
    y: box.y + box.height / 2 + (y(latitude + northDegrees) - y(cameraLatitude)) * world,
  };
}
