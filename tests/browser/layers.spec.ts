import { expect, test } from './test.ts';

/** Inside the port area, west of its middle, where neither name nor icon is written. */
const IN_THE_PORT = '#map=12/35.91/120.09';

test('a layer is switched off and on: map, legend, address and count follow', async ({ desk }) => {
  await desk.openWithMap(IN_THE_PORT);
  await expect(desk.panel).toContainText('3 of 4 layers shown');
  const withPorts = await desk.map.inkAtCentre();
  await expect(desk.legend).toContainText('Ports');

  await desk.layerSwitch('Ports').uncheck();
  await desk.hasPart('layers', 'zones,coastline');
  await expect(desk.panel).toContainText('2 of 4 layers shown');
  await expect(desk.legend).not.toContainText('Ports');
  expect(await desk.map.inkAtCentre()).not.toEqual(withPorts);

  await desk.layerSwitch('Ports').check();
  await desk.hasPart('layers', 'zones,coastline,ports');
  await expect(desk.legend).toContainText('Ports');
  expect(await desk.map.inkAtCentre()).toEqual(withPorts);
});

test('a layer that is off at first is fetched when it is asked for', async ({ desk, guard }) => {
  await desk.openWithMap('#map=12/35.85/119.85');
  const railFiles = () => guard.inside.filter((address) => address.endsWith('/rail.geojson'));
  expect(railFiles()).toHaveLength(0);
  const bare = await desk.map.inkAtCentre();
  await desk.layerSwitch('Railways').check();
  await expect(desk.legend).toContainText('Railways');
  expect(await desk.map.inkAtCentre()).not.toEqual(bare);
  expect(railFiles()).toHaveLength(1);
});

test('all layers are shown at once, and as on first start again', async ({ desk, page }) => {
  await desk.open();
  await page.getByRole('button', { name: desk.words.showAll }).click();
  await desk.hasPart('layers', 'zones,coastline,ports,rail');
  await expect(desk.layerSwitch('Railways')).toBeChecked();
  await page.getByRole('button', { name: desk.words.asOnFirstStart }).click();
  await desk.hasPart('layers', null);
  await expect(desk.layerSwitch('Railways')).not.toBeChecked();
});

test('the address says which layers are shown: those it names, none when it is empty', async ({
  desk,
}) => {
  await desk.open('?layers=rail,zones');
  await expect(desk.layerSwitch('Railways')).toBeChecked();
  await expect(desk.layerSwitch('Protection zones')).toBeChecked();
  await expect(desk.layerSwitch('Ports')).not.toBeChecked();
  await desk.open('?layers=');
  for (const title of ['Railways', 'Protection zones', 'Ports', 'Coastline']) {
    await expect(desk.layerSwitch(title)).not.toBeChecked();
  }
});

test('layers that nobody knows leave the address, and the default is shown if none is left', async ({
  desk,
}) => {
  await desk.openWithMap('?layers=nope,__proto__');
  await expect(desk.layerSwitch('Ports')).toBeChecked();
  await expect(desk.layerSwitch('Railways')).not.toBeChecked();
  await desk.hasPart('layers', null);
  await desk.openWithMap('?layers=rail,nope');
  await expect(desk.layerSwitch('Railways')).toBeChecked();
  await expect(desk.layerSwitch('Ports')).not.toBeChecked();
  await desk.hasPart('layers', 'rail');
});

test('legend and list say that no layer is switched on, and how to switch one on', async ({
  desk,
}) => {
  await desk.openWithMap('?layers=');
  await desk.hasPart('layers', '');
  await expect(desk.legend).toContainText('No layer is switched on');
  await expect(desk.legend).toContainText('in the Layers panel');
  await expect(desk.legend).not.toContainText('Zoom out');
  await expect(desk.panel).toContainText('No layer is switched on. Tick one');
  await desk.layerSwitch('Ports').click();
  await expect(desk.panel).not.toContainText('No layer is switched on');
});

test('the legend names only what is in view, and says so when that is nothing', async ({
  desk,
}) => {
  await desk.openWithMap(IN_THE_PORT);
  await expect(desk.legend).toContainText('Ports');
  await expect(desk.legend).not.toContainText('Bedrock');
  await desk.lookAt('#map=12/35.75/120');
  await expect(desk.legend).toContainText('Bedrock');
  await expect(desk.legend).not.toContainText('Artificial');
  await desk.lookAt('#map=13/35.5/120.4');
  await expect(desk.legend).toContainText('Nothing of the visible layers lies in this view');
});

test('each layer says how much of it is on the map and how much has no site', async ({ desk }) => {
  await desk.open();
  await expect(desk.panel).toContainText('2 on the map · 1 without a published site');
});

test('artificial coast is ticked on its landward side only', async ({ desk }) => {
  await desk.openWithMap('?layers=coastline#map=13/35.95/120');
  // The land of the small plan lies to the west; its colour there, clear of the line.
  const [land, sea] = [await desk.map.inksAcross(-40, -30), await desk.map.inksAcross(30, 40)];
  const west = await desk.map.inksAcross(-7, -5);
  const east = await desk.map.inksAcross(5, 7);
  expect(new Set(east.map(String))).toEqual(new Set(sea.map(String)));
  expect(west.filter((ink) => !land.map(String).includes(String(ink))).length).toBeGreaterThan(0);
});
