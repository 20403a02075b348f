import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright/test';
import { collection, SMALL_COAST, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap } from './test.ts';

const { bedrock, restored, estuary, artificial } = SMALL_COAST.ellipsoid;
const TOTAL_M = bedrock + restored + estuary + artificial;
/** A ratio of the small coast as the desk prints it in English. */
const percent = (counted: number, total = TOTAL_M): RegExp =>
  new RegExp(`${((counted / total) * 100).toFixed(1)}\\s%`);

testWithoutMap(
  'natural alone is one switch away; the switch says what it did and the address keeps it',
  async ({ app }) => {
    await app.open('?panel=coastline');
    const { panel } = app;
    await expect(panel.locator('output').first()).toHaveText(percent(bedrock + restored));
    await panel.getByText('How it is counted').click();
    await panel.getByRole('radio', { name: 'natural only' }).check();
    await expect(panel.locator('output').first()).toHaveText(percent(bedrock));
    // Estuaries as natural would be half of the coast again.
    await expect(panel).toContainText(/Too close to call: 33\.3\s%–50\.0\s%/);
    await expect(panel).toContainText(/This alone: 50\.00\s% → 33\.33\s% \(−16\.67 points\)/);
    await app.hasPart('count', 'native');
    await panel.getByRole('button', { name: /^Back to the data’s rule/ }).click();
    await expect(panel.locator('output').first()).toHaveText(percent(bedrock + restored));
    await app.hasPart('count', null);
  },
);

testWithoutMap('the address sets realm, estuary rule and target', async ({ app }) => {
  await app.open('?panel=coastline&estuary=natural');
  await expect(app.panel.locator('output').first()).toHaveText(
    percent(bedrock + restored + estuary),
  );
  await app.open('?panel=coastline&estuary=excluded');
  await expect(app.panel.locator('output').first()).toHaveText(
    percent(bedrock + restored, TOTAL_M - estuary),
  );
  await app.open('?panel=coastline&target=0.6');
  const missingKm = (0.6 * TOTAL_M - bedrock - restored) / 1000;
  await expect(app.panel).toContainText(new RegExp(`Must restore ${missingKm.toFixed(1)}\\skm`));
  await app.open('?panel=coastline&realm=island');
  await expect(app.panel).toContainText('No island coast here');
  await expect(app.panel).not.toContainText('NaN');
});

test('evidence leads to the stretch, and both sides light each other', async ({ app }) => {
  await app.openWithMap('?panel=coastline&zone=south-zone');
  const row = app.panel.locator('[data-feature="rock"]');
  await expect(row).toContainText(/11\.10\skm/);
  const { camera } = app.map;
  await row.getByRole('button').click();
  await app.cardShows('Rock Shore');
  await expect(row).toHaveClass(/is-selected/);
  // The map goes to the stretch first: only then look where we want to.
  await app.map.hasMovedFrom(camera);
  await app.lookAt('#map=13/35.75/120.0');
  await app.map.pointAtCentre();
  await expect(row).toHaveClass(/is-hovered/);
});

testWithoutMap(
  'a stretch is judged otherwise with a reason; all figures follow; it can be undone and redone',
  async ({ app, page }) => {
    await app.open('?panel=coastline&select=quay');
    await app.cardShows('Quay Wall');
    const headline = app.panel.locator('output').first();
    const form = app.card.locator('form');
    await form.getByRole('combobox', { name: 'Class' }).selectOption('bedrock');
    await expect(form.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await form.getByRole('textbox', { name: 'Reason' }).fill('seen on site');
    await form.getByRole('button', { name: 'Apply' }).click();
    await expect(headline).toHaveText(percent(bedrock + restored + artificial));
    await expect(app.card).toContainText('Bedrock');
    const changes = app.panel.getByRole('region', { name: 'Changes' });
    await expect(changes).toContainText('Quay Wall → Bedrock');
    await expect(changes).toContainText('seen on site');
    await expect(changes).toContainText(/50\.00\s% → 83\.33\s%/);
    const gained = app.panel.getByRole('row', { name: /^Reclassified as natural/ });
    await expect(gained).toContainText(new RegExp(`\\+${(artificial / 1000).toFixed(2)}\\skm`));
    await page.keyboard.press('Control+z');
    await expect(headline).toHaveText(percent(bedrock + restored));
    await page.keyboard.press('Control+Shift+z');
    await expect(headline).toHaveText(percent(bedrock + restored + artificial));
    await changes.getByRole('button', { name: 'Drop this change' }).click();
    await expect(headline).toHaveText(percent(bedrock + restored));
  },
);

testWithoutMap(
  'several stretches are judged at once, and the edited coast is saved as GeoJSON',
  async ({ app, page }) => {
    await app.open('?panel=coastline');
    await app.panel.locator('summary', { hasText: 'Evidence' }).click();
    for (const name of ['River Mouth', 'Quay Wall']) {
      await app.panel.getByRole('checkbox', { name: new RegExp(`Tick ${name}`) }).check();
    }
    await app.panel.getByText('Judge 2 stretches otherwise').click();
    const form = app.panel.locator('form');
    await form.getByRole('combobox', { name: 'Class' }).selectOption('restored');
    await form.getByRole('textbox', { name: 'Reason' }).fill('repaired in 2025');
    await form.getByRole('button', { name: 'Apply' }).click();
    await expect(app.panel.locator('output').first()).toHaveText(percent(TOTAL_M));
    const saved = await download(page, () =>
      app.panel.getByRole('button', { name: 'Save as GeoJSON' }).click(),
    );
    const edited = JSON.parse(await textOf(saved));
    const classes = Object.fromEntries(
      edited.features.map((feature: { id: string; properties: { class: string } }) => [
        feature.id,
        feature.properties.class,
      ]),
    );
    expect(classes).toEqual({
      rock: 'bedrock',
      mended: 'restored',
      mouth: 'restored',
      quay: 'restored',
    });
    expect(edited.surveyed).toBe(false);
    expect(edited.changes).toHaveLength(1);
  },
);

testWithoutMap(
  'the evidence is saved as CSV whose metres add up to the coast',
  async ({ app, page }) => {
    await app.open('?panel=coastline');
    const saved = await download(page, () =>
      app.panel.getByRole('button', { name: 'Evidence as CSV' }).click(),
    );
    const text = await textOf(saved);
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows = text.slice(1).trimEnd().split('\r\n');
    const head = rows[0]?.split(',') ?? [];
    expect(head.at(-1)).toBe('notice');
    for (const row of rows.slice(1)) expect(row).toContain('judged from maps, not surveyed');
    const column = head.indexOf('length_m');
    const lengths = rows.slice(1).map((row) => Number(row.split(',')[column]));
    expect(lengths).toHaveLength(4);
    const sum = lengths.reduce((total, length) => total + length, 0);
    // The reference lengths are rounded to a millimetre each.
    expect(Math.abs(sum - TOTAL_M)).toBeLessThan(0.002);
  },
);

testWithoutMap(
  'the bundle holds inputs, rule, result, evidence and how to check them',
  async ({ app, page }) => {
    await app.open('?panel=coastline');
    const saved = await download(page, () =>
      app.panel.getByRole('button', { name: 'Audit bundle (zip)' }).click(),
    );
    const files = unzipSync(await readFile(await saved.path()));
    expect(Object.keys(files).toSorted()).toEqual([
      'README.md',
      'SHA256SUMS',
      'coastline-edited.geojson',
      'evidence.csv',
      'inputs/audit.json',
      'inputs/coast/coastline.geojson',
      'inputs/coast/zones.geojson',
      'result.json',
      'rule.json',
    ]);
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const result = JSON.parse(text('result.json'));
    expect(Math.abs(result.overall.ratio - (bedrock + restored) / TOTAL_M)).toBeLessThan(1e-7);
    const hash = createHash('sha256').update(text('inputs/coast/coastline.geojson')).digest('hex');
    expect(text('README.md')).toContain(hash);
    expect(text('README.md')).toContain('npm run --silent audit');
  },
);

testWithoutMap(
  'the headline is copied as a sentence with method, data version and date',
  async ({ app, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await app.open('?panel=coastline');
    await app.panel.getByRole('button', { name: 'Copy as a sentence' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied:' })).toBeVisible();
    const sentence = await page.evaluate(() => navigator.clipboard.readText());
    expect(sentence).toMatch(/^Natural coastline ratio 50\.0\s%/);
    expect(sentence).toContain('CGCS2000');
    expect(sentence).toMatch(/coastline\.geojson SHA-256 [0-9a-f]{12}/);
    expect(sentence).toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(sentence).toContain('not surveyed');
    await test.step('without a clipboard it is shown, selected, with the reason', async () => {
      await page.evaluate(() =>
        Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
      );
      await app.panel.getByRole('button', { name: 'Copy as a sentence' }).click();
      const told = page.getByRole('alert').filter({ hasText: 'use the clipboard' });
      const field = told.getByRole('textbox');
      await expect(field).toHaveValue(sentence);
      await expect(told).toContainText('does not let this page use the clipboard');
      expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(sentence);
      await told.getByRole('button', { name: 'Close' }).click();
      await expect(field).toHaveCount(0);
    });
  },
);

test('the report opens as pages, prints alone, and closes again', async ({ app, page }) => {
  await app.openWithMap('?panel=coastline#map=12/35.75/120.02');
  const { camera } = app.map;
  await app.panel.getByRole('button', { name: 'Print report' }).click();
  const report = page.getByRole('dialog', { name: 'Audit of the natural coastline' });
  await expect(report).toContainText(/50\.0\s%/);
  await expect(report).toContainText('not surveyed');
  await expect(report.getByRole('img', { name: /^Map of the coast/ })).toBeVisible();
  await expect(report.getByRole('table', { name: 'South Bay' })).toContainText('Rock Shore');
  await expect(report.getByRole('figure')).toContainText('The whole coast by class');
  const south = report.getByRole('row', { name: /^South Bay/ }).first();
  await expect(south.getByRole('cell').nth(1)).toHaveText(/\d\s%–\d+\.\d\s%/);
  // The target is one of the whole coast: no zone has one of its own.
  await expect(south.getByRole('cell').nth(2)).toHaveText('–');
  await expect(south.getByRole('cell').nth(3)).toHaveText('–');
  const overall = report.getByRole('row', { name: /^Whole mainland/ }).first();
  await expect(overall.getByRole('cell').nth(2)).toHaveText(/35\s%/);
  await expect(overall.getByRole('cell').nth(3)).toHaveText('keeps the target');
  await test.step('its lengths add up to the total, estuaries too', async () => {
    const cells = (await overall.getByRole('cell').allInnerTexts()).slice(4, 10).map(Number);
    expect(cells).toHaveLength(6);
    const sum = cells.slice(0, 5).reduce((total, length) => total + length, 0);
    // Five lengths rounded to 0.01 km.
    expect(Math.abs(sum - (cells[5] ?? 0))).toBeLessThan(0.03);
    expect(cells[2], 'estuaries').toBeGreaterThan(0);
  });
  await expect(report).toContainText(/How estuaries count.* … .* points/);
  await expect(report).toContainText(/coastline\.geojson: SHA-256 [0-9a-f]{64}/);
  await page.emulateMedia({ media: 'print' });
  await expect(app.tab('layers')).toBeHidden();
  await expect(report.getByRole('button', { name: 'Print' })).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const foot = await page.evaluate(() =>
    document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
  );
  expect(foot.join()).toMatch(/Audit of the natural coastline · Small Bay Plan · \d{4}-\d\d-\d\d/);
  expect(foot.join()).toMatch(/"page " counter\(page\) " of " counter\(pages\)/);
  await page.emulateMedia({ media: 'screen' });
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(report).toHaveCount(0);
  expect(app.map.camera, 'the picture leaves the map where it was').toBe(camera);
});

test.describe('with coast outside every zone', () => {
  const plan = smallPlan();
  const [south] = Object(plan['coast/zones.geojson']).features;
  test.use({ plan: { ...plan, 'coast/zones.geojson': collection([south]) } });

  testWithoutMap(
    'each fault of the coverage is listed with its metres and leads to its place',
    async ({ app }) => {
      await app.open('?panel=coastline');
      const fault = app.panel.getByRole('button', { name: /^Outside every zone: Quay Wall/ });
      await expect(fault).toContainText(new RegExp(`${(artificial / 1000).toFixed(2)}\\skm`));
      await fault.click();
      await app.cardShows('Quay Wall');
      await app.hasPart('select', 'quay');
    },
  );
});

async function download(page: Page, act: () => Promise<void>): Promise<Download> {
  const [saved] = await Promise.all([page.waitForEvent('download'), act()]);
  return saved;
}

async function textOf(saved: Download): Promise<string> {
  return readFile(await saved.path(), 'utf8');
}
