import type { MultiLineString } from 'geojson';
import { type Position, polygonsOf } from '../domain/geometry.ts';
import type { Zone } from '../domain/zone.ts';

/**
 * Returns the borders of all zones, each edge once. When drawn per zone, an edge that two zones share would
 * be dashed twice, out of step, and look like a full line.
 */
export function zoneBorders(zones: readonly Zone[]): MultiLineString {
  const seen = new Set<string>();
  const lines: Position[][] = [];
  for (const ring of zones.flatMap(({ geometry }) => polygonsOf(geometry).flat())) {
    let line: Position[] | undefined;
    for (const [index, to] of ring.entries()) {
      const from = ring[index - 1];
      if (from === undefined) continue;
      const key = [from.join(), to.join()].toSorted().join(' ');
      if (seen.has(key)) {
        line = undefined;
        continue;
      }
      seen.add(key);
      if (line === undefined) {
        line = [from];
        lines.push(line);
      }
      line.push(to);
    }
  }
  return {
    type: 'MultiLineString',
    coordinates: lines.map((line) => line.map(([x, y]) => [x, y])),
  };
}
