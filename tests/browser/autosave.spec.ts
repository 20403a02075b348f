import { readFile } from 'node:fs/promises';
import { keptText } from './drivers/kept-text.ts';
import { servePlan } from './fixtures/serve-plan.ts';
import { smallPlan } from './fixtures/small-plan.ts';
import { expect, test } from './test.ts';

test.use({ map: 'none' });

test('a change survives a closed tab and is offered again; a work file carries it on', async ({
  app,
  page,
}) => {
  await app.open('?panel=coastline&select=quay');
  const form = app.card.locator('form');
  await form.getByRole('combobox', { name: 'Class' }).selectOption('bedrock');
  await form.getByRole('textbox', { name: 'Reason' }).fill('seen on site');
  await form.getByRole('button', { name: 'Apply' }).click();
  const changes = app.panel.getByRole('region', { name: 'Changes' });
  await expect(changes).toContainText('Quay Wall → Bedrock');
  const headline = app.panel.locator('output').first();
  await expect(headline).toHaveText(/83\.3\s%/);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    changes.getByRole('button', { name: 'Save work file' }).click(),
  ]);
  const file = await readFile(await saved.path(), 'utf8');
  await expect.poll(() => keptText(page)).toContain('seen on site');

  await app.open('?panel=coastline');
  await expect(headline).toHaveText(/50\.0\s%/);
  const offer = page.getByRole('region', { name: 'Changes from an earlier visit' });
  await offer.getByRole('button', { name: 'Go on with them' }).click();
  await expect(headline).toHaveText(/83\.3\s%/);
  await expect(offer).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(headline).toHaveText(/50\.0\s%/);

  const open = (name: string, text: string) =>
    changes
      .getByLabel('Open work file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await open('broken.json', file.replace('"bedrock"', '"marble"'));
  await expect(page.getByRole('alert').filter({ hasText: 'log.0.class' })).toBeVisible();
  await expect(headline).toHaveText(/50\.0\s%/);
  await expect(changes.getByLabel('Open work file')).toHaveAccessibleDescription('up to 16 MiB');
  await open('work.json', file);
  await expect(headline).toHaveText(/83\.3\s%/);
});

test('an offer lies beside the panel, and waits while new work is kept; a second tab says that it keeps none', async ({
  app,
  page,
  context,
}) => {
  await app.open('?panel=scenarios');
  const start = app.panel.getByRole('button', { name: 'New scenario' });
  await start.click();
  await expect.poll(() => keptText(page)).toContain('scenario-1');

  await page.setViewportSize({ width: 1366, height: 768 });
  await app.open('?panel=scenarios');
  const offer = page.getByRole('region', { name: 'Changes from an earlier visit' });
  await expect(offer).toContainText('kept: 0; scenarios: 1');
  const [panel, beside] = [await app.panel.boundingBox(), await offer.boundingBox()];
  expect(beside?.x).toBeGreaterThan((panel?.x ?? 0) + (panel?.width ?? 0));
  await start.click();
  await start.click();
  await expect.poll(() => keptText(page, 'work-next')).toContain('scenario-2');
  expect(await keptText(page)).not.toContain('scenario-2');
  await expect(offer).toBeVisible();

  const second = await context.newPage();
  await servePlan(second, smallPlan());
  await second.goto(page.url());
  await expect(
    second.getByRole('alert').filter({ hasText: 'Another tab keeps the work' }),
  ).toBeVisible();
  await expect(second.getByRole('region', { name: 'Changes from an earlier visit' })).toHaveCount(
    0,
  );
  await second.close();

  await page.setViewportSize({ width: 390, height: 844 });
  const above = await offer.boundingBox();
  const sheet = await app.panel.boundingBox();
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(sheet?.y ?? 0);
  await offer.getByRole('button', { name: 'Forget them' }).click();
  await expect.poll(() => keptText(page)).toContain('scenario-2');
  expect(await keptText(page, 'work-next')).toBe('');
});

test('a change is kept though the tab is closed in the same moment', async ({
  app,
  page,
  context,
}) => {
  // Made beforehand: making it takes longer than the app waits before it writes.
  const second = await context.newPage();
  await servePlan(second, smallPlan());
  await app.open('?panel=scenarios');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  // The first change opens the store; what follows it waits for nothing but the write itself.
  await expect.poll(() => keptText(page)).toContain('Scenario 1');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await expect(app.panel.getByRole('button', { name: /^Scenario 2/ })).toBeVisible();
  await page.close({ runBeforeUnload: true });
  await second.goto('./?lang=en&panel=scenarios');
  await expect(second.getByText(/scenarios: 2/)).toBeVisible();
});
