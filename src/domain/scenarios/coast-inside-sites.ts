import { type ClippedCoast, distinctCuts } from '../coast/clip-coast.ts';
import { edgeEnds } from '../coast/coast-edges.ts';
import { type MeasuredCoast, traceOf } from '../coast/measured-coast.ts';
import type { MeasuredTrace } from '../coast/measured-trace.ts';
import { holdsPiece, piecesInside, type ZoneCuts, zoneCuts } from '../coast/zone-cuts.ts';
import type { OnBothModels } from '../geodesy.ts';
import type { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { splitLengths } from '../geometry/split-lengths.ts';
import { along, type Position } from '../geometry.ts';

/** Coast of one segment inside a site and inside one set of zones. */
export type CoastInside = {
  /** Index of the site. */
  readonly site: number;
  /** Index of the segment, in the order in which the coast was measured. */
  readonly segment: number;
  /**
   * Indexes of the zones that contain it, ascending: empty outside all zones, several where zones
   * overlap.
   */
  readonly zones: readonly number[];
  readonly lengthM: OnBothModels;
  /** The lines of the stretches, along the coast. */
  readonly lines: readonly (readonly Position[])[];
  /** The parts of edges that form the stretches, along the coast. */
  readonly parts: readonly EdgePart[];
};

/** Part of an edge of the coast, between two shares of it. */
export type EdgePart = { readonly edge: number; readonly from: number; readonly to: number };

/** Selects the coast that `coastInside` measures. */
export type CoastAsked = {
  /** A measured tolerance in metres; 0 or absent selects the coast as drawn. */
  readonly toleranceM?: number;
  /** Whether a site takes coast of a segment, by their indexes; when absent, each site takes all coast. */
  readonly takes?: (site: number, segment: number) => boolean;
};

/**
 * Measures the coast inside boundaries, such as those of planned sites, with one row per site, segment
 * and set of zones. No metre is in two rows: where sites overlap, the first site that takes the coast
 * gets it. Only edges near the boundaries are examined; pieces that lie entirely inside keep their
 * lengths of the audit. Coast on a boundary is inside.
 * @throws RangeError if the tolerance was not measured.
 */
export function coastInside(
  measured: MeasuredCoast,
  sites: readonly PreparedPolygon[],
  { toleranceM = 0, takes = () => true }: CoastAsked = {},
): readonly CoastInside[] {
  const trace = traceOf(measured, toleranceM);
  const { clipped } = trace;
  const rows = new Map<string, Row>();
  for (const { site, piece, part, line, lengthM } of partsInside(trace, sites, takes)) {
    const segment = clipped.edges.segmentOf[part.edge] ?? -1;
    const zones = clipped.zonesOf(piece);
    const key = [site, segment, ...zones].join();
    const known = rows.get(key);
    const sum = known?.lengthM ?? { ellipsoid: 0, sphere: 0 };
    const row = known ?? { site, segment, zones, lengthM: sum, lines: [], parts: [] };
    rows.set(key, row);
    sum.ellipsoid += lengthM.ellipsoid;
    sum.sphere += lengthM.sphere;
    extend(row.lines, line);
    row.parts.push(part);
  }
  return [...rows.values()];
}

type Row = CoastInside & {
  readonly lengthM: { ellipsoid: number; sphere: number };
  readonly lines: Position[][];
  readonly parts: EdgePart[];
};

/** A piece, or the part of it that lies inside a site. */
type PartInside = {
  readonly site: number;
  readonly piece: number;
  readonly part: EdgePart;
  readonly line: readonly [Position, Position];
  readonly lengthM: OnBothModels;
};

type Takes = NonNullable<CoastAsked['takes']>;

/** All parts inside the sites, along the coast. */
function partsInside(
  { clipped, pieces }: MeasuredTrace,
  sites: readonly PreparedPolygon[],
  takes: Takes,
): readonly PartInside[] {
  const { segmentOf } = clipped.edges;
  const cuts = sites.map((site) => zoneCuts(clipped.index, site));
  const cutEdges = new Set(cuts.flatMap(({ shares }) => [...shares.keys()]));
  const parts = [...cutEdges].flatMap((edge) => {
    const own = cuts.flatMap(({ shares }) => shares.get(edge) ?? []);
    const segment = segmentOf[edge] ?? -1;
    return cutParts({ clipped, pieces }, { edge, own }, (line) =>
      sites.findIndex((boundary, site) => takes(site, segment) && holdsPiece(boundary, line)),
    );
  });
  const taken = new Set<number>();
  for (const [site, boundary] of sites.entries()) {
    for (const piece of piecesInside(clipped, boundary, cuts[site] ?? NO_CUTS)) {
      const edge = clipped.edgeOf[piece] ?? -1;
      if (taken.has(piece) || cutEdges.has(edge) || !takes(site, segmentOf[edge] ?? -1)) continue;
      taken.add(piece);
      const [ellipsoid = 0, sphere = 0] = [pieces.ellipsoid[piece], pieces.sphere[piece]];
      const part = partOf(clipped, { piece, edge });
      parts.push({ site, piece, part, line: clipped.ends(piece), lengthM: { ellipsoid, sphere } });
    }
  }
  return parts.sort((a, b) => a.piece - b.piece || a.part.from - b.part.from);
}

const NO_CUTS: ZoneCuts = { touched: [], shares: new Map() };

/** Expresses a piece as a part of its edge. */
function partOf(
  { cutsOf, firstPiece }: ClippedCoast,
  { piece, edge }: { readonly piece: number; readonly edge: number },
): EdgePart {
  const shares = cutsOf.get(edge) ?? [];
  const number = piece - (firstPiece[edge] ?? 0);
  return { edge, from: shares[number - 1] ?? 0, to: shares[number] ?? 1 };
}

/**
 * The inside parts of an edge that the boundaries of sites cut at these shares, each with its site. The
 * parts of a piece add up to the length of the piece in the audit.
 */
function cutParts(
  { clipped, pieces }: Pick<MeasuredTrace, 'clipped' | 'pieces'>,
  { edge, own }: { readonly edge: number; readonly own: readonly number[] },
  siteOf: (line: readonly [Position, Position]) => number,
): readonly PartInside[] {
  const [start, end] = edgeEnds(clipped.edges, edge);
  const former = clipped.cutsOf.get(edge) ?? [];
  const all = [0, ...distinctCuts([...former, ...own]), 1];
  const stops = [0, ...former, 1];
  return stops.slice(1).flatMap((endOfPiece, number): readonly PartInside[] => {
    const startOfPiece = stops[number] ?? 0;
    const piece = (clipped.firstPiece[edge] ?? 0) + number;
    const [ellipsoid = 0, sphere = 0] = [pieces.ellipsoid[piece], pieces.sphere[piece]];
    const inner = all.filter((share) => share > startOfPiece && share < endOfPiece);
    const shares = [startOfPiece, ...inner, endOfPiece];
    const lengths = splitLengths([start, end], shares, { ellipsoid, sphere });
    return lengths.flatMap((lengthM, part): readonly PartInside[] => {
      const [from = 0, to = 1] = [shares[part], shares[part + 1]];
      const line = [along(start, end, from), along(start, end, to)] as const;
      const site = siteOf(line);
      return site < 0 ? [] : [{ site, piece, part: { edge, from, to }, line, lengthM }];
    });
  });
}

/** Adds a stretch to lines; it extends the last line if it continues from the end of that line. */
function extend(lines: Position[][], [from, to]: readonly [Position, Position]): void {
  const last = lines.at(-1);
  const [x, y] = last?.at(-1) ?? [];
  if (last !== undefined && x === from[0] && y === from[1]) last.push(to);
  else lines.push([from, to]);
}
