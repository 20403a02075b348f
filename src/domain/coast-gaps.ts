import Flatbush from 'flatbush';
import type { CoverageFault } from './audit.ts';
import type { SegmentLine } from './coast-edges.ts';
import type { CoastlineSegment } from './coastline.ts';
import { ellipsoidDistance, metresPerDegree } from './geodesy.ts';
import type { Position } from './geometry.ts';
import { metres } from './units.ts';

/**
 * Ends of coast that lie nearer than this, in metres, and do not meet: a gap. Farther ends may be where
 * the district's coast begins and ends, or where a neighbour's lies between: nothing in the data tells.
 */
const LARGEST_GAP = 500;

/** An end where one line stops and no other begins. */
type LooseEnd = {
  readonly position: Position;
  readonly line: number;
  readonly segment: CoastlineSegment | undefined;
};

/** Two loose ends that belong together, nearer ones first. */
type Gap = { readonly one: LooseEnd; readonly other: LooseEnd; readonly lengthM: number };

/**
 * Missing coast: between ends that nearly meet, each paired with the nearest, and, however wide, where
 * the coast of an island does not close. The length is that of the straight way across.
 */
export function coastGaps(
  lines: readonly SegmentLine[],
  segments: readonly CoastlineSegment[],
): readonly CoverageFault[] {
  const ends = looseEnds(lines, segments);
  const joined = new Set<LooseEnd>();
  const gaps: Gap[] = [];
  const join = (gap: Gap): void => {
    if (joined.has(gap.one) || joined.has(gap.other)) return;
    joined.add(gap.one).add(gap.other);
    gaps.push(gap);
  };
  for (const gap of narrowGaps(ends).toSorted((a, b) => a.lengthM - b.lengthM)) join(gap);
  const open = ends.filter((end) => !joined.has(end) && end.segment?.realm === 'island');
  for (const gap of openIslands(open, lines, gaps)) join(gap);
  return gaps.map(({ one, other, lengthM }) => ({
    kind: 'gap',
    lengthM: metres(lengthM),
    segmentIds: [...new Set([one.segment?.id ?? '', other.segment?.id ?? ''])],
    zoneIds: [],
    line: [one.position, other.position],
  }));
}

function looseEnds(
  lines: readonly SegmentLine[],
  segments: readonly CoastlineSegment[],
): readonly LooseEnd[] {
  /** The one end at a place; none where several meet. */
  const alone = new Map<string, LooseEnd | undefined>();
  for (const [line, { segment, positions }] of lines.entries()) {
    for (const position of [positions[0], positions.at(-1)]) {
      if (position === undefined) continue;
      const place = placeOf(position);
      const isFirst = !alone.has(place);
      alone.set(place, isFirst ? { position, line, segment: segments[segment] } : undefined);
    }
  }
  return [...alone.values()].filter((end) => end !== undefined);
}

function placeOf([longitude, latitude]: Position): string {
  return `${longitude} ${latitude}`;
}

/** Every two ends of different lines that lie near each other. */
function narrowGaps(ends: readonly LooseEnd[]): readonly Gap[] {
  if (ends.length === 0) return [];
  const index = new Flatbush(ends.length);
  for (const { position } of ends) index.add(...position, ...position);
  index.finish();
  return ends.flatMap((one, number) => {
    const [x, y] = one.position;
    const { east, north } = metresPerDegree(Math.min(89, Math.abs(y) + 0.01));
    // A little wider than the largest gap: metres in a degree are good to half a percent.
    const [reachX, reachY] = [(1.01 * LARGEST_GAP) / east, (1.01 * LARGEST_GAP) / north];
    return index
      .search(x - reachX, y - reachY, x + reachX, y + reachY, (other) => other > number)
      .flatMap((found): readonly Gap[] => {
        const other = ends[found];
        if (other === undefined || other.line === one.line) return [];
        const lengthM = ellipsoidDistance(one.position, other.position);
        return lengthM <= LARGEST_GAP ? [{ one, other, lengthM }] : [];
      });
  });
}

/** The two open ends of each island's coast, its lines taken together from end to end and across gaps. */
function openIslands(
  open: readonly LooseEnd[],
  lines: readonly SegmentLine[],
  gaps: readonly Gap[],
): readonly Gap[] {
  if (open.length === 0) return [];
  const chainOf = chains(lines, gaps);
  const byChain = new Map<number, LooseEnd>();
  return open.flatMap((other): readonly Gap[] => {
    const chain = chainOf(other.line);
    const one = byChain.get(chain);
    if (one === undefined) {
      byChain.set(chain, other);
      return [];
    }
    byChain.delete(chain);
    return [{ one, other, lengthM: ellipsoidDistance(one.position, other.position) }];
  });
}

/** Which chain a line is part of: lines that meet at an end, or across a gap, are one. */
function chains(lines: readonly SegmentLine[], gaps: readonly Gap[]): (line: number) => number {
  const parents = lines.map((_, line) => line);
  const rootOf = (line: number): number => {
    let root = line;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[line] = root;
    return root;
  };
  const firstAt = new Map<string, number>();
  for (const [line, { positions }] of lines.entries()) {
    for (const end of [positions[0], positions.at(-1)]) {
      if (end === undefined) continue;
      const first = firstAt.get(placeOf(end));
      if (first === undefined) firstAt.set(placeOf(end), line);
      else parents[rootOf(line)] = rootOf(first);
    }
  }
  for (const { one, other } of gaps) parents[rootOf(one.line)] = rootOf(other.line);
  return rootOf;
}
