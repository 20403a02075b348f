import { ellipsoidDistance, linesOf } from '../geodesy.ts';
import type { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { type ArealGeometry, along } from '../geometry.ts';
import type { ScenarioAnswer, SiteAnswer } from './scenario.ts';

/** The shore that a site would make if it were filled: its own outline out at sea. */
export type NewFront = {
  /** Metres on the ellipsoid. */
  readonly lengthM: number;
  /** The ratio if the new front took the place of the coast inside; undefined without coast. */
  readonly ratio: number | undefined;
};

/**
 * The outline of a site that lies in no land, and the ratio with it in the total as artificial coast. The scenario's
 * own figures keep the length of the coast inside instead. Undefined where all of the outline is on land.
 */
export function newFront(
  core: ArealGeometry,
  land: readonly PreparedPolygon[],
  {
    site: { changed },
    after,
  }: { readonly site: Pick<SiteAnswer, 'changed'>; readonly after: ScenarioAnswer['after'] },
): NewFront | undefined {
  const lengthM = outlineAtSea(core, land);
  if (lengthM < 1) return undefined;
  const insideM = changed
    .filter(({ realm }) => after.realm === 'all' || realm === after.realm)
    .reduce((sum, row) => sum + row.lengthM, 0);
  const ratio =
    after.ratio === undefined
      ? undefined
      : (after.ratio * after.totalM) / (after.totalM - insideM + lengthM);
  return { lengthM, ratio };
}

function outlineAtSea(core: ArealGeometry, land: readonly PreparedPolygon[]): number {
  return linesOf(core)
    .flatMap((line) => line.slice(1).map((to, index) => [line[index] ?? to, to] as const))
    .reduce((sum, [from, to]) => {
      const stops = [0, ...land.flatMap((part) => part.crossings(from, to)), 1].sort(
        (a, b) => a - b,
      );
      return stops.slice(1).reduce((metres, end, index) => {
        const start = stops[index] ?? 0;
        const middle = along(from, to, (start + end) / 2);
        return end <= start || land.some((part) => part.contains(middle))
          ? metres
          : metres + ellipsoidDistance(along(from, to, start), along(from, to, end));
      }, sum);
    }, 0);
}
