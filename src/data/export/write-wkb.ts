import type { Geometry, Position } from 'geojson';

const CODES = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const satisfies Record<Geometry['type'], number>;

/** Writes a geometry as well-known binary (ISO 13249-3), low bytes first, without heights, after so many empty bytes. */
export function writeWkb(geometry: Geometry, before = 0): Uint8Array {
  const bytes = new Uint8Array(before + sizeOf(geometry));
  new WkbWriter(new DataView(bytes.buffer), before).geometry(geometry);
  return bytes;
}

function lineSize(positions: readonly Position[]): number {
  return 4 + 16 * positions.length;
}

function linesSize(parts: readonly (readonly Position[])[]): number {
  return parts.reduce((sum, part) => sum + lineSize(part), 4);
}

function sizeOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return 21;
    case 'LineString':
      return 5 + lineSize(geometry.coordinates);
    case 'Polygon':
      return 5 + linesSize(geometry.coordinates);
    default:
      return members(geometry).reduce((sum, member) => sum + sizeOf(member), 9);
  }
}

/** The members of a geometry of several; a simple one is its own. */
function members(geometry: Geometry): readonly Geometry[] {
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
    case 'Polygon':
      return [geometry];
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'GeometryCollection':
      return geometry.geometries;
  }
}

class WkbWriter {
  readonly #view: DataView;
  #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  geometry(geometry: Geometry): void {
    this.#view.setUint8(this.#at, 1);
    this.#at += 1;
    this.#count(CODES[geometry.type]);
    switch (geometry.type) {
      case 'Point':
        this.#position(geometry.coordinates);
        return;
      case 'LineString':
        this.#line(geometry.coordinates);
        return;
      case 'Polygon':
        this.#count(geometry.coordinates.length);
        for (const ring of geometry.coordinates) this.#line(ring);
        return;
      default: {
        const parts = members(geometry);
        this.#count(parts.length);
        for (const part of parts) this.geometry(part);
      }
    }
  }

  #count(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  #line(positions: readonly Position[]): void {
    this.#count(positions.length);
    for (const position of positions) this.#position(position);
  }

  #position([x = Number.NaN, y = Number.NaN]: Position): void {
    this.#view.setFloat64(this.#at, x, true);
    this.#view.setFloat64(this.#at + 8, y, true);
    this.#at += 16;
  }
}
