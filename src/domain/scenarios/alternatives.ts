import { edgeEnds } from '../coast/coast-edges.ts';
import type { MeasuredCoast } from '../coast/measured-coast.ts';
import { PROTECTION_GRADES, type ProtectionGrade } from '../coastline.ts';
import { degreeOnEllipsoid, ellipsoidDistance } from '../geodesy.ts';
import {
  type DistanceIndex,
  distanceBetween,
  distanceIndexOfLines,
  nearestOf,
} from '../geometry/distance.ts';
import { nearestOn } from '../geometry/nearest-points.ts';
import { lengthBetween } from '../geometry/split-lengths.ts';
import { along, type Position } from '../geometry.ts';
import type { ArtificialStretch, RunPart } from './artificial-runs.ts';
import type { Alternative } from './scenario.ts';

/** The largest number of alternatives to a site. */
const MOST_ALTERNATIVES = 3;
/** How much shorter than needed a stretch may be: a tenth, which a planner can make up for in depth. */
const SHORTFALL = 0.1;
/** Coast by the grade of its zone, most suitable first; `undefined` is coast without a graded zone. */
const BY_SUITABILITY: readonly (ProtectionGrade | undefined)[] = [
  'optimised',
  undefined,
  'restricted',
  'strict',
];

/** A site for which another place is wanted. */
export type SiteToMove = {
  readonly extent: DistanceIndex;
  readonly neededM: number;
  /** The middle of the natural coast that it takes; places on a long stretch are as near to it as possible. */
  readonly near: Position | undefined;
};

/** Coast between two zone borders, in the direction of its stretch. */
type Piece = {
  readonly from: Position;
  readonly to: Position;
  readonly lengthM: number;
  readonly segmentId: string;
  readonly zones: readonly number[];
  /** Index in `BY_SUITABILITY`. */
  readonly suitability: number;
};

type Candidate = { readonly pieces: readonly Piece[]; readonly extent: DistanceIndex };

/** Whether a stretch may hold a site: a tenth short is still offered. */
export function isLongEnough({ lengthM }: { readonly lengthM: number }, neededM: number): boolean {
  return lengthM >= (1 - SHORTFALL) * neededM;
}

/**
 * Ranks stretches of artificial coast as other places of a site, three at most. The grade of the zone
 * comes first: optimised use, then no graded zone, then restricted, then strict; within a grade, the
 * nearest comes first. A stretch is cut where a stricter zone begins, and may be a tenth too short.
 */
export function rankAlternatives(
  measured: MeasuredCoast,
  stretches: readonly ArtificialStretch[],
  site: SiteToMove,
): readonly Alternative[] {
  const chosen = new Set<Piece>();
  const found: Alternative[] = [];
  const cut = stretches.map((stretch) => piecesOf(measured, stretch));
  for (const suitability of BY_SUITABILITY.keys()) {
    let candidates = cut.flatMap((pieces) =>
      candidatesAmong(
        pieces.map((piece) =>
          piece.suitability > suitability || chosen.has(piece) ? undefined : piece,
        ),
        site.neededM,
      ),
    );
    const places: Alternative[] = [];
    while (found.length + places.length < MOST_ALTERNATIVES) {
      const nearest = nearestOf(site.extent, candidates)?.thing;
      if (nearest === undefined) break;
      candidates = candidates.filter((candidate) => candidate !== nearest);
      for (const piece of nearest.pieces) chosen.add(piece);
      places.push(placeOn(measured, nearest, site));
    }
    found.push(...places.sort((a, b) => a.distanceM - b.distanceM));
  }
  return found;
}

/** Cut coast is kept with its stretch: most stretches are the same while a site is dragged. */
const PIECES = new WeakMap<ArtificialStretch, readonly Piece[]>();

function piecesOf(measured: MeasuredCoast, stretch: ArtificialStretch): readonly Piece[] {
  const known = PIECES.get(stretch);
  if (known !== undefined) return known;
  const pieces = stretch.parts.flatMap((part) => partPieces(measured, part));
  PIECES.set(stretch, pieces);
  return pieces;
}

/** A part of an edge cut at the borders of zones, in the direction of the part. */
function partPieces(
  { drawn: { clipped }, zones: allZones }: MeasuredCoast,
  { edge, from, to, segmentId }: RunPart,
): readonly Piece[] {
  const [start, end] = edgeEnds(clipped.edges, edge);
  const cuts = [0, ...(clipped.cutsOf.get(edge) ?? []), 1];
  const first = clipped.firstPiece[edge] ?? 0;
  const [least, most] = [Math.min(from, to), Math.max(from, to)];
  const pieces = cuts.slice(1).flatMap((until, number): readonly Piece[] => {
    const [a, b] = [Math.max(cuts[number] ?? 0, least), Math.min(until, most)];
    if (b <= a) return [];
    const zones = clipped.zonesOf(first + number);
    const grade = strictest(zones.map((zone) => allZones[zone]?.grade));
    const [near, far] = [along(start, end, a), along(start, end, b)];
    const [pieceStart, pieceEnd] = from <= to ? [near, far] : [far, near];
    return [
      {
        ...{ from: pieceStart, to: pieceEnd, segmentId, zones },
        lengthM: lengthBetween([start, end], a, b),
        suitability: BY_SUITABILITY.indexOf(grade),
      },
    ];
  });
  return from <= to ? pieces : pieces.toReversed();
}

function strictest(grades: readonly (ProtectionGrade | undefined)[]): ProtectionGrade | undefined {
  return PROTECTION_GRADES.find((grade) => grades.includes(grade));
}

/** Pieces that follow one another without a gap, where they are long enough together. */
function candidatesAmong(
  pieces: readonly (Piece | undefined)[],
  neededM: number,
): readonly Candidate[] {
  const runs: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece === undefined) runs.push([]);
    else runs.at(-1)?.push(piece);
  }
  return runs.flatMap((run) => {
    if (run.length === 0 || !isLongEnough({ lengthM: lengthOf(run) }, neededM)) return [];
    const extent = distanceIndexOfLines([lineOf(run)]);
    return extent === undefined ? [] : [{ pieces: run, extent }];
  });
}

/** The part of a stretch as long as needed that is nearest to the coast that the site takes now. */
function placeOn(
  { zones: allZones }: MeasuredCoast,
  { pieces }: Candidate,
  { extent, neededM, near }: SiteToMove,
): Alternative {
  const lengthM = lengthOf(pieces);
  const wantedM = Math.min(neededM, lengthM);
  const middleM = near === undefined ? 0 : nearestAlong(pieces, near);
  const startM = Math.min(Math.max(0, middleM - wantedM / 2), lengthM - wantedM);
  const part = partBetween(pieces, startM, startM + wantedM);
  const line = lineOf(part);
  const zones = [...new Set(part.flatMap((piece) => piece.zones))];
  const placed = distanceIndexOfLines([line]);
  return {
    line,
    segmentIds: [...new Set(part.map(({ segmentId }) => segmentId))],
    zoneIds: zones.flatMap((zone) => allZones[zone]?.id ?? []),
    grade: strictest(zones.map((zone) => allZones[zone]?.grade)),
    lengthM,
    neededM,
    distanceM: placed === undefined ? 0 : distanceBetween(extent, placed),
  };
}

/** Metres along the pieces to the place nearest to a position. */
function nearestAlong(pieces: readonly Piece[], near: Position): number {
  const scale = degreeOnEllipsoid(near[1]);
  let beforeM = 0;
  let nearest = { planeM: Infinity, alongM: 0 };
  for (const { from, to, lengthM } of pieces) {
    const { planeM, to: place } = nearestOn(near, [from, to], scale);
    if (planeM < nearest.planeM)
      nearest = { planeM, alongM: beforeM + Math.min(lengthM, ellipsoidDistance(from, place)) };
    beforeM += lengthM;
  }
  return nearest.alongM;
}

/** The pieces between two lengths along them; those at the ends are cut. */
function partBetween(pieces: readonly Piece[], fromM: number, toM: number): readonly Piece[] {
  let beforeM = 0;
  return pieces.flatMap((piece): readonly Piece[] => {
    const { from, to, lengthM } = piece;
    const share = (metres: number): number =>
      lengthM === 0 ? 0 : Math.min(1, Math.max(0, (metres - beforeM) / lengthM));
    const [a, b] = [share(fromM), share(toM)];
    beforeM += lengthM;
    return b <= a
      ? []
      : [
          {
            ...piece,
            ...{ from: along(from, to, a), to: along(from, to, b), lengthM: (b - a) * lengthM },
          },
        ];
  });
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { lengthM }) => sum + lengthM, 0);
}

function lineOf(pieces: readonly Piece[]): readonly Position[] {
  return [...pieces.slice(0, 1).map(({ from }) => from), ...pieces.map(({ to }) => to)];
}
