import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../domain/geometry.ts';
import type { ViewCorners } from './scene.ts';

/** A part of a map's place, in pixels from its upper left. */
export type MapStrip = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** The corners of what a map shows, or of what a part of it shows. */
export function viewCorners(map: MapLibreMap, strip: Partial<MapStrip> = {}): ViewCorners {
  const { clientWidth, clientHeight } = map.getContainer();
  const { left = 0, top = 0, right = clientWidth, bottom = clientHeight } = strip;
  const at = (x: number, y: number): Position => {
    const { lng, lat } = map.unproject([x, y]);
    return [lng, lat];
  };
  return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
}
