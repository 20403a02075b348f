import type { Locator } from 'playwright/test';
import type { AppPage } from './drivers/app.ts';
import { expect, test, testWithoutMap } from './test.ts';

// The small plan: 0.10° of bedrock, 0.05° restored, 0.05° estuary, 0.10° artificial along one meridian.

/** Starts editing a copy of a layer of the plan; returns the editor. */
async function editCopy(app: AppPage, layer: string): Promise<Locator> {
  await app.panel.getByRole('button', { name: `Edit a copy of “${layer}”` }).click();
  return app.panel.getByRole('region', { name: `Edit ${layer} (edited copy)` });
}

testWithoutMap(
  'a copy of the coast is classified anew, split, merged and brought back, and the ratio follows',
  async ({ app, page }) => {
    await app.open('?panel=data');
    const editor = await editCopy(app, 'Coastline');
    const rows = editor.getByRole('listitem');
    await expect(rows).toHaveCount(4);

    // The quay becomes bedrock: 0.25° of 0.30° are natural or restored.
    await editor.getByRole('checkbox', { name: /Quay Wall/ }).check();
    await expect(editor.getByLabel('Use')).toHaveValue('port');
    await editor.getByLabel('Class', { exact: true }).selectOption('bedrock');
    await editor.getByRole('button', { name: 'Apply', exact: true }).click();
    await expect(editor.getByLabel('Use')).toHaveValue('');

    await editor.getByLabel('Split at (coordinates)').fill('nowhere');
    await editor.getByRole('button', { name: 'Split', exact: true }).click();
    await expect(editor.getByRole('alert')).toContainText('no place that can be read');
    await editor.getByLabel('Split at (coordinates)').fill('120.001, 35.95');
    await editor.getByRole('button', { name: 'Split', exact: true }).click();
    await expect(rows).toHaveCount(5);
    // 0.05° of meridian at 35.9°.
    await expect(rows.filter({ hasText: 'Quay Wall' })).toContainText(['5.55 km', '5.55 km']);

    await editor.getByRole('button', { name: 'Choose all listed (5)' }).click();
    await editor.getByRole('button', { name: 'Merge lines' }).click();
    await expect(editor.getByRole('alert')).toContainText('They differ in class');
    await editor.getByLabel('Find in all attributes').fill('quay');
    await editor.getByRole('button', { name: 'Choose none' }).click();
    await expect(editor.getByText('Choose features in the list')).toBeVisible();
    await editor.getByRole('button', { name: 'Choose all listed (2)' }).click();
    // Both at once, and only what was changed.
    await editor.getByLabel('Confidence').selectOption('medium');
    await editor.getByRole('button', { name: 'Apply to 2 features' }).click();
    await editor.getByRole('button', { name: 'Merge lines' }).click();
    await expect(rows).toHaveCount(1);

    // Editing goes on after a look at the figures.
    await app.openPanel('coastline');
    await expect(app.panel).toContainText(app.words.illustration);
    await app.openPanel('data');
    await editor.getByRole('button', { name: 'Done' }).click();
    await app.panel.locator('.own-data summary').click();
    await expect(app.panel).toContainText('lines merged: 1×');
    await app.openPanel('coastline');
    await expect(app.panel.locator('output').first()).toHaveText(/83\.3\s%/);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(app.panel.locator('output').first()).toHaveText(/50\.0\s%/);
  },
);

testWithoutMap(
  'the coast is clipped by a zone of the plan, what cannot be clipped is refused, and undone',
  async ({ app, page }) => {
    await app.open('?panel=data');
    const editor = await editCopy(app, 'Coastline');
    const rows = editor.getByRole('listitem');
    await editor.getByRole('button', { name: 'Choose all listed (4)' }).click();
    await editor.getByText('Clip by an area').click();
    await editor.getByLabel('Area', { exact: true }).selectOption('South Bay');
    await editor.getByRole('button', { name: 'Clip', exact: true }).click();
    // South of 35.85° N are 0.10° of bedrock and 0.05° of restored coast: all of it counts.
    await expect(rows).toHaveCount(2);
    await editor.getByRole('button', { name: 'Clip', exact: true }).click();
    await expect(editor.getByRole('alert')).toContainText('nothing would change');
    await editor.getByLabel('Keep', { exact: true }).selectOption('what lies outside');
    await editor.getByRole('button', { name: 'Clip', exact: true }).click();
    await expect(editor.getByRole('alert')).toContainText('Nothing of the chosen features');
    await editor.getByRole('button', { name: 'Done' }).click();
    await app.panel.locator('.own-data summary').click();
    await expect(app.panel).toContainText('features clipped by an area: 1×');
    await app.openPanel('coastline');
    await expect(app.panel.locator('output').first()).toHaveText(/100\.0\s%/);
    await page.keyboard.press('Control+z');
    await expect(app.panel.locator('output').first()).toHaveText(/50\.0\s%/);
  },
);

test('a border that two zones share is moved on the map in both', async ({ app, page }) => {
  await app.openWithMap('?panel=data#map=10/35.85/120');
  const editor = await editCopy(app, 'Protection zones');
  const areaOf = async (name: string): Promise<number> =>
    Number.parseFloat(
      (
        await editor.getByRole('listitem').filter({ hasText: name }).locator('.count').innerText()
      ).replace(',', ''),
    );
  const [south, north] = [await areaOf('South Bay'), await areaOf('North Bay')];
  await editor.getByRole('checkbox', { name: /South Bay/ }).check();
  await editor.getByRole('button', { name: 'Move vertices' }).click();
  await expect(editor.getByText('Drag a vertex')).toBeVisible();
  // The tool is fetched; over a vertex it shows that it can be moved.
  await expect
    .poll(async () => {
      const { left, top } = await app.map.pixelsOf([120.05, 35.85], [120.05, 35.85]);
      await page.mouse.move(left + 30, top + 30);
      await page.mouse.move(left, top, { steps: 3 });
      return app.map.canvas.first().evaluate((canvas) => canvas.style.cursor);
    })
    .toBe('move');
  // From one shared corner a ninth of the way into the northern zone.
  await app.map.hold([120.05, 35.85], [120.05, 35.87]);
  await page.mouse.up();
  await expect.poll(() => areaOf('South Bay')).toBeGreaterThan(south);
  const [grown, shrunk] = [await areaOf('South Bay'), await areaOf('North Bay')];
  // What one gains the other loses: triangles on one base, to the tenth that is printed.
  expect(grown - south).toBeCloseTo(north - shrunk, 0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => areaOf('South Bay')).toBe(south);
  expect(await areaOf('North Bay')).toBe(north);
});

test('a zone is cut along a line drawn on the map, what cannot be cut is refused, and undone', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=data#map=9/35.9/120');
  const editor = await editCopy(app, 'Protection zones');
  const rows = editor.getByRole('listitem');
  await expect(rows.filter({ hasText: 'North Bay' })).toHaveCount(1);
  const before = await rows.count();
  const areaOf = async (row: number): Promise<number> =>
    Number.parseFloat(
      (await rows.filter({ hasText: 'North Bay' }).nth(row).locator('.count').innerText()).replace(
        ',',
        '',
      ),
    );
  const whole = await areaOf(0);
  await editor.getByRole('checkbox', { name: /North Bay/ }).check();
  const cutAlong = async (...line: readonly (readonly [number, number])[]): Promise<void> => {
    await editor.getByRole('button', { name: 'Cut along a line' }).click();
    await expect(editor.getByText('Draw the line on the map')).toBeVisible();
    await app.map.draw(line);
    await page.keyboard.press('Enter');
  };
  await cutAlong([119.98, 35.87], [120.02, 35.9]);
  await expect(editor.getByRole('alert')).toContainText('divides none of the chosen');
  await cutAlong([120.02, 35.8], [120.02, 36.1]);
  await expect(rows).toHaveCount(before + 1);
  await expect(editor.getByRole('checkbox', { name: /North Bay/, checked: true })).toHaveCount(2);
  expect((await areaOf(0)) + (await areaOf(1))).toBeCloseTo(whole, 0);
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(app.panel).toContainText('features cut along a line: 1×');
  await page.keyboard.press('Control+z');
  await app.openPanel('data');
  await expect(app.panel).not.toContainText('features cut along a line');

  // Clipped by an area that is drawn: the zone is 0.10° wide, and half of it lies east of 120° E.
  await app.panel.locator('.own-data summary').click();
  await app.panel.getByRole('button', { name: 'Edit', exact: true }).click();
  await editor.getByRole('checkbox', { name: /North Bay/ }).check();
  await editor.getByText('Clip by an area').click();
  await editor.getByRole('button', { name: 'Clip', exact: true }).click();
  await expect(editor.getByRole('button', { name: 'Give up clipping' })).toBeVisible();
  await app.map.draw([
    [120, 35.8],
    [120.06, 35.8],
    [120.06, 36.1],
    [120, 36.1],
  ]);
  await page.keyboard.press('Enter');
  await expect.poll(() => areaOf(0)).toBeLessThan(0.6 * whole);
  // A pixel is 0.0014° here.
  expect((await areaOf(0)) / whole).toBeCloseTo(0.5, 1);
});

test('a stretch is drawn on the map: unclassified until a class is stated, and undone', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=data#map=10/35.85/120');
  const editor = await editCopy(app, 'Coastline');
  const rows = editor.getByRole('listitem');
  await editor.getByRole('button', { name: 'Draw a line' }).click();
  await expect(editor.getByText('Click each vertex on the map')).toBeVisible();
  await expect(editor.getByText('it counts as unclassified')).toBeVisible();
  await expect(app.map.canvas.first()).toHaveCSS('cursor', 'crosshair');
  for (const at of [
    [120.1, 35.8],
    [120.15, 35.82],
    [120.2, 35.8],
  ] as const) {
    const { left, top } = await app.map.pixelsOf(at, at);
    await page.mouse.move(left - 8, top - 8);
    await page.mouse.move(left, top, { steps: 2 });
    await page.mouse.click(left, top);
  }
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(5);
  const drawn = editor.getByRole('checkbox', { name: /Drawn 1/ });
  await expect(drawn).toBeChecked();
  // Two legs of 0.05° of longitude and 0.02° of latitude: 2 × √(4.51² + 2.22²) km = 10.05 km.
  await expect(rows.filter({ hasText: 'Drawn 1' })).toContainText(/10\.0\d\s*km/);
  await expect(editor.getByRole('button', { name: 'Draw a line' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(editor.getByLabel('Class', { exact: true })).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(4);
});

test('a layer of projects is begun without a file, a site drawn in it, and both undone', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=data#map=10/35.85/120');
  await app.panel.getByRole('button', { name: 'Draw a layer of projects' }).click();
  const editor = app.panel.getByRole('region', { name: 'Edit Own projects 1' });
  await editor.getByRole('button', { name: 'Draw an area' }).click();
  await app.map.draw([
    [120.1, 35.8],
    [120.15, 35.8],
    [120.15, 35.84],
  ]);
  await page.keyboard.press('Enter');
  // Half of 0.05° × 0.04°: 4.51 km × 4.44 km / 2 = 10.0 km².
  await expect(editor.getByRole('listitem')).toContainText(/(9\.9|10\.0)\d*\s*km²/);
  await editor.getByRole('button', { name: 'Done' }).click();
  await app.panel.locator('.own-data summary', { hasText: 'Own projects 1' }).click();
  await expect(app.panel).toContainText('None: drawn on the map');
  await app.openPanel('projects');
  await expect(app.projectRow('Drawn 1')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(app.projectRow('Drawn 1')).toHaveCount(0);
});
