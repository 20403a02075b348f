import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { featureCollection, lineString } from '@turf/helpers';
import { polygonize } from '@turf/polygonize';
import type { Polygon } from 'geojson';
import { signedArea } from '../../src/domain/geometry/ring-checks.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { curveThrough } from './projects-curve.ts';
import type { Belt, BeltLine } from './zones-raw.ts';

/**
 * Returns the cells into which the belt's lines divide the plane, one for each zone and in the zones'
 * order. Lines meet only where both have exactly the same position, so neighbours share every vertex of
 * their common border: no gap and no overlap can arise. Exteriors run counterclockwise.
 * @throws when a cell has no zone, two zones, or a zone no cell: a line is missing or does not meet.
 */
export function partition({ lines, zones }: Belt): readonly Polygon[] {
  const cells = polygonize(
    featureCollection(lines.map((line) => lineString(drawn(line)))),
  ).features;
  const found = zones.map(({ id, within }) => {
    const holding = cells.filter((cell) => booleanPointInPolygon([...within], cell));
    const [cell] = holding;
    if (cell === undefined || holding.length > 1) {
      throw new Error(`zone "${id}" lies in ${holding.length} cells of the belt, not in one`);
    }
    return cell;
  });
  const unnamed = cells.filter((cell) => !found.includes(cell));
  if (unnamed.length > 0 || new Set(found).size < found.length) {
    throw new Error(`the belt has ${cells.length} cells for ${zones.length} zones`);
  }
  return found.map(({ geometry }) => counterclockwise(geometry));
}

/** The line with its curve, to 6 decimals: rounding before lines are joined keeps shared positions equal. */
function drawn({ isCurved, isClosed, via }: BeltLine): number[][] {
  return (isClosed ? closedCurve(via) : curveThrough(via, isCurved ? 'rail' : 'none')).map(rounded);
}

/** A closed curve: the line is extended with its neighbours at both ends, which are cut off afterwards. */
function closedCurve(via: readonly Position[]): readonly Position[] {
  const [first] = via;
  if (first === undefined) return [];
  const before = via.slice(-2);
  const curve = curveThrough([...before, ...via, first, ...via.slice(1, 3)], 'rail');
  return curve.slice(curve.indexOf(first), curve.lastIndexOf(first) + 1);
}

function rounded([longitude, latitude]: Position): number[] {
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))];
}

function counterclockwise(polygon: Polygon): Polygon {
  const [exterior = []] = polygon.coordinates;
  const ring = exterior.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude]);
  return {
    type: 'Polygon',
    coordinates: [signedArea(ring) > 0 ? exterior : exterior.toReversed()],
  };
}
