import type { Position } from '../../../src/domain/geometry.ts';
import { readControlLine } from './control-line.ts';
import type { Line } from './line.ts';
import { listOf, positionOf, type RawRecord, recordOf, textIn } from './raw.ts';
import { stationsInOrder } from './stations.ts';

/**
 * A manually drawn stretch that replaces the registry's: control points from where it leaves the chain to
 * where it returns.
 */
export type Patch = {
  readonly id: string;
  /**
   * The places where it leaves and meets the chain; the first and last control point unless the file has
   * others.
   */
  readonly from: Position;
  readonly to: Position;
  readonly points: Line;
};

/** A coast and, for each vertex, whether it was drawn manually. */
export type PatchedLine = { readonly line: Line; readonly isHand: readonly boolean[] };

/**
 * Reads the patches of a raw file.
 * @throws on a patch with fewer than two points.
 */
export function readPatches(file: RawRecord, name: string): readonly Patch[] {
  return listOf(file, 'patches', name).map((value, index) => {
    const record = recordOf(value, `${name} patch ${index}`);
    const id = textIn(record, 'id', `${name} patch ${index}`);
    const where = `${name} patch "${id}"`;
    const points = readControlLine(listOf(record, 'points', where), where);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || points.length < 2)
      throw new RangeError(`${where}: too few points`);
    return {
      id,
      from: record['from'] === undefined ? first : positionOf(record['from'], where),
      to: record['to'] === undefined ? last : positionOf(record['to'], where),
      points,
    };
  });
}

/**
 * Returns the chain with the patches inserted. Patches are in the chain's order and may touch, but not
 * overlap: the patch's points replace the chain's vertices between `from` and `to`.
 * @throws RangeError when the patches are out of order.
 */
export function layPatches(chain: Line, patches: readonly Patch[]): PatchedLine {
  const stations = stationsInOrder(
    chain,
    patches.flatMap(({ from, to }) => [from, to]),
  );
  const line: Position[] = [];
  const isHand: boolean[] = [];
  const add = (positions: Line, byHand: boolean): void => {
    for (const position of positions) {
      const last = line.at(-1);
      if (last !== undefined && last[0] === position[0] && last[1] === position[1]) continue;
      line.push(position);
      isHand.push(byHand);
    }
  };
  let reached = -1;
  for (const [index, { points }] of patches.entries()) {
    const [leaves, returns] = [stations[2 * index] ?? 0, stations[2 * index + 1] ?? 0];
    add(chain.slice(Math.floor(reached) + 1, Math.ceil(leaves)), false);
    add(points, true);
    reached = returns;
  }
  add(chain.slice(Math.floor(reached) + 1), false);
  return { line, isHand };
}
