import type { Position } from '../../src/domain/geometry.ts';
import { metresBetween } from './coast/line.ts';
import { listOf, positionOf, recordOf, textIn } from './coast/raw.ts';
import { curveThrough } from './projects-curve.ts';

/** The district's land border as sketched. */
export type BorderSketch = {
  readonly positionSource: string;
  /**
   * The points where the border leaves the shore: heads of the two river mouths, near vertices of the
   * registry.
   */
  readonly southWestHead: Position;
  readonly northEastHead: Position;
  readonly via: readonly Position[];
  /**
   * A line well inside the district, from north-east to south-west, under which neighbouring land may end.
   */
  readonly underlay: readonly Position[];
};

/** The land border, from the coast's south-west end through the west and north to its north-east end. */
export type Border = {
  /** Banks of the river mouths, from the coast's end to the head and from the head to the coast's end. */
  readonly southWestBank: readonly Position[];
  readonly northEastBank: readonly Position[];
  /** From head to head, including both. */
  readonly inland: readonly Position[];
  /** The shore outside the district: from Rizhao to one head, and from the other head to Laoshan. */
  readonly southWestShore: readonly Position[];
  readonly northEastShore: readonly Position[];
};

/**
 * The registry shares OpenStreetMap's nodes with the coast: an end within this distance is the same node.
 */
const SAME_VERTEX_M = 100;

/**
 * Reads geodata/raw/base/border.json.
 * @throws with the place of the first fault.
 */
export function readBorder(value: unknown, file: string): BorderSketch {
  const record = recordOf(value, file);
  const positions = (name: string): readonly Position[] =>
    listOf(record, name, file).map((position) => positionOf(position, `${file} ${name}`));
  return {
    positionSource: textIn(record, 'position_source', file),
    southWestHead: positionOf(record['south_west_head'], `${file} south_west_head`),
    northEastHead: positionOf(record['north_east_head'], `${file} north_east_head`),
    via: positions('via'),
    underlay: positions('underlay'),
  };
}

/**
 * Places the sketch between the ends of the coast: along the registry's shore up either river mouth to its
 * head, and between the heads a curve through the sketch with a vertex every 400 m.
 * @param shore the registry's shore from Rizhao to Laoshan, which contains both coast ends and both heads.
 */
export function layBorder(
  sketch: BorderSketch,
  coast: readonly Position[],
  shore: readonly Position[],
): Border {
  const [start, end] = [coast[0], coast.at(-1)];
  if (start === undefined || end === undefined) throw new Error('the coastline is empty');
  const [southWestHead, southWestEnd] = [
    vertexAt(shore, sketch.southWestHead),
    vertexAt(shore, start),
  ];
  const [northEastEnd, northEastHead] = [
    vertexAt(shore, end),
    vertexAt(shore, sketch.northEastHead),
  ];
  const southWestBank = [start, ...shore.slice(southWestHead, southWestEnd).toReversed()];
  const northEastBank = [...shore.slice(northEastEnd + 1, northEastHead + 1).toReversed(), end];
  const [from, to] = [southWestBank.at(-1), northEastBank[0]];
  if (from === undefined || to === undefined) throw new Error('a river mouth has no bank');
  return {
    southWestBank,
    northEastBank,
    inland: curveThrough([from, ...sketch.via, to], 'rail'),
    southWestShore: shore.slice(0, southWestHead + 1),
    northEastShore: shore.slice(northEastHead),
  };
}

/**
 * Returns the index of the line's vertex at a position.
 * @throws when there is none within 100 m.
 */
export function vertexAt(line: readonly Position[], position: Position): number {
  const distances = line.map((vertex) => metresBetween(vertex, position));
  const nearest = Math.min(...distances);
  if (nearest > SAME_VERTEX_M) {
    throw new Error(
      `no vertex within ${SAME_VERTEX_M} m of ${position}, the nearest is ${nearest} m away`,
    );
  }
  return distances.indexOf(nearest);
}
