import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppPage } from './drivers/app.ts';
import { setGuard } from './drivers/guard.ts';
import { expect, test } from './test.ts';

const FILE = fileURLToPath(new URL('../../dist-single/coastplan.html', import.meta.url));
const ADDRESS = pathToFileURL(FILE).href;

test.use({ plan: 'embedded' });

/** The headline of the coastline panel: ratio, verdict, headroom. */
async function headline(app: AppPage): Promise<string> {
  await expect(app.zoneTable).toBeVisible();
  return app.panel.getByRole('status').first().innerText();
}

test('one file opens from a disk with map, figures, scenarios and both languages, and asks for nothing', async ({
  browser,
  app,
}) => {
  await app.openWithMap('?panel=coastline');
  const served = await headline(app);
  expect(served).toMatch(/\d/);

  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: { width: 1024, height: 640 },
  });
  const guard = await setGuard(context, 'null');
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const file = new AppPage(await context.newPage(), 'en');
  await file.page.goto(`${ADDRESS}?lang=en&panel=coastline`);
  await file.map.isIdle();
  expect(await headline(file)).toBe(served);
  await file.hasPart('panel', 'coastline');

  await file.openPanel('scenarios');
  await file.panel.getByRole('button', { name: 'New scenario' }).click();
  await file.panel.getByText('By numbers').click();
  await file.panel.getByRole('textbox', { name: 'Centre' }).fill('120.2 35.93');
  await file.panel.getByLabel('Width (m)').first().fill('200');
  await file.panel.getByRole('button', { name: 'Add the rectangle' }).click();
  // Both workers: the ground of the site (400 m by 200 m), and what it takes of the coast.
  await expect(file.panel.getByRole('button', { name: /Site 1/ })).toContainText(/takes \d/);
  await expect(file.panel.locator('.site b', { hasText: /^8\.00\d*\sha$/ })).toBeVisible();
  await file.openPanel('projects');
  await expect(file.panel.getByRole('button').filter({ hasText: 'Port' }).first()).toBeVisible();
  await file.openPanel('data');
  const licences = file.panel.getByRole('link', { name: 'Licences of the software' });
  await expect(licences).toHaveAttribute('href', /^blob:/);
  await file.switchLanguage();
  await expect(file.tab('coastline')).toHaveText('岸线');
  await file.chooseTheme('dark');
  await file.map.isIdle();

  await file.switchLanguage();
  await file.openPanel('views');
  await expect(file.panel.locator('.view-row')).toHaveCount(10);
  await file.page.keyboard.press('F5');
  const room = file.page.getByRole('region', { name: 'Presentation' });
  await expect(room.getByText('1 of 10', { exact: true })).toBeVisible();
  await file.page.keyboard.press('End');
  await expect(room.getByText('10 of 10', { exact: true })).toBeVisible();
  await expect(room.getByRole('status').filter({ hasText: /^33\.5\s%$/ })).toBeVisible();
  await file.map.isIdle();
  await file.page.keyboard.press('Escape');

  expect(guard.complaints()).toEqual([]);
  const outside = asked.filter((url) => !/^(blob|data):/.test(url));
  expect(outside).toEqual([`${ADDRESS}?lang=en&panel=coastline`]);
  await context.close();
});

test('its policy names what it carries and nothing else, and data and licences can be read in it', async () => {
  const html = await readFile(FILE, 'utf8');
  const [, policy = ''] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? [];
  expect(policy).toMatch(
    /default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+';/,
  );
  expect(policy).not.toMatch(/unsafe|https?:|'self'|\*/);
  const catalogue = await readFile(
    fileURLToPath(new URL('../../geodata/catalogue.json', import.meta.url)),
    'utf8',
  );
  expect(html).toContain(`data-file="geodata/catalogue.json">${catalogue}</script>`);
  for (const name of ['geojson-validation', 'GNU GENERAL PUBLIC LICENSE', 'Open Database License'])
    expect(html).toContain(name);
});
