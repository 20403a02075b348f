import type { Scenario } from '../../domain/scenarios/scenario.ts';
import type { ComparedSide } from '../../domain/views/compared-side.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import type { Model } from './model.ts';

/** The saved views among the sides of the comparison. */
export function comparedViews(model: Pick<Model, 'comparison' | 'views'>): readonly SavedView[] {
  return (model.comparison.current.value?.sides ?? []).flatMap(
    (side) => viewOfSide(model, side) ?? [],
  );
}

/** The saved view that a side shows; undefined for any other side. */
export function viewOfSide(model: Pick<Model, 'views'>, side: ComparedSide): SavedView | undefined {
  return side.kind === 'view' ? model.views.placeOf(side.number)?.view : undefined;
}

/** The scenario of a side, its own or a view's; the one in the workspace where that has one of the same id. */
export function scenarioOfSide(
  model: Pick<Model, 'views' | 'workspace'>,
  side: ComparedSide,
): Scenario | undefined {
  const kept = viewOfSide(model, side)?.scenario;
  const id = side.kind === 'scenario' ? side.id : kept?.id;
  return model.workspace.scenarios.value.find((scenario) => scenario.id === id) ?? kept;
}
