import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { seriousViolations } from './drivers/accessibility.ts';
import type { Desk } from './drivers/desk.ts';
import { planWithDeck } from './fixtures/small-deck.ts';
import { expect, test } from './test.ts';

test.use({ plan: planWithDeck() });
test.setTimeout(90_000);

const list = (desk: Desk): Locator => desk.panel.getByRole('list', { name: /views|视图/i });
const rows = (desk: Desk): Locator => list(desk).locator('.view-row b');
const openRow = (desk: Desk): Locator => list(desk).locator('[aria-current="true"] b');
const row = (desk: Desk, title: string): Locator =>
  list(desk).getByRole('button', { name: new RegExp(`^\\d+ ?${title}`) });
const button = (desk: Desk, name: string): Locator =>
  desk.panel.getByRole('button', { name, exact: true });

/** A view is opened when the address names it and the map has come to rest. */
async function isOpen(desk: Desk, number: number): Promise<void> {
  await desk.hasPart('view', `${number}`);
  await desk.map.isIdle();
}

test('views are opened by click, by keyboard and by link; what is changed is said, and undone by going back', async ({
  desk,
  page,
}) => {
  await desk.openWithMap();
  await desk.openPanel('views');
  await expect(rows(desk)).toHaveText(['Rock', 'South', 'Port']);
  await row(desk, 'South').click();
  await isOpen(desk, 2);
  await desk.cardShows('South Bay');
  await expect(desk.panel).toContainText('What South shows');
  await expect(desk.panel).toContainText('All figures are as they were');
  expect(desk.part('layers')).toBeNull();

  await desk.tabTo(row(desk, 'Port'));
  await page.keyboard.press('Enter');
  await isOpen(desk, 3);
  await expect(desk.card).toHaveCount(0);
  expect(await seriousViolations(page)).toEqual([]);

  await desk.openPanel('layers');
  await desk.layerSwitch('Railways').check();
  await desk.hasPart('view', null);
  await desk.hasPart('layers', 'ports,rail');
  await desk.openPanel('views');
  await expect(desk.panel).toContainText('The map shows something else than this view.');
  await desk.panel.getByRole('button', { name: 'Back to the view' }).click();
  await isOpen(desk, 3);
  await expect(desk.panel).not.toContainText('The map shows something else');
});

test('a view is saved as shown, worded, ordered, duplicated, removed, and every step undone', async ({
  desk,
  page,
}) => {
  await desk.openWithMap('?panel=views&layers=rail&zone=north-zone#map=11/35.9/120');
  await button(desk, 'Save view').click();
  await isOpen(desk, 101);
  await expect(rows(desk)).toHaveText(['Rock', 'South', 'Port', 'North Bay']);
  await desk.panel.getByText('Words of this view').click();
  const open = desk.panel.locator('.open-view');
  await open.getByLabel('Title, English').fill('The north');
  await open.getByLabel('Caption, English').fill('Quay and mouth');
  await open.getByLabel('Caption, English').press('Tab');
  await expect(rows(desk).last()).toHaveText('The north');
  await expect(desk.panel.getByRole('region', { name: 'The north' })).toContainText(
    'Quay and mouth',
  );

  await button(desk, 'Move “The north” up').click();
  await expect(rows(desk)).toHaveText(['Rock', 'South', 'The north', 'Port']);
  await expect(button(desk, 'Move “The north” up')).toBeFocused();
  await row(desk, 'The north').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows(desk)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  await expect(row(desk, 'The north')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows(desk)).toHaveText(['Rock', 'The north', 'South', 'Port']);
  await row(desk, 'Rock').dragTo(row(desk, 'The north'));
  await expect(rows(desk)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  expect(desk.part('view')).toBe('101');

  await button(desk, 'Duplicate').click();
  await expect(rows(desk).nth(1)).toHaveText('The north (copy)');
  await button(desk, 'Remove').click();
  await expect(rows(desk)).toHaveText(['The north (copy)', 'Rock', 'South', 'Port']);
  await desk.hasPart('view', null);
  await button(desk, 'Undo').click();
  await button(desk, 'Undo').click();
  await expect(rows(desk)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  expect(await seriousViolations(page)).toEqual([]);
});

test('a link opens its view whatever the order; a number that nobody has falls back alone', async ({
  desk,
}) => {
  await desk.openWithMap('?panel=views&view=2');
  await expect(openRow(desk)).toHaveText('South');
  await desk.cardShows('South Bay');
  await button(desk, 'Move “South” up').click();
  await expect(rows(desk)).toHaveText(['South', 'Rock', 'Port']);
  await isOpen(desk, 2);
  await expect(openRow(desk)).toHaveText('South');

  await desk.openWithMap('?panel=views&view=999&layers=rail');
  await desk.hasPart('view', null);
  await desk.hasPart('layers', 'rail');
  await expect(openRow(desk)).toHaveCount(0);
  await expect(rows(desk).first()).toBeVisible();
});

test('a figure that is another now is told with both values', async ({ desk }) => {
  await desk.openWithMap('?panel=views&view=1');
  await expect(desk.panel).toContainText('All figures are as they were');
  await button(desk, 'Check all figures').click();
  await expect(desk.panel).toContainText('Checked views: 3. All figures are as saved.');
  await desk.openWithMap('?panel=coastline&select=quay');
  const form = desk.card.locator('form');
  await form.getByRole('combobox', { name: 'Class' }).selectOption('bedrock');
  await form.getByRole('textbox', { name: 'Reason' }).fill('seen on site');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(desk.panel.locator('output').first()).toHaveText(/83\.3\s%/);
  await desk.openPanel('views');
  await button(desk, 'Check all figures').click();
  const check = desk.panel.locator('.deck-check');
  // The port's view showed no figures; rock and south showed the ratio, of which the check says both values.
  await expect(check.getByRole('status')).toHaveText(
    'Checked views: 3, with other figures than saved: 2.',
  );
  await expect(check.getByRole('listitem').first()).toContainText(/was 50\.0\s%, now 83\.3\s%/);
  expect(desk.part('view')).toBeNull();
  await row(desk, 'Rock').click();
  await isOpen(desk, 1);
  // Rock, mended and quay: 27.7 of 33.3 km (pyproj).
  await expect(desk.panel).toContainText(/Natural coastline ratio: was 50\.0\s%, now 83\.3\s%/);
  await expect(desk.panel).not.toContainText('Target: was');
});

test('own decks go into the work file and come back, from a file and from an earlier visit', async ({
  desk,
  page,
}) => {
  await desk.openWithMap('?panel=views&layers=rail');
  await button(desk, 'New deck').click();
  await expect(desk.panel).toContainText('No view yet.');
  await button(desk, 'Save view').click();
  await isOpen(desk, 101);
  await desk.panel.getByText('Deck settings').click();
  const settings = desk.panel.locator('.deck-settings');
  await settings.getByLabel('Title, English').fill('For the council');
  await settings.getByLabel('Title, English').press('Tab');
  const choice = desk.panel.getByLabel('Deck', { exact: true });
  await expect(choice.locator('option:checked')).toHaveText('For the council');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    button(desk, 'Save work file').click(),
  ]);
  const file = await readFile(await saved.path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({
    version: 3,
    lastViewNumber: 101,
    decks: [{ title: { en: 'For the council' }, views: [{ number: 101 }] }],
  });
  await expect.poll(() => keptText(page)).toContain('For the council');

  await desk.openWithMap('?panel=views');
  const offer = page.getByRole('region', { name: 'Changes from an earlier visit' });
  await offer.getByRole('button', { name: 'Go on with them' }).click();
  await choice.selectOption({ label: 'For the council' });
  await expect(rows(desk)).toHaveCount(1);

  await settings.locator('summary').click();
  await button(desk, 'Delete deck').click();
  await expect(rows(desk)).toHaveText(['Rock', 'South', 'Port']);
  await desk.panel
    .getByLabel('Open work file')
    .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await choice.selectOption({ label: 'For the council' });
  await expect(rows(desk)).toHaveCount(1);
});

test.describe('in Chinese', () => {
  test.use({ language: 'zh' });

  test('the deck speaks Chinese', async ({ desk, page }) => {
    await desk.openWithMap('?panel=views&view=2');
    await expect(rows(desk)).toHaveText(['石岸', '南湾', '港口']);
    await expect(desk.panel).toContainText('南湾的说明');
    await expect(desk.panel).toContainText('各项数字与保存时一致');
    await expect(button(desk, '保存当前视图')).toBeVisible();
    expect(await seriousViolations(page)).toEqual([]);
  });
});

test.describe('the deck that ships', () => {
  test.use({ plan: 'embedded' });

  test('reads on the data that ship as it was saved, its scenario included', async ({ desk }) => {
    await desk.openWithMap('?panel=views&view=10');
    await expect(desk.panel).toContainText('All figures are as they were');
    await button(desk, 'Check all figures').click();
    await expect(desk.panel).toContainText('Checked views: 10. All figures are as saved.');
  });
});

test('a deck that cannot be read says where, and leaves room for decks of their own', async ({
  desk,
  page,
}) => {
  await page.route('**/geodata/views/default.json', (route) =>
    route.fulfill({ json: { id: 'default', title: {}, views: [{ number: 0 }] } }),
  );
  await desk.openWithMap('?panel=views');
  await expect(desk.panel.getByRole('alert')).toContainText('views.0.number');
  await button(desk, 'Save view').click();
  await isOpen(desk, 101);
  await expect(rows(desk)).toHaveCount(1);
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
