import type { ComparedSide } from '../../domain/views/compared-side.ts';
import type { SideFigures } from '../../ui/compare/side-card.tsx';
import { stateOfView } from '../address/view-url-state.ts';
import { scenarioOfSide, viewOfSide } from '../state/compared-views.ts';
import type { Model } from '../state/model.ts';
import { isCountedAs } from './audit-compared-views.ts';

/**
 * The ratio of a side: after the scenario where it shows one, else of the coast as drawn. A view with choices of
 * its own is counted by these. Reads signals, so that an effect or a component follows what it rests on.
 */
export function sideFigures(
  model: Pick<Model, 'views' | 'workspace' | 'scenarios' | 'audit' | 'comparison'>,
  side: ComparedSide,
): SideFigures {
  const view = viewOfSide(model, side);
  const audit = model.audit.state.value;
  const audited = audit.kind === 'ready' ? audit.answer : undefined;
  const scenario = side.kind === 'now' ? model.scenarios.shown.value : scenarioOfSide(model, side);
  const tried = scenario && model.scenarios.states.value.get(scenario.id);
  const base = {
    kind: 'ready',
    audited,
    isTried: scenario !== undefined,
    isIncomplete: tried !== undefined && tried.kind !== 'failed' && tried.failures.size > 0,
  } as const;
  const choices = view && stateOfView(view).state.audit;
  if (view !== undefined && !isCountedAs(choices ?? {}, model.audit.choices.value)) {
    const found = model.comparison.viewSummaries.value.get(view.number);
    if (found === undefined) return { kind: 'waiting' };
    if (typeof found === 'string') return { kind: 'failed', reason: found };
    return { ...base, summary: found, hasOwnCounting: true };
  }
  if (scenario !== undefined) {
    if (tried?.kind === 'failed') return tried;
    if (tried?.answer === undefined) return { kind: 'waiting' };
    return { ...base, summary: tried.answer.after, hasOwnCounting: false };
  }
  switch (audit.kind) {
    case 'waiting':
    case 'failed':
      return audit;
    case 'ready':
      return { ...base, summary: audit.answer.audit.overall, hasOwnCounting: false };
  }
}
