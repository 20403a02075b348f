import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { activityCsv } from '../../../src/app/persistence/activity-container.tsx';
import { continueWork } from '../../../src/app/persistence/continue-work.ts';
import { recordActivity } from '../../../src/app/persistence/record-activity.ts';
import { openWork } from '../../../src/app/persistence/save-and-open.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { parseWorkspace, writeWorkspace } from '../../../src/data/views/workspace-file.ts';
import { countDataset } from '../../../src/domain/own-data/own-dataset.ts';
import type { ActivityEntry } from '../../../src/domain/views/activity.ts';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { equatorSegment } from '../../domain/build.ts';
import { ownDataset } from '../../domain/own-data/own-dataset-of.ts';
import { catalogueLayer, catalogueOf, readyWith } from '../plan.ts';

const START = Date.parse('2026-12-01T08:00:00Z');
const stops: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] });
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
});

function recorded(): Model {
  const model = createModel({}, { language: 'en', theme: 'light' });
  model.plan.showCatalogue({
    kind: 'ready',
    catalogue: catalogueOf([catalogueLayer('coast', 'coastline')]),
    issues: [],
  });
  const segments = [equatorSegment('beach', 'sandy', [0, 1])];
  model.plan.showDatasets([
    ['coast', readyWith({ role: 'coastline', segments, coastStatus: { kind: 'illustration' } })],
  ]);
  stops.push(recordActivity(model, model.audit.choices.peek()));
  return model;
}

/** What the log tells, without the time. */
function told(model: Model): readonly (readonly [string, string, string])[] {
  return model.workspace.activity.peek().map(({ what, from, to }) => [what, from, to]);
}

const FIRST = ownDataset({ name: '岸线', sha256: '1'.repeat(64) });
const SECOND = ownDataset({ name: '岸线', sha256: '2'.repeat(64) });
const NAMED = ['岸线 (coastline, SHA-256 111111111111)', '岸线 (coastline, SHA-256 222222222222)'];

test('data that are accepted, replaced and removed are told with their hash', () => {
  const model = recorded();
  model.workspace.changeDatasets([FIRST]);
  model.workspace.changeDatasets([SECOND]);
  model.workspace.changeDatasets([]);
  expect(told(model)).toEqual([
    ['data-accepted', '', NAMED[0]],
    ['data-replaced', NAMED[0], NAMED[1]],
    ['data-removed', NAMED[1], ''],
  ]);
  expect(model.workspace.activity.peek()[0]?.at).toBe('2026-12-01T08:00:00.000Z');
});

test('coast that is left out of the audit, and counted again, is told as such', () => {
  const model = recorded();
  model.workspace.changeDatasets([FIRST]);
  model.workspace.changeDatasets([countDataset(FIRST, false)]);
  model.workspace.changeDatasets([FIRST]);
  expect(told(model).slice(1)).toEqual([
    ['data-uncounted', NAMED[0], NAMED[0]],
    ['data-counted', NAMED[0], NAMED[0]],
  ]);
});

test('data that are edited are told as such, not as replaced', () => {
  const model = recorded();
  model.workspace.changeDatasets([FIRST]);
  const repairs = [{ code: 'edit-split', count: 1 }];
  model.workspace.changeDatasets([
    { ...FIRST, sha256: SECOND.sha256, lineage: { ...FIRST.lineage, repairs } },
  ]);
  expect(told(model)[1]?.[0]).toBe('data-edited');
});

test('undo and redo are entries of their own, and take none away', () => {
  const model = recorded();
  model.workspace.changeDatasets([FIRST]);
  model.workspace.changeDatasets([SECOND]);
  model.workspace.undo();
  model.workspace.undo();
  model.workspace.redo();
  model.workspace.redo();
  model.workspace.undo();
  model.workspace.changeDatasets([]);
  expect(told(model).slice(2)).toEqual([
    ['undone', NAMED[1], NAMED[0]],
    ['undone', NAMED[0], ''],
    ['redone', '', NAMED[0]],
    ['redone', NAMED[0], NAMED[1]],
    ['undone', NAMED[1], NAMED[0]],
    ['data-removed', NAMED[0], ''],
  ]);
});

test('a change of class names stretch, class and confidence, before and after', () => {
  const model = recorded();
  const date = '2026-12-01T08:00:00Z';
  model.workspace.reclassify({
    ...{ segmentIds: ['beach'], class: 'muddy', confidence: 'low', reason: 'seen', date },
  });
  model.workspace.dropReclassification(0);
  expect(told(model)).toEqual([
    ['class-changed', 'beach: sandy, high', 'beach: muddy, low'],
    ['class-changed', 'beach: muddy, low', 'beach: sandy, high'],
  ]);
});

test('settings of the rule are told with the values in force, a slider that moves as one', () => {
  const model = recorded();
  model.audit.showRule({
    target: 0.35,
    counting: { estuary: 'total-only' },
    sensitivity: { generaliseM: [] },
  } as never);
  expect(told(model)).toEqual([]);
  for (const target of [0.36, 0.38, 0.4]) {
    vi.setSystemTime(Date.now() + 500);
    model.audit.choose({ target });
  }
  vi.setSystemTime(Date.now() + 60_000);
  model.audit.choose({ target: 0.5 });
  model.audit.choose({ realm: 'all' });
  model.audit.resetChoices();
  expect(told(model)).toEqual([
    ['setting-changed', 'target: 0.35', 'target: 0.4'],
    ['setting-changed', 'target: 0.4', 'target: 0.5'],
    ['setting-changed', 'realm: mainland', 'realm: all'],
    ['setting-changed', 'realm: all', 'realm: mainland'],
    ['setting-changed', 'target: 0.5', 'target: 0.35'],
  ]);
});

test('what a presentation sets is no change of the user', () => {
  const model = recorded();
  model.presentation.start();
  model.audit.choose({ target: 0.5 });
  expect(told(model)).toEqual([]);
});

test('scenarios and decks are told by name and size', () => {
  const model = recorded();
  const scenario = { id: 's', name: 'Port', isLocked: false, sites: [] };
  model.workspace.changeScenarios([scenario]);
  vi.setSystemTime(Date.now() + 60_000);
  model.workspace.changeScenarios([{ ...scenario, name: 'Harbour' }]);
  model.workspace.changeScenarios([]);
  const deck = { id: 'd', title: { zh: '汇报', en: '' }, advanceS: 20, views: [] };
  model.workspace.changeDecks([deck], 101);
  model.workspace.changeDecks([], 101);
  expect(told(model)).toEqual([
    ['scenario-added', '', 'Port (0)'],
    ['scenario-changed', 'Port (0)', 'Harbour (0)'],
    ['scenario-removed', 'Harbour (0)', ''],
    ['deck-added', '', '汇报 (0)'],
    ['deck-removed', '汇报 (0)', ''],
  ]);
});

const EARLIER: ActivityEntry = {
  ...{ at: '2026-11-01T00:00:00.000Z', what: 'scenario-added', from: '', to: 'Old (1)' },
};

test('the log goes into a work file and comes back with it, before what this visit did', async () => {
  const model = recorded();
  model.workspace.changeDatasets([FIRST]);
  const kept = { ...model.workspace.current.peek(), datasets: [SECOND] };
  const text = writeWorkspace(kept, '2026-11-02T00:00:00Z', { activity: [EARLIER] });
  expect(JSON.parse(text).version).toBe(10);
  const file = new File([text], 'work.json');
  await openWork(model, file);
  expect(told(model)).toEqual([
    ['scenario-added', '', 'Old (1)'],
    ['data-accepted', '', NAMED[0]],
    ['work-opened', '', 'work.json'],
  ]);
  model.workspace.undo();
  expect(told(model).at(-1)).toEqual(['undone', NAMED[1], NAMED[0]]);
  const again = await parseWorkspace(
    writeWorkspace(kept, '2026-11-02T00:00:00Z', {
      activity: model.workspace.activity.peek(),
    }),
    'work.json',
  );
  expect(again.ok && again.value.activity).toEqual(model.workspace.activity.peek());
});

test('a file without a log, and one with an entry that is none', async () => {
  const model = recorded();
  const text = writeWorkspace(model.workspace.current.peek(), '2026-11-02T00:00:00Z');
  const without = await parseWorkspace(text, 'work.json');
  expect(without.ok && without.value.activity).toBeUndefined();
  const broken = text.replace('"log"', '"activity": [{"at": "yesterday"}],\n  "log"');
  expect((await parseWorkspace(broken, 'work.json')).ok).toBe(false);
});

test('work of an earlier visit brings its log, and is no change of the user', () => {
  const model = recorded();
  const savedAt = '2026-11-02T00:00:00.000Z';
  const kept = { ...model.workspace.current.peek(), datasets: [FIRST] };
  continueWork(model, { ...kept, savedAt, activity: [EARLIER] });
  model.workspace.changeDatasets([]);
  expect(told(model)).toEqual([
    ['scenario-added', '', 'Old (1)'],
    ['work-resumed', '', savedAt],
    ['data-removed', NAMED[0], ''],
  ]);
});

/** The rows of the log as CSV, in English. */
async function csvRows(model: Model): Promise<readonly (readonly string[])[]> {
  const segments = model.plan.loadedSegments.peek();
  const text = activityCsv(
    model.workspace.activity.peek(),
    (id) => segments.find((segment) => segment.id === id)?.name,
    await loadAllTexts('en'),
  );
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) =>
      [...line.matchAll(/(?<=^|,)(?:"([^"]*)"|([^",]*))/g)].map(([, a, b]) => a ?? b ?? ''),
    );
}

test('the log as CSV has words, and ids and codes in columns of their own', async () => {
  const model = recorded();
  model.audit.showRule({
    target: 0.35,
    counting: { estuary: 'total-only' },
    sensitivity: { generaliseM: [5] },
  } as never);
  model.workspace.reclassify({
    ...{ segmentIds: ['beach'], class: 'muddy', confidence: 'low', reason: 'seen' },
    date: '2026-12-01T08:00:00Z',
  });
  model.audit.choose({ realm: 'island' });
  model.audit.choose({ target: 0.405 });
  model.audit.choose({ toleranceM: 5 });
  model.workspace.changeDatasets([FIRST]);
  model.workspace.changeDatasets([SECOND]);
  const rows = await csvRows(model);
  const { name } = model.plan.loadedSegments.peek()[0] ?? {};
  expect(rows.map((row) => row.slice(1, 4).map((cell) => cell.replace(/\s/gu, ' ')))).toEqual([
    ['Class changed', `${name?.en}: Sandy, confidence high`, `${name?.en}: Muddy, confidence low`],
    ['Rule setting changed', 'Coast: mainland', 'Coast: island'],
    ['Rule setting changed', 'Target: 35 %', 'Target: 40.5 %'],
    ['Rule setting changed', 'Level of detail: as drawn', 'Level of detail: 5 m'],
    ['Data accepted', '', '岸线 (Coastline)'],
    [
      'Data replaced',
      '岸线 (Coastline, SHA-256 111111111111…)',
      '岸线 (Coastline, SHA-256 222222222222…)',
    ],
  ]);
  expect(rows[0]?.slice(4)).toEqual(['class-changed', 'beach: sandy, high', 'beach: muddy, low']);
  expect(rows[1]?.slice(4)).toEqual(['setting-changed', 'realm: mainland', 'realm: island']);
});

test('the log as CSV is guarded against formulas', async () => {
  const words = await loadAllTexts('zh');
  const text = activityCsv([{ ...EARLIER, to: '=1+1' }], () => undefined, words);
  expect(text).toBe(
    "\uFEFFat,what_in_words,from_in_words,to_in_words,what,from,to\r\n2026-11-01T00:00:00.000Z,新增方案,,'=1+1,scenario-added,,'=1+1\r\n",
  );
});
