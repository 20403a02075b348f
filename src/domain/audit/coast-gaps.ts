import Flatbush from 'flatbush';
import { ellipsoidDistance, metresPerDegree } from '../geodesy.ts';
import { type Gap, pairNearest } from '../geometry/pair-nearest.ts';
import { metres } from '../units.ts';
import type { CoverageFault } from './audit.ts';
import { type CoastChains, coastChains, type DrawnCoast, type LooseEnd } from './coast-chains.ts';

/**
 * Ends of coast that are nearer than this, in metres, and do not meet always form a gap. This includes
 * the two ends of the district's coast, and an end of an island with an end of the mainland.
 */
const NARROW_GAP = 500;

/**
 * Finds missing coast; each gap is as long as the straight line across it. The coast of the mainland is
 * one chain with two ends, where the district begins and ends, and the coast of an island is a ring. All
 * other ends belong together in pairs, however far apart. Mainland stretches far from each other are
 * therefore a gap too, even if the coast between belongs to a neighbour. The ratio is then provisional
 * until the file contains the coast between, or each stretch is audited separately.
 *
 * The data do not say which ends belong together. The nearest two are joined first, then the nearest two
 * of the rest, and so on. This does not always give the least total, but it matches what a user would
 * draw. A single end left over, such as that of a pier on the coast, misses no coast. A chain is mainland
 * if any of its lines is mainland.
 */
export function coastGaps(coast: DrawnCoast): readonly CoverageFault[] {
  return closedChains(coast).gaps;
}

/** The gaps of a coast as `coastGaps` finds them, and its chains with the ends across each gap joined. */
export function closedChains(
  coast: DrawnCoast,
): Pick<CoastChains, 'chainOf'> & { readonly gaps: readonly CoverageFault[] } {
  const chains = coastChains(coast);
  const open = new Set(chains.looseEnds);
  const gaps: Gap<LooseEnd>[] = [];
  const joinAll = (found: Iterable<Gap<LooseEnd>>): void => {
    for (const gap of found) {
      if (!open.has(gap.one) || !open.has(gap.other)) continue;
      open.delete(gap.one);
      open.delete(gap.other);
      chains.join(gap.one.line, gap.other.line);
      gaps.push(gap);
    }
  };
  joinAll(narrowGaps(chains.looseEnds).toSorted((a, b) => a.lengthM - b.lengthM));
  const mainland = mainlandChains(coast, chains);
  const ends = [...open];
  const [ashore, onIslands] = [true, false].map((isMainland) =>
    ends.filter(({ line }) => mainland.has(chains.chainOf(line)) === isMainland),
  );
  const areOneChain = (one: LooseEnd, other: LooseEnd): boolean =>
    chains.chainOf(one.line) === chains.chainOf(other.line);
  joinAll(pairNearest(onIslands ?? [], areOneChain));
  joinAll(pairNearest(ashore ?? [], (one, other) => !areOneChain(one, other)));
  joinAll(allButTwo((ashore ?? []).filter((end) => open.has(end))));
  const faults = gaps.map(({ one, other, lengthM }): CoverageFault => {
    const ends = [one, other].sort((a, b) => a.line - b.line);
    return {
      kind: 'gap',
      lengthM: metres(lengthM),
      segmentIds: [...new Set(ends.map(({ segment }) => segment?.id ?? ''))],
      zoneIds: [],
      line: ends.map(({ position }) => position),
    };
  });
  return { chainOf: chains.chainOf, gaps: faults };
}

/** All pairs of ends of different lines that are near each other. */
function narrowGaps(ends: readonly LooseEnd[]): readonly Gap<LooseEnd>[] {
  if (ends.length === 0) return [];
  const index = new Flatbush(ends.length);
  for (const { position } of ends) index.add(...position, ...position);
  index.finish();
  return ends.flatMap((one, number) => {
    const [x, y] = one.position;
    const { east, north } = metresPerDegree(Math.min(89, Math.abs(y) + 0.01));
    // The box is a little wider than a narrow gap, because metres per degree are accurate to half a
    // percent.
    const [reachX, reachY] = [(1.01 * NARROW_GAP) / east, (1.01 * NARROW_GAP) / north];
    return index
      .search(x - reachX, y - reachY, x + reachX, y + reachY, (other) => other > number)
      .flatMap((found): readonly Gap<LooseEnd>[] => {
        const other = ends[found];
        if (other === undefined || other.line === one.line) return [];
        const lengthM = ellipsoidDistance(one.position, other.position);
        return lengthM <= NARROW_GAP ? [{ one, other, lengthM }] : [];
      });
  });
}

/** The numbers of the chains that contain a line of the mainland. */
function mainlandChains(
  { lines, segments, counts }: DrawnCoast,
  { chainOf }: CoastChains,
): ReadonlySet<number> {
  return new Set(
    lines.flatMap(({ segment }, line) =>
      counts(segment) && segments[segment]?.realm === 'mainland' ? [chainOf(line)] : [],
    ),
  );
}

/** Pairs the ends of one chain until two or three remain, those farthest from all others. */
function* allButTwo(ends: readonly LooseEnd[]): Generator<Gap<LooseEnd>> {
  let left = ends.length;
  for (const gap of pairNearest(ends, () => true)) {
    if (left < 4) return;
    yield gap;
    left -= 2;
  }
}
