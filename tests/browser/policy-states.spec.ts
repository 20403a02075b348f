import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Download, Locator, Page } from 'playwright/test';
import { PANELS } from '../../src/ui/shell/panels.ts';
import type { AppPage } from './drivers/app.ts';
import { madeOfData, unfold } from './drivers/made-of-data.ts';
import { hostileOwnData, hostilePlan, hostileWork, MARK } from './fixtures/hostile-plan.ts';
import { expect, test } from './test.ts';

/** Parts of the page that need another start, and the spec that visits them under the same guard. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'no-map-notice': 'no-map.spec.ts',
  'load-failure': 'broken-data.spec.ts',
  'shown-detail': 'own-data.spec.ts',
  'inquiry-card-container': 'scenarios.spec.ts',
  'recovery-container': 'autosave.spec.ts',
  'kept-notice-container': 'offline.spec.ts',
  'update-container': 'offline.spec.ts',
};

test.use({ plan: hostilePlan() });

test('every part of the page keeps to the policy and asks no stranger, whatever the data say', async ({
  app,
  page,
  context,
}) => {
  page.setDefaultTimeout(20_000);
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(basename(new URL(request.url()).pathname)));
  for (const [state, visit] of Object.entries(STATES))
    await test.step(state, async () => {
      await visit(app, page);
      expect(await madeOfData(page, MARK)).toEqual([]);
    });
  // Guard against a part that nobody visits: each is a file of its own, and must have been asked for.
  const built = readdirSync('dist/assets');
  const missed = lazyParts().filter(
    (part) =>
      !Object.hasOwn(ELSEWHERE, part) &&
      built.some((file) => nameOf(file) === part) &&
      ![...asked].some((file) => nameOf(file) === part),
  );
  expect(missed, 'parts that no state of this test shows').toEqual([]);
});

/** What a person can bring the page to, in an order in which each goes on from the one before. */
const STATES: Readonly<Record<string, (app: AppPage, page: Page) => Promise<void>>> = {
  'an address of hostile parts': async (app) => {
    await app.openWithMap(
      `?theme=javascript:1&panel=__proto__&layers=constructor,<svg>&select=<img src=x>&zone=__proto__&realm=${MARK}&in=%00&view=-1&of=x&compare=<b>,__proto__&article=1e999#map=<script>/NaN/1e999`,
    );
  },
  ...Object.fromEntries(
    PANELS.map((panel) => [
      `the panel ${panel}`,
      async (app: AppPage) => {
        if (panel === PANELS[0]) await app.openWithMap('?layers=zones,coastline,ports,rail');
        await app.openPanel(panel);
        await unfold(app.panel);
      },
    ]),
  ),
  'how a layer is drawn': async (app) => {
    await app.openPanel('layers');
    await app.panel
      .getByRole('button', { name: /^How .* is drawn$/ })
      .first()
      .click();
    await expect(app.panel.getByRole('slider')).toBeVisible();
  },
  'cards of a site, a stretch and a zone': async (app) => {
    for (const part of ['select=north-port', 'select=rock', 'zone=south-zone']) {
      await follow(app.page, `./?lang=en&layers=zones,coastline,ports&${part}`);
      await expect(app.card).toBeVisible();
      await unfold(app.card);
    }
    await app.page.keyboard.press('Escape');
  },
  'projects as a list, a table, conflicts and by zone, filtered, and as a workbook': async (
    app,
    page,
  ) => {
    await app.openPanel('projects');
    await page.getByRole('button', { name: 'Wide panel' }).click();
    for (const name of ['Conflicts', 'By zone', 'Table']) {
      await app.panel
        .locator('.segmented__choice')
        .filter({ hasText: new RegExp(`^${name}$`) })
        .click();
      await unfold(app.panel);
    }
    await app.panel.getByRole('button', { name: 'Export', exact: true }).click();
    await saved(page, app.panel.getByRole('button', { name: /^Excel/ }));
    await follow(page, './?lang=en&panel=projects&in=ports&layers=zones,coastline,ports');
    await page.getByRole('button', { name: 'Wide panel' }).click();
    await expect(page.locator('.filter-notice')).toBeVisible();
  },
  'a site drawn by numbers, and one of the plan': async (app) => {
    await app.openPanel('scenarios');
    await app.panel.getByRole('button', { name: 'New scenario' }).click();
    await app.panel.getByText('By numbers').click();
    await app.panel.getByRole('textbox', { name: 'Centre' }).fill('120 35.75');
    await app.panel.getByRole('button', { name: 'Add the rectangle' }).click();
    await app.panel.getByLabel('From the plan').selectOption({ index: 1 });
    await unfold(app.panel);
    await expect(app.panel.getByRole('button', { name: /Site 1/ }).first()).toContainText(
      /takes \d/,
    );
  },
  'keys, link and search': async (_, page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Search', exact: true }).fill('port');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'the ruler': async (app, page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Measure (m)' }).click();
    await app.map.clickCentre();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  },
  'two states compared': async (_, page) => {
    await page.getByRole('button', { name: 'Compare two states' }).click();
    await expect(page.getByRole('slider', { name: /^Swipe/ })).toBeVisible();
    await page.keyboard.press('Escape');
  },
  'the other language, dark': async (app) => {
    await app.switchLanguage();
    await app.chooseTheme('dark');
    await app.openPanel('coastline');
    await unfold(app.panel);
    await app.switchLanguage();
  },
  'the report, on paper': async (app, page) => {
    await app.panel.getByRole('button', { name: 'Print report' }).click();
    const report = page.getByRole('dialog');
    await expect(report.getByRole('img', { name: /^Map of the coast/ })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    expect(await madeOfData(page, MARK)).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await report.getByRole('button', { name: 'Close' }).click();
  },
  'the map as a page, a picture, tables and figures': async (_, page) => {
    await page.getByRole('banner').getByRole('button', { name: 'Export map' }).click();
    const composer = page.getByRole('dialog');
    await expect(composer.getByRole('status').filter({ hasText: /MB/ })).toBeVisible();
    for (const name of ['Save PNG', 'Tables (Excel)', 'Legend', 'Ratio'])
      await saved(page, composer.getByRole('button', { name }));
    await page.keyboard.press('Escape');
  },
  'slides as a file': async (app, page) => {
    await app.openPanel('views');
    await saved(page, app.panel.getByRole('button', { name: 'PowerPoint', exact: true }));
  },
  "a presentation, and the speaker's window": async (_, page) => {
    await page.keyboard.press('F5');
    await expect(page.getByText('1 of 3', { exact: true })).toBeVisible();
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('s');
    const speaker = await opened;
    await expect(speaker.locator('body')).toContainText('Say a word');
    expect(await madeOfData(speaker, MARK)).toEqual([]);
    await speaker.close();
    await page.keyboard.press('End');
    await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
    expect(await madeOfData(page, MARK)).toEqual([]);
    await page.keyboard.press('Escape');
  },
  'a file of every format': async (app, page) => {
    await app.openPanel('data');
    await page.getByRole('button', { name: 'Add data' }).click();
    const folder = 'tests/fixtures/import';
    const files = readdirSync(folder).filter((name) => /^\d/.test(name) && !name.endsWith('.py'));
    await page
      .getByLabel('Choose files', { exact: true })
      .setInputFiles(files.map((name) => `${folder}/${name}`));
    await expect(page.getByRole('article').nth(files.length - 2)).toBeVisible({ timeout: 60_000 });
    await unfold(app.panel);
    await page.reload();
  },
  'own data with hostile fields, and their editor': async (app, page) => {
    await app.openPanel('data');
    for (const file of hostileOwnData()) {
      await drop(page, file.name, file.text);
      const article = page.getByRole('article').first();
      await article.getByRole('radio', { name: 'Coastline', exact: true }).check();
      await unfold(article);
      expect(await madeOfData(page, MARK)).toEqual([]);
      await article.getByRole('button', { name: 'Accept and count' }).click();
      await expect(article).toHaveCount(0);
    }
    await unfold(app.panel);
    await app.panel.getByRole('button', { name: /^Edit/ }).first().click();
    await expect(app.panel.getByRole('region', { name: /^Edit / })).toBeVisible();
    await app.openPanel('coastline');
    await unfold(app.panel);
  },
  'a work file': async (app, page) => {
    await drop(page, 'work \u202Enosj.json', hostileWork());
    await expect(page.getByRole('status').filter({ hasText: 'scenarios: 18' })).toBeVisible();
    for (const panel of ['data', 'scenarios', 'coastline'] as const) {
      await app.openPanel(panel);
      await unfold(app.panel);
      expect(await madeOfData(page, MARK)).toEqual([]);
    }
  },
  'a version, and what changed since': async (app, page) => {
    await app.openPanel('data');
    const versions = page.getByRole('region', { name: 'Versions' });
    await versions.getByLabel('Name of the present state').fill(`<img src=x onerror="${MARK}=1">`);
    await versions.getByRole('button', { name: 'Keep as version' }).click();
    await expect(versions.getByRole('listitem')).toBeVisible();
    await versions.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByRole('button', { name: 'Close comparison' })).toBeVisible();
    await unfold(app.panel);
    expect(await madeOfData(page, MARK)).toEqual([]);
    await page.getByRole('button', { name: 'Export data' }).click();
    await saved(page, app.panel.getByRole('button', { name: 'Save zip' }));
    await saved(page, page.getByRole('button', { name: 'Save project' }));
  },
  'an embedded map': async (app, page) => {
    await page.goto('./?lang=en&embed=1&select=north-port#map=11/35.92/120.11');
    await app.map.isIdle();
    await expect(app.card).toBeVisible();
    // The page around is this one: nobody whom the catalogue allows.
    for (const message of [null, 1, '{}', { coastplan: 1, kind: 'show', address: '?lang=zh' }])
      await page.evaluate((sent) => window.postMessage(sent, '*'), message);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  },
};

/** Follows an address within the page, as back and forward do. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

/** Presses a button that saves a file; its name is one that every system takes. */
async function saved(page: Page, button: Locator): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    button.click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^[a-z][\w-]*(?:\.[a-z]+)+$/);
  return file;
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      data.items.add(new File([given.text], given.name));
      return data;
    },
    { name, text },
  );
  await page.dispatchEvent('#map-region', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('#map-region', 'drop', { dataTransfer: transfer });
}

/** The parts of the page that are fetched when they are first shown, by the names of their files. */
function lazyParts(): readonly string[] {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return sources
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => {
      const text = readFileSync(`src/${path}`, 'utf8');
      return [...text.matchAll(/\blazy\(\s*async \(\) =>[^;]*?import\('[^']*?([\w-]+)\.tsx?'\)/g)];
    })
    .map(([, part = '']) => part);
}

/** The name of a built file without its hash. */
function nameOf(file: string): string {
  return file.replace(/-[\w-]{8}\.js$/, '');
}
