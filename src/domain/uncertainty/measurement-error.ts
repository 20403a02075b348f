import type { AuditRule, CoastPiece, CoastSummary } from '../audit/audit.ts';
import { countingOf, isInNumerator } from '../audit/audit.ts';
import type { CoastlineSegment } from '../coastline.ts';
import { Z_90 } from './normal.ts';
import { type PositionError, positionError } from './position-error.ts';

/** How exactly a ratio is measured: standard uncertainties and the ends of a 90 % interval, as shares from 0 to 1. */
export type MeasurementError = {
  readonly earthModel: number;
  readonly detail: number;
  /** Absent where nobody states how far the positions are off. */
  readonly position: number | undefined;
  /** All parts in quadrature. */
  readonly standardUncertainty: number;
  readonly low: number;
  readonly high: number;
};

/** Over how many metres of coast the error of positions hangs together, where the rule does not say. */
const ASSUMED_CORRELATION_M = 500;

/**
 * The error of positions from the distance within which 90 % of them lie; undefined where the rule states none.
 * Distances are across the line, so that one axis of a normal distribution holds them.
 */
export function statedPositionError({
  position,
}: Pick<AuditRule, 'position'>): PositionError | undefined {
  if (position === undefined) return undefined;
  const { within90M, correlationM = ASSUMED_CORRELATION_M } = position;
  return { sigmaM: within90M / Z_90, correlationM };
}

/**
 * How exactly the ratio of a zone or of the whole is measured; undefined without coast. A choice of earth model or of detail is
 * even between the ratios found, so that its standard uncertainty is their difference / √12 (JCGM 100:2008,
 * 4.3.7); the mean shift by positions is added as if it were spread (F.2.4.5).
 */
export function measurementError(
  { ratio, totalM, bandParts, counting }: CoastSummary,
  pieces: readonly CoastPiece[],
  given: {
    readonly segments: ReadonlyMap<string, CoastlineSegment>;
    readonly position: PositionError | undefined;
  },
): MeasurementError | undefined {
  if (ratio === undefined) return undefined;
  const evenly = (kind: 'earth-model' | 'generalisation'): number => {
    const part = bandParts.find((one) => one.kind === kind);
    return part === undefined ? 0 : (part.high - part.low) / Math.sqrt(12);
  };
  const [earthModel, detail] = [evenly('earth-model'), evenly('generalisation')];
  const lines = pieces.map(({ segmentId, line }) => {
    const shoreClass = given.segments.get(segmentId)?.class;
    const how = countingOf(shoreClass, counting);
    const part = isInNumerator(how) ? 1 : 0;
    return { positions: line, perMetre: how === 'excluded' ? 0 : (part - ratio) / totalM };
  });
  const moved = given.position && positionError(lines, given.position);
  const position = moved && Math.hypot(moved.standardDeviation, moved.shift);
  const standardUncertainty = Math.hypot(earthModel, detail, position ?? 0);
  return {
    ...{ earthModel, detail, position, standardUncertainty },
    low: Math.max(0, ratio - Z_90 * standardUncertainty),
    high: Math.min(1, ratio + Z_90 * standardUncertainty),
  };
}
