import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright/test';
import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { readNumber } from './drivers/coastline-figures.ts';
import { collection, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithPixels } from './test.ts';

/** The small plan, with one port that exists and one that is planned, far apart. */
const PLAN = {
  ...smallPlan(),
  'projects/ports.geojson': collection([
    project(
      'old-port',
      '老港',
      'Old Port',
      { type: 'Point', coordinates: [119.96, 35.75] },
      {
        status: 'existing',
        accuracy_m: 100,
      },
    ),
    project(
      'new-port',
      '新港',
      'New Port',
      { type: 'Point', coordinates: [120.04, 35.76] },
      {
        status: 'propose',
        accuracy_m: 100,
      },
    ),
  ]),
  'views/default.json': { id: 'default', title: { zh: '汇报', en: 'Deck' }, views: [] },
};

test.use({ plan: PLAN, viewport: { width: 1280, height: 720 } });

const LABELS = {
  en: { left: 'Left side', right: 'Right side', compare: 'Compare two states', legend: 'Legend' },
  zh: { left: '左侧', right: '右侧', compare: '对比两种状态', legend: '图例' },
} as const;

/** The card of a side. */
function side(app: AppPage, place: 'left' | 'right'): Locator {
  return app.page.getByRole('region', {
    name: new RegExp(`^${LABELS[app.language][place]} `),
  });
}

async function areBothDrawn(app: AppPage): Promise<void> {
  await expect(app.map.canvas).toHaveCount(2);
  await app.map.isIdle();
  await expect(app.page.locator('[data-second-state]')).toHaveAttribute(
    'data-second-state',
    'idle',
    { timeout: 40_000 },
  );
}

/** A fingerprint of what a map shows about its middle. */
async function middleOf(page: Page, map: string): Promise<string> {
  const box = await page.locator(map).boundingBox();
  if (box === null) throw new Error(`${map} is not on the page`);
  const clip = {
    x: Math.round(box.x + box.width / 2) - 40,
    y: Math.round(box.y + box.height / 2) - 40,
    width: 80,
    height: 80,
  };
  return createHash('sha256')
    .update(await page.screenshot({ clip }))
    .digest('hex');
}

test('today and the plan are swiped by keyboard alone, each with its figures and its legend', async ({
  app,
  page,
}) => {
  await app.openWithMap('?layers=coastline,ports#map=11/35.755/119.94');
  const button = page.getByRole('button', { name: 'Compare two states' });
  await app.tabTo(button);
  await page.keyboard.press('Enter');
  await areBothDrawn(app);
  await app.hasPart('compare', 'today,plan');
  const line = page.getByRole('slider', {
    name: 'Swipe between Today: what exists and The whole plan',
  });
  await app.tabTo(line);
  await expect(line).toHaveValue('0.5');
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveValue('0.51');
  await page.keyboard.press('PageDown');
  await expect(line).toHaveValue('0.41');
  await app.hasPart('split', '0.41');
  // The old port lies left of the line and the new one right of it.
  await expect(side(app, 'left').getByText('Ports', { exact: true })).toBeVisible();
  await expect(side(app, 'right').getByText('Ports', { exact: true })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(line).toHaveValue('0');
  await expect(side(app, 'left').locator('.side-card')).toBeHidden();
  await page.keyboard.press('End');
  await expect(line).toHaveValue('1');
  await expect(side(app, 'left').getByText('Ports', { exact: true })).toBeVisible();
  await expect(side(app, 'right').locator('.side-card')).toBeHidden();

  // The audit of the coast: 16.6 km of 33.3 km.
  await line.fill('0.5');
  for (const place of ['left', 'right'] as const) {
    const card = side(app, place);
    expect(readNumber(await card.getByLabel('Ratio').innerText())?.value).toBe(50);
    await expect(card).toContainText('Coast as drawn.');
    await expect(card).toContainText(/May still lose 5\.0\skm/);
  }
  await expect(app.mapRegion.getByText('Illustration')).toHaveCount(1);
  expect(await seriousViolations(page)).toEqual([]);
  await line.focus();
  await page.keyboard.press('Escape');
  await expect(app.map.canvas).toHaveCount(1);
  await expect(button).toBeFocused();
  await app.hasPart('compare', null);
});

test('each legend names what is in view on its own side, and no more', async ({ app, page }) => {
  await app.openWithMap('?layers=coastline,ports&compare=today,plan#map=11/35.755/119.94');
  await areBothDrawn(app);
  const [left, right] = [side(app, 'left'), side(app, 'right')];
  await expect(right.getByText('Ports', { exact: true })).toBeVisible();
  // The coast lies left of the line, the planned port right of it.
  await expect(left.getByText('Bedrock')).toBeVisible();
  await expect(right.getByText('Bedrock')).toBeHidden();
  await page.getByRole('button', { name: 'Swap the sides' }).click();
  await expect(right.getByRole('heading', { level: 3 }).first()).toHaveText('Today: what exists');
  await expect(right.getByText('Ports', { exact: true })).toBeHidden();
});

testWithPixels(
  'two maps side by side keep in step, whichever is moved, turned or given another width',
  async ({ app, page }) => {
    await app.openWithMap('?layers=coastline&compare=now,plan&beside=1#map=10/35.8/120');
    await areBothDrawn(app);
    for (const place of ['left', 'right'] as const)
      await side(app, place)
        .locator('summary', { hasText: /^Target/ })
        .click();
    const areAlike = async (): Promise<void> => {
      await areBothDrawn(app);
      await expect
        .poll(async () => {
          const [one, other] = [
            await middleOf(page, '.map-holder'),
            await middleOf(page, '.map-second'),
          ];
          return one === other;
        })
        .toBe(true);
    };
    await areAlike();
    for (const [index, key] of [
      [1, 'ArrowRight'],
      [0, 'ArrowUp'],
      [1, 'Shift+ArrowRight'],
      [0, 'Shift+ArrowUp'],
      [1, '+'],
    ] as const) {
      const before = app.map.camera;
      await app.map.canvas.nth(index).focus();
      await page.keyboard.press(key);
      await app.map.hasMovedFrom(before);
      await areAlike();
    }
    // Bearing and pitch are in the address too: those of both maps.
    expect(app.map.camera?.split('/')).toHaveLength(5);
    const line = page.getByRole('slider', { name: /^Room for/ });
    await line.focus();
    await page.keyboard.press('Home');
    await expect(line).toHaveValue('0.2');
    await app.hasPart('split', '0.2');
    await page.setViewportSize({ width: 1180, height: 660 });
    const boxes = async () =>
      await Promise.all(
        ['.map-holder', '.map-second', '.map'].map((map) => page.locator(map).boundingBox()),
      );
    await expect
      .poll(async () => {
        const [one, other, whole] = await boxes();
        if (!one || !other || !whole) return 'absent';
        const isJoined = Math.abs(one.x + one.width - other.x) < 1;
        const isFilled = Math.abs(other.x + other.width - whole.x - whole.width) < 1;
        return isJoined && isFilled && one.width < other.width;
      })
      .toBe(true);
    await page.getByRole('radio', { name: 'Swipe' }).check({ force: true });
    await areBothDrawn(app);
    await app.hasPart('beside', null);
  },
);

test('the line follows the mouse, and a pick on either map is the desk’s', async ({
  app,
  page,
}) => {
  await app.openWithMap('?layers=coastline,ports&compare=today,plan&beside=1#map=11/35.76/120.04');
  await areBothDrawn(app);
  const line = page.getByRole('slider');
  const box = await line.boundingBox();
  if (box === null) throw new Error('no line');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 80, y, { steps: 4 });
  await page.mouse.up();
  expect(Number(await line.inputValue())).toBeLessThan(0.45);
  for (const place of ['left', 'right'] as const)
    await side(app, place)
      .locator('summary', { hasText: /^Target/ })
      .click();
  await areBothDrawn(app);
  const second = await page.locator('.map-second').boundingBox();
  if (second === null) throw new Error('no second map');
  await page.mouse.click(second.x + second.width / 2, second.y + second.height / 2);
  await app.cardShows('New Port');
  await app.hasPart('select', 'new-port');
});

test('a scenario on a side shows the ratio after it, the other the ratio as drawn', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=scenarios#map=11/35.75/120');
  await app.panel.getByRole('button', { name: 'New scenario' }).click();
  await app.panel.getByText('By corners', { exact: false }).first().click();
  await app.panel
    .getByRole('textbox', { name: 'By corners: one position a line' })
    .fill('119.99 35.74\n120.01 35.74\n120.01 35.76\n119.99 35.76');
  await app.panel.getByRole('button', { name: 'Add the site' }).click();
  const headline = app.panel.locator('.scenario-summary');
  await expect(headline).toContainText(/→ 43/);
  const after = readNumber(
    ((await headline.locator('output').innerText()).split('→')[1] ?? '').trim(),
  );
  await page.getByRole('button', { name: 'Compare two states' }).click();
  await side(app, 'right').getByRole('combobox').selectOption({ label: 'Scenario 1' });
  await areBothDrawn(app);
  const right = side(app, 'right').getByLabel('Ratio');
  await expect(right).toHaveText(/43\.\d/);
  const shown = readNumber(await right.innerText());
  expect(Math.abs((shown?.value ?? 0) - (after?.value ?? 1))).toBeLessThanOrEqual(
    shown?.rounding ?? 0,
  );
  await expect(side(app, 'left').getByLabel('Ratio')).toHaveText(/50\.0/);
  await expect(side(app, 'right')).not.toContainText('Coast as drawn.');
  // Somebody else may have another scenario of that name: the address does not name it.
  await app.hasPart('compare', null);
  // The panel may go; the comparison stays.
  await page.getByRole('button', { name: 'Collapse the panel' }).click();
  await areBothDrawn(app);
  await expect(right).toBeVisible();
});

test('is opened and ended many times, and no graphics context is left behind', async ({
  app,
  page,
}) => {
  await app.openWithMap('?layers=coastline#map=10/35.8/120');
  const button = page.getByRole('button', { name: 'Compare two states' });
  // A browser keeps sixteen contexts, then takes away the oldest with a warning: the guard hears it. These make
  // eighteen with the map's own.
  for (let turn = 0; turn < 16; turn += 1) {
    await button.click();
    await expect(app.map.canvas).toHaveCount(2);
    await button.click();
    await expect(app.map.canvas).toHaveCount(1);
  }
  await button.click();
  await areBothDrawn(app);
  await app.map.canvas.first().focus();
  await page.keyboard.press('Escape');
  await expect(app.map.canvas).toHaveCount(1);
  await app.map.isIdle();
});

test.describe('on a phone, in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, language: 'zh' });

  test('maps stand one above the other, the line between them moves by keys, nothing overlaps', async ({
    app,
    page,
  }) => {
    await app.openWithMap('?layers=coastline,ports&compare=today,plan&beside=1');
    await areBothDrawn(app);
    await expect(side(app, 'left').getByRole('heading')).toHaveText('现状：已建项目');
    await expect(side(app, 'right').getByLabel('保有率')).toHaveText(/50\.0/);
    const [above, below] = [
      await page.locator('.map-holder').boundingBox(),
      await page.locator('.map-second').boundingBox(),
    ];
    if (above === null || below === null) throw new Error('a map is missing');
    expect(above.y + above.height).toBeCloseTo(below.y, 0);
    expect(above.width).toBe(below.width);
    const line = page.getByRole('slider');
    await line.focus();
    await page.keyboard.press('ArrowDown');
    await expect(line).toHaveValue('0.51');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await expect(line).toHaveValue('0.8');
    await page.keyboard.press('Home');
    await expect(line).toHaveValue('0.2');
    await line.fill('0.5');
    const boxes = await Promise.all(
      ['.compare__bar', '.map-controls', '.compare__foot .notice', '.side-card >> nth=1'].map(
        (part) => page.locator(part).boundingBox(),
      ),
    );
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(one && other && handshake(one, other)).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    await line.focus();
    await page.keyboard.press('Escape');
    await expect(app.map.canvas).toHaveCount(1);
    await expect(page.getByRole('button', { name: LABELS.zh.compare })).toBeFocused();
  });
});

type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

function handshake(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
