import type { Position } from '../../../src/domain/geometry.ts';
import { type Line, metresBetween } from './line.ts';
import { listOf, positionOf, readRaw, recordOf } from './raw.ts';

/** Features 0–57 of the registry coast are one chain from Laoshan to Rizhao; 58–61 are islands. */
const CHAIN_FEATURES = 58;
/**
 * North-east end of the district's coast: Hongshiya, on the south side of the Yanghe, the border with
 * Jiaozhou.
 */
const NORTH_EAST_END: Position = [120.1023, 36.1233];
/** South-west end: mouth of the Baima–Jili River, at the border with Rizhao. */
const SOUTH_WEST_END: Position = [119.654, 35.589];

/**
 * Returns the district's mainland coast from the registry, from south-west to north-east: land on the left.
 */
export async function readRegistryChain(): Promise<Line> {
  const name = 'coastline-registry.geojson';
  const features = listOf(await readRaw(name), 'features', name).slice(0, CHAIN_FEATURES);
  const chain: Position[] = [];
  for (const [index, feature] of features.entries()) {
    const where = `${name} feature ${index}`;
    const coordinates = listOf(
      recordOf(recordOf(feature, where)['geometry'], where),
      'coordinates',
      where,
    );
    for (const position of coordinates.map((value) => positionOf(value, where))) {
      const last = chain.at(-1);
      if (last === undefined || metresBetween(last, position) > 0) chain.push(position);
    }
  }
  return chain
    .slice(nearestVertex(chain, NORTH_EAST_END), nearestVertex(chain, SOUTH_WEST_END) + 1)
    .reverse();
}

function nearestVertex(chain: Line, position: Position): number {
  const distances = chain.map((vertex) => metresBetween(vertex, position));
  return distances.indexOf(Math.min(...distances));
}
