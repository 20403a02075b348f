import type { Page } from 'playwright/test';
import { expect, testWithPixels } from './test.ts';

/** A survey of the small plan's coast: beach up to a latitude, quay from there on; land in the west, on the left. */
function survey(name: string, border: number): { readonly name: string; readonly text: string } {
  const shore = (id: string, shoreClass: string, from: number, to: number) => ({
    type: 'Feature',
    id,
    properties: {
      ...{ id, class: shoreClass, realm: 'mainland', confidence: 'high' },
      ...{ name_zh: id, name_en: id },
    },
    geometry: {
      type: 'LineString',
      coordinates: [
        [120, from],
        [120, to],
      ],
    },
  });
  const features = [shore('beach', 'sandy', 35.7, border), shore('quay', 'artificial', border, 36)];
  return { name: `${name}.geojson`, text: JSON.stringify({ type: 'FeatureCollection', features }) };
}

/** Drops a file on the map and takes it as coast that counts. */
async function bring(page: Page, file: { readonly name: string; readonly text: string }) {
  const transfer = await page.evaluateHandle(({ name, text }) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    return data;
  }, file);
  await page.dispatchEvent('#map-region', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('#map-region', 'drop', { dataTransfer: transfer });
  const card = page.getByRole('article', { name: file.name.replace('.geojson', '') });
  await card.getByRole('radio', { name: 'Coastline', exact: true }).check();
  await card.getByRole('button', { name: 'Accept and count' }).click();
  await expect(card).toHaveCount(0);
}

testWithPixels(
  'two surveys are dropped, and lead to why the ratio changed and to a stretch on the map',
  async ({ app, page }) => {
    await app.openWithMap('?panel=data');
    await bring(page, survey('survey-2018', 35.88));
    await bring(page, survey('survey-2024', 35.85));
    await app.openPanel('coastline');
    await app.panel.getByText('Compare two surveys').click();
    // The last two surveys are compared unless others are chosen.
    const chosen = (side: string) =>
      app.panel.getByLabel(side, { exact: true }).locator('option:checked');
    await expect(chosen('Before')).toHaveText(/survey-2018/);
    await expect(chosen('After')).toHaveText(/survey-2024/);
    // 18 of 30 parts of the meridian were beach, now 15: their lengths differ by less than 0.01 %.
    await expect(app.panel.getByText(/60\.00\s%\s→\s50\.00\s%/)).toBeVisible();
    await expect(app.panel).toContainText('What decides it: consumed (natural → artificial)');
    const matrix = app.panel.getByRole('table', { name: /Metres of coast in one place/ });
    await expect(matrix.getByRole('rowheader', { name: 'Sandy' })).toBeVisible();

    await app.panel.getByRole('button', { name: 'consumed (natural → artificial)' }).click();
    const list = app.panel.getByRole('region', { name: 'consumed (natural → artificial)' });
    const stretch = list.getByRole('button', { name: /Sandy → Artificial/ });
    const camera = app.map.camera;
    await stretch.click();
    await expect(stretch).toHaveAttribute('aria-pressed', 'true');
    await app.map.hasMovedFrom(camera);
    // The stretch is upright near the middle of the map, in the red of coast that was consumed: #c62828.
    const inks = await app.map.inksAcross(-200, 200);
    const isRed = inks.some(([red, green, blue]) => red > 180 && green < 60 && blue < 60);
    expect(isRed).toBe(true);

    // The way back: with the list closed, a click on the stretch opens it again at its row.
    await list.getByRole('button', { name: 'Close the list' }).click();
    const { left, top } = await app.map.pixelsOf([120, 35.865], [120, 35.865]);
    await page.mouse.click(left, top);
    await expect(stretch).toBeFocused();
    await expect(stretch).toBeInViewport();
    await expect(stretch).toHaveAttribute('aria-pressed', 'true');
    await expect(page).not.toHaveURL(/select=/);
    await page.getByText('Legend', { exact: true }).click();
    await expect(page.getByText('Change between two surveys')).toBeVisible();

    // Both surveys were taken as coast that counts: the audit would hold every metre twice.
    await expect(app.panel).toContainText('both surveys count', { ignoreCase: true });
    await app.panel.getByRole('button', { name: 'Count only the later survey' }).click();
    await expect(app.panel).not.toContainText('counted twice');
    await expect(app.panel.getByText(/60\.00\s%\s→\s50\.00\s%/)).toBeVisible();
    await app.openPanel('data');
    const listed = app.panel
      .getByRole('region', { name: 'Own data' })
      .locator('summary', { hasText: /^survey-/ });
    await expect(listed).toHaveText(['survey-2018Coastline · not counted', 'survey-2024Coastline']);
    await listed.first().click();
    await expect(app.panel.getByLabel('Counts in the audit').first()).not.toBeChecked();
    await app.openPanel('coastline');
    await app.panel.getByText('Compare two surveys').click();

    // The report has a page of it, with the same figures.
    await app.panel.getByRole('button', { name: 'Print report' }).click();
    const report = page.getByRole('dialog', { name: 'Audit of the natural coastline' });
    await expect(
      report.getByRole('heading', { name: /Change of the coast since .*survey-2018/ }),
    ).toBeVisible();
    await expect(report).toContainText(/60\.00\s%\s→\s50\.00\s%/);
    await expect(
      report.getByRole('img', { name: 'Map of what changed between the two coasts' }),
    ).toBeVisible();
    const longest = report.getByRole('table', { name: 'Longest changed stretches' });
    // 0.03° of meridian, 3 329 m there, from beach to quay.
    await expect(longest.locator('tbody tr')).toHaveCount(1);
    await expect(longest).toContainText(/Sandy → Artificial.*3\s328\.7/);
    await report.getByRole('button', { name: 'Close' }).first().click();

    // Left and opened again, it compares what it compared, and marks what it marked.
    await app.panel.getByRole('button', { name: 'Swap before and after' }).click();
    await expect(app.panel.getByText(/50\.00\s%\s→\s60\.00\s%/)).toBeVisible();
    await app.openPanel('projects');
    await expect(page.getByText('Change between two surveys')).toBeHidden();
    await app.openPanel('coastline');
    await app.panel.getByText('Compare two surveys').click();
    await expect(app.panel.getByText(/50\.00\s%\s→\s60\.00\s%/)).toBeVisible();
    await expect(chosen('Before')).toHaveText(/survey-2024/);

    await app.panel.getByText('Compare two surveys').click();
    await expect(page.getByText('Change between two surveys')).toBeHidden();
  },
);
