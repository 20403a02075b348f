import type { Position as GeoPosition } from 'geojson';
import type { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { isPlainRing } from '../geometry/ring-checks.ts';
import { ringFaults } from '../geometry/ring-faults.ts';
import { type ArealGeometry, polygonsOf } from '../geometry.ts';
import { failed, ok, type Result } from '../result.ts';
import {
  areWhole,
  type Chain,
  chainsOfRing,
  edgeTest,
  groundTest,
  middleOf,
  polygonsOfRings,
  type Rings,
  tracedRings,
  withGroundLeft,
} from './area-chains.ts';
import { borderOf } from './cut-area.ts';
import { withNodes } from './edge-nodes.ts';
import { areasOf } from './geometry-parts.ts';
import { type NodedLines, nodeLines } from './node-line.ts';
import type { PlaceMap } from './place-map.ts';

/** Which side of the clipping area is kept. */
export type ClipSide = 'inside' | 'outside';

/** An area to clip by, noded with what it clips: its border has the area on the left. */
export type Clip = {
  readonly noded: NodedLines;
  readonly ground: PreparedPolygon;
  readonly keeps: ClipSide;
};

/**
 * The border of an area to clip by as rings with the area on their left, without what its parts share. Undefined for an
 * area that crosses or overlaps itself, which has no clear inside.
 */
export function clipBorder(area: ArealGeometry): readonly Chain[] | undefined {
  const isClear =
    polygonsOf(area).every((rings) => rings.length > 0 && rings.every(isPlainRing)) &&
    ringFaults(area).next().done === true;
  if (!isClear) return undefined;
  const rings = areasOf(area).flatMap((each) => each.map(withGroundLeft));
  if (rings.length < 2) return rings;
  const { nodes } = nodeLines(rings, rings);
  const edges = rings.flatMap((ring) => edgesOf(withNodes(ring, nodes)));
  const test = edgeTest(edges);
  const outer = edges.filter((edge) => test(edge.toReversed()) !== 'along');
  return outer.length === edges.length ? rings : tracedRings(outer)?.map(({ ring }) => ring);
}

/**
 * What is left of a polygon on the kept side of the area; the same object where that is all of it, and nothing where
 * none of it is. Old vertices keep their digits and heights. Fails where the borders meet so closely that inside and
 * outside do not make up the whole.
 */
export function clippedArea(rings: Rings, clip: Clip): Result<readonly Rings[], 'unclear'> {
  const { chains, places } = borderOf(rings, clip.noded);
  const border = clip.noded.lines
    .flatMap((ring) => chainsOfRing(ring, places))
    .map((chain) => withVerticesOf(chain, places));
  const [onClip, onOwn] = [edgeTest(border), edgeTest(chains)];
  const isGround = groundTest(rings, border.length);
  const within = border.filter((chain) => onOwn(chain) === undefined && isGround(middleOf(chain)));
  const isInside = (chain: Chain): boolean => {
    const side = onClip(chain);
    return side === undefined ? clip.ground.contains(middleOf(chain)) : side === 'along';
  };
  const [inner, outer]: [Chain[], Chain[]] = [[], []];
  for (const chain of chains) (isInside(chain) ? inner : outer).push(chain);
  const other = clip.keeps === 'inside' ? outer : inner;
  if (within.length === 0 && other.length === 0) return ok([rings]);
  const inside = tracedRings([...inner, ...within]);
  const outside = tracedRings([...outer, ...within.map((chain) => chain.toReversed())]);
  if (inside === undefined || outside === undefined) return failed('unclear');
  const parts = { inside: polygonsOfRings(inside), outside: polygonsOfRings(outside) };
  return areWhole([...parts.inside, ...parts.outside], rings)
    ? ok(parts[clip.keeps])
    : failed('unclear');
}

/** A chain whose ends are the very vertices that stand there. */
function withVerticesOf(chain: Chain, places: PlaceMap<GeoPosition>): Chain {
  return chain.map((at, index) =>
    index === 0 || index === chain.length - 1 ? (places.get(at) ?? at) : at,
  );
}

function edgesOf(ring: Chain): readonly Chain[] {
  return ring.slice(1).map((at, index) => [ring[index] ?? at, at]);
}
