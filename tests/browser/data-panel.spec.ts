import { collection, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test } from './test.ts';

test.use({ map: 'none' });

for (const { language, title, told } of [
  {
    language: 'en',
    title: 'Ports',
    told: [
      'Ports: what it holds',
      'Ports: where it comes from',
      'Ports: how it was made',
      'Ports: how exact it is',
      'CC0-1.0',
      '2025-06',
      '3 of 3 features kept',
    ],
  },
  {
    language: 'zh',
    title: '港口',
    told: [
      '港口：内容',
      '港口：来源',
      '港口：做法',
      '港口：精度',
      'CC0-1.0',
      '2025-06',
      '3 个要素，采用 3 个',
    ],
  },
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('the data panel gives source, method, accuracy, licence, date and count of a layer', async ({
      app,
    }) => {
      await app.open('?panel=data');
      await expect(app.dataSheet(title)).toBeVisible();
      await app.dataSheet(title).locator('summary').click();
      for (const words of told) await expect(app.dataSheet(title)).toContainText(words);
    });
  });
}

test('every layer has its sheet and its count, those that are off too', async ({ app }) => {
  await app.open('?panel=data');
  for (const [title, count] of [
    ['Land', 1],
    ['Protection zones', 2],
    ['Coastline', 4],
    ['Ports', 3],
    ['Railways', 1],
  ] as const) {
    await expect(app.dataSheet(title).locator('summary')).toHaveText(`${title}${count}`);
  }
});

test.describe('a layer with faulty features', () => {
  const bowTie = {
    type: 'Polygon',
    coordinates: [
      [
        [120.1, 35.8],
        [120.2, 35.9],
        [120.2, 35.8],
        [120.1, 35.9],
        [120.1, 35.8],
      ],
    ],
  };
  const open = {
    type: 'Polygon',
    coordinates: [
      [
        [120.1, 35.8],
        [120.2, 35.8],
        [120.2, 35.9],
      ],
    ],
  };
  test.use({
    plan: {
      ...smallPlan(),
      'projects/ports.geojson': collection([
        project(
          'good-port',
          '好港',
          'Good Port',
          { type: 'Point', coordinates: [120.1, 35.8] },
          { accuracy_m: 100 },
        ),
        project('lost-port', '失港', 'Lost Port', { type: 'Point', coordinates: [500, 35.8] }),
        project('open-port', '开港', 'Open Port', open),
        project('knotted-port', '结港', 'Knotted Port', bowTie),
        project('good-port', '重港', 'Second Good Port', null),
      ]),
    },
  });

  test('keeps the good, sets the rest aside and says which and why', async ({ app }) => {
    await app.open('?panel=data');
    const sheet = app.dataSheet('Ports');
    await expect(sheet.locator('summary')).toContainText('1/5');
    await sheet.locator('summary').click();
    await expect(sheet).toContainText('1 of 5 features kept');
    await expect(sheet).toContainText('4 set aside');
    for (const id of ['lost-port', 'open-port', 'knotted-port', 'good-port']) {
      await expect(sheet.getByRole('listitem').filter({ hasText: id }).first()).toBeVisible();
    }
    await app.openPanel('projects');
    await expect(app.projectRow('Good Port')).toBeVisible();
    await expect(app.projectRow('Lost Port')).toHaveCount(0);
  });
});
