import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import type { Finding } from '../data/finding.ts';
import { linesOf, metresPerDegree } from '../domain/geodesy.ts';
import type { Position } from '../domain/geometry.ts';
import { gcj02ToWgs84 } from './gcj02.ts';

/** Lines whose datum is known, behind an index: the embedded coast. */
export type ReferenceLines = {
  readonly index: Flatbush;
  readonly edges: readonly (readonly [Position, Position])[];
};

/** How far from the reference, in metres, a position may lie and still say something about it. */
const REACH = 1500;
/** How many positions are looked at, and how few are too few to judge by. */
const [SAMPLE, FEWEST] = [400, 20];

/** Makes a reference of geometries; `undefined` when they have no edge. */
export function referenceLines(geometries: readonly Geometry[]): ReferenceLines | undefined {
  const edges = geometries
    .flatMap(linesOf)
    .flatMap((line) =>
      line.slice(1).map((to, at): readonly [Position, Position] => [line[at] ?? to, to]),
    );
  if (edges.length === 0) return undefined;
  const index = new Flatbush(edges.length);
  for (const [[ax, ay], [bx, by]] of edges) {
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return { index, edges };
}

/**
 * Whether lines look like GCJ-02: they miss the reference by hundreds of metres as they are, and lie
 * on it once shifted as GCJ-02 asks (458–489 m here). Nothing is said on fewer than 20 positions.
 */
export function checkDatum(
  geometries: readonly Geometry[],
  reference: ReferenceLines,
): Finding | undefined {
  const positions = geometries.flatMap(linesOf).flat();
  const step = Math.max(1, Math.floor(positions.length / SAMPLE));
  const pairs = positions
    .filter((_, index) => index % step === 0)
    .map(
      (position) =>
        [distanceTo(reference, position), distanceTo(reference, gcj02ToWgs84(position))] as const,
    )
    .filter(([asIs, shifted]) => Math.min(asIs, shifted) < REACH);
  if (pairs.length < FEWEST) return undefined;
  const asIs = median(pairs.map(([distance]) => distance));
  const shifted = median(pairs.map(([, distance]) => distance));
  if (asIs < 100 || shifted > asIs * 0.4) return undefined;
  const [from, to] = [asIs.toFixed(0), shifted.toFixed(0)];
  return {
    code: 'gcj-02-suspected',
    kind: 'positional-accuracy',
    severity: 'warning',
    path: [],
    message: {
      zh: `与内置岸线的中位偏差为 ${from} 米，按 GCJ-02 纠偏后为 ${to} 米：看来是 GCJ-02 坐标。`,
      en: `half of it lies over ${from} m from the embedded coast, and within ${to} m once taken as GCJ-02: these look like GCJ-02 coordinates.`,
    },
    cure: { zh: '先转换为 WGS 84 / CGCS2000。', en: 'Convert it to WGS 84 / CGCS2000 first.' },
  };
}

function distanceTo({ index, edges }: ReferenceLines, [x, y]: Position): number {
  const { east, north } = metresPerDegree(y);
  const [reachX, reachY] = [REACH / east, REACH / north];
  let least = REACH;
  for (const edge of index.search(x - reachX, y - reachY, x + reachX, y + reachY)) {
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = edges[edge] ?? [];
    const [ux, uy, wx, wy] = [
      (bx - ax) * east,
      (by - ay) * north,
      (x - ax) * east,
      (y - ay) * north,
    ];
    const square = ux * ux + uy * uy;
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, (wx * ux + wy * uy) / square));
    least = Math.min(least, Math.hypot(wx - share * ux, wy - share * uy));
  }
  return least;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
