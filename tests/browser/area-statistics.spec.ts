import { type PlanFiles, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap } from './test.ts';

/** The small plan with a port over the bedrock coast from 35.75° to 35.8° along the meridian of 120°. */
function planWithPort(): PlanFiles {
  const ring = [
    [119.95, 35.75],
    [120.05, 35.75],
    [120.05, 35.8],
    [119.95, 35.8],
    [119.95, 35.75],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  const port = project('rock-port', '石港', 'Rock Port', geometry, { accuracy_m: 250 });
  return {
    ...smallPlan(),
    'projects/ports.geojson': { type: 'FeatureCollection', features: [port] },
  };
}

test.use({ plan: planWithPort() });

test('the coast is counted by the areas of another layer: stretches, map, report', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=coastline');
  await app.panel.getByText('Statistics by other areas').click();
  const table = app.panel.getByRole('region', { name: 'Statistics by other areas' });
  const chosen = app.panel.getByLabel('Areas', { exact: true }).locator('option:checked');
  await expect(chosen).toHaveText('Ports (1)');
  // A twentieth of a degree of the meridian at 35.775°: 5 547.7 m on the ellipsoid by its radius of curvature.
  const row = table.getByRole('row', { name: /Rock Port/ });
  await expect(row).toContainText('5.55');
  await expect(row).toContainText(/100\.0\s%/);
  // What the port does not hold is said beside the figures, and how sure its borders are.
  await expect(app.panel).toContainText(/of the coast lie in none of these areas/);
  await expect(app.panel).toContainText('Borders are stated to ± 250 m at worst');

  const camera = app.map.camera;
  await row.getByRole('button').click();
  await app.map.hasMovedFrom(camera);
  const list = app.panel.getByRole('region', { name: 'Rock Port: the stretches behind' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('Rock Shore');

  // The report has the same table with what has to be said beside it.
  await app.panel.getByRole('button', { name: 'Print report' }).click();
  const report = page.getByRole('dialog');
  await expect(report.getByRole('heading', { name: 'Statistics by areas: Ports' })).toBeVisible();
  await expect(report.getByRole('row', { name: /Rock Port.*5\.55/ })).toHaveCount(1);
  await expect(report).toContainText('Borders are stated to ± 250 m at worst');
});

testWithoutMap.describe('the islands of the plan’s own coast', () => {
  testWithoutMap.use({ plan: 'embedded' });

  testWithoutMap(
    'are counted each for itself, down to its stretches and into a file',
    async ({ app, page }) => {
      await app.open('?panel=coastline');
      await app.panel.getByText('Statistics by other areas').click();
      await app.panel.getByLabel('Areas', { exact: true }).selectOption('Islands of the coastline');
      const table = app.panel.getByRole('region', { name: 'Statistics by other areas' });
      // 22 stretches of the realm `island` in the data: 5, 3, 3 and 2 of four islands, 9 closed shores.
      await expect(table.locator('tbody tr')).toHaveCount(13);
      const row = table.getByRole('row', { name: /Lingshan Island/ });
      // No target is theirs: no part of one, no verdict.
      await expect(row.getByRole('cell').last()).toHaveText('–');
      await expect(row.locator('.verdict:not(.verdict--no-target)')).toHaveCount(0);
      await row.getByRole('button').click();
      const list = app.panel.getByRole('region', { name: 'Lingshan Island: the stretches behind' });
      await expect(list.getByRole('listitem')).toHaveCount(5);
      await expect(app.panel).toContainText('The target is for the coast of the mainland');
      const saving = page.waitForEvent('download');
      await app.panel.getByRole('button', { name: 'Save the stretches by area' }).click();
      expect((await saving).suggestedFilename()).toMatch(/^coastline-by-area-.*\.csv$/);
    },
  );
});
