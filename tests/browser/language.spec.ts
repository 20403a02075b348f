import { expect, test } from './test.ts';

for (const { languages, opens, why } of [
  { languages: ['zh-CN'], opens: 'zh', why: 'a Chinese browser' },
  { languages: ['en-GB'], opens: 'en', why: 'an English browser' },
  { languages: ['fr-FR', 'de'], opens: 'zh', why: 'a browser in doubt' },
  { languages: ['fr-FR', 'en-US'], opens: 'en', why: 'a browser whose second language is English' },
] as const) {
  test(`${why} is met in ${opens}`, async ({ controller, page }) => {
    await page.addInitScript((tags) => {
      Object.defineProperty(navigator, 'languages', { get: () => tags });
    }, languages);
    controller.language = opens;
    await page.goto('./');
    await expect(controller.tab('projects')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', controller.words.documentLanguage);
    // A plain link stays plain: nobody has chosen a language yet.
    await controller.map.isIdle();
    expect(controller.part('lang')).toBeNull();
  });
}

test('the language is switched in page, map and address, and back', async ({
  controller,
  page,
}) => {
  // Near enough that the port's name is written beside it.
  await controller.openWithMap('?panel=projects&select=north-port#map=11/35.92/120.1');
  const inEnglish = await controller.map.picture();
  const scale = page.locator('.maplibregl-ctrl-scale');
  await expect(scale).toHaveText(/^\d+\skm$/);
  await controller.cardShows('North Port');
  await controller.switchLanguage();
  await expect(scale).toHaveText(/^\d+\s公里$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await controller.hasPart('lang', 'zh');
  await controller.cardShows('北港区');
  await expect(controller.card).toContainText('North Port');
  await expect(controller.projectRow('北港区')).toHaveAttribute('aria-pressed', 'true');
  expect(await controller.map.picture()).not.toEqual(inEnglish);
  await controller.switchLanguage();
  await controller.hasPart('lang', 'en');
  await controller.cardShows('North Port');
  expect(await controller.map.picture()).toEqual(inEnglish);
});

test('the address decides over the browser, unless it asks for a language nobody speaks here', async ({
  controller,
  page,
}) => {
  controller.language = 'zh';
  await controller.open('?lang=zh');
  await expect(controller.tab('coastline')).toBeVisible();
  controller.language = 'en';
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', { get: () => ['en-GB'] });
  });
  await controller.open('?lang=tlh&panel=data');
  await expect(controller.tab('data')).toHaveAttribute('aria-selected', 'true');
});
