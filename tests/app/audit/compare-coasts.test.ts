import { writeXlsx } from 'hucre/xlsx';
import { expect, test, vi } from 'vitest';
import { changeFeatures, stretchFeatureId } from '../../../src/app/audit/change-features.ts';
import { changeWorkbook } from '../../../src/app/audit/change-workbook.ts';
import { coastLayers, compareCoastLayers } from '../../../src/app/audit/compare-coasts.ts';
import { createModel } from '../../../src/app/state/model.ts';
import type { FileToCheck } from '../../../src/data/checks/check-files.ts';
import type { ChangeQuestion } from '../../../src/domain/coast-change/change-question.ts';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { PLAIN_RULE } from '../../domain/build.ts';
import { AFTER, BEFORE, twoSurveys, ZONES } from '../../domain/coast-change/two-surveys.ts';
import { readWorkbook } from '../../read-workbook.ts';
import { catalogueLayer, catalogueOf, readyWith } from '../plan.ts';

/** A plan with the earlier coast, zones, and the later coast as a dataset of the user. */
function plan(afterText = '{}') {
  const model = createModel({}, { language: 'en', theme: 'light' });
  model.plan.showCatalogue({
    kind: 'ready',
    catalogue: catalogueOf([
      catalogueLayer('coast', 'coastline'),
      catalogueLayer('zones', 'zones'),
    ]),
    issues: [],
  });
  const coastStatus = { kind: 'illustration' } as const;
  model.plan.showDatasets([
    ['coast', readyWith({ role: 'coastline', segments: BEFORE, coastStatus })],
    ['zones', readyWith({ role: 'zones', zones: ZONES })],
  ]);
  model.plan.showOwnLayers(
    [
      {
        layer: catalogueLayer('own-1', 'coastline', { title: { zh: '新', en: 'New' } }),
        state: readyWith({ role: 'coastline', segments: AFTER, coastStatus: { kind: 'surveyed' } }),
      },
    ],
    { id: 'own', title: { zh: '自有', en: 'Own' } },
  );
  for (const [id, text] of [
    ['coast', '{}'],
    ['own-1', afterText],
    ['zones', '{}'],
    ['audit', '{}'],
  ] as const)
    model.audit.addSource(id, { file: `${id}.json`, text });
  model.audit.showRule({ ...PLAIN_RULE, notice: { zh: '示意。', en: 'As the rule says.' } });
  return model;
}

async function compared(model: ReturnType<typeof plan>) {
  const compareCoasts = vi.fn(async (_: ChangeQuestion) => twoSurveys());
  const checkFiles = vi.fn(async (files: readonly FileToCheck[]) =>
    files.map(({ file }) => ({
      issues: [],
      reasons: [{ code: 'x', file, message: { zh: file, en: file } }],
    })),
  );
  const [before, after] = coastLayers(model.plan.layers.value);
  if (before === undefined || after === undefined) throw new Error('two coasts are expected');
  const client = { compareCoasts, checkFiles };
  const result = await compareCoastLayers(model, client, { before, after, toleranceM: 40 }, {});
  return { result, question: compareCoasts.mock.calls[0]?.[0] };
}

test('the plan’s coast and the user’s are compared by the rule and zones in force, as drawn', async () => {
  const model = plan();
  model.audit.choose({ numerator: 'native', realm: 'all' });
  const { result, question } = await compared(model);
  expect(question).toMatchObject({ realm: 'all', toleranceM: 40, judged: [] });
  expect(question?.before).toBe(BEFORE);
  expect(question?.zones).toEqual(ZONES);
  expect(question?.rule.counting.restored).toBe('total-only');
  expect(question).not.toHaveProperty('afterText');
  expect(result.sides.after.title.en).toBe('New');
});

test('each coast has its own doubts; those of zones and rule are told once', async () => {
  const { result } = await compared(plan());
  const { before, after } = result.sides;
  expect(before.status).toMatchObject({
    kind: 'illustration',
    notice: { en: 'As the rule says.' },
  });
  expect(after.status).toEqual({ kind: 'surveyed' });
  expect(before.reasons.map(({ file }) => file)).toContain('coast.json');
  expect(after.reasons.map(({ file }) => file)).toContain('own-1.json');
  expect(result.sharedReasons.map(({ file }) => file)).toEqual(['zones.json', 'audit.json']);
});

test('a class changed here is judged, in the coast that counts alone; a change log goes along', async () => {
  const model = plan('{"changes": []}');
  model.workspace.reclassify({
    ...{ segmentIds: ['beach', 'beach-w'], class: 'muddy', confidence: 'high' },
    ...{ reason: 'site visit', date: '2026-01-01' },
  });
  const { result, question } = await compared(model);
  expect(question?.judged).toEqual(['beach-w']);
  expect(result.judgedCount).toBe(1);
  expect(question?.before[0]?.class).toBe('sandy');
  expect(question?.after[0]?.class).toBe('muddy');
  expect(question).toHaveProperty('afterText');
});

test('the map has each stretch by its reason, the line before, and land between the lines', () => {
  const { change, scope } = twoSurveys();
  const { features, reasons } = changeFeatures(change.stretches, scope);
  expect([...reasons].toSorted()).toEqual(['consumed', 'extent', 'restored']);
  const kindOf = (id: string) =>
    features.features.find(({ properties }) => properties?.['id'] === id)?.properties?.['kind'];
  const index = change.stretches.findIndex(({ after }) => after?.segmentId === 'repaired');
  expect(kindOf(stretchFeatureId(index))).toBe('restored');
  expect(kindOf(`before:${index}`)).toBe('before');
  const land = features.features.filter(({ geometry }) => geometry.type === 'Polygon');
  expect(land.map(({ properties }) => properties?.['kind'])).toEqual(['consumed']);
});

test('the workbook has reasons, classes, zones, stretches and what is assumed', async () => {
  const { result } = await compared(plan());
  const words = await loadAllTexts('en');
  const about = { date: '2026-01-01', planTitle: 'Plan', files: { before: 'a', after: 'b' } };
  const sheets = readWorkbook(
    new Uint8Array(await writeXlsx(changeWorkbook(result, about, words))),
  );
  expect([...sheets.keys()]).toEqual([
    'Reasons',
    'Classes',
    'Zones',
    'Stretches',
    'Sources and notice',
  ]);
  const reasons = sheets.get('Reasons') ?? [];
  const points = reasons.slice(1).map((row) => Number(row[3]));
  const sum = points.slice(0, -1).reduce((all, each) => all + each, 0);
  expect(sum).toBeCloseTo(points.at(-1) ?? Number.NaN, 6);
  expect(sheets.get('Stretches')?.some((row) => row.includes('repaired'))).toBe(true);
  expect((sheets.get('Sources and notice') ?? []).flat().join(' ')).toContain(
    'Islands that are new or gone',
  );
});
