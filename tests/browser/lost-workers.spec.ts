import { expect, testWithoutMap } from './test.ts';

testWithoutMap(
  'figures whose task cannot run say why and what to do; lists work, and so does the page loaded again',
  async ({ app, page, guard }) => {
    guard.expectFault(/measured anew/);
    guard.expectFault(/not measured: Error: the background task stopped/);
    await page.route('**/assets/audit-worker-*.js', (route) => route.abort());
    await app.open('?panel=coastline');
    await expect(app.panel.getByRole('alert')).toHaveText(
      'The coast could not be measured: the background task stopped (too little memory, or no connection to the server). Load the page again',
    );
    await app.openPanel('projects');
    await app.projectRow('North Port').click();
    await app.cardShows('North Port');
    await page.unroute('**/assets/audit-worker-*.js');
    await app.open('?panel=coastline');
    await expect(app.panel.locator('output').first()).toHaveText(/50\.0/);
  },
);

testWithoutMap(
  'files whose reader cannot run are given up in one sentence, and can be added again',
  async ({ app, page }) => {
    const coast = 'tests/fixtures/import/05-vertices-in-order.csv';
    await page.route('**/assets/import-worker-*.js', (route) => route.abort());
    await app.open('?panel=data');
    await page.getByRole('button', { name: 'Add data' }).click();
    const told = page.getByRole('alert').filter({ hasText: 'It could not be done' });
    const choose = () => page.getByLabel('Choose files', { exact: true }).setInputFiles(coast);
    await choose();
    await expect(told).toHaveText(
      'It could not be done: the background task stopped (too little memory, or no connection to the server). Try again, or with fewer files.',
    );
    await page.unroute('**/assets/import-worker-*.js');
    await choose();
    await expect(told).toHaveCount(0);
    await expect(page.getByRole('article').first()).toBeVisible();
  },
);
