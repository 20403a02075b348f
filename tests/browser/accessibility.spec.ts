import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { expect, test } from './test.ts';

for (const { theme, language } of [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
  { theme: 'projector', language: 'en' },
] as const) {
  test(`axe finds nothing serious on any panel, nor in the card: ${theme}, ${language}`, async ({
    app,
    page,
  }) => {
    app.language = language;
    await app.open(`?theme=${theme}&layers=zones,coastline,ports,rail`);
    await expect(app.legend).toBeVisible();
    await lookAtEveryPanel(app);
    await app.openPanel('projects');
    await app.projectRow(language === 'en' ? 'North Port' : '北港区').click();
    await expect(app.card).toBeVisible();
    expect.soft(await seriousViolations(page), 'the card').toEqual([]);
    await page.keyboard.press('?');
    expect.soft(await seriousViolations(page), 'the list of keys').toEqual([]);
  });
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

test('the check itself finds a button without a name', async ({ app, page }) => {
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
