import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Download } from 'playwright/test';
import { openSqlite } from '../../src/data/import/readers/sqlite.ts';
import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import { expect, testWithoutMap } from './test.ts';

/** The export of data as a person meets it; the words are those of the screen. */
function dataExportOn({ panel, page, language }: AppPage) {
  const words = {
    en: {
      opener: 'Export data',
      format: 'Format',
      crs: 'Coordinates',
      classes: 'Classes of coast',
      codes: 'List of codes',
      save: 'Save zip',
    },
    zh: {
      opener: '导出数据',
      format: '格式',
      crs: '坐标系',
      classes: '岸线类型写法',
      codes: '代码表',
      save: '保存 zip',
    },
  }[language];
  const list = (name: string) => panel.getByLabel(name, { exact: true });
  return {
    opener: panel.getByRole('button', { name: words.opener }),
    part: (name: RegExp) => panel.getByRole('checkbox', { name }),
    format: list(words.format),
    crs: list(words.crs),
    classes: list(words.classes),
    codes: list(words.codes),
    button: panel.getByRole('button', { name: words.save }),
    save: async (): Promise<Record<string, Uint8Array>> => {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name: words.save }).click(),
      ]);
      return contentOf(saved);
    },
  };
}

async function contentOf(saved: Download): Promise<Record<string, Uint8Array>> {
  expect(saved.suggestedFilename()).toMatch(/^coastplan-data-\d{4}-\d\d-\d\d\.zip$/);
  return unzipSync(new Uint8Array(await readFile(await saved.path())));
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

testWithoutMap(
  'plan data are saved as a GeoPackage in metres, with Chinese classes and what they are not',
  async ({ app }) => {
    const form = dataExportOn(app);
    await app.open('?panel=data&lang=en');
    await form.opener.click();
    await form.format.selectOption('geopackage');
    await form.crs.selectOption('4549');
    await form.classes.selectOption('chinese');
    expect(await seriousViolations(app.page)).toEqual([]);
    const files = await form.save();
    expect(Object.keys(files).toSorted()).toEqual(['README.txt', 'coastplan.gpkg']);
    const readme = textOf(files['README.txt']);
    expect(readme).toContain('Illustration: coastline classes judged from maps, not surveyed.');
    expect(readme).toContain('数据为示意：岸线类型据地图判读，未经测量。');
    expect(readme).toContain('EPSG:4549');
    const { tables } = openSqlite(files['coastplan.gpkg'] ?? new Uint8Array());
    const classes = [...(tables.get('coastline')?.rows() ?? [])].map((row) => row.get('class'));
    expect(classes).toEqual(['基岩岸线', '整治修复岸线', '河口岸线', '人工岸线']);
    expect([...(tables.get('projects')?.rows() ?? [])].length).toBeGreaterThan(3);
  },
);

testWithoutMap(
  'a list of codes without a class that the coast has is refused with its name, then taken',
  async ({ app }) => {
    const form = dataExportOn(app);
    await app.open('?panel=data&lang=en');
    await form.opener.click();
    await form.part(/^Protection zones/).uncheck();
    await form.part(/^Projects/).uncheck();
    await form.format.selectOption('geojson');
    await form.classes.selectOption('list');
    await form.codes.fill('sandy = 0102');
    await form.button.click();
    await expect(app.panel.getByRole('alert')).toContainText(
      /The list has no code for .*artificial/,
    );
    await form.codes.fill(
      'bedrock=0101\nsandy=0102\nmuddy=0103\nbiogenic=0104\nestuary=03\nrestored=04\nartificial=02',
    );
    const files = await form.save();
    expect(Object.keys(files).toSorted()).toEqual(['README.txt', 'coastline.geojson']);
    expect(textOf(files['coastline.geojson'])).toContain('"class":"0101"');
    expect(textOf(files['README.txt'])).toContain('02 = Artificial');
    await form.part(/^Coastline/).uncheck();
    await expect(form.button).toBeDisabled();
    await expect(app.panel.getByText('Tick what you want to export.')).toBeVisible();
  },
);
