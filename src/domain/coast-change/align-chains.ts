import type { Anchor } from './chain-anchors.ts';

/** Anchors in order along both chains. */
export type Alignment = {
  readonly anchors: readonly Anchor[];
  /** Whether the chains run in opposite directions: `after` then falls while `before` rises. */
  readonly isReversed: boolean;
  readonly weightM: number;
};

/**
 * Finds the anchors of the greatest weight together that follow each other along both chains, in the same
 * direction or in opposite ones: so a near place on the far bank of a creek gives way to the coast's own.
 */
export function alignChains(anchors: readonly Anchor[]): Alignment {
  const [same, opposite] = [heaviest(anchors, 1), heaviest(anchors, -1)];
  return opposite.weightM > same.weightM ? opposite : same;
}

/** The heaviest ascending sequence, by a tree of greatest sums over ranks (Fenwick, 1994). */
function heaviest(anchors: readonly Anchor[], direction: 1 | -1): Alignment {
  const sorted = anchors.toSorted((a, b) => a.before - b.before || direction * (a.after - b.after));
  const ranks = new Map<number, number>();
  const ascending = [...new Set(sorted.map(({ after }) => after))].sort(
    (a, b) => direction * (a - b),
  );
  for (const [rank, after] of ascending.entries()) ranks.set(after, rank + 1);
  /** The anchor that ends the heaviest sequence, for ranges of ranks. */
  const tree = new Int32Array(ascending.length + 1).fill(-1);
  const sums = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  let best = -1;
  const sumAt = (number: number): number => (number < 0 ? 0 : (sums[number] ?? 0));
  for (const [number, { after, weightM }] of sorted.entries()) {
    const rank = ranks.get(after) ?? 0;
    let last = -1;
    for (let at = rank; at > 0; at -= at & -at) {
      const held = tree[at] ?? -1;
      if (sumAt(held) > sumAt(last)) last = held;
    }
    sums[number] = sumAt(last) + weightM;
    previous[number] = last;
    for (let at = rank; at < tree.length; at += at & -at)
      if (sumAt(number) > sumAt(tree[at] ?? -1)) tree[at] = number;
    if (sumAt(number) > sumAt(best)) best = number;
  }
  const found: Anchor[] = [];
  for (let number = best; number >= 0; number = previous[number] ?? -1) {
    const anchor = sorted[number];
    if (anchor !== undefined) found.push(anchor);
  }
  return { anchors: found.reverse(), isReversed: direction < 0, weightM: sumAt(best) };
}
