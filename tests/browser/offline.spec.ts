import type { Page } from 'playwright/test';
import { AppPage } from './drivers/app.ts';
import { type CopiedBuild, copyBuild } from './fixtures/copied-build.ts';
import { launchPlainChromium } from './fixtures/plain-chromium.ts';
import { type ServedFolder, serveFolder } from './fixtures/serve-folder.ts';
import { skipDrawing } from './fixtures/skip-drawing.ts';
import { test as base, expect } from './test.ts';

/** A build of its own in a folder of a server of its own, which a test may change and end. */
const test = base.extend<{ build: CopiedBuild; server: ServedFolder; visit: AppPage }>({
  build: async ({ browserName: _ }, use) => {
    const build = await copyBuild();
    await use(build);
    await build.remove();
  },
  server: async ({ build }, use) => {
    const server = await serveFolder(build.folder, '/sub/dir/');
    await use(server);
    server.close();
  },
  visit: async ({ browser, server }, use) => {
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'en-GB',
      serviceWorkers: 'allow',
      reducedMotion: 'reduce',
      viewport: { width: 1024, height: 640 },
    });
    const failures: string[] = [];
    context.on('weberror', (error) => failures.push(error.error().message));
    await skipDrawing(context);
    await use(new AppPage(await context.newPage(), 'en'));
    await context.close();
    expect(failures).toEqual([]);
  },
});

test.setTimeout(240_000);

/** Waits until the browser keeps everything: the worker is installed with all its files, and in charge. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

function headline(app: AppPage): Promise<string> {
  return app.panel.getByRole('status').first().innerText();
}

test('after one visit the app opens without its server: map, figures, panels never opened, other language', async ({
  visit,
  server,
}) => {
  await visit.openWithMap('?panel=coastline');
  await expect(visit.zoneTable).toBeVisible();
  const figure = await headline(visit);
  expect(figure).toMatch(/\d/);
  await isKept(visit.page);
  server.close();

  await visit.page.reload();
  await visit.map.isIdle();
  await expect(visit.zoneTable).toBeVisible();
  expect(await headline(visit)).toBe(figure);
  await visit.openPanel('projects');
  await expect(visit.panel.getByRole('button').filter({ hasText: 'Port' }).first()).toBeVisible();
  await visit.openPanel('scenarios');
  await expect(visit.panel.getByRole('button', { name: 'New scenario' })).toBeVisible();
  await visit.openPanel('data');
  await expect(visit.panel.getByText('Kept in this browser: opens')).toBeVisible();
  await visit.switchLanguage();
  await expect(visit.tab('coastline')).toHaveText('岸线');
  await expect(visit.panel.getByText('断网也能打开')).toBeVisible();
});

test('a file of the plan that was replaced is shown on the next visit, and without a network from then on', async ({
  visit,
  build,
  server,
}) => {
  await visit.openWithMap();
  await isKept(visit.page);
  await build.change('geodata/catalogue.json', (text) =>
    text.replace('"en": "Coast"', '"en": "Renewed coast"'),
  );
  await visit.page.reload();
  await visit.map.isIdle();
  await expect(visit.panel.getByText('Renewed coast')).toBeVisible();
  server.close();
  await visit.page.reload();
  await expect(visit.panel.getByText('Renewed coast')).toBeVisible();
});

const LOGIN = { body: '<!doctype html><title>Log in</title>', type: 'text/html' };

/** The plan's next version: another target, and a coast and zones that can be told apart. */
async function deployNextVersion(build: CopiedBuild): Promise<void> {
  await build.change('geodata/audit.json', (text) => text.replace('0.35', '0.2'));
  await build.change('geodata/coast/coastline.geojson', (text) =>
    text.replaceAll('"class":"bedrock"', '"class":"artificial"'),
  );
  await build.change('geodata/coast/zones.geojson', (text) =>
    text.replaceAll('"name_en":"', '"name_en":"New '),
  );
}

test('a login page replaces no kept file: the copy is shown, with a word, now and without a network', async ({
  visit,
  server,
}) => {
  await visit.openWithMap('?panel=coastline');
  await expect(visit.zoneTable).toBeVisible();
  const figure = await headline(visit);
  await isKept(visit.page);
  server.answer({ 'geodata/coast/coastline.geojson': LOGIN, 'geodata/base/land.geojson': LOGIN });
  await visit.page.reload();
  await visit.map.isIdle();
  await expect(visit.zoneTable).toBeVisible();
  expect(await headline(visit)).toBe(figure);
  const notice = visit.page.getByRole('region', { name: 'Kept data' });
  await expect(notice).toContainText('web page (a login page?)');
  await expect(notice).toContainText('coast/coastline.geojson');
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toHaveCount(0);
  await visit.openPanel('data');
  const files = visit.dataSheet('Where the files came from');
  await files.locator('summary').click();
  await expect(files.getByText(/^Copy of .*web page.*base\/land/)).toBeVisible();
  await expect(files.getByText(/^From the network/).first()).toBeVisible();
  server.close();
  await visit.page.reload();
  await visit.map.isIdle();
  await visit.openPanel('coastline');
  await expect(visit.zoneTable).toBeVisible();
  expect(await headline(visit)).toBe(figure);
});

test('half of a new plan is not shown: the old one is, until all of the new one has come', async ({
  visit,
  build,
  server,
}) => {
  await visit.openWithMap('?panel=coastline');
  await expect(visit.zoneTable).toBeVisible();
  const figure = await headline(visit);
  await isKept(visit.page);
  await deployNextVersion(build);
  const late = { afterMs: 9000 };
  server.answer({ 'geodata/audit.json': late, 'geodata/coast/zones.geojson': late });
  await visit.page.reload();
  await visit.map.isIdle();
  await expect(visit.zoneTable).toBeVisible();
  expect(await headline(visit)).toBe(figure);
  await expect(visit.zoneTable).not.toContainText('New ');
  await expect(visit.page.getByRole('region', { name: 'Kept data' })).toContainText(
    'took too long',
  );

  server.answer({});
  // A machine that is busy may itself answer too late: the next visit has the new plan then.
  await expect(async () => {
    await visit.page.reload();
    await expect(visit.zoneTable).toContainText('New ', { timeout: 15_000 });
  }).toPass();
  expect(await headline(visit)).not.toBe(figure);
});

test('served plainly and without a service worker, a replaced file is seen on the next visit', async ({
  browser,
  build,
}) => {
  // As nginx serves a folder: an age, no term. Browsers then keep a file for a tenth of its age.
  const age = new Date(Date.now() - 200 * 86_400_000).toUTCString();
  const server = await serveFolder(build.folder, '/', { 'last-modified': age });
  const context = await browser.newContext({
    ...{ baseURL: server.url, locale: 'en-GB', serviceWorkers: 'block' as const },
    ...{ reducedMotion: 'reduce' as const, viewport: { width: 1024, height: 640 } },
  });
  await skipDrawing(context);
  const asked = (file: string) => server.asked.filter((path) => path === file).length;
  const open = async (): Promise<AppPage> => {
    const app = new AppPage(await context.newPage(), 'en');
    await app.open('?panel=coastline');
    await expect(app.zoneTable).toBeVisible();
    return app;
  };
  const first = await open();
  // The page's preload is used, and nothing is asked for twice.
  for (const file of ['catalogue.json', 'audit.json', 'coast/coastline.geojson'])
    expect(asked(`geodata/${file}`), file).toBe(1);
  const figure = await headline(first);
  await first.page.close();

  await deployNextVersion(build);
  await build.change('geodata/catalogue.json', (text) =>
    text.replace('"en": "Coast"', '"en": "Renewed coast"'),
  );
  const second = await open();
  await expect(second.zoneTable).toContainText('New ');
  expect(await headline(second)).not.toBe(figure);
  await second.openPanel('layers');
  await expect(second.panel.getByText('Renewed coast')).toBeVisible();
  expect(asked('geodata/catalogue.json')).toBe(2);

  server.answer({ 'geodata/catalogue.json': LOGIN });
  await second.page.reload();
  await expect(second.page.getByRole('alert')).toContainText('answered with a web page');
  await context.close();
  server.close();
});

test('a newer version says so and waits: the old one stays until a person asks for the new one', async ({
  server,
  build,
}) => {
  const page = await launchPlainChromium();
  const isTrue = (expression: string) =>
    expect.poll(() => page.evaluate(expression), { timeout: 60_000 }).toBe(true);
  const isLoaded = "document.querySelector('.maplibregl-canvas') !== null";
  const isNew = `document.querySelector('meta[name="test-version"]') !== null`;
  const offer = `[...document.querySelectorAll('[role=region],section')].find(
    (region) => region.getAttribute('aria-label') === 'New version')`;
  try {
    await page.open(server.url);
    await isTrue("navigator.serviceWorker?.controller?.state === 'activated'");
    await build.change('index.html', (text) =>
      text.replace('</head>', '<meta name="test-version" content="2"></head>'),
    );
    await build.change('service-worker.js', (text) =>
      text.replace(/"[0-9a-f]+"(?=,"url":"index.html")/, '"2"'),
    );
    for (const visit of ['first', 'second']) {
      await page.evaluate('document.body.dataset.left = "left"');
      await page.reload();
      await isTrue('document.body?.dataset.left === undefined');
      await isTrue(isLoaded);
      await isTrue(`${offer}?.textContent.includes('A new version is ready')`);
      expect(await page.evaluate(isNew), `${visit} visit`).toBe(false);
    }
    await page.evaluate(
      `[...${offer}.querySelectorAll('button')].find(({ textContent }) => textContent === 'Load it now').click()`,
    );
    await isTrue(isNew);
    await isTrue(isLoaded);
    expect(await page.evaluate(`${offer} === undefined`)).toBe(true);
  } finally {
    await page.close();
  }
});
