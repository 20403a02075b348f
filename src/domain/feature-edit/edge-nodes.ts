import type { Position } from 'geojson';
import { PlaceMap } from './place-map.ts';

/** New vertices of edges, whichever way round these run. */
export class EdgeNodes {
  readonly #byEdge = new PlaceMap<PlaceMap<Position[]>>();

  /** Sets a vertex on an edge, once. */
  add(from: Position, to: Position, place: Position): void {
    const [low, high] = inOrder(from, to);
    const ofLow = this.#byEdge.get(low) ?? new PlaceMap<Position[]>();
    this.#byEdge.set(low, ofLow);
    const known = ofLow.get(high) ?? [];
    if (known.some((other) => isSamePlace(other, place))) return;
    ofLow.set(high, [...known, place].sort(byDistanceFrom(low)));
  }

  /** The vertices of an edge from one end to the other; undefined where it gets none. */
  along(from: Position, to: Position): readonly Position[] | undefined {
    // Most edges have none: no array is made for them.
    const forward = this.#byEdge.get(from)?.get(to);
    return forward ?? this.#byEdge.get(to)?.get(from)?.toReversed();
  }
}

/** A line with its new vertices; the same object where it gets none. */
export function withNodes(line: readonly Position[], nodes: EdgeNodes): readonly Position[] {
  let next: Position[] | undefined;
  for (let index = 0; index < line.length; index += 1) {
    const before = line[index - 1];
    const at = line[index];
    if (at === undefined) continue;
    const places = before && nodes.along(before, at);
    if (places !== undefined) {
      next ??= line.slice(0, index);
      next.push(...places);
    }
    next?.push(at);
  }
  return next ?? line;
}

/** The ends of an edge in an order that both of its directions have. */
export function inOrder(one: Position, other: Position): readonly [Position, Position] {
  const east = (one[0] ?? 0) - (other[0] ?? 0);
  return east < 0 || (east === 0 && (one[1] ?? 0) <= (other[1] ?? 0)) ? [one, other] : [other, one];
}

/** Sorts places by their distance from one. */
export function byDistanceFrom(start: Position): (one: Position, other: Position) => number {
  const away = ([x = 0, y = 0]: Position): number =>
    Math.hypot(x - (start[0] ?? 0), y - (start[1] ?? 0));
  return (one, other) => away(one) - away(other);
}

/** Whether two positions have the same longitude and latitude, digit by digit. */
export function isSamePlace(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
