import type { CoastSummary } from '../audit/audit.ts';
import type { AuditAnswer } from '../audit/audit-question.ts';
import type { ScenarioAnswer } from '../scenarios/scenario.ts';
import type { ShownFigures } from './shown-figures.ts';

/** What the figures of a view rest on: each absent where the view does not show it, or it has no value. */
export type FigureSources = {
  readonly answer?: AuditAnswer | undefined;
  readonly zoneId?: string | undefined;
  readonly tried?: Pick<ScenarioAnswer, 'after' | 'lostM' | 'restoredM'> | undefined;
  /** How many projects a filter lets through. */
  readonly projects?: number | undefined;
};

/**
 * The figures of a view: the ratio in force, that of the picked zone, what the scenario does to them, and how
 * many projects the filter lets through. The same on screen, in the embedded deck and when a deck is checked.
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
