import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { type PlanFiles, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test } from './test.ts';

test.use({ map: 'none' });

/** The table as a person meets it: the wide panel of the projects. */
function tableOn({ panel, page }: AppPage) {
  const grid = panel.getByRole('grid', { name: 'Projects' });
  return {
    grid,
    rows: grid
      .locator('tbody')
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') }),
    names: grid.getByRole('rowheader'),
    head: (name: string) => grid.getByRole('columnheader').filter({ hasText: name }),
    open: async (): Promise<void> => {
      await page.getByRole('button', { name: 'Wide panel' }).click();
      await expect(grid).toBeVisible();
    },
  };
}

test('the wide panel sorts, chooses columns, and picks in step with map and address', async ({
  app,
  page,
}) => {
  const table = tableOn(app);
  await app.open('?panel=projects');
  await table.open();
  await expect(table.names).toHaveText([
    'North Port',
    'South Quay',
    'Unsited Terminal',
    'Shore Line',
  ]);

  await table.head('Accuracy').getByRole('button').click();
  await expect(table.head('Accuracy')).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.names).toHaveText([
    'North Port',
    'Shore Line',
    'South Quay',
    'Unsited Terminal',
  ]);
  await table.head('Accuracy').getByRole('button').click();
  // What has no figure stays last, whichever way.
  await expect(table.names).toHaveText([
    'South Quay',
    'Shore Line',
    'North Port',
    'Unsited Terminal',
  ]);
  await table.head('Project').getByRole('button').click();
  await expect(table.names).toHaveText([
    'North Port',
    'Shore Line',
    'South Quay',
    'Unsited Terminal',
  ]);

  await expect(table.rows.first()).toContainText('7.2 km');
  await app.panel.locator('summary', { hasText: 'Columns' }).click();
  await app.panel.getByRole('checkbox', { name: 'Published area' }).check();
  await app.panel.getByRole('checkbox', { name: 'Status' }).uncheck();
  await app.panel.locator('summary', { hasText: 'Columns' }).click();
  await expect(table.head('Published area')).toBeVisible();
  await expect(table.head('Status')).toHaveCount(0);
  await expect(table.rows.first()).toContainText('36');

  await table.rows.filter({ hasText: 'South Quay' }).click();
  await app.cardShows('South Quay');
  await app.hasPart('select', 'south-quay');
  await expect(table.rows.filter({ hasText: 'South Quay' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(table.grid.getByRole('row', { selected: true })).toHaveCount(0);
});

test('arrows move among the rows, Enter picks, and the order outlives another panel', async ({
  app,
  page,
}) => {
  const table = tableOn(app);
  const { keyboard } = page;
  await app.open('?panel=projects');
  await table.open();
  await table.head('Project').getByRole('button').click();
  await table.grid.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await app.cardShows('South Quay');
  await keyboard.press('End');
  await keyboard.press('Enter');
  await app.cardShows('Unsited Terminal');
  await keyboard.press('Home');
  await keyboard.press('Enter');
  await app.cardShows('North Port');
  await app.openPanel('layers');
  await app.openPanel('projects');
  await expect(table.head('Project')).toHaveAttribute('aria-sort', 'ascending');
});

test('axe finds nothing serious in table, filter and search, open and empty', async ({
  app,
  page,
}) => {
  const table = tableOn(app);
  await app.open('?panel=projects&theme=dark');
  await table.open();
  const filter = app.panel.getByRole('region', { name: 'Filter' });
  await filter.getByRole('button', { name: /^Near the coast/ }).click();
  await expect(filter.getByRole('status')).toContainText('along geodesics');
  await table.rows.first().click();
  await expect(app.card).toBeVisible();
  expect.soft(await seriousViolations(page), 'table and filter').toEqual([]);
  const search = page.getByRole('combobox', { name: 'Search' });
  await search.fill('port');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect.soft(await seriousViolations(page), 'the search with hits').toEqual([]);
  await search.fill('nothing like it');
  await expect(page.getByText('Nothing is called')).toBeVisible();
  expect.soft(await seriousViolations(page), 'the search without').toEqual([]);
});

test('shows what fits the filter', async ({ app }) => {
  const table = tableOn(app);
  await app.open('?panel=projects&in=rail');
  await table.open();
  await expect(table.names).toHaveText(['Shore Line']);
});

/** Many projects, on a grid over the plan. */
const MANY = 20_000;

function planOfMany(): PlanFiles {
  const plan = smallPlan();
  const features = Array.from({ length: MANY }, (_, index) =>
    project(
      `p${index}`,
      `项目${index}`,
      `Project ${index}`,
      {
        type: 'Point',
        coordinates: [119.8 + (index % 200) * 0.002, 35.65 + Math.floor(index / 200) * 0.004],
      },
      // One in a hundred differs: a table of two hundred rows to compare with.
      { accuracy_m: (index * 7919) % MANY, status: index % 100 === 0 ? 'study' : 'build' },
    ),
  );
  return { ...plan, 'projects/ports.geojson': { type: 'FeatureCollection', features } };
}

test.describe('twenty thousand rows', () => {
  test.use({ plan: planOfMany() });

  test('are drawn few at a time, and sort, scroll and end where they should', async ({
    app,
    page,
  }, testInfo) => {
    const table = tableOn(app);
    // The layer is off: what a map of so many sites costs is not asked here.
    await app.open('?panel=projects&in=ports&layers=coastline');
    await expect(app.panel.getByText('in the table')).toBeVisible({ timeout: 60_000 });
    await table.open();
    // All rows, the head and the foot.
    await expect(table.grid).toHaveAttribute('aria-rowcount', String(MANY + 2));
    expect(await table.rows.count()).toBeLessThan(80);

    // Processor time of the page's scripts, not the wall's: a busy machine shares it out.
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
    };
    const timed = async (act: () => Promise<unknown>): Promise<number> => {
      const before = await spent();
      await act();
      return (await spent()) - before;
    };

    const byFigure = await timed(async () => {
      await table.head('Accuracy').getByRole('button').click();
      await expect(table.head('Accuracy')).toHaveAttribute('aria-sort', 'ascending');
    });
    const byName = await timed(async () => {
      await table.head('Project').getByRole('button').click();
      await expect(table.head('Project')).toHaveAttribute('aria-sort', 'ascending');
    });
    // Numbers inside names sort as numbers.
    await expect(table.names.nth(2)).toHaveText('Project 2');

    // Ten steps of less than a screen, from the middle of the table: as many new rows in each,
    // however long the table. Leaps to other places would draw more rows in a long table than in
    // a short one, and say nothing of what its length costs.
    const scrolling = (): Promise<number> =>
      timed(() =>
        page.evaluate(async (count) => {
          const box = document.querySelector('.project-table__scroller');
          if (box === null) throw new Error('no table');
          const middle = (box.scrollHeight - box.clientHeight) / 2;
          for (let step = 1; step <= count; step += 1) {
            box.scrollTop = middle + 200 * step;
            await new Promise(requestAnimationFrame);
          }
        }, 10),
      );
    // The least of five: other work on the machine only adds to it.
    const leastOfFive = async (): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 5; round += 1) times.push(await scrolling());
      return Math.min(...times);
    };
    const amongMany = await leastOfFive();
    // Heights of rows that are measured while the user scrolls on never throw the table back.
    await page.evaluate(async (count) => {
      const box = document.querySelector('.project-table__scroller');
      if (box === null) throw new Error('no table');
      for (let step = 1; step <= count; step += 1) {
        box.scrollTop = (box.scrollHeight * step) / count;
        await new Promise(requestAnimationFrame);
      }
    }, 10);
    await expect(table.names.last()).toHaveText(`Project ${MANY - 1}`);
    testInfo.annotations.push({
      type: 'measured',
      description: `script: sort by figure ${byFigure.toFixed(0)} ms, by name ${byName.toFixed(0)} ms; ten scrolls ${amongMany.toFixed(0)} ms`,
    });

    await table.grid.focus();
    await page.keyboard.press('End');
    await expect(table.names.last()).toHaveText(`Project ${MANY - 1}`);
    await expect(table.names.last()).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Home');
    await expect(table.grid).toHaveAttribute('aria-activedescendant', 'table-row-0');
    await expect(table.names.first()).toHaveText('Project 0');
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('ArrowDown');
    await expect(table.grid).toHaveAttribute('aria-activedescendant', 'table-row-30');
    await expect(table.names.filter({ hasText: /^Project 30$/ })).toBeInViewport({ ratio: 1 });

    // What counts is that it does not grow with the rows: a hundredth of them costs about as much.
    await app.open('?panel=projects&in=ports&layers=coastline&status=study');
    await table.open();
    await expect(table.grid).toHaveAttribute('aria-rowcount', String(MANY / 100 + 2));
    const amongFew = await leastOfFive();
    testInfo.annotations.push({
      type: 'measured',
      description: `script: ten scrolls among ${MANY / 100} rows ${amongFew.toFixed(0)} ms`,
    });
    expect(amongMany).toBeLessThan(4 * amongFew);
  });
});
