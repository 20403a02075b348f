import { effect } from '@preact/signals';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { conflictTally, protects } from '../../domain/conflicts/conflict.ts';
import { withSetbacks } from '../../domain/conflicts/setback.ts';
import type { Position } from '../../domain/geometry.ts';
import { frontageOf, movedAlong } from '../../domain/scenarios/frontage.ts';
import type { Footprint, Site, SiteAnswer } from '../../domain/scenarios/scenario.ts';
import type { OtherPlace } from '../../ui/scenarios/scenario-props.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';
import type { FootprintClient } from '../workers/footprint-client.ts';
import { bare, siteToCheck } from './count-scenario-conflicts.ts';
import { landOfPlan } from './land.ts';

/** The workers that say what a site would cost elsewhere. */
type AlternativeEngines = {
  readonly client: Pick<AuditClient, 'tryScenario' | 'findConflicts'>;
  readonly grounds: Pick<FootprintClient, 'make'>;
};

/**
 * Places the picked site at each of its alternatives, then finds what it would take and conflict with there.
 * Nothing is tried while a shape is being drawn or dragged.
 */
export function tryAlternatives(model: Model, engines: AlternativeEngines): Dispose {
  const trying = latestOnly();
  const stop = effect(() => {
    const [scenario, site] = [model.scenarios.current.value, model.scenarios.pickedSite.value];
    const state = scenario && model.scenarios.states.value.get(scenario.id);
    trying.cancel();
    const answer =
      state?.kind === 'ready' && state.tried === scenario
        ? state.answer?.sites.find((one) => one.site === site?.id)
        : undefined;
    if (site === undefined || answer === undefined || state?.kind !== 'ready') {
      model.scenarios.showPlaces(undefined);
      return;
    }
    const places = placesOf(site, answer, model);
    model.scenarios.showPlaces({ site, places });
    if (places.length === 0) return;
    trying.run(() => tried(model, engines, { site, places, footprints: state.footprints }), {
      onDone: (known) => model.scenarios.showPlaces({ site, places: known }),
      onFailure: (cause) => console.error(`no figures elsewhere of ${site.name}:`, cause),
    });
  });
  return () => {
    stop();
    trying.cancel();
  };
}

function placesOf(site: Site, answer: SiteAnswer, model: Model): readonly OtherPlace[] {
  const from = frontageOf(answer.keptLines);
  if (from === undefined) return [];
  const land = landOfPlan(model);
  const isLand = (at: Position): boolean | undefined => land?.some((part) => part.contains(at));
  return answer.alternatives.flatMap((alternative): readonly OtherPlace[] => {
    const to = frontageOf([alternative.line]);
    if (to === undefined) return [];
    const shape = movedAlong(site.shape, { from, to }, isLand);
    const unknown = { area: undefined, takenM: undefined, conflicts: undefined };
    return [{ alternative, shape, ...unknown }];
  });
}

/** The places with the ground, cost and conflicts of the site there. */
async function tried(
  model: Model,
  { client, grounds }: AlternativeEngines,
  {
    site,
    places,
    footprints,
  }: {
    readonly site: Site;
    readonly places: readonly OtherPlace[];
    readonly footprints: readonly Footprint[];
  },
): Promise<readonly OtherPlace[]> {
  const rule = model.audit.rule.peek();
  if (rule === undefined) return places;
  const [projects, segments, zones] = [
    model.plan.projects.peek(),
    model.plan.segments.peek(),
    model.plan.zones.peek(),
  ];
  const moved = await Promise.all(
    places.map(({ shape }, number) => grounds.make({ ...site, shape, id: `place-${number}` })),
  );
  const checked = moved.map((footprint) => siteToCheck(footprint, { name: site.name, projects }));
  const known = [...projects.filter(protects), ...checked].map(bare);
  const conflicts = withSetbacks(
    await client.findConflicts({ projects: known, segments, zones, rule }),
    { required: rule.setback, studyM: model.conflicts.studyM.peek() },
  );
  const choices = withMeasuredTolerance(model.audit.choices.peek(), rule);
  const log = model.workspace.log.peek();
  return Promise.all(
    places.map(async (place, number): Promise<OtherPlace> => {
      const footprint = moved[number];
      if (footprint === undefined) return place;
      const { area } = footprint;
      const there = footprints.map((one) =>
        one.site === site.id ? { ...footprint, site: site.id } : one,
      );
      const answer = await client.tryScenario({ footprints: there, rule, choices, log });
      const found = conflicts.get(checked[number]?.id ?? '') ?? [];
      return {
        ...place,
        area,
        takenM: answer.sites.find((one) => one.site === site.id)?.takenM,
        conflicts: conflictTally(found.filter(({ otherId }) => otherId !== site.projectId)),
      };
    }),
  );
}
