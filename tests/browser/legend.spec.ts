import { expect, test } from './test.ts';

test.describe('on a laptop', () => {
  test.use({ viewport: { width: 1366, height: 700 } });

  test('the legend starts folded, and a person’s choice to open it outlives a card', async ({
    controller,
    page,
  }) => {
    await controller.openWithMap('?panel=projects');
    await expect(controller.legend).not.toHaveAttribute('open', '');
    await controller.legend.locator('summary').click();
    await expect(controller.legend).toHaveAttribute('open', '');
    await controller.projectRow('North Port').click();
    await controller.cardShows('North Port');
    await expect(controller.legend).toHaveAttribute('open', '');
    await page.keyboard.press('Escape');
    await expect(controller.card).toHaveCount(0);
    await expect(controller.legend).toHaveAttribute('open', '');
  });

  test('what is picked is whole in sight beside the folded legend', async ({ controller }) => {
    await controller.openWithMap('?panel=projects&select=north-port');
    await controller.cardShows('North Port');
    await expect(controller.legend).not.toHaveAttribute('open', '');
    const port = await controller.map.pixelsOf([120.08, 35.9], [120.14, 35.96]);
    const legend = await controller.legend.boundingBox();
    expect(port.bottom).toBeLessThan(legend?.y ?? Number.NaN);
  });
});

test.describe('on a large screen', () => {
  test.use({ viewport: { width: 1600, height: 700 } });

  test('the legend starts open, folds while a card is open, and opens again after it', async ({
    controller,
    page,
  }) => {
    await controller.openWithMap('?panel=projects');
    await expect(controller.legend).toHaveAttribute('open', '');
    await controller.projectRow('North Port').click();
    await controller.cardShows('North Port');
    await expect(controller.legend).not.toHaveAttribute('open', '');
    await page.keyboard.press('Escape');
    await expect(controller.card).toHaveCount(0);
    await expect(controller.legend).toHaveAttribute('open', '');
  });
});
