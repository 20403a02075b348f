import type { Geometry, Position } from 'geojson';

/** Reads well-known binary (ISO 13249 with heights and measures, and the flags of EWKB); undefined when damaged. */
export function readWkb(bytes: Uint8Array): Geometry | null | undefined {
  try {
    return new WkbReader(bytes).geometry();
  } catch (cause) {
    // A count that lies reaches beyond the bytes.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** Whether well-known binary begins as a kind with curves or patches (8 to 17 of ISO 13249). */
export function isCurvedWkb(bytes: Uint8Array): boolean {
  if (bytes.length < 5) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const base = (view.getUint32(1, bytes[0] === 1) & 0xffff) % 1000;
  return base >= 8 && base <= 17;
}

const TYPES = [
  undefined,
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const;

class WkbReader {
  readonly #view: DataView;
  #at = 0;
  #isLittle = true;
  #width = 2;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The geometry at the current place; null for an empty one, undefined for an unknown type. */
  geometry(): Geometry | null | undefined {
    this.#isLittle = this.#view.getUint8(this.#at) === 1;
    const code = this.#view.getUint32(this.#at + 1, this.#isLittle);
    this.#at += 5;
    const plain = code & 0x0fffffff;
    const extended = [0x80000000, 0x40000000].filter((flag) => (code & flag) !== 0).length;
    if ((code & 0x20000000) !== 0) this.#at += 4;
    const base = (plain & 0xffff) % 1000;
    this.#width = 2 + extended + ([0, 1, 1, 2][Math.floor((plain & 0xffff) / 1000)] ?? 0);
    return this.#body(TYPES[base]);
  }

  #body(type: (typeof TYPES)[number]): Geometry | null | undefined {
    switch (type) {
      case 'Point': {
        const coordinates = this.#position();
        return coordinates.some(Number.isNaN) ? null : { type, coordinates };
      }
      case 'LineString':
        return orNull({ type, coordinates: this.#line() });
      case 'Polygon':
        return orNull({ type, coordinates: this.#lines() });
      case 'MultiPoint':
      case 'MultiLineString':
      case 'MultiPolygon':
      case 'GeometryCollection':
        return this.#parts(type);
      case undefined:
        return undefined;
    }
  }

  #parts(
    type: 'MultiPoint' | 'MultiLineString' | 'MultiPolygon' | 'GeometryCollection',
  ): Geometry | null | undefined {
    const count = this.#count(5);
    const parts: Geometry[] = [];
    for (let part = 0; part < count; part += 1) {
      const own = this.geometry();
      if (own === undefined) return undefined;
      if (own !== null) parts.push(own);
    }
    if (parts.length === 0) return null;
    switch (type) {
      case 'MultiPoint':
        return {
          type,
          coordinates: parts.flatMap((part) => (part.type === 'Point' ? [part.coordinates] : [])),
        };
      case 'MultiLineString':
        return {
          type,
          coordinates: parts.flatMap((part) =>
            part.type === 'LineString' ? [part.coordinates] : [],
          ),
        };
      case 'MultiPolygon':
        return {
          type,
          coordinates: parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : [])),
        };
      case 'GeometryCollection':
        return { type, geometries: parts };
    }
  }

  #count(least: number): number {
    const count = this.#view.getUint32(this.#at, this.#isLittle);
    this.#at += 4;
    if (count * least > this.#view.byteLength - this.#at)
      throw new RangeError('a count beyond the bytes');
    return count;
  }

  #position(): Position {
    const position = [
      this.#view.getFloat64(this.#at, this.#isLittle),
      this.#view.getFloat64(this.#at + 8, this.#isLittle),
    ];
    this.#at += 8 * this.#width;
    return position;
  }

  #line(): Position[] {
    return Array.from({ length: this.#count(8 * this.#width) }, () => this.#position());
  }

  #lines(): Position[][] {
    return Array.from({ length: this.#count(4) }, () => this.#line());
  }
}

function orNull(geometry: Geometry & { coordinates: readonly unknown[] }): Geometry | null {
  return geometry.coordinates.length === 0 ? null : geometry;
}
