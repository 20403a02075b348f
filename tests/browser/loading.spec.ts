import { LABELS } from './drivers/labels.ts';
import { expect, test } from './test.ts';

/** LOOK section 3, light: sea and land of the base map. */
const SEA = [0xdb, 0xe7, 0xee];
const LAND = [0xf6, 0xf3, 0xec];

for (const language of ['en', 'zh'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('the desk opens on the layers, its tabs named, with the map drawn', async ({
      app,
      page,
    }) => {
      await app.openWithMap();
      const names = Object.values(LABELS[language].tabs);
      await expect(page.getByRole('tab')).toHaveText(names);
      await expect(app.tab('layers')).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(app.words.title);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        language === 'en' ? 'Small Bay Plan' : '小湾规划',
      );
      await expect(page.locator('html')).toHaveAttribute('lang', app.words.documentLanguage);
      await expect(page.getByRole('region', { name: app.words.map, exact: true })).toBeVisible();
    });
  });
}

test('land and sea are drawn where they lie', async ({ app }) => {
  // Clear of zones, coast and projects.
  await app.openWithMap('#map=11/35.8/120.2');
  expect(await app.map.inkAtCentre()).toEqual(SEA);
  await app.lookAt('#map=11/35.8/119.9');
  expect(await app.map.inkAtCentre()).toEqual(LAND);
});

test('the whole plan is in sight at first, beside the panel', async ({ app }) => {
  await app.openWithMap();
  const { left, right } = await app.map.pixelsOf([119.8, 35.65], [120.25, 36.05]);
  const panel = await app.panel.boundingBox();
  expect(left).toBeGreaterThanOrEqual((panel?.x ?? 0) + (panel?.width ?? Number.NaN));
  expect(right).toBeLessThanOrEqual(1024);
});

test('sources are credited on the map at all times, with what the map is not', async ({ app }) => {
  await app.openWithMap();
  const region = app.page.getByRole('region', { name: 'Map', exact: true });
  for (const credit of ['Land credit', 'Coastline credit', 'Ports credit'])
    await expect(region).toContainText(credit);
  await expect(region).not.toContainText('Railways credit');
  await expect(region).toContainText('not surveyed');
});
