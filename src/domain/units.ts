/** Quantities with their unit in the type. This file alone turns a plain number into one. */

declare const unit: unique symbol;

/** A length in metres. */
export type Metres = number & { readonly [unit]: 'm' };
/** An area in square metres. */
export type SquareMetres = number & { readonly [unit]: 'm2' };
/** A share of a whole, 0 to 1. */
export type Ratio = number & { readonly [unit]: 'ratio' };

/**
 * Takes a finite number of metres. Negative values are allowed: headroom can be negative.
 * @throws RangeError if the number is not finite: a measurement went wrong upstream.
 */
export function metres(value: number): Metres {
  if (!Number.isFinite(value)) throw new RangeError(`not a length in metres: ${value}`);
  return value as Metres;
}

/**
 * Takes a finite, non-negative number of square metres.
 * @throws RangeError if it is negative or not finite.
 */
export function squareMetres(value: number): SquareMetres {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`not an area in square metres: ${value}`);
  }
  return value as SquareMetres;
}

/** part / whole, or `undefined` where there is no whole to share: never NaN, never a made-up 0. */
export function ratio(part: number, whole: number): Ratio | undefined {
  return whole > 0 ? ((part / whole) as Ratio) : undefined;
}
