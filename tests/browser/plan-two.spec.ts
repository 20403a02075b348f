import type { Page } from 'playwright/test';
import type { AppPage } from './drivers/app.ts';
import { readZoneTable } from './drivers/coastline-figures.ts';
import { KEPT_M, OF_THE_EMBEDDED_PLAN, planTwo, SHORE_M } from './fixtures/plan-two.ts';
import { smallPlan } from './fixtures/small-plan.ts';
import { expect, test } from './test.ts';

/** Another plan on another coast: the app says what its files say, and nothing of the plan that it comes with. */

/** All that is written on the page, texts for readers of the screen included. */
async function pageText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label],[placeholder],[title]')].flatMap(
      (element) => ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name)),
    );
    return [document.title, document.body.innerText, ...named].join('\n');
  });
}

async function saysNothingOfTheEmbeddedPlan(page: Page): Promise<void> {
  expect(await pageText(page)).not.toMatch(OF_THE_EMBEDDED_PLAN);
}

/** The figures of the whole coast in the table of zones. */
async function wholeCoast(app: AppPage) {
  await expect(app.zoneTable).toBeVisible();
  return (await readZoneTable(app.zoneTable)).at(-1);
}

test.describe('a plan of another coast', () => {
  test.use({ plan: planTwo() });

  test('is walked from first sight to report and deck', async ({ app, page }) => {
    await test.step('first sight', async () => {
      await app.openWithMap('?panel=coastline');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        'Yunxi Bay coastal plan (made up)',
      );
      await expect(page).toHaveTitle('Yunxi Bay coastal plan (made up) · Coastplan');
      // The extent is 113.5–113.75° E, 21.98–22.42° N: its middle is in sight, and all of its height.
      const [, latitude, longitude] = app.map.camera?.split('/').map(Number) ?? [];
      expect(latitude).toBeGreaterThan(22.1);
      expect(latitude).toBeLessThan(22.3);
      expect(longitude).toBeGreaterThan(113.2);
      expect(longitude).toBeLessThan(113.75);
      await expect(page.getByText('Illustration: coastline classes')).toHaveCount(0);
      await expect(page.getByText('Map review number: GS(2026)0000号').first()).toBeVisible();
      await expect(page.getByText('without a map review number')).toHaveCount(0);
      await saysNothingOfTheEmbeddedPlan(page);
    });

    await test.step('ratio and target', async () => {
      const whole = await wholeCoast(app);
      expect(whole?.ratio?.value).toBeCloseTo((100 * KEPT_M) / SHORE_M, 1);
      expect(whole?.total?.value).toBeCloseTo(SHORE_M / 1000, 1);
      await expect(app.panel).toContainText(/40(\.0)?\s%/);
      await expect(app.panel).not.toContainText(/35(\.0)?\s%/);
    });

    await test.step('the report', async () => {
      await app.panel.getByRole('button', { name: 'Print report' }).click();
      const report = page.getByRole('dialog', { name: 'Audit of the natural coastline' });
      await expect(report).toContainText('Yunxi Bay coastal plan (made up)');
      await expect(report).toContainText(/54\.3\s%/);
      await expect(report).toContainText('Map review number: GS(2026)0000号');
      await expect(report).not.toContainText('not surveyed');
      await expect(report.getByRole('img', { name: /^Map of the coast/ })).toBeVisible();
      await saysNothingOfTheEmbeddedPlan(page);
      await report.getByRole('button', { name: 'Close' }).click();
    });

    await test.step('other panels, in Chinese too', async () => {
      for (const panel of ['layers', 'projects', 'scenarios', 'views', 'data'] as const) {
        await app.openPanel(panel);
        await saysNothingOfTheEmbeddedPlan(page);
      }
      await expect(app.panel).not.toContainText('outside extent');
      await app.open('?panel=coastline&lang=zh');
      await expect(page).toHaveTitle('云汐湾岸线规划（虚构） · 岸线规划图');
      await expect(page.getByText('审图号：GS(2026)0000号').first()).toBeVisible();
      await saysNothingOfTheEmbeddedPlan(page);
    });
  });

  test('shows its features and reads metres in its own zone', async ({ app, page }) => {
    // 16.5 m a pixel: the port covers the middle.
    await app.openWithMap('?layers=ports#map=12/22.16/113.576');
    await app.map.clickCentre();
    await app.cardShows('Yunxi Port Area');
    await page.keyboard.press('Escape');
    const field = page.getByRole('combobox', { name: 'Search' });
    const option = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
    // 113.6° E 22.1° N on 114° E (EPSG:4547): PROJ's cs2cs, +proj=tmerc +lon_0=114 +x_0=500000 +ellps=GRS80.
    await field.fill('458723.9 2444927.8');
    await expect(option).toContainText([/Go to 22\.1(0000|0001)°\sN, 113\.(60000|59999)°\sE/]);
    await expect(option).toContainText(['read as EPSG:4547 · E 458']);
    await field.fill('38458723.9 2444927.8');
    await expect(option).toContainText(['read as EPSG:4526 · E 38']);
    // A place of the plan that the app comes with is off this map.
    await field.fill('120.2 35.95');
    await expect(page.locator('.search__status')).toContainText('lies outside this map');
    await field.fill('yunxi g');
    await expect(option.first()).toContainText('Yunxi');
  });

  test('is presented with its own deck', async ({ app, page }) => {
    await app.open('?panel=views');
    await app.map.isSettled();
    await expect(app.panel).toContainText('Yunxi Bay in three views');
    await page.keyboard.press('F5');
    const room = page.getByRole('region', { name: 'Presentation' });
    await expect(room.getByRole('heading', { level: 2 })).toHaveText('The whole bay');
    await expect(room.getByText('1 of 3', { exact: true })).toBeVisible();
    await expect(room).toContainText(/54\.3\s%/);
    await expect(room).not.toContainText('not surveyed');
    await saysNothingOfTheEmbeddedPlan(page);
  });
});

test.describe('a plan whose layers lie outside its extent', () => {
  const plan = smallPlan();
  const catalogue = { ...Object(plan['catalogue.json']), extent: [113.5, 22, 113.8, 22.4] };
  test.use({ plan: { ...plan, 'catalogue.json': catalogue } });

  test('says so at once, and names layers and cure in the Data panel', async ({ app, page }) => {
    await app.openWithMap();
    await expect(page.getByRole('alert')).toContainText('lie outside its extent');
    await app.openPanel('data');
    await expect(app.panel).toContainText(
      'the layer "Coastline" lies wholly outside extent [113.5, 22, 113.8, 22.4]: it is at [120, 35.7, 120, 36]',
    );
    await expect(app.panel).toContainText('Check extent (west, south, east, north)');
  });
});
