import type { AppPage } from './drivers/app.ts';
import { LABELS } from './drivers/labels.ts';
import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

/** Light theme: sea and land of the base map. */
const SEA = [0xdb, 0xe7, 0xee];
const LAND = [0xf6, 0xf3, 0xec];

test('the desk opens on the layers, its tabs named, with the whole plan in sight and its sources credited', async ({
  app,
  page,
}) => {
  await app.openWithMap();
  await test.step('tabs', () => opensOnLayers(app, 'Small Bay Plan'));
  await test.step('the whole plan beside the panel', async () => {
    const { left, right } = await app.map.pixelsOf([119.8, 35.65], [120.25, 36.05]);
    const panel = await app.panel.boundingBox();
    expect(left).toBeGreaterThanOrEqual((panel?.x ?? 0) + (panel?.width ?? Number.NaN));
    expect(right).toBeLessThanOrEqual(1024);
  });
  await test.step('sources, with what the map is not', async () => {
    const region = page.getByRole('region', { name: 'Map', exact: true });
    for (const credit of ['Land credit', 'Coastline credit', 'Ports credit'])
      await expect(region).toContainText(credit);
    await expect(region).not.toContainText('Railways credit');
    await expect(region).toContainText('not surveyed');
  });
});

test.describe('in zh', () => {
  test.use({ language: 'zh' });

  testWithoutMap('the desk opens on the layers, its tabs named', async ({ app }) => {
    await app.open();
    await opensOnLayers(app, '小湾规划');
  });
});

async function opensOnLayers(app: AppPage, plan: string): Promise<void> {
  const { page, words } = app;
  await expect(page.getByRole('tab')).toHaveText(Object.values(LABELS[app.language].tabs));
  await expect(app.tab('layers')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words.title);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(plan);
  await expect(page.locator('html')).toHaveAttribute('lang', words.documentLanguage);
  await expect(page.getByRole('region', { name: words.map, exact: true })).toBeVisible();
}

testWithPixels('land and sea are drawn where they lie', async ({ app }) => {
  // Clear of zones, coast and projects.
  await app.openWithMap('#map=11/35.8/120.2');
  expect(await app.map.inkAtCentre()).toEqual(SEA);
  await app.lookAt('#map=11/35.8/119.9');
  expect(await app.map.inkAtCentre()).toEqual(LAND);
});

test.describe('a browser in which the app does not start', () => {
  testWithoutMap(
    'says in both languages which ones do, after some seconds',
    async ({ page, guard }) => {
      guard.expectFault(/Failed to load resource/);
      guard.expectFault(/was preloaded using link preload but not used/);
      const note = page.locator('.browser-note');
      await test.step('an app that starts hides it', async () => {
        await page.goto('./');
        await expect(page.getByRole('tablist').first()).toBeVisible();
        await expect(note).toBeHidden();
      });
      // Left first: a part that it is still fetching would be refused too, and it would say so.
      await page.goto('about:blank');
      await page.route('**/assets/*.js', (route) => route.abort());
      await page.goto('./');
      await expect(note).toBeHidden();
      await expect(note).toBeVisible();
      await expect(note).toContainText('Chromium 内核 120');
      await expect(note).toContainText('Firefox from 121');
      await expect(note).toBeInViewport();
    },
  );
});
