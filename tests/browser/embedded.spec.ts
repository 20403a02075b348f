import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright/test';
import { copyBuild } from './fixtures/copied-build.ts';
import { serveFolder } from './fixtures/serve-folder.ts';
import { expect, test } from './test.ts';

test('a map embedded in another page is map, legend and sources only, and keeps its place in the address', async ({
  app,
  page,
}) => {
  await app.page.goto('./?lang=en&embed=1&select=north-port#map=11/35.92/120.11');
  await app.map.isIdle();
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(app.legend).toBeVisible();
  await expect(page.getByText('Ports credit')).toBeVisible();
  await expect(page.getByText('Schematic, not surveyed')).toBeVisible();
  await expect(page.getByText(app.words.illustration)).toBeVisible();
  await app.cardShows('North Port');
  expect(app.part('embed')).toBe('1');
});

/** A map in a frame of a page of another origin, which writes down what it hears. */
const HOST_PAGE = (
  map: string,
): string => `<!doctype html><title>Host</title><style>body{margin:0;height:3000px}</style>
<button id="before">Before</button>
<iframe title="Map" src="${map}" style="display:block;width:900px;height:560px;border:0"></iframe>
<button id="after">After</button>
<script>
  window.heard = []; window.keys = [];
  const frame = document.querySelector('iframe');
  addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
  addEventListener('keydown', ({ key }) => keys.push(key));
  window.say = (message) => frame.contentWindow.postMessage({ coastplan: 1, ...message }, '*');
</script>`;

type Heard = { readonly data: Readonly<Record<string, unknown>>; readonly origin: string };

/** Serves the build with a list of who may speak to it, and a page around it on another port. */
const hosted = test.extend<{ around: Around }>({
  around: async ({ browser }, use) => {
    const build = await copyBuild();
    const map = await serveFolder(build.folder, '/map/');
    const folder = await mkdtemp(join(tmpdir(), 'coastplan-host-'));
    const host = await serveFolder(folder, '/');
    const origin = new URL(host.url).origin;
    const stranger = origin.replace('127.0.0.1', 'localhost');
    await build.change('geodata/catalogue.json', (text) =>
      text.replace('"version": 1,', `"version": 1, "embedding": { "origins": ["${origin}"] },`),
    );
    await writeFile(
      join(folder, 'index.html'),
      HOST_PAGE(`${map.url}?embed=1&lang=en&theme=light`),
    );
    const context = await browser.newContext({
      viewport: { width: 1000, height: 700 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const frame = page.frameLocator('iframe');
    await use({
      page,
      frame,
      origin,
      stranger,
      mapOrigin: new URL(map.url).origin,
      isIdle: () =>
        expect(frame.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'idle', {
          timeout: 60_000,
        }),
      heard: (kind) =>
        page.evaluate(
          (wanted) =>
            (Reflect.get(window, 'heard') as Heard[]).filter(({ data }) => data['kind'] === wanted),
          kind,
        ),
      say: (message) =>
        page.evaluate((sent) => {
          Reflect.get(window, 'say')(sent);
        }, message),
    });
    await context.close();
    map.close();
    host.close();
    await build.remove();
    await rm(folder, { recursive: true, force: true });
  },
});

type Around = {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly origin: string;
  readonly stranger: string;
  readonly mapOrigin: string;
  readonly isIdle: () => Promise<void>;
  readonly heard: (kind: string) => Promise<readonly Heard[]>;
  readonly say: (message: object) => Promise<void>;
};

hosted(
  'a page that is allowed leads the map and hears of it, from nobody but the map',
  async ({ around }) => {
    const { page, frame, origin, mapOrigin } = around;
    await page.goto(origin);
    await around.isIdle();
    await expect.poll(() => around.heard('ready')).toHaveLength(1);
    await around.say({ kind: 'select', id: 'qianwan-port-area' });
    await expect(frame.getByRole('complementary')).toBeVisible();
    await expect
      .poll(async () => (await around.heard('selected')).at(-1)?.data['id'])
      .toBe('qianwan-port-area');
    await around.say({ kind: 'show', address: '?lang=zh&layers=zones#map=10/35.8/120' });
    await expect(frame.getByText('图例', { exact: true })).toBeVisible();
    await expect
      .poll(async () => (await around.heard('view-changed')).at(-1)?.data['address'])
      .toBe('?lang=zh&layers=zones#map=10/35.8/120');
    await around.say({ kind: 'get-figures', request: 1 });
    await expect.poll(() => around.heard('figures'), { timeout: 60_000 }).toHaveLength(1);
    const [answer] = await around.heard('figures');
    expect(answer?.origin).toBe(mapOrigin);
    // The plan's target (article 46), the mark of an illustration, and a ratio of the mainland.
    expect(answer?.data).toMatchObject({
      request: 1,
      figures: {
        target: 0.35,
        realm: 'mainland',
        surveyed: false,
        overall: { ratio: expect.any(Number) },
      },
    });
  },
);

hosted(
  'a page that is not allowed sees the map, and neither leads it nor hears of it',
  async ({ around }) => {
    const { page, frame, stranger } = around;
    await page.goto(stranger);
    await around.isIdle();
    await around.say({ kind: 'select', id: 'qianwan-port-area' });
    await around.say({ kind: 'get-figures' });
    await frame.getByRole('button', { name: 'Zoom in' }).click();
    await around.isIdle();
    await expect(frame.getByRole('complementary')).toHaveCount(0);
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
  },
);

hosted(
  'Tab goes into the map, through it and out again, and keys and wheel stay the page’s own',
  async ({ around }) => {
    const { page, frame, origin } = around;
    await page.goto(origin);
    await around.isIdle();
    await page.locator('#before').focus();
    for (const key of ['m', '1', '/', 'F6']) await page.keyboard.press(key);
    expect(await page.evaluate(() => Reflect.get(window, 'keys'))).toEqual(['m', '1', '/', 'F6']);
    const names: string[] = [];
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator('#after').evaluate((after) => after === document.activeElement)) break;
      names.push(
        await frame
          .locator(':focus')
          .evaluate((focused) => focused.getAttribute('aria-label') ?? focused.textContent ?? ''),
      );
    }
    await expect(page.locator('#after')).toBeFocused();
    expect(names).toEqual(expect.arrayContaining(['Zoom in', 'Open full view', 'Legend']));
    await page.keyboard.press('Shift+Tab');
    for (const key of ['m', 's', '/', '1', 'Control+z']) await page.keyboard.press(key);
    await expect(frame.getByRole('complementary')).toHaveCount(0);
    await expect(frame.getByRole('tablist')).toHaveCount(0);

    const camera = await frame.getByRole('link', { name: 'Open full view' }).getAttribute('href');
    await page.mouse.move(450, 300);
    await page.mouse.wheel(0, 400);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await expect(frame.getByText('Hold Ctrl and scroll to zoom the map')).toBeAttached();
    expect(await frame.getByRole('link', { name: 'Open full view' }).getAttribute('href')).toBe(
      camera,
    );
    expect(camera).not.toContain('embed');
  },
);

test('nothing of the data can be judged otherwise in an embedded map, and nothing is kept', async ({
  app,
  page,
}) => {
  await app.page.goto('./?lang=en&embed=1&select=quay');
  await app.map.isIdle();
  await expect(app.card).toBeVisible();
  await expect(app.card.getByText('Judge it otherwise')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Measure/ })).toHaveCount(0);
  await expect(page.getByText(app.words.illustration).first()).toBeVisible();
});
