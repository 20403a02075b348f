import { expect, test } from './test.ts';

test.describe('on a laptop', () => {
  test.use({ viewport: { width: 1366, height: 700 } });

  test('the legend starts folded, and a person’s choice to open it outlives a card', async ({
    desk,
    page,
  }) => {
    await desk.openWithMap('?panel=projects');
    await expect(desk.legend).not.toHaveAttribute('open', '');
    await desk.legend.locator('summary').click();
    await expect(desk.legend).toHaveAttribute('open', '');
    await desk.projectRow('North Port').click();
    await desk.cardShows('North Port');
    await expect(desk.legend).toHaveAttribute('open', '');
    await page.keyboard.press('Escape');
    await expect(desk.card).toHaveCount(0);
    await expect(desk.legend).toHaveAttribute('open', '');
  });

  test('what is picked is whole in sight beside the folded legend', async ({ desk }) => {
    await desk.openWithMap('?panel=projects&select=north-port');
    await desk.cardShows('North Port');
    await expect(desk.legend).not.toHaveAttribute('open', '');
    const port = await desk.map.pixelsOf([120.08, 35.9], [120.14, 35.96]);
    const legend = await desk.legend.boundingBox();
    expect(port.bottom).toBeLessThan(legend?.y ?? Number.NaN);
  });
});

test.describe('on a large screen', () => {
  test.use({ viewport: { width: 1600, height: 700 } });

  test('the legend starts open, folds while a card is open, and opens again after it', async ({
    desk,
    page,
  }) => {
    await desk.openWithMap('?panel=projects');
    await expect(desk.legend).toHaveAttribute('open', '');
    await desk.projectRow('North Port').click();
    await desk.cardShows('North Port');
    await expect(desk.legend).not.toHaveAttribute('open', '');
    await page.keyboard.press('Escape');
    await expect(desk.card).toHaveCount(0);
    await expect(desk.legend).toHaveAttribute('open', '');
  });
});
