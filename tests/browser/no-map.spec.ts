import { expect, test } from './test.ts';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-3d-apis'] });
  },
});

for (const language of ['en', 'zh'] as const) {
  test(`a browser without WebGL shows lists, tables and figures, and says why there is no map, in ${language}`, async ({
    desk,
    guard,
  }) => {
    desk.language = language;
    guard.expectFault(/The map cannot be drawn here/);
    guard.expectFault(/WebGL/);
    await desk.open('?panel=projects');
    await expect(desk.map.container).toHaveAttribute('data-map-state', 'failed');
    await expect(desk.page.getByRole('alert')).toContainText(desk.words.noMap);
    await expect(desk.page.getByRole('alert')).toContainText('WebGL 2');

    const [port, zone] = language === 'en' ? ['North Port', 'South Bay'] : ['北港区', '南湾段'];
    await desk.projectRow(port).click();
    await desk.cardShows(port);
    await desk.hasPart('select', 'north-port');
    await desk.openPanel('coastline');
    await expect(desk.panel.locator('output')).toHaveText(/50\.0/);
    await desk.selectZone(zone);
    await desk.cardShows(zone);
    await desk.openPanel('data');
    await expect(desk.dataSheet(language === 'en' ? 'Ports' : '港口')).toBeVisible();
    await desk.openPanel('layers');
    await desk.layerSwitch(language === 'en' ? 'Ports' : '港口').uncheck();
    await desk.hasPart('layers', 'zones,coastline');
  });
}
