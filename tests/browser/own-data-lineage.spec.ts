import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { seriousViolations } from './drivers/accessibility.ts';
import type { AppPage } from './drivers/app.ts';
import type { Language } from './drivers/labels.ts';
import { expect, testWithoutMap } from './test.ts';

const SAMPLE = fileURLToPath(new URL('../fixtures/import/08-gbk-declared.zip', import.meta.url));
const STATEMENT = ['岸线修测', '2024-06', '某测绘院', '平均大潮高潮位'];

/** The words of the screen. */
const WORDS = {
  en: {
    add: 'Add data',
    files: 'Choose files',
    survey: 'Survey',
    fields: ['Survey', 'Date', 'Surveying unit', 'Water level of the line'],
    accept: 'Accept and count',
    stated: `Coastline as stated by the importer: ${STATEMENT.join(', ')}.`,
    illustration: 'Illustration: coastline classes judged from maps, not surveyed.',
    activity: 'Activity',
    accepted: 'Data accepted',
    role: '(Coastline)',
    undone: 'Undone',
    save: 'Save as CSV',
    undo: 'Undo',
    report: 'Print report',
    lineage: 'Data behind the figures',
    bundle: 'Audit bundle (zip)',
  },
  zh: {
    add: '添加数据',
    files: '选择文件',
    survey: '测量说明',
    fields: ['测量项目', '日期', '测量单位', '岸线采用的潮位'],
    accept: '接受并计入',
    stated: `岸线由导入者声明：${STATEMENT.join('，')}。`,
    illustration: '数据为示意：岸线类型据地图判读，未经测量。',
    activity: '操作记录',
    accepted: '接受数据',
    role: '（岸线）',
    undone: '撤销',
    save: '保存为 CSV',
    undo: '撤销',
    report: '打印报告',
    lineage: '数字所依据的数据',
    bundle: '核算成果包（zip）',
  },
} as const;

/** Accepts the sample as surveyed coast. */
async function acceptSample({ panel, page }: AppPage, words: (typeof WORDS)[Language]) {
  await panel.getByRole('button', { name: words.add }).click();
  await panel.getByLabel(words.files, { exact: true }).setInputFiles(SAMPLE);
  const card = page.getByRole('article').filter({ hasText: 'Shapefile' });
  await card.locator('summary', { hasText: words.survey }).first().click();
  for (const [index, name] of words.fields.entries())
    await card.getByRole('textbox', { name, exact: true }).fill(STATEMENT[index] ?? '');
  await card.getByRole('button', { name: words.accept }).click();
  await expect(panel.locator('.own-data')).toBeVisible();
}

for (const language of ['en', 'zh'] as const)
  testWithoutMap.describe(language, () => {
    testWithoutMap.use({ language, plan: 'embedded' });

    testWithoutMap(
      'figures of an accepted coast say whose word they are, where it came from and what was done',
      async ({ app }) => {
        const words = WORDS[language];
        const { panel, page } = app;
        await app.open(`?panel=data&lang=${language}`);
        await acceptSample(app, words);

        const log = panel.locator('details').filter({ hasText: words.activity });
        await log.locator('summary').click();
        await expect(log.getByRole('listitem').first()).toContainText(words.accepted);
        await expect(log.getByRole('listitem').first()).toContainText(words.role);
        const [csv] = await Promise.all([
          page.waitForEvent('download'),
          log.getByRole('button', { name: words.save }).click(),
        ]);
        expect(await readFile(await csv.path(), 'utf8')).toMatch(
          /^\uFEFFat,what_in_words,from_in_words,to_in_words,what,from,to\r\n[^\r]+,data-accepted,,[^\r]+SHA-256/,
        );
        expect(await seriousViolations(page)).toEqual([]);

        await app.openPanel('coastline');
        await expect(panel.getByText(words.stated)).toBeVisible();
        await expect(panel.getByText(words.illustration)).toHaveCount(0);

        await panel.getByRole('button', { name: words.report }).click();
        const report = page.getByRole('dialog');
        await expect(report.getByRole('heading', { name: words.lineage })).toBeVisible();
        await expect(report.getByText('08-gbk-declared.zip')).toBeVisible();
        await expect(report.getByText(words.stated).first()).toBeVisible();
        await page.keyboard.press('Escape');

        const [zip] = await Promise.all([
          page.waitForEvent('download'),
          panel.getByRole('button', { name: words.bundle }).click(),
        ]);
        const files = unzipSync(new Uint8Array(await readFile(await zip.path())));
        const names = Object.keys(files);
        expect(names.filter((name) => name.endsWith('.lineage.json'))).toHaveLength(1);
        expect(JSON.parse(strFromU8(files['result.json'] ?? new Uint8Array())).surveyed).toBe(true);

        // Undone, the plan's own coast and its notice are back, and the log keeps both entries.
        await page.keyboard.press('Control+z');
        await expect(panel.getByText(words.illustration)).toBeVisible();
        await app.openPanel('data');
        await log.locator('summary').click();
        await expect(log.getByRole('listitem')).toHaveCount(2);
      },
    );
  });
