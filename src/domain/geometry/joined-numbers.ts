/** Numbers from 0 up to a count, joined to each other in sets (union-find). */
export type JoinedNumbers = {
  /** Gives the representative of a number's set; it is the same for all joined numbers. */
  readonly setOf: (number: number) => number;
  /** Joins the sets of two numbers. */
  readonly join: (one: number, other: number) => void;
  /** All sets, each in ascending order; a number joined to no other is a set of one. */
  readonly sets: () => readonly (readonly number[])[];
};

/** Creates the numbers from 0 up to `count`, none of them joined yet. */
export function joinedNumbers(count: number): JoinedNumbers {
  const parents = Array.from({ length: count }, (_, number) => number);
  const setOf = (number: number): number => {
    let root = number;
    for (let next = parents[root]; next !== undefined && next !== root; next = parents[root])
      root = next;
    parents[number] = root;
    return root;
  };
  return {
    setOf,
    join: (one, other) => {
      parents[setOf(one)] = setOf(other);
    },
    sets: () => {
      const sets = new Map<number, number[]>();
      for (const number of parents.keys()) {
        const set = setOf(number);
        const known = sets.get(set);
        if (known === undefined) sets.set(set, [number]);
        else known.push(number);
      }
      return [...sets.values()];
    },
  };
}
