/** How grave something is, compared number by number; undefined where there is nothing to rank. */
export type Gravity = readonly number[] | undefined;

/**
 * Compares two for a sort: `sign` 1 puts the less grave first, -1 the graver. What has no gravity comes last in both
 * directions.
 */
export function compareGravity(one: Gravity, other: Gravity, sign: 1 | -1): number {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : sign * ((one[at] ?? 0) - (other[at] ?? 0));
}
