import { zipSync } from 'fflate';
import { OF_THE_EMBEDDED_PLAN, planTwo } from './fixtures/plan-two.ts';
import { expect, testWithoutMap } from './test.ts';

testWithoutMap.use({ plan: 'embedded' });

testWithoutMap(
  'a plan in one archive opens in its tab, with work of its own, and the site comes back',
  async ({ app, page }) => {
    const files = Object.fromEntries(
      Object.entries(planTwo()).map(([path, text]) => [
        `plan/${path}`,
        new TextEncoder().encode(typeof text === 'string' ? text : JSON.stringify(text)),
      ]),
    );
    await app.open('?panel=data');
    await expect(page).toHaveTitle(OF_THE_EMBEDDED_PLAN);
    await page.getByRole('button', { name: 'Add data' }).click();
    await page.getByLabel('Choose files', { exact: true }).setInputFiles({
      name: 'plan-two.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from(zipSync(files)),
    });
    await page.getByRole('button', { name: 'Open this plan' }).click();
    await expect(page.getByRole('button', { name: 'Open this plan' })).toHaveCount(0);
    await app.openPanel('data');
    await expect(app.panel).toContainText('This tab shows a plan from a file.');
    await expect(page).toHaveTitle(/\S/);
    await expect(page).not.toHaveTitle(OF_THE_EMBEDDED_PLAN);
    // It stays over a reload, and leaves with one press.
    await page.reload();
    await expect(app.panel).toContainText('This tab shows a plan from a file.');
    await page.getByRole('button', { name: 'Back to the plan of this site' }).click();
    await expect(page).toHaveTitle(OF_THE_EMBEDDED_PLAN);
  },
);
