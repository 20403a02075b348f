import { readWorkbook } from '../read-workbook.ts';
import { seriousViolations } from './drivers/accessibility.ts';
import { askPoppler } from './drivers/poppler.ts';
import { coloursIn, difference, PrintComposerDriver, pngSize } from './drivers/print-composer.ts';
import { planWithDeck } from './fixtures/small-deck.ts';
import { SMALL_COAST } from './fixtures/small-plan.ts';
import { expect, test, testWithPixels } from './test.ts';

test('the page opens by key, keeps the focus inside, saves legend, ratio and tables, and gives the focus back', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=coastline');
  const composer = new PrintComposerDriver(app);
  await app.tab('coastline').focus();
  await page.keyboard.press('e');
  await composer.isDrawn();
  await expect(composer.sheet).toContainText('Illustration: coastline classes judged from maps');
  await expect(composer.sheet).toContainText('Legend');
  await expect(composer.sheet).toContainText('Bedrock');
  await expect(composer.sheet).toContainText('coastline.geojson');
  expect(await seriousViolations(page)).toEqual([]);

  await test.step('legend and ratio are SVG files that stand for themselves', async () => {
    for (const [button, words] of [
      ['Legend', 'Bedrock'],
      ['Ratio', '50.0'],
    ] as const) {
      const { name, bytes } = await composer.save(button);
      expect(name).toMatch(/^coastplan-(legend|ratio)-.*\.svg$/);
      const read = await page.evaluate((text) => {
        const { documentElement: svg } = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          tag: svg.tagName,
          title: svg.querySelector('title')?.textContent ?? '',
          description: svg.querySelector('desc')?.textContent ?? '',
          words: svg.textContent ?? '',
          isStyled: svg.querySelector('[style], style, script, image') !== null,
        };
      }, bytes.toString('utf8'));
      expect(read.tag).toBe('svg');
      expect(read.title).not.toBe('');
      expect(read.description).toContain('not surveyed');
      expect(read.words).toContain(words);
      expect(read.words).toContain('Illustration');
      expect(read.words).toContain('coastline.geojson');
      expect(read.isStyled).toBe(false);
    }
  });

  await test.step('the tables are a workbook with both earth models, notice and data versions', async () => {
    const { bytes } = await composer.save('Tables (Excel)');
    const sheets = readWorkbook(bytes);
    expect([...sheets.keys()]).toEqual([
      'Zones',
      'Classes',
      'Evidence',
      'Band',
      'Coverage',
      'Sources and notice',
    ]);
    const [head = [], ...rows] = sheets.get('Zones') ?? [];
    const whole = rows.at(-1) ?? [];
    const cell = (name: string): unknown => whole[head.indexOf(name)];
    const sum = (lengths: object): number =>
      Object.values(lengths).reduce((total: number, metres: number) => total + metres, 0);
    expect(cell('Zone')).toBe('Whole mainland');
    // To a millimetre, as the oracle's figures are given.
    expect(Math.abs(Number(cell('Total, ellipsoid, m')) - sum(SMALL_COAST.ellipsoid))).toBeLessThan(
      0.002,
    );
    expect(Math.abs(Number(cell('Total, Turf, m')) - sum(SMALL_COAST.sphere))).toBeLessThan(0.002);
    expect(sheets.get('Evidence')?.flat()).toContain('Rock Shore');
    const about = (sheets.get('Sources and notice') ?? []).flat().join('\n');
    expect(about).toContain('Illustration: coastline classes judged from maps');
    expect(about).toMatch(/SHA-256 [0-9a-f]{64}/);
  });

  await page.keyboard.press('Escape');
  await expect(composer.dialog).toHaveCount(0);
  await expect(app.tab('coastline')).toBeFocused();
});

test('the map is moved by keys and buttons, set to a scale, and locked', async ({ app, page }) => {
  await app.openWithMap();
  const composer = new PrintComposerDriver(app);
  await composer.open();
  const { dialog } = composer;
  const scale = dialog.getByLabel('Scale', { exact: true });
  await scale.fill('1:20万');
  await scale.press('Enter');
  await expect(scale).toHaveValue(/^1:200.000$/);
  await expect(composer.sheet).toContainText(/1:200.000/);
  // At 1:200 000 a kilometre is 5 mm: the longest round bar within 43 mm of the column is 5 km.
  await expect(composer.sheet).toContainText(/5 km/);
  for (const wrong of ['everything', 'abc', '0', '1:99999999', '-5']) {
    await scale.fill(wrong);
    await scale.press('Enter');
    await expect(dialog.getByText('Type a scale from'), wrong).toBeVisible();
    await expect(scale).toHaveValue(/^1:200.000$/);
  }

  const frame = dialog.getByRole('application');
  await frame.focus();
  // 640 pixels of 0.21 mm at 1:200 000 are 27 km north, where one zoom would have the scale 1:199 400.
  await page.keyboard.down('Shift');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowUp');
  await expect(scale).toHaveValue(/^1:200.000$/);
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Shift');
  await page.keyboard.press('+');
  // Half a step of zoom: 200 000 / √2 = 141 421.
  await expect(scale).toHaveValue(/^1:141.000$/);
  await expect(composer.sheet).toContainText('Bedrock');
  await page.keyboard.down('Shift');
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.up('Shift');
  // Twelve times 160 pixels of 0.21 mm at 1:141 000 are 57 km: the coast is out of sight.
  await expect(composer.sheet).not.toContainText('Bedrock');
  await dialog.getByLabel('Lock the map frame').check();
  await expect(scale).toBeDisabled();
  await frame.focus();
  await page.keyboard.press('-');
  await expect(scale).toHaveValue(/^1:141.000$/);
});

testWithPixels(
  'a PNG has the page’s size and density, a map of many colours and a legend; a refused clipboard is told',
  async ({ app, page, context, guard }) => {
    await app.openWithMap();
    const composer = new PrintComposerDriver(app);
    await composer.open();
    await composer.choose('dpi', '96');
    const { name, bytes } = await composer.save('Save PNG');
    expect(name).toMatch(/^coastplan-map-\d{4}-\d{2}-\d{2}\.png$/);
    // A4 at 96 dots to the inch; 96 / 0.0254 to the metre.
    expect(pngSize(bytes)).toEqual({ width: 1123, height: 794, perMetre: 3780 });
    const { map, legend } = await composer.shares();
    expect(await coloursIn(page, bytes, map)).toBeGreaterThan(20);
    expect(await coloursIn(page, bytes, legend)).toBeGreaterThan(20);
    expect(bytes.includes('not surveyed')).toBe(true);

    await test.step('a picture goes to the clipboard, and a refusal is told in a sentence', async () => {
      await page.evaluate(() => {
        navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      });
      guard.expectFault(/no clipboard/);
      await composer.dialog.getByRole('button', { name: 'Copy picture' }).click();
      await expect(page.getByText('The browser refused the clipboard')).toBeAttached();
      await context.clearPermissions();
    });
  },
);

test.describe('a map drawn in many parts', () => {
  test.use({ plan: 'embedded' });

  testWithPixels(
    'is the map drawn at once: no label is cut or doubled where parts meet',
    async ({ app, page, context }) => {
      // Of a tilted view the page takes the middle, whatever panels and notices leave free of the map.
      const hash = '?lang=en#map=10.6/35.9/120.05/0/1';
      let words: string | null = null;
      const draw = async (): Promise<Buffer> => {
        await app.openWithMap(hash);
        const composer = new PrintComposerDriver(app);
        await composer.open();
        await composer.choose('dpi', '96');
        words = await composer.sheet.textContent();
        return (await composer.save('Save PNG')).bytes;
      };
      const whole = await draw();
      await context.addInitScript(() => {
        // A graphics chip that draws no more than 600 pixels at once.
        const { getParameter, MAX_TEXTURE_SIZE } = WebGL2RenderingContext.prototype;
        WebGL2RenderingContext.prototype.getParameter = function small(name: number) {
          const isOurs = this.canvas instanceof OffscreenCanvas && name === MAX_TEXTURE_SIZE;
          return isOurs ? 600 : getParameter.call(this, name);
        };
      });
      await page.goto('about:blank');
      await app.openWithMap(hash);
      const composer = new PrintComposerDriver(app);
      await composer.open();
      await composer.choose('dpi', '96');
      await expect(composer.dialog).toContainText(/map drawn in \d+ parts/);
      // Scale, legend and sources are the same, so that it is the same map.
      expect(await composer.sheet.textContent()).toBe(words);
      const { bytes } = await composer.save('Save PNG');
      expect(pngSize(bytes)).toEqual(pngSize(whole));
      // A cut or doubled label of 60 by 12 pixels would be 0.0008 of the page.
      expect(await difference(page, whole, bytes)).toBeLessThan(0.0002);
    },
  );
});

test('a PDF has the page’s size, and words that can be selected', async ({ app, page }) => {
  await app.openWithMap('?lang=zh');
  app.language = 'zh';
  await test.step('the browser’s own print has the map, its legend and what to use instead', async () => {
    // Its code is fetched once the map is drawn.
    const pages = (): Promise<number> =>
      page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        const count = document.querySelectorAll('.print-screen').length;
        dispatchEvent(new Event('afterprint'));
        return count;
      });
    await expect.poll(pages).toBe(1);
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(askPoppler('pdfinfo', paper)).toMatch(/Pages:\s+1\n/);
    const text = askPoppler('pdftotext', paper);
    for (const words of ['数据为示意', '基岩', '港口', '数据来源', '导出地图'])
      expect(text).toContain(words);
    // An empty map would be white: the picture alone is larger.
    expect(paper.byteLength).toBeGreaterThan(30_000);
    await expect(page.locator('.print-screen')).toHaveCount(0);
  });
  const composer = new PrintComposerDriver(app);
  await composer.open();
  await composer.choose('orientation', 'portrait');
  await composer.choose('dpi', '96');
  const pdf = await composer.print();
  const info = askPoppler('pdfinfo', pdf);
  expect(info).toMatch(/Pages:\s+1\n/);
  // 210 by 297 mm in points; Chromium rounds up to whole pixels.
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? [];
  expect(Math.abs(Number(width) - 595.28)).toBeLessThan(1);
  expect(Math.abs(Number(height) - 841.89)).toBeLessThan(1);
  const text = askPoppler('pdftotext', pdf);
  for (const words of [
    '数据为示意：岸线类型据地图判读，未经测量。',
    '图例',
    '基岩岸线',
    '港口',
    '数据来源',
  ])
    expect(text).toContain(words);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, plan: planWithDeck() });

  testWithPixels(
    'page and settings stand one above the other, and the page can be saved',
    async ({ app, page }) => {
      // The header has no room for its button: Views has one.
      await app.openWithMap('?panel=views');
      const composer = new PrintComposerDriver(app);
      await composer.open();
      await composer.choose('orientation', 'portrait');
      await composer.choose('dpi', '96');
      const { bytes } = await composer.save('Save PNG');
      expect(pngSize(bytes)).toMatchObject({ width: 794, height: 1123 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        390,
      );
    },
  );
});
