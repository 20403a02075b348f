import type { Map as MapLibreMap, MapTouchEvent } from 'maplibre-gl';
import type { Position } from '../domain/geometry.ts';

/** How long a finger rests before it asks, in milliseconds: what phones take for a long press. */
const PRESS_MS = 500;
/** How far a resting finger may tremble, in pixels. */
const TREMBLE_PIXELS = 8;

/**
 * Tells where one finger rests on the map for half a second without moving. Our own clock: Safari on
 * phones sends no `contextmenu` to a canvas, and Chromium sends it on some systems only.
 */
export function onLongPress(map: MapLibreMap, press: (at: Position) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start: MapTouchEvent['point'] | undefined;
  let hasPressed = false;
  const stop = (): void => clearTimeout(timer);
  map.on('touchstart', ({ points, point, lngLat }) => {
    stop();
    if (points.length > 1) return;
    start = point;
    hasPressed = false;
    timer = setTimeout(() => {
      hasPressed = true;
      press([lngLat.lng, lngLat.lat]);
    }, PRESS_MS);
  });
  map.on('touchmove', ({ points, point }) => {
    if (start === undefined || points.length > 1 || point.dist(start) > TREMBLE_PIXELS) stop();
  });
  map.on('touchend', ({ originalEvent }) => {
    stop();
    // The finger has asked already: what it would click as it lifts is not meant.
    if (hasPressed && originalEvent.cancelable) originalEvent.preventDefault();
  });
  for (const end of ['touchcancel', 'movestart', 'remove'] as const) map.on(end, stop);
}
