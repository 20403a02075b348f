import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import type { Footprint, Scenario, ScenarioAnswer } from '../../domain/scenarios/scenario.ts';
import { figureDrift } from '../../domain/views/figure-drift.ts';
import type { Deck, SavedView } from '../../domain/views/saved-view.ts';
import type { ShownFigures } from '../../domain/views/shown-figures.ts';
import { viewFigures } from '../../domain/views/view-figures.ts';
import type { CheckedView } from '../../ui/views/deck-check.tsx';
import { stateOfView } from '../address/view-url-state.ts';
import type { EvaluationEngines } from '../state/controller.ts';

/**
 * Computes what each view of a deck would show now, by its own choices, zone and scenario, and compares it
 * with the saved figures; the screen stays unchanged. The number of projects that match a filter is
 * computed only when the view is opened.
 * @throws Error when the coast has not been measured, or the engine refuses its input.
 */
export async function evaluateDeck(
  deck: Deck,
  engines: EvaluationEngines,
): Promise<readonly CheckedView[]> {
  const checked: CheckedView[] = [];
  for (const view of deck.views) {
    const { projects: _, ...saved } = view.figures;
    const { figures: now } = await evaluateView(view, engines);
    checked.push({ number: view.number, title: view.title, drifts: figureDrift(saved, now) });
  }
  return checked;
}

/** The content of a view as computed now, off screen. */
export type EvaluatedView = {
  readonly view: SavedView;
  readonly answer: AuditAnswer;
  /** The view's scenario: the current one with its id in the user's work, otherwise the saved one. */
  readonly scenario: Scenario | undefined;
  readonly footprints: readonly Footprint[];
  readonly tried: ScenarioAnswer | undefined;
  readonly figures: ShownFigures;
};

/**
 * Computes what a view shows, by its own choices, zone and scenario; the screen stays unchanged.
 * @throws Error when the coast has not been measured, or the engine refuses its input.
 */
export async function evaluateView(
  view: SavedView,
  engines: EvaluationEngines,
): Promise<EvaluatedView> {
  const { model, client } = engines;
  const rule = model.audit.rule.peek();
  if (rule === undefined) throw new Error('no counting rule has been read');
  const { state } = stateOfView(view);
  const choices = withMeasuredTolerance(state.audit ?? {}, rule);
  const question = { rule, choices, log: model.workspace.log.peek() };
  // The files are the same for every view, and so are the doubts that they leave.
  const shown = model.audit.state.peek();
  const { reasons = [] } = shown.kind === 'ready' ? shown.answer : {};
  const answer = { ...(await client.ask(question)), reasons };
  const saved = view.scenario;
  const scenario = model.workspace.scenarios.peek().find(({ id }) => id === saved?.id) ?? saved;
  const footprints = await groundsOf(scenario, engines);
  const tried = scenario && (await client.tryScenario({ ...question, footprints }));
  const figures = viewFigures({ answer, zoneId: state.zone, tried });
  return { view, answer, scenario, footprints, tried, figures };
}

async function groundsOf(
  scenario: Scenario | undefined,
  { grounds }: EvaluationEngines,
): Promise<readonly Footprint[]> {
  const footprints: Footprint[] = [];
  for (const site of scenario?.sites ?? []) {
    try {
      footprints.push(await grounds.make(site));
    } catch (cause) {
      // As in the scenario panel, a site without a footprint is left out and the others count.
      console.info(`no ground of ${site.id}:`, cause);
    }
  }
  return footprints;
}
