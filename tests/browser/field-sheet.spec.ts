import { readFile } from 'node:fs/promises';
import { SMALL_COAST } from './fixtures/small-plan.ts';
import { expect, testWithoutMap } from './test.ts';

const { bedrock, restored, estuary, artificial } = SMALL_COAST.ellipsoid;
const TOTAL_M = bedrock + restored + estuary + artificial;
/** A ratio of the small coast: with two decimals in the preview and the change log, with one in the headline. */
const percent = (keptM: number, decimals: number): string =>
  `${((keptM / TOTAL_M) * 100).toFixed(decimals)}\\s%`;

testWithoutMap(
  'a field sheet is saved, filled in and opened; it changes the ratio in one step that undo takes back',
  async ({ app, page }) => {
    await app.open('?panel=coastline');
    const { panel } = app;
    const headline = panel.locator('output').first();
    await panel.locator('summary', { hasText: 'Evidence' }).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Save field sheet' }).click(),
    ]);
    const sheet = await readFile(await saved.path(), 'utf8');
    // One stretch is found otherwise, two are confirmed, one is left blank; a fifth row is of nowhere.
    const filled = sheet
      .replace(/^(rock,.*),,,\r$/m, '$1,revetment,2026-05-03,built in spring\r')
      .replace(/^(mended,.*),,,\r$/m, '$1,restored,2026年5月4日,\r')
      .replace(/^(quay,.*),,,\r$/m, '$1,man-made,2026/5/4,\r');
    const open = panel.getByLabel('Open field sheet');
    await open.setInputFiles({
      name: 'walk.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${filled}nowhere,,,,,,sandy,,\r\n`),
    });
    const preview = panel.getByRole('region', { name: 'Field sheet walk.csv' });
    await expect(preview).toContainText('Classes that change: 1');
    await expect(preview).toContainText('Confirmed: 2');
    await expect(preview).toContainText('Rows without a class found: 1');
    await expect(preview).toContainText('Row 6 Nothing here has the id “nowhere”.');
    const [before, after] = [bedrock + restored, restored];
    await expect(preview).toContainText(
      new RegExp(`Ratio ${percent(before, 2)} → ${percent(after, 2)}`),
    );
    await expect(headline).toHaveText(new RegExp(percent(before, 1)));

    await preview.getByRole('button', { name: 'Apply to 3 stretches' }).click();
    await expect(preview).toHaveCount(0);
    await expect(headline).toHaveText(new RegExp(percent(after, 1)));
    const changes = panel.getByRole('region', { name: 'Changes' });
    await expect(changes).toContainText('Rock Shore → Artificial');
    await expect(changes).toContainText('field sheet walk.csv, 2026-05-03: built in spring');
    // What was found alike on one day is one entry; all of them are one step.
    await expect(changes.getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(headline).toHaveText(new RegExp(percent(before, 1)));
    await expect(changes).toContainText('No class has been changed.');
    await page.keyboard.press('Control+Shift+z');
    await expect(headline).toHaveText(new RegExp(percent(after, 1)));
  },
);
