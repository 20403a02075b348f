import { expect, test } from './test.ts';

for (const { languages, opens, why } of [
  { languages: ['zh-CN'], opens: 'zh', why: 'a Chinese browser' },
  { languages: ['en-GB'], opens: 'en', why: 'an English browser' },
  { languages: ['fr-FR', 'de'], opens: 'zh', why: 'a browser in doubt' },
  { languages: ['fr-FR', 'en-US'], opens: 'en', why: 'a browser whose second language is English' },
] as const) {
  test(`${why} is met in ${opens}`, async ({ desk, page }) => {
    await page.addInitScript((tags) => {
      Object.defineProperty(navigator, 'languages', { get: () => tags });
    }, languages);
    desk.language = opens;
    await page.goto('./');
    await expect(desk.tab('projects')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', desk.words.documentLanguage);
    // A plain link stays plain: nobody has chosen a language yet.
    await desk.map.isIdle();
    expect(desk.part('lang')).toBeNull();
  });
}

test('the language is switched in page, map and address, and back', async ({ desk, page }) => {
  // Near enough that the port's name is written beside it.
  await desk.openWithMap('?panel=projects&select=north-port#map=11/35.92/120.1');
  const inEnglish = await desk.map.picture();
  const scale = page.locator('.maplibregl-ctrl-scale');
  await expect(scale).toHaveText(/^\d+\skm$/);
  await desk.cardShows('North Port');
  await desk.switchLanguage();
  await expect(scale).toHaveText(/^\d+\s公里$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await desk.hasPart('lang', 'zh');
  await desk.cardShows('北港区');
  await expect(desk.card).toContainText('North Port');
  await expect(desk.projectRow('北港区')).toHaveAttribute('aria-pressed', 'true');
  expect(await desk.map.picture()).not.toEqual(inEnglish);
  await desk.switchLanguage();
  await desk.hasPart('lang', 'en');
  await desk.cardShows('North Port');
  expect(await desk.map.picture()).toEqual(inEnglish);
});

test('the address decides over the browser, unless it asks for a language nobody speaks here', async ({
  desk,
  page,
}) => {
  desk.language = 'zh';
  await desk.open('?lang=zh');
  await expect(desk.tab('coastline')).toBeVisible();
  desk.language = 'en';
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', { get: () => ['en-GB'] });
  });
  await desk.open('?lang=tlh&panel=data');
  await expect(desk.tab('data')).toHaveAttribute('aria-selected', 'true');
});
