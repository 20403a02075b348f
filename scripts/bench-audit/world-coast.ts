import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Position } from '../../src/domain/geometry.ts';
import type { Zone } from '../../src/domain/zone.ts';
import { type BenchCoast, benchZone, chances, rounded, segmentsOf } from './synthetic-district.ts';

/** The number of zones from west to east and from south to north. */
const [COLUMNS, ROWS] = [50, 20];
/** The number of steps along the side that two zones share. */
const SIDE_STEPS = 8;
const SEGMENT_VERTICES = 64;

/**
 * Returns the longest coastline of the world, that of Europe, Asia and Africa together, with a grid of 1
 * 000 zones that covers the map. Source: OpenStreetMap by way of `@geo-maps/earth-coastlines-1m` (ODbL).
 */
export function worldCoast(): BenchCoast {
  const file = createRequire(import.meta.url).resolve('@geo-maps/earth-coastlines-1m/map.geo.json');
  return {
    segments: segmentsOf(longestRing(readFileSync(file, 'utf8')), SEGMENT_VERTICES),
    zones: quilt(),
  };
}

/** The map is 40 MB of JSON in one array of polygons: the longest ring is found in its text. */
function longestRing(text: string): readonly Position[] {
  const map: { readonly geometries: readonly { readonly coordinates: Position[][][] }[] } =
    JSON.parse(text);
  const rings = map.geometries.flatMap(({ coordinates }) => coordinates.flat());
  return rings.reduce((longest, ring) => (ring.length > longest.length ? ring : longest));
}

function quilt(): readonly Zone[] {
  const chance = chances(1000);
  const [width, height] = [360 / COLUMNS, 180 / ROWS];
  /** A node of the grid, slightly displaced except at the edge of the map. */
  const knots = Array.from({ length: ROWS * SIDE_STEPS + 1 }, (_, row) =>
    Array.from({ length: COLUMNS * SIDE_STEPS + 1 }, (_unused, column): Position => {
      const isEdge = row % (ROWS * SIDE_STEPS) === 0 || column % (COLUMNS * SIDE_STEPS) === 0;
      const [east, north] = isEdge ? [0, 0] : [chance() - 0.5, chance() - 0.5];
      return [
        rounded(-180 + ((column + 0.6 * east) / SIDE_STEPS) * width),
        rounded(-90 + ((row + 0.6 * north) / SIDE_STEPS) * height),
      ];
    }),
  );
  const knot = (row: number, column: number): Position => knots[row]?.[column] ?? [0, 0];
  const steps = Array.from({ length: SIDE_STEPS }, (_, step) => step);
  return Array.from({ length: ROWS * COLUMNS }, (_, number) => {
    const [row, column] = [
      Math.floor(number / COLUMNS) * SIDE_STEPS,
      (number % COLUMNS) * SIDE_STEPS,
    ];
    return benchZone(`zone-${number}`, [
      ...steps.map((step) => knot(row, column + step)),
      ...steps.map((step) => knot(row + step, column + SIDE_STEPS)),
      ...steps.map((step) => knot(row + SIDE_STEPS, column + SIDE_STEPS - step)),
      ...steps.map((step) => knot(row + SIDE_STEPS - step, column)),
    ]);
  });
}
