import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { keptText } from './drivers/kept-text.ts';
import { presentationDeck } from './fixtures/presentation-deck.ts';
import { smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

const TITLES = ['The coast', 'Ports', 'South Bay', 'A berth'] as const;

test.use({ plan: { ...smallPlan(), 'views/default.json': presentationDeck() } });

function room(page: Page): Locator {
  return page.getByRole('region', { name: 'Presentation' });
}

/** Lets the page wait for a part of its code until the returned function is called. */
async function holdBack(page: Page, part: string): Promise<() => void> {
  let letGo = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(new RegExp(`/assets/${part}-[^/]+\\.js$`), async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

async function startPresenting(app: AppPage, address = '?panel=views'): Promise<void> {
  await app.open(address);
  await app.map.isSettled();
  await app.page.keyboard.press('F5');
  await shows(app, 0);
}

/** Waits until the slide at a place is there, whole. */
async function shows(app: AppPage, index: number, count = 4): Promise<void> {
  const slide = room(app.page);
  await expect(slide.getByRole('heading', { level: 2 })).toHaveText(TITLES[index] ?? '');
  await expect(slide.getByText(`${index + 1} of ${count}`, { exact: true })).toBeVisible();
  await app.map.isSettled();
}

test('a clicker leads through the whole deck, and Escape back to the desk', async ({
  app,
  page,
}) => {
  await app.open('?panel=views');
  await app.map.isSettled();
  const camera = app.map.camera;
  await page.keyboard.press('F5');
  await shows(app, 0);
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  for (const [key, index] of [
    ['PageDown', 1],
    ['ArrowRight', 2],
    [' ', 3],
    ['PageDown', 3],
    ['PageUp', 2],
    ['ArrowLeft', 1],
    ['End', 3],
    ['Home', 0],
    ['Enter', 1],
  ] as const) {
    await page.keyboard.press(key);
    await shows(app, index);
    await app.hasPart('view', `${index + 1}`);
  }
  await expect(room(page).getByText('About ports', { exact: true })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tablist')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(room(page)).toBeHidden();
  await app.hasPart('view', null);
  await expect.poll(() => app.map.camera).toBe(camera);
});

testWithoutMap(
  'a view that was saved with other figures has a small mark; the speaker reads which',
  async ({ app, page }) => {
    await startPresenting(app);
    const mark = room(page).getByRole('img', { name: /^Figures have changed/ });
    await expect(mark).toBeVisible();
    await expect(room(page)).not.toContainText('was');
    await expect(room(page).getByText('Illustration')).toBeVisible();
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('s');
    const speaker = await opened;
    await expect(speaker.locator('body')).toContainText(
      /Natural coastline ratio: was 35\.2\s%, now 50\.0\s%/,
    );
    await speaker.close();
    await page.keyboard.press('PageDown');
    await shows(app, 1);
    await expect(mark).toBeHidden();
    await page.keyboard.press('PageDown');
    await shows(app, 2);
    // All of South Bay is rock or mended: 100 %, as it was.
    await expect(room(page)).toContainText(/100\.0\s%/);
    await expect(mark).toBeHidden();
    await page.keyboard.press('PageDown');
    await shows(app, 3);
    // Rock 11.1 km and mended 5.5 km of 33.3 km, less 2.2 km of rock: 43.3 %, as it was.
    await expect(room(page)).toContainText(/50\.0\s% → 43\.3\s?\d*\s%/);
    await expect(mark).toBeHidden();
  },
);

testWithPixels(
  'a detour goes anywhere, and Backspace back to the slide exactly',
  async ({ app, page }) => {
    await startPresenting(app);
    const before = { camera: app.map.camera, picture: await app.map.picture() };
    const box = await app.map.canvas.boundingBox();
    if (box === null) throw new Error('the map has no place');
    await page.mouse.move(box.x + 400, box.y + 200);
    await page.mouse.wheel(0, -600);
    await app.map.hasMovedFrom(before.camera);
    await expect(room(page).getByText('Exploring')).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(room(page).getByText('Exploring')).toBeHidden();
    await expect.poll(() => app.map.camera).toBe(before.camera);
    expect(await app.map.picture()).toBe(before.picture);

    // By keyboard: the arrows belong to the map while somebody explores.
    await page.keyboard.press('e');
    await app.map.canvas.focus();
    await page.keyboard.press('ArrowRight');
    await app.map.hasMovedFrom(before.camera);
    await shows(app, 0);
    await page.keyboard.press('Backspace');
    await expect.poll(() => app.map.camera).toBe(before.camera);
    await page.keyboard.press('ArrowRight');
    await shows(app, 1);

    // The card of what is selected leaves the way back free.
    const { left, right, top, bottom } = await app.map.pixelsOf([120.08, 35.9], [120.14, 35.96]);
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    await app.cardShows('North Port');
    await room(page).getByRole('button', { name: 'Back to the view' }).click({ timeout: 5000 });
    await expect(room(page).getByText('Exploring')).toBeHidden();
  },
);

testWithoutMap(
  'keys pressed while the presentation is still being fetched lead through it, in order',
  async ({ app, page }) => {
    const [fetchPresenter, fetchSlides] = [
      await holdBack(page, 'presenter'),
      await holdBack(page, 'presentation-container'),
    ];
    await app.open('?panel=views');
    await expect(app.panel.locator('.view-row')).toHaveCount(4);
    await page.keyboard.press('F5');
    await page.keyboard.press('PageDown');
    // On the desk this turns to the projects.
    await page.keyboard.press('2');
    fetchPresenter();
    await expect(page.getByRole('tablist')).toBeHidden();
    await page.keyboard.press('End');
    await page.keyboard.press('PageUp');
    const opened = page.context().waitForEvent('page');
    for (const key of ['s', 'b', 'b', 'o']) await page.keyboard.press(key);
    fetchSlides();
    await (await opened).close();
    await expect(page.getByRole('dialog', { name: 'All views' })).toBeVisible();
    await page.keyboard.press('Escape');
    await shows(app, 2);
    await page.keyboard.press('Escape');
    await expect(app.tab('views')).toHaveAttribute('aria-selected', 'true');
  },
);

testWithoutMap(
  'Escape ends a presentation that is still being fetched, and the next one starts afresh',
  async ({ app, page }) => {
    const fetchSlides = await holdBack(page, 'presentation-container');
    await app.open('?panel=views');
    await expect(app.panel.locator('.view-row')).toHaveCount(4);
    await page.keyboard.press('F5');
    await expect(page.getByRole('tablist')).toBeHidden();
    await page.keyboard.press('End');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tablist')).toBeVisible();
    await page.keyboard.press('2');
    await expect(app.tab('projects')).toHaveAttribute('aria-selected', 'true');
    fetchSlides();
    await page.keyboard.press('F5');
    await shows(app, 0);
  },
);

testWithoutMap(
  'the screen goes black or white, and any leading key only brings it back',
  async ({ app, page }) => {
    await startPresenting(app);
    const cover = page.locator('.presentation-cover');
    for (const [key, colour] of [
      ['b', 'rgb(0, 0, 0)'],
      ['w', 'rgb(255, 255, 255)'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(cover).toHaveCSS('background-color', colour);
      await page.keyboard.press('PageDown');
      await expect(cover).toBeHidden();
      await shows(app, 0);
    }
  },
);

test('the overview is a grid to choose from by keyboard', async ({ app, page }) => {
  await startPresenting(app);
  await page.keyboard.press('o');
  const overview = page.getByRole('dialog', { name: 'All views' });
  await expect(overview.getByRole('button')).toHaveCount(4);
  await expect(overview.getByRole('button', { name: /The coast/ })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(overview.getByRole('button', { name: /Ports/ })).toBeFocused();
  await page.keyboard.press('End');
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(overview).toBeHidden();
  await shows(app, 3);
  await page.keyboard.press('o');
  await page.keyboard.press('Escape');
  await expect(overview).toBeHidden();
  await shows(app, 3);
});

testWithoutMap(
  'the speaker has notes, the next view and a clock in a window that leads too',
  { tag: '@window' },
  async ({ app, page }) => {
    await startPresenting(app);
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('s');
    const speaker = await opened;
    await expect(speaker.getByText('Say this of the coast')).toBeVisible();
    await expect(speaker.getByRole('region', { name: 'Next' })).toContainText('Ports');
    await expect(speaker.locator('.speaker__clock dd').first()).toHaveText(/^\d\d:\d\d$/);
    await speaker.getByRole('button', { name: 'Stop the watch' }).click();
    await expect(speaker.getByRole('button', { name: 'Run on' })).toBeVisible();
    await speaker.getByLabel('Go to slide').fill('3');
    await speaker.getByLabel('Go to slide').press('Enter');
    await shows(app, 2);
    // Digits and Enter lead in the room too.
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await shows(app, 0);
    await speaker.getByRole('button', { name: 'Next view' }).click();
    await shows(app, 1);
    await expect(speaker.getByText('Say this of ports')).toBeVisible();
    await speaker.keyboard.press('PageDown');
    await shows(app, 2);
    await expect(speaker.getByText('Say this of south bay')).toBeVisible();

    // A key on a button does what the button says, once.
    await speaker.getByRole('button', { name: 'Previous view' }).focus();
    await speaker.keyboard.press(' ');
    await shows(app, 1);
    await speaker.keyboard.press('Enter');
    await shows(app, 0);

    // Full screen that has ended comes back by a key or a button of either window.
    const isFull = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
    await expect.poll(isFull).toBe(true);
    for (const bringBack of [
      () => speaker.keyboard.press('f'),
      () => speaker.getByRole('button', { name: 'Full screen' }).click(),
      () => page.keyboard.press('F5'),
    ]) {
      await page.evaluate(() => document.exitFullscreen());
      await expect(speaker.getByText(/not full screen/)).toBeVisible();
      await bringBack();
      await expect.poll(isFull).toBe(true);
      await expect(speaker.getByText(/not full screen/)).toBeHidden();
    }

    // Closed by mistake, it opens again at once; the page takes it along when it goes.
    await speaker.close();
    const reopened = page.context().waitForEvent('page');
    await page.keyboard.press('s');
    const second = await reopened;
    await expect(second.getByText('Say this of the coast')).toBeVisible();
    const gone = second.waitForEvent('close');
    await page.reload();
    await gone;
    await expect(app.panel.locator('.view-row')).toHaveCount(4);
    await page.keyboard.press('F5');
    await shows(app, 0);
    const last = page.context().waitForEvent('page');
    await page.keyboard.press('s');
    const third = await last;
    await expect(third.getByText('Say this of the coast')).toBeVisible();
    const closed = third.waitForEvent('close');
    await page.keyboard.press('Escape');
    await closed;
  },
);

testWithoutMap(
  'a presentation in a window says so, and leaves the desk as it was',
  async ({ app, page }) => {
    await page.addInitScript(() => {
      Element.prototype.requestFullscreen = async () => {
        throw new TypeError('refused');
      };
    });
    await app.open('?panel=projects&status=existing&realm=all');
    await app.map.isSettled();
    await page.keyboard.press('F5');
    const refusal = page.getByRole('alert');
    await expect(refusal.getByText(/no full screen/)).toBeVisible();
    // A line or two over the map, not a sheet over the slide.
    expect((await refusal.boundingBox())?.height).toBeLessThan(120);
    await page.keyboard.press('PageDown');
    await shows(app, 1);
    await expect(page.getByText(/no full screen/)).toBeHidden();
    await page.keyboard.press('c');
    await page.keyboard.press('Escape');
    await expect(app.tab('projects')).toHaveAttribute('aria-selected', 'true');
    await app.hasPart('status', 'existing');
    await app.hasPart('realm', 'all');
    await app.hasPart('view', null);
  },
);

test('a view of two compared states shows both to the room, each with its ratio', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=views&compare=today,plan');
  await expect(app.panel.locator('.view-row')).toHaveCount(4);
  await app.panel.getByRole('button', { name: 'Save view' }).click();
  await expect(app.panel.locator('.view-row')).toHaveCount(5);
  await page.keyboard.press('Shift+F5');
  await expect(room(page).getByText('5 of 5', { exact: true })).toBeVisible();
  const compared = page.getByRole('region', { name: 'Comparison', exact: true });
  await expect(compared).toBeVisible();
  // Planned sites do not change the coast as drawn: both sides have its ratio.
  await expect(room(page)).toContainText(/The same on both sides\s*50\.0\s%/);
  await expect(room(page).locator('.presentation__sides p')).toHaveText([
    'Today: what exists',
    'The whole plan',
  ]);
  await expect(app.map.canvas).toHaveCount(2);
  await app.map.isIdle();
  // The speaker sees the same, in small.
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('s');
  const speaker = await opened;
  await expect(speaker.locator('.speaker__now img')).toBeVisible();
  await speaker.close();
  await page.keyboard.press('PageUp');
  await shows(app, 3, 5);
  await expect(compared).toBeHidden();
  await expect(app.map.canvas).toHaveCount(1);
});

testWithoutMap(
  'what was shown is in the minutes, as HTML and as Markdown',
  async ({ app, page }) => {
    await startPresenting(app);
    await expect(room(page)).toContainText(/50\.0\s%/);
    await page.keyboard.press('PageDown');
    await shows(app, 1);
    await page.keyboard.press('End');
    await shows(app, 3);
    await expect(room(page)).toContainText(/43\.3/);
    await page.keyboard.press('Escape');
    await app.panel.getByText('Minutes').click();
    const entries = app.panel.locator('.minutes__list li');
    await expect(entries).toContainText([
      'Presentation ended',
      'Scenario: Example berth',
      'View 4: A berth',
      'View 2: Ports',
      'View 1: The coast',
      'Presentation began: Small deck',
    ]);
    const text = async (name: string): Promise<string> => {
      const download = page.waitForEvent('download');
      await app.panel.getByRole('button', { name }).click();
      return readFile(await (await download).path(), 'utf8');
    };
    const html = await text('Save as HTML');
    expect(html).toMatch(/View 1: The coast[\s\S]*was 35\.2\s%, now 50\.0\s%/);
    expect(html).toContain('Illustration');
    expect(html).toContain('Scenario: Example berth');
    const markdown = await text('Save as Markdown');
    expect(markdown).toMatch(/^# Minutes/);
    expect(markdown).toMatch(/Natural coast taken: 2\.2\s?km/);

    // On this machine they come back with the next visit.
    await expect.poll(() => keptText(page, 'minutes')).toContain('"ended"');
    await page.reload();
    await app.panel.getByText('Minutes').click();
    await expect(entries).toHaveCount(6);
  },
);

test.describe('with little patience', () => {
  test.use({
    plan: { ...smallPlan(), 'views/default.json': presentationDeck({ advanceS: 3 }) },
    hasTouch: true,
  });

  test('views follow one another until somebody touches the map; a finger leads', async ({
    app,
    page,
  }) => {
    await startPresenting(app);
    await page.keyboard.press('a');
    await shows(app, 1);
    const pause = page.getByRole('button', { name: 'Pause' });
    await expect(pause).toBeVisible();
    await swipe(page, 'left');
    await expect(pause).toBeHidden();
    await expect(page.getByRole('button', { name: 'Run by itself' })).toBeVisible();
    await swipe(page, 'right');
    await expect(room(page).getByText('Exploring')).toBeHidden();
  });
});

/** One finger across the middle of the map. */
async function swipe(page: Page, to: 'left' | 'right'): Promise<void> {
  const title = room(page).getByRole('heading', { level: 2 });
  const before = await title.textContent();
  const session = await page.context().newCDPSession(page);
  const [from, by] = to === 'left' ? [600, -60] : [300, 60];
  await session.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: [{ x: from, y: 200 }],
  });
  for (const step of [1, 2, 3, 4])
    await session.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: [{ x: from + step * by, y: 202 }],
    });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(title).not.toHaveText(before ?? '');
}

test.describe('on large screens', { tag: '@window' }, () => {
  // A quarter of the dots each way: words are as large as ever, and the map has a sixteenth of the pixels to draw.
  test.use({ deviceScaleFactor: 0.25 });

  test('words are large enough for the back row, and nothing runs out of its place', async ({
    app,
    page,
  }) => {
    await app.openWithMap('?panel=views');
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
      [3840, 2160],
    ] as const)
      await test.step(`at ${width} × ${height}`, async () => {
        await page.setViewportSize({ width, height });
        await page.keyboard.press('F5');
        await shows(app, 0);
        await app.map.isIdle();
        const least = Math.max(18, (18 / 1080) * height);
        const sizes = await page
          .locator(
            '.presentation__words p, .presentation__words h2, .presentation__legend li, .presentation__verdict',
          )
          .evaluateAll((elements) =>
            elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
          );
        expect(sizes.length).toBeGreaterThan(5);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least);
        const overflowing = await page
          .locator('.presentation__column, .presentation__legend, .presentation__edge')
          .evaluateAll(
            (elements) =>
              elements.filter(
                ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
                  scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
              ).length,
          );
        expect(overflowing).toBe(0);
        // Credits and scale bar are read at 1.6 % of the height, the ratio is seen at 8 %.
        const shown = await page
          .locator('.presentation .attribution, .maplibregl-ctrl-scale, .presentation__number')
          .evaluateAll((elements) =>
            elements.map((element) => {
              const height = element instanceof HTMLElement ? element.offsetHeight : Number.NaN;
              const magnified = element.getBoundingClientRect().height / height;
              return Number.parseFloat(getComputedStyle(element).fontSize) * magnified;
            }),
          );
        expect(shown).toHaveLength(3);
        expect(Math.min(...shown)).toBeGreaterThanOrEqual(0.016 * height);
        expect(Math.max(...shown)).toBeGreaterThanOrEqual(0.079 * height);
        // What is pointed at is where the pointer is, although the page magnifies the map.
        const at = { x: Math.round(width * 0.4), y: Math.round(height * 0.55) };
        await page.mouse.click(at.x, at.y, { button: 'right' });
        const mark = await app.map.markAt();
        expect(Math.abs(mark.x - at.x), 'pixels across').toBeLessThanOrEqual(2);
        expect(Math.abs(mark.y - at.y), 'pixels down').toBeLessThanOrEqual(2);
        await page.keyboard.press('Backspace');
        await expect(page.locator('.map-mark')).toBeHidden();
        await page.keyboard.press('Escape');
        await expect(page.getByRole('tablist')).toBeVisible();
      });
    await test.step('the map is drawn at the resolution of the screen that it is on', async () => {
      // Pixels of the picture to pixels of the page; a canvas has whole ones.
      const sharpness = (): Promise<number> =>
        app.map.canvas.evaluate((canvas) =>
          canvas instanceof HTMLCanvasElement ? canvas.width / canvas.clientWidth : Number.NaN,
        );
      await page.setViewportSize({ width: 1280, height: 720 });
      await expect.poll(sharpness).toBeCloseTo(0.25, 2);
      // The window goes to another screen, and keeps its size. Chromium emulates the screen without its events.
      await page.evaluate(() => {
        Object.defineProperty(window, 'devicePixelRatio', { value: 0.5 });
        dispatchEvent(new Event('resize'));
      });
      await expect.poll(sharpness).toBeCloseTo(0.5, 2);
    });
  });
});

// The shell refuses another size while it is in full screen.
test.describe('with the whole plan', { tag: '@window' }, () => {
  // A quarter of the dots each way: the legend is of what is in view, so the map has to be drawn.
  test.use({ plan: 'embedded', deviceScaleFactor: 0.25 });

  test('nothing of a slide lies over anything else, and the legend says how many rows it leaves out', async ({
    app,
    page,
  }) => {
    const view = {
      title: { zh: '整个辖区', en: 'The whole district' },
      caption: { zh: '各类项目与岸线。', en: 'Projects of all kinds, and the coast.' },
      notes: { zh: '', en: '' },
      extent: [119.5, 35.55, 120.35, 36.15],
      savedAt: '2026-11-20T08:00:00.000Z',
    };
    const figures = { ratio: 0.352, low: 0.2, high: 0.5, target: 0.3, headroomM: 9 };
    const views = [
      { ...view, number: 1, address: '?', figures: { ratio: 0.352 } },
      { ...view, number: 2, address: '?', figures },
      { ...view, number: 3, address: '?compare=today,plan', figures },
    ];
    await page.route('**/geodata/views/default.json', (route) =>
      route.fulfill({
        json: { id: 'default', title: { zh: '全区', en: 'District' }, advanceS: 20, views },
      }),
    );
    await app.openWithMap('?panel=views');
    await page.keyboard.press('F5');
    for (const [width, height] of [
      [1280, 720],
      [1366, 768],
      [1024, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const language of ['en', 'zh'] as const) {
        for (const [index] of views.entries()) {
          const step = `${width} × ${height}, ${language}, slide ${index + 1}`;
          await expect(page.locator('.presentation__count')).toContainText(`${index + 1}`);
          await app.map.isIdle();
          await expect.poll(() => overlaps(page), { message: step }).toEqual([]);
          await page.keyboard.press(index === views.length - 1 ? 'Home' : 'PageDown');
        }
        await page.keyboard.press('c');
      }
    }
  });
});

/** What lies over something else, is cut, or is meant for the app's user. */
async function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const [column, legend] = [
      document.querySelector('.presentation__column'),
      document.querySelector('.presentation__legend:not(.is-empty)'),
    ];
    const edge = document.querySelector('.presentation__edge')?.getBoundingClientRect();
    if (column === null || edge === undefined || legend === null) return ['no column or no legend'];
    const { left, bottom, right } = column.getBoundingClientRect();
    const blocks = [...column.children].map((block) => block.getBoundingClientRect());
    const rows = [...legend.querySelectorAll('li, [data-more]')].filter(
      (row) => row instanceof HTMLElement && row.offsetParent !== null,
    );
    // Not the canvas: at a quarter of the dots its edges are rounded to four pixels.
    const maps = [...document.querySelectorAll('#map-region .map, .map-second')].map((map) =>
      map.getBoundingClientRect(),
    );
    const isCut = rows.some((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > bottom + 1 || box.right > right + 1;
    });
    const hidden = [...legend.querySelectorAll('li')].filter((row) => row.hidden).length;
    const said = legend.querySelector<HTMLElement>('[data-more]:not([hidden])')?.innerText ?? '';
    const isCounted = said.replace(/\D/g, '') === (hidden === 0 ? '' : String(hidden));
    const isCovered = maps.some((map) => map.right > left + 1 || map.bottom > edge.top + 1);
    return [
      ...blocks.flatMap((block, index) =>
        block.bottom > (blocks[index + 1]?.top ?? edge.top) + 1 ? [`block ${index} lies low`] : [],
      ),
      ...(isCovered ? ['the map is covered'] : []),
      ...(isCut ? ['the legend is cut'] : []),
      ...(rows.length < 3 ? ['the legend names nothing'] : []),
      ...(isCounted ? [] : [`${hidden} rows are missing, “${said}” is said`]),
      ...(document.querySelector(
        '.presentation__column :is(select, button), .compare :is(select, button)',
      ) === null
        ? []
        : ['controls in the picture']),
    ];
  });
}
