import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { box, collection, type PlanFiles, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test } from './test.ts';

function point(longitude: number, latitude: number): object {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

/**
 * The small plan with a strict zone in the south. The coast is the meridian of 120° E, natural in the south:
 * 0.04° of it inside the resort are 4 438.2 m, and the resort's ground is 16.06 km²; the jetty lies
 * 1 808.9 m off it (geodesics on GRS 80, pyproj 3.4.1).
 */
const PLAN: PlanFiles = {
  ...smallPlan(),
  'coast/zones.geojson': collection([
    {
      type: 'Feature',
      id: 'south-zone',
      properties: {
        ...{
          id: 'south-zone',
          position_source: 'fixture',
          name_zh: '南湾段',
          name_en: 'South Bay',
        },
        ...{ grade: 'strict', articles: [46] },
      },
      geometry: box([119.95, 35.65, 120.05, 35.85]),
    },
  ]),
  'projects/ports.geojson': collection([
    project('jetty', '小码头', 'Jetty', point(120.02, 35.75), { accuracy_m: 300 }),
    project('resort', '度假村', 'Resort', box([119.97, 35.72, 120.01, 35.76]), { accuracy_m: 500 }),
    project('far-quay', '远码头', 'Far Quay', point(120.1, 35.95), { accuracy_m: 4000 }),
    project('meadow', '海草床', 'Seagrass', box([120, 35.7, 120.015, 35.73]), {
      ...{ accuracy_m: 200, status: 'protect', articles: [47] },
    }),
    project('unsited', '待定项目', 'Unsited', null),
  ]),
};

test.use({ plan: PLAN, map: 'none' });

function matrixOn({ panel, page }: AppPage) {
  const grid = panel.getByRole('grid', { name: /Conflicts of each located project/ });
  const row = (name: string) => grid.getByRole('row', { name: new RegExp(name) });
  return {
    grid,
    row,
    rows: grid.locator('tr[data-feature]'),
    view: (name: string) => panel.getByRole('radio', { name, exact: true }),
    choose: (name: string) =>
      page.locator('.project-view-switch label').filter({ hasText: name }).first().click(),
    head: (name: string) => grid.getByRole('columnheader', { name: new RegExp(`^${name}`) }),
    cell: (name: string, kind: string) => row(name).locator(`[data-column="${kind}"]`),
    behind: panel.getByRole('region', { name: 'Behind the cell' }),
    slider: panel.getByRole('slider', { name: 'Study distance to the coast' }),
    number: panel.getByRole('spinbutton'),
  };
}

test('the matrix says for each located project what it meets, how surely and how much', async ({
  app,
}) => {
  const matrix = matrixOn(app);
  await app.open('?panel=projects');
  await expect(matrix.view('List')).toBeChecked();
  await matrix.choose('Conflicts');
  // The gravest first; the one without a site is no row, and said to be left out.
  await expect(matrix.rows).toHaveCount(5);
  await expect(matrix.rows.first()).toContainText('Resort');
  await expect(app.panel).toContainText('Left out, without a published site: 1.');
  await expect(matrix.cell('Resort', 'strict-zone')).toHaveText(/●\s*certain\s*16\.1\skm²/);
  await expect(matrix.cell('Resort', 'natural-coast')).toHaveText(/●\s*certain\s*4\.4\skm/);
  await expect(matrix.cell('Resort', 'setback')).toHaveText(/●\s*certain\s*0\sm/);
  await expect(matrix.cell('Far Quay', 'strict-zone')).toHaveText(/none/);
  await expect(matrix.row('Seagrass')).toContainText('protects');
  // Resort and jetty lie in the strict zone, only the resort has ground in it.
  await expect(matrix.head('Strict zone')).toContainText(/●\s*2/);
  await expect(matrix.head('Strict zone')).toContainText(/16\.1\skm²/);
});

test('the filter narrows the rows and the totals with them', async ({ app }) => {
  const matrix = matrixOn(app);
  await app.open('?panel=projects&conflict=natural-coast');
  await matrix.choose('Conflicts');
  await expect(matrix.rows).toHaveText([/Resort/]);
  await expect(matrix.head('Strict zone')).toContainText(/●\s*1/);
});

test('a cell opens what is behind it, by mouse, and shows the project on the map', async ({
  app,
}) => {
  const matrix = matrixOn(app);
  await app.open('?panel=projects');
  await matrix.choose('Conflicts');
  await matrix.cell('Resort', 'protected-site').click();
  await expect(matrix.behind).toContainText('The plan protects or restores it.');
  await expect(matrix.behind.getByRole('listitem')).toHaveText(/Seagrass.*certain.*Art\. 47/);
  await app.hasPart('select', 'resort');
  await app.cardShows('Resort');
  await matrix.behind.getByRole('button', { name: 'Seagrass' }).click();
  await app.cardShows('Seagrass');
  await matrix.behind.getByRole('button', { name: /Close/ }).click();
  await expect(matrix.behind).toHaveCount(0);
});

test('keys move among cells and heads, open, close and sort', async ({ app, page }) => {
  const matrix = matrixOn(app);
  await app.open('?panel=projects');
  await matrix.choose('Conflicts');
  await expect(matrix.rows).toHaveCount(5);
  await matrix.grid.focus();
  const active = () =>
    matrix.grid.evaluate((grid) => {
      const id = grid.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.dataset['column'] ?? 'name';
    });
  // Three steps on from the name: all that count, then the strict zones.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await active()).toBe('strict-zone');
  await page.keyboard.press('Enter');
  await expect(matrix.behind).toContainText('South Bay');
  await expect(matrix.cell('Resort', 'strict-zone')).toHaveAttribute('aria-expanded', 'true');
  await expect(matrix.grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(matrix.behind.getByRole('heading', { name: 'Jetty' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(matrix.behind).toHaveCount(0);
  await app.hasPart('select', 'jetty');
  // Up into the head: Enter sorts by this column, again the other way.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(matrix.head('Project')).toHaveAttribute('aria-sort', 'ascending');
  await expect(matrix.rows.first()).toContainText('Far Quay');
  await page.keyboard.press('Enter');
  await expect(matrix.rows.first()).toContainText('Shore Line');
  await page.keyboard.press('End');
  expect(await active()).toBe('optimised-zone');
  // One stop for Tab: next comes what lies behind the grid.
  await page.keyboard.press('Shift+Tab');
  await expect(matrix.number).toBeFocused();
});

test('the study distance stands beside it and changes its column', async ({ app, page }) => {
  const matrix = matrixOn(app);
  await app.open('?panel=projects');
  await matrix.choose('Conflicts');
  await expect(matrix.cell('Jetty', 'study-setback')).toHaveText(/none/);
  await matrix.number.fill('1600');
  await page.keyboard.press('Enter');
  await app.hasPart('setback', '1600');
  // 1 808.9 m off the coast, known to 300 m: perhaps within 1 600 m.
  await expect(matrix.cell('Jetty', 'study-setback')).toHaveText(/◐\s*possible\s*1\.8\skm/);
  await expect(matrix.head('Study')).toContainText(/1\.60\skm/);
  await matrix.slider.focus();
  await page.keyboard.press('End');
  await app.hasPart('setback', '2000');
});

test('says so where no project has a site, and where none conflicts', async ({ app }) => {
  const matrix = matrixOn(app);
  await app.open('?panel=projects&located=no');
  await matrix.choose('Conflicts');
  await expect(app.panel).toContainText('None of these projects has a published site');
  await app.open('?panel=projects&accuracy=coarse');
  await matrix.choose('Conflicts');
  await expect(matrix.rows).toHaveText([/Far Quay/]);
  await expect(app.panel).toContainText('None of these projects conflicts');
});

test.describe('in a narrow panel and on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('names stand above their cells, and a cell opens below', async ({ app }) => {
    const matrix = matrixOn(app);
    await app.open('?panel=projects');
    await matrix.choose('Conflicts');
    const cell = matrix.cell('Resort', 'strict-zone');
    await expect(cell).toBeVisible();
    // The cell begins where its name ends; both from one look, as rows may still come in.
    const stands = await matrix.row('Resort').evaluate((row) => {
      const [name, own] = [row.firstElementChild, row.querySelector('[data-column="strict-zone"]')];
      if (name === null || own === null) return 'nowhere';
      const [above, below] = [name.getBoundingClientRect(), own.getBoundingClientRect()];
      return above.bottom <= below.top ? 'below' : 'beside';
    });
    expect(stands).toBe('below');
    await cell.click();
    await expect(matrix.behind).toBeInViewport();
    await expect(app.card, 'no card over what is read').toHaveCount(0);
    await matrix.behind.getByRole('button', { name: 'Show on the map' }).click();
    await app.cardShows('Resort');
  });
});

test('speaks Chinese, and axe finds nothing serious', async ({ app, page }) => {
  await app.open('?panel=projects&lang=zh&theme=dark');
  await page.locator('.project-view-switch label', { hasText: '冲突' }).click();
  const grid = app.panel.getByRole('grid', { name: '各有址项目的冲突，按类型' });
  await expect(grid.getByRole('row', { name: /度假村/ })).toContainText('确定');
  await grid
    .getByRole('row', { name: /度假村/ })
    .locator('[data-column="strict-zone"]')
    .click();
  await expect(app.panel.getByRole('region', { name: '单元格依据' })).toContainText('南湾段');
  expect(await seriousViolations(page)).toEqual([]);
});
