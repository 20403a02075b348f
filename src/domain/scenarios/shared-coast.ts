import { edgeEnds } from '../coast/coast-edges.ts';
import type { MeasuredCoast } from '../coast/measured-coast.ts';
import { ellipsoidDistance } from '../geodesy.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { along, type BoundingBox, boundingBox, positionsOf } from '../geometry.ts';
import type { PlannedSite } from './apply-sites.ts';
import { type CoastInside, coastInside, type EdgePart } from './coast-inside-sites.ts';

/** Coast inside a site that is counted at another site, inside which it lies as well; metres on the ellipsoid. */
export type SharedCoast = { readonly site: string; readonly lengthM: number };

/**
 * The coast inside each site that counts at another one, in the order of the sites: no metre counts twice, so that a
 * site which overlaps others shows less than what lies inside it. `inside` is the coast as drawn that each site has.
 */
export function sharedCoast(
  measured: MeasuredCoast,
  sites: readonly PlannedSite[],
  inside: readonly CoastInside[],
): readonly (readonly SharedCoast[])[] {
  const boxes = sites.map(({ geometry }) => boundingBox(positionsOf(geometry)));
  return sites.map(({ geometry }, site) => {
    const others = sites.flatMap((other, index) =>
      index !== site && meet(boxes[site], boxes[index])
        ? [{ id: other.id, parts: partsOf(inside, index) }]
        : [],
    );
    if (others.every(({ parts }) => parts.length === 0)) return [];
    const alone = coastInside(measured, [new PreparedPolygon(geometry, `site ${site + 1}`)]);
    const own = alone.flatMap(({ parts }) => parts);
    return others.flatMap(({ id, parts }) => {
      const lengthM = commonM(measured, own, parts);
      return lengthM > 0 ? [{ site: id, lengthM }] : [];
    });
  });
}

function partsOf(inside: readonly CoastInside[], site: number): readonly EdgePart[] {
  return inside.filter((row) => row.site === site).flatMap(({ parts }) => parts);
}

/** Metres that are in both lists of parts. */
function commonM(
  { drawn }: MeasuredCoast,
  own: readonly EdgePart[],
  others: readonly EdgePart[],
): number {
  const byEdge = new Map<number, EdgePart[]>();
  for (const part of others) byEdge.set(part.edge, [...(byEdge.get(part.edge) ?? []), part]);
  return own.reduce((sum, { edge, from, to }) => {
    const [start, end] = edgeEnds(drawn.clipped.edges, edge);
    const parts = byEdge.get(edge) ?? [];
    return parts.reduce((metres, other) => {
      const [low, high] = [Math.max(from, other.from), Math.min(to, other.to)];
      return high <= low
        ? metres
        : metres + ellipsoidDistance(along(start, end, low), along(start, end, high));
    }, sum);
  }, 0);
}

function meet(one: BoundingBox | undefined, other: BoundingBox | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [west, south, east, north] = one;
  const [w, s, e, n] = other;
  return west <= e && w <= east && south <= n && s <= north;
}
