import type { CoastlineClass, CoastlineSegment, CoastlineUse } from './coastline.ts';
import type { ArealGeometry } from './geometry.ts';
import type { MeasuredCoast } from './measured-coast.ts';
import type { MeasuredTrace } from './measured-trace.ts';
import type { SegmentLengths } from './segment-lengths.ts';
import { type CoastInside, coastInside } from './site-loss.ts';

/** A planned site and what the coast inside it becomes. */
export type PlannedSite = {
  readonly id: string;
  readonly geometry: ArealGeometry;
  readonly class: CoastlineClass;
  readonly use?: CoastlineUse;
};

/** A coast with planned sites: what lies inside them has become segments of its own. */
export type CoastWithSites = {
  readonly measured: MeasuredCoast;
  /** The segments as measured, then the stretches inside sites, by the class that they had. */
  readonly before: readonly CoastlineSegment[];
  /** The same, the stretches by the class that they become. */
  readonly after: readonly CoastlineSegment[];
  /** Index of the first stretch inside a site. */
  readonly firstInside: number;
};

/** Less than this, in metres, is what rounding leaves of a segment that is all inside. */
const NOTHING = 1e-6;

/**
 * Tries planned sites on a measured coast: the metres inside them leave their segments and stand as
 * stretches of their own, at every level of detail; nothing else is measured again. For the figures of
 * `summariseMeasured` and `waterfall`, before and after; the pieces of the coast stay as they were.
 * @throws RangeError if a site's polygon has no exterior ring.
 */
export function withSites(
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
      // What is planned is not in doubt.
      confidence: 'high',
    });
    stretches.set(key, before.length - 1);
    return before.length - 1;
  };
  const geometries = sites.map(({ geometry }) => geometry);
  const tried = (trace: MeasuredTrace, toleranceM: number): MeasuredTrace => {
    const rows = coastInside(measured, geometries, toleranceM);
    const moves = rows.map((row) => ({ ...row, stretch: stretchOf(row) }));
    return {
      ...trace,
      whole: moved(trace.whole, moves),
      inZone: trace.inZone.map((lengths, zone) =>
        moved(
          lengths,
          moves.filter(({ zones }) => zones.includes(zone)),
        ),
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
  };
}

type Move = CoastInside & { readonly stretch: number };

/** Lengths with those of the rows taken from their segments and given to their stretches. */
function moved(lengths: SegmentLengths, moves: readonly Move[]): SegmentLengths {
  if (moves.length === 0) return lengths;
  const table = new Map(
    lengths.segments.map((segment, row) => [
      segment,
      { ellipsoid: lengths.ellipsoid[row] ?? 0, sphere: lengths.sphere[row] ?? 0 },
    ]),
  );
  for (const { segment, stretch, lengthM } of moves) {
    const [from, to] = [table.get(segment), table.get(stretch)];
    for (const model of ['ellipsoid', 'sphere'] as const) {
      const rest = (from?.[model] ?? 0) - lengthM[model];
      if (from !== undefined) from[model] = rest < NOTHING ? 0 : rest;
    }
    table.set(stretch, {
      ellipsoid: (to?.ellipsoid ?? 0) + lengthM.ellipsoid,
      sphere: (to?.sphere ?? 0) + lengthM.sphere,
    });
  }
  const rows = [...table].sort(([a], [b]) => a - b);
  return {
    segments: rows.map(([segment]) => segment),
    ellipsoid: rows.map(([, length]) => length.ellipsoid),
    sphere: rows.map(([, length]) => length.sphere),
  };
}
