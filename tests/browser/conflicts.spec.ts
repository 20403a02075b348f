import type { Page } from 'playwright/test';
import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { box, collection, type PlanFiles, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap } from './test.ts';

type Corners = readonly [west: number, south: number, east: number, north: number];

function zone(id: string, corners: Corners, given: Readonly<Record<string, unknown>>) {
  const properties = { id, position_source: 'fixture', ...given };
  return { type: 'Feature', id, properties, geometry: box(corners) } as const;
}

/**
 * The small plan with a strict zone in the south and one for optimised use in the north. The coast is the
 * meridian of 120° E, natural in the south: 0.04° of it inside the resort are 4 438.2 m, and the resort's
 * ground is 16.06 km²; the jetty lies 1 808.9 m off it (geodesics on GRS 80, pyproj 3.4.1).
 */
const PLAN: PlanFiles = {
  ...smallPlan(),
  'coast/zones.geojson': collection([
    zone('south-zone', [119.95, 35.65, 120.05, 35.85], {
      ...{ name_zh: '南湾段', name_en: 'South Bay', grade: 'strict', articles: [46] },
    }),
    zone('north-zone', [119.95, 35.85, 120.05, 36.05], {
      ...{ name_zh: '北湾段', name_en: 'North Bay', grade: 'optimised', articles: [46] },
    }),
  ]),
  'projects/ports.geojson': collection([
    project('resort', '度假村', 'Resort', box([119.97, 35.72, 120.01, 35.76]), { accuracy_m: 500 }),
    project('jetty', '小码头', 'Jetty', at(120.02, 35.75), { accuracy_m: 300 }),
    project('far-quay', '远码头', 'Far Quay', at(120.1, 35.95), { accuracy_m: 4000 }),
    project('meadow', '海草床', 'Seagrass', box([120, 35.7, 120.015, 35.73]), {
      ...{ accuracy_m: 200, status: 'protect', articles: [47] },
    }),
    project('unsited', '待定项目', 'Unsited', null),
  ]),
};

function at(longitude: number, latitude: number): object {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

test.use({ plan: PLAN });

function conflictsOn({ card, panel }: AppPage) {
  const section = card.getByRole('region', { name: 'Conflicts' });
  const bar = panel.getByRole('region', { name: 'Filter' });
  return {
    section,
    kind: (name: string) => section.getByRole('region', { name }),
    chip: bar.getByRole('button', { name: /^Conflicts/ }),
    choice: (label: string) => bar.getByRole('checkbox', { name: label }),
    slider: bar.getByRole('slider', { name: 'Study distance to the coast' }),
    number: bar.getByRole('spinbutton'),
    rows: panel.locator('[data-feature]'),
    count: panel.getByRole('status').first(),
  };
}

testWithoutMap(
  'a card tells what a project is in conflict with, how much of it, how surely and by which rule',
  async ({ app }) => {
    const conflicts = conflictsOn(app);
    await app.open('?panel=projects&select=resort');
    const strict = conflicts.kind('Strictly protected coast');
    await expect(strict).toContainText('Its natural form is to stay as it is.');
    await expect(strict.getByRole('listitem')).toHaveText(
      /South Bay.*certain.*16\.1.km² inside.*46/,
    );
    const shore = conflicts.kind('Natural coastline');
    await expect(shore.getByRole('listitem')).toHaveText(
      /Rock Shore.*certain.*4\.4.km of shore inside.*46/,
    );
    const meadow = conflicts.kind('Reserve, wetland or other protected site');
    await expect(meadow.getByRole('listitem')).toHaveText(/Seagrass.*certain.*47/);
    await expect(conflicts.kind('Within the building setback')).toContainText('certain');
    await expect(conflicts.section).toContainText('4 certain');
    await meadow.getByRole('button', { name: 'Seagrass' }).click();
    await app.cardShows('Seagrass');
    await expect(conflicts.section).toContainText('conflicts with nothing by purpose');
    await conflicts.section.getByRole('button', { name: 'Resort' }).click();
    await app.cardShows('Resort');
  },
);

testWithoutMap('a site without conflicts and one without a position say so', async ({ app }) => {
  const conflicts = conflictsOn(app);
  await app.open('?panel=projects&select=far-quay');
  await expect(conflicts.section).toContainText('None found.');
  await app.openBy('unsited');
  await expect(conflicts.section).toContainText('cannot be said');
});

testWithoutMap(
  'the filter asks for kinds of conflict and how sure they are, in the address too',
  async ({ app }) => {
    const conflicts = conflictsOn(app);
    await app.open('?panel=projects');
    await conflicts.chip.click();
    await conflicts.choice('Strictly protected coast').check();
    await expect(conflicts.rows).toHaveText([/Resort/, /Jetty/]);
    await app.hasPart('conflict', 'strict-zone');
    await conflicts.choice('possible').check();
    await app.hasPart('sure', 'possible');
    await expect(app.panel).toContainText('No project fits.');
    await app.panel.getByRole('button', { name: 'Drop the filter: Conflicts' }).click();
    await app.hasPart('conflict', null);
    await app.hasPart('sure', null);
    await app.open('?panel=projects&conflict=natural-coast,oops&sure=certain&setback=29');
    await expect(conflicts.rows).toHaveText([/Resort/]);
    await app.hasPart('setback', null);
    await app.hasPart('conflict', 'natural-coast');
  },
);

testWithoutMap(
  'the study distance is set by slider and by number, and changes what fits',
  async ({ app, page }) => {
    const conflicts = conflictsOn(app);
    await app.open('?panel=projects&conflict=study-setback');
    await expect(conflicts.rows).toHaveText([/Resort/]);
    await conflicts.chip.click();
    await conflicts.number.fill('1600');
    await page.keyboard.press('Enter');
    await app.hasPart('setback', '1600');
    await expect(conflicts.rows).toHaveText([/Resort/, /Jetty/]);
    await expect(conflicts.slider).toHaveValue('1600');
    await conflicts.slider.focus();
    await page.keyboard.press('Home');
    await app.hasPart('setback', '30');
    await expect(conflicts.rows).toHaveText([/Resort/]);
    await conflicts.number.fill('5');
    await page.keyboard.press('Enter');
    await expect(conflicts.number, 'out of reach: as before').toHaveValue('30');
  },
);

testWithoutMap('the table sorts by conflicts, certain ones first', async ({ app, page }) => {
  await app.open('?panel=projects');
  await page.getByRole('button', { name: 'Wide panel' }).click();
  const columns = app.panel.locator('summary', { hasText: 'Columns' });
  await columns.click();
  await app.panel.getByRole('checkbox', { name: 'Conflicts' }).check();
  await columns.click();
  const grid = app.panel.getByRole('grid');
  await expect(grid.getByRole('row', { name: /Jetty/ })).toContainText('● 1 certain');
  await grid.getByRole('button', { name: 'Conflicts' }).click();
  const rows = grid.locator('tr[data-feature]');
  await expect(rows.first()).toContainText('Resort');
  await expect(rows.last()).toContainText(/–|cannot be said/);
});

test('speaks Chinese', async ({ app, page }) => {
  await app.open('?panel=projects&select=resort&lang=zh&conflict=strict-zone&setback=300');
  const section = app.card.getByRole('region', { name: '冲突' });
  await expect(section.getByRole('region', { name: '严格保护岸线' })).toContainText('南湾段');
  await expect(section).toContainText('确定 4 项');
  await expect(section).toContainText('300\u2009米，由筛选栏的滑块设定');
  await expect(page.getByText('已筛选：2 / 6')).toBeVisible();
});

testWithoutMap('axe finds nothing serious in card, filter and table', async ({ app, page }) => {
  const conflicts = conflictsOn(app);
  await app.open('?panel=projects&select=resort&theme=dark');
  await expect(conflicts.section).toContainText('4 certain');
  await conflicts.chip.click();
  await expect(conflicts.slider).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await openWide(page);
  expect(await seriousViolations(page)).toEqual([]);
});

async function openWide(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Wide panel' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}
