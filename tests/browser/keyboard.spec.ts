import { servePlan } from './fixtures/serve-plan.ts';
import { planWithDeck } from './fixtures/small-deck.ts';
import { expect, test, testWithoutMap } from './test.ts';

test('the whole way by keyboard: past the links, along the tabs, down the list, into the card and back', async ({
  app,
  page,
}) => {
  const { keyboard } = page;
  await app.openWithMap();
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: app.words.skipToMap })).toBeFocused();
  await keyboard.press('Tab');
  const skip = page.getByRole('link', { name: app.words.skipToPanel });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await keyboard.press('Enter');
  await expect(app.panel).toBeFocused();

  // The tabs stand before the panel; one of them takes the focus, arrows move among them.
  await app.tab('layers').focus();
  await keyboard.press('ArrowDown');
  await expect(app.tab('projects')).toBeFocused();
  await expect(app.tab('projects')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(app.tab('data')).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(app.tab('projects')).toHaveAttribute('aria-selected', 'true');

  const row = app.projectRow('North Port');
  await expect(row).toBeVisible();
  await app.tabTo(row);
  await keyboard.press('Enter');
  await app.cardShows('North Port');
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  await app.tabTo(app.card.getByRole('button', { name: app.words.clearSelection }));
  await keyboard.press('Enter');
  await expect(app.card).toHaveCount(0);
  await expect(row).toBeFocused();

  await keyboard.press('Enter');
  await app.cardShows('North Port');
  await keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
  await expect(row).toBeFocused();
});

test('with the map in focus Enter picks what lies under the cross', async ({ app, page }) => {
  await app.openWithMap('#map=12/35.91/120.09');
  await app.map.canvas.focus();
  await page.keyboard.press('Enter');
  await app.cardShows('North Port');
  await page.keyboard.press('Escape');
  await expect(app.card).toHaveCount(0);
  const { camera } = app.map;
  await page.keyboard.press('ArrowRight');
  await app.map.hasMovedFrom(camera);
});

test('single keys fold the panel and the legend, turn to a panel and list themselves', async ({
  app,
  page,
}) => {
  const { keyboard } = page;
  await servePlan(page, planWithDeck());
  await app.openWithMap();
  await keyboard.press('[');
  await expect(app.panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: app.words.expandPanel })).toBeVisible();
  await keyboard.press('[');
  await expect(app.panel).toBeVisible();

  await expect(app.legend).not.toHaveAttribute('open', '');
  await keyboard.press('l');
  await expect(app.legend).toHaveAttribute('open', '');
  await keyboard.press('l');
  await expect(app.legend).not.toHaveAttribute('open', '');

  for (const [key, panel] of [
    ['2', 'projects'],
    ['3', 'coastline'],
    ['4', 'scenarios'],
    ['5', 'views'],
    ['6', 'data'],
    ['1', 'layers'],
  ] as const) {
    await keyboard.press(key);
    await expect(app.tab(panel)).toHaveAttribute('aria-selected', 'true');
    await app.hasPart('panel', panel);
  }

  await keyboard.press('s');
  await expect(app.tab('scenarios')).toHaveAttribute('aria-selected', 'true');
  await expect(app.panel.getByRole('button', { name: /^Scenario 1/ })).toBeVisible();
  await app.openPanel('layers');

  await app.tab('layers').focus();
  await keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: app.words.keyboard });
  await expect(dialog).toBeVisible();
  await keyboard.press('2');
  await expect(app.tab('layers')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(app.tab('layers')).toBeFocused();
});

testWithoutMap(
  'zones are picked by keyboard, and what has the focus shows it',
  async ({ app, page }) => {
    await app.open('?panel=coastline');
    const zone = app.zoneRow('South Bay').getByRole('button', { name: 'South Bay', exact: true });
    await expect(zone).toBeVisible();
    await app.tabTo(zone);
    const outline = await zone.evaluate((button) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(button);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 2px');
    await page.keyboard.press('Enter');
    await expect(app.zoneRow('South Bay')).toHaveAttribute('aria-selected', 'true');
    await app.cardShows('South Bay');
  },
);
