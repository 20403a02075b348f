import type Flatbush from 'flatbush';
import { degreeOnEllipsoid, metresPerDegree } from '../geodesy.ts';
import type { Position } from '../geometry.ts';
import { edgeIndex } from './edge-index.ts';
import { type EdgeEnds, endsOf, layOutEdges } from './edges.ts';
import { nearestOn } from './nearest-points.ts';

/** A corner up to this factor farther than the nearest edge is preferred to the edge. */
const CORNER_PULL = 2;

/** An index of the lines to which a hand-drawn corner snaps: the coast, and the edges of what is drawn. */
export class SnapIndex {
  readonly #ends: EdgeEnds;
  readonly #index: Flatbush | undefined;

  constructor(lines: readonly (readonly Position[])[]) {
    this.#ends = layOutEdges(lines);
    this.#index = edgeIndex(this.#ends);
  }

  /**
   * Finds the nearest corner or, if there is none, the nearest point of an edge within `withinM` metres.
   */
  nearest([longitude, latitude]: Position, withinM: number): Position | undefined {
    const { east, north } = metresPerDegree(latitude);
    const [dx, dy] = [withinM / east, withinM / north];
    const box = [longitude - dx, latitude - dy, longitude + dx, latitude + dy] as const;
    const scale = degreeOnEllipsoid(latitude);
    let found: { readonly at: Position; readonly metres: number } | undefined;
    for (const edge of this.#index?.search(...box) ?? []) {
      const line = endsOf(this.#ends, edge);
      const { to, planeM } = nearestOn([longitude, latitude], line, scale);
      const corners = line.map((at) => ({
        at,
        metres: metresBetween([longitude, latitude], at) / CORNER_PULL,
      }));
      for (const candidate of [{ at: to, metres: planeM }, ...corners]) {
        if (candidate.metres <= Math.min(withinM, found?.metres ?? withinM)) found = candidate;
      }
    }
    return found?.at;
  }
}

function metresBetween([x, y]: Position, [otherX, otherY]: Position): number {
  const { east, north } = metresPerDegree((y + otherY) / 2);
  return Math.hypot((otherX - x) * east, (otherY - y) * north);
}
