import { WORDS } from './drivers/words.ts';
import { expect, test } from './test.ts';

/** LOOK section 3, light: sea and land of the base map. */
const SEA = [0xdb, 0xe7, 0xee];
const LAND = [0xf6, 0xf3, 0xec];

for (const language of ['en', 'zh'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('the desk opens on the layers, its tabs named, with the map drawn', async ({
      controller,
      page,
    }) => {
      await controller.openWithMap();
      const names = Object.values(WORDS[language].tabs);
      await expect(page.getByRole('tab')).toHaveText(names);
      await expect(controller.tab('layers')).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(controller.words.title);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        language === 'en' ? 'Small Bay Plan' : '小湾规划',
      );
      await expect(page.locator('html')).toHaveAttribute('lang', controller.words.documentLanguage);
      await expect(
        page.getByRole('region', { name: controller.words.map, exact: true }),
      ).toBeVisible();
    });
  });
}

test('land and sea are drawn where they lie', async ({ controller }) => {
  // Clear of zones, coast and projects.
  await controller.openWithMap('#map=11/35.8/120.2');
  expect(await controller.map.inkAtCentre()).toEqual(SEA);
  await controller.lookAt('#map=11/35.8/119.9');
  expect(await controller.map.inkAtCentre()).toEqual(LAND);
});

test('the whole plan is in sight at first, beside the panel', async ({ controller }) => {
  await controller.openWithMap();
  const { left, right } = await controller.map.pixelsOf([119.8, 35.65], [120.25, 36.05]);
  const panel = await controller.panel.boundingBox();
  expect(left).toBeGreaterThanOrEqual((panel?.x ?? 0) + (panel?.width ?? Number.NaN));
  expect(right).toBeLessThanOrEqual(1024);
});

test('sources are credited on the map at all times, with what the map is not', async ({
  controller,
}) => {
  await controller.openWithMap();
  const region = controller.page.getByRole('region', { name: 'Map', exact: true });
  for (const credit of ['Land credit', 'Coastline credit', 'Ports credit'])
    await expect(region).toContainText(credit);
  await expect(region).not.toContainText('Railways credit');
  await expect(region).toContainText('not surveyed');
});
