import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

test('every wrong part of the address falls back alone', async ({ app, page }) => {
  await app.openWithMap(
    '?theme=neon&layers=ports,nothing&select=nobody&zone=nowhere&panel=cellar&embed=yes#map=11/95/120',
  );
  await expect(app.theme('light')).toBeChecked();
  await expect(app.tab('layers')).toHaveAttribute('aria-selected', 'true');
  await expect(app.layerSwitch('Ports')).toBeChecked();
  await expect(app.layerSwitch('Coastline')).not.toBeChecked();
  await expect(app.card).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeVisible();
  // Latitude 95 is no place: the whole plan is shown instead.
  const { left, right } = await app.map.pixelsOf([119.8, 35.65], [120.25, 36.05]);
  expect(left).toBeGreaterThan(0);
  expect(right).toBeLessThanOrEqual(1024);
});

testWithoutMap('one good part is heard among wrong ones', async ({ app }) => {
  await app.open('?theme=neon&layers=%00&select=nobody&zone=south-zone&panel=coastline#map=a/b/c');
  await expect(app.tab('coastline')).toHaveAttribute('aria-selected', 'true');
  await app.cardShows('South Bay');
});

testWithoutMap('names of the language itself are no names of features', async ({ app }) => {
  await app.open(
    '?layers=__proto__,ports&select=constructor&zone=__proto__&panel=toString&lang=en',
  );
  await expect(app.layerSwitch('Ports')).toBeChecked();
  await expect(app.layerSwitch('Coastline')).not.toBeChecked();
  await expect(app.card).toHaveCount(0);
});

test('the camera is taken from the address and written back as the map moves', async ({
  app,
  page,
}) => {
  await app.openWithMap('#map=12.5/35.8/120.1/30/20');
  expect(new URL(page.url()).hash).toBe('#map=12.5/35.8/120.1/30/20');
  await page.getByRole('button', { name: 'North up' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=12.5/35.8/120.1');
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=11.5/35.8/120.1');
});

testWithPixels(
  'a desk is handed over by its address: opened again it is the same',
  async ({ app, page }) => {
    await app.openWithMap('?panel=projects#map=12/35.92/120.11');
    await app.map.clickCentre();
    await app.cardShows('North Port');
    await app.chooseTheme('dark');
    const [address, picture] = [page.url(), await app.map.picture()];
    await page.goto('about:blank');
    await page.goto(address);
    await app.cardShows('North Port');
    await expect(app.tab('projects')).toHaveAttribute('aria-selected', 'true');
    await expect(app.theme('dark')).toBeChecked();
    expect(await app.map.picture()).toEqual(picture);
    expect(page.url()).toBe(address);
  },
);

test('an address that is changed in place, and the way back, are followed', async ({
  app,
  page,
}) => {
  await app.openWithMap('#map=11/35.8/120.1');
  await app.lookAt('#map=12/35.92/120.11');
  await app.map.clickCentre();
  await app.cardShows('North Port');
  await page.goBack();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=11/35.8/120.1');
  await expect(app.card).toHaveCount(0);
});

test('what a link selects is in sight on another screen', async ({ app, page }) => {
  await page.setViewportSize({ width: 1366, height: 700 });
  // On a wider screen the port stood at the right edge; here it lies outside.
  await app.openWithMap('?panel=projects&select=north-port#map=12/35.92/119.9');
  await app.cardShows('North Port');
  const { x } = (await app.map.canvas.boundingBox()) ?? { x: 0 };
  const card = await app.card.boundingBox();
  await expect
    .poll(async () => (await app.map.pixelsOf([120.1, 35.92], [120.1, 35.92])).left)
    .toBeLessThan(card?.x ?? 0);
  expect((await app.map.pixelsOf([120.1, 35.92], [120.1, 35.92])).left).toBeGreaterThan(x);
});
