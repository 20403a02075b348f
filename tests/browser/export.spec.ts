import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright/test';
import { readWorkbook } from '../read-workbook.ts';
import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { expect, test, testWithoutMap } from './test.ts';

/** The export of projects as a person meets it; the words are those of the screen. */
function exportOn({ panel, page, language }: AppPage) {
  const words = { en: { menu: 'Export' }, zh: { menu: '导出' } }[language];
  const menu = panel.getByRole('button', { name: words.menu, exact: true });
  return {
    menu,
    heading: panel.getByRole('heading', { level: 3 }),
    format: (name: string) => panel.getByRole('button', { name: new RegExp(`^${name}`) }),
    save: async (name: string): Promise<Download> => {
      // It closes once a file is saved.
      if ((await menu.getAttribute('aria-expanded')) === 'false') await menu.click();
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name: new RegExp(`^${name}`) }).click(),
      ]);
      await expect(menu).toHaveAttribute('aria-expanded', 'false');
      return saved;
    },
  };
}

/** The dialog of the link. */
function linkOn({ page, language }: AppPage) {
  const words = {
    en: { open: 'Copy link', title: 'Link to this view', address: 'Address of this view' },
    zh: { open: '复制链接', title: '当前视图的链接', address: '当前视图的地址' },
  }[language];
  const dialog = page.getByRole('dialog', { name: words.title });
  return {
    opener: page.getByRole('banner').getByRole('button', { name: words.open }),
    dialog,
    address: dialog.getByRole('textbox', { name: words.address }),
    copy: dialog.getByRole('button', { name: words.open }),
    list: (heading: string) =>
      dialog.locator('section').filter({ hasText: heading }).getByRole('listitem'),
  };
}

testWithoutMap(
  'what the filter lets through is saved as GeoJSON, CSV and workbook, in the order of the table',
  async ({ app, page }) => {
    const menu = exportOn(app);
    await app.open('?panel=projects&in=ports');
    await page.getByRole('button', { name: 'Wide panel' }).click();
    const byName = app.panel.getByRole('columnheader', { name: 'Project' }).getByRole('button');
    await byName.click();
    await byName.click();
    await menu.menu.click();
    await expect(menu.heading).toHaveText('Export 3 of 4 projects');

    const collection = JSON.parse(await textOf(await menu.save('GeoJSON')));
    const ids = ['unsited-terminal', 'south-quay', 'north-port'];
    expect(collection.features.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(collection.features[0].geometry).toBeNull();
    expect(collection.filter.en).toBe('Layer: Ports');
    expect(collection.sources.map(({ layer }: { layer: string }) => layer)).toEqual([
      'zones',
      'coastline',
      'ports',
    ]);
    for (const { sha256 } of collection.sources) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    await expect(
      page.getByRole('status').filter({ hasText: /^Saved: .*\.geojson$/ }),
    ).toBeVisible();

    const [head = '', ...rows] = (await textOf(await menu.save('CSV'))).trimEnd().split('\r\n');
    expect(head.startsWith('\uFEFFid,name_zh,')).toBe(true);
    expect(rows.map((row) => row.split(',')[0])).toEqual(ids);
    expect(rows.join('')).toContain('not surveyed');

    const workbook = readWorkbook(await readFile(await (await menu.save('Excel')).path()));
    const [names = [], ...cells] = workbook.get('Projects') ?? [];
    const [id, accuracy, coast] = ['Id', 'Accuracy (m)', 'To the coast (m)'].map((name) =>
      names.indexOf(name),
    );
    expect(cells.map((row) => row[id ?? -1])).toEqual(ids);
    expect(cells.map((row) => row[accuracy ?? -1])).toEqual([undefined, 4000, 250]);
    // Geodesics from pyproj 3.4.1, as in the test of the filter: 9.04 km and 7.22 km.
    expect(Number(cells[1]?.[coast ?? -1])).toBeGreaterThan(9000);
    expect(Number(cells[2]?.[coast ?? -1])).toBeCloseTo(7220, -2);
    expect(workbook.has('Sources and notice')).toBe(true);
  },
);

testWithoutMap(
  'the export opens, saves and closes by keyboard alone, and axe finds nothing',
  async ({ app, page }) => {
    const menu = exportOn(app);
    await app.open('?panel=projects');
    await menu.menu.focus();
    await page.keyboard.press('Enter');
    await expect(menu.heading).toHaveText('Export all 4 projects');
    await expect(menu.format('Excel')).toBeEnabled();
    expect(await seriousViolations(page)).toEqual([]);
    await app.tabTo(menu.format('CSV'));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^coastplan-projects-[\d-]+\.csv$/);
    await expect(menu.heading).toHaveCount(0);
    await expect(menu.menu).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(menu.heading).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(menu.heading).toHaveCount(0);
    await expect(menu.menu).toBeFocused();
  },
);

testWithoutMap('where nothing fits, nothing is offered', async ({ app }) => {
  const menu = exportOn(app);
  await app.open('?panel=projects&article=84');
  await menu.menu.click();
  await expect(menu.format('CSV')).toBeDisabled();
});

test('a copied link opens the same view, and says what it leaves behind', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const link = linkOn(app);
  await app.openWithMap(
    '?panel=projects&in=ports&select=north-port&theme=dark#map=12/35.93/120.11',
  );
  await link.opener.click();
  await expect(link.address).toHaveValue(page.url());
  await expect(link.list('It carries')).toContainText(['map', 'layers', 'selected']);
  await expect(link.list('It does not carry')).toContainText([
    'judged otherwise',
    'scenarios',
    'kept',
    'table',
  ]);
  expect(await seriousViolations(page)).toEqual([]);
  await expect(link.copy).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(link.dialog).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto('about:blank');
  await page.goto(copied);
  await app.cardShows('North Port');
  await expect(app.panel.getByRole('status').first()).toHaveText('3 of 4 projects');
  await expect(app.theme('dark')).toBeChecked();
  expect(page.url()).toBe(copied);
});

testWithoutMap(
  'where the clipboard is refused, the address stands ready to be copied by hand',
  async ({ app, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    const link = linkOn(app);
    await app.open('?panel=projects&in=rail');
    await link.opener.click();
    await link.copy.click();
    await expect(link.dialog.getByRole('alert')).toContainText('copy it by hand');
    const chosen = await link.address.evaluate((field) =>
      field instanceof HTMLInputElement
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : '',
    );
    expect(chosen).toBe(page.url());
    await page.keyboard.press('Escape');
    await expect(link.dialog).toHaveCount(0);
    await expect(link.opener).toBeFocused();
  },
);

testWithoutMap(
  'changes of the data that a link leaves behind are offered as a work file',
  async ({ app, page }) => {
    const link = linkOn(app);
    await app.open('?panel=coastline&select=quay');
    const form = app.card.locator('form');
    await form.getByRole('combobox', { name: 'Class' }).selectOption('bedrock');
    await form.getByRole('textbox', { name: 'Reason' }).fill('seen on site');
    await form.getByRole('button', { name: 'Apply' }).click();
    await link.opener.click();
    await expect(link.dialog).toContainText(/Stays with you: .*change/);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      link.dialog.getByRole('button', { name: 'Save work file' }).click(),
    ]);
    expect(JSON.parse(await textOf(saved)).log).toHaveLength(1);
  },
);

test.describe('a view of the deck', () => {
  test.use({ plan: 'embedded' });

  testWithoutMap(
    'is linked so that the presentation starts at it, and what is shown is saved as a view',
    async ({ app, page }) => {
      const link = linkOn(app);
      await app.open('?view=3');
      await expect(
        app.panel.getByRole('region', { name: 'Industry behind the ports' }),
      ).toBeVisible();
      await link.opener.click();
      await expect(link.address).not.toHaveValue(/present/);
      await link.dialog.getByRole('checkbox', { name: 'Start the presentation' }).check();
      const { pathname, search, hash } = new URL(await link.address.inputValue());
      expect(`${pathname}${search}${hash}`).toBe(
        await page.evaluate(
          () => `${location.pathname}${location.search}&present=1${location.hash}`,
        ),
      );
      await link.dialog.getByRole('button', { name: 'Save what is shown as a view' }).click();
      await expect(link.dialog).toHaveCount(0);
      await expect(page.getByRole('status').filter({ hasText: 'View 101' })).toBeVisible();
    },
  );
});

test.describe('in Chinese, on a phone', () => {
  test.use({ language: 'zh', viewport: { width: 390, height: 844 }, hasTouch: true });

  testWithoutMap(
    'the workbook has Chinese heads, and the link its dialog',
    async ({ app, page }) => {
      const menu = exportOn(app);
      await app.open('?panel=projects&in=rail');
      await menu.menu.tap();
      await expect(menu.heading).toHaveText('导出 4 个项目中的 1 个');
      const workbook = readWorkbook(await readFile(await (await menu.save('Excel')).path()));
      expect([...workbook.keys()]).toEqual(['项目', '冲突', '分区段统计', '来源与说明']);
      const [head, row] = workbook.get('项目') ?? [];
      expect(row?.[head?.indexOf('名称（中文）') ?? -1]).toBe('沿岸线');
      expect(row?.[head?.indexOf('状态') ?? -1]).toBe('新建');
      const link = linkOn(app);
      await link.opener.tap();
      await expect(link.list('链接不含')).toContainText(['改动', '方案', '浏览器', '表格']);
      expect(await seriousViolations(page)).toEqual([]);
    },
  );
});

async function textOf(saved: Download): Promise<string> {
  return readFile(await saved.path(), 'utf8');
}
