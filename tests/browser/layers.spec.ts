import { expect, test } from './test.ts';

/** Inside the port area, west of its middle, where neither name nor icon is written. */
const IN_THE_PORT = '#map=12/35.91/120.09';

test('a layer is switched off and on: map, legend, address and count follow', async ({
  controller,
}) => {
  await controller.openWithMap(IN_THE_PORT);
  await expect(controller.panel).toContainText('3 of 4 layers shown');
  const withPorts = await controller.map.inkAtCentre();
  await expect(controller.legend).toContainText('Ports');

  await controller.layerSwitch('Ports').uncheck();
  await controller.hasPart('layers', 'zones,coastline');
  await expect(controller.panel).toContainText('2 of 4 layers shown');
  await expect(controller.legend).not.toContainText('Ports');
  expect(await controller.map.inkAtCentre()).not.toEqual(withPorts);

  await controller.layerSwitch('Ports').check();
  await controller.hasPart('layers', 'zones,coastline,ports');
  await expect(controller.legend).toContainText('Ports');
  expect(await controller.map.inkAtCentre()).toEqual(withPorts);
});

test('a layer that is off at first is fetched when it is asked for', async ({
  controller,
  guard,
}) => {
  await controller.openWithMap('#map=12/35.85/119.85');
  const railFiles = () => guard.inside.filter((address) => address.endsWith('/rail.geojson'));
  expect(railFiles()).toHaveLength(0);
  const bare = await controller.map.inkAtCentre();
  await controller.layerSwitch('Railways').check();
  await expect(controller.legend).toContainText('Railways');
  expect(await controller.map.inkAtCentre()).not.toEqual(bare);
  expect(railFiles()).toHaveLength(1);
});

test('all layers are shown at once, and as on first start again', async ({ controller, page }) => {
  await controller.open();
  await page.getByRole('button', { name: controller.words.showAll }).click();
  await controller.hasPart('layers', 'zones,coastline,ports,rail');
  await expect(controller.layerSwitch('Railways')).toBeChecked();
  await page.getByRole('button', { name: controller.words.asOnFirstStart }).click();
  await controller.hasPart('layers', null);
  await expect(controller.layerSwitch('Railways')).not.toBeChecked();
});

test('the address says which layers are shown: those it names, none when it is empty', async ({
  controller,
}) => {
  await controller.open('?layers=rail,zones');
  await expect(controller.layerSwitch('Railways')).toBeChecked();
  await expect(controller.layerSwitch('Protection zones')).toBeChecked();
  await expect(controller.layerSwitch('Ports')).not.toBeChecked();
  await controller.open('?layers=');
  for (const title of ['Railways', 'Protection zones', 'Ports', 'Coastline']) {
    await expect(controller.layerSwitch(title)).not.toBeChecked();
  }
});

test('layers that nobody knows leave the address, and the default is shown if none is left', async ({
  controller,
}) => {
  await controller.openWithMap('?layers=nope,__proto__');
  await expect(controller.layerSwitch('Ports')).toBeChecked();
  await expect(controller.layerSwitch('Railways')).not.toBeChecked();
  await controller.hasPart('layers', null);
  await controller.openWithMap('?layers=rail,nope');
  await expect(controller.layerSwitch('Railways')).toBeChecked();
  await expect(controller.layerSwitch('Ports')).not.toBeChecked();
  await controller.hasPart('layers', 'rail');
});

test('legend and list say that no layer is switched on, and how to switch one on', async ({
  controller,
}) => {
  await controller.openWithMap('?layers=');
  await controller.hasPart('layers', '');
  await expect(controller.legend).toContainText('No layer is switched on');
  await expect(controller.legend).toContainText('in the Layers panel');
  await expect(controller.legend).not.toContainText('Zoom out');
  await expect(controller.panel).toContainText('No layer is switched on. Tick one');
  await controller.layerSwitch('Ports').click();
  await expect(controller.panel).not.toContainText('No layer is switched on');
});

test('the legend names only what is in view, and says so when that is nothing', async ({
  controller,
}) => {
  await controller.openWithMap(IN_THE_PORT);
  await expect(controller.legend).toContainText('Ports');
  await expect(controller.legend).not.toContainText('Bedrock');
  await controller.lookAt('#map=12/35.75/120');
  await expect(controller.legend).toContainText('Bedrock');
  await expect(controller.legend).not.toContainText('Artificial');
  await controller.lookAt('#map=13/35.5/120.4');
  await expect(controller.legend).toContainText('Nothing of the visible layers lies in this view');
});

test('each layer says how much of it is on the map and how much has no site', async ({
  controller,
}) => {
  await controller.open();
  await expect(controller.panel).toContainText('2 on the map · 1 without a published site');
});

test('artificial coast is ticked on its landward side only', async ({ controller }) => {
  await controller.openWithMap('?layers=coastline#map=13/35.95/120');
  // The land of the small plan lies to the west; its colour there, clear of the line.
  const [land, sea] = [
    await controller.map.inksAcross(-40, -30),
    await controller.map.inksAcross(30, 40),
  ];
  const west = await controller.map.inksAcross(-7, -5);
  const east = await controller.map.inksAcross(5, 7);
  expect(new Set(east.map(String))).toEqual(new Set(sea.map(String)));
  expect(west.filter((ink) => !land.map(String).includes(String(ink))).length).toBeGreaterThan(0);
});
