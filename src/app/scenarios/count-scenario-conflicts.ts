import { effect } from '@preact/signals';
import {
  type ConflictSite,
  type ConflictsByProject,
  conflictTally,
  protects,
} from '../../domain/conflicts/conflict.ts';
import { withSetbacks } from '../../domain/conflicts/setback.ts';
import { isPlanThere } from '../../domain/layer-state.ts';
import type { Project } from '../../domain/project.ts';
import type { Footprint, Scenario } from '../../domain/scenarios/scenario.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/**
 * Counts the conflicts of every evaluated scenario while the scenarios' panel is open, and again when a
 * scenario, the plan or the coast changes. A shape that is still being drawn is not counted.
 */
export function countScenarioConflicts(
  model: Model,
  client: Pick<AuditClient, 'findConflicts'>,
): Dispose {
  const disposer = createDisposer();
  const done = new Map<string, readonly unknown[]>();
  disposer.add(
    effect(() => {
      if (model.page.panel.value !== 'scenarios' || !isPlanThere(model.plan.layers.value)) return;
      const [projects, segments, zones, rule] = [
        model.plan.projects.value,
        model.plan.segments.value,
        model.plan.zones.value,
        model.audit.rule.value,
      ];
      if (rule === undefined) return;
      const states = model.scenarios.states.value;
      for (const scenario of model.workspace.scenarios.value) {
        const state = states.get(scenario.id);
        if (state?.kind !== 'ready' || state.tried !== scenario) continue;
        const basis = [scenario, projects, segments, zones, rule];
        if (done.get(scenario.id)?.every((part, index) => part === basis[index]) === true) continue;
        done.set(scenario.id, basis);
        const sites = sitesOf(scenario, state.footprints, model);
        const known = [...projects.filter(protects), ...sites].map(bare);
        const question = { projects: known, segments, zones, rule };
        client.findConflicts(question).then(
          (matrix) => {
            if (disposer.signal.aborted) return;
            const conflicts = withSetbacks(matrix, {
              required: rule.setback,
              studyM: model.conflicts.studyM.peek(),
            });
            const ofSites = conflictsOfSites(scenario, conflicts);
            const tally = conflictTally([...ofSites.values()].flat());
            model.conflicts.showScenarioTally({ scenario, tally, conflicts: ofSites });
          },
          // The card then says nothing of conflicts; the figures beside it stay.
          (cause: unknown) => {
            if (!disposer.signal.aborted) console.error(`no conflicts of ${scenario.name}:`, cause);
          },
        );
      }
    }),
  );
  return disposer.dispose;
}

/** The parts of a project that the worker needs. */
export function bare({
  id,
  name,
  status,
  articles,
  accuracyM,
  geometry,
}: ConflictSite): ConflictSite {
  return {
    ...{ id, name, status, articles },
    ...(accuracyM !== undefined && { accuracyM }),
    ...(geometry && { geometry }),
  };
}

/** The building sites of a scenario as proposed projects. */
function sitesOf(
  scenario: Scenario,
  footprints: readonly Footprint[],
  model: Pick<Model, 'plan'>,
): readonly ConflictSite[] {
  const projects = model.plan.projects.peek();
  return footprints
    .filter(({ purpose }) => purpose === 'build')
    .map((footprint) => {
      const name = scenario.sites.find(({ id }) => id === footprint.site)?.name ?? footprint.site;
      return siteToCheck(footprint, { name, projects });
    });
}

/**
 * The ground of a site as a proposed project, under an id that no project has. A drawn site lies exactly where it is
 * drawn; a site that is taken from the plan is as accurate as the plan.
 */
export function siteToCheck(
  { site, core, projectId }: Footprint,
  { name, projects }: { readonly name: string; readonly projects: readonly Project[] },
): ConflictSite {
  const project = projects.find(({ id }) => id === projectId);
  const accuracyM = project === undefined ? 0 : project.accuracyM;
  return {
    ...{ id: siteKey(site), name: { zh: name, en: name }, status: 'propose', articles: [] },
    ...(accuracyM !== undefined && { accuracyM }),
    geometry: core,
  };
}

/** A site's id among the projects' ids. */
function siteKey(site: string): string {
  return `site:${site}`;
}

/** The conflicts by site; a project of the plan does not conflict with itself. */
function conflictsOfSites(scenario: Scenario, conflicts: ConflictsByProject): ConflictsByProject {
  return new Map(
    scenario.sites.flatMap(({ id, projectId }) => {
      const found = conflicts.get(siteKey(id));
      return found === undefined
        ? []
        : [[id, found.filter(({ otherId }) => otherId !== projectId)] as const];
    }),
  );
}
