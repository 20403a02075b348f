import { linesOf, metresPerDegree } from '../geodesy.ts';
import { type BoundingBox, boundingBox, type Position, positionsOf } from '../geometry.ts';
import type { Site, SitePurpose, SiteShape } from './scenario.ts';

/**
 * A shape of a sketch as lines, in units of the sketch to the right and down from its upper left corner.
 */
export type ThumbnailShape = {
  readonly kind: 'area' | 'line' | 'point';
  readonly purpose: SitePurpose;
  readonly lines: readonly (readonly Position[])[];
};

/** A small sketch of sites over the coast near them, which shows only their location and size. */
export type ThumbnailGeometry = {
  readonly width: number;
  readonly height: number;
  readonly coast: readonly (readonly Position[])[];
  readonly sites: readonly ThumbnailShape[];
};

/** The smallest extent of a sketch in metres, so that a pier still shows with the bay around it. */
const LEAST_M = 3000;
/** The margin around the sites, as a share of their extent. */
const ROOM = 0.35;
/** The number of times that the extent of the sketch may double to find a coast. */
const DOUBLINGS = 4;

/**
 * Draws sites over the coast near them into a sketch of the given units. North is up, and a metre has the
 * same length in both directions. If no coast is in view, the extent grows up to sixteen times. Returns
 * undefined without a position.
 */
export function siteThumbnail(
  sites: readonly Pick<Site, 'purpose' | 'shape'>[],
  coast: readonly (readonly Position[])[],
  { width, height }: { readonly width: number; readonly height: number },
): ThumbnailGeometry | undefined {
  const box = boundingBox(sites.flatMap(({ shape }) => [...positionsOf(shape)]));
  if (box === undefined) return undefined;
  const [west, south, east, north] = box;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const metres = metresPerDegree(middle[1]);
  const across = Math.max(
    (east - west) * metres.east * (1 + ROOM),
    (north - south) * metres.north * (1 + ROOM) * (width / height),
    LEAST_M,
  );
  for (let doubled = 0; ; doubled += 1) {
    const scale = width / (across * 2 ** doubled);
    const place = ([longitude, latitude]: Position): Position => [
      width / 2 + (longitude - middle[0]) * metres.east * scale,
      height / 2 - (latitude - middle[1]) * metres.north * scale,
    ];
    const inSight = coast.flatMap((line) => runsInside(line.map(place), [0, 0, width, height]));
    if (inSight.length === 0 && doubled < DOUBLINGS) continue;
    return {
      ...{ width, height, coast: inSight },
      sites: sites.map(({ purpose, shape }) => ({
        purpose,
        kind: kindOf(shape),
        lines: partsOf(shape).map((line) => line.map(place)),
      })),
    };
  }
}

/** The runs of a line whose edges meet a box, judged by the boxes of the edges. */
function runsInside(
  line: readonly Position[],
  [left, top, right, bottom]: BoundingBox,
): readonly (readonly Position[])[] {
  const runs: Position[][] = [];
  let run: Position[] | undefined;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (from === undefined) continue;
    const isIn =
      Math.max(from[0], to[0]) >= left &&
      Math.min(from[0], to[0]) <= right &&
      Math.max(from[1], to[1]) >= top &&
      Math.min(from[1], to[1]) <= bottom;
    if (!isIn) run = undefined;
    else if (run === undefined) {
      run = [from, to];
      runs.push(run);
    } else run.push(to);
  }
  return runs;
}

function kindOf({ type }: SiteShape): ThumbnailShape['kind'] {
  if (type === 'Point') return 'point';
  return type === 'LineString' || type === 'MultiLineString' ? 'line' : 'area';
}

function partsOf(shape: SiteShape): readonly (readonly Position[])[] {
  return shape.type === 'Point' ? [[...positionsOf(shape)]] : linesOf(shape);
}
