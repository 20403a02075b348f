import { effect, type ReadonlySignal } from '@preact/signals';
import { type AuditChoices, withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { reasonOf } from '../../domain/result.ts';
import { stateOfView } from '../address/view-url-state.ts';
import { comparedViews, scenarioOfSide } from '../state/compared-views.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/** Who answers, and how many coasts have been measured so far; 0 before the first. */
type ViewEngines = {
  readonly client: Pick<AuditClient, 'ask' | 'tryScenario'>;
  readonly measured: ReadonlySignal<number>;
};

/** Audits what compared views show where they count the coast otherwise than the desk does. */
export function auditComparedViews(model: Model, { client, measured }: ViewEngines): void {
  let last = 0;
  effect(() => {
    const [rule, log] = [model.audit.rule.value, model.workspace.log.value];
    if (measured.value === 0 || rule === undefined) return;
    last += 1;
    const turn = last;
    for (const view of comparedViews(model)) {
      const { number } = view;
      const choices = stateOfView(view).state.audit ?? {};
      if (isCountedAs(choices, model.audit.choices.value)) continue;
      const scenario = scenarioOfSide(model, { kind: 'view', number });
      const tried = scenario && model.scenarios.states.value.get(scenario.id);
      // Its ground is worked out with the desk's own way of counting, and is the same in every other.
      if (scenario !== undefined && tried?.kind !== 'ready') continue;
      const asked = withMeasuredTolerance(choices, rule);
      const summary =
        tried?.kind === 'ready'
          ? client
              .tryScenario({ footprints: tried.footprints, rule, choices: asked, log })
              .then(({ after }) => after)
          : client.ask({ rule, choices: asked, log }).then(({ audit }) => audit.overall);
      summary.then(
        (found) => {
          if (turn === last) model.comparison.showViewSummary(number, found);
        },
        (cause: unknown) => model.comparison.showViewSummary(number, reasonOf(cause)),
      );
    }
  });
}

/** Whether the coast is counted alike. */
export function isCountedAs(one: AuditChoices, other: AuditChoices): boolean {
  return (
    one.realm === other.realm &&
    one.numerator === other.numerator &&
    one.estuary === other.estuary &&
    one.target === other.target &&
    one.toleranceM === other.toleranceM
  );
}
