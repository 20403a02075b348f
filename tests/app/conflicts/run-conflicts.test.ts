import { describe, expect, test, vi } from 'vitest';
import type { ViewState } from '../../../src/app/address/url-state.ts';
import { loadConflicts } from '../../../src/app/conflicts/load-conflicts.ts';
import { runConflicts } from '../../../src/app/conflicts/run-conflicts.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { AuditClient } from '../../../src/app/workers/audit-client.ts';
import type { FindingsByProject } from '../../../src/domain/conflicts/conflict.ts';
import { equatorSegment, PLAIN_RULE } from '../../domain/build.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from '../plan.ts';

const PIER = projectOf('pier', 'ports');
const NAME = { zh: '', en: '' };
/** The pier lies 100 m from the coast for certain. */
const MATRIX: FindingsByProject = new Map([
  [
    'pier',
    {
      conflicts: [],
      shore: { distanceM: 100, uncertaintyM: 0, farthestM: 100, segmentId: 's', segmentName: NAME },
    },
  ],
]);

function planned(view: ViewState = {}): Model {
  const model = createModel(view, { language: 'en', theme: 'light' });
  const layers = [catalogueLayer('ports', 'projects'), catalogueLayer('coast', 'coastline')];
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  model.audit.showRule(PLAIN_RULE);
  return model;
}

function arrive(model: Model): void {
  const segments = [equatorSegment('s', 'sandy', [0, 1])];
  model.plan.showDatasets([
    ['ports', readyWith({ role: 'projects', projects: [PIER] })],
    ['coast', readyWith({ role: 'coastline', segments, coastStatus: { kind: 'illustration' } })],
  ]);
}

function clientThat(answer: AuditClient['findConflicts']) {
  const client = new AuditClient();
  const asked = vi.spyOn(client, 'findConflicts').mockImplementation(answer);
  return { client, asked };
}

function kindsOf(model: Model): readonly string[] {
  const state = model.conflicts.state.value;
  if (state.kind !== 'ready') return [state.kind];
  return state.conflicts.get('pier')?.map(({ kind }) => kind) ?? [];
}

describe('conflicts', () => {
  test('are sought once every layer is there, and again when the coast changes', async () => {
    const { client, asked } = clientThat(async () => MATRIX);
    const model = planned();
    runConflicts(model, client);
    expect(asked).not.toHaveBeenCalled();
    arrive(model);
    await vi.waitFor(() => expect(kindsOf(model)).toEqual(['study-setback']));
    expect(asked).toHaveBeenCalledOnce();
    model.workspace.reclassify({
      segmentIds: ['s'],
      class: 'artificial',
      reason: 'wall',
      date: '2026',
    });
    expect(asked).toHaveBeenCalledTimes(2);
    expect(asked.mock.calls[0]?.[1]?.signal?.aborted, 'the first search is stopped').toBe(true);
  });

  test('follow the study distance without being sought again', async () => {
    const { client, asked } = clientThat(async () => MATRIX);
    const model = planned();
    arrive(model);
    runConflicts(model, client);
    await vi.waitFor(() => expect(kindsOf(model)).toEqual(['study-setback']));
    model.conflicts.setStudySetback(99);
    expect(kindsOf(model)).toEqual([]);
    expect(model.url.state.value.studyM).toBe(99);
    expect(asked).toHaveBeenCalledOnce();
  });

  test('follow the rule: they are sought again by another, and fail without any', async () => {
    const { client, asked } = clientThat(async () => MATRIX);
    const model = planned();
    arrive(model);
    runConflicts(model, client);
    const counting = { ...PLAIN_RULE.counting, muddy: 'total-only' } as const;
    model.audit.showRule({ ...PLAIN_RULE, counting });
    expect(asked.mock.calls.map(([question]) => question.rule.counting)).toEqual([
      PLAIN_RULE.counting,
      counting,
    ]);
    const without = createModel({}, { language: 'en', theme: 'light' });
    const layers = [catalogueLayer('ports', 'projects'), catalogueLayer('coast', 'coastline')];
    without.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
    arrive(without);
    runConflicts(without, client);
    expect(kindsOf(without)).toEqual(['waiting']);
    without.audit.showState({ kind: 'failed', reason: 'no audit.json' });
    expect(without.conflicts.state.value).toEqual({ kind: 'failed', reason: 'no audit.json' });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('that cannot be found say why, and leave it open what fits', async () => {
    const { client } = clientThat(async () => {
      throw new Error('no ring');
    });
    const model = planned({ filter: { conflicts: ['setback'] } });
    arrive(model);
    expect(model.filter.undecided.value).toEqual({ kind: 'waiting', of: 'conflicts' });
    runConflicts(model, client);
    await vi.waitFor(() =>
      expect(model.filter.undecided.value).toEqual({
        kind: 'failed',
        reason: 'no ring',
        of: 'conflicts',
      }),
    );
    expect(model.filter.matchingProjects.value).toEqual([PIER]);
  });

  test('narrow the projects as soon as they are found', async () => {
    const { client } = clientThat(async () => MATRIX);
    const model = planned({ filter: { conflicts: ['setback'] }, studyM: 300 });
    arrive(model);
    runConflicts(model, client);
    await vi.waitFor(() => expect(model.filter.matchingProjects.value).toEqual([]));
    model.filter.change({ conflicts: ['study-setback'], certainties: ['certain'] });
    expect(model.filter.matchingProjects.value).toEqual([PIER]);
  });

  test('are not sought before somebody asks for them', async () => {
    const { client, asked } = clientThat(async () => MATRIX);
    const model = planned();
    arrive(model);
    loadConflicts(model, client);
    expect(model.conflicts.isNeeded.value).toBe(false);
    model.conflicts.request();
    await vi.waitFor(() => expect(kindsOf(model)).toEqual(['study-setback']));
    expect(asked).toHaveBeenCalledOnce();
  });
});
