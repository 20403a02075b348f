import { seriousViolations } from './drivers/accessibility.ts';
import { expect, test } from './test.ts';

// Room for panel, map and card.
test.use({ viewport: { width: 1366, height: 768 } });

test('the ruler measures by hand: a line, an area, a radius, each on both earth models', async ({
  app,
  page,
}) => {
  await app.openWithMap('?layers=coastline#map=12/35.8/119.8');
  await page.keyboard.press('m');
  const card = page.getByRole('complementary', { name: 'Measure' });
  await expect(card).toBeVisible();
  await app.map.draw([
    [119.79, 35.8],
    [119.81, 35.8],
    [119.81, 35.79],
  ]);
  await page.keyboard.press('Enter');
  // 1 807.2 m and 1 109.5 m by pyproj's Geod on the CGCS2000 ellipsoid; a pixel is 31 m here.
  await expect(card.getByText('ellipsoid ·')).toBeVisible();
  const length = Number.parseFloat(await card.locator('output').first().innerText());
  expect(Math.abs(length - 2.9167)).toBeLessThan(0.08);

  await card.getByRole('radio', { name: 'Bearing' }).check();
  await app.map.draw([
    [119.79, 35.8],
    [119.81, 35.8],
  ]);
  await expect(card.locator('output').first()).toHaveText(/^(89|90)\.\d\d° → (89|90)\.\d\d°$/);
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toBeHidden();
});

test('positions can be typed, and a wrong line is named', async ({ app, page }) => {
  await app.open('?layers=coastline');
  await page.getByRole('button', { name: 'Measure (m)' }).click();
  const card = page.getByRole('complementary', { name: 'Measure' });
  await card.getByRole('radio', { name: 'Area' }).check();
  await card.getByText('By numbers').click();
  const points = card.getByRole('textbox', { name: 'By numbers' });
  await points.fill('120.2 35.95\n120.3 35.95\nhere\n120.3 35.90');
  await points.blur();
  await expect(card.getByRole('alert')).toContainText('Line 3');
  await points.fill('120.2 35.95\n120.3 35.95\n120.3 35.90');
  await points.blur();
  // The triangle by pyproj's Geod.polygon_area_perimeter: 25 026 648 m² and 25 163.7 m.
  await expect(card.locator('output').first()).toHaveText(/^25\.16\d*\skm$/);
  await expect(card.locator('output').nth(1)).toHaveText(/^2\s502\.66\d*\sha$/);
  await card.getByRole('combobox', { name: 'Unit of Area' }).selectOption('mu');
  await expect(card.locator('output').nth(1)).toHaveText(/^37\s539\.97\d*\smu$/);
  expect(await seriousViolations(page)).toEqual([]);
});

test('no figure stands beside a fault, and what was typed is measured anew', async ({
  app,
  page,
}) => {
  await app.open('?layers=coastline');
  await page.getByRole('button', { name: 'Measure (m)' }).click();
  const card = page.getByRole('complementary', { name: 'Measure' });
  await card.getByText('By numbers').click();
  const points = card.getByRole('textbox', { name: 'By numbers' });
  await points.fill('120.2 35.95\n120.3 35.9');
  await points.blur();
  await expect(card.locator('output').first()).toHaveText(/^10\.59\d*\skm$/);
  await expect(card.getByText('read as WGS 84 / CGCS2000')).toBeVisible();
  await points.fill('120.2 35.95\n120,20 35,55');
  await points.blur();
  await expect(card.getByRole('alert')).toContainText('Line 2: Unclear');
  await expect(card.locator('output')).toHaveCount(0);

  await points.fill('120.2 35.95\n120.3 35.9');
  await points.blur();
  await card.getByRole('radio', { name: 'Radius' }).check();
  // 10 593.76 m: π r² less its share of the curvature (tests/domain/map-tools).
  await expect(card.locator('output').nth(1)).toHaveText(/^35\s257\.\d*\sha$/);
  await card.getByRole('radio', { name: 'Bearing' }).check();
  // By pyproj's Geod.inv.
  await expect(card.locator('output').first()).toHaveText('121.55° → 121.61°');

  await card.getByRole('radio', { name: 'Area' }).check();
  await expect(card.getByRole('alert')).toContainText('An area needs three positions');
  await points.fill('120.2 35.95\n120.3 35.85\n120.3 35.95\n120.2 35.85');
  await points.blur();
  await expect(card.getByRole('alert')).toContainText('crosses itself near 35.90000°');
  await expect(card.locator('output')).toHaveCount(1);
});
