import type { CoastSummary } from '../audit/audit.ts';
import type { AuditAnswer } from '../audit/audit-question.ts';
import type { ScenarioAnswer } from '../scenarios/scenario.ts';
import type { ShownFigures } from './shown-figures.ts';

/**
 * The sources of the figures of a view; each is absent when the view does not show it or it has no value.
 */
export type FigureSources = {
  readonly answer?: AuditAnswer | undefined;
  readonly zoneId?: string | undefined;
  readonly tried?: Pick<ScenarioAnswer, 'after' | 'lostM' | 'restoredM'> | undefined;
  /** The number of projects that match the filter. */
  readonly projects?: number | undefined;
};

/**
 * Gives the figures of a view: the ratio in force, the ratio of the selected zone, how the scenario
 * changes them, and how many projects match the filter. The same function serves the screen, the embedded
 * deck and the check of a deck.
 */
export function viewFigures({ answer, zoneId, tried, projects }: FigureSources): ShownFigures {
  return {
    ...(answer && coastFigures(answer.audit.overall)),
    ...(answer && zoneId !== undefined && zoneFigures(answer, zoneId)),
    ...(tried && scenarioFigures(tried)),
    ...(projects !== undefined && { projects }),
  };
}

function coastFigures({ ratio, band, target, headroomM }: CoastSummary): ShownFigures {
  return {
    target,
    ...(ratio !== undefined && { ratio }),
    ...(band !== undefined && { low: band.low, high: band.high }),
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

function scenarioFigures({
  after,
  lostM,
  restoredM,
}: Pick<ScenarioAnswer, 'after' | 'lostM' | 'restoredM'>): ShownFigures {
  return {
    lostM,
    restoredM,
    ...(after.ratio !== undefined && { afterRatio: after.ratio }),
    ...(after.headroomM !== undefined && { afterHeadroomM: after.headroomM }),
  };
}
