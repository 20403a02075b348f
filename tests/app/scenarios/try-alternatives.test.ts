import { expect, test, vi } from 'vitest';
import { tryAlternatives } from '../../../src/app/scenarios/try-alternatives.ts';
import { createModel } from '../../../src/app/state/model.ts';
import { AuditClient } from '../../../src/app/workers/audit-client.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { findingConflicts } from '../../../src/domain/conflicts/find-conflicts.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { boundingBox, positionsOf } from '../../../src/domain/geometry.ts';
import { footprintOf } from '../../../src/domain/scenarios/footprint.ts';
import { ScenarioEngine } from '../../../src/domain/scenarios/scenario-answer.ts';
import { finish } from '../../../src/domain/steps.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, boxZone, equatorSegment, PLAIN_RULE, polygon } from '../../domain/build.ts';
import { catalogueLayer, catalogueOf, readyWith } from '../plan.ts';

/** A beach, a river mouth on each side, then built coast; and a strict zone over the built coast in the east. */
const COAST = [
  equatorSegment('dyke', 'artificial', [0, 0.38]),
  equatorSegment('west-mouth', 'estuary', [0.38, 0.4]),
  equatorSegment('beach', 'sandy', [0.4, 0.5]),
  equatorSegment('east-mouth', 'estuary', [0.5, 0.52]),
  equatorSegment('quay', 'artificial', [0.52, 1]),
];
const ZONES = [boxZone('strict', [0.51, -1, 2, 1], { grade: 'strict' })];

test('the picked site is placed on each alternative, with what it takes and meets there', async () => {
  const model = createModel({ panel: 'scenarios' }, { language: 'en', theme: 'light' });
  const layers = [catalogueLayer('coast', 'coastline'), catalogueLayer('zones', 'zones')];
  model.plan.showCatalogue({ kind: 'ready', catalogue: catalogueOf(layers), issues: [] });
  model.audit.showRule(PLAIN_RULE);
  const coastStatus = { kind: 'illustration' } as const;
  model.plan.showDatasets([
    ['coast', readyWith({ role: 'coastline', segments: COAST, coastStatus })],
    ['zones', readyWith({ role: 'zones', zones: ZONES })],
  ]);
  const measured = measureCoast({ segments: COAST, zones: ZONES, tolerancesM: [], unionArea });
  const engine = new ScenarioEngine(measured, COAST, []);
  const client = new AuditClient();
  vi.spyOn(client, 'tryScenario').mockImplementation(async (question) => engine.answer(question));
  vi.spyOn(client, 'findConflicts').mockImplementation(async (question) =>
    finish(findingConflicts(question)),
  );
  const stop = tryAlternatives(model, {
    client,
    grounds: { make: async (site) => footprintOf(site) },
  });

  model.scenarios.start('One');
  model.scenarios.addSite({
    ...{ name: 'Berth', purpose: 'build', widthM: 0, bufferM: 0 },
    shape: polygon(boxRing([0.42, -0.01, 0.46, 0.02])),
  });
  const tried = model.scenarios.current.value;
  if (tried === undefined) throw new Error('no scenario is open');
  const footprints = tried.sites.map(footprintOf);
  const answer = engine.answer({ footprints, rule: PLAIN_RULE, choices: {}, log: [] });
  model.scenarios.showState(tried.id, {
    ...{ kind: 'ready', answer, footprints, failures: new Map(), tried },
  });

  await vi.waitFor(() =>
    expect(model.scenarios.otherPlaces.value?.places.map(({ takenM }) => takenM)).toEqual([0, 0]),
  );
  const [dyke, quay] = model.scenarios.otherPlaces.value?.places ?? [];
  expect(dyke?.alternative.segmentIds).toEqual(['dyke']);
  expect(quay?.alternative.segmentIds).toEqual(['quay']);
  // The dyke ends at 0.38°: the berth lies on its last 0.04°, as far out at sea as before.
  const box = dyke && boundingBox(positionsOf(dyke.shape));
  for (const [side, degrees] of [0.34, -0.01, 0.38, 0.02].entries())
    closeTo(box?.[side], degrees, 2e-6);
  expect(dyke?.conflicts).toEqual({ certain: 0, possible: 0 });
  expect(quay?.conflicts?.certain).toBe(1);

  model.scenarios.pickSite(undefined);
  expect(model.scenarios.otherPlaces.value).toBeUndefined();
  stop();
});
