import { readFile } from 'node:fs/promises';
import { chanceOf } from '../seeded-chance.ts';
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
  await expect(offer).toContainText('changes of class: 1');
  await offer.getByRole('button', { name: 'Go on with them' }).click();
  await expect(headline).toHaveText(/83\.3\s%/);
  await expect(offer).toHaveCount(0);
  // One press never takes away what was kept: it is the floor of the history.
  await page.keyboard.press('Control+z');
  await expect(app.panel.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(headline).toHaveText(/83\.3\s%/);
  // A page that is loaded again goes on unasked.
  await page.reload();
  await expect(headline).toHaveText(/83\.3\s%/);
  await expect(page.getByText('Your work goes on where it was')).toBeVisible();
  await expect(offer).toHaveCount(0);

  const open = (name: string, text: string) =>
    changes
      .getByLabel('Open work file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await open('broken.json', file.replace('"bedrock"', '"marble"'));
  await expect(page.getByRole('alert').filter({ hasText: 'log.0.class' })).toBeVisible();
  await expect(headline).toHaveText(/83\.3\s%/);
  await expect(changes.getByLabel('Open work file')).toHaveAccessibleDescription('up to 256 MiB');
  await open('work.json', file.replace('"bedrock"', '"artificial"'));
  await expect(headline).toHaveText(/50\.0\s%/);
  // The file's field keeps the focus, and the keys work all the same.
  await page.keyboard.press('Control+z');
  await expect(headline).toHaveText(/83\.3\s%/);
  await page.keyboard.press('Control+y');
  await expect(headline).toHaveText(/50\.0\s%/);
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
  await expect(offer).toContainText('scenarios: 1 (“Scenario 1”)');
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
  const sign = second.getByRole('button', { name: 'Not kept' });
  await expect(sign).toBeVisible();
  await sign.click();
  await expect(second.getByRole('region', { name: 'Your work' })).toContainText(
    'another tab keeps the work',
  );
  await second.close();

  await page.setViewportSize({ width: 390, height: 844 });
  const above = await offer.boundingBox();
  const sheet = await app.panel.boundingBox();
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(sheet?.y ?? 0);
  // To forget takes a second press.
  await offer.getByRole('button', { name: 'Forget them' }).click();
  await expect(offer).toContainText('Delete for good');
  await offer.getByRole('button', { name: 'Keep them' }).click();
  await expect(offer).toContainText('Kept from');
  await offer.getByRole('button', { name: 'Forget them' }).click();
  await offer.getByRole('button', { name: 'Delete them' }).click();
  await expect.poll(() => keptText(page)).toContain('scenario-2');
  expect(await keptText(page, 'work-next')).toBe('');
});

test('the second tab takes over when the first goes, beside what that has kept', async ({
  app,
  page,
  context,
}) => {
  await app.open('?panel=scenarios');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await expect.poll(() => keptText(page)).toContain('Scenario 1');
  const second = await context.newPage();
  await servePlan(second, smallPlan());
  await second.goto(page.url());
  const sign = second.getByRole('button', { name: 'Not kept' });
  await expect(sign).toBeVisible();
  await second.getByRole('button', { name: 'New scenario' }).click();
  await second.getByRole('button', { name: 'New scenario' }).click();
  await page.close();
  await expect(sign).toHaveCount(0);
  const offer = second.getByRole('region', { name: 'Changes from an earlier visit' });
  await offer.getByRole('button', { name: 'Go on with them' }).click();
  for (const name of [/^Scenario 1/, /^Scenario 2/])
    await expect(second.getByRole('tabpanel').getByRole('button', { name })).toHaveCount(1);
  await expect.poll(() => keptText(second)).toContain('Scenario 2');
});

test('a database that is closed under the page is opened again, and the work written', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, ...given: [string, number?]) {
      const request = open.apply(this, given);
      request.addEventListener('success', () => {
        if (given[0] === 'coastplan' && !('openedDatabase' in window))
          Object.assign(window, { openedDatabase: request.result });
      });
      return request;
    };
  });
  await app.open('?panel=scenarios');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await expect.poll(() => keptText(page)).toContain('scenario-1');
  await page.evaluate(() => {
    const { openedDatabase } = window as unknown as { openedDatabase: IDBDatabase };
    openedDatabase.close();
  });
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await expect.poll(() => keptText(page)).toContain('scenario-2');
  await expect(page.getByRole('button', { name: 'Not kept' })).toHaveCount(0);
  await app.openPanel('data');
  const sheet = app.panel.getByRole('region', { name: 'Your work' });
  await expect(sheet).toContainText('scenarios: 2 (“Scenario 1”, “Scenario 2”)');
  // The browser was asked never to clear it, and its answer is told, whichever it is.
  await expect(sheet).toContainText(/promised not to clear it|may clear it/);
});

test('a full storage is told in one sentence with the cure, work goes on, and is kept once there is room', async ({
  app,
  page,
  context,
}) => {
  await app.open('?panel=scenarios');
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  const allow = (quotaSize?: number) =>
    devtools.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize && { quotaSize }) });
  await allow(1);
  const named = app.panel.getByRole('button', { name: 'New scenario' });
  await named.click();
  const told = page.getByRole('alert').filter({ hasText: 'does not keep changes here' });
  await expect(told).toContainText('save a work file before you close the page');
  const sign = page.getByRole('button', { name: 'Not kept' });
  await expect(sign).toBeVisible();
  await named.click();
  await expect(app.panel.getByRole('button', { name: /^Scenario 2/ })).toBeVisible();
  await allow();
  await expect(sign).toHaveCount(0, { timeout: 15_000 });
  await expect(told).toHaveCount(0);
  expect(await keptText(page)).toContain('Scenario 2');
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

test('a page that is killed in the middle of editing misses no change older than a second, and undo goes back to where it began', async ({
  app,
  context,
}) => {
  const chance = chanceOf(20_261_203);
  let page = app.page;
  const names = () => page.getByRole('tabpanel').locator('.scenario__name').allInnerTexts();
  let expected: readonly (readonly string[])[] = [[]];
  for (let life = 0; life < 5; life += 1) {
    await page.goto('./?lang=en&panel=scenarios');
    const add = page.getByRole('button', { name: 'New scenario' });
    await expect(add).toBeVisible();
    if (life > 0) await page.getByRole('button', { name: 'Go on with them' }).click();
    const floor = await names();
    expect(expected).toContainEqual(floor);
    for (let edit = 0; edit < 12; edit += 1) {
      const dice = chance();
      if (dice < 0.6) await add.click();
      else await page.keyboard.press(dice < 0.85 ? 'Control+z' : 'Control+y');
    }
    const rested = await names();
    if (life === 4) {
      for (let step = 0; step < 13; step += 1) await page.keyboard.press('Control+z');
      expect(await names()).toEqual(floor);
      return;
    }
    // The promise itself: a second after a change it is kept.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await add.click();
    expected = [rested, await names()];
    const killed = page.waitForEvent('crash');
    const devtools = await context.newCDPSession(page);
    devtools.send('Page.crash').catch(() => undefined);
    await killed;
    const next = await context.newPage();
    await servePlan(next, smallPlan());
    await page.close();
    page = next;
  }
});
