import { EQUAL_SHARES } from '../../domain/audit/headroom.ts';

/** The text shown for an absent value. */
export const NONE = '-';

/** Formats metres to the decimetre; an absent value becomes a dash. */
export function formatMetres(lengthM: number | null): string {
  return lengthM === null ? NONE : fixed(lengthM, 1);
}

/**
 * Formats a share as a percentage; an absent value becomes a dash. Uses enough decimals that a ratio close
 * to its target never reads as the target itself.
 */
export function percent(ratio: number | null, target: number | undefined): string {
  if (ratio === null) return NONE;
  let decimals = 2;
  const isEqual = target === undefined || Math.abs(ratio - target) < EQUAL_SHARES;
  while (!isEqual && decimals < 9 && same(ratio, target, decimals)) decimals += 1;
  return `${fixed(ratio * 100, decimals)}%`;
}

function same(one: number, other: number, decimals: number): boolean {
  return (one * 100).toFixed(decimals) === (other * 100).toFixed(decimals);
}

/** Formats a number with a fixed number of decimals and commas between thousands; zero has no sign. */
export function fixed(value: number, decimals: number): string {
  const format = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(value).replace(/^-(?=[0.,]*$)/, '');
}

/**
 * Formats a number to two significant digits, so that a small value never becomes zero: the two earth
 * models differ by 1e-5 points here.
 */
export function significant(value: number): string {
  return Math.abs(value) >= 1 ? value.toFixed(2) : String(Number(value.toPrecision(2)));
}
