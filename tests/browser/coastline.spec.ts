import { type PrintedNumber, readNumber, readZoneTable } from './drivers/coastline-figures.ts';
import { collection, SMALL_COAST, SMALL_ZONE_AREAS, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

const { ellipsoid, sphere, target } = SMALL_COAST;
const TOTAL_M = sum(ellipsoid);
/** (natural + restored) / total of the small coast; an estuary is in the denominator only. */
const RATIO = (ellipsoid.bedrock + ellipsoid.restored) / TOTAL_M;

testWithoutMap(
  'the headline gives ratio, target, verdict and headroom, and says they are an illustration',
  async ({ app }) => {
    await app.open('?panel=coastline');
    const { panel, words } = app;
    await expect(panel.getByRole('status').or(panel.locator('output'))).toHaveText(/%/);
    const ratio = readNumber(await panel.locator('output').innerText());
    agrees(ratio, RATIO * 100);
    await expect(panel).toContainText(/Target ≥ 35\s%/);
    await expect(panel).toContainText('Keeps the target');
    const headroom = await panel.getByText(words.headroom).innerText();
    expect(headroom).toMatch(/^May still lose .*\skm$/);
    agrees(
      readNumber(headroom),
      (ellipsoid.bedrock + ellipsoid.restored - target * TOTAL_M) / 1000,
    );
    await expect(panel.getByText(words.illustration)).toBeVisible();
  },
);

testWithoutMap(
  'a zone without a target of its own bears no verdict, but its part in the headroom of the whole coast',
  async ({ app }) => {
    await app.open('?panel=coastline&zone=north-zone');
    await app.cardShows('North Bay');
    await expect(app.card).toContainText('No target of its own');
    await expect(app.card).not.toContainText('Below the target');
    const part = await app.card.getByText('Part in the headroom').innerText();
    agrees(readNumber(part), (-target * (ellipsoid.estuary + ellipsoid.artificial)) / 1000);
    await expect(app.card.getByText(app.words.illustration)).toBeVisible();
  },
);

testWithoutMap(
  'the table of zones gives ratio, verdict, lengths and area of each, as measured apart',
  async ({ app, page }) => {
    await page.setViewportSize({ width: 1440, height: 700 });
    await app.open('?panel=coastline');
    await expect(app.zoneRow('South Bay')).toBeVisible();
    await page.getByRole('button', { name: 'Wide panel' }).click();
    await expect(
      app.zoneRow('South Bay').getByRole('cell', { name: 'no target of its own' }),
    ).toBeVisible();
    const [south, north, whole] = await readZoneTable(app.zoneTable);
    expect([south?.name, north?.name, whole?.name]).toEqual([
      'South Bay',
      'North Bay',
      'Whole mainland',
    ]);
    agrees(south?.ratio, 100);
    agrees(south?.natural, ellipsoid.bedrock / 1000);
    agrees(south?.restored, ellipsoid.restored / 1000);
    agrees(south?.artificial, 0);
    agrees(south?.total, (ellipsoid.bedrock + ellipsoid.restored) / 1000);
    agrees(south?.area, SMALL_ZONE_AREAS['south-zone'].ellipsoid);
    agrees(north?.ratio, 0);
    agrees(north?.natural, 0);
    agrees(north?.artificial, ellipsoid.artificial / 1000);
    agrees(north?.total, (ellipsoid.estuary + ellipsoid.artificial) / 1000);
    agrees(north?.area, SMALL_ZONE_AREAS['north-zone'].ellipsoid);
    agrees(whole?.total, TOTAL_M / 1000);
    agrees(whole?.ratio, RATIO * 100);
  },
);

testWithoutMap(
  'a narrow panel has the columns that decide, whole; one press gives room for the others',
  async ({ app, page }) => {
    await app.open('?panel=coastline');
    await expect(app.zoneRow('South Bay')).toBeVisible();
    const heads = app.zoneTable.getByRole('columnheader');
    await expect(heads).toHaveText([/^Zone/, /^Ratio/, /^Total/, /^Part in headroom/]);
    expect(await isCut()).toBe(false);
    await page.getByRole('button', { name: 'All columns' }).click();
    await expect(heads.filter({ hasText: /^(Natural|Restored|Artificial)/ })).toHaveCount(3);
    expect(await isCut()).toBe(false);

    function isCut(): Promise<boolean> {
      return app.zoneTable
        .locator('xpath=..')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    }
  },
);

testWithoutMap(
  'Turf and the ellipsoid stand side by side, told apart by their decimals',
  async ({ app }) => {
    await app.open('?panel=coastline');
    const total = app.earthModelTable.getByRole('row', { name: /^Total/ });
    await expect(total).toBeVisible();
    const [onEllipsoid = '', onSphere = '', difference = ''] = await total
      .getByRole('cell')
      .allInnerTexts();
    expect(onEllipsoid).not.toBe(onSphere);
    agrees(readNumber(onEllipsoid), TOTAL_M / 1000);
    agrees(readNumber(onSphere), sum(sphere) / 1000);
    // docs/method.md: at 36° N Turf is 0.21 % long on north–south lines, as this whole coast is.
    agrees(readNumber(difference), (sum(sphere) / TOTAL_M - 1) * 100);
  },
);

testWithPixels(
  'a zone picked in the table is picked in the address, the card and on the map',
  async ({ app }) => {
    // 120.02° E lies inside the zone, clear of the coast.
    await app.openWithMap('?panel=coastline#map=11/35.75/120.02');
    const before = await app.map.inkAtCentre();
    await app.selectZone('South Bay');
    await expect(app.zoneRow('South Bay')).toHaveAttribute('aria-selected', 'true');
    await expect(app.zoneRow('North Bay')).toHaveAttribute('aria-selected', 'false');
    await app.cardShows('South Bay');
    await app.hasPart('zone', 'south-zone');
    await app.lookAt('#map=11/35.75/120.02');
    expect(await app.map.inkAtCentre()).not.toEqual(before);
  },
);

test('a zone is picked by the address and by a click on the map', async ({ app }) => {
  await app.openWithMap('?panel=coastline&zone=south-zone#map=11/35.87/120.02');
  await app.cardShows('South Bay');
  await expect(app.zoneRow('South Bay')).toHaveAttribute('aria-selected', 'true');
  await app.map.clickCentre();
  await app.cardShows('North Bay');
  await expect(app.zoneRow('North Bay')).toHaveAttribute('aria-selected', 'true');
  await app.hasPart('zone', 'north-zone');
});

testWithoutMap('every stretch behind a zone’s figure is one step away', async ({ app }) => {
  await app.open('?panel=coastline&zone=south-zone');
  const rock = app.card.getByRole('button', { name: /Rock Shore/ });
  await expect(rock).toContainText(/11\.10\skm/);
  await expect(app.card.getByRole('button', { name: /Mended Shore/ })).toContainText(/5\.55\skm/);
  await expect(app.card.getByRole('button', { name: /Quay Wall/ })).toHaveCount(0);
  await rock.click();
  await app.cardShows('Rock Shore');
  await app.hasPart('select', 'rock');
  await expect(app.card).toContainText('Bedrock');
  await expect(app.card).toContainText('fixture');
});

testWithoutMap('the Chinese desk says the same figures in its own words', async ({ app }) => {
  app.language = 'zh';
  await app.open('?panel=coastline');
  await expect(app.panel.getByRole('heading', { name: '自然岸线保有率' })).toBeVisible();
  agrees(readNumber(await app.panel.locator('output').innerText()), RATIO * 100);
  await expect(app.panel).toContainText('达到管控目标');
  await expect(app.panel).toContainText(/可占用余量 5\.0\s公里/);
  await expect(app.panel.getByText('数据为示意：岸线类型据地图判读，未经测量。')).toBeVisible();
  expect((await readZoneTable(app.zoneTable)).map(({ name }) => name)).toEqual([
    '南湾段',
    '北湾段',
    '大陆岸线合计',
  ]);
});

test.describe('a coast declared surveyed', () => {
  const plan = smallPlan();
  test.use({
    plan: {
      ...plan,
      'coast/coastline.geojson': { ...Object(plan['coast/coastline.geojson']), surveyed: true },
    },
  });

  testWithoutMap('loses the illustration notice', async ({ app }) => {
    await app.open('?panel=coastline&zone=south-zone');
    await app.cardShows('South Bay');
    await expect(app.panel.locator('output')).toHaveText(/%/);
    await expect(app.card.locator('output')).toHaveText(/%/);
    await expect(app.page.getByText(app.words.illustration)).toHaveCount(0);
  });
});

test.describe('a zone at sea', () => {
  const plan = smallPlan();
  const [south] = Object(plan['coast/zones.geojson']).features;
  const square = [
    [120.2, 35.7],
    [120.22, 35.7],
    [120.22, 35.72],
    [120.2, 35.72],
    [120.2, 35.7],
  ];
  const open = {
    ...south,
    id: 'open-sea',
    properties: { ...south.properties, id: 'open-sea', name_zh: '外海段', name_en: 'Open Sea' },
    geometry: { type: 'Polygon', coordinates: [square] },
  };
  test.use({ plan: { ...plan, 'coast/zones.geojson': collection([south, open]) } });

  testWithoutMap(
    'has no ratio rather than a wrong one, and coast outside every zone is owned up to',
    async ({ app }) => {
      await app.open('?panel=coastline');
      await expect(app.zoneRow('Open Sea')).toContainText('–');
      await expect(app.zoneRow('Open Sea')).toContainText('No mainland coast here');
      await expect(app.zoneRow('Open Sea')).not.toContainText('%');
      await expect(app.page.getByText('NaN')).toHaveCount(0);
      // The northern half has lost its zone.
      const outsideKm = (ellipsoid.estuary + ellipsoid.artificial) / 1000;
      await expect(app.panel).toContainText(
        new RegExp(`Provisional: .*${outsideKm.toFixed(2)} km of coast lie in no zone`),
      );
    },
  );
});

function sum(lengths: Readonly<Record<string, number>>): number {
  return Object.values(lengths).reduce((total, length) => total + length, 0);
}

/** A printed number is right when the true one rounds to it. */
function agrees(printed: PrintedNumber | undefined, truth: number): void {
  expect(printed, `${truth} is printed`).toBeDefined();
  if (printed === undefined) return;
  // 0.2 mm in 33 km: what the reference lengths themselves are rounded to.
  expect(Math.abs(printed.value - truth), `${printed.value} for ${truth}`).toBeLessThanOrEqual(
    printed.rounding + 2e-7 * Math.abs(truth) + 5e-5 * printed.rounding,
  );
}
