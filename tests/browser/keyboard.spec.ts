import { servePlan } from './fixtures/serve-plan.ts';
import { planWithDeck } from './fixtures/small-deck.ts';
import { expect, test } from './test.ts';

test('the whole way by keyboard: past the links, along the tabs, down the list, into the card and back', async ({
  desk,
  page,
}) => {
  const { keyboard } = page;
  await desk.openWithMap();
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: desk.words.skipToMap })).toBeFocused();
  await keyboard.press('Tab');
  const skip = page.getByRole('link', { name: desk.words.skipToPanel });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await keyboard.press('Enter');
  await expect(desk.panel).toBeFocused();

  // The tabs stand before the panel; one of them takes the focus, arrows move among them.
  await desk.tab('layers').focus();
  await keyboard.press('ArrowDown');
  await expect(desk.tab('projects')).toBeFocused();
  await expect(desk.tab('projects')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(desk.tab('data')).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(desk.tab('projects')).toHaveAttribute('aria-selected', 'true');

  const row = desk.projectRow('North Port');
  await expect(row).toBeVisible();
  await desk.tabTo(row);
  await keyboard.press('Enter');
  await desk.cardShows('North Port');
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  await desk.tabTo(desk.card.getByRole('button', { name: desk.words.clearSelection }));
  await keyboard.press('Enter');
  await expect(desk.card).toHaveCount(0);
  await expect(row).toBeFocused();

  await keyboard.press('Enter');
  await desk.cardShows('North Port');
  await keyboard.press('Escape');
  await expect(desk.card).toHaveCount(0);
  await expect(row).toBeFocused();
});

test('with the map in focus Enter picks what lies under the cross', async ({ desk, page }) => {
  await desk.openWithMap('#map=12/35.91/120.09');
  await desk.map.canvas.focus();
  await page.keyboard.press('Enter');
  await desk.cardShows('North Port');
  await page.keyboard.press('Escape');
  await expect(desk.card).toHaveCount(0);
  const { camera } = desk.map;
  await page.keyboard.press('ArrowRight');
  await desk.map.hasMovedFrom(camera);
});

test('single keys fold the panel and the legend, turn to a panel and list themselves', async ({
  desk,
  page,
}) => {
  const { keyboard } = page;
  await servePlan(page, planWithDeck());
  await desk.openWithMap();
  await keyboard.press('[');
  await expect(desk.panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: desk.words.expandPanel })).toBeVisible();
  await keyboard.press('[');
  await expect(desk.panel).toBeVisible();

  await expect(desk.legend).not.toHaveAttribute('open', '');
  await keyboard.press('l');
  await expect(desk.legend).toHaveAttribute('open', '');
  await keyboard.press('l');
  await expect(desk.legend).not.toHaveAttribute('open', '');

  for (const [key, panel] of [
    ['2', 'projects'],
    ['3', 'coastline'],
    ['4', 'scenarios'],
    ['5', 'views'],
    ['6', 'data'],
    ['1', 'layers'],
  ] as const) {
    await keyboard.press(key);
    await expect(desk.tab(panel)).toHaveAttribute('aria-selected', 'true');
    await desk.hasPart('panel', panel);
  }

  await keyboard.press('s');
  await expect(desk.tab('scenarios')).toHaveAttribute('aria-selected', 'true');
  await expect(desk.panel.getByRole('button', { name: /^Scenario 1/ })).toBeVisible();
  await desk.openPanel('layers');

  await desk.tab('layers').focus();
  await keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: desk.words.keyboard });
  await expect(dialog).toBeVisible();
  await keyboard.press('2');
  await expect(desk.tab('layers')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(desk.tab('layers')).toBeFocused();
});

test('zones are picked by keyboard, and what has the focus shows it', async ({ desk, page }) => {
  await desk.open('?panel=coastline');
  const zone = desk.zoneRow('South Bay').getByRole('button', { name: 'South Bay', exact: true });
  await expect(zone).toBeVisible();
  await desk.tabTo(zone);
  const outline = await zone.evaluate((button) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(button);
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(outline).toBe('solid 2px');
  await page.keyboard.press('Enter');
  await expect(desk.zoneRow('South Bay')).toHaveAttribute('aria-selected', 'true');
  await desk.cardShows('South Bay');
});
