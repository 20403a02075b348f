import type { Position } from 'geojson';
import { edgeIndex } from '../geometry/edge-index.ts';
import {
  boxAround,
  type Edge as EdgeOf,
  layOutEdges,
  NEAR_LINE,
  ON_LINE,
} from '../geometry/edges.ts';
import { byDistanceFrom, EdgeNodes, inOrder, isSamePlace } from './edge-nodes.ts';
import { PlaceMap } from './place-map.ts';

/** Degrees are kept to 10 digits, as in the files: a hundredth of a millimetre. */
const ROUND = 1e10;

type Line = readonly Position[];

/** Lines to cut along, with a vertex wherever they meet others, and the vertices that these get there. */
export type NodedLines = {
  readonly lines: readonly Line[];
  readonly nodes: EdgeNodes;
  /** The same vertices on the edges of the lines to cut along, as these were given. */
  readonly ownNodes: EdgeNodes;
  /** Places of the others, old vertices among them, where they are met. */
  readonly met: PlaceMap<true>;
};

/**
 * Finds where lines to cut along meet the edges of others. What is nearer than 0.1 mm counts as met, and an old vertex
 * that near is the place. Both get the very same digits there.
 */
export function nodeLines(cuts: readonly Line[], others: readonly Line[]): NodedLines {
  const corners = cuts.map((cut) => cut.map((at): Position => at.slice(0, 2)));
  const between = cuts.map((cut) => cut.map((): Position[] => []));
  const edges = corners.flatMap((cut, number) =>
    // A ring ends on the corner that it begins with.
    cut.slice(1).map((_, from) => ({
      ...{ number, from },
      to: from + 2 === cut.length && isRing(cut) ? 0 : from + 1,
    })),
  );
  const found = {
    nodes: new EdgeNodes(),
    ownNodes: new EdgeNodes(),
    met: new PlaceMap<true>(),
  };
  visitEdgesNear(corners, others, (edge, near) => {
    for (const number of near) {
      const cut = edges[number];
      const ends = cut && corners[cut.number];
      const [from, to] = [ends?.[cut?.from ?? 0], ends?.[cut?.to ?? 0]];
      if (cut === undefined || ends === undefined || !from || !to) continue;
      for (const meeting of meetings(edge, [from, to])) {
        const place = meeting.slice(0, 2);
        found.met.set(place, true);
        if (!isSamePlace(place, edge[0]) && !isSamePlace(place, edge[1]))
          found.nodes.add(...edge, place);
        if (isNear(place, from)) ends[cut.from] = place;
        else if (isNear(place, to)) ends[cut.to] = place;
        else between[cut.number]?.[cut.from]?.push(place);
      }
    }
  });
  for (const [number, cut] of cuts.entries()) {
    const ends = corners[number];
    const [first] = ends ?? [];
    if (first !== undefined && isRing(cut)) ends?.splice(-1, 1, first);
  }
  for (const [number, places] of between.entries())
    for (const [from, each] of places.entries()) {
      const [start, end] = [cuts[number]?.[from], cuts[number]?.[from + 1]];
      if (start && end) for (const place of each) found.ownNodes.add(start, end, place);
    }
  return { ...found, lines: corners.map((line, number) => joined(line, between[number] ?? [])) };
}

/** Visits the edges of lines that come near some of those to cut along, with the numbers of these. */
function visitEdgesNear(
  cuts: readonly Line[],
  others: readonly Line[],
  visit: (edge: Edge, near: readonly number[]) => void,
): void {
  const ends = layOutEdges(cuts.map((cut) => cut.map(([x = 0, y = 0]) => [x, y] as const)));
  const index = edgeIndex(ends);
  if (index === undefined) return;
  const [west, south, east, north] = boxAround(ends, [0, ends.length / 4], NEAR_LINE);
  for (const line of others)
    for (let number = 1; number < line.length; number += 1) {
      // No arrays in what most edges go through: they would cost more than all else.
      const start = line[number - 1];
      const end = line[number];
      if (start === undefined || end === undefined) continue;
      const ax = start[0] ?? 0;
      const ay = start[1] ?? 0;
      const bx = end[0] ?? 0;
      const by = end[1] ?? 0;
      if ((ax < west && bx < west) || (ax > east && bx > east)) continue;
      if ((ay < south && by < south) || (ay > north && by > north)) continue;
      if (ax === bx && ay === by) continue;
      const near = index.search(
        Math.min(ax, bx) - NEAR_LINE,
        Math.min(ay, by) - NEAR_LINE,
        Math.max(ax, bx) + NEAR_LINE,
        Math.max(ay, by) + NEAR_LINE,
        (edge) => !isBeside(start, end, { ends, edge }),
      );
      if (near.length > 0)
        visit(
          inOrder(start, end),
          near.sort((one, other) => one - other),
        );
    }
}

/** Whether two places lie clearly on one side of an edge. */
function isBeside(one: Position, other: Position, { ends, edge }: EdgeOf): boolean {
  const x = ends[4 * edge] ?? 0;
  const y = ends[4 * edge + 1] ?? 0;
  const ux = (ends[4 * edge + 2] ?? 0) - x;
  const uy = (ends[4 * edge + 3] ?? 0) - y;
  const reach = NEAR_LINE * (Math.abs(ux) + Math.abs(uy));
  const side = ux * ((one[1] ?? 0) - y) - uy * ((one[0] ?? 0) - x);
  const otherSide = ux * ((other[1] ?? 0) - y) - uy * ((other[0] ?? 0) - x);
  return (side > reach && otherSide > reach) || (side < -reach && otherSide < -reach);
}

/** A line of corners and what lies between them. */
function joined(corners: Line, between: readonly Line[]): Line {
  return corners
    .flatMap((at, number) => [at, ...(between[number] ?? []).toSorted(byDistanceFrom(at))])
    .filter((at, index, all) => index === 0 || !isSamePlace(at, all[index - 1] ?? []));
}

/** Whether a line ends where it begins. */
export function isRing(line: Line): boolean {
  return line.length > 3 && isSamePlace(line[0] ?? [], line.at(-1) ?? []);
}

/** Whether some edges of a line cross, but for neighbours. */
export function crossesItself(line: readonly Position[]): boolean {
  return line.some((from, index) => {
    const to = line[index + 1];
    return (
      to !== undefined &&
      line.some((other, number) => {
        const end = line[number + 1];
        if (end === undefined || number < index + 2) return false;
        return meetings([from, to], [other, end]).length > 0;
      })
    );
  });
}

type Edge = readonly [Position, Position];

/** The places of an edge where another one meets it: its own ends, ends of the other, or a crossing. */
function meetings([a, b]: Edge, [c, d]: Edge): readonly Position[] {
  const ends = [a, b].filter((end) => isOn(end, [c, d]));
  const touches = [c, d].filter(
    (end) => isOn(end, [a, b]) && !ends.some((own) => isNear(own, end)),
  );
  if (ends.length + touches.length > 0) return [...ends, ...touches];
  const crossing = crossingOf([a, b], [c, d]);
  return crossing === undefined ? [] : [crossing];
}

function crossingOf([a, b]: Edge, [c, d]: Edge): Position | undefined {
  const [ux, uy] = minus(b, a);
  const [vx, vy] = minus(d, c);
  const [wx, wy] = minus(c, a);
  const turn = ux * vy - uy * vx;
  if (turn === 0) return undefined;
  const [along, other] = [(wx * vy - wy * vx) / turn, (wx * uy - wy * ux) / turn];
  if (along <= 0 || along >= 1 || other <= 0 || other >= 1) return undefined;
  const [x = 0, y = 0] = a;
  return [x + along * ux, y + along * uy].map((value) => Math.round(value * ROUND) / ROUND);
}

function isOn(at: Position, [from, to]: Edge): boolean {
  const [ux, uy] = minus(to, from);
  const [wx, wy] = minus(at, from);
  const square = ux * ux + uy * uy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, (wx * ux + wy * uy) / square));
  return Math.hypot(wx - share * ux, wy - share * uy) < ON_LINE;
}

function minus([x = 0, y = 0]: Position, [fromX = 0, fromY = 0]: Position): [number, number] {
  return [x - fromX, y - fromY];
}

function isNear(one: Position, other: Position): boolean {
  return Math.hypot(...minus(one, other)) < ON_LINE;
}
