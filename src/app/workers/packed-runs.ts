import type { Geometry, Position } from 'geojson';
import type { LayerContent } from '../../domain/layer-state.ts';

/** A member of a content, which may have no place. */
export type Located = { readonly geometry?: Geometry | undefined };

/** Runs of fewer vertices are not worth packing. */
const SHORT = 50;

/**
 * Takes the long lines and rings out of geometries, which are changed: each as its x, y, x, y …, a typed array that
 * passes between threads without a copy. A page unpacks an array a vertex some ten times slower, and a line cannot be
 * sent in portions. Runs with heights stay as they are.
 */
export function packRuns(members: readonly Located[]): Float64Array<ArrayBuffer>[] {
  const packed: Float64Array<ArrayBuffer>[] = [];
  for (const { geometry } of members) {
    for (const run of runsOf(geometry)) {
      const isPacked =
        run.length === 0 || (run.length >= SHORT && run.every(({ length }) => length === 2));
      if (!isPacked) continue;
      packed.push(Float64Array.from(run.flat()));
      run.length = 0;
    }
  }
  return packed;
}

/** Puts back what `packRuns` took out. */
export function unpackRuns(members: readonly Located[], packed: readonly Float64Array[]): void {
  let next = 0;
  for (const { geometry } of members) {
    for (const run of runsOf(geometry)) {
      if (run.length > 0) continue;
      const xy = packed[next] ?? [];
      next += 1;
      for (let at = 0; at < xy.length; at += 2) run.push([xy[at] ?? 0, xy[at + 1] ?? 0]);
    }
  }
}

function runsOf(geometry: Geometry | undefined | null): readonly Position[][] {
  switch (geometry?.type) {
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(runsOf);
    default:
      return [];
  }
}

/** The features, or what was made of them, of a content. */
export function locatedMembers(content: LayerContent): readonly Located[] {
  switch (content.role) {
    case 'projects':
      return content.projects;
    case 'coastline':
      return content.segments;
    case 'zones':
      return content.zones;
    case 'base':
    case 'shown':
      return content.features;
  }
}
