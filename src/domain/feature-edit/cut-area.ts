import { featureCollection, lineString } from '@turf/helpers';
import { polygonize } from '@turf/polygonize';
import type { Position as GeoPosition } from 'geojson';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { signedArea } from '../geometry/ring-checks.ts';
import type { Position } from '../geometry.ts';
import { type NodedLine, vertexKey, withNodes } from './node-line.ts';

/** The rings of one polygon, the exterior first. */
export type Rings = readonly (readonly GeoPosition[])[];

/**
 * Cuts a polygon along a line that was noded with its rings, and returns its parts, the largest first; undefined where
 * the line does not divide it. What the line has beside the polygon, or ends within it, is left out. Vertices keep
 * their digits.
 */
export function cutArea(rings: Rings, cut: NodedLine): readonly Rings[] | undefined {
  const noded = rings.map((ring) => withNodes(ring, cut.nodes));
  if (!noded.some((ring) => ring.some((at) => cut.met.has(vertexKey(at))))) return undefined;
  const ground = new PreparedPolygon(
    { type: 'Polygon', coordinates: rings.map((ring) => [...ring]) },
    'cut',
  );
  const chords = cut.line.flatMap((from, index) => {
    const to = cut.line[index + 1];
    if (to === undefined) return [];
    const middle: Position = [
      ((from[0] ?? 0) + (to[0] ?? 0)) / 2,
      ((from[1] ?? 0) + (to[1] ?? 0)) / 2,
    ];
    return ground.contains(middle) && !ground.isOnBoundary(middle) ? [[from, to].map(flat)] : [];
  });
  if (chords.length === 0) return undefined;
  // With exteriors counterclockwise and holes clockwise, the ground is to the left of each edge.
  const directed = new Set(
    noded.flatMap((ring, index) => {
      const isForward = signedArea(ring.map(flat)) > 0 === (index === 0);
      return edgesOf(isForward ? ring : ring.toReversed());
    }),
  );
  const known = new Map(noded.flat().map((at) => [vertexKey(at), at]));
  const outlines = polygonize(
    featureCollection(
      [...noded.map((ring) => ring.map(flat)), ...chords].map((each) =>
        lineString(each.map((at) => [...at])),
      ),
    ),
  ).features.flatMap(({ geometry }) => geometry.coordinates);
  // The library returns exteriors clockwise, and the outlines of what lies within them counterclockwise.
  const isExterior = (ring: readonly GeoPosition[]): boolean => signedArea(ring.map(flat)) < 0;
  const exteriors = outlines.filter((ring) => isExterior(ring) && isGround(ring, directed));
  const parts = withHoles(
    exteriors,
    outlines.filter((ring) => !isExterior(ring)),
  );
  return parts.length < 2
    ? undefined
    : parts
        .map(
          // Exteriors counterclockwise and holes clockwise, as RFC 7946 has them: the other way round than here.
          (part): Rings =>
            part.map((ring) => ring.toReversed().map((at) => known.get(vertexKey(at)) ?? at)),
        )
        .toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

/** Gives each hole to the smallest exterior around it. */
function withHoles(
  exteriors: readonly (readonly GeoPosition[])[],
  holes: readonly (readonly GeoPosition[])[],
): readonly Rings[] {
  const parts = exteriors.map((exterior) => {
    const coordinates = [exterior.map((at) => [...at])];
    return {
      rings: [exterior],
      size: sizeOf([exterior]),
      corners: new Set(exterior.map(vertexKey)),
      ground: new PreparedPolygon({ type: 'Polygon', coordinates }, 'part'),
    };
  });
  for (const hole of holes) {
    const [around] = parts
      .filter(({ corners, ground }) =>
        hole.some((at) => !corners.has(vertexKey(at)) && ground.contains(flat(at))),
      )
      .toSorted((one, other) => one.size - other.size);
    around?.rings.push(hole);
  }
  return parts.map(({ rings }) => rings);
}

/** Whether the ground of the polygon is within an exterior, which runs clockwise. */
function isGround(exterior: readonly GeoPosition[], directed: ReadonlySet<string>): boolean {
  if (edgesOf(exterior.toReversed()).some((edge) => directed.has(edge))) return true;
  // What has edges of the rings the other way round is a hole; what has none lies within.
  return !edgesOf(exterior).some((edge) => directed.has(edge));
}

function edgesOf(ring: readonly GeoPosition[]): readonly string[] {
  return ring.slice(1).map((at, index) => `${vertexKey(ring[index] ?? [])} ${vertexKey(at)}`);
}

/** Twice the area of a polygon, in square degrees. */
function sizeOf(rings: Rings): number {
  const [exterior = 0, ...holes] = rings.map((ring) => Math.abs(signedArea(ring.map(flat))));
  return exterior - holes.reduce((sum, hole) => sum + hole, 0);
}

function flat([longitude = 0, latitude = 0]: GeoPosition): Position {
  return [longitude, latitude];
}
