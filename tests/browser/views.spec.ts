import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { seriousViolations } from './drivers/accessibility.ts';
import type { Controller } from './drivers/desk.ts';
import { planWithDeck } from './fixtures/small-deck.ts';
import { expect, test } from './test.ts';

test.use({ plan: planWithDeck() });
test.setTimeout(90_000);

const list = (controller: Controller): Locator =>
  controller.panel.getByRole('list', { name: /views|视图/i });
const rows = (controller: Controller): Locator => list(controller).locator('.view-row b');
const openRow = (controller: Controller): Locator =>
  list(controller).locator('[aria-current="true"] b');
const row = (controller: Controller, title: string): Locator =>
  list(controller).getByRole('button', { name: new RegExp(`^\\d+ ?${title}`) });
const button = (controller: Controller, name: string): Locator =>
  controller.panel.getByRole('button', { name, exact: true });

/** A view is opened when the address names it and the map has come to rest. */
async function isOpen(controller: Controller, number: number): Promise<void> {
  await controller.hasPart('view', `${number}`);
  await controller.map.isIdle();
}

test('views are opened by click, by keyboard and by link; what is changed is said, and undone by going back', async ({
  controller,
  page,
}) => {
  await controller.openWithMap();
  await controller.openPanel('views');
  await expect(rows(controller)).toHaveText(['Rock', 'South', 'Port']);
  await row(controller, 'South').click();
  await isOpen(controller, 2);
  await controller.cardShows('South Bay');
  await expect(controller.panel).toContainText('What South shows');
  await expect(controller.panel).toContainText('All figures are as they were');
  expect(controller.part('layers')).toBeNull();

  await controller.tabTo(row(controller, 'Port'));
  await page.keyboard.press('Enter');
  await isOpen(controller, 3);
  await expect(controller.card).toHaveCount(0);
  expect(await seriousViolations(page)).toEqual([]);

  await controller.openPanel('layers');
  await controller.layerSwitch('Railways').check();
  await controller.hasPart('view', null);
  await controller.hasPart('layers', 'ports,rail');
  await controller.openPanel('views');
  await expect(controller.panel).toContainText('The map shows something else than this view.');
  await controller.panel.getByRole('button', { name: 'Back to the view' }).click();
  await isOpen(controller, 3);
  await expect(controller.panel).not.toContainText('The map shows something else');
});

test('a view is saved as shown, worded, ordered, duplicated, removed, and every step undone', async ({
  controller,
  page,
}) => {
  await controller.openWithMap('?panel=views&layers=rail&zone=north-zone#map=11/35.9/120');
  await button(controller, 'Save view').click();
  await isOpen(controller, 101);
  await expect(rows(controller)).toHaveText(['Rock', 'South', 'Port', 'North Bay']);
  await controller.panel.getByText('Words of this view').click();
  const open = controller.panel.locator('.view-editor');
  await open.getByLabel('Title, English').fill('The north');
  await open.getByLabel('Caption, English').fill('Quay and mouth');
  await open.getByLabel('Caption, English').press('Tab');
  await expect(rows(controller).last()).toHaveText('The north');
  await expect(controller.panel.getByRole('region', { name: 'The north' })).toContainText(
    'Quay and mouth',
  );

  await button(controller, 'Move “The north” up').click();
  await expect(rows(controller)).toHaveText(['Rock', 'South', 'The north', 'Port']);
  await expect(button(controller, 'Move “The north” up')).toBeFocused();
  await row(controller, 'The north').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows(controller)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  await expect(row(controller, 'The north')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows(controller)).toHaveText(['Rock', 'The north', 'South', 'Port']);
  await row(controller, 'Rock').dragTo(row(controller, 'The north'));
  await expect(rows(controller)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  expect(controller.part('view')).toBe('101');

  await button(controller, 'Duplicate').click();
  await expect(rows(controller).nth(1)).toHaveText('The north (copy)');
  await button(controller, 'Remove').click();
  await expect(rows(controller)).toHaveText(['The north (copy)', 'Rock', 'South', 'Port']);
  await controller.hasPart('view', null);
  await button(controller, 'Undo').click();
  await button(controller, 'Undo').click();
  await expect(rows(controller)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  expect(await seriousViolations(page)).toEqual([]);
});

test('a link opens its view whatever the order; a number that nobody has falls back alone', async ({
  controller,
}) => {
  await controller.openWithMap('?panel=views&view=2');
  await expect(openRow(controller)).toHaveText('South');
  await controller.cardShows('South Bay');
  await button(controller, 'Move “South” up').click();
  await expect(rows(controller)).toHaveText(['South', 'Rock', 'Port']);
  await isOpen(controller, 2);
  await expect(openRow(controller)).toHaveText('South');

  await controller.openWithMap('?panel=views&view=999&layers=rail');
  await controller.hasPart('view', null);
  await controller.hasPart('layers', 'rail');
  await expect(openRow(controller)).toHaveCount(0);
  await expect(rows(controller).first()).toBeVisible();
});

test('a figure that is another now is told with both values', async ({ controller }) => {
  await controller.openWithMap('?panel=views&view=1');
  await expect(controller.panel).toContainText('All figures are as they were');
  await button(controller, 'Check all figures').click();
  await expect(controller.panel).toContainText('Checked views: 3. All figures are as saved.');
  await controller.openWithMap('?panel=coastline&select=quay');
  const form = controller.card.locator('form');
  await form.getByRole('combobox', { name: 'Class' }).selectOption('bedrock');
  await form.getByRole('textbox', { name: 'Reason' }).fill('seen on site');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(controller.panel.locator('output').first()).toHaveText(/83\.3\s%/);
  await controller.openPanel('views');
  await button(controller, 'Check all figures').click();
  const check = controller.panel.locator('.deck-check');
  // The port's view showed no figures; rock and south showed the ratio, of which the check says both values.
  await expect(check.getByRole('status')).toHaveText(
    'Checked views: 3, with other figures than saved: 2.',
  );
  await expect(check.getByRole('listitem').first()).toContainText(/was 50\.0\s%, now 83\.3\s%/);
  expect(controller.part('view')).toBeNull();
  await row(controller, 'Rock').click();
  await isOpen(controller, 1);
  // Rock, mended and quay: 27.7 of 33.3 km (pyproj).
  await expect(controller.panel).toContainText(
    /Natural coastline ratio: was 50\.0\s%, now 83\.3\s%/,
  );
  await expect(controller.panel).not.toContainText('Target: was');
});

test('own decks go into the work file and come back, from a file and from an earlier visit', async ({
  controller,
  page,
}) => {
  await controller.openWithMap('?panel=views&layers=rail');
  await button(controller, 'New deck').click();
  await expect(controller.panel).toContainText('No view yet.');
  await button(controller, 'Save view').click();
  await isOpen(controller, 101);
  await controller.panel.getByText('Deck settings').click();
  const settings = controller.panel.locator('.deck-settings');
  await settings.getByLabel('Title, English').fill('For the council');
  await settings.getByLabel('Title, English').press('Tab');
  const choice = controller.panel.getByLabel('Deck', { exact: true });
  await expect(choice.locator('option:checked')).toHaveText('For the council');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    button(controller, 'Save work file').click(),
  ]);
  const file = await readFile(await saved.path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({
    version: 3,
    lastViewNumber: 101,
    decks: [{ title: { en: 'For the council' }, views: [{ number: 101 }] }],
  });
  await expect.poll(() => keptText(page)).toContain('For the council');

  await controller.openWithMap('?panel=views');
  const offer = page.getByRole('region', { name: 'Changes from an earlier visit' });
  await offer.getByRole('button', { name: 'Go on with them' }).click();
  await choice.selectOption({ label: 'For the council' });
  await expect(rows(controller)).toHaveCount(1);

  await settings.locator('summary').click();
  await button(controller, 'Delete deck').click();
  await expect(rows(controller)).toHaveText(['Rock', 'South', 'Port']);
  await controller.panel
    .getByLabel('Open work file')
    .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await choice.selectOption({ label: 'For the council' });
  await expect(rows(controller)).toHaveCount(1);
});

test.describe('in Chinese', () => {
  test.use({ language: 'zh' });

  test('the deck speaks Chinese', async ({ controller, page }) => {
    await controller.openWithMap('?panel=views&view=2');
    await expect(rows(controller)).toHaveText(['石岸', '南湾', '港口']);
    await expect(controller.panel).toContainText('南湾的说明');
    await expect(controller.panel).toContainText('各项数字与保存时一致');
    await expect(button(controller, '保存当前视图')).toBeVisible();
    expect(await seriousViolations(page)).toEqual([]);
  });
});

test.describe('the deck that ships', () => {
  test.use({ plan: 'embedded' });

  test('reads on the data that ship as it was saved, its scenario included', async ({
    controller,
  }) => {
    await controller.openWithMap('?panel=views&view=10');
    await expect(controller.panel).toContainText('All figures are as they were');
    await button(controller, 'Check all figures').click();
    await expect(controller.panel).toContainText('Checked views: 10. All figures are as saved.');
  });
});

test('a deck that cannot be read says where, and leaves room for decks of their own', async ({
  controller,
  page,
}) => {
  await page.route('**/geodata/views/default.json', (route) =>
    route.fulfill({ json: { id: 'default', title: {}, views: [{ number: 0 }] } }),
  );
  await controller.openWithMap('?panel=views');
  await expect(controller.panel.getByRole('alert')).toContainText('views.0.number');
  await button(controller, 'Save view').click();
  await isOpen(controller, 101);
  await expect(rows(controller)).toHaveCount(1);
});

/** What the browser keeps, read past the app. */
function keptText(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('coastplan');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('work').objectStore('work').get('work');
          reading.onsuccess = () => resolve(String(reading.result ?? ''));
          reading.onerror = () => reject(reading.error);
        };
      }),
  );
}
