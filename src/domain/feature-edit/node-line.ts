import type { Position } from 'geojson';
import { ON_LINE } from '../geometry/edges.ts';

/** Degrees are kept to 10 digits, as in the files: a hundredth of a millimetre. */
const ROUND = 1e10;

/** New vertices of edges by `edgeKey`, in the order from the end that the key names first. */
export type EdgeNodes = ReadonlyMap<string, readonly Position[]>;

/** A line with a vertex wherever it meets other lines, and the vertices that these get there. */
export type NodedLine = {
  readonly line: readonly Position[];
  readonly nodes: EdgeNodes;
  /** Places of the lines, old vertices among them, where the line meets them, by `vertexKey`. */
  readonly met: ReadonlySet<string>;
};

/** The same for both directions of an edge. */
export function edgeKey(from: Position, to: Position): string {
  const [low, high] = inOrder(from, to);
  return `${vertexKey(low)} ${vertexKey(high)}`;
}

/** A place by its longitude and latitude. */
export function vertexKey([x, y]: Position): string {
  return `${x},${y}`;
}

/**
 * Finds where a line meets the edges of others. What is nearer than 0.1 mm counts as met, and an old vertex that near is the place.
 * Both get the very same digits there.
 */
export function nodeLine(
  line: readonly Position[],
  lines: readonly (readonly Position[])[],
): NodedLine {
  const corners: Position[] = line.map((at) => at.slice(0, 2));
  const between: Position[][] = corners.map(() => []);
  const nodes = new Map<string, Position[]>();
  const met = new Set<string>();
  for (const edges of lines)
    for (const [index, start] of edges.entries()) {
      const end = edges[index + 1];
      if (end === undefined || isSame(start, end)) continue;
      const [low, high] = inOrder(start, end);
      for (const [number, from] of corners.entries()) {
        const to = corners[number + 1];
        if (to === undefined) continue;
        if (!areClose([low, high], [from, to])) continue;
        for (const place of meetings([low, high], [from, to])) {
          met.add(vertexKey(place));
          if (!isSame(place, low) && !isSame(place, high)) {
            const known = nodes.get(edgeKey(low, high)) ?? [];
            if (!known.some((other) => isSame(other, place)))
              nodes.set(edgeKey(low, high), [...known, place].sort(byDistanceFrom(low)));
          }
          if (isNear(place, from)) corners[number] = place;
          else if (isNear(place, to)) corners[number + 1] = place;
          else between[number]?.push(place);
        }
      }
    }
  const noded = corners.flatMap((at, number) => [
    at,
    ...(between[number] ?? []).toSorted(byDistanceFrom(at)),
  ]);
  return {
    ...{ nodes, met },
    line: noded.filter((at, index) => index === 0 || !isSame(at, noded[index - 1] ?? [])),
  };
}

/** A line with its new vertices; the same object where it gets none. */
export function withNodes(line: readonly Position[], nodes: EdgeNodes): readonly Position[] {
  const next = line.flatMap((at, index) => {
    const to = line[index + 1];
    const places = to && nodes.get(edgeKey(at, to));
    if (to === undefined || places === undefined) return [at];
    return [at, ...(isSame(inOrder(at, to)[0], at) ? places : places.toReversed())];
  });
  return next.length === line.length ? line : next;
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

/** Whether the boxes of two edges meet: what most edges fail. */
function areClose([a, b]: Edge, [c, d]: Edge): boolean {
  return [0, 1].every((axis) => {
    const [a0 = 0, b0 = 0, c0 = 0, d0 = 0] = [a[axis], b[axis], c[axis], d[axis]];
    return (
      Math.max(a0, b0) + ON_LINE >= Math.min(c0, d0) &&
      Math.max(c0, d0) + ON_LINE >= Math.min(a0, b0)
    );
  });
}

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

function byDistanceFrom(start: Position): (one: Position, other: Position) => number {
  const away = (at: Position): number => Math.hypot(...minus(at, start));
  return (one, other) => away(one) - away(other);
}

function inOrder(one: Position, other: Position): Edge {
  const [dx, dy] = minus(one, other);
  return dx < 0 || (dx === 0 && dy < 0) ? [one, other] : [other, one];
}

function isNear(one: Position, other: Position): boolean {
  return Math.hypot(...minus(one, other)) < ON_LINE;
}

function isSame(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
