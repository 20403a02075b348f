import { servePlan } from './fixtures/serve-plan.ts';
import { planWithDeck } from './fixtures/small-deck.ts';
import { expect, test } from './test.ts';

test('the whole way by keyboard: past the links, along the tabs, down the list, into the card and back', async ({
  controller,
  page,
}) => {
  const { keyboard } = page;
  await controller.openWithMap();
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: controller.words.skipToMap })).toBeFocused();
  await keyboard.press('Tab');
  const skip = page.getByRole('link', { name: controller.words.skipToPanel });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await keyboard.press('Enter');
  await expect(controller.panel).toBeFocused();

  // The tabs stand before the panel; one of them takes the focus, arrows move among them.
  await controller.tab('layers').focus();
  await keyboard.press('ArrowDown');
  await expect(controller.tab('projects')).toBeFocused();
  await expect(controller.tab('projects')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(controller.tab('data')).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(controller.tab('projects')).toHaveAttribute('aria-selected', 'true');

  const row = controller.projectRow('North Port');
  await expect(row).toBeVisible();
  await controller.tabTo(row);
  await keyboard.press('Enter');
  await controller.cardShows('North Port');
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  await controller.tabTo(
    controller.card.getByRole('button', { name: controller.words.clearSelection }),
  );
  await keyboard.press('Enter');
  await expect(controller.card).toHaveCount(0);
  await expect(row).toBeFocused();

  await keyboard.press('Enter');
  await controller.cardShows('North Port');
  await keyboard.press('Escape');
  await expect(controller.card).toHaveCount(0);
  await expect(row).toBeFocused();
});

test('with the map in focus Enter picks what lies under the cross', async ({
  controller,
  page,
}) => {
  await controller.openWithMap('#map=12/35.91/120.09');
  await controller.map.canvas.focus();
  await page.keyboard.press('Enter');
  await controller.cardShows('North Port');
  await page.keyboard.press('Escape');
  await expect(controller.card).toHaveCount(0);
  const { camera } = controller.map;
  await page.keyboard.press('ArrowRight');
  await controller.map.hasMovedFrom(camera);
});

test('single keys fold the panel and the legend, turn to a panel and list themselves', async ({
  controller,
  page,
}) => {
  const { keyboard } = page;
  await servePlan(page, planWithDeck());
  await controller.openWithMap();
  await keyboard.press('[');
  await expect(controller.panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: controller.words.expandPanel })).toBeVisible();
  await keyboard.press('[');
  await expect(controller.panel).toBeVisible();

  await expect(controller.legend).not.toHaveAttribute('open', '');
  await keyboard.press('l');
  await expect(controller.legend).toHaveAttribute('open', '');
  await keyboard.press('l');
  await expect(controller.legend).not.toHaveAttribute('open', '');

  for (const [key, panel] of [
    ['2', 'projects'],
    ['3', 'coastline'],
    ['4', 'scenarios'],
    ['5', 'views'],
    ['6', 'data'],
    ['1', 'layers'],
  ] as const) {
    await keyboard.press(key);
    await expect(controller.tab(panel)).toHaveAttribute('aria-selected', 'true');
    await controller.hasPart('panel', panel);
  }

  await keyboard.press('s');
  await expect(controller.tab('scenarios')).toHaveAttribute('aria-selected', 'true');
  await expect(controller.panel.getByRole('button', { name: /^Scenario 1/ })).toBeVisible();
  await controller.openPanel('layers');

  await controller.tab('layers').focus();
  await keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: controller.words.keyboard });
  await expect(dialog).toBeVisible();
  await keyboard.press('2');
  await expect(controller.tab('layers')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(controller.tab('layers')).toBeFocused();
});

test('zones are picked by keyboard, and what has the focus shows it', async ({
  controller,
  page,
}) => {
  await controller.open('?panel=coastline');
  const zone = controller
    .zoneRow('South Bay')
    .getByRole('button', { name: 'South Bay', exact: true });
  await expect(zone).toBeVisible();
  await controller.tabTo(zone);
  const outline = await zone.evaluate((button) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(button);
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(outline).toBe('solid 2px');
  await page.keyboard.press('Enter');
  await expect(controller.zoneRow('South Bay')).toHaveAttribute('aria-selected', 'true');
  await controller.cardShows('South Bay');
});
