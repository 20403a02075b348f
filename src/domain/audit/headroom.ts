import { type Metres, metres } from '../units.ts';
import type { Band, CoastLengths, Verdict } from './audit.ts';

/**
 * Shares that differ by less are equal: a millimetre of 1 000 km. Sums of lengths are exact to 1e-12, and their last
 * bit depends on the order in which features stand in a file.
 */
const EQUAL_SHARES = 1e-9;

/** Passes or fails only when the whole band does; a limit that equals the target keeps it. */
export function verdict(limits: Band | undefined, target: number): Verdict {
  if (limits === undefined) return 'no-coast';
  const least = target - EQUAL_SHARES;
  if (limits.low >= least) return 'pass';
  return limits.high < least ? 'fail' : 'too-close';
}

/**
 * Natural and restored coast that may still be lost, in metres: N − target · T; negative: to be restored. Zero where
 * the ratio equals the target; undefined without coast.
 */
export function headroom(
  { naturalM, restoredM, totalM }: Pick<CoastLengths, 'naturalM' | 'restoredM' | 'totalM'>,
  target: number,
): Metres | undefined {
  if (totalM <= 0) return undefined;
  const spareM = naturalM + restoredM - target * totalM;
  return metres(Math.abs(spareM) < EQUAL_SHARES * totalM ? 0 : spareM);
}
