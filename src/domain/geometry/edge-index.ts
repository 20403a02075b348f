import Flatbush from 'flatbush';
import { boxAround, type EdgeEnds } from './edges.ts';

/** Builds an index of the boxes of edges, by edge number; returns undefined without edges. */
export function edgeIndex(ends: EdgeEnds): Flatbush | undefined {
  const count = ends.length / 4;
  if (count === 0) return undefined;
  const index = new Flatbush(count);
  for (let edge = 0; edge < count; edge += 1) index.add(...boxAround(ends, [edge, edge + 1]));
  index.finish();
  return index;
}
