import { includesAscending } from './ascending.ts';
import { type ClippedCoast, distinctCuts } from './clip-coast.ts';
import { edgeEnds } from './coast-edges.ts';
import { ellipsoidDistance, type OnBothModels, sphereDistance } from './geodesy.ts';
import { type ArealGeometry, along, type Position } from './geometry.ts';
import { type MeasuredCoast, traceOf } from './measured-coast.ts';
import type { MeasuredTrace } from './measured-trace.ts';
import { ZoneBoundary } from './zone-boundary.ts';
import { holdsPiece, piecesInside, type ZoneCuts, zoneCuts } from './zone-cuts.ts';

/** Coast of one segment inside a site, by the zones that hold it. */
export type CoastInside = {
  /** Index of the site. */
  readonly site: number;
  /** Index of the segment, in the order in which the coast was measured. */
  readonly segment: number;
  /** Indexes of the zones that hold it, ascending: none outside all zones, several where they overlap. */
  readonly zones: readonly number[];
  readonly lengthM: OnBothModels;
  /** The stretches themselves, along the coast. */
  readonly lines: readonly (readonly Position[])[];
};

/**
 * The coast inside polygons, such as planned sites: a row per site, segment and set of zones. No metre
 * stands in two rows: where sites overlap, the first of them has it. Looks only at edges near the
 * polygons; pieces that lie all inside have the lengths that they have in the audit. Coast on a polygon's
 * boundary is inside. The coast is the one drawn, or generalised at a tolerance in metres.
 * @throws RangeError if a polygon has no exterior ring, or the tolerance was not measured.
 */
export function coastInside(
  measured: MeasuredCoast,
  sites: readonly ArealGeometry[],
  toleranceM = 0,
): readonly CoastInside[] {
  const trace = traceOf(measured, toleranceM);
  const { clipped } = trace;
  const boundaries = sites.map((site, number) => new ZoneBoundary(site, `site ${number + 1}`));
  const rows = new Map<string, Row>();
  for (const { site, piece, line, lengthM } of partsInside(trace, boundaries)) {
    const segment = clipped.edges.segmentOf[clipped.edgeOf[piece] ?? -1] ?? -1;
    const zones = zonesHolding(clipped, piece);
    const key = [site, segment, ...zones].join();
    const known = rows.get(key);
    const sum = known?.lengthM ?? { ellipsoid: 0, sphere: 0 };
    const row = known ?? { site, segment, zones, lengthM: sum, lines: [] };
    rows.set(key, row);
    sum.ellipsoid += lengthM.ellipsoid;
    sum.sphere += lengthM.sphere;
    extend(row.lines, line);
  }
  return [...rows.values()];
}

type Row = CoastInside & {
  readonly lengthM: { ellipsoid: number; sphere: number };
  readonly lines: Position[][];
};

/** A piece, or what of it lies inside a site. */
type PartInside = {
  readonly site: number;
  readonly piece: number;
  readonly line: readonly [Position, Position];
  readonly lengthM: OnBothModels;
};

/** All that lies inside, along the coast. */
function partsInside(
  { clipped, pieces }: MeasuredTrace,
  sites: readonly ZoneBoundary[],
): readonly PartInside[] {
  const cuts = sites.map((site) => zoneCuts(clipped.index, site));
  const cutEdges = new Set(cuts.flatMap(({ shares }) => [...shares.keys()]));
  const parts = [...cutEdges].flatMap((edge) =>
    cutParts(clipped, sites, { edge, own: cuts.flatMap(({ shares }) => shares.get(edge) ?? []) }),
  );
  const taken = new Set<number>();
  for (const [site, boundary] of sites.entries()) {
    for (const piece of piecesInside(clipped, boundary, cuts[site] ?? NO_CUTS)) {
      if (taken.has(piece) || cutEdges.has(clipped.edgeOf[piece] ?? -1)) continue;
      taken.add(piece);
      const [ellipsoid = 0, sphere = 0] = [pieces.ellipsoid[piece], pieces.sphere[piece]];
      parts.push({ site, piece, line: clipped.ends(piece), lengthM: { ellipsoid, sphere } });
    }
  }
  return parts.sort((a, b) => a.piece - b.piece);
}

const NO_CUTS: ZoneCuts = { touched: [], shares: new Map() };

/** The parts inside of an edge that sites' boundaries cut at these shares. */
function cutParts(
  { edges, cutsOf, firstPiece }: ClippedCoast,
  sites: readonly ZoneBoundary[],
  { edge, own }: { readonly edge: number; readonly own: readonly number[] },
): readonly PartInside[] {
  const [from, to] = edgeEnds(edges, edge);
  const former = cutsOf.get(edge) ?? [];
  const all = [0, ...distinctCuts([...former, ...own])];
  return all.flatMap((start, number): readonly PartInside[] => {
    const end = all[number + 1] ?? 1;
    const line = [along(from, to, start), along(from, to, end)] as const;
    const site = sites.findIndex((boundary) => holdsPiece(boundary, line));
    if (site < 0) return [];
    const piece =
      (firstPiece[edge] ?? 0) + former.filter((share) => share < (start + end) / 2).length;
    const lengthM = { ellipsoid: ellipsoidDistance(...line), sphere: sphereDistance(...line) };
    return [{ site, piece, line, lengthM }];
  });
}

function zonesHolding({ piecesIn }: ClippedCoast, piece: number): readonly number[] {
  return piecesIn.flatMap((inside, zone) => (includesAscending(inside, piece) ? [zone] : []));
}

/** Adds a stretch to lines: to the last of them where it goes on from its end. */
function extend(lines: Position[][], [from, to]: readonly [Position, Position]): void {
  const last = lines.at(-1);
  const [x, y] = last?.at(-1) ?? [];
  if (last !== undefined && x === from[0] && y === from[1]) last.push(to);
  else lines.push([from, to]);
}
