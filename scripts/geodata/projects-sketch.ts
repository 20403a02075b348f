import type { Geometry } from 'geojson';
import { signedArea } from '../../src/domain/geometry/ring-checks.ts';
import { selfCrossing } from '../../src/domain/geometry/ring-course.ts';
import type { Position, Ring } from '../../src/domain/geometry.ts';
import type { CoastFollower } from './projects-coast.ts';
import { curveThrough, type LineKind } from './projects-curve.ts';
import type { RawCorner, RawSketch } from './projects-raw.ts';

/**
 * Returns the geometry of a manually drawn sketch: lines curved, coast followed, rings closed and
 * counterclockwise, 6 decimals.
 * @throws Error if a ring crosses itself or has too few corners, with where.
 */
export function geometryOf(sketch: RawSketch, coast: CoastFollower): Geometry {
  switch (sketch.kind) {
    case 'point':
      return { type: 'Point', coordinates: written(sketch.at) };
    case 'points':
      return { type: 'MultiPoint', coordinates: sketch.at.map(written) };
    case 'line':
      return { type: 'LineString', coordinates: lineOf(sketch, coast) };
    case 'lines':
      return {
        type: 'MultiLineString',
        coordinates: sketch.parts.map((part) => lineOf(part, coast)),
      };
    case 'polygon':
      return areaOf([ringOf(cornersOf(sketch.ring, coast))]);
    case 'polygons':
      return areaOf(sketch.rings.map((ring) => ringOf(cornersOf(ring, coast))));
    case 'islands':
      return areaOf(sketch.near.map((near) => ringOf(coast.island(near))));
  }
}

function areaOf(exteriors: readonly number[][][]): Geometry {
  const [first, ...others] = exteriors;
  if (first !== undefined && others.length === 0) return { type: 'Polygon', coordinates: [first] };
  return { type: 'MultiPolygon', coordinates: exteriors.map((exterior) => [exterior]) };
}

function lineOf(
  { via, smooth }: { readonly via: readonly RawCorner[]; readonly smooth: LineKind },
  coast: CoastFollower,
): number[][] {
  if (smooth !== 'none' && via.some(isAlongCoast))
    throw new Error('a line that follows the coast is drawn with "smooth": "none"');
  const line = withoutRepeats(curveThrough(cornersOf(via, coast), smooth));
  if (line.length < 2) throw new Error(`a line has ${line.length} positions and needs at least 2`);
  return line.map(written);
}

function ringOf(corners: readonly Position[]): number[][] {
  const open = withoutRepeats(corners);
  const [first] = open;
  const ring: Ring = first === undefined ? [] : withoutRepeats([...open, first]);
  if (ring.length < 4)
    throw new Error(`a ring has ${Math.max(0, ring.length - 1)} corners and needs at least 3`);
  const crossing = selfCrossing(ring);
  if (crossing !== undefined) {
    throw new Error(
      `a ring crosses itself at ${crossing.map((degrees) => degrees.toFixed(5)).join(', ')}; reorder its corners or move the ends of its coast`,
    );
  }
  return (signedArea(ring) > 0 ? ring : ring.toReversed()).map(written);
}

function cornersOf(corners: readonly RawCorner[], coast: CoastFollower): readonly Position[] {
  return corners.flatMap((corner) =>
    isAlongCoast(corner) ? coast.follow(...corner.coast) : [corner],
  );
}

function isAlongCoast(corner: RawCorner): corner is Extract<RawCorner, { coast: unknown }> {
  return 'coast' in corner;
}

function withoutRepeats(line: readonly Position[]): readonly Position[] {
  return line.filter((position, index) => {
    const before = line[index - 1];
    return before === undefined || written(before).join() !== written(position).join();
  });
}

/** The value as in the file: 6 decimals, 0.1 m. */
function written([longitude, latitude]: Position): number[] {
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
}
