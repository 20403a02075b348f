import { type ArealGeometry, boundingBox, type Position, polygonsOf } from '../domain/geometry.ts';

/** A part of an area counts as at most so many times as wide as it is high: a name needs height too. */
const MOST_WIDE = 3;
/** Horizontal lines across each part of an area on which its name is tried. */
const LINES = 15;

/**
 * Returns the position of an area's name: the middle of the longest horizontal line inside, as names run
 * horizontally, preferring the middle of the area's height. There is one position for the whole area, because the
 * renderer would otherwise repeat the name in every tile. Undefined when there is no area.
 */
export function labelPoint(geometry: ArealGeometry): Position | undefined {
  let best: Position | undefined;
  let most = 0;
  for (const rings of polygonsOf(geometry)) {
    const [, south, , north] = boundingBox(rings.flat()) ?? [0, 0, 0, 0];
    for (let line = 1; line <= LINES; line += 1) {
      const share = line / (LINES + 1);
      const y = south + share * (north - south);
      const crossings = rings
        .flatMap((ring) =>
          ring.flatMap(([x, latitude], index) => {
            const [nextX, next] = ring[index + 1] ?? [x, latitude];
            return latitude > y === next > y
              ? []
              : [x + ((y - latitude) / (next - latitude)) * (nextX - x)];
          }),
        )
        .toSorted((a, b) => a - b);
      for (let at = 0; at + 1 < crossings.length; at += 2) {
        const [west = 0, east = 0] = crossings.slice(at, at + 2);
        const width = Math.min(east - west, MOST_WIDE * (north - south));
        const worth = width * Math.sqrt(share * (1 - share));
        if (worth <= most) continue;
        most = worth;
        best = [(west + east) / 2, y];
      }
    }
  }
  return best;
}
