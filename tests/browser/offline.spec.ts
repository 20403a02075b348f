import type { Page } from 'playwright/test';
import { AppPage } from './drivers/app.ts';
import { type CopiedBuild, copyBuild } from './fixtures/copied-build.ts';
import { refuseWebGL } from './fixtures/refuse-webgl.ts';
import { type ServedFolder, serveFolder } from './fixtures/serve-folder.ts';
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
  visit: async ({ browser, server, map }, use) => {
    const context = await browser.newContext({
      baseURL: server.url,
      locale: 'en-GB',
      serviceWorkers: 'allow',
      reducedMotion: 'reduce',
      viewport: { width: 1024, height: 640 },
    });
    if (map === 'none') await refuseWebGL(context);
    const failures: string[] = [];
    context.on('weberror', (error) => failures.push(error.error().message));
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
  await expect(visit.panel.getByText('Kept in this browser')).toBeVisible();
  await visit.switchLanguage();
  await expect(visit.tab('coastline')).toHaveText('岸线');
  await expect(visit.panel.getByText('断网也能打开')).toBeVisible();
});

test.describe('where nothing asks the map', () => {
  test.use({ map: 'none' });

  test('a file of the plan that was replaced is shown on the next visit, and without a network from then on', async ({
    visit,
    build,
    server,
  }) => {
    await visit.open();
    await isKept(visit.page);
    await build.change('geodata/catalogue.json', (text) =>
      text.replace('"en": "Coast"', '"en": "Renewed coast"'),
    );
    await visit.page.reload();
    await visit.map.isSettled();
    await expect(visit.panel.getByText('Renewed coast')).toBeVisible();
    server.close();
    await visit.page.reload();
    await expect(visit.panel.getByText('Renewed coast')).toBeVisible();
  });

  test('a newer version says so and waits: the old one stays until a person asks for the new one', async ({
    visit,
    build,
  }) => {
    const version = visit.page.locator('meta[name="test-version"]');
    await visit.open();
    await isKept(visit.page);
    await build.change('index.html', (text) =>
      text.replace('</head>', '<meta name="test-version" content="2"></head>'),
    );
    await build.change('service-worker.js', (text) =>
      text.replace(/"[0-9a-f]+"(?=,"url":"index.html")/, '"2"'),
    );
    await visit.page.reload();
    await visit.map.isSettled();
    const offer = visit.page.getByRole('region', { name: 'New version' });
    await expect(offer).toContainText('A new version is ready');
    await expect(version).toHaveCount(0);

    await visit.page.reload();
    await visit.map.isSettled();
    await expect(version).toHaveCount(0);
    await offer.getByRole('button', { name: 'Load it now' }).click();
    await expect(version).toHaveCount(1);
    await visit.map.isSettled();
    await expect(offer).toHaveCount(0);
  });
});
