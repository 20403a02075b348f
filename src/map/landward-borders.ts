import type { Feature } from 'geojson';
import { signedArea } from '../domain/geometry/ring-checks.ts';
import { along, boundingBox, type Position, polygonsOf, type Ring } from '../domain/geometry.ts';
import type { Zone } from '../domain/zone.ts';

/** Edges are cut into parts of at most this many degrees, about 250 m, each judged by its middle. */
const PART = 0.0025;
/** Strips of latitude that say which edges of the land a ray can cross. */
const STRIPS = 512;

/**
 * Tests positions for lying on land, by the areas of a base layer; areas may overlap. `PreparedPolygon` would be exact on
 * edges, where a drawing does not need it, and bring its index into the first load.
 */
export function landTest(land: readonly Feature[]): (position: Position) => boolean {
  const areas = land.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? polygonsOf(geometry) : [],
  );
  const edges = areas.flatMap((rings, area) =>
    rings.flatMap((ring) =>
      ring.slice(1).map((to, index) => [ring[index] ?? to, to, area] as const),
    ),
  );
  const [, south, , north] = boundingBox(areas.flat(2)) ?? [0, 0, 0, 1];
  const stripOf = (latitude: number): number =>
    Math.floor(((latitude - south) / (north - south)) * (STRIPS - 1));
  const strips: (typeof edges)[] = Array.from({ length: STRIPS }, () => []);
  for (const edge of edges) {
    const [one, other] = [stripOf(edge[0][1]), stripOf(edge[1][1])];
    for (let at = Math.min(one, other); at <= Math.max(one, other); at += 1) strips[at]?.push(edge);
  }
  return ([x, y]) => {
    /** The areas whose rings a ray eastwards crosses an odd number of times. */
    const inside = new Set<number>();
    for (const [[ax, ay], [bx, by], area] of strips[stripOf(y)] ?? [])
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax) && !inside.delete(area))
        inside.add(area);
    return inside.size > 0;
  };
}

/**
 * Returns the parts of a zone's border that lie on land, with the zone on their left. They carry the zone's grade: the
 * seaward part of a border is a mere limit, the landward one is where building stops.
 */
export function landwardBorders(
  { geometry }: Pick<Zone, 'geometry'>,
  isLand: (position: Position) => boolean,
): readonly Position[][] {
  return polygonsOf(geometry).flatMap((rings) =>
    rings.flatMap((ring, index) => {
      // Exterior rings run counterclockwise with the zone on their left, holes clockwise; files may differ.
      const isOrdered = signedArea(ring) > 0 === (index === 0);
      return linesOnLand(isOrdered ? ring : ring.toReversed(), isLand);
    }),
  );
}

function linesOnLand(ring: Ring, isLand: (position: Position) => boolean): Position[][] {
  const lines: Position[][] = [];
  let line: Position[] | undefined;
  for (const [from, to] of parts(ring)) {
    if (!isLand(along(from, to, 0.5))) {
      line = undefined;
      continue;
    }
    if (line === undefined) {
      line = [from];
      lines.push(line);
    }
    line.push(to);
  }
  // What the ring's first position cuts in two is one line.
  const [first] = lines;
  const last = lines.at(-1);
  if (line === undefined || last === first || first?.[0]?.join() !== last?.at(-1)?.join())
    return lines;
  return [[...(last ?? []), ...(first ?? []).slice(1)], ...lines.slice(1, -1)];
}

function* parts(ring: Ring): Generator<readonly [Position, Position]> {
  for (const [index, to] of ring.entries()) {
    const from = ring[index - 1];
    if (from === undefined) continue;
    const count = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / PART);
    for (let part = 0; part < count; part += 1)
      yield [along(from, to, part / count), along(from, to, (part + 1) / count)];
  }
}

/** Returns the middle corner of the longest of several lines; undefined when there is none. */
export function middleOfLongest<At>(lines: readonly (readonly At[])[]): At | undefined {
  // The parts of landward borders are about equally long, so that their number tells the length.
  const longest = lines.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return longest[longest.length >> 1];
}
