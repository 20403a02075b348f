import type Flatbush from 'flatbush';
import { degreeOnEllipsoid, metresPerDegree } from '../geodesy.ts';
import type { Position } from '../geometry.ts';
import { edgeIndex } from './edge-index.ts';
import { type EdgeEnds, endsOf, layOutEdges } from './edges.ts';
import { nearestOn } from './nearest-points.ts';

/** How much farther a corner may be than the nearest edge and still be meant, as a factor. */
const CORNER_PULL = 2;

/** Lines that a hand-drawn corner snaps to: the coast, and the edges of what is drawn. */
export class SnapIndex {
  readonly #ends: EdgeEnds;
  readonly #index: Flatbush | undefined;

  constructor(lines: readonly (readonly Position[])[]) {
    this.#ends = layOutEdges(lines);
    this.#index = edgeIndex(this.#ends);
  }

  /** The nearest corner or, failing that, the nearest point of an edge within so many metres. */
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
