import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PlaneEdge, planeAt, sampleEdges } from '../../scripts/geodata/accuracy/plane.ts';
import { readLines } from '../../scripts/geodata/accuracy/read-lines.ts';
import { metresBetween } from '../../scripts/geodata/coast/line.ts';
import { listOf, positionOf, readRaw, recordOf } from '../../scripts/geodata/coast/raw.ts';
import type { Position } from '../../src/domain/geometry.ts';

/** The comparison coast of 2026, where it is at hand beside the project; it is not part of it. */
const COMPARISON = fileURLToPath(
  new URL('../../../shared/reference/coastline_composite.geojson', import.meta.url),
);

/** The control points of each of the works, axes of moles among them. */
let works: readonly (readonly Position[])[];

beforeAll(async () => {
  const name = 'harbour-works.json';
  works = listOf(await readRaw(name), 'patches', name).map((value) =>
    listOf(recordOf(value, name), 'points', name).flatMap((item) =>
      Array.isArray(item)
        ? [positionOf(item, name)]
        : listOf(recordOf(item, name), 'mole', name).map((position) => positionOf(position, name)),
    ),
  );
});

describe('the harbour works', () => {
  it('are set on a grid of 0.0005°', () => {
    for (const degrees of works.flat(2)) {
      expect(Math.abs(degrees / 0.0005 - Math.round(degrees / 0.0005)), `${degrees}`).toBeLessThan(
        1e-6,
      );
    }
  });

  it('are simple: one control point for some 300 m of shore', () => {
    const steps = works.flatMap((points) =>
      points.slice(1).map((point, index) => metresBetween(points[index] ?? point, point)),
    );
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    expect(mean).toBeGreaterThan(300);
  });

  it.skipIf(!existsSync(COMPARISON))(
    'keep no vertices of the comparison coast: places on its line there lie nearer to them',
    async () => {
      const lines = (await readLines(COMPARISON, undefined)).map(({ positions }) => positions);
      const vertices = lines.flat();
      const plane = planeAt(35.85);
      const edges = lines.flatMap((positions) =>
        positions.slice(1).map((to, index): PlaneEdge => {
          const from = positions[index] ?? to;
          return { from: plane.to(from), to: plane.to(to), counts: true };
        }),
      );
      // Like with like: the comparison coast has vertices close together in harbours, far apart elsewhere.
      const onLine = sampleEdges(edges, 100, plane)
        .map(({ position }) => position)
        .filter((place) => works.flat().some((point) => metresBetween(place, point) < 200));
      const shareNear = (places: readonly Position[]): number =>
        places.filter((place) => vertices.some((vertex) => metresBetween(place, vertex) < 10))
          .length / places.length;
      expect(shareNear(works.flat())).toBeLessThan(shareNear(onLine));
    },
  );
});
