import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditWorkbook } from '../../../src/app/audit/audit-workbook.ts';
import { answerProvenance } from '../../../src/app/persistence/answer-provenance.ts';
import { auditedSources } from '../../../src/app/persistence/audited-sources.ts';
import { headlineSentence } from '../../../src/app/persistence/save-and-open.ts';
import { minutesAsHtml, minutesAsMarkdown } from '../../../src/app/presentation/minutes-text.ts';
import { smallPrint } from '../../../src/app/print/printable-page.ts';
import { exportAbout } from '../../../src/app/projects/export-about.ts';
import { createModel } from '../../../src/app/state/model.ts';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { provenanceNotes } from '../../../src/domain/audit/provenance.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import type { PrintSettings } from '../../../src/ui/print/print-settings.tsx';
import { directoryWith, runCommand } from '../../command/run-command.ts';
import { catalogueLayer, catalogueOf } from '../plan.ts';
import { auditedPlan, bundleOf, embeddedFiles } from './plan-bundle.ts';

/** Two settings and a change, by which nothing is signed that is not named. */
const GIVEN = {
  choices: { estuary: 'natural', toleranceM: 25 },
  log: [
    {
      segmentIds: ['longwan-2'],
      class: 'artificial',
      reason: 'a wall now',
      date: '2026-02-03T04:05:06Z',
    },
  ],
} as const;

const NAMED: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /estuaries counted as natural \(rule: estuaries in the total only\)/,
    /coast generalised at 25 m \(rule: coast as drawn\)/,
    /Longwan beach: sandy → artificial/,
    /coastline-edited\.geojson/,
    /coastline-generalised\.geojson/,
    /rule\.json/,
  ],
  zh: [
    /河口岸线计为自然（规则：河口岸线只计入总长）/,
    /岸线按 25 米概化（规则：岸线按原图）/,
    /砂质岸线 → 人工岸线/,
    /coastline-edited\.geojson/,
    /coastline-generalised\.geojson/,
    /rule\.json/,
  ],
};

const SETTINGS: PrintSettings = {
  ...{ format: 'a4', orientation: 'landscape', dpi: 200, language: 'en', title: undefined },
  ...{ subtitle: '', reviewNumber: '', noticeCorner: 'top-left', hasGauge: true, isLocked: false },
};

describe.each(['en', 'zh'] as const)(
  'settings, changes and hashes, in %s, are named',
  (language) => {
    test('in the sentence, on the printed page, in the workbook and in the bundle', async () => {
      const plan = await auditedPlan(embeddedFiles(), { ...GIVEN, language });
      const words = await loadAllTexts(language);
      const provenance = await answerProvenance(plan.model, plan.answer);
      const standing = { coastStatus: { kind: 'illustration' } as const };
      const about = {
        date: '2026-11-30',
        standing,
        credits: [],
        provenance,
        statistics: [],
        series: [],
      };
      const workbook = auditWorkbook(
        { ...about, answer: plan.answer, planTitle: '', zones: [], segments: [], datasets: [] },
        words,
      );
      const surfaces = {
        sentence: await headlineSentence(plan.model, plan.answer, words),
        page: smallPrint({ ...about, words, settings: SETTINGS }).join('\n'),
        workbook: JSON.stringify(workbook.sheets.at(-1)?.rows),
        readme: (await bundleOf({ ...plan, words })).get('README.md') ?? '',
      };
      for (const [surface, text] of Object.entries(surfaces))
        for (const named of NAMED[language]) expect(text, surface).toMatch(named);
      const [edited] = provenance.made;
      for (const text of Object.values(surfaces))
        expect(text).toContain(edited?.sha256.slice(0, 12));
    });

    test('are not spoken of where nothing differs', async () => {
      const plan = await auditedPlan(embeddedFiles(), { language });
      const words = await loadAllTexts(language);
      const sentence = await headlineSentence(plan.model, plan.answer, words);
      expect(sentence).not.toMatch(/otherwise|与规则不同|改判|edited/);
      const { made, settings, judged } = await answerProvenance(plan.model, plan.answer);
      expect([made, settings, judged]).toEqual([[], [], []]);
    });
  },
);

test.each([[['audit', 'zones', 'coast']], [['zones', 'coast', 'audit']]])(
  'files that arrive as %s are named in one order',
  (arrival) => {
    const model = createModel({}, { language: 'en', theme: 'light' });
    const layers = [catalogueLayer('zones', 'zones'), catalogueLayer('coast', 'coastline')];
    model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
    for (const id of arrival) model.audit.addSource(id, { file: `${id}.json`, text: '' });
    expect(auditedSources(model).map(({ file, role }) => [file, role])).toEqual([
      ['coast.json', 'coastline'],
      ['zones.json', 'zones'],
      ['audit.json', 'rule'],
    ]);
  },
);

test('a sentence names a dozen changed stretches and counts the others; the workbook names all', async () => {
  const { features } = JSON.parse(embeddedFiles()['coast/coastline.geojson']);
  const artificial: readonly string[] = features
    .map(({ properties }: { readonly properties: Readonly<Record<string, string>> }) => properties)
    .filter((properties: Readonly<Record<string, string>>) => properties['class'] === 'artificial')
    .map((properties: Readonly<Record<string, string>>) => properties['id'])
    .slice(0, 14);
  const change = {
    segmentIds: artificial,
    class: 'restored',
    reason: 'r',
    date: GIVEN.log[0].date,
  };
  const { model, answer, words } = await auditedPlan(embeddedFiles(), {
    log: [{ ...change, class: 'restored' }],
  });
  const sentence = await headlineSentence(model, answer, words);
  expect(sentence).toContain('With 14 stretches judged otherwise');
  expect(sentence.match(/artificial → restored/g)).toHaveLength(12);
  expect(sentence).toContain('2 more.');
  const provenance = await answerProvenance(model, answer);
  expect(JSON.stringify(provenanceNotes(provenance)).match(/artificial → restored/g)).toHaveLength(
    14,
  );
});

describe.each(['en', 'zh'] as const)('a coast of which a survey is stated, in %s', (language) => {
  const statement = { survey: 'S', date: '2024-06', unit: 'U', waterLevel: 'W' };
  const coastline = JSON.stringify({
    ...JSON.parse(embeddedFiles()['coast/coastline.geojson']),
    ...{ surveyed: true, statement },
  });
  const SAID = {
    en: 'Coastline as stated by the importer: S, 2024-06, U, W.',
    zh: '岸线由导入者声明：S，2024-06，U，W。',
  }[language];

  test('is told so by whatever leaves the page, and by nothing an illustration', async () => {
    const files = { ...embeddedFiles(), 'coast/coastline.geojson': coastline };
    const plan = await auditedPlan(files, { language });
    const words = await loadAllTexts(language);
    const other = await loadAllTexts(language === 'en' ? 'zh' : 'en');
    const provenance = await answerProvenance(plan.model, plan.answer);
    const coastStatus = plan.model.plan.coastStatus.peek();
    const standing = plan.model.plan.standing.peek();
    const about = {
      date: '2026-12-01',
      standing,
      credits: [],
      provenance,
      statistics: [],
      series: [],
    };
    const workbook = auditWorkbook(
      { ...about, answer: plan.answer, planTitle: '', zones: [], segments: [], datasets: [] },
      words,
    );
    const bundle = await bundleOf({ ...plan, words });
    const inBoth = language === 'en' ? { en: words, zh: other } : { zh: words, en: other };
    const projects = await exportAbout(plan.model, [], {
      ...{ words: inBoth, exportedAt: '2026-12-01T00:00:00Z', query: '' },
    });
    const surfaces = {
      sentence: await headlineSentence(plan.model, plan.answer, words),
      workbook: JSON.stringify(workbook.sheets.at(-1)?.rows),
      readme: bundle.get('README.md') ?? '',
      result: JSON.stringify(JSON.parse(bundle.get('result.json') ?? '').notice),
      evidence: bundle.get('evidence.csv') ?? '',
      projects: projects.notices.map((notice) => notice[language]).join(' '),
      html: minutesAsHtml({ minutes: [], coastStatus, words }),
      // Markdown is free to escape a sign.
      markdown: minutesAsMarkdown({ minutes: [], coastStatus, words }).replaceAll('\\', ''),
    };
    for (const [surface, text] of Object.entries(surfaces)) {
      expect(text.includes(SAID), surface).toBe(true);
      for (const key of ['illustration', 'notSurveyed'] as const)
        expect(text.includes(words.t(key)), `${surface}: ${key}`).toBe(false);
    }
    expect(smallPrint({ ...about, words, settings: SETTINGS }).join()).not.toMatch(
      /not surveyed|未经测量/,
    );
    expect(JSON.parse(bundle.get('coastline-edited.geojson') ?? '')).toMatchObject({
      surveyed: true,
      statement,
    });
  });
});

describe('the command', () => {
  test('names a realm that the rule does not count, in the table and its sentence', async () => {
    const { out } = await runCommand(auditCommand, ['--realm', 'all', '--lang', 'en']);
    const named = 'mainland and island coast (rule: mainland coast)';
    expect(out.split(named)).toHaveLength(3);
    const { out: plain } = await runCommand(auditCommand, ['--lang', 'en']);
    expect(plain).not.toContain('otherwise');
  });

  test('names the stretches of an edited coastline that its change log has', async () => {
    const bundle = await bundleOf(await auditedPlan(embeddedFiles(), { log: GIVEN.log }));
    const directory = directoryWith({
      'edited.geojson': bundle.get('coastline-edited.geojson') ?? '',
    });
    const { out } = await runCommand(
      auditCommand,
      ['--coastline', 'edited.geojson', '--lang', 'en'],
      {
        directory,
      },
    );
    expect(out).toContain(
      'With 1 stretch judged otherwise than in the data: Longwan beach: → artificial.',
    );
  });

  test('states the hash of a file’s bytes, a byte order mark included, as the page does', async () => {
    const files = embeddedFiles();
    const marked = `\uFEFF${files['coast/coastline.geojson']}`;
    const directory = directoryWith({ 'coast.geojson': marked });
    const args = ['--coastline', 'coast.geojson', '--format', 'json'];
    const { out } = await runCommand(auditCommand, args, { directory });
    const plan = await auditedPlan({ ...files, 'coast/coastline.geojson': marked });
    const { read } = await answerProvenance(plan.model, plan.answer);
    const hashes = JSON.parse(out).data.map(({ sha256 }: { readonly sha256: string }) => sha256);
    expect(hashes).toContain(read.find(({ file }) => file.includes('coastline'))?.sha256);
    expect(readFileSync(`${directory}/coast.geojson`).subarray(0, 3).toString('hex')).toBe(
      'efbbbf',
    );
  });
});
