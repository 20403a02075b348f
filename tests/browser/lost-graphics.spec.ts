import type { Page } from 'playwright/test';
import { expect, test } from './test.ts';

/** The browser takes the graphics of the main map away; `restore` gives them back. */
async function loseGraphics(page: Page): Promise<{ readonly restore: () => Promise<void> }> {
  const lost = await page.evaluateHandle(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
    const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('the graphics cannot be taken away here');
    extension.loseContext();
    return extension;
  });
  return { restore: () => lost.evaluate((extension) => extension.restoreContext()) };
}

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
  await expect(page.getByText('lost its graphics')).toHaveCount(0);
});

test('a map that does not get its graphics back says so, offers to load again, and the lists stay', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=projects');
  await loseGraphics(page);
  const notice = page.getByRole('alert').filter({ hasText: 'lost its graphics' });
  await expect(notice).toBeVisible();
  await app.projectRow('North Port').click();
  await app.cardShows('North Port');
  // On a narrow desk the card lies over the notice.
  await page.keyboard.press('Escape');
  await notice.getByRole('button', { name: 'Load again' }).click();
  await app.map.isIdle();
  await expect(notice).toHaveCount(0);
});
