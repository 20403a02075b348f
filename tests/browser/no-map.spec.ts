import { expect, test } from './test.ts';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-3d-apis'] });
  },
});

for (const language of ['en', 'zh'] as const) {
  test(`a browser without WebGL shows lists, tables and figures, and says why there is no map, in ${language}`, async ({
    controller,
    guard,
  }) => {
    controller.language = language;
    guard.expectFault(/The map cannot be drawn here/);
    guard.expectFault(/WebGL/);
    await controller.open('?panel=projects');
    await expect(controller.map.container).toHaveAttribute('data-map-state', 'failed');
    await expect(controller.page.getByRole('alert')).toContainText(controller.words.noMap);
    await expect(controller.page.getByRole('alert')).toContainText('WebGL 2');

    const [port, zone] = language === 'en' ? ['North Port', 'South Bay'] : ['北港区', '南湾段'];
    await controller.projectRow(port).click();
    await controller.cardShows(port);
    await controller.hasPart('select', 'north-port');
    await controller.openPanel('coastline');
    await expect(controller.panel.locator('output')).toHaveText(/50\.0/);
    await controller.selectZone(zone);
    await controller.cardShows(zone);
    await controller.openPanel('data');
    await expect(controller.dataSheet(language === 'en' ? 'Ports' : '港口')).toBeVisible();
    await controller.openPanel('layers');
    await controller.layerSwitch(language === 'en' ? 'Ports' : '港口').uncheck();
    await controller.hasPart('layers', 'zones,coastline');
  });
}
