import { measureCoast } from '../coast/measured-coast.ts';
import type { CoastlineSegment, RealmChoice } from '../coastline.ts';
import { unionArea } from '../geometry/polygon-union.ts';
import type { Zone } from '../zone.ts';
import type { Audit, AuditRule } from './audit.ts';
import { auditMeasured } from './audit-measured.ts';

/** What an audit is made of. */
export type AuditInput = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
};

/**
 * The coastline audit: every length and area on the ellipsoid and with Turf,
 * ratios with their band and verdict, the proof of coverage and the pieces behind each figure.
 */
export function auditCoastline({ segments, zones, rule, realm }: AuditInput): Audit {
  const measured = measureCoast({
    segments,
    zones,
    tolerancesM: rule.sensitivity.generaliseM,
    unionArea,
  });
  return auditMeasured(measured, { segments, rule, realm });
}
