import {
  type AuditSettings,
  effectiveSettings,
  withMeasuredTolerance,
} from '../../domain/audit/audit-settings.ts';
import type { PlacedView } from '../../domain/views/deck.ts';
import { type FigureDrift, figureDrift } from '../../domain/views/figure-drift.ts';
import type { ShownFigures } from '../../domain/views/shown-figures.ts';
import { viewFigures } from '../../domain/views/view-figures.ts';
import type { AuditState } from '../state/audit-model.ts';
import type { Model } from '../state/model.ts';
import type { ScenarioState } from '../state/scenario-model.ts';

/** The figures on screen, and whether all pending ones have arrived. */
export type CurrentFigures = { readonly figures: ShownFigures; readonly isSettled: boolean };

/**
 * Returns the figures that the app shows now: the ratio in force, that of the selected zone, the effect of
 * the shown scenario on them, and the number of projects that match the filter. It reads signals, so that
 * callers follow every change of them.
 */
export function currentFigures(model: Model): CurrentFigures {
  const [audit, zone, scenario] = [
    model.audit.state.value,
    model.selection.zone.value,
    model.scenarios.shown.value,
  ];
  const tried = scenario && model.scenarios.states.value.get(scenario.id);
  const isCounted =
    !model.filter.isFiltered.value || model.filter.undecided.value?.kind !== 'waiting';
  const isFiltered = model.filter.isFiltered.value && model.filter.undecided.value === undefined;
  const figures = viewFigures({
    answer: audit.kind === 'ready' ? audit.answer : undefined,
    zoneId: zone?.id,
    tried: tried?.kind === 'ready' ? tried.answer : undefined,
    projects: isFiltered ? model.filter.matchingProjects.value.length : undefined,
  });
  const isSettled =
    isAudited(model, audit) && (scenario === undefined || isTried(tried, audit)) && isCounted;
  return { figures, isSettled };
}

/**
 * True when the answer belongs to the current question: the last answer stays visible until the next one
 * arrives.
 */
function isAudited(
  { audit: { rule, choices }, workspace: { log } }: Pick<Model, 'audit' | 'workspace'>,
  audit: AuditState,
): boolean {
  if (audit.kind !== 'ready') return audit.kind === 'failed';
  const { settings, logRatios } = audit.answer;
  if (rule.value === undefined) return false;
  const asked = effectiveSettings(rule.value, withMeasuredTolerance(choices.value, rule.value));
  const isSame = JSON.stringify(inOrder(settings)) === JSON.stringify(inOrder(asked));
  return isSame && logRatios.length === log.value.length;
}

/**
 * True when a scenario was computed on the coast that the audit counts, so that both start from the same
 * ratio.
 */
function isTried(tried: ScenarioState | undefined, audit: AuditState): boolean {
  if (tried?.kind !== 'ready') return tried?.kind === 'failed';
  if (audit.kind !== 'ready' || tried.answer === undefined) return true;
  const [before, { overall }] = [tried.answer.before, audit.answer.audit];
  return before.ratio === overall.ratio && before.target === overall.target;
}

function inOrder({
  realm,
  numerator,
  estuary,
  target,
  toleranceM,
}: AuditSettings): readonly unknown[] {
  return [realm, numerator, estuary, target, toleranceM];
}

/**
 * Returns what has changed since the view was saved, for a presentation; empty while figures are pending.
 */
export function currentDrifts(model: Model, { view }: PlacedView): readonly FigureDrift[] {
  const { figures, isSettled } = currentFigures(model);
  return isSettled && model.views.isAtView.value ? figureDrift(view.figures, figures) : [];
}
