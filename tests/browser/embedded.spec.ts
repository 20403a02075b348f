import { expect, test } from './test.ts';

test('a map embedded in another page is map, legend and sources only, and keeps its place in the address', async ({
  desk,
  page,
}) => {
  await desk.page.goto('./?lang=en&embed=1&select=north-port#map=11/35.92/120.11');
  await desk.map.isIdle();
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(desk.legend).toBeVisible();
  await expect(page.getByText('Ports credit')).toBeVisible();
  await expect(page.getByText('not surveyed')).toBeVisible();
  await desk.cardShows('North Port');
  expect(desk.part('embed')).toBe('1');
});
