import type { Audit, AuditRule, CoastSummary, ZoneSummary } from './audit.ts';
import { type ClippedCoast, clipCoast } from './clip-coast.ts';
import { type CoastEdges, coastEdges, type SegmentLine, segmentLines } from './coast-edges.ts';
import { stretches } from './coast-pieces.ts';
import { classLengths, type CoastTally, count, tally, useLengths } from './coast-tally.ts';
import type { CoastlineSegment, RealmChoice } from './coastline.ts';
import { proveCoverage } from './coverage.ts';
import { generalise } from './generalise.ts';
import { ellipsoidDistance, measureArea, type OnBothModels, sphereDistance } from './geodesy.ts';
import { band, bandParts, type Doubts, verdict } from './ratio-band.ts';
import type { Position } from './geometry.ts';
import { metres, ratio, squareMetres } from './units.ts';
import type { Zone } from './zone.ts';
import { ZoneBoundary } from './zone-boundary.ts';

/** What an audit is made of. */
export type AuditInput = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
};

type Distance = (from: Position, to: Position) => number;

/**
 * The coastline audit (DESIGN section 3): every length and area on the ellipsoid and with Turf,
 * ratios with their band and verdict, the proof of coverage and the pieces behind each figure.
 *
 * An edge is cut at the boundaries of all zones and each piece measured between its own ends. All
 * totals are sums of those pieces, so zones and rest add up to the whole exactly. On edges of 10 km
 * the pieces and the uncut edge differ by under 1 mm, as a straight line in longitude and latitude
 * leaves the geodesic by 1 m there.
 */
export function auditCoastline({ segments: all, zones, rule, realm }: AuditInput): Audit {
  const segments = all.filter((segment) => realm === 'all' || segment.realm === realm);
  const boundaries = zones.map(({ geometry, id }) => new ZoneBoundary(geometry, id));
  const lines = segmentLines(segments);
  const clipped = clipCoast(coastEdges(lines), boundaries);
  const lengths = pieceLengths(clipped, ellipsoidDistance);
  const sphereLengths = pieceLengths(clipped, sphereDistance);
  const generalised = rule.sensitivity.generaliseM.map((toleranceM) => {
    const coast = clipCoast(generalisedEdges(lines, toleranceM), boundaries);
    return { coast, lengths: pieceLengths(coast, ellipsoidDistance) };
  });

  /** Everything about the pieces of one zone, or about all of them. */
  const summarise = (zone: number | undefined, areaM2: OnBothModels | undefined, target: number): CoastSummary => {
    const tallyOf = (coast: ClippedCoast, measured: Float64Array): CoastTally =>
      tally(segments, segmentsAndLengths(coast, measured, zone), rule);
    return summary({
      doubts: {
        ellipsoid: tallyOf(clipped, lengths),
        sphere: tallyOf(clipped, sphereLengths),
        generalised: generalised.map(({ coast, lengths: measured }) => tallyOf(coast, measured)),
      },
      rule,
      target,
      areaM2,
    });
  };
  const areas = zones.map(({ geometry }) => measureArea(geometry));
  const zoneSummaries = zones.map(
    ({ id, target }, zone): ZoneSummary => ({
      id,
      ...summarise(zone, areas[zone], target ?? rule.target),
      pieces: stretches(clipped, clipped.piecesIn[zone] ?? [], segments, lengths),
    }),
  );
  return {
    rule,
    realm,
    overall: summarise(undefined, zones.length === 0 ? undefined : sumAreas(areas), rule.target),
    zones: zoneSummaries,
    coverage: proveCoverage({
      clipped,
      lines,
      segments,
      zoneIds: zones.map(({ id }) => id),
      lengths,
      totalM: lengths.reduce((total, length) => total + length, 0),
    }),
  };
}

function generalisedEdges(lines: readonly SegmentLine[], toleranceM: number): CoastEdges {
  return coastEdges(lines.map(({ segment, positions }) => ({ segment, positions: generalise(positions, toleranceM) })));
}

function pieceLengths({ edgeOf, ends }: ClippedCoast, distance: Distance): Float64Array {
  return Float64Array.from(edgeOf, (_, piece) => distance(...ends(piece)));
}

function* segmentsAndLengths(
  { edges, edgeOf, piecesIn }: ClippedCoast,
  lengths: Float64Array,
  zone: number | undefined,
): Generator<readonly [number, number]> {
  const pieces = zone === undefined ? lengths.keys() : (piecesIn[zone] ?? []);
  for (const piece of pieces) yield [edges.segmentOf[edgeOf[piece] ?? -1] ?? -1, lengths[piece] ?? 0];
}

/** Areas of zones added up; a stretch of two overlapping zones is in it twice, as in the zones. */
function sumAreas(areas: readonly OnBothModels[]): OnBothModels {
  return areas.reduce(
    (sum, { ellipsoid, sphere }) => ({ ellipsoid: sum.ellipsoid + ellipsoid, sphere: sum.sphere + sphere }),
    { ellipsoid: 0, sphere: 0 },
  );
}

function summary({
  doubts,
  rule,
  target,
  areaM2,
}: {
  readonly doubts: Doubts;
  readonly rule: AuditRule;
  readonly target: number;
  readonly areaM2: OnBothModels | undefined;
}): CoastSummary {
  const counted = count(doubts.ellipsoid, rule.counting);
  const { totalM, naturalM, restoredM } = counted;
  const parts = bandParts(doubts, rule);
  const limits = band(counted.ratio, parts);
  return {
    ...counted,
    byClass: classLengths(doubts.ellipsoid),
    byUse: useLengths(doubts.ellipsoid),
    unclassifiedM: metres(doubts.ellipsoid.unclassified),
    ratioNative: ratio(naturalM, totalM),
    target,
    headroomM: totalM > 0 ? metres(naturalM + restoredM - target * totalM) : undefined,
    verdict: verdict(limits, target),
    band: limits,
    bandParts: parts,
    areaM2: areaM2 && squareMetres(areaM2.ellipsoid),
    turf: { ...count(doubts.sphere, rule.counting), areaM2: areaM2 && squareMetres(areaM2.sphere) },
  };
}
