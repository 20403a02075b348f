import { writeCoastline } from '../../data/coast/write-coastline.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { linesOf } from '../../domain/geodesy.ts';
import { generalise } from '../../domain/geometry/generalise.ts';

/** The names of the files that the app makes of the plan's files when a figure rests on changed ones. */
export const MADE_NAMES = {
  edited: 'coastline-edited.geojson',
  generalised: 'coastline-generalised.geojson',
  rule: 'rule.json',
} as const;

/** The coast as edited, or as edited and generalised. */
type MadeCoast = {
  readonly answer: Pick<AuditAnswer, 'log' | 'settings' | 'reasons'>;
  /** The coast as edited. */
  readonly segments: readonly CoastlineSegment[];
  readonly coastStatus: CoastStatus;
};

/** Returns the edited coastline with its change log, to the byte as the bundle holds it. */
export function editedCoastline({ answer, segments, coastStatus }: MadeCoast): string {
  const { log, reasons = [] } = answer;
  return writeCoastline(segments, { coastStatus, log, reasons });
}

/** Returns the edited coastline at the chosen level of detail; undefined for the coast as drawn. */
export function generalisedCoastline({
  answer: { log, settings, reasons = [] },
  segments,
  coastStatus,
}: MadeCoast): string | undefined {
  const { toleranceM } = settings;
  if (toleranceM === 0) return undefined;
  const coarser = segments.map(
    (segment): CoastlineSegment => ({
      ...segment,
      geometry: {
        type: 'MultiLineString',
        coordinates: linesOf(segment.geometry).map((line) =>
          generalise(line, toleranceM).map(([x, y]) => [x, y]),
        ),
      },
    }),
  );
  return writeCoastline(coarser, { coastStatus, log, reasons });
}

/**
 * Returns the counting rule in force as a file that the command reads. What the rule that was read leaves open,
 * this file leaves open too, so that the command says the same of it.
 */
export function ruleInForce({ audit: { rule } }: Pick<AuditAnswer, 'audit'>): string {
  const { target, counting, sensitivity } = rule;
  const { natural, ...others } = counting;
  const written = rule.isNaturalAssumed === true ? others : { ...others, natural };
  return `${JSON.stringify({ target, counting: written, sensitivity }, undefined, 2)}\n`;
}

/** Whether the rule in force differs from the file that was read. */
export function isRuleChanged({ settings, asLoaded }: AuditAnswer): boolean {
  const { counting, target } = asLoaded;
  return (
    settings.estuary !== counting.estuary ||
    settings.target !== target ||
    settings.numerator !== 'with-restored'
  );
}
