import type { Geometry, Position } from 'geojson';
import { signedArea } from '../../../domain/geometry/ring-checks.ts';
import type { Position as PlanePosition, Ring } from '../../../domain/geometry.ts';
import { PreparedRing } from './ring-nesting.ts';

/** A record of a shapefile's main file. */
export type ShpRecord =
  | { readonly kind: 'geometry'; readonly geometry: Geometry }
  | { readonly kind: 'empty' }
  /** A surface in space (MultiPatch), or an unknown type. */
  | { readonly kind: 'unsupported'; readonly shapeType: number }
  /** A record whose counts reach beyond its length. */
  | { readonly kind: 'damaged' };

/** The records of a main file, and whether it ends before its header says. */
export type ShpFile = {
  readonly records: readonly ShpRecord[];
  /** Where each record begins, in bytes. */
  readonly starts: readonly number[];
  readonly isCut: boolean;
};

const FILE_CODE = 9994;
/** Shape types without, with measures, and with heights, by their last digit. Source: Esri, 1998. */
const [POINT, LINE, AREA, MULTIPOINT] = [1, 3, 5, 8];

/** Reads a main file (`.shp`). Returns undefined when it is none. Heights and measures are left out. */
export function readShp(bytes: Uint8Array): ShpFile | undefined {
  if (bytes.length < 100) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getInt32(0) !== FILE_CODE) return undefined;
  const announced = view.getInt32(24) * 2;
  const end = Math.min(bytes.length, announced < 100 ? bytes.length : announced);
  const records: ShpRecord[] = [];
  const starts: number[] = [];
  let at = 100;
  let isCut = announced > bytes.length;
  while (at + 12 <= end) {
    const length = view.getInt32(at + 4) * 2;
    const start = at + 8;
    if (length < 4 || start + length > bytes.length) {
      isCut = true;
      break;
    }
    starts.push(at);
    records.push(readRecord(new DataView(bytes.buffer, bytes.byteOffset + start, length)));
    at = start + length;
  }
  return { records, starts, isCut };
}

function readRecord(view: DataView): ShpRecord {
  const shapeType = view.getInt32(0, true);
  if (shapeType === 0) return { kind: 'empty' };
  const plain = shapeType % 10;
  if (shapeType > 28 || ![POINT, LINE, AREA, MULTIPOINT].includes(plain))
    return { kind: 'unsupported', shapeType };
  if (plain === POINT) {
    if (view.byteLength < 20) return { kind: 'damaged' };
    return { kind: 'geometry', geometry: { type: 'Point', coordinates: positionAt(view, 4) } };
  }
  if (plain === MULTIPOINT) return multiPoint(view);
  const parts = partsOf(view);
  if (parts === undefined) return { kind: 'damaged' };
  if (parts.length === 0) return { kind: 'empty' };
  return { kind: 'geometry', geometry: plain === LINE ? lines(parts) : areas(parts) };
}

function multiPoint(view: DataView): ShpRecord {
  if (view.byteLength < 40) return { kind: 'damaged' };
  const count = view.getInt32(36, true);
  if (count < 0 || 40 + count * 16 > view.byteLength) return { kind: 'damaged' };
  const coordinates = Array.from({ length: count }, (_, index) =>
    positionAt(view, 40 + index * 16),
  );
  return { kind: 'geometry', geometry: { type: 'MultiPoint', coordinates } };
}

function partsOf(view: DataView): readonly Position[][] | undefined {
  if (view.byteLength < 44) return undefined;
  const partCount = view.getInt32(36, true);
  const pointCount = view.getInt32(40, true);
  const points = 44 + partCount * 4;
  if (partCount < 0 || pointCount < 0 || points + pointCount * 16 > view.byteLength)
    return undefined;
  const starts = Array.from({ length: partCount }, (_, part) => view.getInt32(44 + part * 4, true));
  const parts: Position[][] = [];
  for (const [part, start] of starts.entries()) {
    const stop = starts[part + 1] ?? pointCount;
    if (start < 0 || stop < start || stop > pointCount) return undefined;
    // Most of the time of a large file is spent here; `Array.from` takes twice as long.
    const positions: Position[] = [];
    for (let at = start; at < stop; at += 1) positions.push(positionAt(view, points + at * 16));
    parts.push(positions);
  }
  return parts;
}

function positionAt(view: DataView, at: number): Position {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
}

function lines(parts: readonly Position[][]): Geometry {
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: [...parts] };
}

/**
 * Outer rings run clockwise, holes the other way; a hole belongs to the smallest outer ring that holds it,
 * and one that none holds is ground itself, as a wrongly turned outer ring is.
 */
function areas(rings: readonly Position[][]): Geometry {
  return nestRings(rings, (ring) => signedArea(asRing(ring)) > 0);
}

/** Sorts rings into polygons; `isHole` says how a ring is meant. */
export function nestRings(
  rings: readonly Position[][],
  isHole: (ring: Position[]) => boolean,
): Geometry {
  const outer: {
    readonly ring: Position[];
    readonly prepared: PreparedRing;
    readonly holes: Position[][];
  }[] = [];
  const holes: Position[][] = [];
  for (const ring of rings) {
    if (isHole(ring)) holes.push(ring);
    else outer.push({ ring, prepared: new PreparedRing(asRing(ring)), holes: [] });
  }
  const stray: Position[][] = [];
  for (const hole of holes) {
    const holders = outer
      .filter(({ prepared }) => prepared.holds(asRing(hole)))
      .sort((a, b) => a.prepared.area - b.prepared.area);
    if (holders[0] === undefined) stray.push(hole);
    else holders[0].holes.push(hole);
  }
  const polygons = [
    ...outer.map(({ ring, holes: inside }) => [ring, ...inside]),
    ...stray.map((ring) => [ring]),
  ];
  const [only] = polygons;
  return polygons.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

function asRing(ring: readonly Position[]): Ring {
  return ring.map(([x = Number.NaN, y = Number.NaN]): PlanePosition => [x, y]);
}
