import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright/test';
import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { keptText } from './drivers/kept-text.ts';
import { planWithDeck } from './fixtures/small-deck.ts';
import { expect, test, testWithoutMap } from './test.ts';

test.use({ plan: planWithDeck() });
test.setTimeout(90_000);

const list = (app: AppPage): Locator => app.panel.getByRole('list', { name: /views|视图/i });
const rows = (app: AppPage): Locator => list(app).locator('.view-row b');
const openRow = (app: AppPage): Locator => list(app).locator('[aria-current="true"] b');
const row = (app: AppPage, title: string): Locator =>
  list(app).getByRole('button', { name: new RegExp(`^\\d+ ?${title}`) });
const button = (app: AppPage, name: string): Locator =>
  app.panel.getByRole('button', { name, exact: true });

/** A view is opened when the address names it and the map, where there is one, has come to rest. */
async function isOpen(app: AppPage, number: number): Promise<void> {
  await app.hasPart('view', `${number}`);
  await app.map.isSettled();
}

test('views are opened by click, by keyboard and by link; what is changed is said, and undone by going back', async ({
  app,
  page,
}) => {
  await app.openWithMap();
  await app.openPanel('views');
  await expect(rows(app)).toHaveText(['Rock', 'South', 'Port']);
  await row(app, 'South').click();
  await isOpen(app, 2);
  await app.cardShows('South Bay');
  await expect(app.panel).toContainText('What South shows');
  await expect(app.panel).toContainText('All figures are as they were');
  expect(app.part('layers')).toBeNull();

  await app.tabTo(row(app, 'Port'));
  await page.keyboard.press('Enter');
  await isOpen(app, 3);
  await expect(app.card).toHaveCount(0);
  expect(await seriousViolations(page)).toEqual([]);

  await app.openPanel('layers');
  await app.layerSwitch('Railways').check();
  await app.hasPart('view', null);
  await app.hasPart('layers', 'ports,rail');
  await app.openPanel('views');
  await expect(app.panel).toContainText('The map shows something else than this view.');
  await app.panel.getByRole('button', { name: 'Back to the view' }).click();
  await isOpen(app, 3);
  await expect(app.panel).not.toContainText('The map shows something else');
});

test('a view is saved as shown, worded, ordered, duplicated, removed, and every step undone', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=views&layers=rail&zone=north-zone#map=11/35.9/120');
  await button(app, 'Save view').click();
  await isOpen(app, 101);
  await expect(rows(app)).toHaveText(['Rock', 'South', 'Port', 'North Bay']);
  await app.panel.getByText('Words of this view').click();
  const open = app.panel.locator('.view-editor');
  await open.getByLabel('Title, English').fill('The north');
  await open.getByLabel('Caption, English').fill('Quay and mouth');
  await open.getByLabel('Caption, English').press('Tab');
  await expect(rows(app).last()).toHaveText('The north');
  await expect(app.panel.getByRole('region', { name: 'The north' })).toContainText(
    'Quay and mouth',
  );

  await button(app, 'Move “The north” up').click();
  await expect(rows(app)).toHaveText(['Rock', 'South', 'The north', 'Port']);
  await expect(button(app, 'Move “The north” up')).toBeFocused();
  await row(app, 'The north').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows(app)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  await expect(row(app, 'The north')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows(app)).toHaveText(['Rock', 'The north', 'South', 'Port']);
  await row(app, 'Rock').dragTo(row(app, 'The north'));
  await expect(rows(app)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  expect(app.part('view')).toBe('101');

  await button(app, 'Duplicate').click();
  await expect(rows(app).nth(1)).toHaveText('The north (copy)');
  // The copy is open: what is done next is done to it.
  await expect(openRow(app)).toHaveText('The north (copy)');
  await button(app, 'Remove').click();
  await expect(rows(app)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  await app.hasPart('view', null);
  await button(app, 'Undo').click();
  await button(app, 'Undo').click();
  await expect(rows(app)).toHaveText(['The north', 'Rock', 'South', 'Port']);
  expect(await seriousViolations(page)).toEqual([]);
});

test('a link opens its view whatever the order; a number that nobody has falls back alone', async ({
  app,
}) => {
  await app.openWithMap('?panel=views&view=2');
  await expect(openRow(app)).toHaveText('South');
  await app.cardShows('South Bay');
  await button(app, 'Move “South” up').click();
  await expect(rows(app)).toHaveText(['South', 'Rock', 'Port']);
  await isOpen(app, 2);
  await expect(openRow(app)).toHaveText('South');

  await app.openWithMap('?panel=views&view=999&layers=rail');
  await app.hasPart('view', null);
  await app.hasPart('layers', 'rail');
  await expect(openRow(app)).toHaveCount(0);
  await expect(rows(app).first()).toBeVisible();
});

testWithoutMap(
  'a view saves the scenario that the map shows, and the deck shows it',
  async ({ app, page }) => {
    await app.open('?panel=scenarios');
    await app.panel.getByRole('button', { name: 'New scenario' }).click();
    await app.panel.getByText('By numbers').click();
    await app.panel.getByLabel('Centre').fill('120 35.75');
    await app.panel.getByLabel('Bearing').fill('0');
    await app.panel.getByRole('button', { name: 'Add the rectangle' }).click();
    await expect(app.panel.getByRole('button', { name: /Site 1/ })).toContainText(/takes 400\sm/);
    await app.openPanel('views');
    await expect(app.panel.getByText('The map shows the scenario “Scenario 1”')).toBeVisible();
    await app.panel.getByRole('button', { name: 'Save view' }).click();
    await expect(page.getByText('View 101 saved: Scenario 1')).toBeVisible();
    await expect
      .poll(() => keptText(page))
      .toMatch(/"number": 101[\s\S]*"scenario": \{[\s\S]*Site 1/);
    await page.keyboard.press('Shift+F5');
    const slide = page.getByRole('region', { name: 'Presentation' });
    await expect(slide).toContainText('Scenario 1');
    // Rock 11.1 km and mended 5.5 km of 33.3 km; without 400 m of rock 48.8 %.
    await expect(slide).toContainText(/48\.8\d?\s%/);
    await page.keyboard.press('Escape');

    // From the scenario's own panel as well.
    await app.openPanel('scenarios');
    await app.panel.getByRole('button', { name: 'Save view' }).click();
    await expect(page.getByText('View 102 saved: Scenario 1')).toBeVisible();
  },
);

testWithoutMap('a figure that is another now is told with both values', async ({ app }) => {
  await app.open('?panel=views&view=1');
  await expect(app.panel).toContainText('All figures are as they were');
  await button(app, 'Check all figures').click();
  await expect(app.panel).toContainText('Checked views: 3. All figures are as saved.');
  await app.open('?panel=coastline&select=quay');
  const form = app.card.locator('form');
  await form.getByRole('combobox', { name: 'Class' }).selectOption('bedrock');
  await form.getByRole('textbox', { name: 'Reason' }).fill('seen on site');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(app.panel.locator('output').first()).toHaveText(/83\.3\s%/);
  await app.openPanel('views');
  await button(app, 'Check all figures').click();
  const check = app.panel.locator('.deck-check');
  // The port's view showed no figures; rock and south showed the ratio, of which the check says both values.
  await expect(check.getByRole('status')).toHaveText(
    'Checked views: 3, with other figures than saved: 2.',
  );
  await expect(check.getByRole('listitem').first()).toContainText(/was 50\.0\s%, now 83\.3\s%/);
  expect(app.part('view')).toBeNull();
  await row(app, 'Rock').click();
  await isOpen(app, 1);
  // Rock, mended and quay: 27.7 of 33.3 km (pyproj).
  await expect(app.panel).toContainText(/Natural coastline ratio: was 50\.0\s%, now 83\.3\s%/);
  await expect(app.panel).not.toContainText('Target: was');
});

testWithoutMap(
  'own decks go into the work file and come back, from a file and from an earlier visit',
  async ({ app, page }) => {
    await app.open('?panel=views&layers=rail');
    await button(app, 'New deck').click();
    await expect(app.panel).toContainText('No view yet.');
    await button(app, 'Save view').click();
    await isOpen(app, 101);
    await app.panel.getByText('Deck settings').click();
    const settings = app.panel.locator('.deck-settings');
    await settings.getByLabel('Title, English').fill('For the council');
    await settings.getByLabel('Title, English').press('Tab');
    const choice = app.panel.getByLabel('Deck', { exact: true });
    await expect(choice.locator('option:checked')).toHaveText('For the council');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      button(app, 'Save work file').click(),
    ]);
    const file = await readFile(await saved.path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject({
      version: 10,
      lastViewNumber: 101,
      decks: [{ title: { en: 'For the council' }, views: [{ number: 101 }] }],
    });
    await expect.poll(() => keptText(page)).toContain('For the council');

    await app.open('?panel=views');
    const offer = page.getByRole('region', { name: 'Changes from an earlier visit' });
    await offer.getByRole('button', { name: 'Go on with them' }).click();
    // A room's projector is the same for every deck.
    const shape = app.panel.getByRole('combobox', { name: 'Shape of the slides' });
    await shape.selectOption('standard');
    await choice.selectOption({ label: 'For the council' });
    await expect(rows(app)).toHaveCount(1);
    await expect(shape).toHaveValue('standard');

    await settings.locator('summary').click();
    await button(app, 'Delete deck').click();
    await expect(rows(app)).toHaveText(['Rock', 'South', 'Port']);
    await app.panel
      .getByLabel('Open work file')
      .setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: Buffer.from(file) });
    await choice.selectOption({ label: 'For the council' });
    await expect(rows(app)).toHaveCount(1);
  },
);

test.describe('in Chinese', () => {
  test.use({ language: 'zh' });

  testWithoutMap('the deck speaks Chinese', async ({ app, page }) => {
    await app.open('?panel=views&view=2');
    await expect(rows(app)).toHaveText(['石岸', '南湾', '港口']);
    await expect(app.panel).toContainText('南湾的说明');
    await expect(app.panel).toContainText('各项数字与保存时一致');
    await expect(button(app, '保存当前视图')).toBeVisible();
    expect(await seriousViolations(page)).toEqual([]);
  });
});

test.describe('the deck that ships', () => {
  test.use({ plan: 'embedded' });

  testWithoutMap(
    'reads on the data that ship as it was saved, its scenario included',
    async ({ app }) => {
      await app.open('?panel=views&view=10');
      await expect(app.panel).toContainText('All figures are as they were');
      await button(app, 'Check all figures').click();
      await expect(app.panel).toContainText('Checked views: 10. All figures are as saved.');
    },
  );
});

testWithoutMap(
  'a deck that cannot be read says where, and leaves room for decks of their own',
  async ({ app, page }) => {
    await page.route('**/geodata/views/default.json', (route) =>
      route.fulfill({ json: { id: 'default', title: {}, views: [{ number: 0 }] } }),
    );
    await app.open('?panel=views');
    await expect(app.panel.getByRole('alert')).toContainText('views.0.number');
    await button(app, 'Save view').click();
    await isOpen(app, 101);
    await expect(rows(app)).toHaveCount(1);
  },
);
