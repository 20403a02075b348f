import { type PlanFiles, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap } from './test.ts';

const plan = smallPlan();

for (const { fault, file, says } of [
  { fault: 'is missing', file: undefined, says: /Hidden: .*ports\.geojson is not there/ },
  {
    fault: 'is refused by the server',
    file: { status: 500 },
    says: /Hidden: .*ports\.geojson \(status 500\)/,
  },
  {
    fault: 'is no JSON',
    file: '{"type": "FeatureCollection",\n "features": [\n  {"type" "Feature"}\n ]}',
    says: /Hidden: .*ports\.geojson line 3 column 11: this is not valid JSON/,
  },
  {
    fault: 'is no collection of features',
    file: { type: 'Topology', objects: {} },
    says: /Hidden: .*ports\.geojson is not a FeatureCollection but "Topology"/,
  },
  {
    fault: 'is a login page',
    file: '<!doctype html><title>Sign in</title><form></form>',
    says: /Hidden: .* web page .*ports\.geojson/,
  },
  {
    fault: 'broke off on the way',
    file: JSON.stringify(plan['projects/ports.geojson']).slice(0, 200),
    says: /Hidden: .*ports\.geojson line 1 column \d+: this is not valid JSON/,
  },
] as const) {
  test.describe(`a layer whose file ${fault}`, () => {
    test.use({ plan: without('projects/ports.geojson', file) });

    // What the map does without a layer is the same, whatever befell the file.
    const run = file === undefined ? test : testWithoutMap;
    run('is hidden and says why; the others work', async ({ app, guard }) => {
      if (file === undefined || 'status' in Object(file))
        guard.expectFault(/Failed to load resource/);
      await app.open('#map=11/35.75/120');
      await expect(app.panel.getByRole('alert')).toContainText(says);
      await expect(app.layerSwitch('Ports')).toBeDisabled();
      await expect(app.layerSwitch('Coastline')).toBeEnabled();
      if (file === undefined) {
        await app.map.isIdle();
        await expect(app.legend).toContainText('Bedrock');
        await app.map.clickCentre();
        await app.cardShows('Rock Shore');
      }
      await app.openPanel('data');
      await app.dataSheet('Ports').locator('summary').click();
      await expect(app.dataSheet('Ports')).toContainText('What to do');
      await expect(app.dataSheet('Coastline').locator('summary')).toHaveText('Coastline4');
    });
  });
}

test('a layer that is slow says that it is loading; the others are drawn, and it follows', async ({
  app,
  page,
}) => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/projects/ports.geojson', async (route) => {
    await answered;
    await route.fallback();
  });
  await app.open('?panel=coastline#map=11/35.75/120');
  await expect(app.panel.locator('output').first()).toHaveText(/50\.0/);
  await app.map.clickCentre();
  await app.cardShows('Rock Shore');
  await app.openPanel('layers');
  const row = app.panel.locator('.layer-row').filter({ hasText: 'Ports' });
  await expect(row).toContainText('loading …');
  answer();
  await expect(row).not.toContainText('loading …');
  await app.map.isIdle();
  await app.openPanel('projects');
  await expect(app.projectRow('North Port')).toBeVisible();
});

test.describe('a catalogue with a slip', () => {
  const text = JSON.stringify(plan['catalogue.json'], null, 1).replace(
    '"version": 1,',
    '"version": 1',
  );
  test.use({ plan: { ...plan, 'catalogue.json': text } });

  test('names file, line and cure in both languages, and can be loaded again', async ({
    app,
    page,
  }) => {
    const failure = app.panel.getByRole('alert');
    const reload = () => failure.getByRole('button', { name: app.words.reload });
    for (const { language, place, cure } of [
      { language: 'zh', place: /catalogue\.json 第 3 行第 2 列/, cure: /处理办法：.*逗号/ },
      { language: 'en', place: /catalogue\.json, line 3, column 2/, cure: /What to do: .*comma/ },
    ] as const) {
      app.language = language;
      await app.open();
      await expect(failure).toContainText(place);
      await expect(failure).toContainText(cure);
      await expect(reload()).toBeVisible();
      await expect(app.map.container).toHaveAttribute('data-map-state', 'failed');
    }
    // The steward mends the file, and the desk is whole again.
    await page.route('**/catalogue.json', (route) =>
      route.fulfill({ json: plan['catalogue.json'] }),
    );
    await reload().click();
    await expect(app.layerSwitch('Ports')).toBeVisible();
    await app.map.isIdle();
  });
});

test.describe('a catalogue of the wrong shape', () => {
  const text = JSON.stringify(
    { ...Object(plan['catalogue.json']), extent: [119, 35, 120] },
    null,
    1,
  );
  const line = text.split('\n').findIndex((words) => words.includes('"extent"')) + 1;
  test.use({ plan: { ...plan, 'catalogue.json': text } });

  test('names the line of what is wrong', async ({ app }) => {
    await app.open();
    await expect(app.panel.getByRole('alert')).toContainText(
      new RegExp(`catalogue\\.json, line ${line}, column`),
    );
    await expect(app.panel.getByRole('alert')).toContainText('extent');
  });
});

test.describe('a catalogue with layers it should not have', () => {
  const { layers, ...rest } = Object(plan['catalogue.json']);
  const stranger = {
    ...layers[3],
    id: 'stranger',
    source: { kind: 'geojson', url: 'https://example.org/ports.geojson' },
  };
  const tiles = {
    ...layers[3],
    id: 'tiles',
    source: { kind: 'pmtiles', url: 'ports.pmtiles' },
  };
  test.use({
    plan: { ...plan, 'catalogue.json': { ...rest, layers: [...layers, stranger, tiles] } },
  });

  test('sets that layer aside, says so, and asks nobody for it', async ({ app, guard }) => {
    await app.open('?panel=data');
    await expect(
      app.panel.getByRole('listitem').filter({ hasText: 'layers.5.source.url' }),
    ).toBeVisible();
    await expect(
      app.panel.getByRole('listitem').filter({ hasText: 'this version draws geojson only' }),
    ).toContainText('layers.6.source.kind');
    await expect(app.dataSheet('Railways')).toBeVisible();
    await app.map.isIdle();
    expect(guard.inside.filter((url) => url.includes('pmtiles'))).toEqual([]);
  });
});

test.describe('no catalogue', () => {
  test.use({ plan: without('catalogue.json', undefined) });

  testWithoutMap('is said, with what to do', async ({ app, guard }) => {
    guard.expectFault(/Failed to load resource/);
    await app.open();
    await expect(app.panel.getByRole('alert')).toContainText('catalogue.json is not there');
    await expect(app.panel.getByRole('button', { name: app.words.reload })).toBeVisible();
  });
});

test.describe('no counting rule', () => {
  test.use({ plan: without('audit.json', undefined) });

  test('leaves the ratio out and says why; map and lists work', async ({ app, guard }) => {
    guard.expectFault(/Failed to load resource/);
    await app.openWithMap('?panel=coastline#map=11/35.75/120');
    await expect(app.panel.getByRole('alert')).toContainText('audit.json');
    await expect(app.panel).not.toContainText('%');
    await app.map.clickCentre();
    await app.cardShows('Rock Shore');
  });
});

test.describe('no coastline', () => {
  test.use({ plan: without('coast/coastline.geojson', '{') });

  testWithoutMap('leaves the ratio out and says why', async ({ app }) => {
    await app.open('?panel=coastline');
    await expect(app.panel.getByRole('alert')).toContainText(/coastline\.geojson line 1/);
  });
});

function without(path: string, instead: object | string | undefined): PlanFiles {
  const { [path]: _, ...rest } = plan;
  return instead === undefined ? rest : { ...rest, [path]: instead };
}

test.describe('a coast with a name twice and a stretch that cannot be read', () => {
  const coast = JSON.stringify(plan['coast/coastline.geojson']);
  const twice = coast
    .replace('"realm"', '"realm":"island","realm"')
    .replace(/"class":"artificial"/, '"class":"人工岸线"');
  test.use({ plan: { ...plan, 'coast/coastline.geojson': twice } });

  test('gives provisional figures, and panel and data say why', async ({ app }) => {
    await app.openWithMap('#map=11/35.75/120');
    await test.step('header and layers say at first sight that something was set aside', async () => {
      await expect(app.page.getByRole('button', { name: '1 set aside' })).toBeVisible();
      await expect(app.panel).toContainText('! 1 set aside');
    });
    await app.openPanel('scenarios');
    await app.panel.getByRole('button', { name: 'New scenario' }).click();
    await expect(app.panel).toContainText(/Provisional: .*1 stretch \(.+\) could not be read/);
    await app.openPanel('coastline');
    await expect(app.panel).toContainText(/Provisional: .*1 stretch \(.+\) could not be read/);
    await expect(app.panel).toContainText(/Provisional: .*"realm" stands twice in one object/);
    await expect(app.panel).toContainText('The band leaves out coast that is missing');
    await expect(app.panel).not.toContainText('Every metre of coast is classed');
    await app.openPanel('data');
    await app.dataSheet('Coastline').locator('summary').click();
    await expect(app.dataSheet('Coastline')).toContainText(/1:\d+ .*stands twice/);
  });
});
