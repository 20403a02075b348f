import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext } from 'playwright/test';
import { type PrintedNumber, readNumber, readZoneTable } from './drivers/coastline-figures.ts';
import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

// The real plan, as the app serves it. No figure of it is written down here: what is printed is
// checked against the files, against the audit command, and against itself.
test.use({ plan: 'embedded' });

type Catalogue = { readonly layers: readonly CatalogueLayer[] };
type CatalogueLayer = {
  readonly role: string;
  readonly title: Readonly<Record<'en' | 'zh', string>>;
  readonly source: { readonly url: string };
};
type Collection = {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: unknown;
  }[];
};

testWithPixels(
  'every layer of the plan loads whole, is shown at once, and credits its sources',
  async ({ app, page, request, guard }) => {
    const { layers } = await served<Catalogue>(request, 'catalogue.json');
    await app.openWithMap();
    await page.getByRole('button', { name: app.words.showAll }).click();
    for (const { title } of layers.filter(({ role }) => role !== 'base')) {
      await expect(app.layerSwitch(title.en)).toBeChecked();
    }
    await app.map.isIdle();
    await expect(app.panel.getByRole('alert')).toHaveCount(0);
    await expect(app.mapRegion).toContainText('OpenStreetMap');
    await expect(app.mapRegion).toContainText('not surveyed');

    await app.openPanel('data');
    for (const { title, source } of layers) {
      const { features } = await served<Collection>(request, source.url);
      // A count with a stroke, such as 5/6, would mean that features were set aside.
      const count = app.dataSheet(title.en).locator('summary > :last-child');
      await expect(count, title.en).toHaveText(`${features.length}`);
    }
    expect(guard.outside).toEqual([]);
  },
);

testWithoutMap(
  'every project of every file is in the list, with and without a site, named in both languages',
  async ({ app, request }) => {
    const projects = await projectsOf(request);
    const unlocated = projects.filter(({ geometry }) => geometry === null).length;
    expect(projects.length).toBeGreaterThan(50);
    await app.open('?panel=projects');
    await expect(app.panel).toContainText(
      `${projects.length} projects of the plan, ${unlocated} of them without`,
    );
    await app.switchLanguage();
    await expect(app.panel).toContainText(`${projects.length} 项，其中 ${unlocated} 项未公布选址`);
    for (const { properties } of projects) {
      expect(properties['name_zh'], `${properties['id']}`).toMatch(/\p{Script=Han}/u);
      expect(properties['name_en'], `${properties['id']}`).not.toMatch(/\p{Script=Han}/u);
    }
  },
);

for (const { id, zh } of [
  { id: 'qianwan-port-area', zh: '前湾港区' },
  { id: 'dongjiakou-port-area', zh: '董家口港区' },
]) {
  test(`${zh} is found by its address, whole in sight between panel and card`, async ({
    app,
    request,
  }) => {
    app.language = 'zh';
    const [port] = (await projectsOf(request)).filter(({ properties }) => properties['id'] === id);
    const [west, south, east, north] = boundsOf(port?.geometry);
    await app.openWithMap(`?panel=projects&select=${id}`);
    await app.cardShows(zh);
    await expect(app.projectRow(zh)).toHaveAttribute('aria-pressed', 'true');
    await expect(app.projectRow(zh)).toBeInViewport();
    const { left, right, top, bottom } = await app.map.pixelsOf([west, south], [east, north]);
    const [panel, card] = [await app.panel.boundingBox(), await app.card.boundingBox()];
    expect(left).toBeGreaterThan((panel?.x ?? Number.NaN) + (panel?.width ?? 0));
    expect(right).toBeLessThan(card?.x ?? Number.NaN);
    expect(top).toBeGreaterThan(48);
    expect(bottom).toBeLessThan(640);
  });
}

testWithoutMap('metro line 6 is picked from the list and shown with its layer', async ({ app }) => {
  await app.open('?panel=projects');
  await app.openBy('metro-line-6-phase-1');
  await app.hasPart('select', 'metro-line-6-phase-1');
  await expect(app.card).toContainText('6');
  await expect(app.card).toContainText(/Measured length/);
});

testWithoutMap(
  'the figures of the coast agree with each other and with the audit command',
  async ({ app, page, request }, testInfo) => {
    const { layers } = await served<Catalogue>(request, 'catalogue.json');
    const [coast, zones] = ['coastline', 'zones'].map(
      (role) => layers.find((layer) => layer.role === role)?.source.url ?? '',
    );
    const audit = await auditOf(request, { coast, zones, folder: testInfo.outputPath('served') });

    await app.open('?panel=coastline');
    await expect(app.panel.getByText(app.words.illustration)).toBeVisible();
    await expect(app.panel.getByText(app.words.verdicts).first()).toBeVisible();
    await expect(app.panel.getByText(app.words.headroom)).toBeVisible();
    // The narrow panel shows some of the columns.
    await page.getByRole('button', { name: 'All columns' }).click();
    const rows = await readZoneTable(app.zoneTable);
    const whole = rows.at(-1);
    const parts = rows.slice(0, -1);
    expect(parts.length).toBeGreaterThanOrEqual(10);

    for (const column of ['natural', 'restored', 'artificial', 'total'] as const) {
      const slack = (parts.length + 1) * (whole?.[column]?.rounding ?? 0);
      const sum = parts.reduce((total, row) => total + (row[column]?.value ?? 0), 0);
      expect(
        Math.abs(sum - (whole?.[column]?.value ?? Number.NaN)),
        `Σ ${column} of zones = whole`,
      ).toBeLessThanOrEqual(slack + 1e-9);
    }
    for (const { name, ratio, natural, restored, total } of rows) {
      if (ratio === undefined) continue;
      const [part, all] = [
        (natural?.value ?? 0) + (restored?.value ?? 0),
        total?.value ?? Number.NaN,
      ];
      const slack =
        ratio.rounding + (100 * (2 * (natural?.rounding ?? 0) + (total?.rounding ?? 0))) / all;
      expect(Math.abs(ratio.value - (100 * part) / all), `ratio of ${name}`).toBeLessThanOrEqual(
        slack,
      );
    }

    roundsTo(whole?.total, audit.overall.totalM / 1000);
    roundsTo(whole?.natural, audit.overall.naturalM / 1000);
    roundsTo(whole?.ratio, audit.overall.ratio * 100);
    roundsTo(
      readNumber(await app.panel.locator('output').first().innerText()),
      audit.overall.ratio * 100,
    );
    for (const { name_en, totalM } of audit.zones) {
      roundsTo(parts.find(({ name }) => name === name_en)?.total, totalM / 1000);
    }
    const turf = app.earthModelTable
      .getByRole('row', { name: /^Total/ })
      .getByRole('cell')
      .nth(1);
    roundsTo(readNumber(await turf.innerText()), audit.overall.turf.totalM / 1000);
  },
);

async function served<T>(request: APIRequestContext, path: string): Promise<T> {
  const response = await request.get(`./geodata/${path}`);
  expect(response.ok(), path).toBe(true);
  return await response.json();
}

async function projectsOf(request: APIRequestContext): Promise<Collection['features']> {
  const { layers } = await served<Catalogue>(request, 'catalogue.json');
  const files = layers.filter(({ role }) => role === 'projects').map(({ source }) => source.url);
  return (await Promise.all(files.map((url) => served<Collection>(request, url)))).flatMap(
    ({ features }) => features,
  );
}

type AuditSummary = {
  readonly totalM: number;
  readonly naturalM: number;
  readonly ratio: number;
  readonly turf: { readonly totalM: number };
};
type AuditJson = {
  readonly overall: AuditSummary;
  readonly zones: readonly (AuditSummary & { readonly name_en: string })[];
};

/** What the audit command says of the very files that the page was given. */
async function auditOf(
  request: APIRequestContext,
  files: {
    readonly coast: string | undefined;
    readonly zones: string | undefined;
    readonly folder: string;
  },
): Promise<AuditJson> {
  const paths = await Promise.all(
    [files.coast, files.zones, 'audit.json'].map(async (url = '') => {
      const path = join(files.folder, url);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, JSON.stringify(await served(request, url)));
      return path;
    }),
  );
  const [coast = '', zones = '', rule = ''] = paths;
  const words = [
    '--import',
    'tsx',
    'src/command/audit.ts',
    '--format',
    'json',
    '--coastline',
    coast,
    '--zones',
    zones,
    '--rule',
    rule,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

function boundsOf(geometry: unknown): readonly [number, number, number, number] {
  const numbers =
    JSON.stringify(geometry)
      .match(/-?\d+\.\d+/g)
      ?.map(Number) ?? [];
  const [longitudes, latitudes] = [
    numbers.filter((value) => value > 90),
    numbers.filter((value) => value <= 90),
  ];
  return [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ];
}

function roundsTo(printed: PrintedNumber | undefined, truth: number): void {
  expect(printed, `${truth} is printed`).toBeDefined();
  expect(
    Math.abs((printed?.value ?? Number.NaN) - truth),
    `${printed?.value} for ${truth}`,
  ).toBeLessThanOrEqual((printed?.rounding ?? 0) + 1e-9);
}
