import { layoutFaults, smallTargets } from './drivers/layout.ts';
import { expect, test } from './test.ts';

// The embedded plan: its names are as long as names get.
test.use({ plan: 'embedded' });

const ALL = ['projects', 'coastline', 'scenarios', 'data', 'layers'] as const;

for (const { name, width, height, scale = 1, isPhone = false, panels = ALL } of [
  { name: 'a small phone', width: 360, height: 740, isPhone: true },
  { name: 'a phone', width: 390, height: 844, isPhone: true },
  { name: 'the narrowest desk', width: 1024, height: 640 },
  { name: 'a laptop', width: 1366, height: 768 },
  { name: 'a laptop at 200 %', width: 683, height: 384, scale: 2 },
  // Few and large frames: the panel that holds most is enough.
  { name: 'a wall', width: 2560, height: 1440, scale: 0.5, panels: ['coastline'] as const },
]) {
  test.describe(`on ${name}, ${width} × ${height}`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor: scale, hasTouch: isPhone });

    test('nothing is cut, covered or out of reach, in both languages', async ({ app, page }) => {
      test.slow(width > 2000, 'software WebGL takes a second and more for a frame of this size');
      await app.open('?panel=projects&select=dongjiakou-port-area');
      await expect(app.card).toBeVisible();
      await expect(page.getByText('OpenStreetMap contributors').first()).toBeVisible();
      for (const language of ['en', 'zh'] as const) {
        if (app.language !== language) {
          await app.switchLanguage();
          await app.openPanel('projects');
          await app.projectRow('董家口港区').click();
          await expect(app.card).toBeVisible();
        }
        await look(`${language}, with the card`);
        await page.keyboard.press('Escape');
        await expect(app.card).toHaveCount(0);
        for (const panel of panels) {
          await app.openPanel(panel);
          if (panel === 'coastline') await expect(app.zoneTable).toBeVisible();
          await look(`${language}, ${panel}`);
        }
      }

      async function look(where: string): Promise<void> {
        expect.soft(await layoutFaults(page), where).toEqual([]);
        // Targets: 32 px with a mouse, 44 px by touch.
        expect.soft(await smallTargets(page, isPhone ? 44 : 32), `targets, ${where}`).toEqual([]);
      }
    });
  });
}
