import { seriousViolations } from './drivers/accessibility.ts';
import type { Desk } from './drivers/desk.ts';
import { expect, test } from './test.ts';

for (const { theme, language } of [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
  { theme: 'room', language: 'en' },
] as const) {
  test(`axe finds nothing serious on any panel, nor in the card: ${theme}, ${language}`, async ({
    desk,
    page,
  }) => {
    desk.language = language;
    await desk.open(`?theme=${theme}&layers=zones,coastline,ports,rail`);
    await expect(desk.legend).toBeVisible();
    await lookAtEveryPanel(desk);
    await desk.openPanel('projects');
    await desk.projectRow(language === 'en' ? 'North Port' : '北港区').click();
    await expect(desk.card).toBeVisible();
    expect.soft(await seriousViolations(page), 'the card').toEqual([]);
    await page.keyboard.press('?');
    expect.soft(await seriousViolations(page), 'the list of keys').toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('axe finds nothing serious on any panel, nor in a zone’s card', async ({ desk, page }) => {
    await desk.open();
    await expect(desk.legend).toBeVisible();
    await lookAtEveryPanel(desk);
    await desk.openPanel('coastline');
    await desk.selectZone('South Bay');
    await desk.cardShows('South Bay');
    expect.soft(await seriousViolations(page), 'the card of a zone').toEqual([]);
  });
});

test('the check itself finds a button without a name', async ({ desk, page }) => {
  await desk.open();
  await page.evaluate(() =>
    document.querySelector('main, section')?.append(document.createElement('button')),
  );
  expect((await seriousViolations(page)).join('\n')).toContain('button-name');
});

async function lookAtEveryPanel(desk: Desk): Promise<void> {
  for (const panel of ['projects', 'coastline', 'data', 'layers'] as const) {
    await desk.openPanel(panel);
    if (panel === 'coastline') await expect(desk.zoneTable).toBeVisible();
    expect.soft(await seriousViolations(desk.page), panel).toEqual([]);
  }
}
