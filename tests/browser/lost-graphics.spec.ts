import type { Page } from 'playwright/test';
import { PrintComposerDriver } from './drivers/print-composer.ts';
import { presentationDeck } from './fixtures/presentation-deck.ts';
import { smallPlan } from './fixtures/small-plan.ts';
import { expect, test } from './test.ts';

/** The browser takes the graphics of all maps of the page away; `restore` gives them back. */
async function loseGraphics(page: Page): Promise<{ readonly restore: () => Promise<void> }> {
  const lost = await page.evaluateHandle(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.maplibregl-canvas')].map((canvas) => {
      const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!extension) throw new Error('the graphics cannot be taken away here');
      extension.loseContext();
      return extension;
    }),
  );
  return {
    restore: () =>
      lost.evaluate((extensions) => {
        for (const extension of extensions) extension.restoreContext();
      }),
  };
}

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'lost its graphics' });

test('a map that gets its graphics back draws again, with what is selected', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=projects&select=north-port');
  const { restore } = await loseGraphics(page);
  await restore();
  await app.map.isIdle();
  await app.projectRow('South Quay').click();
  await app.cardShows('South Quay');
  await app.map.isIdle();
  await expect(notice(page)).toHaveCount(0);
});

test('a map that does not get its graphics back says so, offers to load again, and the lists stay', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=projects');
  await loseGraphics(page);
  await expect(notice(page)).toBeVisible();
  // Printed by the browser's own command, it is a page without a map.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.print-screen')).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await app.projectRow('North Port').click();
  await app.cardShows('North Port');
  // On a narrow desk the card lies over the notice.
  await page.keyboard.press('Escape');
  await notice(page).getByRole('button', { name: 'Load again' }).click();
  await app.map.isIdle();
  await expect(notice(page)).toHaveCount(0);
});

test.describe('with room for panel, map and card', () => {
  test.use({ viewport: { width: 1366, height: 768 } });
  test('a shape in hand is still there when the graphics come back, and is finished', async ({
    app,
    page,
  }) => {
    await app.openWithMap('?layers=coastline#map=12/35.8/119.8');
    await page.keyboard.press('m');
    const card = page.getByRole('complementary', { name: 'Measure' });
    await app.map.draw([
      [119.79, 35.8],
      [119.81, 35.8],
    ]);
    const { restore } = await loseGraphics(page);
    await restore();
    await app.map.isIdle();
    const { left, top } = await app.map.pixelsOf([119.81, 35.79], [119.81, 35.79]);
    await page.mouse.move(left, top, { steps: 3 });
    await page.mouse.click(left, top);
    await page.keyboard.press('Enter');
    // Both legs: 1 807.2 m and 1 109.5 m by pyproj's Geod; a pixel is 31 m here.
    await expect(card.getByText('ellipsoid ·')).toBeVisible();
    const length = Number.parseFloat(await card.locator('output').first().innerText());
    expect(Math.abs(length - 2.9167)).toBeLessThan(0.08);
  });
});

test('a comparison draws both sides again, and says so where the graphics stay away', async ({
  app,
  page,
}) => {
  const second = page.locator('[data-second-state]');
  const areDrawn = async (): Promise<void> => {
    await app.map.isIdle();
    await expect(second).toHaveAttribute('data-second-state', 'idle');
  };
  await app.openWithMap('?layers=coastline,ports&compare=today,plan');
  await areDrawn();
  const { restore } = await loseGraphics(page);
  await restore();
  await areDrawn();
  await expect(notice(page)).toHaveCount(0);
  // The second map alone, for good.
  await page.evaluate(() => {
    const [, canvas] = document.querySelectorAll<HTMLCanvasElement>('.maplibregl-canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(notice(page)).toBeVisible();
});

test.describe('before a room', () => {
  test.use({ plan: { ...smallPlan(), 'views/default.json': presentationDeck() } });
  test('a presentation goes on, with and without its map', async ({ app, page }) => {
    await app.openWithMap('?panel=views');
    await page.keyboard.press('F5');
    const room = page.getByRole('region', { name: 'Presentation' });
    await expect(room.getByText('1 of 4', { exact: true })).toBeVisible();
    await app.map.isIdle();
    const { restore } = await loseGraphics(page);
    await page.keyboard.press('PageDown');
    await expect(room.getByText('2 of 4', { exact: true })).toBeVisible();
    await restore();
    await app.map.isIdle();
    await loseGraphics(page);
    await expect(page.getByRole('alert').filter({ hasText: 'not given it back' })).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(room.getByText('3 of 4', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(room).toHaveCount(0);
    await expect(notice(page)).toBeVisible();
  });
});

test('a picture whose graphics are taken away is given up in one sentence, the next is drawn', async ({
  app,
  page,
  guard,
}) => {
  guard.expectFault(/no map on the page/);
  await page.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    const taken = function (this: HTMLCanvasElement, ...given: Parameters<typeof get>) {
      const context = get.apply(this, given);
      if ('takesGraphics' in window && context instanceof WebGL2RenderingContext)
        setTimeout(() => context.getExtension('WEBGL_lose_context')?.loseContext());
      return context;
    };
    Object.assign(HTMLCanvasElement.prototype, { getContext: taken });
  });
  await app.openWithMap();
  await page.evaluate(() => Object.assign(window, { takesGraphics: true }));
  await page.getByRole('button', { name: 'Export map' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export map' });
  await expect(dialog).toContainText(
    'The map could not be drawn: the browser has taken the graphics away',
  );
  await page.evaluate(() => Reflect.deleteProperty(window, 'takesGraphics'));
  const composer = new PrintComposerDriver(app);
  await composer.choose('orientation', 'portrait');
  await expect(dialog).not.toContainText('could not be drawn');
});
