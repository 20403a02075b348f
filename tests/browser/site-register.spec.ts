import { box, collection, type PlanFiles, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, testWithoutMap } from './test.ts';

/**
 * The small plan with a berth of 2024 over the bedrock coast from 35.75° to 35.76°. Along the meridian at
 * 35.755° a hundredth of a degree is 1 109.5 m on the ellipsoid: M = a (1 − e²) / (1 − e² sin² φ)^1.5.
 */
function planWithBerth(): PlanFiles {
  const berth = project('berth', '礁石泊位', 'Reef Berth', box([119.995, 35.75, 120.005, 35.76]), {
    ...{ status: 'build', year: 2024, accuracy_m: 10 },
  });
  return { ...smallPlan(), 'projects/ports.geojson': collection([berth]) };
}

testWithoutMap.use({ plan: planWithBerth() });

testWithoutMap(
  'a project of the plan is tried, balanced by its year, and owed at a rate that the user states',
  async ({ app, page }) => {
    await app.open('?panel=scenarios');
    await app.panel.getByRole('button', { name: 'New scenario' }).click();
    await app.panel.getByLabel('From the plan').selectOption({ label: 'Reef Berth' });
    await expect(app.panel.getByRole('button', { name: /Reef Berth/ }).first()).toContainText(
      /takes 1\.11\skm/,
    );
    await app.panel.getByText('Site register', { exact: true }).click();
    const ledger = app.panel.getByRole('region', { name: 'Ledger by year' });
    const row = ledger.getByRole('row', { name: /2024/ });
    // 16.64 km of 33.29 are natural or restored before; the berth takes 1.11 of them.
    await expect(row).toContainText(/16\.64\skm/);
    await expect(row).toContainText(/1\.11\skm/);
    await expect(row).toContainText(/15\.53\skm/);
    await expect(row).toContainText(/46\.\d\d?\s%/);
    await expect(row).toContainText('not stated');
    await app.panel.getByLabel('To be restored for 1 m taken (m)').fill('2');
    await app.panel.getByLabel('To be restored for 1 m taken (m)').blur();
    await expect(row).toContainText(/2\.22\skm/);

    const register = app.panel.getByRole('region', { name: 'Sites and what they meet' });
    await expect(register.getByRole('row', { name: /Reef Berth/ }).first()).toContainText('2024');
    const saving = page.waitForEvent('download');
    await app.panel.getByRole('button', { name: 'Register (CSV)' }).click();
    expect((await saving).suggestedFilename()).toMatch(/^site-register-.*\.csv$/);
  },
);
