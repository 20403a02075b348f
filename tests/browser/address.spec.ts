import { expect, test } from './test.ts';

test('every wrong part of the address falls back alone', async ({ controller, page }) => {
  await controller.openWithMap(
    '?theme=neon&layers=ports,nothing&select=nobody&zone=nowhere&panel=cellar&embed=yes#map=11/95/120',
  );
  await expect(controller.theme('light')).toBeChecked();
  await expect(controller.tab('layers')).toHaveAttribute('aria-selected', 'true');
  await expect(controller.layerSwitch('Ports')).toBeChecked();
  await expect(controller.layerSwitch('Coastline')).not.toBeChecked();
  await expect(controller.card).toHaveCount(0);
  await expect(page.getByRole('banner')).toBeVisible();
  // Latitude 95 is no place: the whole plan is shown instead.
  const { left, right } = await controller.map.pixelsOf([119.8, 35.65], [120.25, 36.05]);
  expect(left).toBeGreaterThan(0);
  expect(right).toBeLessThanOrEqual(1024);
});

test('one good part is heard among wrong ones', async ({ controller }) => {
  await controller.open(
    '?theme=neon&layers=%00&select=nobody&zone=south-zone&panel=coastline#map=a/b/c',
  );
  await expect(controller.tab('coastline')).toHaveAttribute('aria-selected', 'true');
  await controller.cardShows('South Bay');
});

test('names of the language itself are no names of features', async ({ controller }) => {
  await controller.open(
    '?layers=__proto__,ports&select=constructor&zone=__proto__&panel=toString&lang=en',
  );
  await expect(controller.layerSwitch('Ports')).toBeChecked();
  await expect(controller.layerSwitch('Coastline')).not.toBeChecked();
  await expect(controller.card).toHaveCount(0);
});

test('the camera is taken from the address and written back as the map moves', async ({
  controller,
  page,
}) => {
  await controller.openWithMap('#map=12.5/35.8/120.1/30/20');
  expect(new URL(page.url()).hash).toBe('#map=12.5/35.8/120.1/30/20');
  await page.getByRole('button', { name: 'North up' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=12.5/35.8/120.1');
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=11.5/35.8/120.1');
});

test('a desk is handed over by its address: opened again it is the same', async ({
  controller,
  page,
}) => {
  await controller.openWithMap('?panel=projects#map=12/35.92/120.11');
  await controller.map.clickCentre();
  await controller.cardShows('North Port');
  await controller.chooseTheme('dark');
  const [address, picture] = [page.url(), await controller.map.picture()];
  await page.goto('about:blank');
  await page.goto(address);
  await controller.cardShows('North Port');
  await expect(controller.tab('projects')).toHaveAttribute('aria-selected', 'true');
  await expect(controller.theme('dark')).toBeChecked();
  expect(await controller.map.picture()).toEqual(picture);
  expect(page.url()).toBe(address);
});

test('an address that is changed in place, and the way back, are followed', async ({
  controller,
  page,
}) => {
  await controller.openWithMap('#map=11/35.8/120.1');
  await controller.lookAt('#map=12/35.92/120.11');
  await controller.map.clickCentre();
  await controller.cardShows('North Port');
  await page.goBack();
  await expect.poll(() => new URL(page.url()).hash).toBe('#map=11/35.8/120.1');
  await expect(controller.card).toHaveCount(0);
});
