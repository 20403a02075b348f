import { effect } from '@preact/signals';
import {
  type ConflictSite,
  type ConflictsByProject,
  conflictTally,
  protects,
} from '../../domain/conflicts/conflict.ts';
import { withSetbacks } from '../../domain/conflicts/setback.ts';
import { isPlanThere } from '../../domain/layer-state.ts';
import type { Footprint, Scenario } from '../../domain/scenarios/scenario.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/**
 * Counts the conflicts of every scenario that has been worked out, while its panel is open, and again when
 * it, the plan or the coast changes. A shape that a hand still holds is no scenario yet.
 */
export function countScenarioConflicts(model: Model, client: AuditClient): void {
  const done = new Map<string, readonly unknown[]>();
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
      const question = { projects: known, segments, zones, counting: rule.counting };
      client.findConflicts(question).then(
        (matrix) => {
          const conflicts = withSetbacks(matrix, model.conflicts.studyM.peek());
          model.conflicts.showScenarioTally({ scenario, tally: tallyOf(scenario, conflicts) });
        },
        // The card then says nothing of conflicts; the figures beside it stand.
        (cause: unknown) => console.error(`no conflicts of ${scenario.name}:`, cause),
      );
    }
  });
}

/** What is sent to the worker of a project: no more than it asks for. */
function bare({ id, name, status, articles, accuracyM, geometry }: ConflictSite): ConflictSite {
  return {
    ...{ id, name, status, articles },
    ...(accuracyM !== undefined && { accuracyM }),
    ...(geometry && { geometry }),
  };
}

/**
 * The building sites of a scenario as sites to be built. What is drawn lies where it is drawn; what is taken
 * from the plan is known as well as the plan knows it.
 */
function sitesOf(
  scenario: Scenario,
  footprints: readonly Footprint[],
  model: Model,
): readonly ConflictSite[] {
  return footprints.flatMap(({ site, purpose, core: body, projectId }): readonly ConflictSite[] => {
    if (purpose !== 'build') return [];
    const project = model.plan.projects.peek().find(({ id }) => id === projectId);
    const accuracyM = project === undefined ? 0 : project.accuracyM;
    const name = scenario.sites.find(({ id }) => id === site)?.name ?? site;
    return [
      {
        ...{ id: siteKey(site), name: { zh: name, en: name }, status: 'propose', articles: [] },
        ...(accuracyM !== undefined && { accuracyM }),
        geometry: body,
      },
    ];
  });
}

/** A site's id among the projects' ids. */
function siteKey(site: string): string {
  return `site:${site}`;
}

/** All conflicts that count; a project of the plan does not conflict with itself. */
function tallyOf(scenario: Scenario, conflicts: ConflictsByProject) {
  return conflictTally(
    scenario.sites.flatMap(({ id, projectId }) =>
      (conflicts.get(siteKey(id)) ?? []).filter(({ otherId }) => otherId !== projectId),
    ),
  );
}
