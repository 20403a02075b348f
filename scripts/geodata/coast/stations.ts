import type { Position } from '../../../src/domain/geometry.ts';
import { type Foot, feetOn, type Line, type Station } from './line.ts';

/**
 * A foot that is farther than the nearest one by more than this, in metres, is no candidate: the anchor
 * would be misplaced.
 */
const REACH = 1500;

type Candidate = Foot & { readonly cost: number; readonly previous: Candidate | undefined };

/**
 * Returns the stations of positions that follow each other along the line: the ascending choice of feet
 * with the least sum of squared distances; two positions may share a station. When a harbour folds the line
 * onto itself, the nearest foot of a single position could be on the wrong quay; the order decides.
 * @throws RangeError when no ascending choice exists: the positions are out of order.
 */
export function stationsInOrder(line: Line, positions: readonly Position[]): readonly Station[] {
  let layer: readonly Candidate[] = [];
  for (const [index, position] of positions.entries()) {
    const candidates = nearFeet(feetOn(line, position));
    const next = candidates.flatMap((foot): Candidate[] => {
      if (index === 0) return [{ ...foot, cost: foot.distanceM ** 2, previous: undefined }];
      const previous = cheapest(layer.filter(({ station }) => station <= foot.station));
      return previous === undefined
        ? []
        : [{ ...foot, cost: previous.cost + foot.distanceM ** 2, previous }];
    });
    if (next.length === 0)
      throw new RangeError(`position ${index} at ${position.join(', ')} is out of order`);
    layer = next;
  }
  const stations: Station[] = [];
  for (let at = cheapest(layer); at !== undefined; at = at.previous) stations.unshift(at.station);
  return stations;
}

/** Local minima of the distance along the line, no farther than the nearest plus {@link REACH}. */
function nearFeet(feet: readonly Foot[]): readonly Foot[] {
  const nearest = Math.min(...feet.map(({ distanceM }) => distanceM));
  return feet.filter(
    ({ distanceM }, index) =>
      distanceM <= nearest + REACH &&
      distanceM <= (feet[index - 1]?.distanceM ?? Infinity) &&
      distanceM <= (feet[index + 1]?.distanceM ?? Infinity),
  );
}

function cheapest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates)
    if (best === undefined || candidate.cost < best.cost) best = candidate;
  return best;
}
