import { describe, expect, test } from 'vitest';
import { auditWorkbook } from '../../../src/app/audit/audit-workbook.ts';
import { answerProvenance } from '../../../src/app/persistence/answer-provenance.ts';
import { evidenceRows } from '../../../src/app/persistence/evidence-rows.ts';
import { headlineSentence } from '../../../src/app/persistence/save-and-open.ts';
import { smallPrint } from '../../../src/app/print/printable-page.ts';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { ratioParts } from '../../../src/domain/audit/ratio-parts.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import type { CoastlineClass } from '../../../src/domain/coastline.ts';
import type { ConflictSite } from '../../../src/domain/conflicts/conflict.ts';
import { findingConflicts } from '../../../src/domain/conflicts/find-conflicts.ts';
import { legendContent } from '../../../src/domain/legend/legend-content.ts';
import { finish } from '../../../src/domain/steps.ts';
import { COASTLINE_SYMBOLS } from '../../../src/domain/symbology.ts';
import { classShares } from '../../../src/ui/audit/class-bar.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import type { PrintSettings } from '../../../src/ui/print/print-settings.tsx';
import { closeTo } from '../../close-to.ts';
import { collection, segment, zone } from '../../command/coast-files.ts';
import { directoryWith, runCommand } from '../../command/run-command.ts';
import { boxRing, EQUATOR_DEGREE, polygon } from '../../domain/build.ts';
import { auditedPlan, bundleOf, type PlanFiles } from './plan-bundle.ts';

/** A tenth of a degree of the equator, in metres. */
const TENTH = EQUATOR_DEGREE.ellipsoid / 10;
/** What double precision leaves of a length of some 10 km. */
const ROUNDING = 1e-6;

/** The counting of a rule written before the class. */
const BEFORE = {
  ...{ bedrock: 'natural', sandy: 'natural', muddy: 'natural', biogenic: 'natural' },
  ...{ estuary: 'total-only', restored: 'restored', artificial: 'total-only' },
};

/** A coast of two tenths of a degree of the equator, of the class `natural` and of another. */
function coastOf(other: CoastlineClass): object {
  return collection([
    segment(
      'shore',
      [
        [0, 0],
        [0.1, 0],
      ],
      { class: 'natural' },
    ),
    segment(
      'other',
      [
        [0.1, 0],
        [0.2, 0],
      ],
      { class: other },
    ),
  ]);
}

function filesOf(other: CoastlineClass, rule: object = {}): PlanFiles {
  return {
    'coast/coastline.geojson': JSON.stringify(coastOf(other)),
    'coast/zones.geojson': JSON.stringify(collection([zone('bay', [-1, -1, 1, 1])])),
    'audit.json': JSON.stringify(rule),
  };
}

async function command(files: PlanFiles, args: readonly string[]): Promise<string> {
  const directory = directoryWith({
    'coast.geojson': files['coast/coastline.geojson'],
    'zones.geojson': files['coast/zones.geojson'],
    'rule.json': files['audit.json'],
  });
  const inputs = [
    ...['--coastline', 'coast.geojson', '--zones', 'zones.geojson'],
    ...['--rule', 'rule.json'],
  ];
  const { code, out, err } = await runCommand(auditCommand, [...inputs, ...args], { directory });
  expect(code, err).toBe(0);
  return out;
}

describe('a coast that is natural, of unstated kind', () => {
  test.each([
    ['natural', 1],
    ['artificial', 0.5],
    ['estuary', 0.5],
  ] as const)('and %s for the rest has a ratio of %d', async (other, ratio) => {
    const { audit } = (await auditedPlan(filesOf(other))).answer;
    for (const summary of [audit.overall, ...audit.zones]) {
      closeTo(summary.ratio, ratio, 1e-12);
      closeTo(summary.byClass.natural, 2 * TENTH * ratio, ROUNDING);
      closeTo(ratioParts(summary).natural, 2 * TENTH * ratio, ROUNDING);
      expect(ratioParts(summary).other).toBe(0);
    }
  });

  test.each([
    ['total-only', 0],
    ['excluded', 0],
    ['restored', 0.5],
  ] as const)('is %s where the rule says so, and nothing is assumed', async (natural, ratio) => {
    const files = filesOf('artificial', { counting: { ...BEFORE, natural } });
    const plan = await auditedPlan(files);
    closeTo(plan.answer.audit.overall.ratio, ratio, 1e-12);
    expect((await answerProvenance(plan.model, plan.answer)).assumed).toEqual([]);
  });

  test('has a row of its own in legend, class bar, evidence, tables and files', async () => {
    const { model, answer, words } = await auditedPlan(filesOf('artificial'));
    const { overall } = answer.audit;
    const { label } = COASTLINE_SYMBOLS.natural;

    const corners = [
      [-1, 1],
      [1, 1],
      [1, -1],
      [-1, -1],
    ] as const;
    const view = { corners, zoom: 9, theme: 'light' } as const;
    const legend = legendContent(model.plan.layers.peek(), new Set(['coastline']), view);
    expect(legend.flatMap((entry) => (entry.kind === 'class' ? [entry.class] : []))).toEqual([
      'natural',
      'artificial',
    ]);
    expect(classShares(overall).map(({ symbol }) => symbol.label.en)).toEqual([
      label.en,
      'Artificial',
    ]);

    const segments = model.plan.segments.peek();
    const about = {
      ...{ segments, zones: model.plan.zones.peek(), coastStatus: { kind: 'surveyed' } as const },
      provenance: await answerProvenance(model, answer),
    };
    const [head = [], ...rows] = evidenceRows({ answer, words, ...about });
    const evidence = rows.find((row) => row[head.indexOf('segment_id')] === 'shore') ?? [];
    expect(evidence[head.indexOf('class')]).toBe('natural');
    closeTo(Number(evidence[head.indexOf('length_m')]), TENTH, ROUNDING);

    const { sheets } = auditWorkbook(
      {
        ...{ answer, planTitle: '', date: '2026-12-01', credits: [], datasets: [], ...about },
        ...{ statistics: [], series: [] },
        standing: { coastStatus: { kind: 'surveyed' } },
      },
      words,
    );
    const [, counts, lengthM, share] =
      sheets.flatMap(({ rows = [] }) => rows).find(([name]) => name === label.en) ?? [];
    expect(counts).toBe(words.t('counting_natural'));
    closeTo(Number(lengthM), TENTH, ROUNDING);
    closeTo(Number(share), 0.5, 1e-12);

    const csv = await command(filesOf('artificial'), ['--format', 'csv']);
    const [names = [], ...lines] = csv
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(lines.map((cells) => cells[0])).toEqual(['zone', 'overall']);
    for (const cells of lines) {
      closeTo(Number(cells[names.indexOf('class_natural_m')]), TENTH, ROUNDING);
      closeTo(Number(cells[names.indexOf('natural_m')]), TENTH, ROUNDING);
      closeTo(Number(cells[names.indexOf('ratio')]), 0.5, 1e-12);
    }
    expect(await command(filesOf('artificial'), ['--lang', 'zh'])).toMatch(
      /自然岸线（类型未分） +11,131\.9 +50\.00%/,
    );
  });

  test('is natural coast to a project that would take it', async () => {
    const { model, answer } = await auditedPlan(filesOf('artificial'));
    const site = (id: string, west: number): ConflictSite => ({
      ...{ id, name: { zh: '', en: '' }, status: 'build', articles: [], accuracyM: 0 },
      geometry: polygon(boxRing([west, -0.01, west + 0.05, 0.01])),
    });
    const segments = model.plan.segments.peek();
    const projects = [site('on-shore', 0.02), site('on-quay', 0.12)];
    const { rule } = answer.audit;
    const found = finish(findingConflicts({ projects, segments, zones: [], rule }));
    const kinds = (id: string): readonly string[] =>
      (found.get(id)?.conflicts ?? []).map(({ kind }) => kind);
    expect(kinds('on-shore')).toContain('natural-coast');
    expect(kinds('on-quay')).not.toContain('natural-coast');
  });
});

const SAID: Readonly<Record<Language, RegExp>> = {
  en: /The rule does not say how natural coast of unstated kind counts: 11\.13 km, counted as natural\./,
  zh: /规则未写明“自然岸线（类型未分）”如何计入；其长度 11\.13 公里，按自然岸线计。/,
};

describe.each(['en', 'zh'] as const)('a rule written before the class, in %s', (language) => {
  const files = filesOf('artificial', { target: 0.35, counting: BEFORE });

  test('counts it as natural, and every surface says so', async () => {
    const plan = await auditedPlan(files, { language });
    const words = await loadAllTexts(language);
    closeTo(plan.answer.audit.overall.ratio, 0.5, 1e-12);
    const provenance = await answerProvenance(plan.model, plan.answer);
    const standing = { coastStatus: { kind: 'surveyed' } as const };
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
    const settings: PrintSettings = {
      ...{ format: 'a4', orientation: 'landscape', dpi: 200, language, title: undefined },
      ...{ subtitle: '', reviewNumber: '', noticeCorner: 'top-left', hasGauge: true },
      isLocked: false,
    };
    const bundle = await bundleOf({ ...plan, words });
    const evidence = evidenceRows({
      ...{
        answer: plan.answer,
        zones: [],
        segments: [],
        coastStatus: { kind: 'surveyed' } as const,
      },
      ...{ provenance, words },
    });
    const surfaces = {
      sentence: await headlineSentence(plan.model, plan.answer, words),
      page: smallPrint({ ...about, words, settings }).join('\n'),
      workbook: JSON.stringify(workbook.sheets.at(-1)?.rows),
      evidence: JSON.stringify(evidence),
      readme: bundle.get('README.md') ?? '',
      result: bundle.get('result.json') ?? '',
      table: await command(files, ['--lang', language]),
      csv: await command(files, ['--lang', language, '--format', 'csv']),
      json: await command(files, ['--lang', language, '--format', 'json']),
    };
    for (const [surface, text] of Object.entries(surfaces))
      expect(text, surface).toMatch(SAID[language]);
    // What the rule leaves open, the rule of the bundle leaves open, so that the command says the same of it.
    expect(JSON.parse(bundle.get('rule.json') ?? '').counting).toEqual(BEFORE);
  });

  test('says nothing of it where there is no such coast, nor where it is not counted', async () => {
    const rocks = files['coast/coastline.geojson'].replace('"natural"', '"bedrock"');
    const out = await command({ ...files, 'coast/coastline.geojson': rocks }, ['--lang', language]);
    expect(out).not.toMatch(/unstated kind|类型未分）”/);
    const islands = await auditedPlan(files, { language, choices: { realm: 'island' } });
    expect((await answerProvenance(islands.model, islands.answer)).assumed).toEqual([]);
  });
});
