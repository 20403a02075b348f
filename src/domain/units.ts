/** Quantities with their unit in the type. Only this file converts a plain number to such a quantity. */

declare const unit: unique symbol;

/** A length in metres. */
export type Metres = number & { readonly [unit]: 'm' };
/** An area in square metres. */
export type SquareMetres = number & { readonly [unit]: 'm2' };
/** A share of a whole, 0 to 1. */
export type Ratio = number & { readonly [unit]: 'ratio' };

/**
 * Converts a finite number to metres. Negative values are allowed: headroom can be negative.
 * @throws RangeError if the number is not finite: a measurement went wrong upstream.
 */
export function metres(value: number): Metres {
  if (!Number.isFinite(value)) throw new RangeError(`not a length in metres: ${value}`);
  return value as Metres;
}

/**
 * Converts a finite, non-negative number to square metres.
 * @throws RangeError if it is negative or not finite.
 */
export function squareMetres(value: number): SquareMetres {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`not an area in square metres: ${value}`);
  }
  return value as SquareMetres;
}

/** Computes part / whole; returns undefined unless the whole is positive, never NaN or an invented 0. */
export function ratio(part: number, whole: number): Ratio | undefined {
  return whole > 0 ? ((part / whole) as Ratio) : undefined;
}
