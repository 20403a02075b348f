import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { AppPage } from './drivers/app.ts';
import { refuseWebGL } from './fixtures/refuse-webgl.ts';
import { servePlan } from './fixtures/serve-plan.ts';
import { planWithDeck } from './fixtures/small-deck.ts';

import { expect, testWithoutMap } from './test.ts';

testWithoutMap.use({ plan: planWithDeck() });

const WELLS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Well' },
      geometry: { type: 'Point', coordinates: [119.95, 35.8] },
    },
  ],
});

async function savedProject(page: Page): Promise<Buffer> {
  const work = page.getByRole('region', { name: 'Your work' });
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    work.getByRole('button', { name: 'Save project' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^project-\d{4}-\d\d-\d\d\.coastplan\.zip$/);
  return readFile(await saved.path());
}

/** Drops a file on the page, as from a folder of the desktop. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, base64]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], file));
      return data;
    },
    [name, bytes.toString('base64')] as const,
  );
  await page.dispatchEvent('#map-region', 'drop', { dataTransfer: transfer });
}

testWithoutMap(
  'a project is saved, dropped into a fresh page, and is there again to the byte',
  async ({ app, page, browser }) => {
    await app.open('?panel=coastline&select=quay');
    const form = app.card.locator('form');
    await form.getByRole('combobox', { name: 'Class' }).selectOption('bedrock');
    await form.getByRole('textbox', { name: 'Reason' }).fill('seen on site');
    await form.getByRole('button', { name: 'Apply' }).click();
    await expect(app.panel.locator('output').first()).toHaveText(/83\.3\s%/);
    await app.openPanel('scenarios');
    await app.panel.getByRole('button', { name: 'New scenario' }).click();
    await app.openPanel('data');
    await page.getByRole('button', { name: 'Add data' }).click();
    await page
      .getByLabel('Choose files', { exact: true })
      .setInputFiles({ name: 'wells.geojson', mimeType: '', buffer: Buffer.from(WELLS) });
    await page
      .getByRole('article', { name: 'wells' })
      .getByRole('button', { name: /^Accept/ })
      .click();
    const versions = page.getByRole('region', { name: 'Versions' });
    await versions.getByLabel('Name of the present state').fill('2025 survey');
    await versions.getByRole('button', { name: 'Keep as version' }).click();
    await expect(versions.getByRole('listitem')).toContainText(/2025 survey.*83\.33\s%/);
    const project = await savedProject(page);
    // The same state is the same file.
    expect(Buffer.compare(await savedProject(page), project)).toBe(0);

    const context = await browser.newContext();
    await refuseWebGL(context);
    const other = await context.newPage();
    await servePlan(other, planWithDeck());
    const fresh = new AppPage(other, 'en');
    await fresh.open('?panel=coastline');
    const headline = fresh.panel.locator('output').first();
    await expect(headline).toHaveText(/50\.0\s%/);
    // One that was damaged on the way changes nothing, and says where.
    const damaged = Buffer.from(project);
    damaged.writeUInt8(damaged.readUInt8(project.length - 30) ^ 1, project.length - 30);
    await drop(other, 'damaged.zip', damaged);
    await expect(other.getByRole('alert').filter({ hasText: 'damaged.zip' })).toBeVisible();
    await drop(other, 'project.coastplan.zip', project);
    await expect(other.getByText(/project\.coastplan\.zip opened: changes: 1/)).toBeVisible();
    await expect(
      other.getByRole('region', { name: 'Versions' }).getByRole('listitem'),
    ).toContainText(/2025 survey.*83\.33\s%/);
    expect(Buffer.compare(await savedProject(other), project)).toBe(0);
    await expect(other.getByRole('region', { name: 'Own data', exact: true })).toContainText(
      'wells',
    );
    await fresh.openPanel('coastline');
    await expect(headline).toHaveText(/83\.3\s%/);
    await fresh.openPanel('scenarios');
    await expect(fresh.panel.getByText('Scenario 1').first()).toBeVisible();

    // What is changed since the version is listed; undo goes back.
    await fresh.panel.getByRole('button', { name: 'New scenario' }).click();
    await fresh.openPanel('data');
    await other.getByRole('button', { name: 'Compare', exact: true }).click();
    const comparison = other.getByRole('region', { name: 'What has changed' });
    await expect(comparison.getByText('added 1 · removed 0 · changed 0')).toBeVisible();
    await expect(comparison).toContainText(/83\.33\s%\s*→\s*83\.33\s%/);

    // On another plan it brings its own, in a tab that is loaded anew.
    const elsewhere = await context.newPage();
    await servePlan(elsewhere, { ...planWithDeck(), 'base/land.geojson': { status: 404 } });
    await elsewhere.goto('?panel=data&lang=en');
    await drop(elsewhere, 'project.coastplan.zip', project);
    await expect(elsewhere.getByText('A project on another plan, with its work')).toBeVisible();
    await elsewhere.getByRole('button', { name: 'Open this plan' }).click();
    await expect(elsewhere.getByText('This tab shows a plan from a file.')).toBeVisible();
    await expect(elsewhere.getByText('Your work goes on where it was')).toBeVisible();
    expect(Buffer.compare(await savedProject(elsewhere), project)).toBe(0);
    await context.close();
  },
);
