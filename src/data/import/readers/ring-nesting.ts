import { signedArea } from '../../../domain/geometry/ring-checks.ts';
import type { BoundingBox, Position, Ring } from '../../../domain/geometry.ts';
import { boundingBox } from '../../../domain/geometry.ts';

/** A closed ring in the plane of a file, ready to be asked what lies in it. */
export class PreparedRing {
  readonly #ring: Ring;
  readonly #box: BoundingBox | undefined;
  /** Its area in the square of the file's unit. */
  readonly area: number;

  constructor(ring: Ring) {
    this.#ring = ring;
    this.#box = boundingBox(ring);
    this.area = Math.abs(signedArea(ring));
  }

  /** Whether another ring lies inside, or along this one: most of its corners decide, since some may touch. */
  holds(other: Ring): boolean {
    const box = boundingBox(other);
    if (box === undefined || this.#box === undefined) return false;
    const [west, south, east, north] = this.#box;
    if (box[0] < west || box[1] < south || box[2] > east || box[3] > north) return false;
    if (Math.abs(signedArea(other)) > this.area) return false;
    const sample = other.filter((_, index) => index % Math.ceil(other.length / 50) === 0);
    const inside = sample.filter((position) => this.#contains(position)).length;
    return inside > sample.length / 2;
  }

  #contains([x, y]: Position): boolean {
    let isInside = false;
    for (const [index, [ax, ay]] of this.#ring.entries()) {
      const [bx, by] = this.#ring[index + 1] ?? this.#ring[0] ?? [ax, ay];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    }
    return isInside;
  }
}
