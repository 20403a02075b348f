import { COASTLINE_CLASSES, type CoastlineSegment } from '../../src/domain/coastline.ts';
import type { Position } from '../../src/domain/geometry.ts';
import type { Zone } from '../../src/domain/zone.ts';

/** A coast with zones to audit. */
export type BenchCoast = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
};

/** The start of the synthetic coast, and its extent to the north-east with 35 000 vertices, in degrees. */
const SOUTH_WEST: Position = [119.5, 35.55];
const RUN: Position = [0.9, 0.6];
const RUN_VERTICES = 35_000;
/**
 * The deviation of the coast from a straight line, as a share of its length: overall, and in bays and
 * capes.
 */
const BEND = 0.08;
const RUGGEDNESS = 0.3;
/** The number of halvings that determine the overall shape of the coast. */
const BENDS = 3;
/** The width of the zones on each side of the straight line, as a share of it: beyond every bay and cape. */
const REACH = 0.2;
/** Corners on the side that two zones share. */
const SIDE_CORNERS = 33;
/** Vertices of one segment, about as in the embedded data. */
const SEGMENT_VERTICES = 16;

/**
 * Returns a synthetic district: one rugged coast with a given number of vertices, about 7 m apart, divided
 * into segments of all classes in turn, and a given number of adjacent zones that contain all of it. Every
 * run returns the same.
 */
export function syntheticDistrict(vertices: number, zoneCount: number): BenchCoast {
  const chance = chances(20230046);
  const share = vertices / RUN_VERTICES;
  const run: Position = [RUN[0] * share, RUN[1] * share];
  return {
    segments: segmentsOf(ruggedLine(vertices, run, chance)),
    zones: belts(zoneCount, run, chance),
  };
}

/** Divides a line into segments of all classes in turn. */
export function segmentsOf(
  line: readonly Position[],
  perSegment = SEGMENT_VERTICES,
): readonly CoastlineSegment[] {
  const segments: CoastlineSegment[] = [];
  for (let start = 0; start + 1 < line.length; start += perSegment) {
    const number = segments.length;
    const id = `segment-${number}`;
    const shoreClass = COASTLINE_CLASSES[number % COASTLINE_CLASSES.length];
    segments.push({
      id,
      ...(shoreClass !== undefined && { class: shoreClass }),
      realm: 'mainland',
      confidence: number % 5 === 0 ? 'low' : 'high',
      name: { zh: id, en: id },
      geometry: {
        type: 'LineString',
        coordinates: line.slice(start, start + perSegment + 1).map(([x, y]) => [x, y]),
      },
    });
  }
  return segments;
}

/**
 * Midpoint displacement: the midpoint of the line moves to one side, then the midpoints of both halves, and
 * so on.
 */
function ruggedLine(
  vertices: number,
  [ux, uy]: Position,
  chance: () => number,
): readonly Position[] {
  let line: readonly Position[] = [SOUTH_WEST, [SOUTH_WEST[0] + ux, SOUTH_WEST[1] + uy]];
  for (let halving = 0; line.length < vertices; halving += 1) {
    const most = halving < BENDS ? BEND : RUGGEDNESS;
    const missing = vertices - line.length;
    const finer: Position[] = [];
    for (const [index, [ax, ay]] of line.entries()) {
      finer.push([ax, ay]);
      const next = line[index + 1];
      if (next === undefined || index >= missing) continue;
      const [bx, by] = next;
      const stray = (chance() - 0.5) * 2 * most;
      finer.push([
        rounded((ax + bx) / 2 - stray * (by - ay)),
        rounded((ay + by) / 2 + stray * (bx - ax)),
      ]);
    }
    line = finer;
  }
  return line;
}

/** Adjacent zones across the straight line, each sharing its sides with its neighbours. */
function belts(count: number, [ux, uy]: Position, chance: () => number): readonly Zone[] {
  const side = (number: number): readonly Position[] =>
    Array.from({ length: SIDE_CORNERS }, (_, corner): Position => {
      const isOutermost = number === 0 || number === count;
      // The outermost zones extend beyond both ends of the coast.
      const along =
        (number + (isOutermost ? 0 : (chance() - 0.5) * 0.5)) / count +
        (number === 0 ? -0.5 : 0) +
        (number === count ? 0.5 : 0);
      const across = REACH * (1 - (2 * corner) / (SIDE_CORNERS - 1));
      return [
        rounded(SOUTH_WEST[0] + along * ux - across * uy),
        rounded(SOUTH_WEST[1] + along * uy + across * ux),
      ];
    });
  const sides = Array.from({ length: count + 1 }, (_, number) => side(number));
  return Array.from({ length: count }, (_, number): Zone => {
    return benchZone(`zone-${number}`, [
      ...(sides[number] ?? []),
      ...(sides[number + 1] ?? []).toReversed(),
    ]);
  });
}

/** A zone from the corners of its ring, without a repeated first corner. */
export function benchZone(id: string, corners: readonly Position[]): Zone {
  const coordinates = [...corners, ...corners.slice(0, 1)].map(([x, y]) => [x, y]);
  return {
    id,
    name: { zh: id, en: id },
    articles: [],
    geometry: { type: 'Polygon', coordinates: [coordinates] },
  };
}

/** Six decimals, as in the data. */
export function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Pseudo-random numbers from 0 to 1. Source: Steele & Vigna, mulberry32. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
