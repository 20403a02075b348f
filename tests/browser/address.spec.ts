import { expect, test } from './test.ts';

test('every wrong part of the address falls back alone', async ({ desk, page }) => {
  await desk.openWithMap(
    '?theme=neon&layers=ports,nothing&select=nobody&zone=nowhere&panel=cellar&embed=yes#map=11/95/120',
  );
  await expect(desk.theme('light')).toBeChecked();
  await expect(desk.tab('layers')).toHaveAttribute('aria-selected', 'true');
  await expect(desk.layerSwitch('Ports')).toBeChecked();
  await expect(desk.layerSwitch('Coastline')).not.toBeChecked();
  await expect(desk.card).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeVisible();
  // Latitude 95 is no place: the whole plan is shown instead.
  const { left, right } = await desk.map.pixelsOf([119.8, 35.65], [120.25, 36.05]);
  expect(left).toBeGreaterThan(0);
  expect(right).toBeLessThanOrEqual(1024);
});

test('one good part is heard among wrong ones', async ({ desk }) => {
  await desk.open('?theme=neon&layers=%00&select=nobody&zone=south-zone&panel=coastline#map=a/b/c');
  await expect(desk.tab('coastline')).toHaveAttribute('aria-selected', 'true');
  await desk.cardShows('South Bay');
});

test('names of the language itself are no names of features', async ({ desk }) => {
  await desk.open(
    '?layers=__proto__,ports&select=constructor&zone=__proto__&panel=toString&lang=en',
  );
  await expect(desk.layerSwitch('Ports')).toBeChecked();
  await expect(desk.layerSwitch('Coastline')).not.toBeChecked();
  await expect(desk.card).toHaveCount(0);
});

test('the camera is taken from the address and written back as the map moves', async ({
  desk,
  page,
}) => {
  await desk.openWithMap('#map=12.5/35.8/120.1/30/20');
  expect(new URL(page.url()).hash).toBe('#map=12.5/35.8/120.1/30/20');
  await page.getByRole('button', { name: 'North up' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=12.5/35.8/120.1');
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=11.5/35.8/120.1');
});

test('a desk is handed over by its address: opened again it is the same', async ({
  desk,
  page,
}) => {
  await desk.openWithMap('?panel=projects#map=12/35.92/120.11');
  await desk.map.clickCentre();
  await desk.cardShows('North Port');
  await desk.chooseTheme('dark');
  const [address, picture] = [page.url(), await desk.map.picture()];
  await page.goto('about:blank');
  await page.goto(address);
  await desk.cardShows('North Port');
  await expect(desk.tab('projects')).toHaveAttribute('aria-selected', 'true');
  await expect(desk.theme('dark')).toBeChecked();
  expect(await desk.map.picture()).toEqual(picture);
  expect(page.url()).toBe(address);
});

test('an address that is changed in place, and the way back, are followed', async ({
  desk,
  page,
}) => {
  await desk.openWithMap('#map=11/35.8/120.1');
  await desk.lookAt('#map=12/35.92/120.11');
  await desk.map.clickCentre();
  await desk.cardShows('North Port');
  await page.goBack();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=11/35.8/120.1');
  await expect(desk.card).toHaveCount(0);
});
