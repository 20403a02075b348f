import type { Position } from '../../src/domain/geometry.ts';
import { type Border, vertexAt } from './base-border.ts';
import type { WholeCoast } from './base-coast.ts';
import { untied } from './base-shore.ts';
import type { WritableFeature } from './write-collection.ts';

/** The inputs of the land; see geodata/README.md. */
export type LandParts = {
  readonly coast: WholeCoast;
  readonly border: Border;
  /** A line well inside the district, from north-east to south-west. */
  readonly underlay: readonly Position[];
  /** Land in the frame, as counterclockwise rings; the mainland has the longest one. */
  readonly surroundings: readonly (readonly Position[])[];
};

/**
 * The number of border vertices that the surrounding mainland shares at either end, before it turns inland.
 */
const BORDER_SHARED = 8;

/**
 * Returns land as features from bottom to top: the surrounding mainland, its islands, the district, its
 * islands. The mainland continues under the district, so that no sea shows through their common border.
 */
export function landFeatures(parts: LandParts): readonly WritableFeature[] {
  const { coast, border, surroundings } = parts;
  const [mainland = [], ...others] = surroundings.toSorted((a, b) => b.length - a.length);
  const neighbours = others.filter(
    (ring) => !coast.islands.some((island) => doBoxesMeet(ring, island.ring)),
  );
  return [
    land(
      'neighbour-mainland',
      'neighbour',
      { zh: '周边陆域', en: 'Land around' },
      neighbourMainland(mainland, parts),
    ),
    ...neighbours.map((ring, index) =>
      land(
        `neighbour-island-${index + 1}`,
        'neighbour',
        { zh: '周边岛屿', en: 'Island around' },
        ring,
      ),
    ),
    land(
      'west-coast-new-area',
      'district',
      { zh: '青岛西海岸新区', en: 'Qingdao West Coast New Area' },
      closed([
        ...untied(coast.mainland),
        ...border.northEastBank.slice(0, -1).toReversed(),
        ...border.inland.slice(1, -1).toReversed(),
        ...border.southWestBank.slice(1).toReversed(),
      ]),
    ),
    ...coast.islands.map(({ id, name, ring }) => land(id, 'island', name, ring)),
  ];
}

/**
 * The ring of the mainland with its shore near the district replaced: from Rizhao to the district by the
 * registry's shore, a short way along the border, inland under the district, and out again.
 */
function neighbourMainland(
  ring: readonly Position[],
  { border, underlay }: LandParts,
): readonly Position[] {
  const { southWestShore, northEastShore, inland } = border;
  const [rizhao, laoshan] = [southWestShore[0], northEastShore.at(-1)];
  if (rizhao === undefined || laoshan === undefined) throw new Error('a shore is empty');
  const open = ring.slice(0, -1);
  const [from, to] = [vertexAt(open, rizhao), vertexAt(open, laoshan)];
  const around = from < to ? [...open.slice(to), ...open.slice(0, from)] : open.slice(to, from);
  return closed([
    ...around,
    ...southWestShore,
    ...inland.slice(1, BORDER_SHARED),
    ...underlay.toReversed(),
    ...inland.slice(-BORDER_SHARED, -1),
    ...northEastShore.slice(0, -1),
  ]);
}

function closed(open: readonly Position[]): readonly Position[] {
  const [first] = open;
  return first === undefined ? open : [...open, first];
}

function doBoxesMeet(ring: readonly Position[], other: readonly Position[]): boolean {
  return [0, 1].every((axis) => {
    const [a, b] = [ring, other].map((positions) =>
      positions.map((position) => position[axis] ?? NaN),
    );
    return (
      a !== undefined &&
      b !== undefined &&
      Math.min(...a) <= Math.max(...b) &&
      Math.min(...b) <= Math.max(...a)
    );
  });
}

function land(
  id: string,
  kind: 'neighbour' | 'district' | 'island',
  name: { readonly zh: string; readonly en: string },
  ring: readonly Position[],
): WritableFeature {
  return {
    type: 'Feature',
    id,
    properties: { id, kind, rank: kind === 'district' ? 1 : 5, name_zh: name.zh, name_en: name.en },
    geometry: { type: 'Polygon', coordinates: [ring.map((position) => [...position])] },
  };
}
