import { pairsWith } from '../geometry/polygon-overlap.ts';
import { dissolvedArea } from '../geometry/polygon-union.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import type { Zone } from '../zone.ts';
import { areaOfAll, type MeasuredCoast, type UnionArea } from './measured-coast.ts';
import { type MeasuredTrace, measurePieces } from './measured-trace.ts';
import { type RecutCoast, recutCoast } from './recut-coast.ts';
import { type PieceLengths, segmentLengths } from './segment-lengths.ts';

/**
 * The measured coast with one zone, named by its id, moved or otherwise replaced. Measures only the
 * coast that the old boundary or the new one cuts, and equals measuring all of it from scratch.
 * @throws RangeError if no zone has that id.
 */
export function withZone(measured: MeasuredCoast, zone: Zone, unionArea: UnionArea): MeasuredCoast {
  const moved = measured.zones.findIndex(({ id }) => id === zone.id);
  const former = measured.zones[moved];
  if (former === undefined) throw new RangeError(`there is no zone "${zone.id}"`);
  const zones = measured.zones.with(moved, zone);
  if (former.geometry === zone.geometry) return { ...measured, zones };
  const boundaries = measured.boundaries.with(moved, new PreparedPolygon(zone.geometry, zone.id));
  const areas = measured.areas.with(moved, dissolvedArea(zone.geometry));
  const overlaps = [
    ...measured.overlaps.filter((pair) => !pair.includes(moved)),
    ...pairsWith(boundaries, moved),
  ];
  return {
    ...measured,
    zones,
    boundaries,
    areas,
    overlaps,
    areaTogether: areaOfAll(zones, { areas, overlaps, unionArea }),
    drawn: recutTrace(measured.drawn, boundaries, moved),
    generalised: new Map(
      [...measured.generalised].map(([toleranceM, trace]) => [
        toleranceM,
        recutTrace(trace, boundaries, moved),
      ]),
    ),
  };
}

function recutTrace(
  before: MeasuredTrace,
  boundaries: readonly PreparedPolygon[],
  moved: number,
): MeasuredTrace {
  const recut = recutCoast(before.clipped, boundaries, moved);
  const { clipped, isRecut } = recut;
  const pieces = remeasured(before, recut);
  return {
    clipped,
    pieces,
    whole: before.whole,
    inZone: before.inZone.map((lengths, zone) =>
      isRecut[zone] === true
        ? segmentLengths(clipped, pieces, clipped.piecesIn[zone] ?? [])
        : lengths,
    ),
  };
}

/** Lengths by the new numbers; only pieces of edges cut anew are measured. */
function remeasured(
  { clipped: before, pieces }: MeasuredTrace,
  { clipped: after, recutEdges }: RecutCoast,
): PieceLengths {
  const count = after.edgeOf.length;
  const lengths = { ellipsoid: new Float64Array(count), sphere: new Float64Array(count) };
  let [from, to] = [0, 0];
  const keepUpTo = (end: number): void => {
    lengths.ellipsoid.set(pieces.ellipsoid.subarray(from, end), to);
    lengths.sphere.set(pieces.sphere.subarray(from, end), to);
  };
  for (const edge of recutEdges) {
    keepUpTo(before.firstPiece[edge] ?? 0);
    measurePieces(after, edge, lengths);
    [from, to] = [before.firstPiece[edge + 1] ?? 0, after.firstPiece[edge + 1] ?? 0];
  }
  keepUpTo(before.edgeOf.length);
  return lengths;
}
