import type { Position as GeoPosition } from 'geojson';
import { failed, ok, type Result } from '../result.ts';
import {
  areWhole,
  type Chain,
  chainsBetween,
  chainsOfRing,
  edgeTest,
  groundTest,
  middleOf,
  polygonsOfRings,
  type Rings,
  tracedRings,
  withGroundLeft,
} from './area-chains.ts';
import { withNodes } from './edge-nodes.ts';
import type { NodedLines } from './node-line.ts';
import { PlaceMap } from './place-map.ts';

/**
 * Cuts a polygon along lines that were noded with its rings, and returns its parts, the largest first; undefined where
 * the lines do not divide it. What the lines have beside the polygon, or ends within it, is left out. Vertices keep
 * their digits. Fails where borders meet so closely that no parts can be made out.
 */
export function cutArea(
  rings: Rings,
  cut: NodedLines,
): Result<readonly Rings[] | undefined, 'unclear'> {
  const { chains, places } = borderOf(rings, cut);
  const through = cut.lines.flatMap((line) => chainsBetween(line, places));
  const isGround = groundTest(rings, through.length);
  const onBorder = edgeTest(chains);
  let chords = through
    .filter((chord) => onBorder(chord) === undefined && isGround(middleOf(chord)))
    .map((chord) => ({ chord, back: chord.toReversed() }));
  for (;;) {
    if (chords.length === 0) return ok(undefined);
    const traced = tracedRings([...chains, ...chords.flatMap(({ chord, back }) => [chord, back])]);
    if (traced === undefined) return failed('unclear');
    const ringOf = new Map(traced.flatMap((each) => each.chains.map((chain) => [chain, each])));
    const dividing = chords.filter(({ chord, back }) => ringOf.get(chord) !== ringOf.get(back));
    // What has one part on both sides, such as a line from the border to a hole, divides nothing.
    if (dividing.length < chords.length) {
      chords = dividing;
      continue;
    }
    const parts = polygonsOfRings(traced);
    if (parts.length < 2 || !areWhole(parts, rings)) return failed('unclear');
    return ok(parts);
  }
}

/** The border of a polygon as chains with the ground on their left, and its vertices where others meet it. */
export function borderOf(
  rings: Rings,
  { nodes, met }: Pick<NodedLines, 'nodes' | 'met'>,
): { readonly chains: readonly Chain[]; readonly places: PlaceMap<GeoPosition> } {
  const places = new PlaceMap<GeoPosition>();
  const noded = rings.map((ring, number) => withGroundLeft(withNodes(ring, nodes), number));
  for (const ring of noded) for (const at of ring) if (met.has(at)) places.set(at, at);
  return { places, chains: noded.flatMap((ring) => chainsOfRing(ring, places)) };
}
