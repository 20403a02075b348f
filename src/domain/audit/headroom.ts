import { type Metres, metres } from '../units.ts';
import type { Band, CoastLengths, Verdict } from './audit.ts';

/**
 * Shares that differ by less than this are equal, in verdicts as in print; it is a millimetre in 1 000 km. Sums of lengths are
 * exact to 1e-12, and their last bit depends on the order of the features in a file.
 */
export const EQUAL_SHARES = 1e-9;

/** Gives `pass` or `fail` only when the whole band agrees; a limit equal to the target meets it. */
export function verdict(limits: Band | undefined, target: number): Verdict {
  if (limits === undefined) return 'no-coast';
  const least = target - EQUAL_SHARES;
  if (limits.low >= least) return 'pass';
  return limits.high < least ? 'fail' : 'too-close';
}

/**
 * Natural and restored coast that may still be lost, in metres: N − target · T. A negative value has to
 * be restored. It is zero when the ratio equals the target and undefined without coast.
 */
export function headroom(
  { naturalM, restoredM, totalM }: Pick<CoastLengths, 'naturalM' | 'restoredM' | 'totalM'>,
  target: number,
): Metres | undefined {
  if (totalM <= 0) return undefined;
  const spareM = naturalM + restoredM - target * totalM;
  return metres(Math.abs(spareM) < EQUAL_SHARES * totalM ? 0 : spareM);
}
