import { MARKUP } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

/** Inside the port area, clear of its name. */
const AT_THE_PORT = '#map=12/35.91/120.09';

test('a project picked in the list is picked in card, address and map, and whole in sight', async ({
  app,
}) => {
  await app.openWithMap('?panel=projects');
  const { camera } = app.map;
  await app.projectRow('North Port').click();
  await app.cardShows('North Port');
  await expect(app.projectRow('North Port')).toHaveAttribute('aria-pressed', 'true');
  await expect(app.projectRow('South Quay')).toHaveAttribute('aria-pressed', 'false');
  await app.hasPart('select', 'north-port');
  await app.map.hasMovedFrom(camera);

  const port = await app.map.pixelsOf([120.08, 35.9], [120.14, 35.96]);
  const [panel, card] = [await app.panel.boundingBox(), await app.card.boundingBox()];
  expect(port.left, 'clear of the panel').toBeGreaterThan(
    (panel?.x ?? Number.NaN) + (panel?.width ?? 0),
  );
  expect(port.right, 'clear of the card').toBeLessThan(card?.x ?? Number.NaN);
  expect(port.top, 'below the header').toBeGreaterThan(48);
  expect(port.bottom, 'above the lower edge').toBeLessThan(640);
});

testWithoutMap(
  'the card tells what the project is, how large, and how surely it is placed',
  async ({ app }) => {
    await app.open('?select=north-port');
    await app.cardShows('North Port');
    const { card } = app;
    await expect(card).toContainText('北港区');
    await expect(card).toContainText('to be expanded');
    await expect(card).toContainText(/Art\. 12,? 13/);
    await expect(card).toContainText('What North Port is.');
    await expect(card).toContainText(/±\s250\sm, sketch/);
    await expect(card).toContainText('fixture');
    // 0.06° by 0.06° at 35.93° N: 36.08 km² on the ellipsoid (pyproj, GRS 80), by the sphere's
    // R² · Δλ · Δ sin φ 36.05; a published figure stands beside them, not in their place.
    await expect(card).toContainText(/36\.0\d\skm²/);
    await expect(card).toContainText('Turf');
    await expect(card).toContainText(/36\skm²/);
    await expect(card).toContainText('Port handbook');
    await expect(card).toContainText(/Berths\s*9 \(2025\)/);
  },
);

testWithPixels(
  'what a click on the map hits is picked in list, card and address; open ground clears it',
  async ({ app }) => {
    await app.openWithMap(`?panel=projects&layers=coastline,ports${AT_THE_PORT}`);
    const before = await app.map.inkAtCentre();
    await app.map.clickCentre();
    await app.cardShows('North Port');
    await expect(app.projectRow('North Port')).toHaveAttribute('aria-pressed', 'true');
    await app.hasPart('select', 'north-port');
    expect(await app.map.inkAtCentre()).not.toEqual(before);

    await app.lookAt('#map=12/35.75/120');
    await app.map.clickCentre();
    await app.cardShows('Rock Shore');
    await app.hasPart('select', 'rock');
    await expect(app.projectRow('North Port')).toHaveAttribute('aria-pressed', 'false');

    await app.lookAt('#map=12/35.8/120.2');
    await app.map.clickCentre();
    await expect(app.card).toHaveCount(0);
    await app.hasPart('select', null);
  },
);

testWithPixels(
  'what the pointer rests on is marked in the list, and the map lights what the list points at',
  async ({ app }) => {
    await app.openWithMap(`?panel=projects${AT_THE_PORT}`);
    const [restingRow, dark] = [await backgroundOf('North Port'), await app.map.inkAtCentre()];
    await app.map.pointAtCentre();
    await expect.poll(() => backgroundOf('North Port')).not.toBe(restingRow);
    await expect(app.map.canvas).toHaveCSS('cursor', 'pointer');
    await app.projectRow('South Quay').hover();
    await expect.poll(() => backgroundOf('North Port')).toBe(restingRow);
    await app.projectRow('North Port').hover();
    await expect.poll(() => app.map.inkAtCentre()).not.toEqual(dark);

    function backgroundOf(name: string): Promise<string> {
      return app.projectRow(name).evaluate((row) => getComputedStyle(row).backgroundColor);
    }
  },
);

test('an address with a selection opens the card and goes there', async ({ app }) => {
  await app.openWithMap('?panel=projects&select=south-quay');
  await app.cardShows('South Quay');
  await expect(app.projectRow('South Quay')).toHaveAttribute('aria-pressed', 'true');
  const site = await app.map.pixelsOf([120.1, 35.75], [120.1, 35.75]);
  const card = await app.card.boundingBox();
  expect(site.left).toBeGreaterThan(460);
  expect(site.left).toBeLessThan(card?.x ?? Number.NaN);
});

testWithoutMap(
  'Escape and the card’s own button clear the selection, and the focus is back in the list',
  async ({ app, page }) => {
    await app.open('?panel=projects');
    const row = app.projectRow('North Port');
    await row.click();
    await app.cardShows('North Port');
    await page.keyboard.press('Escape');
    await expect(app.card).toHaveCount(0);
    await expect(row).toHaveAttribute('aria-pressed', 'false');
    await expect(row).toBeFocused();
    await app.hasPart('select', null);

    await row.click();
    await app.card.getByRole('button', { name: app.words.clearSelection }).click();
    await expect(app.card).toHaveCount(0);
    await expect(row).toBeFocused();
  },
);

testWithoutMap('a project in a layer that is off is shown with its layer', async ({ app }) => {
  await app.open('?panel=projects');
  await app.projectRow('Shore Line').click();
  await app.cardShows('Shore Line');
  // Published 34 km beside the sketch's own length: 0.3° of meridian, 33.29 km (pyproj, GRS 80).
  await expect(app.card).toContainText(/33\.29\skm/);
  await expect(app.card).toContainText(/34\skm/);
  await app.openPanel('layers');
  await expect(app.layerSwitch('Railways')).toBeChecked();
});

for (const { language, name, said } of [
  { language: 'en', name: 'Unsited Terminal', said: 'No published site' },
  { language: 'zh', name: '待定码头', said: '未公布选址' },
] as const) {
  test.describe(`a project without a site, in ${language}`, () => {
    test.use({ language });

    testWithoutMap('is listed, counted, picked, and said to be unlocated', async ({ app }) => {
      await app.open('?panel=projects');
      await expect(app.panel).toContainText(language === 'en' ? '4 projects' : '规划项目 4 项');
      await expect(app.projectRow(name)).toContainText(said);
      await app.projectRow(name).click();
      await app.cardShows(name);
      await expect(app.card).toContainText(said);
      await expect(app.card.getByRole('button', { name: app.words.showOnMap })).toHaveCount(0);
      await app.hasPart('select', 'unsited-terminal');
    });
  });
}

testWithoutMap('text of the data stays text, whatever it looks like', async ({ app, page }) => {
  await app.open('?select=south-quay');
  await app.cardShows('South Quay');
  await expect(app.card).toContainText(MARKUP);
  await expect(app.card.locator('img, b:text-is("bold")')).toHaveCount(0);
  expect(await page.title()).not.toBe('1');
});

test('what is picked stays in sight when the panel is widened and narrowed', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 700 });
  await app.openWithMap('?panel=projects&select=north-port');
  await app.cardShows('North Port');
  for (const act of ['Wide panel', 'Wide panel', app.words.collapsePanel]) {
    const { camera } = app.map;
    await page.getByRole('button', { name: act }).click();
    await app.map.hasMovedFrom(camera);
    const port = await app.map.pixelsOf([120.08, 35.9], [120.14, 35.96]);
    const panel = await page.getByRole('tablist').locator('xpath=../..').boundingBox();
    const card = await app.card.boundingBox();
    expect(port.left, `clear of the panel, ${act}`).toBeGreaterThan(
      (panel?.x ?? Number.NaN) + (panel?.width ?? 0),
    );
    expect(port.right, `clear of the card, ${act}`).toBeLessThan(card?.x ?? Number.NaN);
  }
});

test('a map that a person has moved stays where it is as long as it hides nothing picked', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=projects#map=10/35.8/120.0');
  const { camera } = app.map;
  await page.getByRole('button', { name: app.words.collapsePanel }).click();
  await expect(app.panel).toHaveCount(0);
  await app.map.isIdle();
  expect(app.map.camera).toBe(camera);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('what is picked is whole in sight between the sources and the card', async ({ app }) => {
    await app.openWithMap('?panel=projects&select=north-port');
    await app.cardShows('North Port');
    const port = await app.map.pixelsOf([120.08, 35.9], [120.14, 35.96]);
    const sources = await app.page.getByText('Ports credit').boundingBox();
    const card = await app.card.boundingBox();
    expect(port.top, 'below the sources').toBeGreaterThan(
      (sources?.y ?? Number.NaN) + (sources?.height ?? 0),
    );
    expect(port.bottom, 'above the card').toBeLessThan(card?.y ?? Number.NaN);
    expect(port.left).toBeGreaterThan(0);
    expect(port.right).toBeLessThan(390);
  });

  test('the first view is whole between sources, controls, scale bar and sheet', async ({
    app,
    page,
  }) => {
    await app.openWithMap();
    // The small plan's extent, as its catalogue says.
    const extent = await app.map.pixelsOf([119.8, 35.65], [120.25, 36.05]);
    const sources = await page.getByText('Ports credit').boundingBox();
    const controls = await page.getByRole('toolbar').boundingBox();
    const scale = await page.locator('.maplibregl-ctrl-scale').boundingBox();
    expect(extent.top).toBeGreaterThan((sources?.y ?? Number.NaN) + (sources?.height ?? 0));
    expect(extent.bottom).toBeLessThan(scale?.y ?? Number.NaN);
    expect(extent.right).toBeLessThan(controls?.x ?? Number.NaN);
    expect(extent.left).toBeGreaterThan(0);
  });
});
