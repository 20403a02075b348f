import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { expect, test, testWithoutMap } from './test.ts';

for (const { theme, language, run } of [
  { theme: 'light', language: 'en', run: test },
  { theme: 'dark', language: 'zh', run: testWithoutMap },
  { theme: 'projector', language: 'en', run: testWithoutMap },
] as const) {
  run(
    `axe finds nothing serious on any panel, nor in the card: ${theme}, ${language}`,
    async ({ app, page }) => {
      app.language = language;
      await app.open(`?theme=${theme}&layers=zones,coastline,ports,rail`);
      // What stands on the map needs one; the other themes have their turn at the end.
      if (theme === 'light') await expect(app.legend).toBeVisible();
      await lookAtEveryPanel(app);
      await app.openPanel('projects');
      await app.projectRow(language === 'en' ? 'North Port' : '北港区').click();
      await expect(app.card).toBeVisible();
      expect.soft(await seriousViolations(page), 'the card').toEqual([]);
      await page.keyboard.press('?');
      expect.soft(await seriousViolations(page), 'the list of keys').toEqual([]);
      if (theme !== 'light') return;
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(app.card).toHaveCount(0);
      await app.chooseTheme('projector');
      await expect(app.legend).toBeVisible();
      expect.soft(await seriousViolations(page), 'on the map, for a projector').toEqual([]);
      await app.chooseTheme('dark');
      await app.switchLanguage();
      await expect(app.legend).toBeVisible();
      expect.soft(await seriousViolations(page), 'on the map, dark, in Chinese').toEqual([]);
    },
  );
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('axe finds nothing serious on any panel, nor in a zone’s card', async ({ app, page }) => {
    await app.open();
    await expect(app.legend).toBeVisible();
    await lookAtEveryPanel(app);
    await app.openPanel('coastline');
    await app.selectZone('South Bay');
    await app.cardShows('South Bay');
    expect.soft(await seriousViolations(page), 'the card of a zone').toEqual([]);
  });
});

testWithoutMap('the check itself finds a button without a name', async ({ app, page }) => {
  await app.open();
  await page.evaluate(() =>
    document.querySelector('main, section')?.append(document.createElement('button')),
  );
  expect((await seriousViolations(page)).join('\n')).toContain('button-name');
});

async function lookAtEveryPanel(app: AppPage): Promise<void> {
  for (const panel of ['projects', 'coastline', 'data', 'layers'] as const) {
    await app.openPanel(panel);
    if (panel === 'coastline') await expect(app.zoneTable).toBeVisible();
    expect.soft(await seriousViolations(app.page), panel).toEqual([]);
  }
}
