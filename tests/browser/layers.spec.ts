import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

/** Inside the port area, west of its middle, where neither name nor icon is written. */
const IN_THE_PORT = '#map=12/35.91/120.09';

testWithPixels(
  'a layer is switched off and on: map, legend, address and count follow',
  async ({ app }) => {
    await app.openWithMap(IN_THE_PORT);
    await expect(app.panel).toContainText('3 of 4 layers shown');
    const withPorts = await app.map.inkAtCentre();
    await expect(app.legend).toContainText('Ports');

    await app.layerSwitch('Ports').uncheck();
    await app.hasPart('layers', 'zones,coastline');
    await expect(app.panel).toContainText('2 of 4 layers shown');
    await expect(app.legend).not.toContainText('Ports');
    expect(await app.map.inkAtCentre()).not.toEqual(withPorts);

    await app.layerSwitch('Ports').check();
    await app.hasPart('layers', 'zones,coastline,ports');
    await expect(app.legend).toContainText('Ports');
    expect(await app.map.inkAtCentre()).toEqual(withPorts);
  },
);

testWithPixels(
  'a layer that is off at first is fetched when it is asked for',
  async ({ app, guard }) => {
    await app.openWithMap('#map=12/35.85/119.85');
    const railFiles = () => guard.inside.filter((address) => address.endsWith('/rail.geojson'));
    expect(railFiles()).toHaveLength(0);
    const bare = await app.map.inkAtCentre();
    await app.layerSwitch('Railways').check();
    await expect(app.legend).toContainText('Railways');
    expect(await app.map.inkAtCentre()).not.toEqual(bare);
    expect(railFiles()).toHaveLength(1);
  },
);

testWithoutMap(
  'all layers are shown at once, and as on first start again',
  async ({ app, page }) => {
    await app.open();
    await page.getByRole('button', { name: app.words.showAll }).click();
    await app.hasPart('layers', 'zones,coastline,ports,rail');
    await expect(app.layerSwitch('Railways')).toBeChecked();
    await page.getByRole('button', { name: app.words.asOnFirstStart }).click();
    await app.hasPart('layers', null);
    await expect(app.layerSwitch('Railways')).not.toBeChecked();
  },
);

testWithoutMap(
  'the address says which layers are shown: those it names, none when it is empty',
  async ({ app }) => {
    await app.open('?layers=rail,zones');
    await expect(app.layerSwitch('Railways')).toBeChecked();
    await expect(app.layerSwitch('Protection zones')).toBeChecked();
    await expect(app.layerSwitch('Ports')).not.toBeChecked();
    await app.open('?layers=');
    for (const title of ['Railways', 'Protection zones', 'Ports', 'Coastline']) {
      await expect(app.layerSwitch(title)).not.toBeChecked();
    }
  },
);

testWithoutMap(
  'layers that nobody knows leave the address, and the default is shown if none is left',
  async ({ app }) => {
    await app.open('?layers=nope,__proto__');
    await expect(app.layerSwitch('Ports')).toBeChecked();
    await expect(app.layerSwitch('Railways')).not.toBeChecked();
    await app.hasPart('layers', null);
    await app.open('?layers=rail,nope');
    await expect(app.layerSwitch('Railways')).toBeChecked();
    await expect(app.layerSwitch('Ports')).not.toBeChecked();
    await app.hasPart('layers', 'rail');
  },
);

test('legend and list say that no layer is switched on, and how to switch one on', async ({
  app,
}) => {
  await app.openWithMap('?layers=');
  await app.hasPart('layers', '');
  await expect(app.legend).toContainText('No layer is switched on');
  await expect(app.legend).toContainText('in the Layers panel');
  await expect(app.legend).not.toContainText('Zoom out');
  await expect(app.panel).toContainText('No layer is switched on. Tick one');
  await app.layerSwitch('Ports').click();
  await expect(app.panel).not.toContainText('No layer is switched on');
});

test('the legend names only what is in view, and says so when that is nothing', async ({ app }) => {
  await app.openWithMap(IN_THE_PORT);
  await expect(app.legend).toContainText('Ports');
  await expect(app.legend).not.toContainText('Bedrock');
  await app.lookAt('#map=12/35.75/120');
  await expect(app.legend).toContainText('Bedrock');
  await expect(app.legend).not.toContainText('Artificial');
  await app.lookAt('#map=13/35.5/120.4');
  await expect(app.legend).toContainText('Nothing of the visible layers lies in this view');
});

testWithoutMap(
  'each layer says how much of it is on the map and how much has no site',
  async ({ app }) => {
    await app.open();
    await expect(app.panel).toContainText('2 on the map · 1 without a published site');
  },
);

testWithPixels('artificial coast is ticked on its landward side only', async ({ app }) => {
  await app.openWithMap('?layers=coastline#map=13/35.95/120');
  // The land of the small plan lies to the west; its colour there, clear of the line.
  const [land, sea] = [await app.map.inksAcross(-40, -30), await app.map.inksAcross(30, 40)];
  const west = await app.map.inksAcross(-7, -5);
  const east = await app.map.inksAcross(5, 7);
  expect(new Set(east.map(String))).toEqual(new Set(sea.map(String)));
  expect(west.filter((ink) => !land.map(String).includes(String(ink))).length).toBeGreaterThan(0);
});
