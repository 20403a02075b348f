import { type MeasuredCoast, measureCoast } from '../coast/measured-coast.ts';
import type { CoastlineSegment, RealmChoice } from '../coastline.ts';
import { unionArea } from '../geometry/polygon-union.ts';
import type { Zone } from '../zone.ts';
import type { Audit, AuditRule } from './audit.ts';
import { auditMeasured } from './audit-measured.ts';

/** The input of `auditCoastline`; lengths and areas are measured from these geometries. */
export type AuditInput = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
};

/**
 * Runs the coastline audit: it gives every length and area on the ellipsoid and with Turf, the ratios
 * with their band and verdict, the proof of coverage and the pieces behind each figure.
 */
export function auditCoastline({ segments, zones, rule, realm }: AuditInput): Audit {
  return auditMeasured(measureAudited({ segments, zones, rule }), { segments, rule, realm });
}

/** Measures a coast as its rule asks, for all that is said of it: the audit, its uncertainty, a comparison. */
export function measureAudited({
  segments,
  zones,
  rule,
}: Omit<AuditInput, 'realm'>): MeasuredCoast {
  return measureCoast({ segments, zones, tolerancesM: rule.sensitivity.generaliseM, unionArea });
}
