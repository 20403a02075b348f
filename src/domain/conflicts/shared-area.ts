import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { Geometry } from 'geojson';
import { distinctCuts } from '../coast/clip-coast.ts';
import { linesOf, measureArea } from '../geodesy.ts';
import { isAreal } from '../geometry/intersects.ts';
import { sharedGroundArea } from '../geometry/polygon-union.ts';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import { splitLengths } from '../geometry/split-lengths.ts';
import { type ArealGeometry, along, type Position } from '../geometry.ts';

/** The extent that two geometries share: ground in m², or a line inside ground in metres. */
export type SharedArea = { readonly areaM2?: number; readonly lengthM?: number };

/**
 * Measures what a site and another geometry share: the area of two areas, or the length of a line inside
 * an area. The result is empty for points and for two lines. It is measured on the ellipsoid, along
 * straight lines in longitude and latitude.
 */
export function measureSharedArea(site: Geometry, other: Geometry): SharedArea {
  if (site.type === 'GeometryCollection')
    return site.geometries.map((member) => measureSharedArea(member, other)).reduce(sum, {});
  if (isAreal(site)) {
    if (isAreal(other)) return { areaM2: sharedArea(site, other) };
    return isLinear(other) ? { lengthM: lengthInside(other, boundaryOf(site)) } : {};
  }
  return isLinear(site) && isAreal(other) ? { lengthM: lengthInside(site, boundaryOf(other)) } : {};
}

/** Metres of a geometry's lines that lie in an area or on its boundary. */
export function lengthInside(lines: Geometry, area: PreparedPolygon): number {
  let lengthM = 0;
  for (const line of linesOf(lines))
    for (const [index, to] of line.entries()) {
      const from = line[index - 1];
      if (from !== undefined) lengthM += edgeInside(from, to, area);
    }
  return lengthM;
}

function edgeInside(from: Position, to: Position, area: PreparedPolygon): number {
  const shares = [0, ...distinctCuts(area.crossings(from, to)), 1];
  let lengthM = 0;
  for (const [number, { ellipsoid }] of splitLengths([from, to], shares).entries()) {
    const middle = ((shares[number] ?? 0) + (shares[number + 1] ?? 1)) / 2;
    if (area.contains(along(from, to, middle))) lengthM += ellipsoid;
  }
  return lengthM;
}

function sharedArea(site: ArealGeometry, other: ArealGeometry): number {
  try {
    const shared = intersect(featureCollection([feature(site), feature(other)]));
    return shared === null ? 0 : measureArea(shared.geometry).ellipsoid;
  } catch {
    // The library fails with "Unable to complete output ring" on borders that run along each other.
    return sharedGroundArea(site, other).ellipsoid;
  }
}

function boundaryOf(area: ArealGeometry): PreparedPolygon {
  return new PreparedPolygon(area, 'overlap');
}

function isLinear({ type }: Geometry): boolean {
  return type === 'LineString' || type === 'MultiLineString';
}

function sum(one: SharedArea, other: SharedArea): SharedArea {
  return {
    ...added('areaM2', one, other),
    ...added('lengthM', one, other),
  };
}

function added<Key extends keyof SharedArea>(
  key: Key,
  one: SharedArea,
  other: SharedArea,
): SharedArea {
  const values = [one[key], other[key]].filter((value) => value !== undefined);
  return values.length === 0 ? {} : { [key]: values.reduce((total, value) => total + value, 0) };
}
