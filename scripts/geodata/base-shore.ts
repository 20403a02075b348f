import type { Position } from '../../src/domain/geometry.ts';
import { listOf, positionOf, readRaw, recordOf } from './coast/raw.ts';
import { isClosed, joinEnds } from './projects-stretches.ts';

/**
 * The maximum number of edges of a removed loop: the fitted shape has small knots, and piers double back.
 */
const LOOP_EDGES = 24;

/**
 * Returns the registry's shore from Rizhao through the district to Laoshan, land on the left, without
 * loops.
 */
export async function readRegistryShore(): Promise<readonly Position[]> {
  const file = 'coastline-registry.geojson';
  const lines = listOf(await readRaw(file), 'features', file).map((member, index) => {
    const where = `${file} features[${index}]`;
    const geometry = recordOf(recordOf(member, where)['geometry'], where);
    return listOf(geometry, 'coordinates', where).map((position) => positionOf(position, where));
  });
  const open = joinEnds(lines).filter((line) => !isClosed(line));
  const longest = open.reduce((best, line) => (line.length > best.length ? line : best), []);
  return untied(longest.toReversed());
}

/**
 * Removes each small loop at the point where the line crosses itself, so that a ring made from it can be
 * filled. Places where the line only touches itself, such as the foot of a pier, stay unchanged.
 */
export function untied(line: readonly Position[]): readonly Position[] {
  const free: Position[] = [];
  for (let index = 0; index < line.length; index += 1) {
    const [from, to] = [line[index], line[index + 1]];
    if (from === undefined) continue;
    free.push(from);
    if (to === undefined) continue;
    for (let edge = Math.min(index + LOOP_EDGES, line.length - 2); edge > index + 1; edge -= 1) {
      const [start, end] = [line[edge], line[edge + 1]];
      const crossing = start && end && crossingOf([from, to], [start, end]);
      if (crossing === undefined) continue;
      free.push(crossing);
      index = edge;
      break;
    }
  }
  return free;
}

/** The crossing point of two edges; undefined when they do not cross, only touch, or are parallel. */
function crossingOf(
  [a, b]: readonly [Position, Position],
  [c, d]: readonly [Position, Position],
): Position | undefined {
  const [abx, aby, cdx, cdy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const turn = abx * cdy - aby * cdx;
  if (turn === 0) return undefined;
  const along = ((c[0] - a[0]) * cdy - (c[1] - a[1]) * cdx) / turn;
  const across = ((c[0] - a[0]) * aby - (c[1] - a[1]) * abx) / turn;
  return along > 0 && along < 1 && across > 0 && across < 1
    ? [a[0] + along * abx, a[1] + along * aby]
    : undefined;
}
