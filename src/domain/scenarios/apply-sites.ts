import type { MeasuredCoast } from '../coast/measured-coast.ts';
import type { MeasuredTrace } from '../coast/measured-trace.ts';
import type { SegmentLengths } from '../coast/segment-lengths.ts';
import type { CoastlineClass, CoastlineSegment, CoastlineUse } from '../coastline.ts';
import { lowerBound } from '../geometry/lower-bound.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import type { ArealGeometry } from '../geometry.ts';
import { type CoastInside, coastInside } from './coast-inside-sites.ts';

/** A planned site, and the class that the coast inside it gets. */
export type PlannedSite = {
  readonly id: string;
  readonly geometry: ArealGeometry;
  readonly class: CoastlineClass;
  readonly use?: CoastlineUse;
  /** The classes that the site changes; when absent, it takes all coast, including unclassified coast. */
  readonly replaces?: readonly CoastlineClass[];
};

/** A coast with planned sites; the coast inside the sites forms separate segments. */
export type CoastWithSites = {
  readonly measured: MeasuredCoast;
  /** The segments as measured, then the stretches inside sites with their old class. */
  readonly before: readonly CoastlineSegment[];
  /** The same segments, but the stretches have their new class. */
  readonly after: readonly CoastlineSegment[];
  /** Index of the first stretch inside a site. */
  readonly firstInside: number;
  /**
   * The coast inside sites by tolerance in metres, 0 for the coast as drawn; `site` is an index into the
   * given sites.
   */
  readonly inside: ReadonlyMap<number, readonly CoastInside[]>;
};

/**
 * A segment of which less than this many metres remain is entirely inside; the rest is a rounding error.
 */
const NOTHING = 1e-6;

/**
 * Applies planned sites to a measured coast. At every level of detail, the metres inside the sites move
 * from their segments to separate stretches; nothing else is measured again. The result gives the figures
 * of `summariseMeasured` and `waterfall` before and after; the pieces of the coast do not change.
 *
 * Where sites overlap, a site that takes all coast has priority over those that replace some classes,
 * because a building may be put on restored coast. Among sites of one kind, the first has priority.
 * @throws RangeError if a site's polygon has no exterior ring.
 */
export function applySites(
  measured: MeasuredCoast,
  segments: readonly CoastlineSegment[],
  sites: readonly PlannedSite[],
): CoastWithSites {
  const firstInside = segments.length;
  const stretches = new Map<string, number>();
  const before = [...segments];
  const after = [...segments];
  const stretchOf = ({ site, segment }: CoastInside): number => {
    const key = `${site},${segment}`;
    const known = stretches.get(key);
    if (known !== undefined) return known;
    const [was, planned] = [segments[segment], sites[site]];
    if (was === undefined || planned === undefined)
      throw new RangeError(`there is no segment ${segment} or site ${site}`);
    const { use: _, ...rest } = was;
    const id = `${was.id} · ${planned.id}`;
    before.push({ ...was, id });
    after.push({
      ...rest,
      id,
      class: planned.class,
      ...(planned.use !== undefined && { use: planned.use }),
      // The class of a planned stretch is certain.
      confidence: 'high',
    });
    stretches.set(key, before.length - 1);
    return before.length - 1;
  };
  const insideAt = insideInOrder(measured, segments, sites);
  const inside = new Map<number, readonly CoastInside[]>();
  const tried = (trace: MeasuredTrace, toleranceM: number): MeasuredTrace => {
    const rows = insideAt(toleranceM);
    inside.set(toleranceM, rows);
    const moves = rows.map((row) => ({ ...row, stretch: stretchOf(row) }));
    const changed = new Set(moves.flatMap(({ zones }) => zones));
    return {
      ...trace,
      whole: moved(trace.whole, moves),
      inZone: trace.inZone.map((lengths, zone) =>
        changed.has(zone)
          ? moved(
              lengths,
              moves.filter(({ zones }) => zones.includes(zone)),
            )
          : lengths,
      ),
    };
  };
  const drawn = tried(measured.drawn, 0);
  const generalised = new Map(
    [...measured.generalised].map(([toleranceM, trace]) => [toleranceM, tried(trace, toleranceM)]),
  );
  return {
    measured: { ...measured, segmentCount: before.length, drawn, generalised },
    before,
    after,
    firstInside,
    inside,
  };
}

/** The coast inside sites, in which sites that take all coast have priority. */
function insideInOrder(
  measured: MeasuredCoast,
  segments: readonly CoastlineSegment[],
  sites: readonly PlannedSite[],
): (toleranceM: number) => readonly CoastInside[] {
  const order = [...sites.entries()].sort(([, one], [, other]) => rank(one) - rank(other));
  const boundaries = order.map(
    ([site, { geometry }]) => new PreparedPolygon(geometry, `site ${site + 1}`),
  );
  const takes = (place: number, segment: number): boolean => {
    const replaces = order[place]?.[1].replaces;
    if (replaces === undefined) return true;
    const shoreClass = segments[segment]?.class;
    return shoreClass !== undefined && replaces.includes(shoreClass);
  };
  return (toleranceM) =>
    coastInside(measured, boundaries, { toleranceM, takes }).map((row) => ({
      ...row,
      site: order[row.site]?.[0] ?? -1,
    }));
}

function rank({ replaces }: PlannedSite): number {
  return replaces === undefined ? 0 : 1;
}

type Move = CoastInside & { readonly stretch: number };

/** Moves the lengths of the rows from their segments to their stretches. */
function moved(lengths: SegmentLengths, moves: readonly Move[]): SegmentLengths {
  if (moves.length === 0) return lengths;
  const segments = [...lengths.segments];
  const columns = { ellipsoid: [...lengths.ellipsoid], sphere: [...lengths.sphere] };
  const rowOf = (segment: number): number => {
    const row = lowerBound(segments, segment);
    if (segments[row] === segment) return row;
    segments.splice(row, 0, segment);
    for (const column of [columns.ellipsoid, columns.sphere]) column.splice(row, 0, 0);
    return row;
  };
  for (const { segment, stretch, lengthM } of moves) {
    for (const model of ['ellipsoid', 'sphere'] as const) {
      const column = columns[model];
      const [from, to] = [rowOf(segment), rowOf(stretch)];
      const rest = (column[from] ?? 0) - lengthM[model];
      column[from] = rest < NOTHING ? 0 : rest;
      column[to] = (column[to] ?? 0) + lengthM[model];
    }
  }
  return { segments, ...columns };
}
