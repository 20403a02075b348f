import type { ShownFigures } from '../domain/shown-figures.ts';
import { viewFigures } from '../domain/view-figures.ts';
import type { Model } from './model.ts';

/** The figures on screen, and whether all that are on their way have come. */
export type FiguresNow = { readonly figures: ShownFigures; readonly isSettled: boolean };

/**
 * The figures that the desk shows now: the ratio in force, that of the picked zone, what the shown scenario does
 * to them, and how many projects the filter lets through. Reads signals: follows whatever they rest on.
 */
export function figuresNow(model: Model): FiguresNow {
  const [audit, zone, scenario] = [
    model.auditState.value,
    model.zone.value,
    model.shownScenario.value,
  ];
  const tried = scenario && model.scenarioStates.value.get(scenario.id);
  const isScenarioSettled =
    scenario === undefined || tried?.kind === 'ready' || tried?.kind === 'failed';
  const isCounted = !model.isFiltered.value || model.undecided.value?.kind !== 'waiting';
  const isFiltered = model.isFiltered.value && model.undecided.value === undefined;
  const figures = viewFigures({
    answer: audit.kind === 'ready' ? audit.answer : undefined,
    zoneId: zone?.id,
    tried: tried?.kind === 'ready' ? tried.answer : undefined,
    projects: isFiltered ? model.matchingProjects.value.length : undefined,
  });
  return { figures, isSettled: audit.kind !== 'waiting' && isScenarioSettled && isCounted };
}
