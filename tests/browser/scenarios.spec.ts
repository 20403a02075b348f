import { seriousViolations } from './drivers/accessibility.ts';
import { keptText } from './drivers/kept-text.ts';
import { expect, test, testWithoutMap } from './test.ts';

/** A square across the rock shore of the small plan: 0.02° of latitude, 2 219 m of it (pyproj). */
const ACROSS_ROCK: readonly (readonly [number, number])[] = [
  [119.985, 35.74],
  [120.015, 35.74],
  [120.015, 35.76],
  [119.985, 35.76],
];

test('a site is drawn across the coast and its cost read; undo, copy, lock, compare', async ({
  app,
  page,
}) => {
  await app.openWithMap('?layers=coastline,zones&panel=scenarios#map=11.5/35.77/119.97');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await app.panel.getByRole('button', { name: 'Draw an area', exact: true }).click();
  await app.map.draw(ACROSS_ROCK);
  await page.keyboard.press('Enter');
  const site = app.panel.getByRole('button', { name: /Site 1/ });
  await expect(site).toContainText(/takes 2\.2\d\skm/);
  const headline = app.panel.locator('.scenario-summary');
  // Rock 11.1 km and mended 5.5 km of 33.3 km: 50 %; without 2.2 km of rock 43.3 %.
  await expect(headline).toContainText(/50\.0\d\s% → 43\.\d\d\s%/);
  await expect(headline).toContainText('Keeps the target');
  await app.panel.locator('.site').getByText('Conflicts', { exact: true }).first().click();
  await expect(app.panel.getByText('South Bay').first()).toBeVisible();
  await expect(app.panel.getByText('Illustration')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(headline).toContainText(/50\.00\s% → 50\.00\s%/);
  await page.keyboard.press('Control+Shift+Z');
  await expect(site).toContainText(/takes 2\.2\d\skm/);

  await app.panel.getByRole('button', { name: 'Duplicate' }).click();
  await expect(app.panel.getByText('Scenario 1 (copy)').first()).toBeVisible();
  await app.panel.getByRole('button', { name: /Site 1/ }).click();
  await app.panel.locator('.sites').getByRole('button', { name: 'Remove' }).click();
  await app.panel.getByRole('checkbox', { name: 'Compare Scenario 1', exact: true }).check();
  await app.panel.getByRole('checkbox', { name: 'Compare Scenario 1 (copy)' }).check();
  const table = app.panel.getByRole('table');
  await expect(table.getByRole('row', { name: /^Natural coast taken/ })).toContainText(
    /2\.2\d\skm0\sm/,
  );
  expect(await seriousViolations(page)).toEqual([]);

  await app.panel.getByRole('button', { name: 'Compare on the map' }).click();
  await expect(app.map.canvas).toHaveCount(2);
  const line = page.getByRole('slider', { name: 'Swipe between Scenario 1 and Scenario 1 (copy)' });
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveValue('0.51');
  await app.panel.getByRole('checkbox', { name: 'Compare Scenario 1 (copy)' }).uncheck();
  await expect(app.map.canvas).toHaveCount(1);

  await app.panel.getByRole('button', { name: 'Lock' }).click();
  await expect(app.panel.getByText('Locked:')).toBeVisible();
  await expect(app.panel.getByRole('button', { name: 'Draw an area', exact: true })).toBeHidden();
});

/** A square beside it, clear of the panel. */
const BESIDE: readonly (readonly [number, number])[] = [
  [120.03, 35.76],
  [120.05, 35.76],
  [120.05, 35.78],
  [120.03, 35.78],
];

test('corners are taken back while a shape is in hand, finished sites never; Enter sets corners by keyboard', async ({
  app,
  page,
}) => {
  const { keyboard } = page;
  await app.openWithMap('?layers=coastline,zones&panel=scenarios#map=11.5/35.77/119.97');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  const drawArea = app.panel.getByRole('button', { name: 'Draw an area', exact: true });
  const undo = app.panel.getByRole('button', { name: 'Undo' });
  const sites = app.panel.locator('.sites > li');
  await drawArea.click();
  await app.map.draw(ACROSS_ROCK);
  await keyboard.press('Enter');
  await expect(sites).toHaveCount(1);

  await drawArea.click();
  await expect(undo).toBeDisabled();
  await app.map.draw(BESIDE);
  await expect(undo).toBeEnabled();
  await keyboard.press('Control+z');
  await keyboard.press('Backspace');
  await undo.click();
  await keyboard.press('Control+z');
  await expect(undo).toBeDisabled();
  // Far too often: the history rests, and the finished site stays.
  for (let time = 0; time < 4; time += 1) await keyboard.press('Control+z');
  await expect(sites).toHaveCount(1);
  for (let time = 0; time < 4; time += 1) await keyboard.press('Control+y');
  await page.locator('.maplibregl-canvas').focus();
  await keyboard.press('Enter');
  await expect(sites).toHaveCount(2);

  // By keyboard alone: three corners under the cross, and the last once more.
  await drawArea.focus();
  await keyboard.press('Space');
  await page.locator('.maplibregl-canvas').focus();
  for (const arrow of ['ArrowRight', 'ArrowDown', 'ArrowDown']) {
    await keyboard.press('Enter');
    await keyboard.press(arrow);
    await app.map.isIdle();
  }
  await expect(undo).toBeEnabled();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(sites).toHaveCount(3);
});

test('a corner that is dragged changes the figures while the hand still holds it', async ({
  app,
  page,
}) => {
  await app.openWithMap('?layers=coastline,zones&panel=scenarios#map=11.5/35.77/119.97');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await app.panel.getByRole('button', { name: 'Draw an area', exact: true }).click();
  await app.map.draw(ACROSS_ROCK);
  await page.keyboard.press('Enter');
  const headline = app.panel.locator('.scenario-summary');
  await expect(headline).toContainText(/→ 43\.\d\d\s%/);
  await app.map.hold([120.015, 35.76], [120.015, 35.79]);
  // One side now crosses the coast at 35.775: half as much again is inside.
  await expect(headline).toContainText(/→ 3\d\.\d\d\s%/);
  await page.mouse.up();
  await page.keyboard.press('Escape');
  await expect(headline).toContainText(/→ 3\d\.\d\d\s%/);
});

test('a restoration along the quay turns artificial coast into restored', async ({ app, page }) => {
  await app.openWithMap('?layers=coastline,zones&panel=scenarios#map=11.5/35.93/119.97');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await app.panel.getByRole('button', { name: 'Draw a restoration', exact: true }).click();
  // The hand comes near the coast, and snaps to it: 0.03° along the meridian are 3 328.7 m (pyproj).
  await app.map.draw([
    [120.0005, 35.92],
    [120.0005, 35.95],
  ]);
  await page.keyboard.press('Enter');
  const site = app.panel.getByRole('button', { name: /Site 1/ });
  await expect(site).toContainText(/restores 3\.[34]\d\skm/);
  // 16.6 km kept of 33.3 km, and 3.3 to 3.5 km more: the line's round ends reach on.
  await expect(app.panel.locator('.scenario-summary')).toContainText(/50\.00\s% → 60\.\d\d\s%/);
  await expect(app.panel.getByText(/Artificial/).first()).toBeVisible();
});

testWithoutMap(
  'a site by numbers, one from the plan, and a restoration, without the map',
  async ({ app }) => {
    await app.open('?panel=scenarios');
    await app.panel.getByRole('button', { name: 'New scenario' }).click();
    await app.panel.getByText('By numbers').click();
    await app.panel.getByLabel('Centre').fill('quay');
    await app.panel.getByRole('button', { name: 'Add the rectangle' }).click();
    await expect(app.panel.getByRole('alert')).toBeVisible();
    await app.panel.getByLabel('Centre').fill('0 0');
    await app.panel.getByRole('button', { name: 'Add the rectangle' }).click();
    await expect(app.panel.getByRole('alert')).toContainText('outside the map');
    await app.panel.getByLabel('Centre').fill('120 35.75');
    await app.panel.getByLabel('Width (m)').first().fill('99999');
    await app.panel.getByRole('button', { name: 'Add the rectangle' }).click();
    await expect(app.panel.getByRole('button', { name: /^Site 1/ })).toHaveCount(0);
    await app.panel.getByLabel('Width (m)').first().fill('200');
    await app.panel.getByLabel('Bearing').fill('0');
    await app.panel.getByRole('button', { name: 'Add the rectangle' }).click();
    // A rectangle 400 m long, laid north along the meridian that is the coast.
    await expect(app.panel.getByRole('button', { name: /Site 1/ })).toContainText(/takes 400\sm/);
    await expect(app.panel.locator('.site .facts b').first()).toHaveText(/^8\.00\d*\sha$/);

    await app.panel.getByLabel('From the plan').selectOption({ label: 'North Port' });
    await expect(app.panel.getByRole('button', { name: /North Port/ })).toContainText(/takes 0\sm/);
    await expect(app.panel.getByText('To the coast')).toBeVisible();
  },
);

testWithoutMap(
  'any shape can be typed, and corners added and taken away, by keyboard or touch',
  async ({ app }) => {
    await app.open('?panel=scenarios');
    await app.panel.getByRole('button', { name: 'New scenario' }).click();
    await app.panel.getByText('By corners', { exact: false }).first().click();
    const points = app.panel.getByRole('textbox', { name: 'By corners: one position a line' });
    await points.fill('119.99 35.74\n120.01 35.74\nthere');
    await app.panel.getByRole('button', { name: 'Add the site' }).click();
    await expect(app.panel.getByRole('alert')).toContainText('Line 3');
    // A triangle over the meridian that is the coast: from 35.74° to 35.75°, 1 109.5 m (pyproj).
    await points.fill('119.99 35.74\n120.01 35.74\n120.01 35.76');
    await app.panel.getByRole('button', { name: 'Add the site' }).click();
    const site = app.panel.getByRole('button', { name: /^Site 1/ });
    await expect(site).toContainText(/takes 1\.11\skm/);
    await app.panel.getByText('Name, width, corners').click();
    await app.panel.getByText('Corners as numbers').click();
    await app.panel.getByRole('button', { name: 'Add a corner after corner 3' }).click();
    const fourth = app.panel.getByRole('textbox', { name: 'Corner 4' });
    await expect(fourth).toHaveValue('120.000000 35.750000');
    await fourth.fill('119.99 35.76');
    await fourth.blur();
    await expect(site).toContainText(/takes 2\.22\skm/);
    await app.panel.getByRole('button', { name: 'Take away corner 4' }).click();
    await expect(site).toContainText(/takes 1\.11\skm/);
  },
);

testWithoutMap('work is kept, and goes on in the next visit', async ({ app, page }) => {
  await app.open('?panel=scenarios&lang=zh');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.getByText('输入数值', { exact: true }).click();
  await page.getByLabel('中心').fill('120 35.75');
  await page.getByRole('button', { name: '添加矩形场址' }).click();
  await expect(page.getByRole('button', { name: /^场址 1/ })).toContainText('占用');
  await expect.poll(() => keptText(page)).toContain('场址 1');
  await app.open('?panel=scenarios&lang=zh');
  await page.getByRole('button', { name: '接着做' }).click();
  await expect(page.getByRole('button', { name: /^场址 1/ })).toBeVisible();
});

test('a place on the shore is asked about: coast, zone, rules, and what a site there takes', async ({
  app,
  page,
}) => {
  await app.openWithMap('?layers=coastline,zones#map=12/35.75/119.999');
  await app.map.canvas.first().focus();
  await page.keyboard.press('Shift+Enter');
  const card = page.getByRole('complementary', { name: 'Why not here?' });
  await expect(card.getByRole('button', { name: 'Rock Shore' })).toBeVisible();
  // 0.001° of longitude at 35.75° N: 90.4 m (pyproj, Geod.inv on the CGCS2000 ellipsoid).
  await expect(card.getByText(/90\sm/)).toBeVisible();
  await expect(card.getByRole('button', { name: 'South Bay' })).toBeVisible();
  await expect(card.getByText('Coast Act')).toBeVisible();
  // Circles on a straight coast take their width; 100 m of 33.3 km are 0.3 points.
  await expect(card.getByRole('row', { name: /^100\sm/ })).toContainText(/100\sm49\.7\d\s%/);
  await expect(card.getByRole('row', { name: /^500\sm/ })).toContainText(/500\sm48\.5\d\s%/);
  expect(await seriousViolations(page)).toEqual([]);
  await card.getByRole('button', { name: 'Rock Shore' }).click();
  await expect(card).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Rock Shore' })).toBeVisible();
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a long press asks about a place, one that moves or is short does not', async ({
    app,
    page,
  }) => {
    await app.openWithMap('?layers=coastline,zones#map=12/35.75/119.999');
    const card = page.getByRole('complementary', { name: 'Why not here?' });
    const at = await app.map.pixelsOf([119.999, 35.75], [119.999, 35.75]);
    // All in the page, whose own clock orders them: a busy machine makes no short press a long one.
    await app.map.canvas.first().evaluate(
      async (canvas, { left, top }) => {
        const wait = (milliseconds: number) =>
          new Promise((resolve) => setTimeout(resolve, milliseconds));
        const touch = (type: string, right = 0): void => {
          const finger = new Touch({
            identifier: 1,
            target: canvas,
            clientX: left + right,
            clientY: top,
          });
          const touches = type === 'touchend' ? [] : [finger];
          canvas.dispatchEvent(
            new TouchEvent(type, {
              ...{ touches, targetTouches: touches, changedTouches: [finger] },
              ...{ bubbles: true, cancelable: true },
            }),
          );
        };
        touch('touchstart');
        await wait(150);
        touch('touchend');
        await wait(700);
        touch('touchstart');
        touch('touchmove', 10);
        touch('touchmove', 30);
        await wait(700);
        touch('touchend', 30);
      },
      { left: at.left, top: at.top },
    );
    await expect(card).toHaveCount(0);
    await app.lookAt('#map=12/35.75/119.999');
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchEnd'): Promise<unknown> =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: at.left, y: at.top }],
      });
    await touch('touchStart');
    await expect(card.getByRole('button', { name: 'Rock Shore' })).toBeVisible();
    // The lifted finger is no tap: two frames on, whatever it means has been done.
    const lifted = await page.evaluateHandle(() => ({
      seen: new Promise((resolve) => {
        const settle = () => requestAnimationFrame(() => requestAnimationFrame(resolve));
        document.addEventListener('touchend', settle, { capture: true, once: true });
      }),
    }));
    await touch('touchEnd');
    await lifted.evaluate(({ seen }) => seen);
    await expect(card).toBeVisible();
  });
});

testWithoutMap(
  'cards tell ratio, headroom and conflicts; one dragged onto another is compared with it',
  async ({ app, page }) => {
    await app.open('?panel=scenarios');
    const start = app.panel.getByRole('button', { name: 'New scenario' });
    await start.click();
    await app.panel.getByText('By corners', { exact: false }).first().click();
    await app.panel
      .getByRole('textbox', { name: 'By corners: one position a line' })
      .fill(ACROSS_ROCK.map((corner) => corner.join(' ')).join('\n'));
    await app.panel.getByRole('button', { name: 'Add the site' }).click();
    const cards = app.panel.getByRole('list', { name: 'Scenarios' }).getByRole('listitem');
    const card = cards.filter({ hasText: 'Scenario 1' });
    // 2 219 m of 33 287 m are 6.67 points; so much less may be lost.
    await expect(card).toContainText(/Change of ratio\s*−6\.6\d\spoints/);
    await expect(card).toContainText(/Change of headroom\s*−2\.2\d\skm/);
    // The change is not the state: 16.6 km kept, less 35 % of 33.3 km and 2.2 km.
    await expect(card).toContainText(/2\.7\d\skm to spare/);
    // A zone, natural coast, and the 30 m from it.
    await expect(card).toContainText(/Conflicts\s*●\s*3/);
    // All three columns stand inside the card, whatever they say.
    expect(
      await card.evaluate(
        (box) =>
          [...box.querySelectorAll('dt, dd')].filter(
            (cell) => cell.getBoundingClientRect().right > box.getBoundingClientRect().right,
          ).length,
      ),
    ).toBe(0);
    // What scrolls, scrolls inside the panel: the rail stays where it is, as when the browser finds a word.
    const top = () => app.tab('layers').evaluate((tab) => tab.getBoundingClientRect().top);
    const before = await top();
    await app.panel
      .getByRole('button', { name: 'Save work file' })
      .evaluate((button) => button.scrollIntoView({ block: 'start' }));
    expect(await top()).toBe(before);
    // The sketch: the coast, and the site over it.
    await expect(card.locator('svg path')).toHaveCount(2);
    await start.click();
    await start.click();
    await app.panel.getByRole('checkbox', { name: 'Compare Scenario 3' }).check();
    await card.dragTo(cards.filter({ hasText: 'Scenario 2' }));
    const compared = (name: string) =>
      app.panel.getByRole('checkbox', { name: `Compare ${name}`, exact: true });
    await expect(compared('Scenario 1')).toBeChecked();
    await expect(compared('Scenario 2')).toBeChecked();
    await expect(compared('Scenario 3')).not.toBeChecked();
    await expect(app.panel.getByRole('table')).toContainText('Scenario 2');
    expect(await seriousViolations(page)).toEqual([]);
  },
);
