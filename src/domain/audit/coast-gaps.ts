import Flatbush from 'flatbush';
import { ellipsoidDistance, metresPerDegree } from '../geodesy.ts';
import { type Gap, pairNearest } from '../geometry/pair-nearest.ts';
import { metres } from '../units.ts';
import type { CoverageFault } from './audit.ts';
import { type CoastChains, coastChains, type DrawnCoast, type LooseEnd } from './coast-chains.ts';

/**
 * Ends of coast that lie nearer than this, in metres, and do not meet, are a gap before anything else
 * is asked: even the two ends of the district's coast, or one of an island's and one of the mainland's.
 */
const NARROW_GAP = 500;

/**
 * Missing coast, each gap as long as the straight way across. The mainland's coast is one chain with
 * two ends, where the district begins and ends, and an island's is a ring: whatever other ends there
 * are belong together two by two, however far apart. So mainland stretches far from each other are a
 * gap too, though the coast between may be a neighbour's: the ratio is provisional until the file has
 * the coast between or the audit is made of each by itself.
 *
 * Which ends belong together is not in the data: the nearest two are joined first, then the nearest
 * of those left, and so on. That is not always the least total, but what a person would draw. A single
 * end left over, as of a pier that stands on the coast, has nothing missing. Chains of which any line
 * is mainland are mainland.
 */
export function coastGaps(coast: DrawnCoast): readonly CoverageFault[] {
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
  return gaps.map(({ one, other, lengthM }) => {
    const ends = [one, other].sort((a, b) => a.line - b.line);
    return {
      kind: 'gap',
      lengthM: metres(lengthM),
      segmentIds: [...new Set(ends.map(({ segment }) => segment?.id ?? ''))],
      zoneIds: [],
      line: ends.map(({ position }) => position),
    };
  });
}

/** Every two ends of different lines that lie near each other. */
function narrowGaps(ends: readonly LooseEnd[]): readonly Gap<LooseEnd>[] {
  if (ends.length === 0) return [];
  const index = new Flatbush(ends.length);
  for (const { position } of ends) index.add(...position, ...position);
  index.finish();
  return ends.flatMap((one, number) => {
    const [x, y] = one.position;
    const { east, north } = metresPerDegree(Math.min(89, Math.abs(y) + 0.01));
    // A little wider than a narrow gap: metres in a degree are good to half a percent.
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

/** The chains, by their numbers, that any line of the mainland is part of. */
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

/** Pairs of ends of one chain until the two or three are left that are farthest from all others. */
function* allButTwo(ends: readonly LooseEnd[]): Generator<Gap<LooseEnd>> {
  let left = ends.length;
  for (const gap of pairNearest(ends, () => true)) {
    if (left < 4) return;
    yield gap;
    left -= 2;
  }
}
