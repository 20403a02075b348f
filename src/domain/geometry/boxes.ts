/** A box in any plane: the least x and y, then the largest. A `BoundingBox` is such a box in degrees. */
export type PlaneBox = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** An empty box: it meets no other box, and an index can contain it. */
export const EMPTY_BOX: PlaneBox = [Infinity, Infinity, -Infinity, -Infinity];

/** Whether two boxes share a point or come within a distance of each other on both axes. */
export function boxesMeet(one: PlaneBox, other: PlaneBox, within = 0): boolean {
  return (
    one[0] <= other[2] + within &&
    one[2] >= other[0] - within &&
    one[1] <= other[3] + within &&
    one[3] >= other[1] - within
  );
}
