/**
 * Finds the first index from 0 up to a count from which on a condition is true, by binary search; returns
 * the count when it is never true. The condition must stay true once it is true.
 */
export function firstIndex(count: number, isReached: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The index of the first of some ascending numbers that is not less than the wanted number; otherwise
 * their count.
 */
export function lowerBound(ascending: readonly number[], wanted: number): number {
  return firstIndex(ascending.length, (index) => !((ascending[index] ?? Infinity) < wanted));
}
