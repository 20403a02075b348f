import type { Geometry, Position as GeoPosition } from 'geojson';
import proj4 from 'proj4';
import type { Position } from '../../../domain/geometry.ts';
import { bd09ToWgs84, gcj02ToWgs84 } from '../../datum/gcj02.ts';
import { crsKind, planeDefinition } from './crs-definition.ts';

/** How coordinates of a file are to be read. */
export type CrsReading = {
  readonly code: string;
  /** True when the file gives latitude or northing first. */
  readonly isSwapped?: boolean;
};

/** Converts one position of a file to longitude and latitude. */
export type ToDegrees = (position: GeoPosition) => Position;

/**
 * Makes the conversion of a reading. Degrees of CGCS2000 are taken as those of WGS 84: they differ by
 * centimetres.
 * @throws RangeError when the code is not read.
 */
export function toDegreesOf({ code, isSwapped = false }: CrsReading): ToDegrees {
  const convert = conversion(code);
  return ([x = Number.NaN, y = Number.NaN]) => convert(isSwapped ? [y, x] : [x, y]);
}

function conversion(code: string): (position: Position) => Position {
  switch (crsKind(code)) {
    case 'degrees':
      return (position) => position;
    case 'shifted':
      return code === 'GCJ-02' ? gcj02ToWgs84 : bd09ToWgs84;
    case 'plane': {
      const { forward } = proj4(planeDefinition(code), 'WGS84');
      return (position) => {
        // The library throws for a position that is none.
        if (!position.every(Number.isFinite)) return [Number.NaN, Number.NaN];
        const [longitude, latitude] = forward([...position]);
        return [longitude ?? Number.NaN, latitude ?? Number.NaN];
      };
    }
    case undefined:
      throw new RangeError(`no coordinate reference system is known as ${code}`);
  }
}

/** A geometry with its positions converted; heights and measures are dropped. */
export function convertGeometry(geometry: Geometry, convert: ToDegrees): Geometry {
  const line = (positions: readonly GeoPosition[]): GeoPosition[] =>
    positions.map((position) => [...convert(position)]);
  const lines = (parts: readonly (readonly GeoPosition[])[]): GeoPosition[][] => parts.map(line);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: [...convert(geometry.coordinates)] };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: line(geometry.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: lines(geometry.coordinates) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: lines(geometry.coordinates) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map(lines) };
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((part) => convertGeometry(part, convert)),
      };
  }
}
