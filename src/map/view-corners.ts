import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../domain/geometry.ts';
import type { ViewCorners } from './scene.ts';

/** A part of the map's container, in pixels from its upper left corner. */
export type MapStrip = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Returns the geographic corners of the map, or of a part of it. */
export function viewCorners(map: MapLibreMap, strip: Partial<MapStrip> = {}): ViewCorners {
  const { clientWidth, clientHeight } = map.getContainer();
  const { left = 0, top = 0, right = clientWidth, bottom = clientHeight } = strip;
  const at = (x: number, y: number): Position => {
    const { lng, lat } = map.unproject([x, y]);
    return [lng, lat];
  };
  return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
}
