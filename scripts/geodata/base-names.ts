import { listOf, positionOf, recordOf, textIn, wordIn } from './coast/raw.ts';
import type { WritableFeature } from './write-collection.ts';

/** The kinds of features that a name on the map can have. */
const KINDS = ['city', 'district', 'town', 'village', 'island', 'peak', 'bay', 'sea'] as const;

/**
 * Returns the names of a raw list as points, in its order. `rank` runs from 1, visible from far away, to 5.
 * @throws on a missing name, an unknown kind or a rank outside 1–5.
 */
export function nameFeatures(value: unknown, file: string): readonly WritableFeature[] {
  return listOf(recordOf(value, file), 'names', file).map((entry, index) => {
    const where = `${file} names[${index}]`;
    const record = recordOf(entry, where);
    const id = textIn(record, 'id', where);
    const kind = wordIn(record, 'kind', KINDS, where);
    const rank = record['rank'];
    if (kind === undefined) throw new TypeError(`${where}: "kind" is missing`);
    if (typeof rank !== 'number' || !Number.isInteger(rank) || rank < 1 || rank > 5) {
      throw new RangeError(`${where}: rank ${JSON.stringify(rank)} is not 1 to 5`);
    }
    const elevation = record['elevation_m'];
    return {
      type: 'Feature',
      id,
      properties: {
        id,
        kind,
        rank,
        name_zh: textIn(record, 'name_zh', where),
        name_en: textIn(record, 'name_en', where),
        ...(typeof elevation === 'number' && { elevation_m: elevation }),
      },
      geometry: { type: 'Point', coordinates: [...positionOf(record['at'], where)] },
    };
  });
}
