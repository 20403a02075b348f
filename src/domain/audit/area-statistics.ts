import type { Bilingual } from '../bilingual.ts';
import { measuringCoast } from '../coast/measured-coast.ts';
import type { CoastlineSegment } from '../coastline.ts';
import { unionArea } from '../geometry/polygon-union.ts';
import type { ArealGeometry } from '../geometry.ts';
import type { Steps } from '../steps.ts';
import type { Audit } from './audit.ts';
import { auditMeasured } from './audit-measured.ts';
import { type AuditQuestion, auditChoice } from './audit-question.ts';
import { reclassified } from './reclassification.ts';

/** An area that coast is counted in: a town, a functional zone, a polygon of the user. */
export type StatisticalArea = {
  readonly id: string;
  readonly name: Bilingual;
  readonly geometry: ArealGeometry;
  /** How far its border may be off, in metres; absent when nobody states it. */
  readonly accuracyM?: number;
};

/** A question of the audit, to be answered by areas in place of the protection zones. */
export type AreaQuestion = AuditQuestion & { readonly areas: readonly StatisticalArea[] };

/**
 * Counts a coast by any areas, in steps: the same audit as by protection zones, with the plan's target for
 * each. Coast in several areas counts in each of them; `coverage` says how much, and how much is in none.
 * @throws RangeError when an area is no polygon that can be measured, with the reason.
 */
export function* countingByAreas(
  segments: readonly CoastlineSegment[],
  { rule, choices, log, areas }: AreaQuestion,
): Steps<Audit> {
  const measured = yield* measuringCoast({
    segments,
    zones: areas.map(({ id, name, geometry }) => ({ id, name, geometry, articles: [] })),
    tolerancesM: rule.sensitivity.generaliseM,
    unionArea,
  });
  return auditMeasured(measured, auditChoice(reclassified(segments, log), rule, choices));
}
