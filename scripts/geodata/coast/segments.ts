import type { Realm } from '../../../src/domain/coastline.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import type { WritableFeature } from '../write-collection.ts';
import { type Line, metresBetween, type Station, sliceLine } from './line.ts';
import { BY_HAND, FROM_REGISTRY, type Lineage } from './lineage.ts';
import type { PatchedLine } from './patches.ts';
import type { ShoreEntry } from './shore-table.ts';
import { stationsInOrder } from './stations.ts';

/** The share of a segment's length above which only one source is named. */
const MOSTLY = 0.95;

/**
 * Divides a coast into classified segments, end to end: each starts at exactly the position where the
 * previous one ends.
 */
export function cutSegments(
  { line, isHand }: PatchedLine,
  entries: readonly ShoreEntry[],
  realm: Realm,
  classSource: Lineage,
): readonly WritableFeature[] {
  const ends = entries.slice(0, -1).map(({ id, to }): Position => {
    if (to === undefined) throw new RangeError(`segment "${id}" has no end and is not the last`);
    return to;
  });
  const cuts: readonly Station[] = [0, ...stationsInOrder(line, ends), line.length - 1];
  return entries.map((entry, index) => {
    const [from = 0, to = 0] = [cuts[index], cuts[index + 1]];
    if (from >= to) throw new RangeError(`segment "${entry.id}" has no length`);
    return toFeature(
      entry,
      realm,
      classSource,
      positionSource(line, isHand, from, to),
      sliceLine(line, from, to),
    );
  });
}

function toFeature(
  entry: ShoreEntry,
  realm: Realm,
  classSource: Lineage,
  position: Lineage,
  coordinates: Line,
): WritableFeature {
  return {
    type: 'Feature',
    id: entry.id,
    properties: {
      id: entry.id,
      name_zh: entry.name.zh,
      name_en: entry.name.en,
      class: entry.shoreClass,
      ...(entry.use !== undefined && { use: entry.use }),
      realm,
      confidence: entry.confidence,
      ...(entry.grade !== undefined && { grade: entry.grade }),
      position_source: position.en,
      position_source_zh: position.zh,
      class_source: classSource.en,
      class_source_zh: classSource.zh,
    },
    geometry: {
      type: 'LineString',
      coordinates: coordinates.map(([longitude, latitude]) => [longitude, latitude]),
    },
  };
}

/** The main source of the stretch, by length: an edge counts as manual when both its ends are. */
function positionSource(
  line: Line,
  isHand: readonly boolean[],
  from: Station,
  to: Station,
): Lineage {
  let [byHand, whole] = [0, 0];
  for (let index = Math.floor(from); index < Math.ceil(to); index += 1) {
    const [start, end] = [line[index], line[index + 1]];
    if (start === undefined || end === undefined) continue;
    const length = metresBetween(start, end) * (Math.min(to, index + 1) - Math.max(from, index));
    whole += length;
    if (isHand[index] === true && isHand[index + 1] === true) byHand += length;
  }
  const share = whole === 0 ? 0 : byHand / whole;
  if (share >= MOSTLY) return BY_HAND;
  if (share <= 1 - MOSTLY) return FROM_REGISTRY;
  const percent = Math.round(share * 100);
  return {
    en: `${percent} % ${BY_HAND.en}; the rest ${FROM_REGISTRY.en}`,
    zh: `${percent}% 为${BY_HAND.zh}；其余为 ${FROM_REGISTRY.zh}`,
  };
}
