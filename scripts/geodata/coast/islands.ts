import type { Position } from '../../../src/domain/geometry.ts';
import type { WritableFeature } from '../write-collection.ts';
import { readControlLine } from './control-line.ts';
import type { Line } from './line.ts';
import { listOf, type RawRecord, recordOf, textIn } from './raw.ts';
import { cutSegments } from './segments.ts';
import { readClassSource, readShoreEntries } from './shore-table.ts';

/**
 * Returns the islands of the raw file as segments. A ring is written counterclockwise (land on the left)
 * and without its closing position; its segments run from the ring's first position round to it again.
 * `"registry": true` means that its vertices are nodes of the registry.
 * @throws RangeError on a clockwise ring: its author can reverse it, the build does not guess.
 */
export function cutIslands(file: RawRecord, name: string): readonly WritableFeature[] {
  const classSource = readClassSource(file, name);
  return listOf(file, 'islands', name).flatMap((value, index) => {
    const record = recordOf(value, `${name} island ${index}`);
    const where = `${name} island "${textIn(record, 'id', `${name} island ${index}`)}"`;
    const open = readControlLine(listOf(record, 'ring', where), where);
    if (twiceSignedArea(open) <= 0) throw new RangeError(`${where}: ring is clockwise`);
    const [first] = open;
    const line = first === undefined ? open : [...open, first];
    return cutSegments(
      { line, isHand: line.map(() => record['registry'] !== true) },
      readShoreEntries(record, where),
      'island',
      classSource,
    );
  });
}

/** Positive when the ring runs counterclockwise, in square degrees. */
function twiceSignedArea(ring: Line): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY]: Position = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}
