import type { CoastSummary } from '../domain/audit.ts';
import type { AuditAnswer } from '../domain/audit-question.ts';
import type { PlacedView } from '../domain/deck.ts';
import { type FigureDrift, figureDrift } from '../domain/figure-drift.ts';
import type { ScenarioAnswer } from '../domain/scenario.ts';
import type { ShownFigures } from '../domain/shown-figures.ts';
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
  const figures = {
    ...(audit.kind === 'ready' && coastFigures(audit.answer.audit.overall)),
    ...(audit.kind === 'ready' && zone !== undefined && zoneFigures(audit.answer, zone.id)),
    ...(tried?.kind === 'ready' && tried.answer !== undefined && scenarioFigures(tried.answer)),
    ...(model.isFiltered.value &&
      model.undecided.value === undefined && { projects: model.matchingProjects.value.length }),
  };
  return { figures, isSettled: audit.kind !== 'waiting' && isScenarioSettled && isCounted };
}

function coastFigures({ ratio, band, target, headroomM }: CoastSummary): ShownFigures {
  return {
    target,
    ...(ratio !== undefined && { ratio }),
    ...(band !== undefined && band),
    ...(headroomM !== undefined && { headroomM }),
  };
}

function zoneFigures({ audit }: AuditAnswer, id: string): ShownFigures {
  const summary = audit.zones.find((candidate) => candidate.id === id);
  return {
    ...(summary?.ratio !== undefined && { zoneRatio: summary.ratio }),
    ...(summary?.headroomM !== undefined && { zoneHeadroomM: summary.headroomM }),
  };
}

function scenarioFigures({ after, lostM, restoredM }: ScenarioAnswer): ShownFigures {
  return {
    lostM,
    restoredM,
    ...(after.ratio !== undefined && { afterRatio: after.ratio }),
    ...(after.headroomM !== undefined && { afterHeadroomM: after.headroomM }),
  };
}

/** What has changed since the view was saved, while the room sees it; nothing while figures are on their way. */
export function driftsNow(model: Model, { view }: PlacedView): readonly FigureDrift[] {
  const { figures, isSettled } = figuresNow(model);
  return isSettled && model.isAtView.value ? figureDrift(view.figures, figures) : [];
}
