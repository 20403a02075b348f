import type { Page } from 'playwright/test';
import type { AppPage } from './drivers/app.ts';
import type { PlanFiles } from './fixtures/small-plan.ts';
import { collection, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap } from './test.ts';

const FIELD = { en: 'Search', zh: '搜索' } as const;

/** The search as a person meets it. */
function searchOn({ page, language }: AppPage) {
  const field = page.getByRole('combobox', { name: FIELD[language], exact: true });
  return {
    field,
    options: page.getByRole('listbox').getByRole('option'),
    status: page.getByRole('search').getByRole('status'),
    type: async (text: string): Promise<void> => {
      await field.fill(text);
    },
  };
}

/** The small plan with a terminal to search for, in a layer that is off, and a town. */
function planWithTerminal(): PlanFiles {
  const plan = smallPlan();
  const site = { type: 'Point', coordinates: [119.9, 35.72] };
  const energy = project('lng-terminal', '董家口LNG接收站', 'Dongjiakou LNG terminal', site, {
    layer: 'rail',
    articles: [46],
    figures: [{ label_zh: '接收能力', label_en: 'Receiving capacity', value: 7 }],
  });
  const town = { kind: 'town', rank: 3, name_zh: '泊里镇', name_en: 'Poli' };
  const catalogue: unknown = JSON.parse(
    JSON.stringify(plan['catalogue.json']).replace(
      '"symbology":"base-land"',
      '"symbology":"base-places"',
    ),
  );
  return {
    ...plan,
    'catalogue.json': catalogue as object,
    'base/land.geojson': collection([
      {
        type: 'Feature',
        id: 'poli',
        properties: { id: 'poli', ...town },
        geometry: { type: 'Point', coordinates: [119.95, 35.78] },
      },
    ]),
    'projects/rail.geojson': collection([energy]),
  };
}

async function pinBox(page: Page) {
  const pin = page.locator('.map-mark');
  await expect(pin).toBeVisible();
  const box = await pin.boundingBox();
  if (box === null) throw new Error('the pin is not on the page');
  return box;
}

test.describe('a thing is found and shown', () => {
  test.use({ plan: planWithTerminal() });

  test('the LNG terminal by "djk lng", by keyboard alone, though its layer was off', async ({
    app,
    page,
  }) => {
    const search = searchOn(app);
    await app.openWithMap();
    const { camera } = app.map;
    await page.keyboard.press('/');
    await expect(search.field).toBeFocused();
    await expect(search.field).toHaveValue('');
    await page.keyboard.type('djk lng');
    await expect(search.options).toHaveText([/Dongjiakou LNG terminal.*Railways.*46/]);
    await expect(search.field).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Enter');
    await app.cardShows('Dongjiakou LNG terminal');
    await app.hasPart('select', 'lng-terminal');
    await app.map.hasMovedFrom(camera);
    await expect(search.field).toHaveAttribute('aria-expanded', 'false');
  });

  testWithoutMap('by article, figure, id and pinyin with tones', async ({ app }) => {
    const search = searchOn(app);
    await app.open();
    for (const text of [
      '46',
      'art. 46',
      '第46條',
      'receiving',
      '7',
      'lng-terminal',
      'dǒngjiākǒu',
      '《董家口LNG接收站》。',
    ]) {
      await search.type(text);
      await expect(search.options, text).toHaveText([/Dongjiakou LNG terminal/]);
      await search.type('');
      await expect(search.options).toHaveCount(0);
    }
  });

  test('zones, stretches of coast and places too, each its own way', async ({ app, page }) => {
    const search = searchOn(app);
    await app.openWithMap();
    await search.type('nbw');
    await expect(search.options).toHaveCount(0);
    await expect(search.status).toContainText('nbw');
    await search.type('nwd');
    await search.options.filter({ hasText: 'South Bay' }).click();
    await app.cardShows('South Bay');
    await app.hasPart('zone', 'south-zone');
    await search.type('xiufuan');
    await search.options.filter({ hasText: 'Mended Shore' }).click();
    await app.cardShows('Mended Shore');
    const { camera } = app.map;
    await search.type('poli');
    await search.options.filter({ hasText: 'Poli' }).click();
    await app.map.hasMovedFrom(camera);
    await expect(app.card).toHaveCount(0);
    await pinBox(page);
  });

  testWithoutMap('in Chinese words', async ({ app }) => {
    app.language = 'zh';
    const search = searchOn(app);
    await app.open();
    await search.type('北港');
    await expect(search.options.first()).toHaveText(/北港区.*港口.*12/);
  });
});

testWithoutMap(
  'arrows walk the list round, Escape closes it and then clears it',
  async ({ app, page }) => {
    const search = searchOn(app);
    const { keyboard } = page;
    await app.open();
    await search.type('bay');
    await expect(search.options).toHaveCount(2);
    const chosen = async () => {
      const id = await search.field.getAttribute('aria-activedescendant');
      return page.locator(`[id="${id}"]`).innerText();
    };
    expect(await chosen()).toContain('Bay');
    const first = await chosen();
    await keyboard.press('ArrowDown');
    expect(await chosen()).not.toBe(first);
    await keyboard.press('ArrowDown');
    expect(await chosen()).toBe(first);
    await keyboard.press('ArrowUp');
    expect(await chosen()).not.toBe(first);
    await keyboard.press('Escape');
    await expect(search.options).toHaveCount(0);
    await expect(search.field).toHaveValue('bay');
    await keyboard.press('ArrowDown');
    await expect(search.options).toHaveCount(2);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await expect(search.field).toHaveValue('');
    await keyboard.press('Escape');
    await expect(search.field).not.toBeFocused();
  },
);

test.describe('a typed position', () => {
  /** 120.2° E 35.95° N in each of its writings; the metres are from PROJ (EPSG:4549). */
  const WRITINGS = [
    '120.2, 35.95',
    '35.95 120.2',
    '35°57\'00"N 120°12\'00"E',
    '518044.1, 3980013.2',
    '40518044.1 3980013.2',
  ] as const;

  test('is marked where it lies, however it is written, and leaves the map with Escape', async ({
    app,
    page,
  }) => {
    const search = searchOn(app);
    await app.openWithMap();
    for (const [index, text] of WRITINGS.entries())
      await test.step(text, async () => {
        const { camera } = app.map;
        await search.type(text);
        await expect(search.options).toHaveText([
          /Go to 35\.9(4999|5000|5001)°\sN, 120\.(20000|19999)°\sE/,
        ]);
        // What is offered is the same place; one in degrees and one in metres are gone to.
        if (index !== 0 && index !== 3) return;
        await page.keyboard.press('Enter');
        await app.map.hasMovedFrom(camera);
        await expect(page.getByText(/^Marked: 35\.9/)).toBeVisible();
        const pin = await pinBox(page);
        const place = await app.map.pixelsOf([120.2, 35.95], [120.2, 35.95]);
        // The camera in the address is rounded to 5 decimals and 0.01 of a zoom: a few pixels.
        expect(Math.abs(pin.x + pin.width / 2 - place.left)).toBeLessThan(4);
        expect(Math.abs(pin.y + pin.height - place.top)).toBeLessThan(4);
        await app.map.canvas.focus();
        await page.keyboard.press('Escape');
        await expect(page.locator('.map-mark')).toHaveCount(0);
        await app.lookAt('#map=10/35.8/120');
        await page.getByText(/^Marked: 35\.9/).waitFor({ state: 'hidden' });
      });
  });

  test('that is none, or off the map, is told and moves nothing', async ({ app, page }) => {
    const search = searchOn(app);
    await app.openWithMap();
    const { camera } = app.map;
    for (const [text, words] of [
      ['200.5, 35.9', /longitude ends at 180/],
      ["35°75'N 120°12'E", /0 to 59/],
      ['39418044.1, 3980013.2', /read as EPSG:4527, lies outside this map/],
      ['2.35 48.86', /outside this map/],
      ['120,20 35,55', /more than one way: .*35\.91667.* or .*35\.55000/],
      ['GCJ-02 120.2, 35.95', /GCJ-02 is another datum/],
      ['EPSG:32651 247000 3982000', /EPSG:32651 is not read here/],
      ['Dock 35.95 120.2', /Looks like a position/],
    ] as const) {
      await search.type(text);
      await expect(search.status).toHaveText(words);
      await page.keyboard.press('Enter');
    }
    expect(app.map.camera).toBe(camera);
    await expect(page.locator('.map-mark')).toHaveCount(0);
  });

  test('says which system it was read in', async ({ app }) => {
    const search = searchOn(app);
    await app.open();
    for (const [text, system] of [
      ['X=3980013.2 Y=40518044.1', 'EPSG:4528 · E 40 518 044.1, N 3 980 013.2'],
      ['{"lng":120.2,"lat":35.95}', 'WGS 84 / CGCS2000'],
    ] as const) {
      await search.type(text);
      await expect(search.options).toContainText([`read as ${system}`]);
    }
  });

  test('leaves the map with Escape', async ({ app, page }) => {
    const search = searchOn(app);
    await app.openWithMap();
    await search.type('120.05 35.8');
    await page.keyboard.press('Enter');
    await pinBox(page);
    await app.map.canvas.focus();
    await page.keyboard.press('Escape');
    await expect(page.locator('.map-mark')).toHaveCount(0);
  });
});

test('nothing of the search is fetched before it is asked for', async ({ app, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await app.openWithMap();
  const ofSearch = () =>
    asked.filter((url) => /search-engine|search-list|gauss|rail\.geojson/.test(url));
  expect(ofSearch()).toEqual([]);
  await searchOn(app).field.focus();
  await expect.poll(() => ofSearch().some((url) => url.includes('search-engine'))).toBe(true);
  await expect.poll(() => ofSearch().some((url) => url.includes('rail.geojson'))).toBe(true);
});

test('traditional characters find, and their dictionary comes with the first of them', async ({
  app,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const isFetched = () => asked.some((url) => url.includes('simplify'));
  app.language = 'zh';
  const search = searchOn(app);
  await app.open();
  await search.type('北港区');
  await expect(search.options.first()).toHaveText(/北港区/);
  expect(isFetched()).toBe(false);
  await search.type('北港區');
  await expect(search.options.first()).toHaveText(/北港区/);
  expect(isFetched()).toBe(true);
});
