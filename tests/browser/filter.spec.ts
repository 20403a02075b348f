import type { AppPage } from './drivers/app.ts';
import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

/** The filter as a person meets it; the small plan has four projects, three in Ports, one in Railways. */
function filterOn({ panel, page }: AppPage) {
  const bar = panel.getByRole('region', { name: 'Filter' });
  return {
    chip: (facet: string) => bar.getByRole('button', { name: new RegExp(`^${facet}`) }),
    choice: (label: string) => bar.getByRole('group').getByLabel(label),
    drop: (facet: string) => bar.getByRole('button', { name: `Drop the filter: ${facet}` }),
    note: bar.getByRole('status'),
    count: panel.getByRole('status').first(),
    onMap: page.getByText(/^Filter: \d+ of \d+$/),
    rows: panel.locator('[data-feature]'),
  };
}

testWithPixels(
  'chips narrow list, count, map and address, one after another, and let go again',
  async ({ app, page }) => {
    const filter = filterOn(app);
    await app.openWithMap('?panel=projects&layers=ports,rail,coastline#map=12/35.93/120.11');
    await expect(filter.count).toHaveText(
      '4 projects of the plan, 1 of them without a published site',
    );
    const before = await app.map.picture();

    await filter.chip('Status').click();
    await expect(filter.choice('to be expanded')).not.toBeChecked();
    await filter.choice('proposed').check();
    await expect(filter.count).toHaveText('1 of 4 projects');
    await expect(filter.onMap).toHaveText('Filter: 1 of 4');
    await expect(filter.rows).toHaveText([/South Quay/]);
    await app.hasPart('status', 'propose');
    expect(await app.map.picture(), 'North Port is gone from the map').not.toBe(before);

    await filter.choice('under study').check();
    await app.hasPart('status', 'propose,study');
    await expect(filter.count).toHaveText('2 of 4 projects');

    await filter.chip('Position').click();
    await filter.choice('No published site').check();
    await expect(filter.rows).toHaveText([/Unsited Terminal/]);
    await app.hasPart('located', 'no');

    await filter.drop('Status').click();
    await app.hasPart('status', null);
    await filter.drop('Position').click();
    await expect(filter.count).toHaveText(/^4 projects/);
    await expect(filter.onMap).toHaveCount(0);
    await page.mouse.move(1, 1);
    expect(await app.map.picture()).toBe(before);
  },
);

testWithoutMap(
  'a link with a filter shows the same projects, and a wrong part falls back alone',
  async ({ app }) => {
    const filter = filterOn(app);
    await app.open('?panel=projects&in=ports&accuracy=surveyed,coarse&status=oops&article=x');
    await expect(filter.count).toHaveText('2 of 4 projects');
    await expect(filter.rows).toHaveText([/North Port/, /South Quay/]);
    await app.hasPart('status', null);
    await app.hasPart('accuracy', 'surveyed,coarse');
    await expect(filter.chip('Accuracy')).toContainText('to 300 m +1');
    await app.panel.getByRole('button', { name: 'Show all', exact: true }).click();
    await app.hasPart('in', null);
    await expect(filter.count).toHaveText(/^4 projects/);
  },
);

/**
 * The coast is the meridian of 120° E: the port's west side lies 7.22 km from it, the quay 9.04 km, the
 * railway 13.5 km (geodesics, pyproj 3.4.1).
 */
testWithoutMap(
  'nearness to the coast is measured and asked of each project',
  async ({ app, page }) => {
    const filter = filterOn(app);
    await app.open('?panel=projects&near=9000');
    await expect(filter.rows).toHaveText([/North Port/]);
    await expect(filter.count).toHaveText('1 of 4 projects');
    await page.goto(page.url().replace('near=9000', 'near=9100'));
    await expect(filter.rows).toHaveText([/North Port/, /South Quay/]);
    await filter.chip('Near the coast').click();
    await expect(filter.note).toContainText('along geodesics');
    await filter.choice('within 5 km').check();
    await app.hasPart('near', '5000');
    await expect(app.panel).toContainText('No project fits.');
    await filter.chip('Zone').click();
    await expect(filter.note).toContainText('along geodesics');
  },
);

test('what is picked stays on the map where the filter leaves it out', async ({ app }) => {
  const filter = filterOn(app);
  await app.openWithMap('?in=rail&select=north-port');
  await app.cardShows('North Port');
  await expect(filter.onMap).toHaveText('Filter: 1 of 4');
  await app.hasPart('select', 'north-port');
});

test('works by keyboard alone, and in Chinese', async ({ app, page }) => {
  const filter = filterOn(app);
  await app.open('?panel=projects');
  await expect(filter.chip('Article')).toBeVisible();
  await filter.chip('Article').focus();
  await page.keyboard.press('Enter');
  await expect(filter.chip('Article')).toHaveAttribute('aria-expanded', 'true');
  await app.tabTo(filter.choice('Art. 13'));
  await page.keyboard.press('Space');
  await expect(filter.count).toHaveText('1 of 4 projects');
  await app.hasPart('article', '13');
  await app.switchLanguage();
  await expect(app.panel.getByRole('status').first()).toHaveText('4 个项目中的 1 个');
  await expect(page.getByText('已筛选：1 / 4')).toBeVisible();
});
