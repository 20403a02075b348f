import { expect, test } from './test.ts';

test.describe('on a laptop', () => {
  test.use({ viewport: { width: 1366, height: 700 } });

  test('the legend starts folded, and a person’s choice to open it outlives a card', async ({
    app,
    page,
  }) => {
    await app.openWithMap('?panel=projects');
    await expect(app.legend).not.toHaveAttribute('open', '');
    await app.legend.locator('summary').click();
    await expect(app.legend).toHaveAttribute('open', '');
    await app.projectRow('North Port').click();
    await app.cardShows('North Port');
    await expect(app.legend).toHaveAttribute('open', '');
    await page.keyboard.press('Escape');
    await expect(app.card).toHaveCount(0);
    await expect(app.legend).toHaveAttribute('open', '');
  });

  test('what is picked is whole in sight beside the folded legend', async ({ app }) => {
    await app.openWithMap('?panel=projects&select=north-port');
    await app.cardShows('North Port');
    await expect(app.legend).not.toHaveAttribute('open', '');
    const port = await app.map.pixelsOf([120.08, 35.9], [120.14, 35.96]);
    const legend = await app.legend.boundingBox();
    expect(port.bottom).toBeLessThan(legend?.y ?? Number.NaN);
  });
});

test.describe('on a large screen', () => {
  test.use({ viewport: { width: 1600, height: 700 } });

  test('the legend starts open, folds while a card is open, and opens again after it', async ({
    app,
    page,
  }) => {
    await app.openWithMap('?panel=projects');
    await expect(app.legend).toHaveAttribute('open', '');
    await app.projectRow('North Port').click();
    await app.cardShows('North Port');
    await expect(app.legend).not.toHaveAttribute('open', '');
    await page.keyboard.press('Escape');
    await expect(app.card).toHaveCount(0);
    await expect(app.legend).toHaveAttribute('open', '');
  });
});
