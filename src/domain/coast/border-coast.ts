import type { CoastlineSegment } from '../coastline.ts';
import { boxAround, type EdgeEnds, layOutEdges, withoutRepeats } from '../geometry/edges.ts';
import { lengthBetween } from '../geometry/split-lengths.ts';
import { along, type Position, polygonsOf } from '../geometry.ts';
import type { Zone } from '../zone.ts';
import { coastEdges, edgeEnds, segmentLines } from './coast-edges.ts';
import { CoastIndex } from './coast-index.ts';
import { scaleAt, sharesBeside } from './near-coast.ts';

/** Coast that runs along the common border of two zones, so near that rounding decides whose it is. */
export type BorderCoast = {
  readonly segmentId: string;
  readonly zoneIds: readonly [string, string];
  readonly lengthM: number;
  /** Where it begins. */
  readonly at: Position;
};

/** Coast nearer to a border than this, in metres, follows it. */
const BORDER_M = 1;
/** Less coast than this along a border, in metres, is where the border meets the coast. */
const LEAST_M = 50;

/**
 * Finds coast within 1 m of the boundaries of two zones, over 50 m of one segment at least: the border was
 * drawn along the coast, but not exactly on it, and each zone's figures depend on the last decimals.
 * Coast on the border itself, in both zones, is an overlap in the proof of coverage.
 */
export function borderCoast(
  segments: readonly CoastlineSegment[],
  zones: readonly Zone[],
): readonly BorderCoast[] {
  const edges = coastEdges(segmentLines(segments));
  const index = new CoastIndex(edges);
  /** For each edge, the shares of it that run along the boundary of a zone. */
  const stretches = new Map<number, { zone: number; from: number; to: number }[]>();
  for (const [zone, { geometry }] of zones.entries()) {
    const sides = layOutEdges(polygonsOf(geometry).flat().map(withoutRepeats));
    for (let side = 0; side < sides.length / 4; side += 1)
      visitAlong(index, { ends: sides, side }, (edge, [from, to]) => {
        const known = stretches.get(edge);
        if (known === undefined) stretches.set(edge, [{ zone, from, to }]);
        else known.push({ zone, from, to });
      });
  }
  const found = new Map<
    string,
    { segmentId: string; zoneIds: [string, string]; lengthM: number; at: Position }
  >();
  for (const [edge, ofEdge] of [...stretches].sort(([a], [b]) => a - b)) {
    const line = edgeEnds(edges, edge);
    const segment = edges.segmentOf[edge] ?? -1;
    for (const { pair, from, to } of sharedStretches(ofEdge)) {
      const key = `${segment} ${pair.join()}`;
      const lengthM = lengthBetween(line, from, to);
      const known = found.get(key);
      if (known !== undefined) known.lengthM += lengthM;
      else
        found.set(key, {
          segmentId: segments[segment]?.id ?? '',
          zoneIds: [zones[pair[0]]?.id ?? '', zones[pair[1]]?.id ?? ''],
          lengthM,
          at: along(...line, from),
        });
    }
  }
  return [...found.values()].filter(({ lengthM }) => lengthM >= LEAST_M);
}

function visitAlong(
  index: CoastIndex,
  { ends: sides, side }: { readonly ends: EdgeEnds; readonly side: number },
  visit: (edge: number, shares: readonly [number, number]) => void,
): void {
  const { blocks } = index;
  const { ends } = index.edges;
  const scale = scaleAt(sides[4 * side + 1] ?? 0);
  const [west, south, east, north] = boxAround(sides, [side, side + 1]);
  const [reachX, reachY] = [BORDER_M / scale.east, BORDER_M / scale.north];
  index.visitBlocks([west - reachX, south - reachY, east + reachX, north + reachY], (block) => {
    const end = blocks[block + 1] ?? 0;
    for (let edge = blocks[block] ?? 0; edge < end; edge += 1) {
      const beside = sharesBeside(
        { ends, edge },
        { ends: sides, edge: side },
        { scale, reachM: BORDER_M },
      );
      if (beside !== undefined) visit(edge, [beside.from, beside.to]);
    }
  });
}

/** The parts of an edge that two zones have in common, each once, for the first two of them. */
function* sharedStretches(
  ofEdge: readonly { readonly zone: number; readonly from: number; readonly to: number }[],
): Generator<{
  readonly pair: readonly [number, number];
  readonly from: number;
  readonly to: number;
}> {
  const stops = [...new Set(ofEdge.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  for (const [number, from] of stops.entries()) {
    const to = stops[number + 1];
    if (to === undefined) return;
    const middle = (from + to) / 2;
    const held = ofEdge.filter((stretch) => stretch.from <= middle && middle <= stretch.to);
    const [one, other] = [...new Set(held.map(({ zone }) => zone))].sort((a, b) => a - b);
    if (one !== undefined && other !== undefined) yield { pair: [one, other], from, to };
  }
}
