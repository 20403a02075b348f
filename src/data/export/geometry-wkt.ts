import type { Geometry, Position } from 'geojson';

/** A geometry as well-known text (OGC 06-103r4), with so many decimals. */
export function geometryWkt(geometry: Geometry, decimals: number): string {
  const at = ([x = Number.NaN, y = Number.NaN]: Position): string =>
    `${plain(x, decimals)} ${plain(y, decimals)}`;
  const line = (positions: readonly Position[]): string => `(${positions.map(at).join(',')})`;
  const lines = (parts: readonly (readonly Position[])[]): string =>
    `(${parts.map(line).join(',')})`;
  switch (geometry.type) {
    case 'Point':
      return `POINT (${at(geometry.coordinates)})`;
    case 'MultiPoint':
      return `MULTIPOINT (${geometry.coordinates.map((position) => `(${at(position)})`).join(',')})`;
    case 'LineString':
      return `LINESTRING ${line(geometry.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING ${lines(geometry.coordinates)}`;
    case 'Polygon':
      return `POLYGON ${lines(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON (${geometry.coordinates.map(lines).join(',')})`;
    case 'GeometryCollection':
      return `GEOMETRYCOLLECTION (${geometry.geometries.map((part) => geometryWkt(part, decimals)).join(',')})`;
  }
}

/** A number with at most so many decimals, never in the notation with an exponent. */
export function plain(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/\.?0+$/, '');
}
