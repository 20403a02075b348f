import { expect, test } from './test.ts';

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-3d-apis'] });
  },
});

for (const language of ['en', 'zh'] as const) {
  test(`a browser without WebGL shows lists, tables and figures, and says why there is no map, in ${language}`, async ({
    app,
    guard,
  }) => {
    app.language = language;
    guard.expectFault(/The map cannot be drawn here/);
    guard.expectFault(/WebGL/);
    await app.open('?panel=projects');
    await expect(app.map.container).toHaveAttribute('data-map-state', 'failed');
    await expect(app.page.getByRole('alert')).toContainText(app.words.noMap);
    await expect(app.page.getByRole('alert')).toContainText('WebGL 2');

    const [port, zone] = language === 'en' ? ['North Port', 'South Bay'] : ['北港区', '南湾段'];
    await app.projectRow(port).click();
    await app.cardShows(port);
    await app.hasPart('select', 'north-port');
    await app.openPanel('coastline');
    await expect(app.panel.locator('output')).toHaveText(/50\.0/);
    await app.selectZone(zone);
    await app.cardShows(zone);
    await app.openPanel('data');
    await expect(app.dataSheet(language === 'en' ? 'Ports' : '港口')).toBeVisible();
    await app.openPanel('layers');
    await app.layerSwitch(language === 'en' ? 'Ports' : '港口').uncheck();
    await app.hasPart('layers', 'zones,coastline');
  });
}
