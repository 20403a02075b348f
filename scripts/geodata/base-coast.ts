import { readFile } from 'node:fs/promises';
import type { Bilingual } from '../../src/domain/bilingual.ts';
import { listOf, positionOf, type RawRecord, readRaw, recordOf, textIn } from './coast/raw.ts';
import { isClosed, joinEnds, type Stretch } from './projects-stretches.ts';

const COASTLINE = new URL('../../geodata/coast/coastline.geojson', import.meta.url);

/** An island's ring, counterclockwise, with the names of the island. */
export type Island = {
  readonly id: string;
  readonly name: Bilingual;
  readonly ring: Stretch;
};

/** The built coastline, joined: one mainland line from south-west to north-east, and rings. */
export type WholeCoast = { readonly mainland: Stretch; readonly islands: readonly Island[] };

/**
 * Reads the built coastline.
 * @throws when the mainland is not one line, or an island's ring is open.
 */
export async function readWholeCoast(): Promise<WholeCoast> {
  const segments = segmentsOf(JSON.parse(await readFile(COASTLINE, 'utf8')), 'coastline.geojson');
  const [mainland, ...rest] = joinEnds(linesIn(segments, 'mainland'));
  if (mainland === undefined || rest.length > 0) {
    throw new Error(`the mainland coast is ${rest.length + 1} lines, not one`);
  }
  const named = listOf(await readRaw('islands.json'), 'islands', 'islands.json').map(
    (island, index) => recordOf(island, `islands.json islands[${index}]`),
  );
  const islands = joinEnds(linesIn(segments, 'island')).map((ring) => {
    if (!isClosed(ring)) throw new Error(`the island at ${ring[0]} has an open coast`);
    return islandOf(ring, segments, named);
  });
  return { mainland, islands };
}

type Segment = {
  readonly id: string;
  readonly realm: string;
  readonly name: Bilingual;
  readonly line: Stretch;
};

function segmentsOf(value: unknown, file: string): readonly Segment[] {
  return listOf(recordOf(value, file), 'features', file).map((member, index) => {
    const where = `${file} features[${index}]`;
    const feature = recordOf(member, where);
    const properties = recordOf(feature['properties'], where);
    const geometry = recordOf(feature['geometry'], where);
    return {
      id: textIn(properties, 'id', where),
      realm: textIn(properties, 'realm', where),
      name: { zh: textIn(properties, 'name_zh', where), en: textIn(properties, 'name_en', where) },
      line: listOf(geometry, 'coordinates', where).map((position) => positionOf(position, where)),
    };
  });
}

function linesIn(segments: readonly Segment[], realm: string): readonly Stretch[] {
  return segments.filter((segment) => segment.realm === realm).map(({ line }) => line);
}

/**
 * The raw file names islands, the built file their stretches: an island's id is the beginning of its
 * segments' ids.
 */
function islandOf(
  ring: Stretch,
  segments: readonly Segment[],
  named: readonly RawRecord[],
): Island {
  const start = `${ring[0]}`;
  const first = segments.find(({ line }) => `${line[0]}` === start);
  if (first === undefined) throw new Error(`no coastline segment starts at ${start}`);
  const island = named.find((record) => first.id.startsWith(`${record['id']}-`));
  return island === undefined
    ? { id: first.id, name: first.name, ring }
    : {
        id: textIn(island, 'id', 'islands.json'),
        name: {
          zh: textIn(island, 'name_zh', 'islands.json'),
          en: textIn(island, 'name_en', 'islands.json'),
        },
        ring,
      };
}
