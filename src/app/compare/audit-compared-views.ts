import { effect, type ReadonlySignal } from '@preact/signals';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { AuditQuestion } from '../../domain/audit/audit-question.ts';
import { type AuditChoices, withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { reasonOf } from '../../domain/result.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { stateOfView } from '../address/view-url-state.ts';
import { comparedViews, scenarioOfSide } from '../state/compared-views.ts';
import type { Dispose } from '../state/disposer.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';
import { latestOnly } from '../workers/latest-only.ts';

/** The worker that answers, and how many coasts have been measured so far; 0 before the first. */
type ViewEngines = {
  readonly client: Pick<AuditClient, 'ask' | 'tryScenario'>;
  readonly measured: ReadonlySignal<number>;
};

/** Audits compared views that count the coast by other choices than the app does. */
export function auditComparedViews(model: Model, engines: ViewEngines): Dispose {
  const auditing = latestOnly();
  const stop = effect(() => {
    const [rule, log] = [model.audit.rule.value, model.workspace.log.value];
    if (engines.measured.value === 0 || rule === undefined) return;
    const asked = comparedViews(model).flatMap((view) => {
      const summary = askForSummary(model, view, { ...engines, rule, log });
      return summary === undefined ? [] : [{ number: view.number, summary }];
    });
    auditing.run(
      async (signal) => {
        const show = async ({ number, summary }: (typeof asked)[number]): Promise<void> => {
          const found = await summary.catch(reasonOf);
          if (!signal.aborted) model.comparison.showViewSummary(number, found);
        };
        await Promise.all(asked.map(show));
      },
      { onDone: () => undefined, onFailure: (cause) => console.error('no summaries:', cause) },
    );
  });
  return () => {
    stop();
    auditing.cancel();
  };
}

/** Asks for the ratio of a view; undefined where the view counts as the app does, or has to wait. */
function askForSummary(
  model: Pick<Model, 'audit' | 'scenarios' | 'views' | 'workspace'>,
  view: SavedView,
  { client, rule, log }: ViewEngines & Pick<AuditQuestion, 'rule' | 'log'>,
): Promise<CoastSummary> | undefined {
  const choices = stateOfView(view).state.audit ?? {};
  if (isCountedAs(choices, model.audit.choices.value)) return undefined;
  const question = { rule, choices: withMeasuredTolerance(choices, rule), log };
  const scenario = scenarioOfSide(model, { kind: 'view', number: view.number });
  if (scenario === undefined) return client.ask(question).then(({ audit }) => audit.overall);
  // The footprints of the scenario were made for the app's own choices, and are the same for every other.
  const tried = model.scenarios.states.value.get(scenario.id);
  if (tried?.kind !== 'ready') return undefined;
  return client
    .tryScenario({ ...question, footprints: tried.footprints })
    .then(({ after }) => after);
}

/** Whether two choices count the coast alike. */
export function isCountedAs(one: AuditChoices, other: AuditChoices): boolean {
  return (
    one.realm === other.realm &&
    one.numerator === other.numerator &&
    one.estuary === other.estuary &&
    one.target === other.target &&
    one.toleranceM === other.toleranceM
  );
}
