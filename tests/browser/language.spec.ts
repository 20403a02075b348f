import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

for (const { languages, opens, why, run } of [
  { languages: ['zh-CN'], opens: 'zh', why: 'a Chinese browser', run: test },
  { languages: ['en-GB'], opens: 'en', why: 'an English browser', run: testWithoutMap },
  { languages: ['fr-FR', 'de'], opens: 'zh', why: 'a browser in doubt', run: testWithoutMap },
  {
    languages: ['fr-FR', 'en-US'],
    opens: 'en',
    why: 'a browser whose second language is English',
    run: testWithoutMap,
  },
] as const) {
  run(`${why} is met in ${opens}`, async ({ app, page }) => {
    await page.addInitScript((tags) => {
      Object.defineProperty(navigator, 'languages', { get: () => tags });
    }, languages);
    app.language = opens;
    await page.goto('./');
    await expect(app.tab('projects')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', app.words.documentLanguage);
    // A plain link stays plain: nobody has chosen a language yet.
    await app.map.isSettled();
    expect(app.part('lang')).toBeNull();
  });
}

testWithPixels(
  'the language is switched in page, map and address, and back',
  async ({ app, page }) => {
    // Near enough that the port's name is written beside it.
    await app.openWithMap('?panel=projects&select=north-port#map=11/35.92/120.1');
    const inEnglish = await app.map.picture();
    const scale = page.locator('.maplibregl-ctrl-scale');
    await expect(scale).toHaveText(/^\d+\skm$/);
    await app.cardShows('North Port');
    await app.switchLanguage();
    await expect(scale).toHaveText(/^\d+\s公里$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await app.hasPart('lang', 'zh');
    await app.cardShows('北港区');
    await expect(app.card).toContainText('North Port');
    await expect(app.projectRow('北港区')).toHaveAttribute('aria-pressed', 'true');
    expect(await app.map.picture()).not.toEqual(inEnglish);
    await app.switchLanguage();
    await app.hasPart('lang', 'en');
    await app.cardShows('North Port');
    expect(await app.map.picture()).toEqual(inEnglish);
  },
);

testWithoutMap(
  'the address decides over the browser, unless it asks for a language nobody speaks here',
  async ({ app, page }) => {
    app.language = 'zh';
    await app.open('?lang=zh');
    await expect(app.tab('coastline')).toBeVisible();
    app.language = 'en';
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'languages', { get: () => ['en-GB'] });
    });
    await app.open('?lang=tlh&panel=data');
    await expect(app.tab('data')).toHaveAttribute('aria-selected', 'true');
  },
);

testWithoutMap('a page that the browser translates goes on working', async ({ app, page }) => {
  await app.open('?panel=coastline');
  const translate = () =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) {
        const { currentNode } = walker;
        const parent = currentNode.parentElement;
        if (!(currentNode instanceof Text) || currentNode.data.trim() === '') continue;
        if (parent?.closest('font, [translate="no"], script, style') === null)
          texts.push(currentNode);
      }
      for (const text of texts) {
        const font = document.createElement('font');
        font.textContent = `«${text.data}»`;
        text.replaceWith(font);
      }
    });
  const headline = app.panel.locator('output').first();
  await expect(headline).toHaveText(/50\.0\s%/);
  await translate();
  await expect(headline).toHaveText(/^50\.0\s%$/);
  await expect(page.getByRole('tab', { name: '«Scenarios»' })).toBeVisible();
  for (const panel of ['projects', 'scenarios', 'data', 'layers', 'coastline'] as const) {
    await page.locator(`#tab-${panel}`).click();
    await expect(page.locator(`#tab-${panel}`)).toHaveAttribute('aria-selected', 'true');
    await translate();
  }
  await page.locator('#tab-scenarios').click();
  await page.getByRole('button', { name: /New scenario/ }).click();
  await expect(app.panel).toContainText('Scenario 1');
  await translate();
  await page.keyboard.press('Control+z');
  await expect(app.panel).not.toContainText('Scenario 1');
});
