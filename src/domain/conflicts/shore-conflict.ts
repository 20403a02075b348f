import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { type AuditRule, isClassKept } from '../audit/audit.ts';
import type { CoastlineClass, CoastlineSegment } from '../coastline.ts';
import { EMPTY_BOX } from '../geometry/boxes.ts';
import { isAreal } from '../geometry/intersects.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { type BoundingBox, boundingBox, positionsOf } from '../geometry.ts';
import { type Conflict, type ShoreDistance, STUDY_SETBACK_M } from './conflict.ts';
import { Constraint } from './constraint.ts';
import { boxWithin } from './displaced-site.ts';
import type { LocatedSite } from './protected-areas.ts';
import { lengthInside } from './shared-area.ts';

type Stretch = { readonly segment: CoastlineSegment; readonly obstacle: Constraint };

/** Stretches of coast, indexed together and one by one. */
class Coast {
  readonly #whole: Constraint;
  readonly #stretches: readonly Stretch[];
  readonly #index: Flatbush | undefined;

  constructor(segments: readonly CoastlineSegment[]) {
    const geometries = segments.map(({ geometry }) => geometry);
    this.#whole = new Constraint({ type: 'GeometryCollection', geometries }, 'coast');
    this.#stretches = segments.flatMap((segment) => {
      const obstacle = new Constraint(segment.geometry, segment.id);
      return obstacle.box === undefined ? [] : [{ segment, obstacle }];
    });
    if (this.#stretches.length === 0) return;
    this.#index = new Flatbush(this.#stretches.length);
    for (const { obstacle } of this.#stretches) this.#index.add(...(obstacle.box ?? EMPTY_BOX));
    this.#index.finish();
  }

  /** The coast as a whole. */
  get whole(): Constraint {
    return this.#whole;
  }

  /** The stretches whose box is within a distance in metres of a box. */
  near(box: BoundingBox, distanceM: number): readonly Stretch[] {
    const found = this.#index?.search(...boxWithin(box, distanceM)) ?? [];
    return found.sort((a, b) => a - b).flatMap((number) => this.#stretches[number] ?? []);
  }

  /** The stretch nearest to a site that lies this far from the coast. */
  nearest(site: Geometry, box: BoundingBox, distanceM: number): CoastlineSegment | undefined {
    let nearest: { readonly segment: CoastlineSegment; readonly distanceM: number } | undefined;
    // The search adds a metre, which covers the error of the distances.
    for (const { segment, obstacle } of this.near(box, distanceM + 1)) {
      const own = obstacle.distanceTo(site, distanceM + 1) ?? Number.POSITIVE_INFINITY;
      if (nearest === undefined || own < nearest.distanceM) nearest = { segment, distanceM: own };
    }
    return nearest?.segment;
  }
}

/**
 * Finds the conflicts of sites with the mainland coast. Islands are omitted, because ratio and setback
 * apply to the mainland coast only.
 */
export class ShoreConflicts {
  readonly #coast: Coast;
  readonly #natural: Coast;
  /** What sets the share of natural coast to be kept. */
  readonly #told: Pick<Conflict, 'articles' | 'ruleSource'>;

  /** Indexes the coast; the rule says which classes are natural. */
  constructor(
    segments: readonly CoastlineSegment[],
    rule: Pick<AuditRule, 'counting' | 'targetSource' | 'targetArticles'>,
  ) {
    const { counting, targetSource, targetArticles = [] } = rule;
    this.#told = { articles: targetArticles, ...(targetSource && { ruleSource: targetSource }) };
    const mainland = segments.filter(({ realm }) => realm === 'mainland');
    this.#coast = new Coast(mainland);
    this.#natural = new Coast(mainland.filter((segment) => isClassKept(segment.class, counting)));
  }

  /** The natural coastline that a site takes up, or may take up; at most one conflict, for all stretches. */
  naturalCoast({ geometry, accuracyM }: LocatedSite): readonly Conflict[] {
    const box = boundingBox(positionsOf(geometry));
    const distanceM = this.#natural.whole.distanceTo(geometry, accuracyM ?? 0);
    if (box === undefined || distanceM === undefined) return [];
    const inside = distanceM > 0 ? [] : this.#inside(geometry, box);
    const segment = inside[0]?.segment ?? this.#natural.nearest(geometry, box, distanceM);
    if (segment === undefined) return [];
    const isCertain =
      distanceM === 0 &&
      accuracyM !== undefined &&
      this.#natural.whole.intersectsWhereverMoved(geometry, accuracyM);
    return [
      {
        kind: 'natural-coast',
        certainty: isCertain ? 'certain' : 'possible',
        otherId: segment.id,
        otherName: segment.name,
        distanceM,
        ...(inside.length > 0 && lengths(inside)),
        ...this.#told,
      },
    ];
  }

  /** The distance of a site from the coast; undefined beyond the largest possible study distance. */
  reach({ geometry, accuracyM }: LocatedSite): ShoreDistance | undefined {
    const box = boundingBox(positionsOf(geometry));
    const limitM = STUDY_SETBACK_M.most + Math.max(1, accuracyM ?? 0);
    const distanceM = this.#coast.whole.distanceTo(geometry, limitM);
    if (box === undefined || distanceM === undefined) return undefined;
    const segment = this.#coast.nearest(geometry, box, distanceM);
    if (segment === undefined) return undefined;
    return {
      distanceM,
      ...(accuracyM !== undefined && {
        uncertaintyM: accuracyM,
        farthestM: this.#farthest({ geometry, accuracyM, distanceM }),
      }),
      segmentId: segment.id,
      segmentName: segment.name,
    };
  }

  /**
   * The largest distance after a move: a move adds at most its own length, and the distance stays 0 if
   * they still meet.
   */
  #farthest({
    geometry,
    accuracyM,
    distanceM,
  }: {
    readonly geometry: Geometry;
    readonly accuracyM: number;
    readonly distanceM: number;
  }): number {
    if (distanceM === 0 && this.#coast.whole.intersectsWhereverMoved(geometry, accuracyM)) return 0;
    return distanceM + accuracyM;
  }

  /** Metres of each natural stretch inside an area, the longest first; none for lines and points. */
  #inside(site: Geometry, box: BoundingBox): readonly StretchInside[] {
    if (!isAreal(site)) return [];
    const area = new PreparedPolygon(site, 'site');
    return this.#natural
      .near(box, 0)
      .map(({ segment }) => ({ segment, lengthM: lengthInside(segment.geometry, area) }))
      .filter(({ lengthM }) => lengthM > 0)
      .sort((a, b) => b.lengthM - a.lengthM);
  }
}

type StretchInside = { readonly segment: CoastlineSegment; readonly lengthM: number };

function lengths(inside: readonly StretchInside[]): Pick<Conflict, 'lengthM' | 'lengthByClass'> {
  const lengthByClass: Partial<Record<CoastlineClass, number>> = {};
  for (const { segment, lengthM } of inside)
    if (segment.class !== undefined)
      lengthByClass[segment.class] = (lengthByClass[segment.class] ?? 0) + lengthM;
  return { lengthM: inside.reduce((sum, { lengthM }) => sum + lengthM, 0), lengthByClass };
}
