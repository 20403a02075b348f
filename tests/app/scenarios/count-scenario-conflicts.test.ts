import { describe, expect, test, vi } from 'vitest';
import { countScenarioConflicts } from '../../../src/app/scenarios/count-scenario-conflicts.ts';
import { createModel, type Model } from '../../../src/app/state/model.ts';
import { AuditClient } from '../../../src/app/workers/audit-client.ts';
import { isCounted } from '../../../src/domain/conflicts/conflict.ts';
import type { ConflictQuestion } from '../../../src/domain/conflicts/find-conflicts.ts';
import { findingConflicts } from '../../../src/domain/conflicts/find-conflicts.ts';
import type { Footprint } from '../../../src/domain/scenarios/scenario.ts';
import { finish } from '../../../src/domain/steps.ts';
import { boxRing, boxZone, equatorSegment, PLAIN_RULE, polygon } from '../../domain/build.ts';
import { catalogueLayer, catalogueOf, projectOf, readyWith } from '../plan.ts';

/** Over the coast along the equator, inside the strict zone. */
const ACROSS = polygon(boxRing([0.4, -0.01, 0.5, 0.01]));
const PLANNED = projectOf('pier', 'ports', ACROSS);
const RESERVE = {
  ...projectOf('reserve', 'ports', polygon(boxRing([0.45, -0.05, 0.6, 0.05]))),
  status: 'protect' as const,
};

function planned(): Model {
  const model = createModel({ panel: 'scenarios' }, { language: 'en', theme: 'light' });
  const layers = [
    catalogueLayer('ports', 'projects'),
    catalogueLayer('coast', 'coastline'),
    catalogueLayer('zones', 'zones'),
  ];
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  model.audit.showRule({ ...PLAIN_RULE, setback: { distanceM: 30, articles: [46] } });
  model.plan.showDatasets([
    ['ports', readyWith({ role: 'projects', projects: [PLANNED, RESERVE] })],
    [
      'coast',
      readyWith({
        role: 'coastline',
        segments: [equatorSegment('s', 'sandy', [0, 1])],
        coastStatus: { kind: 'illustration' },
      }),
    ],
    [
      'zones',
      readyWith({ role: 'zones', zones: [boxZone('z', [0, -0.1, 1, 0.1], { grade: 'strict' })] }),
    ],
  ]);
  return model;
}

/** A client that finds what the worker would. */
function watched() {
  const client = new AuditClient();
  const asked: ConflictQuestion[] = [];
  vi.spyOn(client, 'findConflicts').mockImplementation(async (question) => {
    asked.push(question);
    return finish(findingConflicts(question));
  });
  return { client, asked };
}

/** Adds a site across the coast, and says that the scenario with it has been worked out. */
function tryOut(model: Model, given: Partial<Footprint> = {}): string {
  const { purpose = 'build', projectId } = given;
  model.scenarios.addSite({
    ...{ name: 'Site', purpose, shape: ACROSS, widthM: 0, bufferM: 0 },
    ...(projectId !== undefined && { projectId }),
  });
  const tried = model.scenarios.current.value;
  if (tried === undefined) throw new Error('no scenario is open');
  const footprints = tried.sites.map(
    ({ id }): Footprint => ({
      ...{ site: id, purpose, area: ACROSS, core: ACROSS },
      ...(projectId !== undefined && { projectId }),
    }),
  );
  model.scenarios.showState(tried.id, {
    ...{ kind: 'ready', answer: undefined, footprints, failures: new Map(), tried },
  });
  return tried.id;
}

describe('the conflicts of a scenario', () => {
  test('are counted once it has been worked out: zone, reserve, natural coast and setback', async () => {
    const model = planned();
    const { client, asked } = watched();
    countScenarioConflicts(model, client);
    model.scenarios.start('One');
    const id = tryOut(model);
    // Drawn where it is: all four are certain.
    await vi.waitFor(() =>
      expect(model.conflicts.scenarioTallies.value.get(id)?.tally).toEqual({
        certain: 4,
        possible: 0,
      }),
    );
    expect(asked).toHaveLength(1);
    // Each of them is in the list of its site.
    const listed = model.conflicts.scenarioTallies.value.get(id)?.conflicts.get('site-1') ?? [];
    expect(
      listed
        .filter(isCounted)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['natural-coast', 'protected-site', 'setback', 'strict-zone']);
    model.scenarios.rename(id, 'Another');
    expect(asked, 'not before it is worked out anew').toHaveLength(1);
    expect(model.conflicts.scenarioTallies.value.get(id)?.scenario).not.toBe(
      model.scenarios.current.value,
    );
  });

  test('are none of a restoration', async () => {
    const model = planned();
    const { client } = watched();
    countScenarioConflicts(model, client);
    model.scenarios.start('One');
    const id = tryOut(model, { purpose: 'restore' });
    await vi.waitFor(() =>
      expect(model.conflicts.scenarioTallies.value.get(id)?.tally).toEqual({
        certain: 0,
        possible: 0,
      }),
    );
  });

  test('of a reserve that is built on are not with itself', async () => {
    const model = planned();
    const { client } = watched();
    countScenarioConflicts(model, client);
    model.scenarios.start('One');
    const id = tryOut(model, { projectId: 'reserve' });
    await vi.waitFor(() => {
      const { certain = 0, possible = 0 } =
        model.conflicts.scenarioTallies.value.get(id)?.tally ?? {};
      expect(certain + possible).toBe(3);
    });
  });

  test('are sought again when the coast is judged otherwise', async () => {
    const model = planned();
    const { client, asked } = watched();
    countScenarioConflicts(model, client);
    model.scenarios.start('One');
    const id = tryOut(model);
    model.workspace.reclassify({
      segmentIds: ['s'],
      class: 'artificial',
      reason: 'wall',
      date: '2026',
    });
    await vi.waitFor(() =>
      expect(model.conflicts.scenarioTallies.value.get(id)?.tally).toEqual({
        certain: 3,
        possible: 0,
      }),
    );
    expect(asked).toHaveLength(2);
  });
});
