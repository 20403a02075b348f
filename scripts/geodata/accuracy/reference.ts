import type { Position } from '../../../src/domain/geometry.ts';
import { metresBetween } from '../coast/line.ts';
import type { TaggedLine } from './read-lines.ts';

/** Line ends closer than this, in metres, are the same place. */
const JOINED = 2;
/**
 * The maximum distance of the coast's end from the reference, in metres, at which the reference is cut
 * there.
 */
const END_REACH = 3000;

/** Lines joined end to end; `counts` has one value per edge. */
export type Chain = {
  readonly positions: readonly Position[];
  readonly counts: readonly boolean[];
};

/** The reference between the coast's two ends, and whether it could be cut there. */
export type LimitedReference = { readonly chains: readonly Chain[]; readonly isLimited: boolean };

/**
 * Returns the part of the reference between the ends of the coast. When lines join to one chain that passes
 * both ends, the chain is cut there: the rest (the next district, the far shore of the bay) is not
 * compared. Otherwise the whole reference is kept and `isLimited` is false.
 */
export function limitReference(
  lines: readonly TaggedLine[],
  ends: readonly [Position, Position],
): LimitedReference {
  const chains = joinLines(lines);
  for (const chain of chains) {
    const [first, second] = [nearestVertex(chain, ends[0]), nearestVertex(chain, ends[1])];
    if (first.distanceM > END_REACH || second.distanceM > END_REACH || first.index === second.index)
      continue;
    const [from, to] =
      first.index < second.index ? [first.index, second.index] : [second.index, first.index];
    const cut = {
      positions: chain.positions.slice(from, to + 1),
      counts: chain.counts.slice(from, to),
    };
    return { chains: [cut], isLimited: true };
  }
  return { chains, isLimited: false };
}

/** Joins lines whose ends meet, whatever the direction in which they were drawn. */
export function joinLines(lines: readonly TaggedLine[]): readonly Chain[] {
  const left = lines.map(({ positions, counts }) => ({
    positions,
    counts: positions.slice(1).map(() => counts),
  }));
  const chains: Chain[] = [];
  for (let chain: Chain | undefined = left.shift(); chain !== undefined; chain = left.shift()) {
    for (;;) {
      const next = takeTouching(left, chain);
      if (next === undefined) break;
      chain = next;
    }
    chains.push(chain);
  }
  return chains;
}

function takeTouching(left: Chain[], chain: Chain): Chain | undefined {
  for (const [index, line] of left.entries()) {
    for (const candidate of [line, reversed(line)]) {
      const joined = meets(chain, candidate)
        ? concat(chain, candidate)
        : meets(candidate, chain) && concat(candidate, chain);
      if (joined === false) continue;
      left.splice(index, 1);
      return joined;
    }
  }
  return undefined;
}

function meets(before: Chain, after: Chain): boolean {
  const [end, start] = [before.positions.at(-1), after.positions[0]];
  return end !== undefined && start !== undefined && metresBetween(end, start) < JOINED;
}

function concat(before: Chain, after: Chain): Chain {
  return {
    positions: [...before.positions, ...after.positions.slice(1)],
    counts: [...before.counts, ...after.counts],
  };
}

function reversed({ positions, counts }: Chain): Chain {
  return { positions: positions.toReversed(), counts: counts.toReversed() };
}

function nearestVertex(
  { positions }: Chain,
  end: Position,
): { readonly index: number; readonly distanceM: number } {
  const distances = positions.map((position) => metresBetween(position, end));
  const distanceM = distances.reduce((least, distance) => Math.min(least, distance), Infinity);
  return { index: distances.indexOf(distanceM), distanceM };
}
