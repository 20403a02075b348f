import type { Map as MapLibreMap, MapTouchEvent } from 'maplibre-gl';
import type { Position } from '../domain/geometry.ts';

/** The duration of a long press in milliseconds, as on phones. */
const PRESS_MS = 500;
/** A finger may move by this many pixels during a long press. */
const TREMBLE_PIXELS = 8;

/**
 * Reports where one finger rests on the map for half a second without moving. It uses its own timer: Safari
 * on phones sends no `contextmenu` to a canvas, and Chromium sends it only on some systems.
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
    // The long press was already reported, so the click that follows when the finger lifts is suppressed.
    if (hasPressed && originalEvent.cancelable) originalEvent.preventDefault();
  });
  for (const end of ['touchcancel', 'movestart', 'remove'] as const) map.on(end, stop);
}
