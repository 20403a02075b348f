/** A place on a picture in its units, from the top left. */
export type Spot = readonly [x: number, y: number];

/** Where the number of a place stands, and the place that its line leads to. */
export type NumberSpot = { readonly at: Spot; readonly spot: Spot };

/** Directions in which a number may stand beside its place: to the upper right first. */
const DIRECTIONS = 16;
const FIRST_DIRECTION = -Math.PI / 4;
/** Distances between a number and its place, in radii of a number. */
const DISTANCES = [2, 3, 4.5, 6.5, 9] as const;

/**
 * Where the numbers of places stand on a picture: beside their place, inside the picture, on no other number and no
 * place; the first have the first choice. A number for which no such spot is found stands on its place.
 */
export function placeNumbers(
  places: readonly Spot[],
  {
    width,
    height,
    radius,
  }: { readonly width: number; readonly height: number; readonly radius: number },
): readonly NumberSpot[] {
  const placed: NumberSpot[] = [];
  const isFree = (spot: Spot): boolean =>
    isInside(spot[0], width, radius) &&
    isInside(spot[1], height, radius) &&
    placed.every((other) => apart(spot, other.spot) >= 2.2 * radius) &&
    places.every((place) => apart(spot, place) >= 1.4 * radius);
  for (const at of places) placed.push({ at, spot: around(at, radius).find(isFree) ?? at });
  return placed;
}

function around([x, y]: Spot, radius: number): readonly Spot[] {
  return DISTANCES.flatMap((distance) =>
    Array.from({ length: DIRECTIONS }, (_, at): Spot => {
      // To one side and the other in turn, ever farther from the first direction.
      const step = (at % 2 === 0 ? -1 : 1) * Math.ceil(at / 2);
      const angle = FIRST_DIRECTION + (step * 2 * Math.PI) / DIRECTIONS;
      return [
        x + Math.cos(angle) * distance * radius,
        y + Math.sin(angle) * distance * radius,
      ] as const;
    }),
  );
}

function isInside(at: number, size: number, radius: number): boolean {
  return at >= radius && at <= size - radius;
}

function apart([x, y]: Spot, [otherX, otherY]: Spot): number {
  return Math.hypot(x - otherX, y - otherY);
}
