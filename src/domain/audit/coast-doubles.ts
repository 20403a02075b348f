import { type CoastEdges, edgeEnds, type SegmentLine } from '../coast/coast-edges.ts';
import { NEAR_COAST_M, type NearPart } from '../coast/near-coast.ts';
import type { AlongsideCoast } from '../coast/repeated-coast.ts';
import type { CoastlineSegment } from '../coastline.ts';
import { lengthBetween } from '../geometry/split-lengths.ts';
import { along, type Position } from '../geometry.ts';
import { metres } from '../units.ts';
import type { CoverageFault } from './audit.ts';
import { type LineNetwork, lineNetwork, placeKey } from './line-network.ts';

/** The coast to compare with itself. */
export type CoastToCompare = {
  readonly edges: CoastEdges;
  readonly alongside: AlongsideCoast;
  readonly lines: readonly SegmentLine[];
  readonly segments: readonly CoastlineSegment[];
  /** Whether a segment, by its index, is part of the coast that is audited. */
  readonly counts: (segment: number) => boolean;
};

/** Coast that was drawn twice, a few metres apart. */
export type CoastDoubles = {
  readonly faults: readonly CoverageFault[];
  /** Lines that draw the same coast, in pairs: they are one chain. */
  readonly joins: readonly (readonly [line: number, other: number])[];
  /** The ends of lines that lie beside the other drawing; no coast is missing there. */
  readonly ends: ReadonlySet<string>;
  /** Whether a share of an edge is part of a double: it is listed there, though it may lie on other coast. */
  readonly holds: (edge: number, share: number) => boolean;
};

/**
 * The least length of coast drawn twice in metres, unless it is a whole line. Lines that meet or cross at 3°
 * to 6° are as near for as long.
 */
const LEAST_M = 100;
/** Nothing on a coast is narrower than 1 m for 500 m; a pier may be drawn without width. */
const NARROWEST_M = 1;
const NARROW_LENGTH_M = 500;
/** A whole line: this share of it. */
const WHOLE = 0.9;
/** Parts of one run are at most this far apart, in metres: corners of the two drawings differ. */
const BREAK_M = 3 * NEAR_COAST_M;

/**
 * Finds coast that was drawn twice up to 5 m apart. Real things can be as narrow: the two sides of a mole
 * or of a creek run in opposite directions along one coast. So what runs the same way is a double. Lines
 * that follow each other show which way they run; a single line runs as it is drawn if most lines of the
 * file follow each other. Otherwise, and for lines that run in opposite directions, it is a double if one
 * of them lies beside the other for all its length and both do not follow each other around a tip, or if a
 * line ends beside the other one, where no other coast goes on. Nothing real is narrower than 1 m for 500 m.
 */
export function coastDoubles(coast: CoastToCompare): CoastDoubles {
  const { edges, alongside, lines, counts } = coast;
  const isCounted = (edge: number): boolean => counts(edges.segmentOf[edge] ?? -1);
  const parts = alongside.near.filter(({ edge, earlier }) => isCounted(edge) && isCounted(earlier));
  const held = new Map<number, readonly [number, number]>();
  const holds = (edge: number, share: number): boolean => {
    const [low, high] = held.get(edge) ?? [1, 0];
    return low <= share && share <= high;
  };
  if (parts.every(({ isRepeat }) => isRepeat))
    return { faults: [], joins: [], ends: new Set(), holds };
  const network = lineNetwork(lines, counts);
  const covered = coveredShares(parts, coast);
  const faults: CoverageFault[] = [];
  const joins: (readonly [number, number])[] = [];
  const ends = new Set<string>();
  for (const run of runsBeside(parts, coast, network)) {
    if (!isDouble(run, coast, { network, covered })) continue;
    faults.push(...faultsOf(run, coast));
    for (const part of run.parts) {
      const [low, high] = held.get(part.edge) ?? [1, 0];
      held.set(part.edge, [Math.min(low, part.from), Math.max(high, part.to)]);
      joins.push([lineOf(coast, part.edge), lineOf(coast, part.earlier)]);
      for (const end of endsBeside(part, coast)) ends.add(placeKey(end));
    }
  }
  return { faults, joins, ends, holds };
}

/** Parts that follow each other along one chain and run beside earlier coast in one way. */
type Run = { readonly parts: readonly NearPart[]; readonly way: Way; readonly lengthM: number };
/** The way of a part along the earlier coast; `unclear` where nothing shows it. */
type Way = 'same' | 'opposite' | 'unclear';

function lineOf({ edges }: Pick<CoastToCompare, 'edges'>, edge: number): number {
  return edges.lineOf[edge] ?? -1;
}

function wayOf(part: NearPart, coast: CoastToCompare, network: LineNetwork): Way {
  const [line, other] = [lineOf(coast, part.edge), lineOf(coast, part.earlier)];
  const [path, otherPath] = [network.pathOf(line), network.pathOf(other)];
  const isOnePath = path.number === otherPath.number;
  if (isOnePath && (line === other || path.ends.length > 0))
    return part.isSameWay === (path.turned === otherPath.turned) ? 'same' : 'opposite';
  // Two drawings between the same ends look like a ring.
  if (isOnePath && part.isSameWay !== (path.turned === otherPath.turned)) return 'unclear';
  if (!network.isOriented) return 'unclear';
  return part.isSameWay ? 'same' : 'opposite';
}

/**
 * The runs that lie beside earlier coast for the most part. Coast that lies on it is told as repeated, and
 * what leaves it at the ends is judged by itself.
 */
function* runsBeside(
  parts: readonly NearPart[],
  coast: CoastToCompare,
  network: LineNetwork,
): Generator<Run> {
  const lengthOf = (part: NearPart): number => endOf(coast, part) - startOf(coast, part);
  for (const run of runsOf(parts, coast, network)) {
    const beside = run.parts.filter(({ isRepeat }) => !isRepeat);
    const besideM = beside.reduce((sum, part) => sum + lengthOf(part), 0);
    if (2 * besideM >= run.lengthM) yield run;
    else if (beside.length > 0) yield* runsOf(beside, coast, network);
  }
}

function* runsOf(
  parts: readonly NearPart[],
  coast: CoastToCompare,
  network: LineNetwork,
): Generator<Run> {
  const groups = new Map<string, { readonly way: Way; readonly parts: NearPart[] }>();
  for (const part of parts) {
    const way = wayOf(part, coast, network);
    const key = `${coast.alongside.course.chain[part.edge]} ${way}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { way, parts: [part] });
    else known.parts.push(part);
  }
  for (const { way, parts: grouped } of groups.values()) {
    let open: NearPart[] = [];
    let [endM, lengthM] = [-Infinity, 0];
    for (const part of grouped.toSorted((a, b) => startOf(coast, a) - startOf(coast, b))) {
      const [from, to] = [startOf(coast, part), endOf(coast, part)];
      if (from > endM + BREAK_M) {
        if (open.length > 0) yield { parts: open, way, lengthM };
        [open, lengthM] = [[], 0];
        endM = from;
      }
      open.push(part);
      lengthM += Math.max(0, to - Math.max(from, endM));
      endM = Math.max(endM, to);
    }
    if (open.length > 0) yield { parts: open, way, lengthM };
  }
}

/** Metres along the chain to a share of an edge. */
function metresTo({ alongside: { course } }: CoastToCompare, edge: number, share: number): number {
  const [start, end] = [course.along[edge] ?? 0, course.along[edge + 1] ?? 0];
  return start + share * (end - start);
}

function startOf(coast: CoastToCompare, { edge, from }: NearPart): number {
  return metresTo(coast, edge, from);
}

function endOf(coast: CoastToCompare, { edge, to }: NearPart): number {
  return metresTo(coast, edge, to);
}

type Evidence = {
  readonly network: LineNetwork;
  /** The share of each line that runs near other coast. */
  readonly covered: (line: number) => number;
};

function isDouble(run: Run, coast: CoastToCompare, { network, covered }: Evidence): boolean {
  const isWhole = run.parts.some(
    ({ edge, earlier }) =>
      covered(lineOf(coast, edge)) >= WHOLE || covered(lineOf(coast, earlier)) >= WHOLE,
  );
  if (run.lengthM < LEAST_M && !(isWhole && run.lengthM >= 2 * NEAR_COAST_M)) return false;
  if (run.way === 'same' || (run.lengthM >= NARROW_LENGTH_M && meanApart(run, coast) < NARROWEST_M))
    return true;
  if (isWhole && run.parts.some((part) => areTwins(part, coast, network))) return true;
  return run.parts.some(
    (part) =>
      network.setOf(lineOf(coast, part.edge)) !== network.setOf(lineOf(coast, part.earlier)) &&
      endsBeside(part, coast).some(network.isLoose),
  );
}

/** The mean distance of a run from the earlier coast, in metres. */
function meanApart({ parts }: Run, coast: CoastToCompare): number {
  let [sum, lengthM] = [0, 0];
  for (const part of parts) {
    const ofPartM = endOf(coast, part) - startOf(coast, part);
    sum += ofPartM * part.apartM;
    lengthM += ofPartM;
  }
  return sum / lengthM;
}

/** Whether two lines do not follow each other around a tip: they are apart, or lead between the same ends. */
function areTwins(
  { edge, earlier }: NearPart,
  coast: CoastToCompare,
  network: LineNetwork,
): boolean {
  const [line, other] = [lineOf(coast, edge), lineOf(coast, earlier)];
  if (line === other) return false;
  if (network.setOf(line) !== network.setOf(other)) return true;
  const [path, otherPath] = [network.pathOf(line), network.pathOf(other)];
  if (path.number !== otherPath.number) return path.ends.join() === otherPath.ends.join();
  // A ring of the mainland is none; that of an island may be as narrow.
  return (
    path.ends.length === 0 &&
    coast.segments[coast.edges.segmentOf[edge] ?? -1]?.realm === 'mainland'
  );
}

/** Adds up how much of each line runs near other coast. */
function coveredShares(
  parts: readonly NearPart[],
  coast: CoastToCompare,
): (line: number) => number {
  const stretches = new Map<number, (readonly [number, number])[]>();
  const add = (edge: number, from: number, to: number): void => {
    const line = lineOf(coast, edge);
    const stretch = [metresTo(coast, edge, from), metresTo(coast, edge, to)] as const;
    const known = stretches.get(line);
    if (known === undefined) stretches.set(line, [stretch]);
    else known.push(stretch);
  };
  for (const { edge, earlier, from, to, beside } of parts) {
    add(edge, from, to);
    add(earlier, ...beside);
  }
  const lengths = new Map<number, number>();
  for (const [edge, line] of coast.edges.lineOf.entries())
    if (stretches.has(line))
      lengths.set(
        line,
        (lengths.get(line) ?? 0) + metresTo(coast, edge, 1) - metresTo(coast, edge, 0),
      );
  const shares = new Map<number, number>();
  for (const [line, found] of stretches) {
    let [sum, end] = [0, -Infinity];
    for (const [from, to] of found.toSorted((a, b) => a[0] - b[0])) {
      sum += Math.max(0, to - Math.max(from, end));
      end = Math.max(end, to);
    }
    shares.set(line, sum / (lengths.get(line) ?? Infinity));
  }
  return (line) => shares.get(line) ?? 0;
}

/** The ends of the two lines that a part reaches, to within 5 m. */
function endsBeside(
  { edge, earlier, from, to, beside }: NearPart,
  coast: CoastToCompare,
): readonly Position[] {
  return [...endsOfLine(coast, edge, [from, to]), ...endsOfLine(coast, earlier, beside)];
}

function endsOfLine(
  coast: CoastToCompare,
  edge: number,
  [from, to]: readonly [number, number],
): readonly Position[] {
  const { edges } = coast;
  const lengthM = metresTo(coast, edge, 1) - metresTo(coast, edge, 0);
  const [start, end] = edgeEnds(edges, edge);
  const line = lineOf(coast, edge);
  const isFirst = edges.lineOf[edge - 1] !== line;
  const isLast = edges.lineOf[edge + 1] !== line;
  return [
    ...(isFirst && from * lengthM <= NEAR_COAST_M ? [start] : []),
    ...(isLast && (1 - to) * lengthM <= NEAR_COAST_M ? [end] : []),
  ];
}

/** One fault per segment of a run, each with the segment that was drawn before. */
function faultsOf({ parts }: Run, coast: CoastToCompare): readonly CoverageFault[] {
  const { edges, segments } = coast;
  const idOf = (edge: number): string => segments[edges.segmentOf[edge] ?? -1]?.id ?? '';
  const found: {
    line: number;
    lengthM: number;
    apartM: number;
    id: string;
    earlier: Set<string>;
    path: Position[];
  }[] = [];
  const byEdge = new Map<number, NearPart[]>();
  for (const part of parts) byEdge.set(part.edge, [...(byEdge.get(part.edge) ?? []), part]);
  for (const [edge, ofEdge] of [...byEdge].sort(([a], [b]) => a - b)) {
    const [from, to] = edgeEnds(edges, edge);
    const [low, high] = [
      Math.min(...ofEdge.map((part) => part.from)),
      Math.max(...ofEdge.map((part) => part.to)),
    ];
    const line = lineOf(coast, edge);
    let open = found.at(-1);
    if (open === undefined || open.line !== line) {
      open = {
        line,
        lengthM: 0,
        apartM: 0,
        id: idOf(edge),
        earlier: new Set(),
        path: [along(from, to, low)],
      };
      found.push(open);
    }
    open.lengthM += lengthBetween([from, to], low, high);
    open.apartM = Math.max(open.apartM, ...ofEdge.map(({ apartM }) => apartM));
    for (const { earlier } of ofEdge) open.earlier.add(idOf(earlier));
    open.path.push(along(from, to, high));
  }
  return found.map(({ lengthM, apartM, id, earlier, path }) => ({
    kind: 'duplicate',
    lengthM: metres(lengthM),
    apartM: metres(apartM),
    segmentIds: [id, ...earlier],
    zoneIds: [],
    line: path,
  }));
}
