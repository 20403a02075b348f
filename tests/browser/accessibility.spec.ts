import { seriousViolations } from './drivers/accessibility.ts';
import type { Controller } from './drivers/desk.ts';
import { expect, test } from './test.ts';

for (const { theme, language } of [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
  { theme: 'projector', language: 'en' },
] as const) {
  test(`axe finds nothing serious on any panel, nor in the card: ${theme}, ${language}`, async ({
    controller,
    page,
  }) => {
    controller.language = language;
    await controller.open(`?theme=${theme}&layers=zones,coastline,ports,rail`);
    await expect(controller.legend).toBeVisible();
    await lookAtEveryPanel(controller);
    await controller.openPanel('projects');
    await controller.projectRow(language === 'en' ? 'North Port' : '北港区').click();
    await expect(controller.card).toBeVisible();
    expect.soft(await seriousViolations(page), 'the card').toEqual([]);
    await page.keyboard.press('?');
    expect.soft(await seriousViolations(page), 'the list of keys').toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('axe finds nothing serious on any panel, nor in a zone’s card', async ({
    controller,
    page,
  }) => {
    await controller.open();
    await expect(controller.legend).toBeVisible();
    await lookAtEveryPanel(controller);
    await controller.openPanel('coastline');
    await controller.selectZone('South Bay');
    await controller.cardShows('South Bay');
    expect.soft(await seriousViolations(page), 'the card of a zone').toEqual([]);
  });
});

test('the check itself finds a button without a name', async ({ controller, page }) => {
  await controller.open();
  await page.evaluate(() =>
    document.querySelector('main, section')?.append(document.createElement('button')),
  );
  expect((await seriousViolations(page)).join('\n')).toContain('button-name');
});

async function lookAtEveryPanel(controller: Controller): Promise<void> {
  for (const panel of ['projects', 'coastline', 'data', 'layers'] as const) {
    await controller.openPanel(panel);
    if (panel === 'coastline') await expect(controller.zoneTable).toBeVisible();
    expect.soft(await seriousViolations(controller.page), panel).toEqual([]);
  }
}
