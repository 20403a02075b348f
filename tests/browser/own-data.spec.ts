import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { keptText } from './drivers/kept-text.ts';
import { box } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

// The files are samples of what offices hand over; their true lengths by GeographicLib stand in
// tests/data/import/samples.test.ts.
testWithoutMap.use({ plan: 'embedded' });
test.use({ plan: 'embedded' });

const fixture = (name: string): string => `tests/fixtures/import/${name}`;

/** The card of a dataset on its way into the plan. */
const card = (page: Page, name: string): Locator => page.getByRole('article', { name });

async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add data' }).click();
  await page.getByLabel('Choose files', { exact: true }).setInputFiles(files.map(fixture));
}

/** Drops files on the map, as from a folder of the desktop. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, text } of given) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent('#map-region', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('#map-region', 'drop', { dataTransfer: transfer });
}

testWithoutMap(
  'an office brings its coast without a declared system, confirms that, and signs its ratio',
  async ({ app, page }) => {
    await app.open('?panel=data');
    await choose(page, '09-gbk-undeclared.zip');
    const coast = card(page, '海岸线A');
    await expect(coast).toContainText('6 read = 5 kept + 1 set aside');
    await expect(coast.getByText('示例岬东').first()).toBeVisible();
    // Nothing is measured and nothing can be accepted before the system is decided.
    await expect(coast).not.toContainText('km');
    await expect(coast.getByRole('button', { name: 'Accept and count' })).toHaveCount(0);
    await coast.getByRole('radio', { name: /EPSG:4549/ }).check();
    // 15 006.77 m without the deleted stretch of 2 407.95 m.
    await expect(coast).toContainText('12.60 km');
    await coast.getByRole('button', { name: 'Accept and count' }).click();
    // 2 677.7577 + 2 281.2913 + 2 778.7731 of 12 598.8263 m are natural or restored.
    const result = page.getByRole('region', { name: 'Ratio with “海岸线A”' });
    await expect(result).toContainText(/33\.80\s%\s*→\s*61\.42\s%/);

    await app.openPanel('layers');
    await expect(app.panel.getByRole('group', { name: 'Own data' })).toContainText('海岸线A');
    await expect(app.layerSwitch('Coastline (illustrative classes)')).not.toBeChecked();
    await app.openPanel('coastline');
    const headline = app.panel.locator('output').first();
    await expect(headline).toHaveText(/61\.4\s%/);
    await expect(app.panel).toContainText(app.words.illustration);

    await expect.poll(() => keptText(page)).toContain('own-');
    await page.reload();
    await expect(headline).toHaveText(/61\.4\s%/);
    await app.openPanel('data');
    await page
      .getByRole('region', { name: 'Own data' })
      .getByText('海岸线A', { exact: true })
      .click();
    await expect(app.panel.getByText('EPSG:4549', { exact: false }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Remove' }).click();
    await app.openPanel('coastline');
    await expect(headline).toHaveText(/33\.8\s%/);
    await page.keyboard.press('Control+z');
    await expect(headline).toHaveText(/61\.4\s%/);
  },
);

testWithoutMap('a contractor pastes a table of a sea parcel', async ({ app, page }) => {
  await app.open('?panel=data');
  await page.getByRole('button', { name: 'Add data' }).click();
  await page.getByText('Paste a table or coordinates').click();
  const text = [
    '宗海代码\t界址点编号\t东经\t北纬',
    'SL1\t1\t120°04′30.0″\t35°52′05.0″',
    'SL1\t2\t120°04′40.0″\t35°52′05.0″',
    'SL1\t3\t120°04′40.0″\t35°52′10.0″',
    'SL1\t4\t120°04′30.0″\t35°52′10.0″',
  ].join('\n');
  await page.getByRole('textbox', { name: /Rows from a table/ }).fill(text);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  const parcel = card(page, 'pasted');
  await expect(parcel).toContainText('records: 1 · areas');
  await parcel.getByRole('radio', { name: 'EPSG:4490 CGCS2000', exact: false }).first().check();
  // 10″ of longitude by 5″ of latitude at 35°52′: 250.9 m × 154.1 m.
  await expect(parcel).toContainText(/3\.87\sha/);
  await parcel.getByRole('button', { name: 'Accept', exact: true }).click();
  await app.openPanel('projects');
  await expect(app.panel).toContainText('SL1');
});

testWithoutMap(
  'a shifted file is told as such, and counts only on demand',
  async ({ app, page }) => {
    await app.open('?panel=data');
    await choose(page, '07-shifted.ovkml');
    const coast = card(page, '07-shifted');
    await expect(coast).toContainText('off by some 470 m');
    await coast.getByRole('radio', { name: /GCJ-02/ }).check();
    const accept = coast.getByRole('button', { name: 'Accept and count' });
    await expect(accept).toBeDisabled();
    await coast.getByRole('checkbox', { name: /Count it although/ }).check();
    await expect(accept).toBeEnabled();
    await coast.getByRole('radio', { name: 'Only shown' }).check();
    await coast.getByRole('button', { name: 'Accept', exact: true }).click();
    await app.openPanel('layers');
    await expect(app.panel.getByRole('group', { name: 'Own data' })).toContainText('07-shifted');
    await app.openPanel('coastline');
    await expect(app.panel.locator('output').first()).toHaveText(/33\.8\s%/);
  },
);

testWithoutMap(
  'files are dropped anywhere; what cannot be read is refused by name',
  async ({ app, page }) => {
    await app.open('?panel=layers');
    await drop(page, [
      { name: 'portal.shp', text: '<!doctype html><html><body>Please log in</body></html>' },
      { name: 'plan.dwg', text: `AC1027${'\0'.repeat(60)}` },
      { name: 'sites.csv', text: '名称,经度,纬度\n示例,120.1,35.9\n' },
    ]);
    await expect(card(page, 'sites')).toBeVisible();
    const refused = page.getByRole('list', { name: 'Files that cannot be read' });
    await expect(refused).toContainText('portal.shp');
    await expect(refused).toContainText(/plan\.dwg.*Save it as DXF/);
  },
);

testWithoutMap('a mapping is remembered, saved and opened again', async ({ app, page }) => {
  await app.open('?panel=data');
  await choose(page, '08-gbk-declared.zip');
  const coast = card(page, 'HAX');
  const meaning = coast.getByRole('combobox', { name: '“渔港” taken as' });
  await expect(meaning).toHaveValue('artificial');
  await meaning.selectOption('unclassified');
  await coast.getByText('Which field says what').click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    coast.getByRole('button', { name: 'Save mapping' }).click(),
  ]);
  expect(basename(saved.suggestedFilename())).toBe('mapping-HAX.json');
  expect(JSON.parse(await readFile(await saved.path(), 'utf8')).values).toEqual({
    '岸线类型=渔港': 'unclassified',
  });
  await page.getByRole('button', { name: 'Leave out' }).click();
  await page
    .getByLabel('Choose files', { exact: true })
    .setInputFiles(fixture('08-gbk-declared.zip'));
  await expect(meaning).toHaveValue('unclassified');
});

testWithPixels(
  'an outline of each reading is drawn before anything is decided',
  async ({ app, page }) => {
    await app.openWithMap('?panel=data');
    await choose(page, '07-shifted.ovkml');
    const coast = card(page, '07-shifted');
    await coast.getByRole('button', { name: 'Show outline on the map' }).click();
    await app.map.isIdle();
    const before = await app.map.canvas.screenshot();
    await coast.getByRole('radio', { name: /WGS 84/ }).hover();
    await expect
      .poll(async () => Buffer.compare(before, await app.map.canvas.screenshot()))
      .not.toBe(0);
  },
);

testWithPixels(
  'a large file is drawn from tiles of its own, picked on the map and marked there',
  async ({ app, page }) => {
    // A grid of 4 000 squares, 0.01° apart, over the sea: more than 400 000 characters.
    const features = Array.from({ length: 4000 }, (_, index) => {
      const [west, south] = [120.2 + (index % 80) * 0.01, 35.2 + Math.floor(index / 80) * 0.01];
      const [east, north] = [west + 0.009, south + 0.009];
      const properties = { id: `cell-${index}`, name: `Cell ${index}`, kind: 'sampling cell' };
      return { type: 'Feature', properties, geometry: box([west, south, east, north]) };
    });
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    expect(text.length).toBeGreaterThan(400_000);
    await app.openWithMap('?panel=data&layers=coastline#map=13/35.4545/120.4045');
    const bare = await app.map.inkAtCentre();
    await drop(page, [{ name: 'cells.geojson', text }]);
    const cells = card(page, 'cells');
    await cells.getByRole('radio', { name: 'Only shown' }).check();
    await cells.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(cells).toHaveCount(0);
    await app.lookAt('#map=13/35.4546/120.4046');
    await expect.poll(() => app.map.inkAtCentre()).not.toEqual(bare);
    const drawn = await app.map.inkAtCentre();
    // Column 20 and row 25 of the grid.
    await app.map.clickCentre();
    await app.cardShows('Cell 2020');
    expect(app.part('select')).toMatch(/cell-2020$/);
    expect(await app.map.inkAtCentre()).not.toEqual(drawn);
  },
);
